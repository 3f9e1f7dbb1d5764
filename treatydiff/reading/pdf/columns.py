"""Columns of a page: where a gutter stays empty, or two do, the columns are read one after the other.

Where ruled lines cross the gutter the page holds a table, which is read cell by cell. Measured from
the rows themselves: the drafts of one conference mix one and two columns, so no page tells of another.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from treatydiff.reading.pdf.characters import DrawnLine, Glyph, PageCharacters
from treatydiff.reading.pdf.rows import GUTTER, GlyphRow, rows_of, white_between
from treatydiff.reading.right_to_left import is_right_to_left
from treatydiff.records import dataclass

_LEAST_LINES = 6
"""So many lines must stand on either side of a gutter."""
_LEAST_LINES_OF_BAND = 4
"""... and so many where columns end or begin on a page whose other lines run across."""
_MOST_CROSSING = 0.40
"""... and no larger share of all lines may run across it."""
_LEAST_FILLED = 0.55
"""The usual line of a column fills this share of its width; cells of figures do not."""
_CLEAR = 0.1
"""Headings of a column leave more than this share of its width on either side."""
_FEWEST_RUNNING = 3
_NARROWEST = 0.3
"""Neither column is narrower than this share of the text; labels and their text are no columns."""
_ALIGNED = ((1, 0.5), (3, 0.7))
"""At one place, or at three (the margin, first lines, items of lists), begins this share of the lines on
the right. Of the pages of two columns in one issue of the Official Journal half lie between .34 and .5 at
one place, none under .86 at three."""
_SAME_PLACE = 3.0
"""Points."""
_WIDER = 1.4
"""A gutter is so many times wider than the widest space between the words beside it."""
_LEAST_RULES = 3
"""Ruled lines across the gutter from which a page holds a table."""
_ACROSS = 0.5
"""Rows of this share of the width have text in both columns, or run across; they tell of the gutter."""
_MIDDLE = (0.25, 0.75)
"""Where on the width of the text a gutter may lie."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Rows that are read together: the whole width (`column` 0) or a column of a band, from 1.

    `cell` is (row, column) of a ruled table.
    """

    rows: tuple[GlyphRow, ...]
    column: int = 0
    cell: tuple[int, int] | None = None


def strips_of(page: PageCharacters, rows: Sequence[GlyphRow]) -> list[Strip]:
    """The rows of a page in reading order.

    Args:
        page: the page.
        rows: its rows over the whole width, top to bottom.
    """
    gutter = find_gutter(rows)
    if gutter is not None:
        return _parted_at((gutter,), page, rows)
    gutters = _two_gutters(rows)
    return _parted_at(gutters, page, rows) if gutters else _with_bands_of_columns(page, rows)


def _with_bands_of_columns(page: PageCharacters, rows: Sequence[GlyphRow]) -> list[Strip]:
    """The rows of a page that has columns on a part of its height only, or nowhere.

    A band is what lies between two rows that fill the middle of the page.
    """
    if not rows:
        return []
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    middle = [left + share * (right - left) for share in _MIDDLE]
    strips: list[Strip] = []
    for filled, group in groupby(rows, key=lambda row: not _has_gap_between(row, middle, left, right)):
        band = list(group)
        gutter = None if filled else find_gutter(band, _LEAST_LINES_OF_BAND)
        found = [Strip(tuple(band))] if gutter is None else _parted_at((gutter,), page, band)
        if strips and strips[-1].column == 0 and found[0].column == 0:
            strips[-1] = Strip((*strips[-1].rows, *found.pop(0).rows))
        strips += found
    return strips


def _has_gap_between(row: GlyphRow, middle: Sequence[float], left: float, right: float) -> bool:
    return any(min(x1, middle[1]) - max(x0, middle[0]) >= GUTTER for x0, x1 in _gaps(row, left, right))


def _parted_at(gutters: Sequence[float], page: PageCharacters, rows: Sequence[GlyphRow]) -> list[Strip]:
    """Columns between the rows that run across, in reading order."""
    rules = _rules_across(page.drawn, gutters[0], rows)
    strips: list[Strip] = []
    band: list[GlyphRow] = []
    for row in rows:
        if any(_crosses(row, gutter) for gutter in gutters):
            strips += _columns_of(band, gutters, rules)
            band = []
            if strips and strips[-1].column == 0:
                strips[-1] = Strip((*strips[-1].rows, row))
            else:
                strips.append(Strip((row,)))
        else:
            band.append(row)
    return strips + _columns_of(band, gutters, rules)


def _two_gutters(rows: Sequence[GlyphRow]) -> tuple[float, ...]:
    """Where the gutters of three columns lie; empty where there are none.

    Each must be a gutter of two columns in what is left when the column beyond the other is covered.
    """
    if len(rows) < _LEAST_LINES:
        return ()
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    third = (right - left) / 3
    places: list[float] = []
    for at in (left + third, left + 2 * third):
        spans = [
            (round(max(x0, at - third / 2)), round(min(x1, at + third / 2)))
            for row in rows
            for x0, x1 in _gaps(row, left, right)
            if min(x1, at + third / 2) - max(x0, at - third / 2) >= GUTTER
        ]
        most, best = _most_covered(spans)
        if not best or most < (1 - _MOST_CROSSING) * len(rows):
            return ()
        places.append(_median_of(best))
    first, second = places
    before = rows_of([glyph for row in rows for glyph in row.glyphs if glyph.x < second])
    behind = rows_of([glyph for row in rows for glyph in row.glyphs if glyph.x >= first])
    both = _are_columns(before, first, _LEAST_LINES) and _are_columns(behind, second, _LEAST_LINES)
    return (first, second) if both else ()


def find_gutter(rows: Sequence[GlyphRow], least: int = _LEAST_LINES) -> float | None:
    """Where the gutter of two columns lies, in points; None where the page has one column.

    Args:
        rows: the rows of a page.
        least: how many lines must stand on either side.
    """
    if len(rows) < least:
        return None
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    width = right - left
    if width <= 0:
        return None
    # Headings in the middle of the page, above both columns, are short: they would push the gutter aside.
    telling = [row for row in rows if row.x1 - row.x0 >= _ACROSS * width]
    _, best = _most_covered(_gutter_spans(telling if len(telling) >= least else rows, left, right))
    if not best:
        return None
    gutter = _median_of(best)
    clear = sum(first <= gutter < end for first, end in _gutter_spans(rows, left, right))
    if clear < (1 - _MOST_CROSSING) * len(rows):
        return None
    return gutter if _are_columns(rows, gutter, least) else None


def _gutter_spans(rows: Sequence[GlyphRow], left: float, right: float) -> list[tuple[int, int]]:
    """The whole points, each span without its end, on which a gutter would stand clear of a row."""
    low, high = (left + share * (right - left) for share in _MIDDLE)
    spans: list[tuple[int, int]] = []
    for row in rows:
        for x0, x1 in _gaps(row, left, right):
            first, last = max(x0 + GUTTER / 2, low), min(x1 - GUTTER / 2, high)
            if round(first) <= round(last):
                spans.append((round(first), round(last) + 1))
    return spans


def _most_covered(spans: Sequence[tuple[int, int]]) -> tuple[int, list[tuple[int, int]]]:
    """How many spans lie on the whole numbers on which most lie, and the runs of these numbers.

    Counted at the ends of the spans alone: a page may be billions of points wide.
    """
    changes: Counter[int] = Counter()
    for start, end in spans:
        changes[start] += 1
        changes[end] -= 1
    most, best, count = 0, list[tuple[int, int]](), 0
    places = sorted(changes)
    for here, there in pairwise(places):
        count += changes[here]
        if count > most:
            most, best = count, []
        if count and count == most:
            best.append((here, there))
    return most, best


def _median_of(runs: Sequence[tuple[int, int]]) -> float:
    """The median of the whole numbers in some runs, each from a start up to an end that it lacks."""
    total = sum(end - start for start, end in runs)

    def at(place: int) -> int:
        for start, end in runs:
            if place < end - start:
                return start + place
            place -= end - start
        raise IndexError(place)

    return (at((total - 1) // 2) + at(total // 2)) / 2


def _gaps(row: GlyphRow, left: float, right: float) -> list[tuple[float, float]]:
    """The white of a row that may be a gutter, from the left to the right edge of the text."""
    *inner, (end, _) = row.white()
    white = [(max(left - GUTTER, x0), x1) for x0, x1 in [*inner, (end, right + GUTTER)]]
    return [(x0, x1) for x0, x1 in white if x1 - x0 >= GUTTER]


def _crosses(row: GlyphRow, gutter: float) -> bool:
    """Whether something stands on the gutter, or so near both sides that it is a word space."""
    near = GUTTER / 2
    shown = row.shown()
    if any(glyph.x < gutter + 1 and glyph.x + glyph.advance > gutter - 1 for glyph in shown):
        return True
    ends = [glyph.x + glyph.advance for glyph in shown if glyph.x < gutter]
    starts = [glyph.x for glyph in shown if glyph.x >= gutter]
    return bool(ends and starts) and max(ends) > gutter - near and min(starts) < gutter + near


def _are_columns(rows: Sequence[GlyphRow], gutter: float, least: int) -> bool:
    apart = [row for row in rows if not _crosses(row, gutter)]
    sides = [_edges(row, gutter) for row in apart]
    lefts = [(left, row) for (left, _), row in zip(sides, apart, strict=True) if left is not None]
    rights = [(right, row) for (_, right), row in zip(sides, apart, strict=True) if right is not None]
    if min(len(lefts), len(rights)) < least:
        return False
    width = max(row.x1 for row in rows) - min(row.x0 for row in rows)
    for column in (lefts, rights):
        edges = [edge for edge, _ in column]
        x0, x1 = min(edge[0] for edge in edges), max(edge[1] for edge in edges)
        filled = statistics.median(edge[1] - edge[0] for edge in _running(edges, x0, x1))
        if x1 - x0 < _NARROWEST * width or filled < _LEAST_FILLED * (x1 - x0):
            return False
    if not _is_wider_than_spaces([row for _, row in lefts], gutter):
        return False
    edges = [edge for edge, _ in rights]
    starts = [x0 for x0, _ in _running(edges, min(x0 for x0, _ in edges), max(x1 for _, x1 in edges))]
    top = min(max(row.y for _, row in column) for column in (lefts, rights))
    bottom = max(min(row.y for _, row in column) for column in (lefts, rights))
    shorter = min(max(row.y for _, row in c) - min(row.y for _, row in c) for c in (lefts, rights))
    return _begin_at_few_places(starts) and top - bottom >= 0.5 * shorter


def _running(
    edges: Sequence[tuple[float, float]], left: float, right: float
) -> Sequence[tuple[float, float]]:
    """The lines of a column but its headings, which stand in its middle and are short.

    Where hardly a line runs from the margin, all: cells of figures are centred too.
    """
    running = [
        (x0, x1)
        for x0, x1 in edges
        if abs((x0 - left) - (right - x1)) > 2 * _SAME_PLACE or x0 - left < _CLEAR * (right - left)
    ]
    return running if len(running) >= max(_FEWEST_RUNNING, len(edges) / 3) else edges


def _begin_at_few_places(starts: Sequence[float]) -> bool:
    """Whether the left edges of lines are those of a column."""
    shares: list[float] = []
    left = sorted(starts)
    while left and len(shares) < _ALIGNED[-1][0]:
        usual = max(left, key=lambda start: sum(abs(other - start) <= _SAME_PLACE for other in left))
        rest = [start for start in left if abs(start - usual) > _SAME_PLACE]
        shares.append((len(left) - len(rest)) / len(starts))
        left = rest
    return any(sum(shares[:places]) >= least for places, least in _ALIGNED)


def _is_wider_than_spaces(rows: Sequence[GlyphRow], gutter: float) -> bool:
    """Whether the gutter is wider than the spaces of most lines that stand on both sides of it."""
    wider: list[bool] = []
    for row in rows:
        spaces = white_between(row.shown(), 1.0)[1:-1]
        at = [x1 - x0 for x0, x1 in spaces if x0 - 1 <= gutter <= x1 + 1]
        others = [x1 - x0 for x0, x1 in spaces if not x0 - 1 <= gutter <= x1 + 1]
        if at and others:
            wider.append(max(at) >= _WIDER * max(others))
    return sum(wider) >= 0.6 * len(wider)


def _edges(row: GlyphRow, gutter: float) -> tuple[tuple[float, float] | None, tuple[float, float] | None]:
    """Where the row's text begins and ends on either side of the gutter."""
    seen = row.shown()
    sides = ([g for g in seen if g.x < gutter], [g for g in seen if g.x >= gutter])
    left, right = (
        (min(g.x for g in side), max(g.x + g.advance for g in side)) if side else None for side in sides
    )
    return left, right


