"""Words set with spaces between their letters ("A R T I C L E  2") are read as words."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import Protocol, TypeVar

_FEWEST = 4
"""Letters that stand alone one after the other; initials and labels are fewer."""
_WORD = 1.45
"""A gap so many times wider than the usual one between the letters parts two words."""
_EVEN = 1.25
"""Three in four gaps between spaced letters are no wider than so many times the usual one."""


class PlacedLetter(Protocol):
    """A character of a line with its edges in points; `glyph` is None for a space."""

    @property
    def text(self) -> str:
        """What it says."""

    @property
    def x0(self) -> float:
        """Where it begins."""

    @property
    def x1(self) -> float:
        """Where it ends."""

    @property
    def glyph(self) -> object:
        """What was printed."""


_Letter = TypeVar("_Letter", bound=PlacedLetter)


def close_up(letters: Sequence[_Letter]) -> list[_Letter]:
    """The letters of a line without the spaces that only stretch a word.

    Args:
        letters: characters and spaces, left to right.
    """
    spaces = [at for at, letter in enumerate(letters) if letter.glyph is None]
    if not any(last - first == 4 for first, last in zip(spaces, spaces[2:], strict=False)):
        return list(letters)
    kept: list[_Letter] = []
    start = 0
    while start < len(letters):
        end = _end_of_run(letters, start)
        kept += _closed(letters[start:end]) if end - start >= 2 * _FEWEST - 1 else letters[start:end]
        start = end
    return kept


def _end_of_run(letters: Sequence[_Letter], start: int) -> int:
    """Where the lone letters that begin at a place end; behind that place where there are none."""
    end = start + 1
    if start and letters[start - 1].glyph is not None:
        return end
    at = start
    while at < len(letters) and _is_alone(letters, at):
        end, at = at + 1, at + 2
    return end


def _is_alone(letters: Sequence[PlacedLetter], at: int) -> bool:
    letter = letters[at]
    alone = at + 1 == len(letters) or letters[at + 1].glyph is None
    return alone and letter.glyph is not None and letter.text.isalpha() and letter.text < "\u0590"


def _closed(run: Sequence[_Letter]) -> list[_Letter]:
    spaces = [letter for letter in run if letter.glyph is None]
    usual = statistics.median_low([space.x1 - space.x0 for space in spaces])
    even = sum(space.x1 - space.x0 <= _EVEN * usual for space in spaces)
    one_case = len({letter.text.isupper() for letter in run[2:] if letter.glyph is not None}) == 1
    if even < 0.75 * len(spaces) or not one_case:
        return list(run)
    return [letter for letter in run if letter.glyph is not None or letter.x1 - letter.x0 > _WORD * usual]
