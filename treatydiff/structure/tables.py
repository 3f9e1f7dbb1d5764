"""Tables: a grid of figures is one provision; a table that only lays out text is text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from treatydiff.language.grammar import Grammar
from treatydiff.model import CONTAINER_KINDS, Block, Diagnostic
from treatydiff.structure.labels import read_label
from treatydiff.structure.lines import ends_sentence
from treatydiff.structure.nodes import Node
from treatydiff.structure.paragraphs import Paragraph
from treatydiff.structure.sourced import SourcedText, join

_BULLET = "•"
_UNITS: frozenset[str] = frozenset(("article", "rule"))
_OF_TREATIES = CONTAINER_KINDS | {"article", "annex"}
_FEWEST_ROWS = 2
"""Articles that a table sets out at least; one row may quote an article."""
_WORDY_CELL = 60
"""Mean code points a cell from which a table is taken to hold running text."""


def fold_tables(blocks: Sequence[Block], grammar: Grammar) -> tuple[Block, ...]:
    """The blocks with `cell` taken off where a table merely lays out the text.

    That is so where it has one column, where its first column holds nothing but labels ("(a)", as
    official journals set their points), where it sets the number of each article beside its words and
    the draft has no other articles, or where its cells are long and one begins with a heading of the
    grammar (a compilation with a column for each delegation).

    Args:
        blocks: everything a reader returned.
        grammar: the grammar of the language.
    """
    tables: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cell is not None:
            tables[block.cell[0]].append(block)
    if not tables:
        return tuple(blocks)
    alone = not any(block.cell is None and _heads(block, grammar, _UNITS) for block in blocks)
    plain = {
        table
        for table, cells in tables.items()
        if _lays_out_text(cells, grammar) or (alone and _sets_articles_beside_words(cells, grammar))
    }
    return tuple(
        replace(block, cell=None) if block.cell is not None and block.cell[0] in plain else block
        for block in blocks
    )


def headings_in_tables(blocks: Sequence[Block], grammar: Grammar) -> tuple[Diagnostic, ...]:
    """A warning where all that heads articles stands in tables that are read as tables.

    Args:
        blocks: those that are read, tables folded.
        grammar: the grammar of the language.
    """
    inside = [block for block in blocks if block.cell is not None and _heads(block, grammar, _UNITS)]
    if len(inside) < _FEWEST_ROWS or any(
        block.cell is None and _heads(block, grammar, _UNITS) for block in blocks
    ):
        return ()
    return (
        Diagnostic(
            "headings_in_table",
            "warning",
            f"{len(inside)} lines that begin like headings of articles are read as cells of a table",
            inside[0].page,
        ),
    )


def table_node(cells: Sequence[Paragraph]) -> Node:
    """A table as one provision: cells parted by a bar, rows by a line break, generated numbers in place.

    Args:
        cells: the paragraphs of its cells, in order.
    """
    rows: dict[int, list[SourcedText]] = {}
    for paragraph in cells:
        rows.setdefault(cell_of(paragraph)[1], []).append(_with_number(paragraph))
    text = join([join(row, " | ") for row in rows.values()], "\n")
    generated = "".join(cell.generated for cell in cells if cell.generated != _BULLET)
    return Node("table", page=cells[0].page, text=text, generated=generated)


def cell_of(paragraph: Paragraph) -> tuple[int, int, int]:
    """Table, row and column of a paragraph; the table is -1 outside of tables."""
    return paragraph.first.block.cell or (-1, 0, 0)


def _with_number(paragraph: Paragraph) -> SourcedText:
    if paragraph.generated in ("", _BULLET):
        return paragraph.sourced
    return join((SourcedText(paragraph.generated), paragraph.sourced), " ")


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


def _sets_articles_beside_words(cells: Sequence[Block], grammar: Grammar) -> bool:
    """Whether every row of two columns holds the heading of an article, or of a chapter, and its words."""
    if max(_column(block) for block in cells) != 1:
        return False
    rows: dict[int, tuple[list[Block], list[Block]]] = defaultdict(lambda: ([], []))
    for block in cells:
        rows[block.cell[1] if block.cell else 0][_column(block)].append(block)
    if not all(_heads(left[0], grammar) for left, _ in rows.values() if left):
        return False
    articles = [right for left, right in rows.values() if left and _heads(left[0], grammar, _UNITS)]
    said = sum(bool(right) and ends_sentence(right[-1].text) for right in articles)
    return len(articles) >= _FEWEST_ROWS and said > len(articles) / 2


def _heads(block: Block, grammar: Grammar, kinds: frozenset[str] = _OF_TREATIES) -> bool:
    text = block.text.strip()
    return any(form.pattern.match(text) for form in grammar.headings if form.kind in kinds)


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
