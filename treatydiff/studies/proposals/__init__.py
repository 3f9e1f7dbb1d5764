"""Proposals of delegations: their fate, and compilations of them."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings, View

_HERE = "treatydiff.studies.proposals"
_VIEW = View(f"{_HERE}.compilation_view", "compilation_view")

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:Proposals",
        "a list of proposals",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "proposals_terminal", TERMINAL),
            Rendering("json", ".json", f"{_HERE}.as_json", "proposals_json", SETTINGS),
        ),
    ),
    Renderings(
        f"{_HERE}.model:Compilation",
        "a compilation",
        (
            Rendering(
                "terminal", ".txt", f"{_HERE}.compilation_as_text", "compilation_terminal", TERMINAL, _VIEW
            ),
            Rendering("markdown", ".md", f"{_HERE}.compilation_as_text", "compilation_markdown", view=_VIEW),
            Rendering("docx", ".docx", f"{_HERE}.compilation_in_word", "compilation_docx",
                      ("date", "layout", "files", "tell")),
        ),
    ),
)  # fmt: skip
