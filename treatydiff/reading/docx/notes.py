"""Footnotes, endnotes and comments of a Word document, numbered in the order of their calls.

Imported only when a Word document is read, since it needs lxml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Literal

from treatydiff.model import Note
from treatydiff.reading.docx.styles import W, whole_number, word_value
from treatydiff.reading.number_formats import format_number
from treatydiff.records import dataclass

NoteKind = Literal["footnote", "endnote", "comment"]

_DEFAULT_FORMATS: dict[str, str] = {"footnote": "decimal", "endnote": "lowerRoman"}
"""How Word numbers notes where nothing is said."""


@dataclass(frozen=True, slots=True)
class CalledNote:
    """A note that the text calls: its label and the element that holds its words."""

    label: str
    kind: NoteKind
    element: Any
    author: str


class NoteBook:
    """Gives every call its printed label and remembers which notes were called.

    Args:
        footnotes, endnotes, comments: the root elements of these parts, or None.
        settings: the w:settings element, or None.
        sections: the w:sectPr elements of the document, in order; numbering may restart in each.
    """

    def __init__(
        self, footnotes: Any, endnotes: Any, comments: Any, settings: Any, sections: Sequence[Any]
    ) -> None:
        self._elements: dict[str, dict[str, Any]] = {
            "footnote": _by_id(footnotes, "footnote"),
            "endnote": _by_id(endnotes, "endnote"),
            "comment": _by_id(comments, "comment"),
        }
        self._settings = settings
        self._sections = sections
        self._section = 0
        self._counts: dict[str, int] = {}
        self.called: list[CalledNote] = []
        self.without_text: Counter[NoteKind] = Counter()

    def next_section(self) -> None:
        """Begin the next section of the document, where numbers may restart."""
        self._section += 1
        for kind in ("footnote", "endnote"):
            if self._said(kind, "numRestart") == "eachSect":
                self._counts.pop(kind, None)

    def call(self, kind: NoteKind, note_id: str, mark: str = "") -> str:
        """Note one call and give its label.

        Args:
            kind: footnote, endnote or comment.
            note_id: id of the note in its part.
            mark: a mark typed by hand, which takes no number.
        """
        element = self._elements[kind].get(note_id)
        author = "" if element is None else element.get(W + "author", "")
        if kind == "comment":
            initials = "" if element is None else element.get(W + "initials", "")
            self._counts[kind] = self._counts.get(kind, 0) + 1
            label = f"{initials or 'C'}{self._counts[kind]}"
        else:
            label = mark or self._number(kind)
        if element is not None:
            self.called.append(CalledNote(label, kind, element, author))
        else:
            self.without_text[kind] += 1
        return label

    def notes(self, words: Callable[[Any], str]) -> tuple[Note, ...]:
        """All called notes, in the order of their calls.

        Args:
            words: gives the text of an element that holds paragraphs.
        """
        return tuple(
            Note(called.label, words(called.element), None, called.kind, called.author,
                 whole_number(called.element.get(W + "id")))
            for called in self.called
        )  # fmt: skip

    def _number(self, kind: str) -> str:
        start = whole_number(self._said(kind, "numStart")) or 1
        count = self._counts.get(kind, start - 1) + 1
        self._counts[kind] = count
        number_format = self._said(kind, "numFmt") or _DEFAULT_FORMATS[kind]
        return format_number(count, number_format) or str(count)

    def _said(self, kind: str, name: str) -> str | None:
        """What the section, else the document, says about notes of a kind."""
        here = self._sections[self._section] if self._section < len(self._sections) else None
        for place in (here, self._settings):
            properties = None if place is None else place.find(f"{W}{kind}Pr")
            said = word_value(properties, name)
            if said is not None:
                return said
        return None


def _by_id(root: Any, name: str) -> dict[str, Any]:
    """The notes of a part by id, without the separator lines, which are no notes."""
    if root is None:
        return {}
    return {
        element.get(W + "id", ""): element
        for element in root.iterchildren(W + name)
        if element.get(W + "type", "normal") == "normal"
    }
