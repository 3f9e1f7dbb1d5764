"""The words of the other draft, written into the file that is marked.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import Any

from lxml import etree

from treatydiff.patterns import pattern_of
from treatydiff.reading.docx.styles import W
from treatydiff.reading.docx.text import M
from treatydiff.redline.borrowed import Borrowed, in_list
from treatydiff.redline.changes import Changes, Tag, bare, piece_of, run_of
from treatydiff.redline.sides import TypedSide, WordSide, note_id
from treatydiff.redline.word.leaves import Leaf, is_sign, put_text
from treatydiff.redline.word.story import Story, StoryParagraph, StoryRow, StoryTable

_PIECES = pattern_of(r"[\t\n]|[^\t\n]+")
_TYPED_GAP = {"clause": "\t", "heading": "\n"}
_NOT_COPIED = frozenset(W + name for name in ("pPrChange", "pageBreakBefore"))
_OF_ITS_FILE = frozenset(
    W + name for name in ("headerReference", "footerReference", "printerSettings", "sectPrChange")
)  # fmt: skip
"""What in the properties of a section leads to parts of its file."""
_NOT_A_LOOK = frozenset(
    W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange")
)  # fmt: skip


class OtherWords:
    """Writes what only the other draft says; `placed` are its paragraphs that were written, and as what.

    Args:
        other: the other draft.
        borrowed: brings looks and notes from its file.
        changes: makes the marks.
    """

    def __init__(self, other: WordSide | TypedSide, borrowed: Borrowed, changes: Changes) -> None:
        self._other = other
        self._borrowed = borrowed
        self._changes = changes
        self.placed: dict[Any, Any] = {}

    def part(self, paragraph: StoryParagraph, start: int, end: int, look: Any, own: Tag) -> Any:
        """Some characters of a paragraph of the other draft, as one change.

        Args:
            paragraph: of the other draft.
            start, end: of its text.
            look: of the place that they come to, for words that have no look of their own.
            own: the mark of the marked draft's own words; these bear the opposite one.
        """
        tag: Tag = "del" if own == "ins" else "ins"
        change = self._changes.change(tag)
        for run in self._runs(paragraph, start, end, look):
            change.append(run)
            if tag == "del":
                _as_deleted(run)
        return change

    def paragraph(
        self,
        paragraph: StoryParagraph,
        beside: Any,
        tag: Tag,
        around: Tag | None = None,
        edits: Sequence[tuple[str, str]] = (),
    ) -> Any:
        """A whole paragraph of the other draft.

        Args:
            paragraph: of the other draft.
            beside: the paragraph before it, for the look of one that has none.
            tag: the mark of its words.
            around: of the words that moved with it.
            edits: what leads from A to B, where it moved.
        """
        element = etree.Element(W + "p")
        if paragraph.element is not None:
            self.placed[paragraph.element] = element
            properties = paragraph.element.find(W + "pPr")
            copied = self._borrowed.paragraph(properties)
        else:
            copied = None if beside is None else bare(beside.find(W + "pPr"))
            paragraph = typed_whole(paragraph)
            if copied is not None:
                copied = in_list(copied, "0")
        if copied is not None:
            for each in [each for each in copied if each.tag in _NOT_COPIED]:
                copied.remove(each)
            for section in copied.findall(W + "sectPr"):
                for each in [each for each in section if each.tag in _OF_ITS_FILE]:
                    section.remove(each)
            element.append(copied)
        look = None if beside is None or paragraph.element is not None else _first_look(beside)
        at = 0
        for kind, length in self._parts(paragraph, edits, tag, around):
            change = self._changes.change(kind)
            for run in self._runs(paragraph, at, at + length, look):
                change.append(run)
                if kind == "del":
                    _as_deleted(run)
            if len(change):
                element.append(change)
            at += length
        return element

    def _parts(
        self, paragraph: StoryParagraph, edits: Sequence[tuple[str, str]], tag: Tag, around: Tag | None
    ) -> Iterator[tuple[Tag, int]]:
        if around is None:
            yield tag, len(paragraph.text)
            return
        foreign = "delete" if tag == "del" else "insert"
        for op, text in edits:
            if op in ("equal", foreign):
                yield (around if op == "equal" else tag), len(text)

    def empty(self, tag: Tag) -> Any:
        """An empty paragraph that parts two tables on one side only."""
        element = etree.Element(W + "p")
        self._changes.mark(element, tag)
        return element

    def table(self, table: StoryTable, tag: Tag) -> Any:
        """A whole table of the other draft."""
        copied = etree.Element(W + "tbl")
        for name in ("tblPr", "tblGrid"):
            found = table.element.find(W + name)
            if found is not None:
                copied.append(self._borrowed.mapped(found))
        copied.extend(self.row(row, tag) for row in table.rows)
        return copied

    def row(self, row: StoryRow, tag: Tag) -> Any:
        """A whole row of a table of the other draft."""
        copied = etree.Element(W + "tr")
        for name in ("tblPrEx", "trPr"):
            found = row.element.find(W + name)
            if found is not None:
                copied.append(deepcopy(found))
        self._changes.row(copied, tag)  # type: ignore[arg-type]
        for cell, story in row.cells:
            into = etree.SubElement(copied, W + "tc")
            properties = cell.find(W + "tcPr")
            if properties is not None:
                into.append(deepcopy(properties))
            for item in story:
                into.append(self.table(item, tag) if isinstance(item, StoryTable)
                            else self.paragraph(item, None, tag))  # fmt: skip
                # LibreOffice takes a row out only where the ends of its paragraphs go too.
                if item is not story[-1] and isinstance(item, StoryParagraph):
                    self._changes.mark(into[-1], tag)
            if not story or isinstance(story[-1], StoryTable):
                etree.SubElement(into, W + "p")
        return copied

    def lines_of(self, kind: str, label: str, beside: Story) -> Story:
        """The paragraphs of a note of a draft that is no Word file.

        Args:
            kind: footnote or endnote.
            label: its label.
            beside: the paragraphs of the note that it became.
        """
        assert isinstance(self._other, TypedSide)
        note = next(
            (each for each in self._other.draft.notes if each.kind == kind and note_id(each) == label), None
        )
        if note is None:
            return []
        first = beside[0].text if beside else ""
        gap = first[: len(first) - len(first.lstrip())]
        first_line, *others = note.text.split("\n")
        return [StoryParagraph(text=gap + first_line), *(StoryParagraph(text=line) for line in others)]

    def _runs(self, paragraph: StoryParagraph, start: int, end: int, beside: Any) -> Iterator[Any]:
        if paragraph.element is None:
            yield from self._typed_runs(paragraph.text[start:end], beside)
            return
        for run, pieces in groupby(
            (leaf for leaf in paragraph.leaves if leaf.text and leaf.start < end and leaf.end > start),
            key=lambda leaf: leaf.run,
        ):
            if run.tag == M + "oMath":
                yield deepcopy(run)
                continue
            own = run.find(W + "rPr") if run.tag == W + "r" else None
            look = _plain_look(own, self._borrowed)
            yield run_of(look, [self._copied(leaf, start, end) for leaf in pieces])

    def _copied(self, leaf: Leaf, start: int, end: int) -> Any:
        if leaf.element.tag == W + "t":
            element = etree.Element(W + "t")
            put_text(element, leaf.text[max(0, start - leaf.start) : end - leaf.start])
            return element
        if leaf.run is leaf.element:
            return piece_of("".join(leaf.element.itertext()))
        copied = deepcopy(leaf.element)
        if leaf.note:
            new, note = self._borrowed.note(leaf.note, copied.get(W + "id", ""))
            copied.set(W + "id", new)
            self._clean(note)
        return copied

    def _clean(self, note: Any) -> None:
        """Take out of a note what leads to parts of the other file."""
        for link in list(note.iter(W + "hyperlink")):
            at = link.getparent().index(link)
            for place, child in enumerate(list(link), at):
                link.getparent().insert(place, child)
            link.getparent().remove(link)
        for each in list(note.iter(W + "drawing", W + "pict", W + "object", W + "commentReference",
                                   W + "bookmarkStart", W + "bookmarkEnd")):  # fmt: skip
            each.getparent().remove(each)

    def _typed_runs(self, text: str, look: Any) -> Iterator[Any]:
        for sign, characters in groupby(text, key=is_sign):
            if not sign:
                pieces = [piece_of(each) for each in _PIECES.findall("".join(characters))]
                yield run_of(look, pieces)
                continue
            for character in characters:
                yield from self._call(character)

    def _call(self, character: str) -> Iterator[Any]:
        assert isinstance(self._other, TypedSide)
        for note in self._other.draft.notes:
            thing = (note.kind, self._other.name, note_id(note))
            if thing in self._signs_of(character):
                new, _ = self._borrowed.typed_note(note.kind, note.text.split("\n"))
                call = etree.Element(f"{W}{note.kind}Reference")
                call.set(W + "id", new)
                yield run_of(self._borrowed.call_look(note.kind), [call])
                return

    def _signs_of(self, character: str) -> list[tuple[str, ...]]:
        assert isinstance(self._other, TypedSide)
        return self._other.signs.things(character)


def typed_whole(paragraph: StoryParagraph) -> StoryParagraph:
    """A typed line with its number before its words."""
    gap = _TYPED_GAP.get(paragraph.role, " ") if paragraph.label and paragraph.text else ""
    return StoryParagraph(text=f"{paragraph.label}{gap}{paragraph.text}", role=paragraph.role)


def _plain_look(look: Any, borrowed: Borrowed) -> Any:
    if look is None:
        return None
    copied = borrowed.mapped(look)
    for each in [each for each in copied if each.tag in _NOT_A_LOOK]:
        copied.remove(each)
    return copied


def _first_look(paragraph: Any) -> Any:
    look = paragraph.find(f".//{W}r/{W}rPr")
    if look is None:
        return None
    copied = deepcopy(look)
    for each in copied.findall(W + "vertAlign") + copied.findall(W + "rStyle"):
        copied.remove(each)
    return copied


def _as_deleted(run: Any) -> None:
    for each in run.iter(W + "t"):
        each.tag = W + "delText"
