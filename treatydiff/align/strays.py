"""Weak pairs far from their place, of units that both resemble others more: a deletion and an addition.

What was struck at one end of a text and what was put in at another share the formulas of any two articles.
Taken for a pair they would be said to have moved, which is a finding, so it must rest on more than that.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from treatydiff.align.arrays import Floats
from treatydiff.align.assignment import out_of_order
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.align.unit_pairs import SAME_HEADING, UnitPair
from treatydiff.settings import Settings


def without_strays(
    drafts: MeasuredPairs, pairs: tuple[UnitPair, ...], settings: Settings
) -> tuple[UnitPair, ...]:
    """The pairs without those that are weak, out of order, beside no other pair, and nobody's nearest.

    A pair stays if no other unit is nearer to either of its units, by their words as a whole or by what of
    them is no formula. Of five generated revisions with 20 such pairs, all wrong, none is left; of fifteen
    official tables in English and French six wrong pairs go and four right ones.

    Args:
        drafts: their units, the similarities of these and their content.
        pairs: the one-to-one pairs in the order of A.
        settings: `anchor_similarity`, below which a pair is weak.
    """
    sizes = [drafts.a.sizes[pair.a] + 1 for pair in pairs]
    outside = out_of_order([pair.b for pair in pairs], sizes)
    strays = {
        place
        for place in sorted(outside)
        if _is_weak(pairs[place], settings) and not any(_leads(drafts, pairs[place]))
    }
    return tuple(pair for place, pair in enumerate(pairs) if place not in strays)


def _is_weak(pair: UnitPair, settings: Settings) -> bool:
    return pair.score < settings.anchor_similarity and pair.heading < SAME_HEADING and not pair.beside


def _leads(drafts: MeasuredPairs, pair: UnitPair) -> Iterator[bool]:
    """Whether no other unit is nearer to either unit of a pair: by similarity, then by content."""
    i, j = pair.a, pair.b
    every_a, every_b = range(len(drafts.a.units)), range(len(drafts.b.units))
    yield _is_top(drafts.units.block([i], every_b), j) and _is_top(drafts.units.block(every_a, [j]), i)
    of_a = (drafts.content_a[[i]] @ drafts.content_b.turned()).dense()
    of_b = (drafts.content_a @ drafts.content_b[[j]].turned()).dense()
    yield _is_top(of_a, j) and _is_top(of_b, i)


def _is_top(values: Floats, place: int) -> bool:
    rounded = np.round(values.reshape(-1), 9)
    return bool(rounded[place] > 0.0 and rounded[place] >= rounded.max())
