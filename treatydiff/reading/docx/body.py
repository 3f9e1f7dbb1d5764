"""The paragraphs of a Word story in reading order: body, tables, text boxes, content controls.

Imported only when a Word document is read, since it needs lxml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from treatydiff.model import Block, Run
from treatydiff.reading.docx.numbering import BULLET, GeneratedLabel, Numbering
from treatydiff.reading.docx.styles import MC, StyleSheet, W, toggle, whole_number, word_value
from treatydiff.reading.docx.text import InlineReader, alternative
from treatydiff.records import dataclass

_TWIPS_A_POINT = 20
_CONTENTS_GALLERIES = frozenset({"Table of Contents"})
_CONTENTS_STYLES = ("toc ", "TOC ", "table of figures", "Contents Heading")

CellPlace = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph that was read: its block, whether it belongs to a generated table of contents.

    `leaders` says that its tabs are drawn as rows of dots, as in contents typed by hand.
    """

    block: Block
    contents: bool
    leaders: bool = False


@dataclass(slots=True)
class _Joining:
    """A paragraph whose mark is left out: its runs belong to the next one."""

    runs: tuple[Run, ...]
    element: Any
    cell: CellPlace | None


class BodyReader:
    """Walks the block-level content of one story.

    Args:
        styles: the document's styles.
        numbering: counts the automatic numbers.
        inline: reads the content of paragraphs.
        places: the numbers of the paragraphs, by their elements.
    """

    def __init__(
        self,
        styles: StyleSheet,
        numbering: Numbering,
        inline: InlineReader,
        places: Mapping[Any, int] | None = None,
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._inline = inline
        self._places = places or {}
        self._tables = 0
        self._joining: _Joining | None = None
        self._run_in = False
        self.typed_twice = 0
        self.embedded_documents = 0

    def read(self, container: Any) -> Iterator[WordParagraph]:
        """The paragraphs of a container, in reading order; their blocks are not numbered yet.

        Args:
            container: w:body, a table cell, a text box, a note, a header.
        """
        yield from self._walk(container, None, contents=False)
        yield from self._left_over()

    def _walk(self, container: Any, cell: CellPlace | None, *, contents: bool) -> Iterator[WordParagraph]:
        for child in container:
            tag = child.tag
            if tag == W + "p":
                yield from self._paragraph(child, cell, contents=contents)
            elif tag == W + "tbl":
                yield from self._left_over()
                yield from self._table(child, contents=contents)
            elif tag == W + "sdt":
                inside = child.find(W + "sdtContent")
                gallery = child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
                named = None if gallery is None else gallery.get(W + "val")
                if inside is not None:
                    yield from self._walk(inside, cell, contents=contents or named in _CONTENTS_GALLERIES)
            elif tag == MC + "AlternateContent":
                yield from self._walk(alternative(child), cell, contents=contents)
            elif tag in (W + "customXml", W + "smartTag", W + "ins", W + "moveTo", W + "del", W + "moveFrom"):
                if not self._inline.leaves_out([child]):
                    yield from self._walk(child, cell, contents=contents)
            elif tag == W + "altChunk":
                self.embedded_documents += 1

    def _table(self, table: Any, *, contents: bool) -> Iterator[WordParagraph]:
        number = self._tables
        self._tables += 1
        for row_number, row in enumerate(_inside(table, "tr")):
            if self._inline.leaves_out(row.find(W + "trPr")):
                continue
            column = whole_number(word_value(row.find(W + "trPr"), "gridBefore")) or 0
            for cell in _inside(row, "tc"):
                properties = cell.find(W + "tcPr")
                if self._inline.leaves_out(properties):
                    continue
                yield from self._walk(cell, (number, row_number, column), contents=contents)
                yield from self._left_over()
                column += whole_number(word_value(properties, "gridSpan")) or 1

    def _paragraph(self, element: Any, cell: CellPlace | None, *, contents: bool) -> Iterator[WordParagraph]:
        properties = element.find(W + "pPr")
        mark = None if properties is None else properties.find(W + "rPr")
        style_id = self._styles.paragraph_style(properties)
        inline = self._inline.read(element, style_id)
        runs = inline.runs
        if self._joining is not None:
            runs = (*self._joining.runs, *runs)
            self._joining = None
        if self._inline.leaves_out(mark):
            self._joining = _Joining(runs, element, cell)
        else:
            yield from self._emitted(element, runs, cell, contents=contents or inline.contents)
        for box in inline.boxes:
            held, self._joining = self._joining, None
            yield from self._walk(box, cell, contents=contents)
            yield from self._left_over()
            self._joining = held
        if properties is not None and properties.find(W + "sectPr") is not None:
            self._inline.next_section()

    def _left_over(self) -> Iterator[WordParagraph]:
        """A paragraph whose mark is left out, but with nothing behind it to join."""
        held, self._joining = self._joining, None
        if held is not None and any(run.text.strip() for run in held.runs):
            yield from self._emitted(held.element, held.runs, held.cell, contents=False)

    def _emitted(
        self, element: Any, runs: tuple[Run, ...], cell: CellPlace | None, *, contents: bool
    ) -> Iterator[WordParagraph]:
        properties = self._inline.properties_in_force(element.find(W + "pPr"))
        style_id = self._styles.paragraph_style(properties)
        mark = element.find(f"{W}pPr/{W}rPr")
        runs = _stripped(runs)
        breaks_section = properties is not None and properties.find(W + "sectPr") is not None
        if not runs and (toggle(mark, "vanish") or breaks_section):
            return
        label = self._numbering.label(properties, style_id)
        number = "" if label is None else label.text
        if not runs and number in ("", BULLET):
            return
        text = "".join(run.text for run in runs if run.note is None)
        if number and number != BULLET and text.startswith(f"{number} "):
            self.typed_twice += 1
            number = ""
        style = self._styles.name(style_id)
        block = Block(
            index=0,
            runs=runs,
            style=style,
            number=number,
            level=None if label is None else label.level,
            x0=self._left(properties, style_id, label),
            size=self._size(element, style_id),
            centred=self._is_centred(properties, style_id),
            starts_paragraph=not self._run_in,
            cell=cell,
            place=self._places.get(element),
        )
        self._run_in = bool(toggle(mark, "specVanish"))
        leaders = any(True for _ in element.iter(W + "tab")) and self._has_leaders(properties, style_id)
        yield WordParagraph(block, contents or style.startswith(_CONTENTS_STYLES), leaders)

    def _has_leaders(self, properties: Any, style_id: str) -> bool:
        styled = (style.find(W + "pPr") for style in self._styles.chain(style_id))
        tabs = (place.find(W + "tabs") for place in (properties, *styled) if place is not None)
        return any(
            stop.get(W + "leader") in ("dot", "middleDot")
            for stops in tabs
            if stops is not None
            for stop in stops
        )

    def _is_centred(self, properties: Any, style_id: str) -> bool:
        own = word_value(properties, "jc")
        return (own or self._styles.paragraph_value(style_id, "jc")) == "center"

    def _left(self, properties: Any, style_id: str, label: GeneratedLabel | None) -> float:
        """The left indent in points: the paragraph's own, else its list level's, else its style's."""
        for attribute in ("left", "start"):
            own = whole_number(word_value(properties, "ind", attribute))
            if own is not None:
                return own / _TWIPS_A_POINT
        own_list = None if properties is None else properties.find(W + "numPr")
        if own_list is not None and label is not None and label.left is not None:
            return label.left / _TWIPS_A_POINT
        for attribute in ("left", "start"):
            styled = whole_number(self._styles.paragraph_value(style_id, "ind", attribute))
            if styled is not None:
                return styled / _TWIPS_A_POINT
        return 0.0 if label is None or label.left is None else label.left / _TWIPS_A_POINT

    def _size(self, element: Any, style_id: str) -> float | None:
        """The size of the first run's characters, in points."""
        first = element.find(f"{W}r/{W}rPr")
        half_points = whole_number(word_value(first, "sz") or self._styles.run_value(style_id, "sz"))
        return None if half_points is None else half_points / 2


def _inside(container: Any, name: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those wrapped in content controls and the like."""
    for child in container:
        if child.tag == W + name:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"):
            yield from _inside(child, name)


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without white space at either end of the paragraph; nothing if only that is there."""
    if not any(run.text.strip() or run.note is not None for run in runs):
        return ()
    kept = list(runs)
    while kept and kept[0].note is None and not kept[0].text.strip():
        kept.pop(0)
    while kept and kept[-1].note is None and not kept[-1].text.strip():
        kept.pop()
    if kept[0].note is None and kept[0].text[:1].isspace():
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    if kept[-1].note is None and kept[-1].text[-1:].isspace():
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)
