"""Paragraphs with tracked changes, as Word keeps them.

Imports python-docx; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, groupby
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from treatydiff.model import EditOp
from treatydiff.report.comparison.redline.redline import EditPiece, RedlineLine, State
from treatydiff.report.kit.word_package import clause_style, run_of
from treatydiff.report.kit.xml_text import xml_text

_MARKS: dict[State, str] = {
    "inserted": "w:ins", "deleted": "w:del", "moved_from": "w:moveFrom", "moved_to": "w:moveTo",
}  # fmt: skip
"""What the mark of a paragraph says that was not in both drafts at this place."""

_RANGES: dict[State, str] = {"moved_from": "w:moveFromRange", "moved_to": "w:moveToRange"}
_CHANGES: dict[EditOp, str] = {"insert": "w:ins", "delete": "w:del"}


class TrackedChanges:
    """Makes the paragraphs of a redline.

    Args:
        style_ids: ids of the styles by name.
        author: whom the changes are of.
        date: of the changes, ISO 8601 with "Z".
        right_to_left: whether the drafts' script is.
    """

    def __init__(
        self, style_ids: dict[str, str], *, author: str, date: str, right_to_left: bool = False
    ) -> None:
        self._styles = style_ids
        self._author = xml_text(author)
        self._date = date
        self._right_to_left = right_to_left
        self._ids = count(1)

    def elements(self, lines: Sequence[RedlineLine]) -> Iterator[Any]:
        """The w:p elements, and the ends of what moved between them."""
        for (state, move), group in groupby(_with_moves(lines), key=lambda each: (each[1], each[2])):
            members = [line for line, _, _ in group]
            if not move:
                yield from map(self._paragraph, members)
                continue
            start, end = self._range(state, move)
            for at, line in enumerate(members):
                paragraph = self._paragraph(line)
                if not at:
                    paragraph.insert(1, start)
                yield paragraph
            yield end

    def _range(self, state: State, move: int) -> tuple[Any, Any]:
        start = self._change(f"{_RANGES[state]}Start")
        start.set(qn("w:name"), f"move{move}")
        end = OxmlElement(f"{_RANGES[state]}End")
        end.set(qn("w:id"), start.get(qn("w:id")))
        return start, end

    def _change(self, tag: str) -> Any:
        element = OxmlElement(tag)
        element.set(qn("w:id"), str(next(self._ids)))
        element.set(qn("w:author"), self._author)
        element.set(qn("w:date"), self._date)
        return element

    def _paragraph(self, line: RedlineLine) -> Any:
        paragraph = OxmlElement("w:p")
        paragraph.append(self._properties(line))
        pieces: list[EditPiece] = list(line.label)
        if line.gap:
            # Enter the gap at once behind the label, so that it never stands without it.
            pieces.append((line.gap, "\t" if line.line.role == "clause" else "\n"))
        pieces += line.text
        for op, group in groupby(pieces, key=lambda piece: piece[0]):
            paragraph.append(self._run(line.state, op, "".join(text for _, text in group)))
        return paragraph

    def _properties(self, line: RedlineLine) -> Any:
        properties = OxmlElement("w:pPr")
        style = OxmlElement("w:pStyle")
        style.set(qn("w:val"), self._styles[style_of(line)])
        properties.append(style)
        if self._right_to_left:
            properties.append(OxmlElement("w:bidi"))
        if line.state in _MARKS:
            mark = OxmlElement("w:rPr")
            mark.append(self._change(_MARKS[line.state]))
            properties.append(mark)
        return properties

    def _run(self, state: State, op: EditOp, text: str) -> Any:
        run = run_of(text, deleted=op == "delete", right_to_left=self._right_to_left)
        tag = _CHANGES.get(op) or (_MARKS.get(state) if op == "equal" else None)
        if tag is None:
            return run
        change = self._change(tag)
        change.append(run)
        return change


def style_of(line: RedlineLine) -> str:
    """The name of the paragraph style of a line."""
    match line.line.role:
        case "title":
            return "Title"
        case "heading":
            return f"Heading {line.line.depth}"
        case "subheading":
            return "Subtitle"
        case "clause":
            return clause_style(line.line.depth)


def _with_moves(lines: Sequence[RedlineLine]) -> list[tuple[RedlineLine, State, int]]:
    """Lines with the move that they stand in; deleted or inserted ones within a move stand in it too."""
    before, behind = _nearest(lines), _nearest(lines[::-1])[::-1]
    return [
        (line, *around) if line.state != "kept" and around == other else (line, line.state, line.move)
        for line, around, other in zip(lines, before, behind, strict=True)
    ]


def _nearest(lines: Sequence[RedlineLine]) -> list[tuple[State, int]]:
    """State and move of the last line up to each that was kept or moved."""
    nearest: list[tuple[State, int]] = []
    last: tuple[State, int] = ("kept", 0)
    for line in lines:
        if line.move or line.state == "kept":
            last = line.state, line.move
        nearest.append(last)
    return nearest
