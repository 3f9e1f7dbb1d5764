"""Drafts in different languages: what answers to what, held against one another without translation."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings, View

_HERE = "treatydiff.studies.across"
_VIEW = View(f"{_HERE}.view", "across_view")

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:AcrossComparison",
        "a comparison across languages",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "across_terminal",
                      (*TERMINAL, "clauses"), view=_VIEW),
            Rendering("html", ".html", f"{_HERE}.as_html", "across_html", view=_VIEW),
            Rendering("json", ".json", f"{_HERE}.as_json", "across_json", SETTINGS),
        ),
    ),
)  # fmt: skip
