"""Markdown, one block a paragraph, heading, list item or table cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from treatydiff.errors import ReadError
from treatydiff.model import Block, Furniture, Note, Source, SourceText
from treatydiff.reading.decoding import decode_text, shown_characters
from treatydiff.reading.sniff import MARKDOWN
from treatydiff.reading.text.layout import COLUMN_POINTS
from treatydiff.reading.text.markdown_inline import inline_runs
from treatydiff.settings import Settings

_HEADING = re.compile(r"\s{0,3}(#{1,6})(?=\s|$)")
_CLOSING_SIGNS = re.compile(r"(?:^|(?<=\s))#+$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{2,})\s*")
_BULLET = re.compile(r"(\s*)[-*+](\s+)(?=\S)")
_NUMBERED = re.compile(r"(\s*)(\d{1,4})([.)])\s+(?=\S)")
_LABELLED = re.compile(r"\s*(?:\((?:\d{1,3}|[a-z]{1,4}|[ivxl]+)\)|[a-z]{1,2}[.)])\s+(?=\S)", re.IGNORECASE)
_QUOTE = re.compile(r"\s{0,3}>\s?")
_FENCE = re.compile(r"\s*(```+|~~~+)")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_NOTE = re.compile(r"\s{0,3}\[\^([^\]\s]+)\]:\s*(.*)")
_LINK_DEFINITION = re.compile(r"\s{0,3}\[([^\]^][^\]]*)\]:\s+\S+.*")

_SET_ASIDE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("markup", re.compile(r"\s*\{:.*\}\s*")),
    ("markup", re.compile(r"\s*<!--.*-->\s*")),
    ("contents", re.compile(r"\s*(?:\[TOC\]|\[\[_?TOC_?\]\]|[-*]\s+TOC)\s*", re.IGNORECASE)),
    ("rule", re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")),
)
"""Lines that tell the renderer something and hold no text, with the rule that takes them."""


@dataclass(slots=True)
class _Paragraph:
    """Source lines of one block, and what their form says."""

    lines: list[str] = field(default_factory=list)
    column: int = 0
    style: str = ""
    label: str = ""
    cell: tuple[int, int, int] | None = None

    @property
    def source(self) -> str:
        """The lines joined; a line that ends in two spaces or a backslash keeps its break."""
        joined = ""
        for line in self.lines:
            words = line.strip()
            hard = line.endswith("  ") or line.endswith("\\")
            joined += words.removesuffix("\\") + ("\n" if hard else " ")
        return joined.strip()


@dataclass(slots=True)
class _Sorted:
    """A file's lines, sorted into paragraphs, notes and what is set aside."""

    paragraphs: list[_Paragraph] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)
    furniture: list[Furniture] = field(default_factory=list)
    link_names: set[str] = field(default_factory=set)


def read_markdown(
    data: bytes, label: str, settings: Settings, progress: Callable[[int, int], None] | None = None
) -> SourceText:
    """Read a Markdown file.

    List labels stay in the text, except that a list numbered "1. 1. 1." is counted, as it is shown.

    Args:
        data: the whole file.
        label: its name.
        settings: part of the Reader protocol; nothing in it applies.
        progress: told once, at the end.

    Raises:
        ReadError: the file holds no text.
    """
    del settings
    text, diagnostics = decode_text(data)
    found = _sort_lines(shown_characters(text).splitlines())
    names = frozenset(found.link_names)
    blocks: list[Block] = []
    for paragraph in found.paragraphs:
        source = f"{paragraph.label} {paragraph.source}".strip()
        runs = inline_runs(source, names)
        if not "".join(run.text for run in runs).strip():
            continue
        blocks.append(
            Block(
                index=len(blocks),
                runs=runs,
                style=paragraph.style,
                x0=paragraph.column * COLUMN_POINTS,
                starts_paragraph=True,
                cell=paragraph.cell,
            )
        )
    if not blocks:
        raise ReadError("the file holds no text", where=label, hint="check that it was saved whole")
    notes = tuple(
        Note(name, "".join(run.text for run in inline_runs(" ".join(lines), names)), None, "footnote")
        for name, lines in found.notes.items()
    )
    if progress is not None:
        progress(1, 1)
    source_of = Source(label, sha256(data).hexdigest(), MARKDOWN)
    return SourceText(source_of, tuple(blocks), notes, tuple(found.furniture), diagnostics)


def _sort_lines(lines: Sequence[str]) -> _Sorted:
    found = _Sorted()
    counted: dict[int, tuple[str, int]] = {}
    current: _Paragraph | None = None
    note: str | None = None
    fenced = False
    start = _front_matter(lines, found)
    for at in range(start, len(lines)):
        line = lines[at].expandtabs(4)
        if _FENCE.match(line):
            fenced, current = not fenced, None
            continue
        if fenced:
            found.paragraphs.append(_Paragraph([line], _indent(line)))
            continue
        if not line.strip():
            current = None
            continue
        note = _note_line(line, note, found)
        if note is not None:
            current = None
            continue
        if _set_aside(line, current, found):
            current = None
            continue
        current = _text_line(line, current, found, counted)
    _split_tables(found)
    return found


