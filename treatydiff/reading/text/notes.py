"""Footnotes that an extractor left at the feet of the pages of a plain text.

Plain text shows neither size nor height, so a line is a note only where its label is called on the
same page: glued to a word ("Parties1 shall"), raised ("Parties¹"), or on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from treatydiff.model import Furniture, Note
from treatydiff.patterns import pattern_of
from treatydiff.reading.text.layout import TextLine

_LABELLED = pattern_of(r"(?P<label>\d{1,3})\s?[/.)]?\s+(?P<text>\S.*)")
_ROW = pattern_of(r"[_‗―—–-]{5,}")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CALL = pattern_of(r"(?<=[^\W\d_]|[,.;:)”’\"])(?P<label>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3})/?(?=[\s,.;:)\]]|$)")
_UNIT = pattern_of(r"(?:^|[\s\d(])(?:m|km|cm|mm|CO|H|N|SO)$")


def take_text_notes(
    lines: Sequence[TextLine],
) -> tuple[list[TextLine], list[Note], list[Furniture]]:
    """The lines that stay, with the calls in them; the notes; the rows drawn above them.

    Args:
        lines: the lines of the text; only those whose page is known are looked at.
    """
    kept: list[TextLine] = []
    notes: list[Note] = []
    rows: list[Furniture] = []
    for page, group in groupby(lines, key=lambda line: line.page):
        sheet = list(group)
        start = _start(sheet) if page is not None else len(sheet)
        found = _notes(sheet[start:])
        body = sheet[:start]
        if found and body and _ROW.fullmatch(body[-1].text.replace(" ", "")):
            rows.append(Furniture("note_rule", body.pop().text, page))
        kept += _with_calls(body, {note.label for note in found})
        notes += found
    return kept, notes, rows


def _start(sheet: Sequence[TextLine]) -> int:
    """Where the notes of a page begin: its last lines, with labels that count up and are called."""
    called = _labels_called(sheet)
    best = len(sheet)
    expected: int | None = None
    for at in range(len(sheet) - 1, 0, -1):
        match = _LABELLED.fullmatch(sheet[at].text)
        if match is None:
            continue
        label = int(match["label"])
        if match["label"] not in called or (expected is not None and label != expected):
            break
        apart = sheet[at].blank_above or _ROW.fullmatch(sheet[at - 1].text.replace(" ", ""))
        expected = label - 1
        if apart:
            best = at
    return best


def _labels_called(sheet: Sequence[TextLine]) -> set[str]:
    labels = {match["label"].translate(_RAISED) for line in sheet for match in _calls(line.text)}
    return labels | {line.text for line in sheet if line.text.isdecimal() and len(line.text) <= 3}


def _calls(text: str) -> list[re.Match[str]]:
    return [match for match in _CALL.finditer(text) if _UNIT.search(text[: match.start()]) is None]


def _notes(lines: Sequence[TextLine]) -> list[Note]:
    found: list[Note] = []
    for line in lines:
        match = _LABELLED.fullmatch(line.text)
        follows = match is not None and (not found or int(match["label"]) == int(found[-1].label) + 1)
        if match is not None and follows:
            found.append(Note(match["label"], match["text"], line.page, "footnote"))
        elif found:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}")
    return found


def _with_calls(body: Sequence[TextLine], labels: set[str]) -> list[TextLine]:
    """The lines of a page with what calls its notes; a call on a line of its own joins the one above."""
    if not labels:
        return list(body)
    kept: list[TextLine] = []
    for line in body:
        if line.text in labels and kept:
            above = kept[-1]
            call = (len(above.text), len(above.text) + len(line.text), line.text)
            kept[-1] = replace(above, text=above.text + line.text, calls=(*above.calls, call))
            continue
        calls = tuple(
            (match.start(), match.end(), label)
            for match in _calls(line.text)
            if (label := match["label"].translate(_RAISED)) in labels
        )
        kept.append(replace(line, calls=calls) if calls else line)
    return kept
