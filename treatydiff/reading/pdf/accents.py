"""Accents that are printed over their letters as signs of their own, as typesetting programs once did."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from treatydiff.reading.pdf.characters import Glyph

ACCENTS = {
    "`": "\u0300", "\u02cb": "\u0300", "\u00b4": "\u0301", "\u02ca": "\u0301", "^": "\u0302",
    "\u02c6": "\u0302", "~": "\u0303", "\u02dc": "\u0303", "\u00af": "\u0304", "\u02c9": "\u0304",
    "\u02d8": "\u0306", "\u02d9": "\u0307", "\u00a8": "\u0308", "\u02da": "\u030a", "\u02dd": "\u030b",
    "\u02c7": "\u030c", "\u00b8": "\u0327", "\u02db": "\u0328",
}  # fmt: skip
"""Signs that stand for themselves, and what they are over a letter."""
_DOTLESS = {"\u0131": "i", "\u0237": "j"}
_NEAR = 36.0
"""Points between which letters are looked for."""
_MOST = 1_000
"""More signs on one page are no accents."""
_COVERED = 0.5
"""An accent belongs to the letter that lies under this share of its width."""
_HIGHER = 0.5
"""... and that stands no further from it in height, in sizes."""


def accents_over_letters(accents: Sequence[Glyph], upright: Sequence[Glyph]) -> list[Glyph]:
    """The accents that are printed over a letter which can bear them, as combining marks.

    Args:
        accents: signs of `ACCENTS`.
        upright: all characters beside them.
    """
    if not 0 < len(accents) <= _MOST:
        return []
    letters: dict[int, list[Glyph]] = {}
    for glyph in upright:
        if len(glyph.text) == 1 and glyph.text.isalpha():
            letters.setdefault(round(glyph.x / _NEAR), []).append(glyph)
    return [
        accent._replace(text=ACCENTS[accent.text])
        for accent in accents
        if any(
            _bears(letter, accent)
            for step in (-1, 0, 1)
            for letter in letters.get(round(accent.x / _NEAR) + step, ())
        )
    ]


def with_accent(letter: str, accent: str) -> str:
    """A letter with a combining mark, as one character where there is one.

    Args:
        letter: what was printed.
        accent: the combining mark.
    """
    return unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + accent)


def _bears(letter: Glyph, accent: Glyph) -> bool:
    if abs(letter.y - accent.y) > _HIGHER * letter.size:
        return False
    over = min(letter.x + letter.advance, accent.x + accent.advance) - max(letter.x, accent.x)
    return (
        over >= _COVERED * max(accent.advance, 0.01)
        and len(with_accent(letter.text, ACCENTS[accent.text])) == 1
    )
