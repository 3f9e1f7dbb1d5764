"""Footnotes of a page: found by the rule above them, a row of underscores, or their small type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from treatydiff.model import Diagnostic, Note, Run
from treatydiff.patterns import pattern_of
from treatydiff.reading.lines import PageLine
from treatydiff.reading.note_calls import set_apart
from treatydiff.reading.pdf.characters import DrawnLine
from treatydiff.records import dataclass

_SMALLER = 0.95
"""Notes are set no larger than this share of the size of the text."""
_MUCH_SMALLER = 0.92
"""... and this, where nothing is drawn above them."""
_RULE_LENGTH = (20.0, 0.5)
"""A note rule is at least so many points and at most this share of the page's width long."""
_UNDERSCORES = pattern_of(r"[_‗‾⎯─—]{5,}|[-–]{10,}")
_SIGNS = pattern_of(r"(?P<label>\*{1,4}|†{1,3}|‡{1,3}|§)\s*(?P<text>\S.*)")
_OLD_STYLE = pattern_of(r"(?P<label>\d{1,3}|\*{1,3}|[a-z])\s?/\s+(?P<text>\S.*)")
_NUMBERED = pattern_of(r"(?P<label>\d{1,3})[.)]?\s+(?P<text>\S.*)")
_ENCLOSED = pattern_of(
    r"(?:[(\[](?P<label>\d{1,3})[)\]]\s*+|(?P<letter>[a-z])\s++(?=[^\W\d_]))(?P<text>\S.*)"
)
"""A label at the size of its note, as Arabic print has it: a note where the text above calls it."""
_GLUED = pattern_of(r"(?P<label>\d{1,3})(?P<text>[^\W\d_].*)")
"""A label set at the size of its note, without a gap ("1United Nations")."""
_OLD_REFERENCE = pattern_of(r"(?<=\S) ?(?P<label>\d{1,3})/(?=[\s,.;:)\]]|$)")
_SIGN_REFERENCE = pattern_of(r"(?<=[^\s*†‡§])(?P<label>\*{1,4}|†{1,3}|‡{1,3})(?=[\s,.;:)\]]|$)")
NOTE_TITLE = pattern_of(
    r"(?:end\s?notes?|foot\s?notes?|notes?|notas?|примечани[ея]|сноски|注释?|尾注|الحواشي)\s*:?",
    re.IGNORECASE,
)
"""What stands over notes that are gathered below or behind a text."""
_UNIT_BEFORE = pattern_of(r"(?:^|[\s/\d(])(?:m|km|cm|mm|dm|nm|ft|10|CO|W/m)$")


@dataclass(frozen=True, slots=True)
class PageNotes:
    """What was read from the feet of the pages.

    `pages` are the lines that stay; `rules` the rows of underscores and `titles` the lines "Notes" over
    them, which are furniture.
    """

    pages: tuple[tuple[PageLine, ...], ...]
    notes: tuple[Note, ...]
    rules: tuple[PageLine, ...]
    titles: tuple[PageLine, ...] = ()


def take_notes(pages: Sequence[Sequence[PageLine]], drawn: Sequence[Sequence[DrawnLine]]) -> PageNotes:
    """Part the notes of every page from its text, and mark in the text what calls them.

    Args:
        pages: the lines of each page, furniture left out.
        drawn: the drawn lines of each page.
    """
    body = body_size(pages)
    kept: list[tuple[PageLine, ...]] = []
    rules: list[PageLine] = []
    titles: list[PageLine] = []
    book = _NotesOfPages()
    for lines, rules_drawn in zip(pages, drawn, strict=True):
        start = _start_of_notes(lines, rules_drawn, body, goes_on=book.goes_on)
        text, notes = lines[:start], lines[start:]
        if notes and _UNDERSCORES.fullmatch(notes[0].text.replace(" ", "")):
            rules.append(notes[0])
            notes = notes[1:]
        if notes and text and NOTE_TITLE.fullmatch(text[-1].text.strip()):
            titles.append(text[-1])
            text = text[:-1]
        book.read_page(notes, _called(text))
        kept.append(tuple(text))
    found = tuple(book.notes())
    marked = tuple(tuple(_mark_references(line, found, book.old_style) for line in lines) for lines in kept)
    return PageNotes(marked, found, tuple(rules), tuple(titles))


def body_size(pages: Sequence[Sequence[PageLine]]) -> float:
    """The type size, in points, of most characters of a document.

    Args:
        pages: the lines of each page.
    """
    counts: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            counts[round((line.size or 0.0) * 2) / 2] += len(line.text)
    return max(counts, key=lambda size: (counts[size], size), default=10.0)


# --- where the notes of a page begin -----------------------------------------------------------


