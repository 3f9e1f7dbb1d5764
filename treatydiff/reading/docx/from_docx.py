"""A Word document becomes blocks, one a paragraph, with its numbers as Word shows them.

Imported only when a Word document is read, since it needs lxml and python-docx.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from treatydiff.errors import ReadError
from treatydiff.model import Block, Furniture, Source, SourceText
from treatydiff.model.progress import StepProgress
from treatydiff.reading.contents_table import find_contents
from treatydiff.reading.docx.body import BodyReader, WordParagraph
from treatydiff.reading.docx.losses import missing_parts, numbering_doubts, sightings, unread_content
from treatydiff.reading.docx.notes import NoteBook
from treatydiff.reading.docx.numbering import Numbering
from treatydiff.reading.docx.package import DAMAGED_HINT, open_main_part, parse_part
from treatydiff.reading.docx.styles import StyleSheet, W
from treatydiff.reading.docx.text import InlineReader
from treatydiff.reading.lines import PageLine
from treatydiff.reading.sniff import DOCX
from treatydiff.settings import Settings


def read_docx(
    data: bytes, label: str, settings: Settings, progress: StepProgress | None = None
) -> SourceText:
    """Read a Word document.

    Args:
        data: the whole file.
        label: its name.
        settings: which side of tracked changes is read, and the caps against hostile files.
        progress: told once, at the end.

    Raises:
        ReadError: the document is damaged, locked, empty, or beyond a cap.
    """
    main = open_main_part(data, label, settings)
    try:
        text = _Document(main, label, settings).text(data)
    except RecursionError:
        raise ReadError(
            "the document is nested too deeply", where=label, hint="this is no ordinary draft"
        ) from None
    if progress is not None:
        progress(1, 1)
    return text


class _Document:
    """One opened document: its parts, and the readers that share them."""

    def __init__(self, main: Any, label: str, settings: Settings) -> None:
        self._main = main
        self._label = label
        self._settings = settings
        self._root = parse_part(main, label)
        self._body = self._root.find(W + "body")
        if self._body is None:
            raise ReadError("the Word document has no body", where=label, hint=DAMAGED_HINT)
        self._styles = StyleSheet(self._related("styles"))
        self._numbering_root = self._related("numbering")
        sections = list(self._body.iter(W + "sectPr"))
        self._notes = NoteBook(
            self._related("footnotes"),
            self._related("endnotes"),
            self._related("comments"),
            self._related("settings"),
            sections,
        )

    def text(self, data: bytes) -> SourceText:
        inline = self._inline(self._notes, self._body)
        numbering = Numbering(self._numbering_root, self._styles)
        places = {paragraph: at for at, paragraph in enumerate(self._root.iter(W + "p"))}
        body = BodyReader(self._styles, numbering, inline, places)
        blocks, furniture = _without_contents(list(body.read(self._body)))
        if not blocks:
            raise ReadError(
                "the document holds no text", where=self._label, hint="it may hold only pictures (a scan)"
            )
        furniture.extend(self._margins())
        notes = self._notes.notes(self._words)
        diagnostics = (
            *missing_parts(self._body, self._styles, numbering, self._notes),
            *sightings(inline.seen, self._settings.revisions),
            *numbering_doubts(numbering, body),
            *unread_content(self._body),
        )
        source = Source(self._label, sha256(data).hexdigest(), DOCX)
        return SourceText(source, tuple(blocks), notes, tuple(furniture), tuple(diagnostics))

    def _related(self, name: str) -> Any:
        """The root of the part that the main part names by a relationship, or None."""
        for relationship in self._main.rels.values():
            if not relationship.is_external and relationship.reltype.endswith(f"/{name}"):
                return parse_part(relationship.target_part, self._label)
        return None

    def _inline(self, notes: NoteBook, story: Any) -> InlineReader:
        kinds = [mark.get(W + "fldCharType") for mark in story.iter(W + "fldChar")]
        balanced = kinds.count("begin") == kinds.count("end")
        return InlineReader(self._styles, notes, self._settings.revisions, fields_balanced=balanced)

    def _words(self, story: Any) -> str:
        """The text of a note, header or footer, a line a paragraph."""
        notes = NoteBook(None, None, None, None, ())
        numbering = Numbering(self._numbering_root, self._styles)
        reader = BodyReader(self._styles, numbering, self._inline(notes, story))
        return "\n".join(
            " ".join(filter(None, (paragraph.block.number, paragraph.block.text)))
            for paragraph in reader.read(story)
        )

    def _margins(self) -> Iterator[Furniture]:
        """Headers and footers, each text once, in the order of the sections."""
        seen: set[tuple[str, str]] = set()
        names = {W + "headerReference": "docx header", W + "footerReference": "docx footer"}
        for reference in self._body.iter(*names):
            relationship_id = next((v for k, v in reference.attrib.items() if k.endswith("}id")), "")
            relationship = self._main.rels.get(relationship_id)
            if relationship is None or relationship.is_external:
                continue
            words = self._words(parse_part(relationship.target_part, self._label))
            rule = names[reference.tag]
            if words and (rule, words) not in seen:
                seen.add((rule, words))
                yield Furniture(rule, words, None)


def _without_contents(paragraphs: Sequence[WordParagraph]) -> tuple[list[Block], list[Furniture]]:
    """The blocks, numbered, without tables of contents: generated ones and those typed with leaders."""
    typed = find_contents([[PageLine(_with_leaders(paragraph)) for paragraph in paragraphs]])
    blocks: list[Block] = []
    furniture: list[Furniture] = []
    for at, paragraph in enumerate(paragraphs):
        block = paragraph.block
        if paragraph.contents or ((0, at) in typed and block.cell is None):
            words = " ".join(filter(None, (block.number, block.text)))
            furniture.append(Furniture("contents", words, None))
        else:
            blocks.append(replace(block, index=len(blocks)))
    return blocks, furniture


def _with_leaders(paragraph: WordParagraph) -> str:
    words, space, last = paragraph.block.text.rpartition(" ")
    return f"{words} ........ {last}" if paragraph.leaders and space else paragraph.block.text
