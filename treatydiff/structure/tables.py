"""Tables: a grid of figures is one provision; a table that only lays out text is text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from treatydiff.language.grammar import Grammar
from treatydiff.model import Block
from treatydiff.structure.labels import read_label
from treatydiff.structure.lines import ends_sentence

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
    tables: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cell is not None:
            tables[block.cell[0]].append(block)
    plain = {table for table, cells in tables.items() if _lays_out_text(cells, grammar)}
    return tuple(
        replace(block, cell=None) if block.cell is not None and block.cell[0] in plain else block
        for block in blocks
    )


def _lays_out_text(cells: Sequence[Block], grammar: Grammar) -> bool:
    columns = 1 + max(_column(block) for block in cells)
    if columns == 1:
        return True
    if columns == 2 and all(_is_label(block.text, grammar) for block in cells if _column(block) == 0):
        return True
    wordy = sum(len(block.text) for block in cells) >= _WORDY_CELL * len(cells)
    return wordy and any(_heads(block, grammar) for block in cells) and not _lists_contents(cells, grammar)


def _column(block: Block) -> int:
    return block.cell[2] if block.cell is not None else 0


def _heads(block: Block, grammar: Grammar) -> bool:
    text = block.text.strip()
    return any(form.pattern.match(text) for form in grammar.headings if form.kind != "rule")


def _lists_contents(cells: Sequence[Block], grammar: Grammar) -> bool:
    """Whether a table lists headings with their titles: no cell ends a sentence but for "Article 1:"."""
    first = [block for block in cells if _column(block) == 0]
    return all(_heads(block, grammar) for block in first) and not any(
        ends_sentence(block.text) for block in cells if _column(block) > 0
    )


def _is_label(text: str, grammar: Grammar) -> bool:
    """Whether a text is a label that words must follow; a bare figure counts nothing here."""
    label = read_label(text.strip() + " x", grammar.code)
    return label is not None and not text.strip()[label.end :].strip() and not text.strip().isalnum()
