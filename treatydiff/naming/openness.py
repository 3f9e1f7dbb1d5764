"""How open a text is, in words."""

from __future__ import annotations

from treatydiff.model import Openness
from treatydiff.naming.wording import counted, percent


def openness_words(openness: Openness) -> str:
    """Openness as a sentence without a stop: "66 brackets, 4 options, 12 % of the words in brackets"."""
    parts = [
        counted(openness.brackets, "open bracket", "open brackets"),
        counted(openness.options, "option", "options"),
    ]
    if openness.bracketed_words:
        parts.append(f"{percent(openness.share)} of the words in brackets")
    if openness.unbalanced_clauses:
        lone = counted(openness.unbalanced_clauses, "clause", "clauses")
        parts.append(f"brackets without a partner in {lone}")
    return ", ".join(parts)


def open_words(openness: Openness) -> str:
    """What is open, for a line of an outline: "5 brackets, 2 options"; "" where nothing is."""
    parts = []
    if openness.brackets:
        parts.append(counted(openness.brackets, "bracket", "brackets"))
    if openness.options:
        parts.append(counted(openness.options, "option", "options"))
    return ", ".join(parts)