def _front_matter(lines: Sequence[str], found: _Sorted) -> int:
    """Skip a block of metadata between two `---` lines at the top."""
    if not lines or lines[0].strip() != "---":
        return 0
    for at in range(1, min(len(lines), 100)):
        if lines[at].strip() in ("---", "..."):
            found.furniture += [Furniture("metadata", line.strip(), None) for line in lines[1:at] if line]
            return at + 1
    return 0


def _note_line(line: str, note: str | None, found: _Sorted) -> str | None:
    """The label of the note that a line belongs to, or None for a line of the text."""
    match = _NOTE.fullmatch(line)
    if match is not None:
        found.notes[match[1]] = [match[2].strip()]
        return match[1]
    if note is not None and line.startswith("    "):
        found.notes[note].append(line.strip())
        return note
    return None


def _set_aside(line: str, current: _Paragraph | None, found: _Sorted) -> bool:
    underline = _UNDERLINE.fullmatch(line)
    if underline is not None and current is not None and not current.style and not current.label:
        current.style = "Heading 1" if underline[1].startswith("=") else "Heading 2"
        return True
    definition = _LINK_DEFINITION.fullmatch(line)
    if definition is not None and current is None:
        found.link_names.add(definition[1].lower())
        found.furniture.append(Furniture("link definition", line.strip(), None))
        return True
    for rule, pattern in _SET_ASIDE:
        if pattern.fullmatch(line):
            found.furniture.append(Furniture(rule, line.strip(), None))
            return True
    return False


def _text_line(
    line: str, current: _Paragraph | None, found: _Sorted, counted: dict[int, tuple[str, int]]
) -> _Paragraph | None:
    """Put a line where it belongs; the paragraph that the next line may continue."""
    line = _QUOTE.sub("", line, count=1)
    heading = _HEADING.match(line)
    if heading is not None:
        counted.clear()
        words = _CLOSING_SIGNS.sub("", line[heading.end() :].strip()).strip()
        found.paragraphs.append(_Paragraph([words], 0, f"Heading {len(heading[1])}"))
        return None
    column = _indent(line)
    for deeper in [other for other in counted if other > column]:
        del counted[deeper]
    item = _item(line, column, counted)
    if item is not None:
        found.paragraphs.append(item)
        return item
    if current is not None and not _LABELLED.match(line) and "|" not in line:
        current.lines.append(line.lstrip())
        return current
    if column == 0:
        counted.clear()
    paragraph = _Paragraph([line.lstrip()], column)
    found.paragraphs.append(paragraph)
    return paragraph


def _item(line: str, column: int, counted: dict[int, tuple[str, int]]) -> _Paragraph | None:
    bullet = _BULLET.match(line)
    if bullet is not None:
        return _Paragraph([line[bullet.end() :]], column, label=line[bullet.end(1)])
    numbered = _NUMBERED.match(line)
    if numbered is None:
        return None
    typed, number = numbered[2], int(numbered[2])
    before = counted.get(column)
    if before is not None and before[0] == typed:
        number = before[1] + 1
    counted[column] = (typed, number)
    return _Paragraph([line[numbered.end() :]], column, label=f"{number}{numbered[3]}")


def _split_tables(found: _Sorted) -> None:
    """Rows of pipe tables become cells; a table is known by the rule under its first row."""
    paragraphs: list[_Paragraph] = []
    tables = row = 0
    inside = False
    for at, paragraph in enumerate(found.paragraphs):
        below = found.paragraphs[at + 1].source if at + 1 < len(found.paragraphs) else ""
        if not inside and "|" in paragraph.source and "|" in below and _TABLE_RULE.fullmatch(below):
            inside, row = True, 0
        elif inside and "|" not in paragraph.source:
            inside = False
            tables += 1
        if not inside:
            paragraphs.append(paragraph)
        elif _TABLE_RULE.fullmatch(paragraph.source):
            found.furniture.append(Furniture("rule", paragraph.source, None))
        else:
            paragraphs.extend(_cells(paragraph, tables, row))
            row += 1
    found.paragraphs = paragraphs


def _cells(paragraph: _Paragraph, table: int, row: int) -> Iterator[_Paragraph]:
    for column, words in enumerate(re.split(r"(?<!\\)\|", paragraph.source.strip("| "))):
        yield replace(paragraph, lines=[words.replace("\\|", "|")], cell=(table, row, column))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
