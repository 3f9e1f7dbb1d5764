"""Tables: a grid of figures is one provision; a table that only lays out text is text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from treatydiff.language.grammar import Grammar
from treatydiff.model import Block

_WORDY_CELL = 60
"""Mean code points a cell from which a table is taken to hold running text."""


def fold_tables(blocks: Sequence[Block], grammar: Grammar) -> tuple[Block, ...]:
    """The blocks with `cell` taken off where a table merely lays out the text.

    That is so where it has one column, or where its cells are long and one begins with a heading of
    the grammar (a compilation with a column for each delegation).

    Args:
        blocks: everything a reader returned.
        grammar: the grammar of the language.
    """
    columns: dict[int, int] = defaultdict(int)
    lengths: dict[int, list[int]] = defaultdict(list)
    headed: set[int] = set()
    for block in blocks:
        if block.cell is not None:
            columns[block.cell[0]] = max(columns[block.cell[0]], block.cell[2] + 1)
            lengths[block.cell[0]].append(len(block.text))
            if any(form.pattern.match(block.text.strip()) for form in grammar.headings):
                headed.add(block.cell[0])
    wordy = {table for table, sizes in lengths.items() if sum(sizes) >= _WORDY_CELL * len(sizes)}
    plain = {table for table, width in columns.items() if width == 1} | (headed & wordy)
    return tuple(
        replace(block, cell=None) if block.cell is not None and block.cell[0] in plain else block
        for block in blocks
    )