def _start_of_notes(
    lines: Sequence[PageLine], drawn: Sequence[DrawnLine], body: float, *, goes_on: bool
) -> int:
    """Index of the first line of the notes (or of their underscores); the page's length if none."""
    starts = [
        index
        for rule in drawn
        if (index := _below_rule(lines, rule, goes_on=goes_on)) is not None
        and (
            _are_notes(lines[index:], _size_above(lines[:index], body), goes_on=goes_on)
            or _is_called(lines, index, index)
        )
    ]
    starts += [
        index
        for index, line in enumerate(lines[:-1])
        if _UNDERSCORES.fullmatch(line.text.replace(" ", ""))
        and (line.x1 or 0) - (line.x0 or 0) <= _RULE_LENGTH[1] * (line.page_width or 612)
        and (
            _are_notes(lines[index + 1 :], _size_above(lines[:index], body), goes_on=goes_on)
            or _is_called(lines, index, index + 1)
        )
    ]
    if starts:
        return min(starts)
    return _start_of_small_type(lines, body)


def _size_above(lines: Sequence[PageLine], body: float) -> float:
    """The type size that notes fall short of: that of the text above, which in an annex may be small.

    Args:
        lines: what stands above the rule on the page; a rule over the whole page parts no notes from it.
        body: the usual size of the document, in points.
    """
    return min(body, body_size([lines])) if lines else 0.0


def _below_rule(lines: Sequence[PageLine], rule: DrawnLine, *, goes_on: bool) -> int | None:
    """The first line below a drawn line that may be a note rule and underlines nothing."""
    width = rule.x1 - rule.x0
    below = next((index for index, line in enumerate(lines) if (line.baseline or 0) < rule.y), None)
    if below is None or width < _RULE_LENGTH[0]:
        return None
    line = lines[below]
    # Word draws a rule over the whole column where notes go on from the page before.
    longest = 1.0 if goes_on else _RULE_LENGTH[1]
    if width > longest * (line.page_width or 612) or rule.x0 > (line.page_width or 612) / 2:
        return None
    if below > 0:
        above = lines[below - 1]
        under = (above.baseline or 0) - rule.y <= 0.35 * (above.size or 10)
        if under and min(rule.x1, above.x1 or 0) - max(rule.x0, above.x0 or 0) > 0.5 * width:
            return None
    through = rule.y - (line.baseline or 0) <= 0.5 * (line.size or 10)
    return None if through else below


def _are_notes(lines: Sequence[PageLine], body: float, *, goes_on: bool) -> bool:
    if not lines:
        return False
    small = all((line.size or 0) <= _SMALLER * body for line in lines)
    label = _label(lines[0], None)
    if label is not None and label.sure:
        return small or label.old_style or _raised_label(lines[0]) is not None
    return small and (goes_on or _numbered(lines[0].text.strip()) is not None)


def _is_called(lines: Sequence[PageLine], end: int, at: int) -> bool:
    """Whether a line below a rule bears a letter, or a label in brackets, that the text above calls."""
    return _enclosed(lines[at], _called(lines[:end])) is not None


def _start_of_small_type(lines: Sequence[PageLine], body: float) -> int:
    """Without anything drawn: small type to the foot of the page, its labels called in the text."""
    start = len(lines)
    while start > 0 and 0 < (lines[start - 1].size or 0) <= _MUCH_SMALLER * body:
        start -= 1
    called = _called(lines[:start])
    for index in range(start, len(lines)):
        label = _label(lines[index], None)
        if (label is not None and label.text in called) or _enclosed(lines[index], called) is not None:
            return index
    return len(lines)


def _called(lines: Sequence[PageLine]) -> frozenset[str]:
    """The labels of the notes that lines call by raised signs."""
    return frozenset(run.note for line in lines for run in line.runs if run.note is not None)


# --- what the notes say ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _NoteLabel:
    text: str
    rest: str
    sure: bool
    old_style: bool = False


def _raised_label(line: PageLine) -> _NoteLabel | None:
    runs = line.runs
    if runs and runs[0].note is not None:
        rest = "".join(run.text for run in runs[1:]).strip()
        return _NoteLabel(runs[0].note, rest, sure=True) if rest else None
    return None


def _label(line: PageLine, before: str | None) -> _NoteLabel | None:
    """The label that a line of the notes starts with; `before` is the label of the note above it."""
    raised = _raised_label(line)
    if raised is not None:
        return raised
    text = line.text.strip()
    for pattern, old_style in ((_SIGNS, False), (_OLD_STYLE, True)):
        match = pattern.fullmatch(text)
        if match:
            return _NoteLabel(match["label"], match["text"], sure=True, old_style=old_style)
    match = _numbered(text)
    if match:
        follows = before is not None and before.isdecimal() and int(match["label"]) == int(before) + 1
        return _NoteLabel(match["label"], match["text"], sure=follows)
    return None


