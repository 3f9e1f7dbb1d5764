"""How far an option reaches: what of the paragraphs behind its label belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.language.references import find_references
from treatydiff.patterns import pattern_of
from treatydiff.structure.levels import Reading, Scope

ONLY_ITS_REACH = pattern_of(r"\([^()]{2,80}\)\s*:?")
"""What an option's label may be followed by instead of words: "(paragraphs 6-10):"."""
BEHIND_THE_LABEL = pattern_of(r"\s*[:：.。–—-]")


def last_paragraph_named(title: str, language: str) -> int:
    """The last paragraph that an option's heading says it holds ("paragraphs 6-10"); 0 if it says none.

    Args:
        title: what is printed behind the option's label, and is no text of it.
        language: code of the draft's language.
    """
    numbers = [
        target[0][1]
        for reference in find_references(title, language)
        for target in reference.targets
        if target[0][0] == "paragraph"
    ]
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def holds(scope: Scope, below: Scope, readings: Sequence[Reading]) -> bool:
    """Whether a label belongs to an open option; else it goes on where the option began.

    Args:
        scope: the option.
        below: what it stands in.
        readings: what the label may be.
    """
    if scope.balance < 0 or resumes(scope, readings):
        return False
    within = any(level.family == "digit" and level.position <= scope.last for level in scope.levels)
    if within and any(family == "digit" and position > scope.last for family, position in readings):
        return False
    outer = below.levels[: scope.outer]
    goes_on_outside = any(
        family == level.family and position in (level.position + 1, level.position)
        for level in outer for family, position in readings
    )  # fmt: skip
    return not goes_on_outside or any(scope.follows(reading) for reading in readings)


def resumes(scope: Scope, readings: Sequence[Reading]) -> bool:
    """Whether a number goes on, behind options without numbers, from what stood before them."""
    said = bool(scope.root.text or scope.root.children)
    return not scope.levels and said and any(
        family == level.family and position == level.position + 1
        for level in scope.before for family, position in readings
    )  # fmt: skip
