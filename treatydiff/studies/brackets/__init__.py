"""What became of brackets and options."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings, View

_HERE = "treatydiff.studies.brackets"
_VIEW = View(f"{_HERE}.view", "brackets_view", ("only",))

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:BracketStudy",
        "a study of brackets",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "brackets_terminal", TERMINAL, _VIEW),
            Rendering("json", ".json", f"{_HERE}.as_json", "brackets_json", SETTINGS),
            Rendering("html", ".html", f"{_HERE}.as_html", "brackets_html", view=_VIEW),
            Rendering("svg", ".svg", f"{_HERE}.as_svg", "brackets_svg", view=_VIEW),
        ),
    ),
)
