"""Changes without a matching proposal in the documents given; proposals whose words came in elsewhere."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings, View

_HERE = "treatydiff.desk.unproposed"
_VIEW = View(f"{_HERE}.view", "unproposed_view")

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:Unproposed",
        "a list of changes without a matching proposal",
        (
            Rendering(
                "terminal", ".txt", f"{_HERE}.as_terminal", "unproposed_terminal", TERMINAL, view=_VIEW
            ),
            Rendering("json", ".json", f"{_HERE}.as_json", "unproposed_json", SETTINGS),
            Rendering("html", ".html", f"{_HERE}.as_html", "unproposed_html", view=_VIEW),
            Rendering("docx", ".docx", f"{_HERE}.as_docx", "unproposed_docx", view=_VIEW),
        ),
    ),
)
