"""Characters of a page grouped by baseline; superscripts and subscripts join the line they touch."""

from __future__ import annotations

import math
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import field
from operator import itemgetter

from treatydiff.reading.pdf.accents import ACCENTS, accents_over_letters
from treatydiff.reading.pdf.characters import Glyph, PageCharacters
from treatydiff.reading.right_to_left import letters_of
from treatydiff.records import dataclass

_SAME_BASELINE = 0.12
"""Share of the type size by which baselines of one line may differ (jitter of scanned pages)."""
RAISED = (0.10, 0.75)
"""How far above the line's baseline a superscript stands, in sizes of the line."""
_LOWERED = 0.40
"""How far below it a subscript may stand."""
SMALL = 0.85
"""A superscript or subscript is set smaller than this share of the line's size."""
place_of, height_of = itemgetter(Glyph._fields.index("x")), itemgetter(Glyph._fields.index("y"))
"""Keys to sort glyphs by."""
size_of, text_of, turn_of = (itemgetter(Glyph._fields.index(name)) for name in ("size", "text", "turned"))
GUTTER = 8.0
"""Points from which white may part two columns."""


@dataclass(slots=True)
class GlyphRow:
    """Glyphs on one baseline: its height, the usual size, the outer edges; marks over letters apart."""

    y: float
    size: float
    x0: float
    x1: float
    glyphs: list[Glyph]
    marks: list[Glyph]
    _in_order: list[Glyph] = field(default_factory=list, repr=False)
    _white: list[tuple[float, float]] = field(default_factory=list, repr=False)
    _counted: int = -1

    def shown(self) -> list[Glyph]:
        """What is seen of the row, by place from the left; of one place, in printed order."""
        if self._counted != len(self.glyphs):
            self._in_order, self._white = sorted(_seen(self.glyphs), key=place_of), []
            self._counted = len(self.glyphs)
        return self._in_order

    def white(self) -> list[tuple[float, float]]:
        """Where nothing is seen for `GUTTER` or more, before the first and behind the last included."""
        shown = self.shown()
        if not self._white:
            self._white = white_between(shown, GUTTER)
        return self._white


def white_between(shown: Iterable[Glyph], least: float) -> list[tuple[float, float]]:
    """Where nothing is seen for so many points, from minus infinity to infinity.

    Args:
        shown: characters from the left.
        least: in points.
    """
    white: list[tuple[float, float]] = []
    end = -math.inf
    for glyph in shown:
        x = glyph.x
        if x - end >= least:
            white.append((end, x))
        x += glyph.advance
        if x > end:  # noqa: PLR1730 - asked for every character, and twice as fast
            end = x
    return [*white, (end, math.inf)]


def page_rows(page: PageCharacters) -> list[GlyphRow]:
    """The characters of a page by printed line, top to bottom.

    Args:
        page: its characters; those printed sideways or off the page are left out.
    """
    right, top = page.width + 1, page.height + 1
    upright = [g for g in page.glyphs if not g.turned and -1 <= g.x <= right and -1 <= g.y <= top]
    return rows_of(upright)


def rows_of(upright: Sequence[Glyph]) -> list[GlyphRow]:
    """Characters grouped by printed line, top to bottom.

    Args:
        upright: characters on horizontal baselines.
    """
    texts = set(map(text_of, upright))
    combining = {text for text in texts if text >= "\u0300" and _combines(text)}
    marks = [glyph for glyph in upright if glyph.text in combining] if combining else []
    if not texts.isdisjoint(ACCENTS):
        marks += accents_over_letters([glyph for glyph in upright if glyph.text in ACCENTS], upright)
    over = {(mark.x, mark.y, mark.cid) for mark in marks}
    letters = [g for g in upright if (g.x, g.y, g.cid) not in over] if marks else upright
    rows = _attach_small_rows(_rows(letters))
    for mark in marks:
        near = [row for row in rows if abs(row.y - mark.y) <= row.size and row.x0 - 1 <= mark.x <= row.x1 + 1]
        if near:
            min(near, key=lambda row: abs(row.y - mark.y)).marks.append(mark)
    return rows


def _combines(text: str) -> bool:
    return all(unicodedata.combining(sign) for sign in letters_of(text))


def off_page(page: PageCharacters) -> list[Glyph]:
    """The glyphs that stand outside the page's bounds.

    Args:
        page: the page.
    """
    right, top = page.width + 1, page.height + 1
    return [glyph for glyph in page.glyphs if not (-1 <= glyph.x <= right and -1 <= glyph.y <= top)]


def visible(glyph: Glyph) -> bool:
    """Whether a glyph prints something; unmapped ones do.

    Args:
        glyph: any glyph.
    """
    return not glyph.text or not glyph.text.isspace()


