"""Tables: a grid of figures is one provision; a table that only lays out text is text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from treatydiff.language.grammar import Grammar
from treatydiff.model import Block


def fold_tables(blocks: Sequence[Block], grammar: Grammar) -> tuple[Block, ...]:
    """The blocks with `cell` taken off where a table merely lays out the text.

    That is so where it has one column, or where a cell begins with a heading of the grammar.

    Args:
        blocks: everything a reader returned.
        grammar: the grammar of the language.
    """
    from dataclasses import replace

    columns: dict[int, int] = defaultdict(int)
    headed: set[int] = set()
    for block in blocks:
        if block.cell is not None:
            columns[block.cell[0]] = max(columns[block.cell[0]], block.cell[2] + 1)
            if any(form.pattern.match(block.text.strip()) for form in grammar.headings):
                headed.add(block.cell[0])
    plain = {table for table, width in columns.items() if width == 1} | headed
    return tuple(replace(block, cell=None) if block.cell is not None and block.cell[0] in plain else block for block in blocks)
