"""Line numbers printed in the margin of a draft, which belong to the page and not to the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from treatydiff.reading.pdf.characters import Glyph
from treatydiff.reading.pdf.rows import GlyphRow, place_of
from treatydiff.records import dataclass

_LEAST_NUMBERS = 8
"""Every line numbered: so many numbers at least on a page."""
_LEAST_FIFTHS = 3
"""Every fifth or tenth line numbered: so many."""
_GAP = 0.8
"""Share of the type size between a line number and its line."""
_STEADY = 0.8
"""This share of the steps between numbers goes with the lines."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    at: int
    value: int
    glyphs: tuple[Glyph, ...]


def take_line_numbers(rows: Sequence[GlyphRow]) -> list[Glyph]:
    """The characters of the line numbers of a page.

    They count the lines (by one, or every fifth or tenth), which labels of paragraphs never do, and
    stand one below the other in a margin that holds nothing else.

    Args:
        rows: the rows of the page, top to bottom.
    """
    for leftmost in (True, False):
        found = [one for at, row in enumerate(rows) if (one := _number_of(at, row, leftmost)) is not None]
        found = _one_below_the_other(found)
        if _count_lines(found, len(rows)) and _margin_is_theirs(rows, found, leftmost):
            return [glyph for one in found for glyph in one.glyphs]
    return []


def _number_of(at: int, row: GlyphRow, leftmost: bool) -> _Numbered | None:
    seen = row.shown() if leftmost else sorted(row.shown(), key=place_of, reverse=True)
    if not seen or (seen[0].text and not seen[0].text.isdecimal()):
        return None
    taken: list[Glyph] = []
    for glyph in seen:
        if taken:
            last = taken[-1]
            gap = glyph.x - last.x - last.advance if leftmost else last.x - glyph.x - glyph.advance
            if gap > _GAP * row.size:
                break
        taken.append(glyph)
        if len(taken) > 4:
            return None
    text = "".join(glyph.text for glyph in (taken if leftmost else taken[::-1]))
    if not text.isdecimal() or not text.isascii():
        return None
    return _Numbered(at, int(text), tuple(taken))


def _one_below_the_other(found: list[_Numbered]) -> list[_Numbered]:
    if not found:
        return []
    # Numbers are set flush right, or flush left.
    right = [max(glyph.x + glyph.advance for glyph in one.glyphs) for one in found]
    left = [min(glyph.x for glyph in one.glyphs) for one in found]
    best: list[_Numbered] = []
    for places in (right, left):
        usual = Counter(round(place) for place in places).most_common(1)[0][0]
        lined = [one for one, place in zip(found, places, strict=True) if abs(place - usual) <= 2]
        best = max(best, lined, key=len)
    return best if len(best) >= _STEADY * len(found) else []


def _count_lines(found: Sequence[_Numbered], rows: int) -> bool:
    steps = [(after.at - one.at, after.value - one.value) for one, after in pairwise(found)]
    if len(found) >= _LEAST_NUMBERS and len(found) >= 0.6 * rows:
        return sum(lines == count for lines, count in steps) >= _STEADY * len(steps)
    fifths = len(found) >= _LEAST_FIFTHS and all(one.value % 5 == 0 for one in found)
    return fifths and all(lines == count for lines, count in steps)


def _margin_is_theirs(rows: Sequence[GlyphRow], found: Sequence[_Numbered], leftmost: bool) -> bool:
    """Whether hardly any line of the text reaches where the numbers stand."""
    numbered = {id(glyph) for one in found for glyph in one.glyphs}
    inner = (
        max(g.x + g.advance for one in found for g in one.glyphs)
        if leftmost
        else min(g.x for one in found for g in one.glyphs)
    )
    others = 0
    for row in rows:
        text = [g for g in row.shown() if id(g) not in numbered]
        others += any((g.x < inner) if leftmost else (g.x + g.advance > inner) for g in text)
    return others <= 0.1 * len(rows)
