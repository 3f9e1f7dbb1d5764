"""Printed lines of a page: left to right (or right to left), spaces from gaps, runs of one look."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from treatydiff.model import Run
from treatydiff.patterns import pattern_of
from treatydiff.reading.lines import PageLine
from treatydiff.reading.pdf.accents import with_accent
from treatydiff.reading.pdf.calls_in_place import with_calls_in_place
from treatydiff.reading.pdf.characters import DrawnLine, Font, Glyph, PageCharacters
from treatydiff.reading.pdf.columns import strips_of
from treatydiff.reading.pdf.letter_spacing import close_up
from treatydiff.reading.pdf.line_numbers import take_line_numbers
from treatydiff.reading.pdf.looks import PrintedLook, look_of, markings_on, with_drawn, with_markings
from treatydiff.reading.pdf.markings import PaintedArea
from treatydiff.reading.pdf.rows import GlyphRow, off_page, page_rows, place_of, rows_of, text_of
from treatydiff.reading.right_to_left import (
    ELONGATION,
    brackets_are_turned,
    direction,
    has_right_to_left,
    letters_of,
    mirrored,
    reading_order,
)

_WORD_GAP = 0.16
"""Share of the type size that parts words; the narrowest space of justified lines is about 0.18."""
_HAN_GAP = 0.6
"""The same between Han characters, which justified lines pull apart."""
_COVERED_GAP = 0.04
"""Where a space is printed: one that the next letter covers is left over from kerning."""
_HANGING_GAP = 0.6
"""Share of the type size beyond which a gap after a label is a tab, not a space."""
_FAKE_BOLD = 0.10
"""The same character printed again within this share of its size is one fat character."""
_LABEL = pattern_of(r"[\[(“\"]*+(\w{1,5}[.)\]]++|\d{1,3}|[-–—•▪*·])[\])]*+")
"""What may stand before a tab: a number, a letter with its stop or bracket, a dash or bullet."""
_UNKNOWN = "\ufffd"
_LAST_ACCENT = "\u036f"
"""Marks up to here are accents of European letters; behind them come vowel signs."""


class _Letter(NamedTuple):
    """A visible character or a space between two, with its edges in points."""

    text: str
    look: PrintedLook
    x0: float
    x1: float
    glyph: Glyph | None = None


_new_letter = tuple.__new__
"""Half of the time that the constructor of a named tuple takes; letters are made by the hundred thousand."""


def page_lines(page: PageCharacters, fonts: Sequence[Font]) -> list[PageLine]:
    """The lines of a page in reading order: top to bottom, and column by column.

    Args:
        page: its characters; those printed sideways or off the page are left out.
        fonts: the fonts that its glyphs refer to.
    """
    rows = page_rows(page)
    counted = take_line_numbers(rows)
    if counted:
        numbers = set(map(id, counted))
        rows = rows_of([glyph for row in rows for glyph in row.glyphs if id(glyph) not in numbers])
    lines: list[PageLine] = []
    for strip in strips_of(page, rows) if rows else ():
        cell = None if strip.cell is None else (page.number, *strip.cell)
        for row in strip.rows:
            line = _line(row, page, fonts)
            if line is not None:
                lines.append(replace(line, column=strip.column, cell=cell) if strip.column else line)
    if counted:
        lines.append(_line_numbers(counted, page))
    with_arabic = [line.text for line in lines if has_right_to_left(line.text)]
    if with_arabic and brackets_are_turned(with_arabic):
        return [_with_mirrored_brackets(line) for line in lines]
    return lines


def _line_numbers(counted: Sequence[Glyph], page: PageCharacters) -> PageLine:
    """The line numbers of a page, as one line that belongs to its furniture."""
    rows = rows_of(counted)
    numbers = ["".join(g.text for g in sorted(row.glyphs, key=lambda g: g.x)) for row in rows]
    return PageLine(
        " ".join(numbers), page.number, baseline=rows[-1].y, page_width=page.width, rule="line_number"
    )


def stray_text(page: PageCharacters) -> dict[str, str]:
    """Text of a page that stands in no line, by rule: sideways, outside the page, or in a hidden layer.

    Args:
        page: its characters.
    """
    strays = {
        "sideways": "".join([g.text for g in page.glyphs if g.turned]),
        "off_page": "".join([g.text for g in off_page(page) if not g.turned]),
        "layer_off": "".join([g.text for g in page.unseen]),
    }
    return {rule: text for rule, text in strays.items() if text.strip()}


def _with_mirrored_brackets(line: PageLine) -> PageLine:
    if not has_right_to_left(line.text):
        return line
    runs = tuple(replace(run, text=mirrored(run.text)) for run in line.runs)
    return replace(line, text=mirrored(line.text), runs=runs)


def _line(row: GlyphRow, page: PageCharacters, fonts: Sequence[Font]) -> PageLine | None:
    glyphs = with_calls_in_place(_left_to_right(row.glyphs), row, page)
    drawn = [line for line in page.drawn if abs(line.y - row.y) < row.size]
    letters = _letters(glyphs, row, drawn, markings_on(row, page.markings), fonts)
    if not letters:
        return None
    for mark in row.marks:
        _put_mark(mark, letters)
    letters = close_up(letters)
    ordered = letters
    if has_right_to_left("".join([letter.text for letter in letters])):
        ordered = _without_elongations(reading_order(letters, lambda letter: letter.text))
    runs = _runs(ordered)
    return PageLine(
        text="".join([run.text for run in runs]),
        page=page.number,
        runs=runs,
        x0=letters[0].x0,
        x1=max([letter.x1 for letter in letters]),
        baseline=row.y,
        size=row.size,
        page_width=page.width,
        page_height=page.height,
        hang=_hang(letters, row.size),
    )


def _left_to_right(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Glyphs by place; letters of no width keep their printed order, as sorting is stable.

    Arabic letters reach below their neighbours, so that their middles tell which comes first.
    """
    if has_right_to_left("".join(map(text_of, glyphs))):
        return sorted(glyphs, key=lambda glyph: glyph.x + glyph.advance / 2)
    return sorted(glyphs, key=place_of)


