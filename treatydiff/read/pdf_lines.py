"""Characters of a page become printed lines: one baseline, left to right, spaces from gaps."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from treatydiff.model import Run
from treatydiff.read.lines import Line
from treatydiff.read.pdf_characters import DrawnLine, Font, Glyph, PageCharacters

_SAME_BASELINE = 0.12
"""Share of the type size by which baselines of one line may differ (jitter of scanned pages)."""
_RAISED = (0.10, 0.75)
"""How far above the line's baseline a superscript stands, in sizes of the line."""
_LOWERED = 0.40
"""How far below it a subscript may stand."""
_SMALL = 0.85
"""A superscript or subscript is set smaller than this share of the line's size."""
_WORD_GAP = 0.16
"""Share of the type size that parts words; the narrowest space of justified lines is about 0.18."""
_HANGING_GAP = 0.6
"""Share of the type size beyond which a gap after a label is a tab, not a space."""
_FAKE_BOLD = 0.10
"""The same character printed again within this share of its size is one fat character."""
_LABEL = re.compile(r"[\[(“\"]*(\w{1,5}[.)\]]+|\d{1,3}|[-–—•▪*·])[\])]*")
"""What may stand before a tab: a number, a letter with its stop or bracket, a dash or bullet."""


@dataclass(slots=True)
class _Row:
    """Glyphs on one baseline while a page is put together; `raised` ones belong to a superscript."""

    y: float
    size: float
    x0: float
    x1: float
    glyphs: list[Glyph]


def page_lines(page: PageCharacters, fonts: Sequence[Font]) -> list[Line]:
    """The lines of a page, top to bottom.

    Args:
        page: its characters; those printed sideways or off the page are left out.
        fonts: the fonts that its glyphs refer to.
    """
    upright = [glyph for glyph in page.glyphs if not glyph.turned and _on_page(glyph, page)]
    rows = _attach_small_rows(_rows(upright))
    rows.sort(key=lambda row: (-row.y, row.x0))
    return [line for row in rows if (line := _line(row, page, fonts)) is not None]


def stray_text(page: PageCharacters) -> dict[str, str]:
    """Text of a page that stands in no line, by rule: printed sideways, or outside the page.

    Args:
        page: its characters.
    """
    strays = {
        "sideways": "".join(g.text for g in page.glyphs if g.turned),
        "off_page": "".join(g.text for g in page.glyphs if not g.turned and not _on_page(g, page)),
    }
    return {rule: text for rule, text in strays.items() if text.strip()}


def _on_page(glyph: Glyph, page: PageCharacters) -> bool:
    return -1 <= glyph.x <= page.width + 1 and -1 <= glyph.y <= page.height + 1


def _visible(glyph: Glyph) -> bool:
    return not glyph.text or not glyph.text.isspace()


def _rows(glyphs: Iterable[Glyph]) -> list[_Row]:
    """Glyphs grouped by baseline; spaces go only where there is a row already."""
    rows: list[_Row] = []
    ordered = sorted(glyphs, key=lambda glyph: -glyph.y)
    start = 0
    for index in range(1, len(ordered) + 1):
        if index < len(ordered):
            near = _SAME_BASELINE * min(ordered[index].size, ordered[start].size)
            if (
                ordered[index - 1].y - ordered[index].y <= near / 2
                and ordered[start].y - ordered[index].y <= near
            ):
                continue
        row = _row(ordered[start:index])
        if row is not None:
            rows.append(row)
        start = index
    return rows


def _row(glyphs: list[Glyph]) -> _Row | None:
    seen = [glyph for glyph in glyphs if _visible(glyph)]
    if not seen:
        return None
    sizes = Counter(round(glyph.size, 1) for glyph in seen)
    size = max(sizes, key=lambda value: (sizes[value], value))
    return _Row(
        statistics.median(glyph.y for glyph in seen if round(glyph.size, 1) == size),
        size,
        min(glyph.x for glyph in seen),
        max(glyph.x + glyph.advance for glyph in seen),
        glyphs,
    )


def _attach_small_rows(rows: list[_Row]) -> list[_Row]:
    """Superscripts and subscripts join the line that they touch; split baselines join again."""
    kept: list[_Row] = []
    hosts = sorted(rows, key=lambda row: -row.y)
    absorbed: set[int] = set()
    for index, row in enumerate(hosts):
        host = _host_of(row, index, hosts, absorbed)
        if host is None:
            continue
        absorbed.add(index)
        host.glyphs.extend(row.glyphs)
        host.x0, host.x1 = min(host.x0, row.x0), max(host.x1, row.x1)
    kept.extend(row for index, row in enumerate(hosts) if index not in absorbed)
    return kept


def _host_of(row: _Row, index: int, rows: list[_Row], absorbed: set[int]) -> _Row | None:
    near: list[tuple[float, int]] = []
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(rows) and abs(rows[other].y - row.y) <= rows[other].size:
            if other not in absorbed and _belongs(row, rows[other]):
                near.append((abs(rows[other].y - row.y), other))
            other += step
    return rows[min(near)[1]] if near else None


def _belongs(row: _Row, host: _Row) -> bool:
    rise = (row.y - host.y) / host.size
    if row.size < _SMALL * host.size:
        return (_RAISED[0] <= rise <= _RAISED[1] or -_LOWERED <= rise < _RAISED[0]) and _touches(row, host)
    # Two halves of one line on slightly different baselines: they must not stand over one another.
    return abs(rise) <= 0.25 and len(row.glyphs) <= len(host.glyphs) and not _overlaps(row, host)


