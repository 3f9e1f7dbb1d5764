"""Words printed large behind the text ("DRAFT", "ADVANCE COPY") are taken from the page before its lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from treatydiff.reading.pdf.characters import Glyph, PageCharacters
from treatydiff.reading.pdf.rows import size_of, visible
from treatydiff.records import dataclass

_LARGER = 1.5
"""Letters of a watermark are larger than the text by this factor; titles reach it too."""
_HEIGHT = 0.75
"""What a capital reaches above its baseline, as a share of its size."""
_INSIDE = 0.2
"""Text that reaches beyond this share of a letter's width, from either side, is printed over it."""
_COVERED = 0.5
"""Over more than this share of the letters of a watermark text is printed."""
_FEWEST_LETTERS = 3
"""A large letter or two open a chapter or are signs of mathematics."""
_SAME_PLACE = 4.0
"""Points by which the place of a watermark may differ from page to page."""


@dataclass(frozen=True, slots=True)
class Watermark:
    """Large words behind the text of a page: what they say, type size and baseline in points."""

    text: str
    size: float
    y: float

    def stands_as(self, text: str, size: float, y: float) -> bool:
        """Whether a line is the same watermark on a page that has no text in its place.

        Args:
            text: of the line.
            size, y: its type size and baseline, in points.
        """
        near = abs(self.size - size) <= 1 and abs(self.y - y) <= _SAME_PLACE
        return near and "".join(self.text.split()) == "".join(text.split())


def without_watermarks(page: PageCharacters) -> tuple[PageCharacters, tuple[Watermark, ...]]:
    """The page without the large words over which its text is printed, and these words.

    Args:
        page: its characters.
    """
    sizes = Counter(map(size_of, page.glyphs))
    if not sizes:
        return page, ()
    usual = max(sizes, key=lambda size: (sizes[size], size))
    if max(sizes) <= _LARGER * usual:
        return page, ()
    strings: defaultdict[tuple[float, int], list[Glyph]] = defaultdict(list)
    text: list[Glyph] = []
    for glyph in page.glyphs:
        if glyph.turned == 0 and glyph.size > _LARGER * usual:
            strings[round(glyph.size, 1), round(glyph.y)].append(glyph)
        elif visible(glyph):
            text.append(glyph)
    found = [letters for letters in strings.values() if _has_text_over_it(letters, text)]
    if not found:
        return page, ()
    taken = {id(glyph) for letters in found for glyph in letters}
    kept = tuple(glyph for glyph in page.glyphs if id(glyph) not in taken)
    return replace(page, glyphs=kept), tuple(map(_watermark, found))


def _watermark(letters: Sequence[Glyph]) -> Watermark:
    text = "".join(glyph.text for glyph in sorted(letters, key=lambda glyph: glyph.x))
    return Watermark(text.strip(), letters[0].size, letters[0].y)


def _has_text_over_it(letters: Sequence[Glyph], text: Sequence[Glyph]) -> bool:
    seen = [letter for letter in letters if visible(letter)]
    if len(seen) < _FEWEST_LETTERS:
        return False
    low, high = letters[0].y, letters[0].y + _HEIGHT * letters[0].size
    over = [glyph for glyph in text if low <= glyph.y <= high or low <= glyph.y + glyph.size / 2 <= high]
    covered = sum(any(_is_over(glyph, letter) for glyph in over) for letter in seen)
    return covered > _COVERED * len(seen)


def _is_over(glyph: Glyph, letter: Glyph) -> bool:
    inside = _INSIDE * letter.advance
    left, right = letter.x + inside, letter.x + letter.advance - inside
    return glyph.x < right and glyph.x + glyph.advance > left
