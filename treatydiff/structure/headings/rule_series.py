"""Principles, guidelines, regulations and the like head provisions only where they recur as a series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from treatydiff.language.numbers import SUFFIXES, canonical_number
from treatydiff.language.numerals import LONGEST_NUMBER
from treatydiff.patterns import pattern_of

if TYPE_CHECKING:
    from treatydiff.structure.headings.headings import Heading

_FEWEST = 2
"""Headings of one word that make a series."""
_FEWEST_WITH_TEXT = 3
"""As above, where each has its text on its line, so that it may be a sentence about a rule."""

_PARTS = pattern_of(r"\d+|[^\W\d]+")
_BEHIND_FIGURES = 10**LONGEST_NUMBER
"""Above every figure: letters and suffixes sort behind them."""

_Place = tuple[tuple[int, str], ...]


def in_no_series(headings: Sequence[Heading], language: str) -> list[Heading]:
    """The headings of rules that stand in no numbered series of their word.

    The numbers of a series rise; they may begin anew, as those of several instruments in a file do.

    Args:
        headings: those of rules, in text order.
        language: code of the language.
    """
    lone: list[Heading] = []
    for called in dict.fromkeys(heading.called for heading in headings):
        row = [heading for heading in headings if heading.called == called]
        series = _rising(row, language)
        fewest = _FEWEST_WITH_TEXT if all(heading.body is not None for heading in series) else _FEWEST
        lone += [heading for heading in row if len(series) < fewest or heading not in series]
    return lone


def _rising(row: Sequence[Heading], language: str) -> list[Heading]:
    """The headings whose numbers are above those before them, or begin anew from the first."""
    series: list[Heading] = []
    last: _Place = ()
    for heading in row:
        place = _place(heading, language)
        if not series or place > last or place == _place(series[0], language):
            series.append(heading)
            last = place
    return series


def _place(heading: Heading, language: str) -> _Place:
    """A number as what sorts like it: "29quater" behind "29ter", "A.2" behind "A.1", "1.a" behind "1.9"."""
    canonical = canonical_number(heading.number, "rule", language)
    return tuple(_rank(part) for part in _PARTS.findall(canonical))


def _rank(part: str) -> tuple[int, str]:
    if part.isdecimal():
        return int(part), ""
    return _BEHIND_FIGURES + (SUFFIXES.index(part) if part in SUFFIXES else len(SUFFIXES)), part