def _rules_across(drawn: Sequence[DrawnLine], gutter: float, rows: Sequence[GlyphRow]) -> list[float]:
    """Heights of the ruled lines that run across the gutter, or up to it from both sides."""
    near = 2 * GUTTER
    heights: Counter[int] = Counter()
    for line in drawn:
        if line.x1 - line.x0 > 3 * near and line.x0 < gutter + near and line.x1 > gutter - near:
            heights[round(line.y)] += 1
    top, bottom = max(row.y for row in rows) + 40, min(row.y for row in rows) - 40
    merged: list[float] = []
    for height in sorted(heights, reverse=True):
        if bottom <= height <= top and (not merged or merged[-1] - height > 3):
            merged.append(float(height))
    return merged if len(merged) >= _LEAST_RULES else []


def _columns_of(band: Sequence[GlyphRow], gutters: Sequence[float], rules: Sequence[float]) -> list[Strip]:
    """The columns of the rows between two that run across: one after the other, or by ruled cells."""
    if not band:
        return []
    glyphs = [glyph for row in band for glyph in (*row.glyphs, *row.marks)]
    edges = (float("-inf"), *gutters, float("inf"))
    sides = [[glyph for glyph in glyphs if x0 <= glyph.x < x1] for x0, x1 in pairwise(edges)]
    if is_right_to_left("".join(glyph.text for glyph in glyphs)):
        sides.reverse()
    if not rules:
        return [Strip(tuple(rows), number) for number, side in enumerate(sides, 1) if (rows := rows_of(side))]
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for column, side in enumerate(sides):
        for glyph in side:
            line = sum(1 for height in rules if height > glyph.y + 0.3 * glyph.size)
            cells.setdefault((line, column), []).append(glyph)
    return [Strip(tuple(rows), cell[1] + 1, cell) for cell in sorted(cells) if (rows := rows_of(cells[cell]))]
