"""Notes collected behind the text of a PDF ("Notes", then 1 to n), which the text calls by raised labels."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.model import Note
from treatydiff.patterns import pattern_of
from treatydiff.reading.heading_guard import looks_like_heading
from treatydiff.reading.lines import PageLine
from treatydiff.reading.pdf.notes import NOTE_TITLE, body_size, join_lines
from treatydiff.records import dataclass

_LABEL = pattern_of(r"[\[(]?(?P<label>\d{1,3})(?P<stop>[.)\]]*)\s+(?P<text>\S.*)")
_LEAST_CALLS = 2
_ANSWERED = 0.8
"""This share of the calls without a note must be answered."""


@dataclass(frozen=True, slots=True)
class Endnotes:
    """What was read behind the text; `title` is the line over the notes, which is furniture."""

    pages: tuple[tuple[PageLine, ...], ...]
    notes: tuple[Note, ...] = ()
    title: PageLine | None = None


def take_endnotes(pages: Sequence[Sequence[PageLine]], notes: Sequence[Note]) -> Endnotes:
    """Part the notes at the end of a document from its text.

    They must run to the end, count up from the first call that no footnote answers, hold no heading,
    and be told from paragraphs by a title over them, by small type, or by labels without a stop.

    Args:
        pages: the lines of each page or column, footnotes taken, their calls marked.
        notes: the footnotes.
    """
    kept = tuple(tuple(lines) for lines in pages)
    known = {note.label for note in notes}
    calls = {
        int(run.note)
        for lines in pages
        for line in lines
        for run in line.runs
        if run.note is not None and run.note.isdecimal() and run.note not in known
    }
    if len(calls) < _LEAST_CALLS:
        return Endnotes(kept)
    places = [(page, index) for page, lines in enumerate(kept) for index in range(len(lines))]
    lines = [kept[page][index] for page, index in places]
    for start in range(len(lines) - 1, -1, -1):
        if looks_like_heading(lines[start].text):
            break
        if _label_of(lines[start]) != min(calls):
            continue
        found = _notes_from(lines[start:], min(calls))
        if len(calls & {int(note.label) for note in found}) < _ANSWERED * len(calls):
            continue
        titled = start > 0 and NOTE_TITLE.fullmatch(lines[start - 1].text.strip()) is not None
        if titled or _told_apart(lines, start):
            first = places[start - 1 if titled else start]
            return Endnotes(
                tuple(
                    tuple(line for index, line in enumerate(page) if (number, index) < first)
                    for number, page in enumerate(kept)
                ),
                tuple(found),
                lines[start - 1] if titled else None,
            )
    return Endnotes(kept)


def _told_apart(lines: Sequence[PageLine], start: int) -> bool:
    small = all((line.size or 0.0) <= 0.95 * body_size([lines[:start]]) for line in lines[start:])
    match = _LABEL.fullmatch(lines[start].text.strip())
    raised = bool(lines[start].runs) and lines[start].runs[0].note is not None
    return small or raised or (match is not None and not match["stop"])


def _label_of(line: PageLine) -> int | None:
    runs = line.runs
    if runs and runs[0].note is not None and runs[0].note.isdecimal():
        return int(runs[0].note)
    match = _LABEL.fullmatch(line.text.strip())
    return int(match["label"]) if match else None


def _rest_of(line: PageLine) -> str:
    if line.runs and line.runs[0].note is not None:
        return "".join(run.text for run in line.runs[1:]).strip()
    match = _LABEL.fullmatch(line.text.strip())
    return match["text"] if match else line.text.strip()


def _notes_from(lines: Sequence[PageLine], first: int) -> list[Note]:
    """The notes that count up from `first`; other lines go on with the note above them."""
    found: list[tuple[int, int | None, list[str]]] = []
    expected = first
    for line in lines:
        if _label_of(line) == expected:
            found.append((expected, line.page, [_rest_of(line)]))
            expected += 1
        else:
            found[-1][2].append(line.text.strip())
    return [Note(str(label), join_lines(parts), page, "endnote") for label, page, parts in found]