def _enclosed(line: PageLine, called: frozenset[str]) -> _NoteLabel | None:
    match = _ENCLOSED.fullmatch(line.text.strip())
    label = (match["label"] or match["letter"]) if match is not None else ""
    return _NoteLabel(label, match["text"], sure=True) if match is not None and label in called else None


def _numbered(text: str) -> re.Match[str] | None:
    """A number and its note; "2nd" and "5e" are no labels."""
    match = _NUMBERED.fullmatch(text)
    if match is None:
        match = _GLUED.fullmatch(text)
        if match is not None and match["text"][0].islower():
            return None
    return match


class _NotesOfPages:
    """Notes in the making, page after page; a note may go on over a page break."""

    def __init__(self) -> None:
        self.old_style: set[tuple[int | None, str]] = set()
        self._notes: list[tuple[str, int | None, list[str]]] = []
        self.goes_on = False

    def read_page(self, lines: Sequence[PageLine], called: frozenset[str]) -> None:
        before = self._notes[-1][0] if self._notes else None
        for index, line in enumerate(lines):
            label = _label(line, before)
            if label is None:
                label = _enclosed(line, called)
            opens = label is not None and (label.sure or (index == 0 and self._may_open(label, called)))
            if label is not None and opens:
                self._notes.append((label.text, line.page, [label.rest]))
                before = label.text
                if label.old_style:
                    self.old_style.add((line.page, label.text))
            elif self._notes:
                self._notes[-1][2].append(line.text.strip())
            else:
                self._notes.append(("", line.page, [line.text.strip()]))
        self.goes_on = bool(lines) and not lines[-1].text.rstrip().endswith((".", "!", "?", "”", ">", "。"))

    def _may_open(self, label: _NoteLabel, called: frozenset[str]) -> bool:
        """Whether the first line of a page's notes opens one, though the last note seems to go on."""
        return not self.goes_on or label.text in called

    def notes(self) -> list[Note]:
        return [Note(label, join_lines(parts), page, "footnote") for label, page, parts in self._notes]


def join_lines(parts: Sequence[str]) -> str:
    """Lines of a note as one text: no space inside words cut at a hyphen or between Han characters.

    Args:
        parts: the lines, stripped.
    """
    text = ""
    for part in parts:
        glued = not text or text.endswith("-") or (text[-1] >= "\u2e80" and part[:1] >= "\u2e80")
        text += part if glued else f" {part}"
    return text


# --- what calls them in the text ---------------------------------------------------------------


def _mark_references(
    line: PageLine, notes: Sequence[Note], old_style: set[tuple[int | None, str]]
) -> PageLine:
    near = {note.label for note in notes if note.page == line.page}
    everywhere = {note.label for note in notes}
    old = {label for page, label in old_style if page == line.page}
    if not near and all(run.note is None for run in line.runs):
        return line
    runs: list[Run] = []
    for run in line.runs:
        if run.note is None:
            for pattern, labels in ((_OLD_REFERENCE, old), (_SIGN_REFERENCE, near)):
                pieces = _split_at_references(run, pattern, labels)
                if len(pieces) > 1:
                    break
            runs += pieces
            continue
        before = "".join(earlier.text for earlier in runs)
        answered = run.note in (everywhere if run.note.isdecimal() else near)
        exponent = run.note.isdecimal() and _UNIT_BEFORE.search(before) is not None
        lone = run.note.isalpha() and not answered
        runs.append(replace(run, note=None) if exponent or lone else run)
    apart = set_apart(runs)
    return replace(line, text="".join(run.text for run in apart), runs=apart)


def _split_at_references(run: Run, pattern: re.Pattern[str], labels: set[str]) -> list[Run]:
    """A run parted at the markers, printed at the size of the text, that call a note of its page."""
    parts: list[Run] = []
    end = 0
    for match in pattern.finditer(run.text):
        if match["label"] in labels:
            parts.append(replace(run, text=run.text[end : match.start()]))
            parts.append(replace(run, text=match[0], note=match["label"]))
            end = match.end()
    parts.append(replace(run, text=run.text[end:]))
    return [part for part in parts if part.text]


def unanswered(pages: Sequence[Sequence[PageLine]], notes: Sequence[Note]) -> tuple[Diagnostic, ...]:
    """A warning for every call in the text that no note answers.

    Args:
        pages: the lines of the text.
        notes: all notes of the document.
    """
    labels = {note.label for note in notes}
    missing = [
        Diagnostic(
            "note_not_found", "warning", f"the text calls a note {run.note}, which was not found", line.page
        )
        for lines in pages
        for line in lines
        for run in line.runs
        if run.note is not None and run.note not in labels
    ]
    return tuple(missing)
