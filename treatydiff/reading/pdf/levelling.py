"""Pages scanned askew are levelled: where lines rise or fall, no white runs straight down between columns."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from treatydiff.reading.pdf.characters import Glyph, PageCharacters
from treatydiff.reading.pdf.rows import height_of, size_of

_LEAST = 0.006
"""The slope from which a page is levelled: three points over the width of a text."""
_LONGEST_STEP = 3.0
"""The next character of a line stands no further on than this many type sizes, ..."""
_HIGHEST_STEP = 0.25
"""... and no further up or down than this one."""
_LEAST_RUN = 8.0
"""Type sizes of a run of characters that is long enough to measure."""
_FEWEST_RUNS = 5
_LIKE = 0.005
_MOST_UNLIKE = 0.3
"""Share of the runs whose slopes may differ by more than `_LIKE` from the median."""


def levelled(page: PageCharacters) -> PageCharacters:
    """The page with its lines level, if the most of them rise or fall alike.

    Args:
        page: its characters, turned as one holds it to read.
    """
    if not _may_slope(page.glyphs):
        return page
    slopes = list(_slopes(page.glyphs))
    if len(slopes) < _FEWEST_RUNS:
        return page
    slope = statistics.median(slopes)
    unlike = sum(abs(each - slope) > _LIKE for each in slopes)
    if abs(slope) < _LEAST or unlike > _MOST_UNLIKE * len(slopes):
        return page
    glyphs = tuple(
        glyph._replace(x=glyph.x + slope * glyph.y, y=glyph.y - slope * glyph.x) for glyph in page.glyphs
    )
    drawn = tuple(
        line._replace(x0=line.x0 + slope * line.y, x1=line.x1 + slope * line.y,
                      y=line.y - slope * (line.x0 + line.x1) / 2)
        for line in page.drawn
    )  # fmt: skip
    return replace(page, glyphs=glyphs, drawn=drawn)


def _may_slope(glyphs: Sequence[Glyph]) -> bool:
    """Whether any two heights of a page lie so near that one line may run from the one to the other."""
    heights = sorted(set(map(height_of, glyphs)))
    near = _HIGHEST_STEP * max(map(size_of, glyphs), default=0.0)
    return any(above - below <= near for below, above in pairwise(heights))


def _slopes(glyphs: Sequence[Glyph]) -> Iterator[float]:
    """The slope of every run of characters that were drawn one behind the other along a line."""
    x0 = y0 = x1 = y1 = of_run = 0.0
    for text, x, y, _, size, _, _, turned, _ in glyphs:
        if turned or size <= 0 or text.isspace():
            continue
        near = 0 < x - x1 <= _LONGEST_STEP * of_run and abs(y - y1) <= _HIGHEST_STEP * of_run
        if not near or size != of_run:
            if of_run and x1 - x0 >= _LEAST_RUN * of_run:
                yield (y1 - y0) / (x1 - x0)
            x0, y0, of_run = x, y, size
        x1, y1 = x, y
    if of_run and x1 - x0 >= _LEAST_RUN * of_run:
        yield (y1 - y0) / (x1 - x0)
