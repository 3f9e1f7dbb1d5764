"""Lines of pages become blocks: white space above, centring, and what the layout says of paragraphs.

First-line indents are the rule in UN print (continuation lines go back to the margin) and hanging
numbers in working papers; both are read from the margins, which are found for every page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatydiff.model import Block
from treatydiff.patterns import pattern_of
from treatydiff.reading.lines import PageLine
from treatydiff.reading.pdf.layout import Column, Layout, drop, layout_of, left_of, right_of, size_of
from treatydiff.reading.right_to_left import is_right_to_left
from treatydiff.records import dataclass

_PARAGRAPH_GAP = 0.4
"""White space above, in line distances, from which a line certainly starts a paragraph."""
_NEAR = 0.5
"""Two left edges closer than this share of the type size are the same."""
_ENDED = pattern_of(r"[.;:。；：]\s*$")
_NUMBER = pattern_of(r"\s*[\[(]*(?:\d{1,3}[.)]|[a-z]{1,4}\))\s")
"""The number of a paragraph: behind a sentence that ends just at the margin it may open one."""
_GOES_ON = pattern_of(r"[^\W\d_][,\-\u2010\u00ad]?\s*$")
"""A letter, with a comma or hyphen behind it at most: no end of a sentence or of an item."""
_CLEAR_SIDE = 0.035
"""A centred line stays clear of either margin by this share of the column's width."""


def blocks_of(pages: Sequence[Sequence[PageLine]]) -> tuple[Block, ...]:
    """One block for every line, in reading order.

    A document written from right to left is judged in its mirror image.

    Args:
        pages: the text lines of each page, furniture and notes left out.
    """
    if not is_right_to_left("".join(line.text for lines in pages for line in lines)):
        return _blocks(pages, layout_of(pages))
    mirrored = [[_mirrored(line) for line in lines] for lines in pages]
    return tuple(
        replace(block, x0=round(left_of(line), 1), x1=round(right_of(line), 1))
        for block, line in zip(
            _blocks(mirrored, layout_of(mirrored)), (line for lines in pages for line in lines), strict=True
        )
    )


def _mirrored(line: PageLine) -> PageLine:
    width = line.page_width or 0.0
    return replace(line, x0=width - right_of(line), x1=width - left_of(line), hang=None)


def _blocks(pages: Sequence[Sequence[PageLine]], layout: Layout) -> tuple[Block, ...]:
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
    line: PageLine
    centred: bool
    starts: bool | None


def _block(index: int, line: PageLine, gap: float | None, centred: bool, starts: bool | None) -> Block:
    return Block(
        index=index,
        runs=line.look,
        page=line.page,
        x0=round(left_of(line), 1),
        x1=round(right_of(line), 1),
        gap=None if gap is None else round(gap, 2),
        size=round(size_of(line), 1),
        centred=centred,
        starts_paragraph=starts,
        cell=line.cell,
    )


def _gap(above: PageLine, line: PageLine, layout: Layout, page: int) -> float:
    distance = layout.line_distance(page, size_of(line))
    return max(0.0, drop(above, line) / distance - 1.0)


def _centred_lines(lines: Sequence[PageLine], column: Column, layout: Layout) -> list[bool]:
    """Which lines are centred; a wide line of a title is known by the centred line beside it."""
    middles = [_centred(line, column, layout) for line in lines]
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        for index in order:
            beside = index - order.step
            if middles[beside] and not middles[index]:
                middles[index] = _belongs_to_title(lines[index], lines[beside], column)
    return middles


def _belongs_to_title(line: PageLine, beside: PageLine, column: Column) -> bool:
    off = abs((left_of(line) + right_of(line)) - (left_of(beside) + right_of(beside))) / 2
    near = abs(drop(line, beside)) <= 1.6 * size_of(line)
    alike = abs(size_of(line) - size_of(beside)) < 0.3 and _look(line) == _look(beside)
    clear = left_of(line) - column.left >= 1.0 and column.right - right_of(line) >= 1.0
    return alike and near and clear and off <= 0.2 * size_of(line)


def _look(line: PageLine) -> tuple[bool, bool]:
    visible = [run for run in line.runs if run.text.strip() and run.note is None]
    return all(run.bold for run in visible), all(run.italic for run in visible)


def _centred(line: PageLine, column: Column, layout: Layout) -> bool:
    clear = _CLEAR_SIDE * column.width
    if left_of(line) - column.left < clear or column.right - right_of(line) < clear:
        return False
    middle = (left_of(line) + right_of(line)) / 2
    page_middle = (line.page_width or 0.0) / 2
    off = min(abs(middle - (column.left + column.right) / 2), abs(middle - page_middle))
    # At a usual indent a line is centred only if exactly so, and if it does not read as running text.
    indented = any(abs(round(left_of(line) - column.left) - indent) <= 1 for indent in layout.indents)
    if indented:
        running = line.hang is not None or line.text.rstrip().endswith((".", ",", ";", ":", "，", "；", "。"))
        return off <= 0.75 and not running
    return off <= 0.02 * column.width


def _first_word_width(line: PageLine) -> float:
    text = line.text.strip()
    word = text.split(" ", 1)[0] if text else ""
    if word and ord(word[0]) >= 0x2E80:
        word = word[0]
    return (right_of(line) - left_of(line)) * len(word) / max(len(text), 1)


def _starts(
    before: _Judged,
    line: PageLine,
    below: PageLine | None,
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
    near = _NEAR * size_of(line)
    used = right_of(above) + 0.25 * size_of(line) + _first_word_width(line)
    full = used > column.right - 1.0
    if used < column.right - 0.08 * column.width:
        # A short line is the last of its paragraph, but for a sentence that plainly goes on.
        goes_on = (
            abs(left_of(line) - left_of(above)) <= near and line.hang is None and _GOES_ON.search(above.text)
        )
        return None if goes_on and line.text[:1].islower() else True
    text_above = above.hang if above.hang is not None else left_of(above)
    if (
        line.hang is not None
        and abs(line.hang - text_above) <= near
        and left_of(line) <= left_of(above) + near
    ):
        return True
    step = left_of(line) - left_of(above)
    if line.hang is not None and abs(step) > near and left_of(line) - column.left > near:
        return True
    if step > near:
        return _after_indent(above, line, below, below_gap=below_gap, column=column, near=near, full=full)
    at_margin = abs(left_of(line) - column.left) <= near
    if abs(step) <= near:
        if _ENDED.search(above.text) and _NUMBER.match(line.text):
            return None
        return False if full and (at_margin or before.starts is False) else None
    if full and before.starts is False:
        return True
    opened = before.starts is True or above.hang is not None
    return False if full and at_margin and opened else None


def _after_indent(
    above: PageLine,
    line: PageLine,
    below: PageLine | None,
    *,
    below_gap: float,
    column: Column,
    near: float,
    full: bool,
) -> bool | None:
    """The same for a line further in than the one above it."""
    if above.hang is not None and abs(left_of(line) - above.hang) <= near:
        return False if full or line.hang is None else None
    back = below is not None and below_gap < _PARAGRAPH_GAP and left_of(below) < left_of(line) - near
    return True if back and right_of(line) >= column.right - 0.1 * column.width else None