def _rows(glyphs: Iterable[Glyph]) -> list[GlyphRow]:
    """Glyphs grouped by baseline; spaces go only where there is a row already."""
    levels: list[list[Glyph]] = []
    ordered = sorted(glyphs, key=height_of, reverse=True)
    start = 0
    if not ordered:
        return []
    first, last = ordered[0], ordered[0].y
    for index, glyph in enumerate(ordered):
        y = glyph.y
        if y != first.y:
            near = _SAME_BASELINE * min(glyph.size, first.size)
            if not (last - y <= near / 2 and first.y - y <= near):
                levels.append(ordered[start:index])
                start, first = index, glyph
        last = y
    levels.append(ordered[start:])
    return [row for row in map(_row, levels) if row is not None]


def _seen(glyphs: Iterable[Glyph]) -> list[Glyph]:
    return [glyph for glyph in glyphs if not glyph.text or not glyph.text.isspace()]


def _row(glyphs: list[Glyph]) -> GlyphRow | None:
    seen = sorted(_seen(glyphs), key=place_of)
    if not seen:
        return None
    exact = set(map(size_of, seen))
    size = round(max(exact), 1)
    level = seen
    if len(exact) > 1:
        sizes = Counter([round(glyph.size, 1) for glyph in seen])
        size = max(sizes, key=lambda value: (sizes[value], value))
        usual = {value for value in exact if round(value, 1) == size}
        level = [glyph for glyph in seen if glyph.size in usual]
    heights = list(map(height_of, level))
    return GlyphRow(
        heights[0] if heights.count(heights[0]) == len(heights) else statistics.median(heights),
        size,
        seen[0].x,
        max([glyph.x + glyph.advance for glyph in seen]),
        glyphs,
        [],
        seen,
        _counted=len(glyphs),
    )


def _attach_small_rows(rows: list[GlyphRow]) -> list[GlyphRow]:
    """Superscripts and subscripts join the line that they touch; split baselines join again."""
    kept: list[GlyphRow] = []
    hosts = sorted(rows, key=lambda row: -row.y)
    absorbed: set[int] = set()
    for index, row in enumerate(hosts):
        host = _host_of(row, index, hosts, absorbed)
        if host is None:
            continue
        absorbed.add(index)
        host.glyphs.extend(row.glyphs)
        host.x0, host.x1 = min(host.x0, row.x0), max(host.x1, row.x1)
    kept.extend(row for index, row in enumerate(hosts) if index not in absorbed)
    return kept


def _host_of(row: GlyphRow, index: int, rows: list[GlyphRow], absorbed: set[int]) -> GlyphRow | None:
    near: list[tuple[float, int]] = []
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(rows) and abs(rows[other].y - row.y) <= rows[other].size:
            if other not in absorbed and _belongs(row, rows[other]):
                near.append((abs(rows[other].y - row.y), other))
            other += step
    return rows[min(near)[1]] if near else None


def _belongs(row: GlyphRow, host: GlyphRow) -> bool:
    rise = (row.y - host.y) / host.size
    if row.size < SMALL * host.size:
        return -_LOWERED <= rise <= RAISED[1] and _touches(row, host)
    # Two halves of one line on slightly different baselines: they must not stand over one another.
    return abs(rise) <= 0.25 and len(row.glyphs) <= len(host.glyphs) and not _overlaps(row, host)


def _touches(row: GlyphRow, host: GlyphRow) -> bool:
    """Whether some glyph of the small row stands right beside one of the host.

    The raised label of a note may stand a tab before its text; other margin labels stay apart.
    """
    if row.x1 <= host.x0 and row.y > host.y and _is_note_label(row):
        return True
    reach = (1.0 if row.x1 <= host.x0 else 0.6) * host.size
    places = [(glyph.x, glyph.x + glyph.advance) for glyph in host.shown()]
    return any(
        glyph.x + glyph.advance >= x0 - reach and glyph.x <= x1 + reach
        for glyph in row.shown()
        for x0, x1 in places
    )


def _is_note_label(row: GlyphRow) -> bool:
    text = "".join(glyph.text for glyph in row.glyphs).strip()
    return len(text) <= 3 and (text.isdecimal() or all(sign in "*†‡" for sign in text))


def _overlaps(row: GlyphRow, host: GlyphRow) -> bool:
    places = [(glyph.x, glyph.x + glyph.advance) for glyph in host.shown()]
    return any(
        x0 + 0.3 * (x1 - x0) < glyph.x + glyph.advance / 2 < x1 - 0.3 * (x1 - x0)
        for glyph in row.shown()
        for x0, x1 in places
    )
