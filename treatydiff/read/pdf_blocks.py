"""Lines of pages become blocks: white space above, centring, and what the layout says of paragraphs.

First-line indents are the rule in UN print (continuation lines go back to the margin) and hanging
numbers in working papers; both are read from the margins, which are found for every page.
"""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from treatydiff.model import Block
from treatydiff.read.lines import Line

_PARAGRAPH_GAP = 0.4
"""White space above, in line distances, from which a line certainly starts a paragraph."""
_NEAR = 0.5
"""Two left edges closer than this share of the type size are the same."""
_MARGIN_DRIFT = 12.0
"""Points by which the margins of one page may differ from those of its like (scanned pages)."""
_CLEAR_SIDE = 0.035
"""A centred line stays clear of either margin by this share of the column's width."""


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
        key = _size_key(size)
        fallback = self.pitch.get(key, self.pitch_of_size * size)
        return self.page_pitch.get((page, key), fallback)


def layout_of(pages: Sequence[Sequence[Line]]) -> Layout:
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
            if _x1(line) >= column.right - 3.0:
                indents[round(_x0(line) - column.left)] += 1
    usual = frozenset(indent for indent, count in indents.items() if count >= 3)
    return Layout(columns, pitch, page_pitch, statistics.median(ratios) if ratios else 1.15, usual)


def blocks_of(pages: Sequence[Sequence[Line]], layout: Layout) -> tuple[Block, ...]:
    """One block for every line, in reading order.

    Args:
        pages: the text lines of each page, furniture and notes left out.
        layout: their layout.
    """
    blocks: list[Block] = []
    for page, lines in enumerate(pages):
        column = layout.columns[page]
        before: _Judged | None = None
        middles = _centred_lines(lines, column, layout)
        for index, line in enumerate(lines):
            below = lines[index + 1] if index + 1 < len(lines) else None
            gap = _gap(before.line, line, layout, page) if before is not None else None
            centred = middles[index]
            starts = None
            if before is not None and gap is not None:
                below_gap = _gap(line, below, layout, page) if below is not None else 0.0
                starts = _starts(
                    before, line, below, below_gap=below_gap, column=column, gap=gap, centred=centred
                )
            before = _Judged(line, centred, starts)
            blocks.append(_block(len(blocks), line, gap, centred, starts))
    return tuple(blocks)


@dataclass(frozen=True, slots=True)
class _Judged:
    line: Line
    centred: bool
    starts: bool | None


def _block(index: int, line: Line, gap: float | None, centred: bool, starts: bool | None) -> Block:
    return Block(
        index=index,
        runs=line.look,
        page=line.page,
        x0=round(_x0(line), 1),
        x1=round(_x1(line), 1),
        gap=None if gap is None else round(gap, 2),
        size=round(_size(line), 1),
        centred=centred,
        starts_paragraph=starts,
    )


def _x0(line: Line) -> float:
    return line.x0 if line.x0 is not None else 0.0


def _x1(line: Line) -> float:
    return line.x1 if line.x1 is not None else 0.0


def _size(line: Line) -> float:
    return line.size if line.size is not None else 10.0


def _drop(above: Line, line: Line) -> float:
    return (above.baseline or 0.0) - (line.baseline or 0.0)


def _size_key(size: float) -> float:
    return round(size * 2) / 2


def _columns(pages: Sequence[Sequence[Line]]) -> tuple[Column, ...]:
    """The column of each page: that of pages like it, moved to what the page itself shows."""
    alike: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for number, lines in enumerate(pages):
        for line in lines:
            alike[_kind(number, line)].append(line)
    usual = {kind: _column(lines) for kind, lines in alike.items()}
    columns: list[Column] = []
    for number, lines in enumerate(pages):
        if not lines:
            columns.append(Column(0.0, 612.0))
            continue
        column = usual[_kind(number, lines[0])]
        if len(lines) >= 8:
            own = _column(lines, column.left)
            wide = own.width >= 0.8 * column.width
            if wide and abs(own.left - column.left) <= _MARGIN_DRIFT:
                column = Column(own.left, column.right)
            if wide and abs(own.right - column.right) <= _MARGIN_DRIFT:
                column = Column(column.left, own.right)
        columns.append(column)
    return tuple(columns)


def _kind(number: int, line: Line) -> tuple[int, int]:
    return round(line.page_width or 0), number % 2


def _column(lines: Sequence[Line], usual_left: float | None = None) -> Column:
    """The most common left edge of lines that go on from a full one, and the usual right edge.

    Lines that start a paragraph are indented, or hang out with their number; in texts of short
    paragraphs they may be the greater part. `usual_left` stands where too few lines go on.
    """
    longest = max(_x1(line) - _x0(line) for line in lines)
    long = [line for line in lines if _x1(line) - _x0(line) >= 0.6 * longest]
    rights = sorted(_x1(line) for line in long)
    right = _usual_edge(rights, leftmost=False)
    flush = sum(1 for x1 in rights if abs(x1 - right) <= 1.5)
    if flush < 0.15 * len(rights):
        right = rights[round(0.97 * (len(rights) - 1))]
    going_on = [
        _x0(line)
        for above, line in pairwise(lines)
        if _x1(above) >= right - 0.05 * longest and 0 < _drop(above, line) < 2.2 * _size(line)
    ]
    if len(going_on) >= 5:
        left = _usual_edge(going_on, leftmost=True)
    elif usual_left is not None:
        left = usual_left
    else:
        left = _usual_edge([_x0(line) for line in long], leftmost=True)
    return Column(left, max(right, left + 1.0))


