"""Markdown, one block a paragraph, heading, list item or table cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from hashlib import sha256
from typing import Any

from markdown_it.token import Token

from treatydiff.errors import ReadError
from treatydiff.model import Block, Diagnostic, Note, Run, Source, SourceText
from treatydiff.model.progress import StepProgress
from treatydiff.patterns import pattern_of
from treatydiff.reading.decoding import decode_text, shown_characters
from treatydiff.reading.note_calls import set_apart
from treatydiff.reading.runs import joined_runs, trimmed_runs
from treatydiff.reading.sniff import MARKDOWN
from treatydiff.reading.text.layout import COLUMN_POINTS
from treatydiff.reading.text.markdown_grammar import markdown_grammar
from treatydiff.reading.text.markdown_inline import SPANNING, MarkdownText, inline_runs
from treatydiff.reading.text.markdown_lines import MarkdownLines, markdown_lines
from treatydiff.records import dataclass
from treatydiff.settings import Settings

_LABELLED = pattern_of(
    r"\s*(?:\((?:\d{1,3}|[a-z]{1,4}|[ivxl]+)\)|[a-z]{1,2}[.)]|\d{1,4}[.)]|[-*+])\s+(?=\S)", re.IGNORECASE
)
"""How a line begins that is a subparagraph of its own, although no empty line stands above it."""
_CELL_END = pattern_of(r"(?<!\\)\|")


def read_markdown(
    data: bytes, label: str, settings: Settings, progress: StepProgress | None = None
) -> SourceText:
    """Read a Markdown file.

    List labels stay in the text, except that a list numbered "1. 1. 1." is counted, as it is shown.

    Args:
        data: the whole file.
        label: its name.
        settings: which side of `<ins>` and `<del>` is read.
        progress: told once, at the end.

    Raises:
        ReadError: the file holds no text.
    """
    text, diagnostics = decode_text(data)
    source = markdown_lines(shown_characters(text).splitlines())
    environment: dict[str, Any] = {}
    tokens = markdown_grammar().parse("\n".join(source.lines), environment)
    notes = environment.get("notes", [])
    reader = MarkdownText(
        environment, frozenset(name for name, _, _ in notes), settings.revisions, source.balanced(SPANNING)
    )
    walk = _Walk(source, reader)
    walk.read(tokens)
    walk.read_what_is_left(environment)
    blocks = walk.blocks()
    if not blocks:
        raise ReadError("the file holds no text", where=label, hint="check that it was saved whole")
    if progress is not None:
        progress(1, 1)
    return SourceText(
        Source(label, sha256(data).hexdigest(), MARKDOWN),
        blocks,
        tuple(Note(name, _words(reader, words), None, "footnote") for name, words, _ in notes),
        tuple(piece for _, piece in sorted(source.furniture, key=lambda taken: taken[0])),
        (*diagnostics, *_revised(reader, settings.revisions)),
    )


def _words(reader: MarkdownText, source: str) -> str:
    return "".join(run.text for run in inline_runs(source, reader)).strip()


def _revised(reader: MarkdownText, revisions: str) -> Iterator[Diagnostic]:
    insertions, deletions = reader.revised["ins"], reader.revised["del"]
    if insertions or deletions:
        left_out = "deletions" if revisions == "accept" else "insertions"
        yield Diagnostic(
            "tracked_changes",
            "warning",
            f"marked changes: {insertions} insertions, {deletions} deletions; read with changes "
            f"{revisions}ed, {left_out} left out",
        )


@dataclass(slots=True)
class _Counted:
    """A numbered list under way: the number typed last and the number shown for it."""

    typed: int = -1
    shown: int = -1

    def number(self, typed: int) -> int:
        """The number of the next item: as typed, or counted where the same is typed again."""
        self.shown = self.shown + 1 if typed == self.typed else typed
        self.typed = typed
        return self.shown


@dataclass(slots=True)
class _Walk:
    """Goes through the tokens of a file and makes blocks of them."""

    source: MarkdownLines
    reader: MarkdownText
    _found: list[tuple[int, Block]] = field(default_factory=list)
    _lists: list[_Counted] = field(default_factory=list)
    _label: str = ""
    _labelled_at: int = 0
    _tables: int = 0
    _row: int = 0
    _style: str = ""

    def read(self, tokens: Sequence[Token]) -> None:
        """Read all tokens of the grammar of blocks."""
        for token in tokens:
            start, end = token.map or (0, 0)
            match token.type:
                case "heading_open":
                    self._style = f"Heading {token.tag[1]}"
                    self.source.take(start + 1, end)
                case "heading_close":
                    self._style = ""
                case "inline" if self.source.holds(start):
                    self.source.take(start, end)
                    self._paragraph(token.content, start)
                case "fence":
                    self.source.take(start, end)
                    self._fence(start, end)
                case "hr":
                    self.source.set_aside("rule", start, end)
                case _:
                    self._list(token, start)
                    self._table(token, start)

    def _list(self, token: Token, line: int) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append(_Counted())
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._item(token, line)
            case "list_item_close":
                self._end_label()

    def _table(self, token: Token, line: int) -> None:
        match token.type:
            case "table_open":
                self._row = 0
                self.source.set_aside("rule", line + 1, line + 2)
            case "table_close":
                self._tables += 1
            case "tr_open":
                self.source.take(line, line + 1)
                self._cells(line)

    def read_what_is_left(self, environment: dict[str, Any]) -> None:
        """Set definitions of links aside; read lines that lay too deep for the grammar as paragraphs.

        Args:
            environment: what the grammar noted of links and notes.
        """
        for _, _, (start, end) in environment.get("notes", []):
            self.source.take(start, end)
        defined = [*environment.get("references", {}).values(), *environment.get("duplicate_refs", [])]
        for definition in defined:
            self.source.set_aside("link definition", *definition["map"])
        for line, words in self.source.left():
            self._paragraph(words, line)

    def blocks(self) -> tuple[Block, ...]:
        """The blocks, in the order of the file."""
        in_order = sorted(self._found, key=lambda found: found[0])
        return tuple(replace(block, index=index) for index, (_, block) in enumerate(in_order))

    def _item(self, token: Token, line: int) -> None:
        label = token.markup
        if token.info:
            label = f"{self._lists[-1].number(int(token.info))}{token.markup}"
        if self._label and line == self._labelled_at:
            self._label += f" {label}"
            return
        self._end_label()
        self._label, self._labelled_at = "" if self.reader.leaves_out else label, line

    def _end_label(self) -> None:
        """A label whose item is empty, or begins with what is no paragraph, is a block of its own."""
        if self._label:
            label, self._label = self._label, ""
            self._put(self._labelled_at, (Run(label),))

    def _paragraph(self, content: str, line: int) -> None:
        """A paragraph; lines in it that begin with a label of their own are paragraphs, too."""
        first, *others = content.split("\n")
        part, at = [first], line
        for number, other in enumerate(others, line + 1):
            if not self._style and _LABELLED.match(other):
                self._text("\n".join(part), at)
                part, at = [], number
            part.append(other)
        self._text("\n".join(part), at)

    def _text(self, words: str, line: int, cell: tuple[int, int, int] | None = None) -> None:
        for piece in self.reader.pieces(words):
            runs, at = set_apart(trimmed_runs(piece.runs)), line
            if self._label:
                runs, at = tuple(joined_runs((Run(f"{self._label} "), *runs))), self._labelled_at
                self._label = ""
            self._put(at, runs, piece.style or self._style, piece.centred, cell)

    def _fence(self, start: int, end: int) -> None:
        """Text set off as it is typed: a block a line, without the signs around it."""
        for line in range(start + 1, end):
            words = self.source.words(line)
            if words and not self.reader.leaves_out and not (line == end - 1 and words.strip("`~") == ""):
                self._put(line, (Run(words),))

    def _cells(self, line: int) -> None:
        words = self.source.words(line).removeprefix("|")
        words = words if words.endswith("\\|") else words.removesuffix("|")
        for column, cell in enumerate(_CELL_END.split(words)):
            self._text(cell.strip().replace("\\|", "|"), line, (self._tables, self._row, column))
        self._row += 1

    def _put(
        self,
        line: int,
        runs: tuple[Run, ...],
        style: str = "",
        centred: bool = False,
        cell: tuple[int, int, int] | None = None,
    ) -> None:
        block = Block(
            index=0,
            runs=runs,
            style=style,
            x0=self.source.column(line) * COLUMN_POINTS,
            centred=centred,
            starts_paragraph=True,
            cell=cell,
        )
        self._found.append((line, block))
