"""Deadlines and thresholds: every time limit, share, sum and count of a text, through all its drafts."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings, View

_HERE = "treatydiff.desk.terms"
_VIEW = View(f"{_HERE}.view", "terms_view")

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:TermTable",
        "a table of terms",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "terms_terminal", TERMINAL, view=_VIEW),
            Rendering("csv", ".csv", f"{_HERE}.as_csv", "terms_csv", view=_VIEW),
            Rendering("json", ".json", f"{_HERE}.as_json", "terms_json", SETTINGS),
            Rendering("html", ".html", f"{_HERE}.as_html", "terms_html", view=_VIEW),
            Rendering("docx", ".docx", f"{_HERE}.as_docx", "terms_docx", view=_VIEW),
        ),
    ),
)
