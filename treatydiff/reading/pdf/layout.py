"""Margins, line distances and first-line indents of the pages of a document."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from treatydiff.reading.lines import PageLine
from treatydiff.records import dataclass

_MARGIN_DRIFT = 12.0
"""Points by which the margins of one page may differ from those of its like (scanned pages)."""

_FEWEST_LINES = 8
"""Lines from which a page, or one type size on it, has margins of its own."""


@dataclass(frozen=True, slots=True)
class Column:
    """Left and right edge of the text of a page, in points from the left edge of the page."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """Its width in points."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Layout:
    """What lines are measured against: columns by page, line distances by type size, usual indents."""

    columns: tuple[Column, ...]
    pitch: dict[float, float]
    page_pitch: dict[tuple[int, float], float]
    pitch_of_size: float
    indents: frozenset[int]

    def line_distance(self, page: int, size: float) -> float:
        """The usual distance of baselines for a type size (points) on a page (index from 0)."""
        key = size_key(size)
        fallback = self.pitch.get(key, self.pitch_of_size * size)
        # Damaged files set lines in a type of no size; no two lines stand closer than a point.
        return max(1.0, self.page_pitch.get((page, key), fallback))


def layout_of(pages: Sequence[Sequence[PageLine]]) -> Layout:
    """Margins, line distances and usual first-line indents of a document.

    Args:
        pages: the text lines of each page, furniture and notes left out.
    """
    columns = _columns(pages)
    pitch, page_pitch = _pitches(pages, columns)
    ratios = [distance / size for size, distance in pitch.items() if size > 0]
    indents: Counter[int] = Counter()
    for column, lines in zip(columns, pages, strict=True):
        for line in lines:
            if right_of(line) >= column.right - 3.0:
                indents[round(left_of(line) - column.left)] += 1
    usual = frozenset(indent for indent, count in indents.items() if count >= 3)
    return Layout(columns, pitch, page_pitch, statistics.median(ratios) if ratios else 1.15, usual)


def left_of(line: PageLine) -> float:
    """The left edge of a line, in points.

    Args:
        line: a line with geometry.
    """
    return line.x0 if line.x0 is not None else 0.0


def right_of(line: PageLine) -> float:
    """The right edge of a line, in points.

    Args:
        line: a line with geometry.
    """
    return line.x1 if line.x1 is not None else 0.0


def size_of(line: PageLine) -> float:
    """The type size of a line, in points.

    Args:
        line: a line with geometry.
    """
    return line.size if line.size is not None else 10.0


def drop(above: PageLine, line: PageLine) -> float:
    """How far a line stands below another, baseline to baseline, in points.

    Args:
        above: the upper line.
        line: the lower line.
    """
    return (above.baseline or 0.0) - (line.baseline or 0.0)


def size_key(size: float) -> float:
    """A type size rounded to half points, as sizes are told apart.

    Args:
        size: in points.
    """
    return round(size * 2) / 2


def _columns(pages: Sequence[Sequence[PageLine]]) -> tuple[Column, ...]:
    """The column of each page: that of pages like it, moved to what the page itself shows."""
    alike: defaultdict[tuple[int, int, int], list[PageLine]] = defaultdict(list)
    for lines in pages:
        for line in lines:
            alike[_kind(line)].append(line)
    usual = {kind: _column(_of_usual_size(lines)) for kind, lines in alike.items()}
    columns: list[Column] = []
    for lines in pages:
        if not lines:
            columns.append(Column(0.0, 612.0))
            continue
        column = usual[_kind(lines[0])]
        if len(lines) >= _FEWEST_LINES:
            own = _column(_of_usual_size(lines), column.left)
            wide = own.width >= 0.8 * column.width
            if wide and abs(own.left - column.left) <= _MARGIN_DRIFT:
                column = Column(own.left, column.right)
            if wide and abs(own.right - column.right) <= _MARGIN_DRIFT:
                column = Column(column.left, own.right)
        columns.append(column)
    return tuple(columns)