def _letters(
    glyphs: Sequence[Glyph],
    row: GlyphRow,
    drawn: Sequence[DrawnLine],
    markings: Sequence[PaintedArea],
    fonts: Sequence[Font],
) -> list[_Letter]:
    """Visible characters by ascending x, with one space where a gap or a printed space parts them."""
    letters: list[_Letter] = []
    looks: dict[tuple[int, float, float, str], PrintedLook] = {}
    printed_space = False
    known: tuple[int, float, float, str] | None = None
    first = second = third = ""
    least, end = _COVERED_GAP * row.size, math.inf
    for glyph in glyphs:
        text, x, y, advance, size, font, _, _, colour = glyph
        if text and text.isspace():
            printed_space = True
            continue
        if text == ELONGATION:
            if letters:
                end = max(end, x + advance)
                letters[-1] = letters[-1]._replace(x1=end)
            continue
        near = text in (third, second, first)
        again = _printed_before(glyph, letters) if near else None
        if again is not None:
            letters[again] = letters[again]._replace(look=replace(letters[again].look, bold=True))
            continue
        key = (font, size, y, colour)
        if key != known:
            known, plain = key, looks.get(key) or looks.setdefault(key, look_of(glyph, row, fonts))
        look = with_drawn(plain, glyph, row, drawn) if drawn else plain
        if markings:
            look = with_markings(look, glyph, markings)
        shown = (text if text.isascii() else letters_of(text)) or _UNKNOWN
        letter = _new_letter(_Letter, (shown, look, x, x + advance, glyph))
        if x - end > least and _parted(letters[-1], letter, row.size, printed_space):
            letters.append(_Letter(" ", letters[-1].look, end, x))
        letters.append(letter)
        end = x + advance
        first, second, third = second, third, text
        printed_space = False
    return letters


def _parted(left: _Letter, right: _Letter, size: float, printed_space: bool) -> bool:
    gap = right.x0 - left.x1
    if left.text[-1] >= "\u2e80" and right.text[0] >= "\u2e80" and left.text[-1] < "\ua000":
        return gap > (0.3 if printed_space else _HAN_GAP) * size
    return gap > (_COVERED_GAP if printed_space else _WORD_GAP) * size


