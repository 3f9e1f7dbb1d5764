"""Whether two texts are drafts of one another, or different instruments.

Between drafts a weak resemblance in the right place is a pair; between different instruments it is a
formula that both took from elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from treatydiff.align.arrays import Ints
from treatydiff.align.formulas import Content
from treatydiff.align.headed.stems import tells
from treatydiff.align.sides import AlignedSide
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.model import Nearness
from treatydiff.settings import Settings

NEAREST = 0.25
"""Cosine of content from which on two units that are one another's nearest speak for nearness."""
NEAR_SHARE = 0.37
"""How much of one of two texts must stand in such units for them to be near: the mean of two shares.

The share of its words alone is led astray by one long article that a chance makes somebody's nearest, the
share of its units alone by many short ones; their geometric mean is high where both are. Preambles, closing
formulas and final clauses are left out, since instruments of one house have them word for word alike (with
them a convention and its protocol come to .60 of words, two acts on different matters to .75). Measured on
157 pairs: between 119 of different instruments at most .31, between 38 of drafts, and of acts and the acts
that replaced them, at least .44. Of shares of words alone these are .30 and .40, of units .32 and .40.
"""
LEAST_MATTER = 0.25
"""Share of a text's words outside preamble, closing and final clauses below which all of it is judged."""


def judge_nearness(drafts: MeasuredPairs, settings: Settings) -> Nearness:
    """Say whether two drafts are near, by their wording or as the user wants it.

    Args:
        drafts: their units and the content of these.
        settings: `nearness`.
    """
    a, b = drafts.a, drafts.b
    # Texts that are treaties' formulas throughout are judged by what returns in themselves.
    content = drafts.own if drafts.own.in_both else drafts.content
    rows, columns = _without_formulas(drafts, *nearest_pairs(content, NEAREST))
    share = max(_share(a, b, rows), _share(b, a, columns))
    if settings.nearness != "auto":
        return Nearness(settings.nearness == "near", share, NEAR_SHARE, asked=True)
    # Texts that are formulas throughout cannot be told apart by what is none.
    return Nearness(share >= NEAR_SHARE or not content.in_both, share, NEAR_SHARE)


def _without_formulas(drafts: MeasuredPairs, rows: Ints, columns: Ints) -> tuple[Ints, Ints]:
    """The pairs without those whose headings have no word in common and that share formulas alone.

    Of articles without headings nothing is asked: one of which half is new is one still.
    """
    a, b = drafts.a, drafts.b
    doubtful = [
        bool(a.headings[i] and b.headings[j])
        and a.headings[i] != b.headings[j]
        and not any(tells(word) and word in b.headings[j] for word in a.headings[i])
        for i, j in zip(rows.tolist(), columns.tolist(), strict=True)
    ]
    kept = [
        not (doubt and drafts.remainders.are_unlike(i, j))
        for doubt, i, j in zip(doubtful, rows.tolist(), columns.tolist(), strict=True)
    ]
    return rows[kept], columns[kept]


def _share(side: AlignedSide, other: AlignedSide, nearest: Ints) -> float:
    """How much of a text stands in units that are nearest, or are in the other word for word."""
    matter = _matter(side)
    found = matter & {*nearest.tolist(), *_verbatim(side, other)}
    of_words = _words(side, found) / (_words(side, matter) or 1)
    of_units = len(found) / (len(matter) or 1)
    return float((of_words * of_units) ** 0.5)


def _matter(side: AlignedSide) -> frozenset[int]:
    """The units that say what a text is about; all that have words where these are few."""
    speaking = frozenset(
        unit for unit, size in enumerate(side.sizes) if size and side.statements[unit] is None
    )
    matter = frozenset(unit for unit in speaking if unit not in side.frame)
    return matter if _words(side, matter) >= LEAST_MATTER * _words(side, speaking) else speaking


def _words(side: AlignedSide, units: Collection[int]) -> int:
    return sum(side.sizes[unit] for unit in units)


def _verbatim(side: AlignedSide, other: AlignedSide) -> frozenset[int]:
    """The units that stand word for word in the other text, though all of them be formula."""
    there = side.unit_texts & other.unit_texts
    return frozenset(unit for unit in range(len(side.units) if there else 0) if side.unit_text(unit) in there)


def nearest_pairs(content: Content, floor: float) -> tuple[Ints, Ints]:
    """The units that are one another's nearest by content, at a cosine of `floor` (> 0) or more."""
    width = content.b.shape[0]
    best_of_b, at_b = np.zeros(width), np.full(width, -1, np.int64)
    best_of_a: list[int] = []
    values_of_a: list[float] = []
    for start, block in content.tables():
        top = block.max(axis=0)
        better = top > best_of_b
        at_b = np.where(better, block.argmax(axis=0) + start, at_b)
        best_of_b = np.where(better, top, best_of_b)
        best_of_a += block.argmax(axis=1).tolist()
        values_of_a += block.max(axis=1).tolist()
    found = [
        (i, j)
        for i, (j, value) in enumerate(zip(best_of_a, values_of_a, strict=True))
        if value >= floor and at_b[j] == i
    ]
    return np.asarray([i for i, _ in found], np.int64), np.asarray([j for _, j in found], np.int64)
