"""Weak pairs far from their place, of units that both resemble others more: a deletion and an addition.

What was struck at one end of a text and what was put in at another share the formulas of any two articles.
Taken for a pair they would be said to have moved, which is a finding, so it must rest on more than that.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from treatydiff.align.arrays import Floats, Truths
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
    sizes = [drafts.a.sizes[pair.a] for pair in pairs]
    outside = out_of_order([pair.b for pair in pairs], sizes)
    weak = [place for place in sorted(outside) if _is_weak(pairs[place], settings)]
    leading = _leading(drafts, [pairs[place] for place in weak])
    strays = {place for place, leads in zip(weak, leading, strict=True) if not leads}
    return tuple(pair for place, pair in enumerate(pairs) if place not in strays)


def _is_weak(pair: UnitPair, settings: Settings) -> bool:
    return pair.score < settings.anchor_similarity and pair.heading < SAME_HEADING and not pair.beside


def _leading(drafts: MeasuredPairs, pairs: Sequence[UnitPair]) -> Truths:
    """Of which pairs no other unit is nearer to either unit: by similarity, or by content."""
    if not pairs:
        return np.zeros(0, dtype=bool)
    own, other = [pair.a for pair in pairs], [pair.b for pair in pairs]
    every_a, every_b = range(len(drafts.a.units)), range(len(drafts.b.units))
    alike = _tops(drafts.units.block(own, every_b), other) & _tops(drafts.units.block(every_a, other).T, own)
    of_own, of_other = drafts.content.table(own, every_b), drafts.content.table(every_a, other)
    return alike | (_tops(of_own, other) & _tops(of_other.T, own))


def _tops(values: Floats, places: Sequence[int]) -> Truths:
    """Whether no value of a row is greater than the one at its place, and that is not zero."""
    rounded = np.round(values, 9)
    chosen = rounded[np.arange(len(places)), places]
    tops: Truths = (chosen > 0.0) & (chosen >= rounded.max(axis=1))
    return tops
