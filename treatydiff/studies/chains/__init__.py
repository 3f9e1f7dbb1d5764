"""Many drafts in a row: concordance, trace, blame."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings, View

_HERE = "treatydiff.studies.chains"
_TABLE = View(f"{_HERE}.concordance_view", "concordance_view")
_TEXTS = View(f"{_HERE}.concordance_view", "concordance_view_with_texts")
_TRACE = View(f"{_HERE}.trace_view", "trace_view")
_HISTORY = View(f"{_HERE}.history_view", "history_view")
_BLAME = View(f"{_HERE}.blame_view", "blame_view", ("only",))

_TABLES = (
    Rendering(
        "terminal", ".txt", f"{_HERE}.concordance_as_terminal", "concordance_terminal", TERMINAL,
        _TABLE,
    ),
    Rendering("csv", ".csv", f"{_HERE}.concordance_as_tables", "concordance_csv", view=_TABLE),
    Rendering(
        "markdown", ".md", f"{_HERE}.concordance_as_tables", "concordance_markdown", view=_TABLE
    ),
    Rendering("html", ".html", f"{_HERE}.concordance_as_html", "concordance_html", view=_TEXTS),
    Rendering("xlsx", ".xlsx", f"{_HERE}.concordance_as_xlsx", "concordance_xlsx", ("confidential",),
              _TEXTS),
    Rendering("docx", ".docx", f"{_HERE}.concordance_as_docx", "concordance_docx", view=_TEXTS),
    Rendering("json", ".json", f"{_HERE}.concordance_as_json", "concordance_json", SETTINGS),
)  # fmt: skip

RENDERINGS = (
    Renderings(f"{_HERE}.model:Concordance", "a concordance table", _TABLES),
    Renderings(
        f"{_HERE}.model:Chain", "a chain of drafts", _TABLES,
        becomes=View(f"{_HERE}.concordance", "concordance_of", ("base",)),
    ),
    Renderings(
        f"{_HERE}.model:Trace",
        "a trace",
        (
            Rendering("terminal", ".txt", f"{_HERE}.trace_as_terminal", "trace_terminal", TERMINAL, _TRACE),
            Rendering("json", ".json", f"{_HERE}.as_json", "trace_json", SETTINGS),
            Rendering("html", ".html", f"{_HERE}.as_html", "trace_html", view=_TRACE),
            Rendering("docx", ".docx", f"{_HERE}.trace_as_docx", "trace_docx", view=_HISTORY),
        ),
    ),
    Renderings(
        f"{_HERE}.model:Blame",
        "a blame",
        (
            Rendering("terminal", ".txt", f"{_HERE}.blame_as_terminal", "blame_terminal", TERMINAL, _BLAME),
            Rendering("json", ".json", f"{_HERE}.as_json", "blame_json", SETTINGS),
            Rendering("html", ".html", f"{_HERE}.as_html", "blame_html", view=_BLAME),
        ),
    ),
)  # fmt: skip
