"""Definitions that ripple: terms that changed, and every clause whose reach changes with them."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings, View

_HERE = "treatydiff.desk.definitions"
_VIEW = View(f"{_HERE}.view", "definitions_view")

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:Definitions",
        "a table of definitions",
        (
            Rendering(
                "terminal", ".txt", f"{_HERE}.as_terminal", "definitions_terminal", TERMINAL, view=_VIEW
            ),
            Rendering("json", ".json", f"{_HERE}.as_json", "definitions_json", SETTINGS),
            Rendering("html", ".html", f"{_HERE}.as_html", "definitions_html", view=_VIEW),
            Rendering("docx", ".docx", f"{_HERE}.as_docx", "definitions_docx", view=_VIEW),
        ),
    ),
)