def _usual_edge(values: Sequence[float], *, leftmost: bool) -> float:
    counts = Counter(round(value) for value in values)
    merged = {value: counts[value - 1] + counts[value] + counts[value + 1] for value in counts}
    most = max(merged.values())
    candidates = [value for value, count in merged.items() if count == most]
    edge = min(candidates) if leftmost else max(candidates)
    return statistics.median(value for value in values if abs(value - edge) <= 1.6)


def _pitches(
    pages: Sequence[Sequence[Line]], columns: Sequence[Column]
) -> tuple[dict[float, float], dict[tuple[int, float], float]]:
    """Usual distances after full lines, by type size, and by page where one page is clear about it.

    Only pairs whose upper line is full count: on a page of one-line paragraphs the usual distance
    would else be that between paragraphs.
    """
    drops: defaultdict[float, list[float]] = defaultdict(list)
    page_drops: defaultdict[tuple[int, float], list[float]] = defaultdict(list)
    for page, (lines, column) in enumerate(zip(pages, columns, strict=True)):
        for above, line in pairwise(lines):
            drop, key = _drop(above, line), _size_key(_size(line))
            fits = 0.8 * _size(line) <= drop <= 3.2 * _size(line)
            if fits and _size_key(_size(above)) == key and _x1(above) >= column.right - 0.1 * column.width:
                drops[key].append(round(drop, 1))
                page_drops[page, key].append(round(drop, 1))
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


def _gap(above: Line, line: Line, layout: Layout, page: int) -> float:
    distance = layout.line_distance(page, _size(line))
    return max(0.0, _drop(above, line) / distance - 1.0)


def _centred_lines(lines: Sequence[Line], column: Column, layout: Layout) -> list[bool]:
    """Which lines are centred; a wide line of a title is known by the centred line beside it."""
    middles = [_centred(line, column, layout) for line in lines]
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        for index in order:
            beside = index - order.step
            if middles[beside] and not middles[index]:
                middles[index] = _belongs_to_title(lines[index], lines[beside], column)
    return middles


def _belongs_to_title(line: Line, beside: Line, column: Column) -> bool:
    off = abs((_x0(line) + _x1(line)) - (_x0(beside) + _x1(beside))) / 2
    near = abs(_drop(line, beside)) <= 1.6 * _size(line)
    alike = abs(_size(line) - _size(beside)) < 0.3 and _look(line) == _look(beside)
    clear = _x0(line) - column.left >= 1.0 and column.right - _x1(line) >= 1.0
    return alike and near and clear and off <= 0.2 * _size(line)


def _look(line: Line) -> tuple[bool, bool]:
    visible = [run for run in line.runs if run.text.strip() and run.note is None]
    return all(run.bold for run in visible), all(run.italic for run in visible)


def _centred(line: Line, column: Column, layout: Layout) -> bool:
    clear = _CLEAR_SIDE * column.width
    if _x0(line) - column.left < clear or column.right - _x1(line) < clear:
        return False
    middle = (_x0(line) + _x1(line)) / 2
    page_middle = (line.page_width or 0.0) / 2
    off = min(abs(middle - (column.left + column.right) / 2), abs(middle - page_middle))
    indented = any(abs(round(_x0(line) - column.left) - indent) <= 1 for indent in layout.indents)
    return off <= (0.75 if indented else 0.02 * column.width)


def _first_word_width(line: Line) -> float:
    text = line.text.strip()
    word = text.split(" ", 1)[0] if text else ""
    if word and ord(word[0]) >= 0x2E80:
        word = word[0]
    return (_x1(line) - _x0(line)) * len(word) / max(len(text), 1)


def _starts(
    before: _Judged,
    line: Line,
    below: Line | None,
    *,
    below_gap: float,
    column: Column,
    gap: float,
    centred: bool,
) -> bool | None:
    """Whether a line starts a paragraph: True or False where the layout is certain of it."""
    above = before.line
    if gap >= _PARAGRAPH_GAP:
        return True
    if centred or before.centred:
        return None if centred and before.centred else True
    near = _NEAR * _size(line)
    used = _x1(above) + 0.25 * _size(line) + _first_word_width(line)
    full = used > column.right - 1.0
    if used < column.right - 0.08 * column.width:
        return True
    text_above = above.hang if above.hang is not None else _x0(above)
    if line.hang is not None and abs(line.hang - text_above) <= near and _x0(line) <= _x0(above) + near:
        return True
    step = _x0(line) - _x0(above)
    if step > near:
        return _after_indent(above, line, below, below_gap=below_gap, column=column, near=near, full=full)
    at_margin = abs(_x0(line) - column.left) <= near
    if abs(step) <= near:
        return False if full and (at_margin or before.starts is False) else None
    if full and before.starts is False:
        return True
    return False if full and at_margin and before.starts else None


def _after_indent(
    above: Line, line: Line, below: Line | None, *, below_gap: float, column: Column, near: float, full: bool
) -> bool | None:
    """The same for a line further in than the one above it."""
    if above.hang is not None and abs(_x0(line) - above.hang) <= near:
        return False if full else None
    back = below is not None and below_gap < _PARAGRAPH_GAP and _x0(below) < _x0(line) - near
    return True if back and _x1(line) >= column.right - 0.1 * column.width else None
