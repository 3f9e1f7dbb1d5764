"""The runs of a Word paragraph: what of its content is text, and how it looks.

Imported only when a Word document is read, since it needs lxml.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import field, replace
from typing import Any, Literal

from treatydiff.model import Revision, Run
from treatydiff.reading.decoding import shown_characters
from treatydiff.reading.docx.colours import colours_of
from treatydiff.reading.docx.fields import FieldState
from treatydiff.reading.docx.notes import NoteBook, NoteKind
from treatydiff.reading.docx.signs import UNKNOWN_SIGN, has_signs, shown_signs, shown_symbol
from treatydiff.reading.docx.styles import MC, StyleSheet, W, toggle, word_value
from treatydiff.reading.runs import joined_runs
from treatydiff.records import dataclass

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_SILENT = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "bookmarkStart",
        "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd", "softHyphen", "delInstrText",
        "footnoteRef", "endnoteRef", "annotationRef", "separator", "continuationSeparator", "rubyPr",
        "rt", "pgNum", "lastRenderedPageBreak", "permStart", "permEnd", "tblPr", "trPr", "tcPr",
    )
) | {M + "rPr", M + "ctrlPr"}  # fmt: skip
"""Elements that hold no text of the draft (the phonetic guide `rt` repeats its base)."""

_NOTE_CALLS: dict[str, NoteKind] = {
    W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
    W + "commentReference": "comment",
}

_CHARACTERS: dict[str, str] = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}

_ADDING = {W + "ins", W + "moveTo", W + "cellIns"}
_TAKING = {W + "del", W + "moveFrom", W + "cellDel"}


@dataclass(slots=True)
class Sightings:
    """What was met on the way and is reported once, at the end."""

    insertions: int = 0
    deletions: int = 0
    authors: set[str] = field(default_factory=set)
    hidden: int = 0
    number_fields: int = 0
    embedded: int = 0
    unknown_symbols: int = 0


@dataclass(frozen=True, slots=True)
class Inline:
    """What a paragraph holds: its runs, the text boxes anchored in it, and whether it is contents."""

    runs: tuple[Run, ...]
    boxes: tuple[Any, ...]
    contents: bool


@dataclass(frozen=True, slots=True)
class _TextPlace:
    """Where the walk is: the paragraph's style and the tracked change around it."""

    style_id: str
    revision: Revision | None = None


