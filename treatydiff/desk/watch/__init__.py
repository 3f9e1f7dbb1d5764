"""Red lines: words and provisions that must stay in, or stay out, followed through every draft."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings, View

_HERE = "treatydiff.desk.watch"
_VIEW = View(f"{_HERE}.view", "watch_view")

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:Watch",
        "a watch",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "watch_terminal", TERMINAL, view=_VIEW),
            Rendering("json", ".json", f"{_HERE}.as_json", "watch_json", SETTINGS),
            Rendering("html", ".html", f"{_HERE}.as_html", "watch_html", view=_VIEW),
            Rendering("docx", ".docx", f"{_HERE}.as_docx", "watch_docx", view=_VIEW),
        ),
    ),
)
