"""What of a Word document is missing or not read, as diagnostics.

Imported only when a Word document is read, since it needs lxml.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from treatydiff.model import Diagnostic
from treatydiff.reading.docx.body import BodyReader
from treatydiff.reading.docx.notes import NoteBook
from treatydiff.reading.docx.numbering import Numbering
from treatydiff.reading.docx.styles import MC, StyleSheet, W, word_value
from treatydiff.reading.docx.text import Sightings

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_DRAWN_ELSEWHERE = ("/diagram", "/chart", "/chartex")
"""Ends of the names of drawings whose words stand in a part of their own."""


def missing_parts(
    body: Any, styles: StyleSheet, numbering: Numbering, notes: NoteBook
) -> Iterator[Diagnostic]:
    """Parts that the text refers to and that the package lacks, or does not relate to it.

    Args:
        body: the w:body element.
        styles, numbering, notes: the readers of these parts, after the text was read.
    """
    if numbering.undefined:
        lists = "part that counts them" if numbering.is_missing else "list that they belong to"
        yield Diagnostic(
            "numbers_missing",
            "error" if numbering.is_missing else "info",
            f"automatic numbers of {numbering.undefined} paragraphs cannot be shown: the {lists} is missing",
        )
    for kind, count in sorted(notes.without_text.items()):
        calls = f"{count} {kind} is" if count == 1 else f"{count} {kind}s are"
        yield Diagnostic("note_missing", "error", f"{calls} called in the text, and the file lacks the words")
    if styles.is_missing:
        styled = sum(word_value(each, "pStyle") is not None for each in body.iter(W + "pPr"))
        if styled:
            yield Diagnostic(
                "styles_missing",
                "error",
                f"{styled} paragraphs have styles that the file lacks: numbers, headings and hidden text "
                "may be read wrong",
            )


def unread_content(body: Any) -> Iterator[Diagnostic]:
    """Words of shapes, diagrams, charts and form fields, which are not read.

    Args:
        body: the w:body element.
    """
    shapes = sum(
        _holds_words(each) for each in body.iter(_A + "graphicData", _V + "textpath") if _is_shown(each)
    )
    if shapes:
        yield Diagnostic(
            "shape_text",
            "warning",
            f"{shapes} shapes (drawn letters, diagrams, charts) hold text that is not read",
        )
    fields = sum(1 for _ in body.iter(W + "ddList", W + "checkBox"))
    if fields:
        yield Diagnostic("form_field", "warning", f"{fields} form fields (choices, check boxes) are not read")


def _is_shown(element: Any) -> bool:
    return next(element.iterancestors(MC + "Fallback"), None) is None


def _holds_words(element: Any) -> bool:
    if element.tag == _V + "textpath":
        return bool((element.get("string") or "").strip())
    if (element.get("uri") or "").endswith(_DRAWN_ELSEWHERE):
        return True
    return any((words.text or "").strip() for words in element.iter(_A + "t"))


def sightings(seen: Sightings, revisions: str) -> Iterator[Diagnostic]:
    """What the text holds beside its words: tracked changes, hidden text, signs of unknown fonts.

    Args:
        seen: what was met.
        revisions: which side of tracked changes was read.
    """
    if seen.insertions or seen.deletions:
        authors = len(seen.authors - {""})
        by = f" by {authors} author{'s' if authors != 1 else ''}" if authors else ""
        left_out = "deletions" if revisions == "accept" else "insertions"
        yield Diagnostic(
            "tracked_changes",
            "warning",
            f"tracked changes{by}: {seen.insertions} insertions, {seen.deletions} deletions; "
            f"read with changes {revisions}ed, {left_out} left out",
        )
    if seen.hidden:
        yield Diagnostic("hidden_text", "warning", f"{seen.hidden} characters of hidden text are not read")
    if seen.number_fields:
        yield Diagnostic(
            "number_field", "warning", f"{seen.number_fields} numbers made by fields cannot be resolved"
        )
    if seen.embedded:
        yield Diagnostic("embedded_object", "info", f"{seen.embedded} embedded objects are not read")
    if seen.unknown_symbols:
        yield Diagnostic(
            "unknown_symbol", "warning", f"{seen.unknown_symbols} signs of a symbol font are not known"
        )


def numbering_doubts(numbering: Numbering, body: BodyReader) -> Iterator[Diagnostic]:
    """Numbers that are shown in another form, or left out since they are typed too.

    Args:
        numbering, body: the readers, after the text was read.
    """
    for number_format, count in sorted(numbering.unknown_formats.items()):
        yield Diagnostic(
            "number_format", "warning", f"{count} numbers of format {number_format} are written as digits"
        )
    if body.typed_twice:
        yield Diagnostic(
            "number_typed_twice",
            "info",
            f"{body.typed_twice} automatic numbers are left out because the same number is typed behind them",
        )
    if body.embedded_documents:
        yield Diagnostic(
            "embedded_document", "warning", f"{body.embedded_documents} embedded documents are not read"
        )
