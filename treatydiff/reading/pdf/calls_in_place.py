"""Calls of notes that were set without room, over the letters beside them, go back between the words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from treatydiff.reading.pdf.characters import Glyph, PageCharacters
from treatydiff.reading.pdf.rows import RAISED, SMALL, GlyphRow, size_of, visible

_OVER = 0.10
"""A raised sign that covers so much of a letter, as a share of the type size, was set without room."""
_MOST_RAISED = 30
"""More raised signs on one line are no calls of notes."""


def with_calls_in_place(glyphs: list[Glyph], row: GlyphRow, page: PageCharacters) -> list[Glyph]:
    """Raised signs that are printed over a letter go where they were drawn: between two words.

    Args:
        glyphs: those of the row, left to right.
        row: the row.
        page: all characters in the order in which they were drawn.
    """
    if min(map(size_of, glyphs)) >= SMALL * row.size:
        return glyphs
    raised = [glyph for glyph in glyphs if _is_raised(glyph, row)]
    if not 0 < len(raised) <= _MOST_RAISED:
        return glyphs
    letters = [glyph for glyph in glyphs if visible(glyph) and not _is_raised(glyph, row)]
    over = [sign for sign in raised if _covers_letter(sign, letters, row)]
    if not over:
        return glyphs
    drawn = {id(glyph): at for at, glyph in enumerate(page.glyphs)}
    neighbours = {(id(left), id(right)) for left, right in pairwise(letters)}
    placed = list(glyphs)
    for sign in over:
        first, last = (_drawn_beside(drawn[id(sign)], step, row, page.glyphs) for step in (-1, 1))
        if first is None or last is None:
            continue
        before, after = page.glyphs[first], page.glyphs[last]
        near = abs(sign.x - before.x - before.advance) <= row.size
        if near and (id(before), id(after)) in neighbours:
            between = page.glyphs[first + 1 : last]
            signs = [glyph for glyph in between if any(glyph is each for each in raised)]
            rest = [glyph for glyph in placed if not any(glyph is each for each in signs)]
            behind = next(at for at, glyph in enumerate(rest) if glyph is after)
            placed = [*rest[:behind], *signs, *rest[behind:]]
    return placed


def _is_raised(glyph: Glyph, row: GlyphRow) -> bool:
    return glyph.size < SMALL * row.size and visible(glyph) and (glyph.y - row.y) / row.size >= RAISED[0]


def _covers_letter(sign: Glyph, letters: Sequence[Glyph], row: GlyphRow) -> bool:
    """Whether a sign is printed over one of the letters, and not only beside it."""
    right, least = sign.x + sign.advance, _OVER * row.size
    return any(min(right, letter.x + letter.advance) - max(sign.x, letter.x) > least for letter in letters)


def _drawn_beside(at: int, step: int, row: GlyphRow, order: Sequence[Glyph]) -> int | None:
    """Which glyph, not raised over the row, was drawn next before (step -1) or after (1) a sign."""
    at += step
    while 0 <= at < len(order) and (not visible(order[at]) or _is_raised(order[at], row)):
        at += step
    return at if 0 <= at < len(order) else None