class InlineReader:
    """Reads the content of paragraphs, one after another, since fields span them.

    Args:
        styles: the document's styles.
        notes: gives note calls their labels.
        revisions: which side of tracked changes is read.
        fields_balanced: whether every field of the document ends; where not, one that is under way
            is given up at the end of its paragraph, so that it cannot swallow the rest.
    """

    def __init__(
        self,
        styles: StyleSheet,
        notes: NoteBook,
        revisions: Literal["accept", "reject"],
        *,
        fields_balanced: bool,
    ) -> None:
        self._styles = styles
        self._notes = notes
        self._fields_balanced = fields_balanced
        self._read, self._left_out = (_ADDING, _TAKING) if revisions == "accept" else (_TAKING, _ADDING)
        self._kind: Literal["insertion", "deletion"] = "insertion" if revisions == "accept" else "deletion"
        self._fields = FieldState()
        self._runs: list[Run] = []
        self._boxes: list[Any] = []
        self._contents_characters = 0
        self._looks: dict[tuple[object, ...], tuple[Run, bool]] = {}
        self.seen = Sightings()

    def read(self, paragraph: Any, style_id: str) -> Inline:
        """The content of one paragraph.

        Args:
            paragraph: its w:p element.
            style_id: id of its style.
        """
        self._runs, self._boxes, self._contents_characters = [], [], 0
        for child in paragraph:
            self._walk(child, _TextPlace(style_id))
        if not self._fields_balanced:
            self._fields.give_up()
        length = sum(len(run.text.strip()) for run in self._runs)
        contents = 0 < length <= 2 * self._contents_characters
        runs = tuple(
            replace(run, text=_spaced(run.text)) if "\t" in run.text else run
            for run in joined_runs(self._runs)
        )
        return Inline(runs, tuple(self._boxes), contents)

    def leaves_out(self, properties: Any) -> bool:
        """Whether a paragraph mark, row or cell is left out by the reading of tracked changes.

        Args:
            properties: the w:rPr of the mark, the w:trPr of the row or the w:tcPr of the cell, or None.
        """
        if properties is None:
            return False
        return any(child.tag in self._left_out for child in properties)

    def properties_in_force(self, properties: Any) -> Any:
        """The properties of a paragraph, or those before a tracked change where changes are rejected.

        Args:
            properties: its w:pPr element, or None.
        """
        if properties is None or self._kind == "insertion":
            return properties
        before = properties.find(f"{W}pPrChange/{W}pPr")
        if before is not None:
            return before
        if properties.find(f"{W}numPr/{W}ins") is None:
            return properties
        unnumbered = deepcopy(properties)
        unnumbered.remove(unnumbered.find(W + "numPr"))
        return unnumbered

    def next_section(self) -> None:
        """Begin the next section of the document, where note numbers may restart."""
        self._notes.next_section()

    def _walk(self, node: Any, place: _TextPlace) -> None:
        tag = node.tag
        if not isinstance(tag, str) or tag in _SILENT:
            return
        if tag == W + "r":
            self._run(node, place)
        elif tag in self._left_out:
            self._note_change(node)
        elif tag in self._read:
            self._note_change(node)
            revision = Revision(self._kind, node.get(W + "author", ""), node.get(W + "date", ""))
            self._children(node, replace(place, revision=revision))
        elif tag == W + "fldSimple":
            self._simple_field(node, place)
        elif tag == MC + "AlternateContent":
            self._children(alternative(node), place)
        elif tag == W + "txbxContent":
            self._boxes.append(node)
        elif tag == M + "t":
            self._add(Run(node.text or "", revision=place.revision))
        else:
            self._children(node, place)

    def _children(self, node: Any, place: _TextPlace) -> None:
        for child in node:
            self._walk(child, place)

    def _note_change(self, node: Any) -> None:
        if node.find(f".//{W}t") is None and node.find(f".//{W}delText") is None:
            return
        if node.tag in _ADDING:
            self.seen.insertions += 1
        else:
            self.seen.deletions += 1
        self.seen.authors.add(node.get(W + "author", ""))

    def _simple_field(self, node: Any, place: _TextPlace) -> None:
        self._fields.begin(node.get(W + "instr", ""))
        self._fields.begin_result()
        self._children(node, place)
        self._fields.end()

    def _run(self, node: Any, place: _TextPlace) -> None:
        look, hidden = self._look_and_hidden(node, place)
        custom_mark = any(call.get(W + "customMarkFollows", "0") not in ("0", "false") for call in node)
        for child in node:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SILENT:
                continue
            if tag in (W + "fldChar", W + "instrText"):
                self._field_character(child)
            elif self._fields.in_instruction:
                continue
            elif hidden:
                self.seen.hidden += len(child.text or "") if tag == W + "t" else 0
            elif tag in _NOTE_CALLS:
                self._note_call(child, look, node if custom_mark else None)
            elif custom_mark and tag in (W + "t", W + "sym"):
                continue
            else:
                self._content(child, tag, look, place)

    def _content(self, child: Any, tag: str, look: Run, place: _TextPlace) -> None:
        if tag in (W + "t", W + "delText"):
            self._add(_saying(look, self._characters(child)))
        elif tag in _CHARACTERS:
            self._add(_saying(look, _CHARACTERS[tag]))
        elif tag == W + "sym":
            self._add(_saying(look, self._symbol(child)))
        elif tag == W + "object" and child.find(f".//{W}txbxContent") is None:
            self.seen.embedded += 1
        else:
            self._walk(child, place)

    def _characters(self, node: Any) -> str:
        """The characters of w:t; those of symbol fonts stand in the private area of Unicode."""
        text = shown_characters(node.text or "")
        if not has_signs(text):
            return text
        fonts = node.getparent().find(f"{W}rPr/{W}rFonts")
        return self._known(shown_signs(text, "" if fonts is None else fonts.get(W + "ascii", "")))

    def _symbol(self, node: Any) -> str:
        return self._known(shown_symbol(node.get(W + "char", ""), node.get(W + "font", "")))

    def _known(self, text: str) -> str:
        self.seen.unknown_symbols += text.count(UNKNOWN_SIGN)
        return text

    def _note_call(self, node: Any, look: Run, marked_run: Any) -> None:
        kind = _NOTE_CALLS[node.tag]
        mark = ""
        if marked_run is not None:
            mark = "".join(
                self._symbol(child) if child.tag == W + "sym" else child.text or ""
                for child in marked_run
                if child.tag in (W + "t", W + "sym")
            ).strip()
        label = self._notes.call(kind, node.get(W + "id", ""), mark)
        self._runs.append(replace(look, text="" if kind == "comment" else label, note=label))

    def _field_character(self, node: Any) -> None:
        kind = node.get(W + "fldCharType")
        if node.tag == W + "instrText":
            self._fields.instruct(node.text or "")
        elif kind == "begin":
            self._fields.begin("")
        elif kind == "separate":
            self._fields.begin_result()
        elif kind == "end":
            self.seen.number_fields += self._fields.end()

    def _add(self, run: Run) -> None:
        if not run.text:
            return
        if self._fields.in_contents:
            self._contents_characters += len(run.text.strip())
        self._runs.append(run)

    def _look_and_hidden(self, node: Any, place: _TextPlace) -> tuple[Run, bool]:
        """How a run looks, and whether it is hidden; properties that say the same are asked once."""
        properties = node.find(W + "rPr")
        said = () if properties is None else tuple((each.tag, *each.attrib.items()) for each in properties)
        key = (place.style_id, place.revision, said)
        known = self._looks.get(key)
        if known is None:
            known = (self._look(properties, place), self._is(properties, place, "vanish"))
            self._looks[key] = known
        look, hidden = known
        colour, ground = colours_of(node) if said else ("", "")
        return (replace(look, colour=colour, ground=ground) if colour or ground else look), hidden

    def _look(self, properties: Any, place: _TextPlace) -> Run:
        complex_script = toggle(properties, "rtl") or toggle(properties, "cs") or False
        own_style = word_value(properties, "rStyle") or ""
        underline = word_value(properties, "u")
        if underline is None and not own_style.startswith(("Hyperlink", "FollowedHyperlink")):
            underline = self._styles.run_value(own_style or place.style_id, "u")
        return Run(
            "",
            bold=self._is(properties, place, "bCs" if complex_script else "b"),
            italic=self._is(properties, place, "iCs" if complex_script else "i"),
            underline=underline not in (None, "none"),
            strike=self._is(properties, place, "strike") or self._is(properties, place, "dstrike"),
            revision=place.revision,
        )

    def _is(self, properties: Any, place: _TextPlace, name: str) -> bool:
        """A toggle property: the run's own word, else paragraph and character style exclude each other."""
        said = toggle(properties, name)
        if said is not None:
            return said
        if self._styles.run_default(name):
            return True
        own_style = word_value(properties, "rStyle")
        by_paragraph = self._styles.toggle(place.style_id, name)
        return by_paragraph != (own_style is not None and self._styles.toggle(own_style, name))


def alternative(node: Any) -> Any:
    """The branch of mc:AlternateContent that is read: the first choice that holds text.

    Args:
        node: the mc:AlternateContent element.
    """
    choices: list[Any] = [*node.iterchildren(MC + "Choice"), *node.iterchildren(MC + "Fallback")]
    for choice in choices:
        if next(choice.iter(W + "t", W + "delText", M + "t"), None) is not None:
            return choice
    return choices[0] if choices else ()


def _saying(look: Run, text: str) -> Run:
    """A run of a look; what `replace` does is too slow for every run of a file."""
    return Run(
        text, look.bold, look.italic, look.underline, look.strike, revision=look.revision,
        colour=look.colour, ground=look.ground,
    )  # fmt: skip


def _spaced(text: str) -> str:
    """Tabs as single spaces."""
    while "\t\t" in text:
        text = text.replace("\t\t", "\t")
    return text.replace(" \t", " ").replace("\t ", " ").replace("\t", " ")
