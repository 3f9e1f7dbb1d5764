"""What a reader returns: the text of one file, in blocks, with what was set aside."""

from __future__ import annotations

from typing import Literal

from treatydiff.model.one_line import one_line
from treatydiff.records import dataclass

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A doubt or fault found while reading, parsing or comparing; data that reaches the reader."""

    code: str
    severity: Severity
    message: str
    page: int | None = None
    provision: str | None = None

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Source:
    """One source file: what it is called in reports, and which bytes it held.

    `label` is the file name without its folder, or what the user calls it, which `named` says; `scope` is the
    narrowing asked for ("art_5-art_12").
    """

    label: str
    sha256: str
    media_type: str
    pages: int | None = None
    scope: str | None = None
    named: bool = False

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change that a run belongs to."""

    kind: Literal["insertion", "deletion"]
    author: str = ""
    date: str = ""

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of characters of one look.

    `note` is the label of the note that this run calls (its text is then the printed marker, which
    is no part of the canonical text). `marker` is what a publisher prints here to say which act brought
    the passage ("►M1"); such a run has no text. `colour` is the name of the colour of the letters, `ground`
    that of the ground behind them, where somebody set it by hand; empty for black on white.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    note: str | None = None
    revision: Revision | None = None
    marker: str = ""
    colour: str = ""
    ground: str = ""

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest piece of text whose bounds the reader is sure of.

    A line in PDF and plain text, a paragraph in DOCX and HTML; structure joins lines into
    paragraphs. Lengths are in points from the left edge of the page; `gap` is the white space above
    in multiples of the usual line distance (0 = none beyond it), both None where there is no layout.
    `starts_paragraph` is True or False where the reader knows, None where structure must judge.
    `number` is a label that the file generates (Word's numbering) and that is not in the runs;
    `level` its depth, from 0. `style` is the name of the paragraph style; `cell` is (table, row,
    column), each from 0, for text inside a table. `place` is the number of its paragraph in the main part of
    a Word file, counted from 0 in the order of the XML, None elsewhere.
    """

    index: int
    runs: tuple[Run, ...]
    page: int | None = None
    style: str = ""
    number: str = ""
    level: int | None = None
    x0: float | None = None
    x1: float | None = None
    gap: float | None = None
    size: float | None = None
    centred: bool = False
    starts_paragraph: bool | None = None
    cell: tuple[int, int, int] | None = None
    place: int | None = None

    __repr__ = one_line

    @property
    def text(self) -> str:
        """The characters of all runs, in order."""
        return "".join([run.text for run in self.runs])

    @property
    def bold(self) -> bool:
        """Whether every run with visible characters is bold."""
        visible = [run for run in self.runs if run.text.strip() and run.note is None]
        return bool(visible) and all(run.bold for run in visible)

    @property
    def italic(self) -> bool:
        """Whether every run with visible characters is italic."""
        visible = [run for run in self.runs if run.text.strip() and run.note is None]
        return bool(visible) and all(run.italic for run in visible)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, endnote or comment; kept, never scored.

    `place` is its id in its part of a Word file, None elsewhere.
    """

    label: str
    text: str
    page: int | None
    kind: Literal["footnote", "endnote", "comment"]
    author: str = ""
    place: int | None = None

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that belongs to the page and not to the instrument, with the rule that took it."""

    rule: str
    text: str
    page: int | None

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class SourceText:
    """Everything that one file says: blocks in reading order, notes, and what was set aside."""

    source: Source
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    __repr__ = one_line
