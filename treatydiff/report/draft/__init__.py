"""One draft as the tool understands it, and one module for each format."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings

_HERE = "treatydiff.report.draft"

RENDERINGS = (
    Renderings(
        "treatydiff.model.draft:Draft",
        "a draft",
        (
            Rendering(
                "terminal", ".txt", f"{_HERE}.as_terminal", "draft_terminal", (*TERMINAL, "receipt")
            ),
            Rendering("json", ".json", f"{_HERE}.as_json", "draft_json", SETTINGS),
            Rendering("akn", ".xml", f"{_HERE}.as_akn", "draft_akn"),
            Rendering("text", ".txt", f"{_HERE}.as_text", "draft_text"),
        ),
    ),
)  # fmt: skip