def _touches(row: _Row, host: _Row) -> bool:
    """Whether some glyph of the small row stands right beside one of the host.

    A note's label may stand further off before its text; a margin label stands further than that.
    """
    reach = (1.0 if row.x1 <= host.x0 else 0.6) * host.size
    places = [(glyph.x, glyph.x + glyph.advance) for glyph in host.glyphs if _visible(glyph)]
    return any(
        x0 - reach <= glyph.x <= x1 + reach for glyph in row.glyphs if _visible(glyph) for x0, x1 in places
    )


def _overlaps(row: _Row, host: _Row) -> bool:
    places = [(glyph.x, glyph.x + glyph.advance) for glyph in host.glyphs if _visible(glyph)]
    return any(
        x0 + 0.3 * (x1 - x0) < glyph.x + glyph.advance / 2 < x1 - 0.3 * (x1 - x0)
        for glyph in row.glyphs
        if _visible(glyph)
        for x0, x1 in places
    )


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool
    italic: bool
    underline: bool
    strike: bool
    raised: bool


@dataclass(slots=True)
class _Letter:
    glyph: Glyph
    look: _Look
    space_before: bool


def _line(row: _Row, page: PageCharacters, fonts: Sequence[Font]) -> Line | None:
    # Sorting by place alone is stable, so marks printed over a letter keep their printed order.
    glyphs = sorted(row.glyphs, key=lambda glyph: glyph.x)
    drawn = [line for line in page.drawn if abs(line.y - row.y) < row.size]
    letters = _letters(glyphs, row, drawn, fonts)
    if not letters:
        return None
    runs = _runs(letters)
    text = "".join(run.text for run in runs)
    first = letters[0].glyph.x
    return Line(
        text=text,
        page=page.number,
        runs=runs,
        x0=first,
        x1=max(letter.glyph.x + letter.glyph.advance for letter in letters),
        baseline=row.y,
        size=row.size,
        page_width=page.width,
        page_height=page.height,
        hang=_hang(letters, row.size),
    )


def _letters(
    glyphs: list[Glyph], row: _Row, drawn: Sequence[DrawnLine], fonts: Sequence[Font]
) -> list[_Letter]:
    letters: list[_Letter] = []
    space = False
    for glyph in glyphs:
        if not _visible(glyph):
            space = True
            continue
        again = _printed_before(glyph, letters)
        if again is not None:
            look = again.look
            again.look = _Look(True, look.italic, look.underline, look.strike, look.raised)
            continue
        if letters:
            last = letters[-1].glyph
            gap = glyph.x - last.x - last.advance
            # A space glyph that is overprinted by the next letter is a kerning artefact.
            space = gap > _WORD_GAP * row.size or (space and gap > 0.04 * row.size)
        letters.append(_Letter(glyph, _look(glyph, row, drawn, fonts), space and bool(letters)))
        space = False
    return letters


def _printed_before(glyph: Glyph, letters: list[_Letter]) -> _Letter | None:
    for letter in letters[-3:]:
        other = letter.glyph
        if (
            other.text == glyph.text
            and other.cid == glyph.cid
            and abs(other.x - glyph.x) <= _FAKE_BOLD * glyph.size
            and abs(other.y - glyph.y) <= _FAKE_BOLD * glyph.size
            and abs(other.x - glyph.x) < 0.5 * max(glyph.advance, 0.01)
        ):
            return letter
    return None


def _look(glyph: Glyph, row: _Row, drawn: Sequence[DrawnLine], fonts: Sequence[Font]) -> _Look:
    font = fonts[glyph.font]
    middle = glyph.x + glyph.advance / 2
    underline = strike = False
    for line in drawn:
        if line.x0 - 0.5 <= middle <= line.x1 + 0.5:
            height = (line.y - row.y) / row.size
            underline = underline or -0.30 <= height <= 0.02
            strike = strike or 0.15 <= height <= 0.45
    rise = (glyph.y - row.y) / row.size
    raised = glyph.size < _SMALL * row.size and rise >= _RAISED[0]
    return _Look(font.bold, font.italic, underline, strike, raised)


def _runs(letters: list[_Letter]) -> tuple[Run, ...]:
    parts: list[tuple[_Look, list[str]]] = []
    for letter in letters:
        text = letter.glyph.text or "�"
        if parts and parts[-1][0] == letter.look:
            parts[-1][1].append(f" {text}" if letter.space_before else text)
        else:
            if letter.space_before and parts:
                parts[-1][1].append(" ")
            parts.append((letter.look, [text]))
    return tuple(_run(look, "".join(texts)) for look, texts in parts)


def _run(look: _Look, text: str) -> Run:
    note = note_label(text) if look.raised else None
    return Run(text, look.bold, look.italic, look.underline, look.strike, note)


def note_label(text: str) -> str | None:
    """The label of the note that a raised marker calls, or None where it is no such marker.

    Args:
        text: the raised characters ("1", "*", "a", "12/").
    """
    label = text.strip().strip("[]()").rstrip("/,.;").strip()
    if label.isdigit() and len(label) <= 3:
        return label
    if label and len(label) <= 4 and all(sign in "*†‡§¶#" for sign in label):
        return label
    return label if len(label) == 1 and label.isalpha() and label.islower() else None


def _hang(letters: list[_Letter], size: float) -> float | None:
    """Where the text goes on after a label and a tab ("4.    Each Party"), if the line has one."""
    label = ""
    for last, letter in pairwise(letters):
        label += last.glyph.text
        if len(label) > 8:
            return None
        gap = letter.glyph.x - last.glyph.x - last.glyph.advance
        if letter.space_before:
            return letter.glyph.x if gap > _HANGING_GAP * size and _LABEL.fullmatch(label) else None
    return None
