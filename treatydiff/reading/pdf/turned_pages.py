"""Pages whose text is printed sideways or upside down are turned, so that they read like the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from treatydiff.reading.pdf.characters import Glyph, PageCharacters
from treatydiff.reading.pdf.rows import turn_of, visible

_MOST = 0.5
"""A page is turned where more than this share of its characters is printed in one other direction."""


def turned_to_read(page: PageCharacters) -> PageCharacters:
    """The page as one holds it to read most of its text.

    Drawn lines and markings of a turned page are left out.

    Args:
        page: its characters.
    """
    if not any(map(turn_of, page.glyphs)):
        return page
    turns = Counter(glyph.turned for glyph in page.glyphs if visible(glyph))
    turn, count = max(turns.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    if turn not in (1, 2, 3) or count <= _MOST * sum(turns.values()):
        return page
    width, height = (page.width, page.height) if turn == 2 else (page.height, page.width)
    glyphs = tuple(_turned(glyph, turn, page) for glyph in page.glyphs)
    return replace(page, width=width, height=height, glyphs=glyphs, drawn=(), markings=())


def _turned(glyph: Glyph, turn: int, page: PageCharacters) -> Glyph:
    if turn == 1:
        x, y = glyph.y, page.width - glyph.x
    elif turn == 2:
        x, y = page.width - glyph.x, page.height - glyph.y
    else:
        x, y = page.height - glyph.y, glyph.x
    return glyph._replace(x=x, y=y, turned=glyph.turned if glyph.turned == 4 else (glyph.turned - turn) % 4)