def _printed_before(glyph: Glyph, letters: Sequence[_Letter]) -> int | None:
    """The number of the letter that a glyph prints again."""
    near = _FAKE_BOLD * glyph.size
    for at in range(max(0, len(letters) - 3), len(letters)):
        other = letters[at].glyph
        if (
            other is not None
            and other.text == glyph.text
            and other.cid == glyph.cid
            and abs(other.x - glyph.x) <= min(near, 0.5 * max(glyph.advance, 0.01))
            and abs(other.y - glyph.y) <= near
        ):
            return at
    return None


def _without_elongations(letters: list[_Letter]) -> list[_Letter]:
    """The letters without the tatweels that stretch a word; one at its end is a letter's ("هـ")."""
    if not any(letter.text == "\u0640" for letter in letters):
        return letters
    kept: list[_Letter] = []
    for letter in reversed(letters):
        within = kept and direction(kept[-1].text) == "R"
        if letter.text != "\u0640" or not within:
            kept.append(letter)
    return kept[::-1]


def _put_mark(mark: Glyph, letters: list[_Letter]) -> None:
    """A vowel sign or accent joins the letter that it stands over."""
    middle = mark.x + mark.advance / 2
    _, _, at = min(
        (max(letter.x0 - middle, middle - letter.x1, 0.0), not letter.text.isalpha(), at)
        for at, letter in enumerate(letters)
        if letter.glyph is not None
    )
    text = letters[at].text
    accented = with_accent(text, mark.text) if mark.text <= _LAST_ACCENT else text + letters_of(mark.text)
    letters[at] = letters[at]._replace(text=accented)


_SEVERAL_CALLS = pattern_of(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){1,7}")
_ONE_CALL = pattern_of(r"\s?\d{1,3}\s?[,;–-]?\s?")
_ADDRESS = pattern_of(r"://|www\.|@")
"""Addresses are printed in the colour of links."""


def _runs(letters: Sequence[_Letter]) -> tuple[Run, ...]:
    parts: list[tuple[PrintedLook, list[str]]] = []
    of_part: PrintedLook | None = None
    for text, look, _, _, glyph in letters:
        # A space takes the look of what it follows, so that it opens no run.
        if parts and (glyph is None or of_part is look or of_part == look):
            parts[-1][1].append(text)
        else:
            parts.append((look, [text]))
            of_part = look
    return tuple(_run(look, piece) for look, texts in parts for piece in _calls(look.raised, "".join(texts)))


def _calls(raised: bool, text: str) -> list[str]:
    """A raised marker that calls several notes ("3, 4"), parted behind each sign between them."""
    if not raised or _SEVERAL_CALLS.fullmatch(text.strip()) is None:
        return [text]
    return [text[found.start() : found.end()] for found in _ONE_CALL.finditer(text)]


def _run(look: PrintedLook, text: str) -> Run:
    note = note_label(text) if look.raised else None
    colour = "" if _ADDRESS.search(text) else look.colour
    return Run(
        text, look.bold, look.italic, look.underline, look.strike, note, colour=colour, ground=look.ground
    )


def note_label(text: str) -> str | None:
    """The label of the note that a raised marker calls, or None where it is no such marker.

    Args:
        text: the raised characters ("1", "*", "a", "12/").
    """
    label = text.strip().strip("[]()").rstrip("/,.;–-").strip()
    if label.isdigit() and len(label) <= 3:
        return label
    if label and len(label) <= 4 and all(sign in "*†‡§¶#" for sign in label):
        return label
    return label if len(label) == 1 and label.isalpha() and label.islower() else None


def _hang(letters: Sequence[_Letter], size: float) -> float | None:
    """Where the text goes on after its label ("4.    Each Party", "3. (a)    Fisheries")."""
    label, hang = "", None
    for letter, after in pairwise(letters):
        if letter.glyph is not None:
            label += letter.text
            if len(label) > 8:
                break
            continue
        if not _LABEL.fullmatch(label):
            break
        if letter.x1 - letter.x0 > _HANGING_GAP * size:
            hang = after.x0
        label = ""
    return hang
