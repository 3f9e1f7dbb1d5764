"""Dates as a text prints them: a day with its month and year is one date, though its parts are compared."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.diff.meaning.phrases import Phrase
from treatydiff.diff.word_map import SideWords
from treatydiff.patterns import pattern_of

_BETWEEN = pattern_of(r"\s*+,?\s*+(?:(?:de|del|of)\s++)?|\s*+[年月]\s*+")
"""What stands between the parts of one date: "1 June 2030", "1 de junio de 2030", 2030年6月1日."""
_PART = "日月年"


def printed_date(part: Phrase, quantities: Sequence[Phrase], side: SideWords) -> str:
    """The whole date that a part of it belongs to: "1 June 2030" for its day, or for its year.

    Args:
        part: of one side of a diff.
        quantities: all of that side, in order.
        side: words of the text.
    """
    dates = [each for each in quantities if each.quantity and each.quantity.kind == "date"]
    first = last = dates.index(part)
    while first > 0 and _one(dates[first - 1], dates[first], side):
        first -= 1
    while last + 1 < len(dates) and _one(dates[last], dates[last + 1], side):
        last += 1
    start, end = _start(dates[first], side), dates[last].end
    return " ".join(side.text[start : end + (side.text[end : end + 1] in _PART)].split())


def _one(before: Phrase, after: Phrase, side: SideWords) -> bool:
    return _BETWEEN.fullmatch(side.text[before.end : _start(after, side)]) is not None


def _start(date: Phrase, side: SideWords) -> int:
    """Where a date begins: with its month, where that stands before the day ("June 1")."""
    if date.first and date.quantity and not date.quantity.until and date.quantity.value.count(" ") > 1:
        return side.words[date.first - 1].start
    return date.start