def _of_usual_size(lines: Sequence[PageLine]) -> Sequence[PageLine]:
    """The lines of the type size in which most is printed: mastheads and titles keep other margins."""
    sizes = [size_key(size_of(line)) for line in lines]
    printed: Counter[float] = Counter()
    for size, line in zip(sizes, lines, strict=True):
        if line.text:
            printed[size] += len(line.text)
    usual = min(printed, key=lambda size: (-printed[size], size))
    alike = [line for size, line in zip(sizes, lines, strict=True) if size == usual]
    return alike if len(alike) >= _FEWEST_LINES else lines


def _kind(line: PageLine) -> tuple[int, int, int]:
    return round(line.page_width or 0), (line.page or 0) % 2, line.column


def _column(lines: Sequence[PageLine], usual_left: float | None = None) -> Column:
    """The most common left edge of lines that go on from a full one, and the usual right edge.

    Lines that start a paragraph are indented, or hang out with their number; in texts of short
    paragraphs they may be the greater part. `usual_left` stands where too few lines go on.
    """
    longest = max(right_of(line) - left_of(line) for line in lines)
    long = [line for line in lines if right_of(line) - left_of(line) >= 0.6 * longest]
    rights = sorted(right_of(line) for line in long)
    right = _usual_edge(rights, leftmost=False)
    flush = sum(1 for x1 in rights if abs(x1 - right) <= 1.5)
    if flush < 0.15 * len(rights):
        right = rights[round(0.97 * (len(rights) - 1))]
    going_on = [
        left_of(line)
        for above, line in pairwise(lines)
        if right_of(above) >= right - 0.05 * longest and 0 < drop(above, line) < 2.2 * size_of(line)
    ]
    if len(going_on) >= 5:
        left = _usual_edge(going_on, leftmost=True)
    elif usual_left is not None:
        left = usual_left
    else:
        left = _usual_edge([left_of(line) for line in long], leftmost=True)
    return Column(left, max(right, left + 1.0))


def _usual_edge(values: Sequence[float], *, leftmost: bool) -> float:
    counts = Counter(round(value) for value in values)
    merged = {value: counts[value - 1] + counts[value] + counts[value + 1] for value in counts}
    most = max(merged.values())
    candidates = [value for value, count in merged.items() if count == most]
    edge = min(candidates) if leftmost else max(candidates)
    return statistics.median(value for value in values if abs(value - edge) <= 1.6)


def _pitches(
    pages: Sequence[Sequence[PageLine]], columns: Sequence[Column]
) -> tuple[dict[float, float], dict[tuple[int, float], float]]:
    """Usual distances after full lines, by type size, and by page where one page is clear about it.

    Only pairs whose upper line is full count: on a page of one-line paragraphs the usual distance
    would else be that between paragraphs.
    """
    drops: defaultdict[float, list[float]] = defaultdict(list)
    page_drops: defaultdict[tuple[int, float], list[float]] = defaultdict(list)
    for page, (lines, column) in enumerate(zip(pages, columns, strict=True)):
        for above, line in pairwise(lines):
            distance, key = drop(above, line), size_key(size_of(line))
            fits = 0.8 * size_of(line) <= distance <= 3.2 * size_of(line)
            if (
                fits
                and size_key(size_of(above)) == key
                and right_of(above) >= column.right - 0.1 * column.width
            ):
                drops[key].append(round(distance, 1))
                page_drops[page, key].append(round(distance, 1))
    pitch = {key: _most_common(values) for key, values in drops.items() if len(values) >= 3}
    by_page: dict[tuple[int, float], float] = {}
    for place, values in page_drops.items():
        usual = _most_common(values)
        alike = sum(1 for value in values if abs(value - usual) <= 0.4)
        if len(values) >= 5 and alike >= 0.6 * len(values):
            by_page[place] = usual
    return pitch, by_page


def _most_common(values: Iterable[float]) -> float:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))
