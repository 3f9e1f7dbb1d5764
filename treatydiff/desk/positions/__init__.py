"""Who said what: delegations by article, as the drafts print it."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings, View

_HERE = "treatydiff.desk.positions"
_VIEW = View(f"{_HERE}.view", "positions_view")

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:Positions",
        "a table of positions",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "positions_terminal", TERMINAL, view=_VIEW),
            Rendering("csv", ".csv", f"{_HERE}.as_csv", "positions_csv", view=_VIEW),
            Rendering("json", ".json", f"{_HERE}.as_json", "positions_json", SETTINGS),
            Rendering("html", ".html", f"{_HERE}.as_html", "positions_html", view=_VIEW),
            Rendering("docx", ".docx", f"{_HERE}.as_docx", "positions_docx", view=_VIEW),
        ),
    ),
)
