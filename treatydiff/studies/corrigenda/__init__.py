"""Corrigenda: "for X read Y" applied to a draft, and drafted from two texts."""

from __future__ import annotations

from treatydiff.report.kit.renderings import Rendering, Renderings

_HERE = "treatydiff.studies.corrigenda"

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:CorrectedDraft",
        "a corrected draft",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "corrected_terminal"),
            Rendering("text", ".txt", f"{_HERE}.as_terminal", "corrected_text"),
        ),
    ),
    Renderings(
        f"{_HERE}.model:Corrigendum",
        "a corrigendum",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "corrigendum_text"),
            Rendering("text", ".txt", f"{_HERE}.as_terminal", "corrigendum_text"),
        ),
    ),
)
