"""Whether two texts are drafts of one another, or different instruments.

Between drafts a weak resemblance in the right place is a pair; between different instruments it is a
formula that both took from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from treatydiff.align.arrays import Floats, Ints
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.align.sparse_rows import SparseRows
from treatydiff.model import Nearness
from treatydiff.settings import Settings

NEAREST = 0.25
"""Cosine of content from which on two units that are one another's nearest speak for nearness."""
NEAR_SHARE = 0.35
"""Share of the shorter text's words in such units from which on two texts are near.

Measured on 60 pairs: between conventions on different matters at most .23 (two that share their final
clauses word for word .33); between an act and the act that replaced it at least .48, between drafts and
the texts that came of them .60 and more, between texts with two of five words replaced .72 and more. One
pair stands at .41: a convention and a protocol to it, whose final clauses are the same.
"""
_ROWS_AT_ONCE = 256


def judge_nearness(drafts: MeasuredPairs, settings: Settings) -> Nearness:
    """Say whether two drafts are near, by their wording or as the user wants it.

    Args:
        drafts: their units and the content of these.
        settings: `nearness`.
    """
    rows, columns = nearest_pairs(drafts, NEAREST)
    a, b = drafts.a, drafts.b
    (side, units) = (a, rows) if sum(a.sizes) <= sum(b.sizes) else (b, columns)
    whole = sum(side.sizes)
    share = sum(side.sizes[unit] for unit in units.tolist()) / whole if whole else 0.0
    if settings.nearness != "auto":
        return Nearness(settings.nearness == "near", share, NEAR_SHARE, asked=True)
    # Texts that are formulas throughout cannot be told apart by what is none.
    content = drafts.content_a if side is a else drafts.content_b
    return Nearness(share >= NEAR_SHARE or content.entries == 0, share, NEAR_SHARE)


def nearest_pairs(drafts: MeasuredPairs, floor: float) -> tuple[Ints, Ints]:
    """The units that are one another's nearest by content, at a cosine of `floor` (> 0) or more."""
    width = drafts.content_b.shape[0]
    best_of_b, at_b = np.zeros(width), np.full(width, -1, np.int64)
    best_of_a: list[int] = []
    values_of_a: list[float] = []
    for start, block in cosine_blocks(drafts.content_a, drafts.content_b):
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


def cosine_blocks(left: SparseRows, right: SparseRows) -> Iterator[tuple[int, Floats]]:
    """The cosines of some rows with all of another matrix, a block at a time, with the block's first row."""
    if not left.shape[0] or not right.shape[0]:
        return
    turned = right.turned()
    for start in range(0, left.shape[0], _ROWS_AT_ONCE):
        block: Floats = np.round((left[start : start + _ROWS_AT_ONCE] @ turned).dense(), 9)
        yield start, block
