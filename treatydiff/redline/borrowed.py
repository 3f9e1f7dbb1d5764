"""What the words of the other draft need of its file: styles, lists and notes, brought into ours.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from treatydiff.reading.docx.numbering import Numbering
from treatydiff.reading.docx.styles import StyleSheet, W, whole_number, word_value
from treatydiff.redline.changes import piece_of, run_of
from treatydiff.redline.word.package import WordPackage
from treatydiff.redline.word.story import StoryParagraph

_IDENTITY = frozenset(W + name for name in ("nsid", "tmpl"))
_BEFORE_LIST = frozenset(
    W + name for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
"""What stands before w:numPr in the properties of a paragraph."""
_NOTE_STYLES = {"footnote": "footnote reference", "endnote": "endnote reference"}


class Borrowed:
    """Brings styles, lists and notes of another Word file into the one that is marked.

    Args:
        base: the file that is marked.
        other: the other draft's file, or None where that is no Word file.
        alone: whether lists that begin anew may get definitions of their own.
    """

    def __init__(self, base: WordPackage, other: WordPackage | None, *, alone: bool = False) -> None:
        self._alone = alone
        self._base = base
        self._other = other
        self.base_styles = StyleSheet(base.related("styles"))
        self.base_lists = Numbering(base.related("numbering"), self.base_styles)
        self._styles: dict[str, str] = {}
        self._lists: dict[str, str] = {"0": "0"}
        self._definitions: dict[str, str] = {}
        if other is not None:
            self.other_styles = StyleSheet(other.related("styles"))
            self.other_lists = Numbering(other.related("numbering"), self.other_styles)

    def tie_lists(self, paragraphs: Mapping[StoryParagraph, StoryParagraph]) -> None:
        """Take lists of both files for one that hold the same paragraphs and print the same numbers.

        A program that saves a file anew gives its lists other ids and other words for the same definition.

        Args:
            paragraphs: of our file, with those of the other that they belong to.
        """
        votes: Counter[tuple[int, int]] = Counter()
        for pair in paragraphs.items():
            own, other = (each.element.find(W + "pPr") for each in pair)
            ours = self.base_lists.place(own, self.base_styles.paragraph_style(own))
            theirs = self.other_lists.place(other, self.other_styles.paragraph_style(other))
            if ours is not None and theirs is not None:
                votes[theirs[0], ours[0]] += 1
        tied: dict[str, str] = {}
        # A stable sort: what was met first wins among equals.
        for theirs_id, ours_id in sorted(votes, key=lambda pair: -votes[pair]):
            levels = self.other_lists.printed_levels(theirs_id)
            number, own_number = str(theirs_id), str(ours_id)
            if levels is None or levels != self.base_lists.printed_levels(ours_id):
                continue
            if number in self._lists or own_number in self._lists.values():
                continue
            definition, own_definition = (
                self.other_lists.definition(theirs_id),
                self.base_lists.definition(ours_id),
            )
            # Lists that count on together must do so in both files.
            if tied.get(definition, own_definition) != own_definition:
                continue
            if definition not in tied and own_definition in tied.values():
                continue
            tied[definition] = own_definition
            self._lists[number], self._definitions[definition] = own_number, own_definition

    @property
    def tied(self) -> dict[str, str]:
        """The lists of the other file that are lists of ours, by their ids."""
        return dict(self._lists)

    def begin_alone(self, number: str) -> None:
        """Let a list of our file that begins anew count by a definition of its own.

        Args:
            number: its id (w:numId).
        """
        own = self._base.related("numbering")
        found = _by(own, "num", "numId", number)
        if self._alone and found is not None:
            self._define_alone(own, found, _by(own, "abstractNum", "abstractNumId", _definition_of(found)))

    def _define_alone(self, own: Any, instance: Any, definition: Any) -> bool:
        """Give a list that begins anew a definition of its own that begins there; whether that can be.

        LibreOffice begins anew at the first paragraph of such a list in the file, whichever draft has it.
        """
        begun = instance.findall(W + "lvlOverride")
        starts = {
            each.get(W + "ilvl", ""): word_value(each, "startOverride") for each in begun if len(each) == 1
        }
        if definition is None or not starts or None in starts.values() or len(starts) < len(begun):
            return False
        copied = self._defined(own, definition)
        for each in copied.findall(W + "lvl"):
            if (start := starts.get(each.get(W + "ilvl"))) is not None:
                for former in each.findall(W + "start"):
                    each.remove(former)
                each.insert(0, etree.Element(W + "start", {W + "val": start}))
        for each in begun:
            instance.remove(each)
        instance.find(W + "abstractNumId").set(W + "val", copied.get(W + "abstractNumId"))
        return True

    def mapped(self, properties: Any) -> Any:
        """A copy of properties of the other file (w:pPr, w:rPr, w:tblPr) that says the same in ours."""
        copied = deepcopy(properties)
        for name in ("pStyle", "rStyle", "tblStyle"):
            for each in copied.iter(W + name):
                each.set(W + "val", self.style(each.get(W + "val", "")))
        for each in copied.iter(W + "numId"):
            each.set(W + "val", self.list_id(each.get(W + "val", "0")))
        for each in [each for each in copied.iter(W + "numPr", W + "rPr") if each is not copied]:
            for change in [child for child in each if child.tag in (W + "ins", W + "del")]:
                each.remove(change)
        return copied

    def paragraph(self, properties: Any) -> Any:
        """A copy of a paragraph's properties in the other file, or None, that puts it into the same list.

        A style of ours may number its paragraphs otherwise than theirs; the paragraph then says it itself.

        Args:
            properties: its w:pPr element, or None.
        """
        copied = None if properties is None else self.mapped(properties)
        wanted = self.place(properties, other=True)
        if self.place(copied, other=False) == wanted:
            return copied
        if copied is None:
            copied = etree.Element(W + "pPr")
        return in_list(copied, *(wanted or ("0", None)))

    def style(self, style_id: str) -> str:
        """The id in our file of a style of the other."""
        if style_id not in self._styles:
            self._styles[style_id] = style_id
            found = _named(self._other, style_id)
            if _named(self._base, style_id) is None and found is not None:
                copied = self.mapped(found)
                for name in ("basedOn", "link", "next"):
                    for each in copied.findall(W + name):
                        if name == "basedOn":
                            each.set(W + "val", self.style(each.get(W + "val", "")))
                        else:
                            copied.remove(each)
                copied.attrib.pop(W + "default", None)
                self._base.with_related("styles").append(copied)
        return self._styles[style_id]

    def list_id(self, number: str) -> str:
        """The w:numId in our file of a list of the other: the same where both files define it alike."""
        if number in self._lists:
            return self._lists[number]
        own, other = self._base.related("numbering"), self._related("numbering")
        theirs = _by(other, "num", "numId", number)
        if theirs is None:
            self._lists[number] = number
            return number
        theirs_abstract = _definition_of(theirs)
        definition = _by(other, "abstractNum", "abstractNumId", theirs_abstract)
        # What was brought here under that number already is another list.
        ours = None if number in self._lists.values() else _by(own, "num", "numId", number)
        known = self._definitions.get(theirs_abstract)
        if ours is not None and _content(ours) == _content(theirs):
            same = _by(own, "abstractNum", "abstractNumId", theirs_abstract)
            taken = known is None and theirs_abstract in self._definitions.values()
            if not taken and known in (None, theirs_abstract) and _alike(same, definition):
                self._lists[number], self._definitions[theirs_abstract] = number, theirs_abstract
                return number
        own = self._base.with_related("numbering")
        copied = deepcopy(theirs)
        new = _free(own, "num", "numId")
        copied.set(W + "numId", new)
        if not (self._alone and self._define_alone(own, copied, definition)):
            if known is None:
                known = self._define(own, definition, theirs_abstract)
            link = copied.find(W + "abstractNumId")
            if link is not None:
                link.set(W + "val", known)
        own.append(copied)
        self._lists[number] = new
        return new

    def _define(self, own: Any, definition: Any, abstract: str) -> str:
        same = _by(own, "abstractNum", "abstractNumId", abstract)
        if same is not None and _alike(same, definition) and abstract not in self._definitions.values():
            new = abstract
        elif definition is None:
            new = _free(own, "abstractNum", "abstractNumId")
        else:
            new = self._defined(own, definition).get(W + "abstractNumId")
        self._definitions[abstract] = new
        return new

    def _defined(self, own: Any, definition: Any) -> Any:
        """A copy of a definition in our file, linked to no style: our styles have lists of their own."""
        copied = deepcopy(definition)
        for each in [*copied.iter(W + "pStyle"), *(each for each in copied if each.tag in _IDENTITY)]:
            each.getparent().remove(each)
        copied.set(W + "abstractNumId", _free(own, "abstractNum", "abstractNumId"))
        first = own.find(W + "num")
        if first is None:
            own.append(copied)
        else:
            first.addprevious(copied)
        return copied

    def place(self, properties: Any, *, other: bool) -> tuple[str, int] | None:
        """The list, by its id in our file, and the level of a paragraph.

        Args:
            properties: its w:pPr element, or None.
            other: whether it is one of the other file.
        """
        styles, lists = (
            (self.other_styles, self.other_lists) if other else (self.base_styles, self.base_lists)
        )
        found = lists.place(properties, styles.paragraph_style(properties))
        if found is None:
            return None
        number = str(found[0])
        return (self.list_id(number) if other else number), found[1]

    def note(self, kind: str, note_id: str) -> tuple[str, Any]:
        """Bring a note of the other file into ours; its new id and its element.

        Args:
            kind: footnote or endnote.
            note_id: its id in the other file.
        """
        theirs = _by(self._related(f"{kind}s"), kind, "id", note_id)
        copied = etree.Element(W + kind) if theirs is None else self.mapped(theirs)
        return self._add_note(kind, copied), copied

    def typed_note(self, kind: str, lines: list[str]) -> tuple[str, Any]:
        """Make a note of the words of a draft that is no Word file; its new id and its element.

        Args:
            kind: footnote or endnote.
            lines: its paragraphs.
        """
        part = self._base.with_related(f"{kind}s")
        model = next((each for each in part if each.get(W + "type", "normal") == "normal"), None)
        properties = None if model is None else model.find(f"{W}p/{W}pPr")
        note = etree.Element(W + kind)
        for at, line in enumerate(lines):
            paragraph = etree.SubElement(note, W + "p")
            if properties is not None:
                paragraph.append(deepcopy(properties))
            if not at:
                paragraph.append(run_of(self.call_look(kind), [etree.Element(f"{W}{kind}Ref")]))
                line = f" {line}"  # noqa: PLW2901 - a space between the mark and the words
            paragraph.append(run_of(None, [piece_of(line)]))
        return self._add_note(kind, note), note

    def call_look(self, kind: str) -> Any:
        """How calls of notes look in our file."""
        look = etree.Element(W + "rPr")
        part = self._base.related("styles")
        name = _NOTE_STYLES[kind]
        for style in part.iter(W + "style") if part is not None else ():
            if (word_value(style, "name") or "").lower() == name:
                etree.SubElement(look, W + "rStyle").set(W + "val", style.get(W + "styleId", ""))
                return look
        etree.SubElement(look, W + "vertAlign").set(W + "val", "superscript")
        return look

    def _add_note(self, kind: str, note: Any) -> str:
        part = self._base.with_related(f"{kind}s")
        new = _free(part, kind, "id")
        note.set(W + "id", new)
        part.append(note)
        return new

    def _related(self, kind: str) -> Any:
        return None if self._other is None else self._other.related(kind)


def in_list(properties: Any, number: str, level: int | None = None) -> Any:
    """Paragraph properties, changed so that they say which list the paragraph is in.

    Args:
        properties: a w:pPr element.
        number: id of the list, "0" for none.
        level: its level, from 0.
    """
    for each in properties.findall(W + "numPr"):
        properties.remove(each)
    numbered = etree.Element(W + "numPr")
    if level is not None:
        etree.SubElement(numbered, W + "ilvl").set(W + "val", str(level))
    etree.SubElement(numbered, W + "numId").set(W + "val", number)
    at = next((n for n, each in enumerate(properties) if each.tag not in _BEFORE_LIST), len(properties))
    properties.insert(at, numbered)
    return properties


def _definition_of(instance: Any) -> str:
    return word_value(instance, "abstractNumId") or ""


def _named(package: WordPackage | None, style_id: str) -> Any:
    return None if package is None else _by(package.related("styles"), "style", "styleId", style_id)


def _by(root: Any, name: str, attribute: str, value: str) -> Any:
    if root is None:
        return None
    return next((each for each in root.iterchildren(W + name) if each.get(W + attribute) == value), None)


def _free(root: Any, name: str, attribute: str) -> str:
    numbers = (whole_number(each.get(W + attribute)) or 0 for each in root.iterchildren(W + name))
    return str(max([0, *numbers]) + 1)


def _alike(one: Any, other: Any) -> bool:
    return one is not None and other is not None and _content(one) == _content(other)


def _content(element: Any) -> list[bytes]:
    return [
        etree.tostring(child, method="c14n", exclusive=True)
        for child in element
        if isinstance(child.tag, str) and child.tag not in _IDENTITY
    ]
