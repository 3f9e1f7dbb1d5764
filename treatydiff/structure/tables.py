"""Tables: a grid of figures is one provision; a table that only lays out text is text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from treatydiff.language.grammar import Grammar
from treatydiff.model import Block
from treatydiff.structure.labels import read_label

_WORDY_CELL = 60
"""Mean code points a cell from which a table is taken to hold running text."""


def fold_tables(blocks: Sequence[Block], grammar: Grammar) -> tuple[Block, ...]:
    """The blocks with `cell` taken off where a table merely lays out the text.

    That is so where it has one column, where its first column holds nothing but labels ("(a)", as
    official journals set their points), or where its cells are long and one begins with a heading of
    the grammar (a compilation with a column for each delegation).

    Args:
        blocks: everything a reader returned.
        grammar: the grammar of the language.
    """
    columns: dict[int, int] = defaultdict(int)
    lengths: dict[int, list[int]] = defaultdict(list)
    headed: set[int] = set()
    labelled: dict[int, bool] = {}
    for block in blocks:
        if block.cell is not None:
            if block.cell[2] == 0:
                alone = labelled.get(block.cell[0], True) and _is_label(block.text, grammar)
                labelled[block.cell[0]] = alone
            columns[block.cell[0]] = max(columns[block.cell[0]], block.cell[2] + 1)
            lengths[block.cell[0]].append(len(block.text))
            if any(
                form.pattern.match(block.text.strip()) for form in grammar.headings if form.kind != "rule"
            ):
                headed.add(block.cell[0])
    wordy = {table for table, sizes in lengths.items() if sum(sizes) >= _WORDY_CELL * len(sizes)}
    plain = {table for table, width in columns.items() if width == 1} | (headed & wordy)
    plain |= {table for table, alone in labelled.items() if alone and columns[table] == 2}
    return tuple(
        replace(block, cell=None) if block.cell is not None and block.cell[0] in plain else block
        for block in blocks
    )


def _is_label(text: str, grammar: Grammar) -> bool:
    """Whether a text is a label that words must follow; a bare figure counts nothing here."""
    label = read_label(text.strip() + " x", grammar.code)
    return label is not None and not text.strip()[label.end :].strip() and not text.strip().isalnum()
