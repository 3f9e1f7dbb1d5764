"""The table of rows on a terminal: numbers, heading, relation and both shares; signals on lines of their own.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from treatydiff.naming.wording import ABSENT
from treatydiff.records import dataclass
from treatydiff.report.comparison.view_model import ContainerView, UnitView
from treatydiff.report.kit.terminal_parts import QUIET, STRONG, safe

BOTH_SHARES_FROM = 60
"""Columns from which a table has room for headings and for both shares; below, B's share stands alone."""
GAP = 2
_SHARE = 7
_LABELS, _RELATION = 0.13, 0.24
"""Parts of the width that a column of labels and the column of relations may take at most."""
_SHORTEST_HEADING = 10
_HEADING_LINES = 4


@dataclass(frozen=True, slots=True)
class _Widths:
    """Columns of the cells of one table; the heading is 0 wide where there is no room for it."""

    a: int
    b: int
    heading: int
    relation: int

    @property
    def cells(self) -> tuple[int, ...]:
        """Of all cells, in their order."""
        shares = (_SHARE, _SHARE) if self.heading else (_SHARE,)
        return (self.a, self.b, *((self.heading,) if self.heading else ()), self.relation, *shares)


def row_tables(rows: Sequence[UnitView | ContainerView], width: int) -> Iterator[RenderableType]:
    """The rows of a comparison, one table for each instrument.

    Args:
        rows: articles and other units, or parts and chapters.
        width: columns of the terminal.
    """
    for at, (group, members) in enumerate(groupby(rows, key=lambda row: row.group)):
        if at:
            yield ""
        if group:
            yield Text(safe(group), STRONG, no_wrap=True, overflow="ellipsis")
        yield from _table(list(members), width)


def _table(rows: Sequence[UnitView | ContainerView], width: int) -> Iterator[RenderableType]:
    widths = _widths(rows, width)
    heading = ("Heading",) if widths.heading else ()
    shares = ("Carried", "Derived") if widths.heading else ("Derived",)
    grid = _grid(widths)
    grid.add_row(*(Text(name, STRONG) for name in ("A", "B", *heading, "Relation", *shares)))
    for row in rows:
        grid.add_row(*_cells(row, widths))
        signals = row.signals if isinstance(row, UnitView) else ()
        if signals:
            yield grid
            inset = widths.a + widths.b + 2 * GAP
            yield Padding(Text(safe("; ".join(signals)), STRONG), (0, 0, 0, inset))
            grid = _grid(widths)
    if grid.row_count:
        yield grid


def _cells(row: UnitView | ContainerView, widths: _Widths) -> list[Text]:
    style = QUIET if row.relation == "identical" else ""
    indent = "  " * row.depth if isinstance(row, ContainerView) else ""
    labels = [label if label == ABSENT else indent + label for label in (row.label_a, row.label_b)]
    heading = (_cut(row.heading, widths.heading),) if widths.heading else ()
    shares = (row.shares.carried, row.shares.derived) if widths.heading else (row.shares.derived,)
    return [Text(safe(cell), style) for cell in (*labels, *heading, row.relation_words, *shares)]


def _cut(heading: str, room: int) -> str:
    """A heading in as many lines of a column as it may have, cut behind a word."""
    if len(textwrap.wrap(heading, room)) <= _HEADING_LINES:
        return heading
    return "\n".join(textwrap.wrap(heading, room, max_lines=_HEADING_LINES, placeholder=" …"))


def _widths(rows: Sequence[UnitView | ContainerView], width: int) -> _Widths:
    indents = [2 * row.depth if isinstance(row, ContainerView) else 0 for row in rows]
    full_a = max(indent + cell_len(row.label_a) for row, indent in zip(rows, indents, strict=True))
    full_b = max(indent + cell_len(row.label_b) for row, indent in zip(rows, indents, strict=True))
    a, b = (max(2, min(full, int(width * _LABELS))) for full in (full_a, full_b))
    longest_relation = max(cell_len(row.relation_words) for row in rows)
    relation = max(len("Relation"), min(longest_relation, int(width * _RELATION)))
    left = width - a - b - relation - 2 * _SHARE - 5 * GAP
    if width < BOTH_SHARES_FROM or left < _SHORTEST_HEADING:
        return _Widths(a, b, 0, width - a - b - _SHARE - 3 * GAP)
    longest = max((cell_len(row.heading) for row in rows), default=0)
    heading = min(left, max(longest, len("Heading")))
    for_a = min(full_a - a, (left - heading) // 2)
    for_b = min(full_b - b, left - heading - for_a)
    return _Widths(a + for_a, b + for_b, heading, relation)


def _grid(widths: _Widths) -> Table:
    grid = Table(box=None, show_header=False, padding=(0, GAP, 0, 0), pad_edge=False)
    shares = 2 if widths.heading else 1
    for at, cells in enumerate(widths.cells):
        is_share = at >= len(widths.cells) - shares
        grid.add_column(
            width=cells, justify="right" if is_share else "left", no_wrap=is_share,
            overflow="fold",
        )  # fmt: skip
    return grid
