"""The conference-room sheet: what changed, what is open, what became of our own text, article by article."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings, View

_HERE = "treatydiff.desk.brief"
_VIEW = View(f"{_HERE}.view", "brief_view")

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:Brief",
        "a brief",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "brief_terminal", TERMINAL, view=_VIEW),
            Rendering("html", ".html", f"{_HERE}.as_html", "brief_html", view=_VIEW),
            Rendering("docx", ".docx", f"{_HERE}.as_docx", "brief_docx", ("date",), view=_VIEW),
            Rendering("json", ".json", f"{_HERE}.as_json", "brief_json", SETTINGS),
        ),
    ),
)
