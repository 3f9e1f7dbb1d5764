"""How printed characters look: style, colour, and what is drawn or painted on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatydiff.reading.pdf.characters import DrawnLine, Font, Glyph
from treatydiff.reading.pdf.markings import PaintedArea
from treatydiff.reading.pdf.rows import RAISED, SMALL, GlyphRow, visible
from treatydiff.records import dataclass

_TALLEST = 2.2
"""Sizes of the type: a taller area is a box or a cell of a table."""
_CLOSE = 0.5
"""Sizes of the type by which a ground may reach beyond its words; cells of tables reach further."""
_MIDDLE = 0.3
"""Where the middle of small letters lies above the baseline, in sizes of the type."""


@dataclass(frozen=True, slots=True)
class PrintedLook:
    """The look of a character; `raised` as calls of notes are, `ground` the colour behind it."""

    bold: bool
    italic: bool
    underline: bool
    strike: bool
    raised: bool
    colour: str = ""
    ground: str = ""


def look_of(glyph: Glyph, row: GlyphRow, fonts: Sequence[Font]) -> PrintedLook:
    """The look of a character by its font, size and colour.

    Args:
        glyph: the character.
        row: its row.
        fonts: the fonts that glyphs refer to.
    """
    font = fonts[glyph.font]
    raised = glyph.size < SMALL * row.size and (glyph.y - row.y) / row.size >= RAISED[0]
    return PrintedLook(
        font.bold, font.italic, underline=False, strike=False, raised=raised, colour=glyph.colour
    )


def with_drawn(look: PrintedLook, glyph: Glyph, row: GlyphRow, drawn: Sequence[DrawnLine]) -> PrintedLook:
    """The look of a character with the drawn lines under or through it.

    Args:
        look: without them.
        glyph, row: the character and its row.
        drawn: the lines near the row.
    """
    middle = glyph.x + glyph.advance / 2
    over = [line for line in drawn if line.x0 - 0.5 <= middle <= line.x1 + 0.5]
    # A line that runs on beyond the words is a border or the rule of a table.
    underline = any(
        -0.30 <= (line.y - row.y) / row.size <= 0.02 and line.x0 >= row.x0 - 3 and line.x1 <= row.x1 + 3
        for line in over
    )
    strike = any(0.15 <= (line.y - row.y) / row.size <= 0.45 for line in over)
    if not underline and not strike:
        return look
    return replace(look, underline=underline, strike=strike)


def markings_on(row: GlyphRow, markings: Sequence[PaintedArea]) -> list[PaintedArea]:
    """The markings that lie on the words of a row.

    A ground that the page draws counts only where it fits its words: boxes and cells do not.

    Args:
        row: a printed line.
        markings: those of its page.
    """
    middle = row.y + _MIDDLE * row.size
    near = [
        each for each in markings if each.y0 <= middle <= each.y1 and each.x0 < row.x1 and each.x1 > row.x0
    ]
    return [each for each in near if not each.drawn or _fits(each, row)]


def _fits(ground: PaintedArea, row: GlyphRow) -> bool:
    if ground.y1 - ground.y0 > _TALLEST * row.size:
        return False
    words = [
        glyph
        for glyph in row.glyphs
        if visible(glyph) and ground.x0 - 0.5 <= glyph.x + glyph.advance / 2 <= ground.x1 + 0.5
    ]
    if not words:
        return False
    left, right = min(glyph.x for glyph in words), max(glyph.x + glyph.advance for glyph in words)
    return max(left - ground.x0, ground.x1 - right) <= _CLOSE * row.size


def with_markings(look: PrintedLook, glyph: Glyph, markings: Sequence[PaintedArea]) -> PrintedLook:
    """The look of a character with what is painted on it.

    Args:
        look: without that.
        glyph: the character.
        markings: those on its row.
    """
    middle = glyph.x + glyph.advance / 2
    over = [each for each in markings if each.x0 - 0.5 <= middle <= each.x1 + 0.5]
    if not over:
        return look
    return replace(
        look,
        underline=look.underline or any(each.kind == "underline" for each in over),
        strike=look.strike or any(each.kind == "strike" for each in over),
        ground=next((each.colour for each in reversed(over) if each.kind == "ground"), ""),
    )
