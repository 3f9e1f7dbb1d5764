"""Tables that set several texts side by side: noticed, and one of their columns read where that is asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from treatydiff.errors import ReadError
from treatydiff.language.grammar import Grammar
from treatydiff.model import CONTAINER_KINDS, Block, Diagnostic, Span
from treatydiff.records import dataclass
from treatydiff.structure.labels import read_generated, read_label
from treatydiff.structure.lines import ends_sentence

_FEWEST_HEADINGS = 2
"""Articles, or paragraphs with the number of one beside them, that a column holds from which on it is a text.

A table about one article may quote it.
"""
_SHORTEST_PARAGRAPH = 12
"""Code points of a numbered paragraph of a text; shorter ones are entries of a table."""
_WORDS_TO_HEADINGS = 2
"""How much longer than its headings the text of a column is; a table of concordance has headings alone."""
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class ChosenText:
    """What of the blocks is read, and what stands in other columns."""

    blocks: tuple[Block, ...]
    left_out: tuple[Span, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class _ColumnContent:
    """What one column of the tables of one width holds.

    Attributes:
        headings: number of headings of articles.
        paragraphs: number of paragraphs that bear the number of one beside them.
        heading_length: code points of the headings.
        length: code points of the rest.
    """

    headings: int = 0
    paragraphs: int = 0
    heading_length: int = 0
    length: int = 0

    @property
    def is_text(self) -> bool:
        """Whether it is a text of its own, with articles or numbered paragraphs."""
        found = max(self.headings, self.paragraphs)
        return found >= _FEWEST_HEADINGS and self.length >= _WORDS_TO_HEADINGS * self.heading_length


def choose_column(blocks: Sequence[Block], grammar: Grammar, column: int, label: str) -> ChosenText:
    """The blocks, of tables that set texts side by side only one column where one is asked for.

    Such tables have two columns or more that hold articles with their words, or paragraphs that bear one
    number row by row. Headings of chapters that
    stand across the table belong to every column.

    Args:
        blocks: everything a reader returned.
        grammar: the grammar of the language.
        column: number of the column, from 1; 0 reads all.
        label: name of the file, for errors.

    Raises:
        ReadError: the tables have fewer columns.
    """
    widths = _widths(blocks)
    texts = _widths_of_texts(blocks, widths, grammar)
    tables = {table for table, width in widths.items() if width in texts}
    if not tables:
        said = Diagnostic(
            "no_columns", "info", f"no table sets texts side by side: column {column} says nothing here"
        )
        return ChosenText(tuple(blocks), (), (said,) if column else ())
    width = min(widths[table] for table in tables)
    if not column:
        said = Diagnostic(
            "texts_side_by_side",
            "warning",
            f"a table sets {width} columns side by side{_named(blocks, tables)} and all are read as one "
            "text: name one of them (--column 1)",
        )
        return ChosenText(tuple(blocks), (), (said,))
    if column > width:
        raise ReadError(
            f"there is no column {column}: the table that sets texts side by side has {width}",
            where=label,
            hint=f"--column 1 to {width}",
        )
    kept: list[Block] = []
    left_out: list[Span] = []
    for block in blocks:
        if block.cell is None or block.cell[0] not in tables:
            kept.append(block)
        elif block.cell[2] == column - 1 or _heads(block, grammar, CONTAINER_KINDS):
            kept.append(replace(block, cell=None))
        else:
            left_out.append(Span(block.index, 0, len(block.text)))
    said = Diagnostic("column_read", "info", f"column {column} of {width} is read; the others are left out")
    return ChosenText(tuple(kept), tuple(left_out), (said,))


def _widths(blocks: Sequence[Block]) -> dict[int, int]:
    """The number of columns of each table."""
    widths: dict[int, int] = defaultdict(int)
    for block in blocks:
        if block.cell is not None:
            widths[block.cell[0]] = max(widths[block.cell[0]], block.cell[2] + 1)
    return widths


def _widths_of_texts(blocks: Sequence[Block], widths: dict[int, int], grammar: Grammar) -> frozenset[int]:
    """The widths whose tables hold a text in two columns or more, all tables of a width taken together."""
    columns: dict[tuple[int, int], _ColumnContent] = defaultdict(_ColumnContent)
    paired = _numbered_alike(blocks, grammar)
    for block in blocks:
        if block.cell is None:
            continue
        column = columns[widths[block.cell[0]], block.cell[2]]
        if _heads(block, grammar, frozenset(("article", "rule"))):
            column.headings += 1
            column.heading_length += len(block.text)
        else:
            column.paragraphs += block.index in paired
            column.length += len(block.text)
    texts = Counter(width for (width, _), column in columns.items() if column.is_text)
    return frozenset(width for width, count in texts.items() if count > 1)


def _numbered_alike(blocks: Sequence[Block], grammar: Grammar) -> frozenset[int]:
    """The paragraphs beside which, in another column of their row, one stands with the same number."""
    rows: dict[tuple[int, int, str], list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cell is None or len(block.text) < _SHORTEST_PARAGRAPH:
            continue
        label = (
            read_generated(block.number, grammar.code)
            if block.number
            else read_label(block.text, grammar.code)
        )
        if label is not None:
            rows[block.cell[0], block.cell[1], label.number].append(block)
    return frozenset(
        block.index
        for beside in rows.values()
        if len({block.cell and block.cell[2] for block in beside}) > 1
        for block in beside
    )


def _heads(block: Block, grammar: Grammar, kinds: frozenset[str]) -> bool:
    """Whether a block is a heading of one of some kinds, and no sentence that begins like one."""
    text = block.text.strip().strip("[]")
    if len(text) > _LONGEST_HEADING:
        return False
    for form in grammar.headings:
        found = form.pattern.match(text) if form.kind in kinds else None
        if found is not None:
            rest = found.group("rest").strip()
            return not rest or not (ends_sentence(rest) or grammar.reference_follower.match(rest))
    return False


def _named(blocks: Sequence[Block], tables: set[int]) -> str:
    """The heads of the columns of the first such table, where its first row names them."""
    first = min(tables)
    heads = [
        block.text.strip() for block in blocks if block.cell is not None and block.cell[:2] == (first, 0)
    ]
    short = [head for head in heads if len(head) <= _LONGEST_HEADING]
    return f" ({', '.join(f'“{head}”' for head in short)})" if len(short) == len(heads) > 1 else ""
