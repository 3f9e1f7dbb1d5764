"""The weight of every word of a draft: rare words weigh more, boilerplate weighs little."""

from __future__ import annotations

import numpy as np

from treatydiff.score.grams import Shares, TokenRow, clause_grams, greatest_over_runs
from treatydiff.score.reference import ReferenceTable

FLOOR = 0.05
"""What a word that is in every treaty still weighs."""


def weight_parts(row: TokenRow, reference: ReferenceTable) -> tuple[Shares, Shares]:
    """The rarity of every token among treaties, 0 to 1, and how much of a formula it is part of.

    Args:
        row: the words of a draft.
        reference: the counts.
    """
    scale = np.log1p(max(reference.n, 1))
    counts = np.minimum(reference.df1(row.numbers), reference.n)
    rarity: Shares = 1.0 - np.log1p(counts) / scale
    runs = clause_grams(row, reference.gram_size)
    commonness = np.log1p(np.minimum(reference.df5(runs.numbers), reference.n)) / scale
    return rarity, greatest_over_runs(len(row.numbers), runs, commonness)


def token_weights(row: TokenRow, reference: ReferenceTable) -> Shares:
    """The weight of every token, `u = (i + 0.05) (1 - b)`.

    `i = ln((1 + N) / (1 + df1)) / ln(1 + N)` is the word's rarity among N treaties; `b`, the greatest
    `ln(1 + df5) / ln(1 + N)` of the runs of five words it lies in, says how much of a formula it is
    part of. Measured against plain coverage in docs/consonance.md.

    Args:
        row: the words of a draft.
        reference: the counts.
    """
    rarity, formula = weight_parts(row, reference)
    weights: Shares = (rarity + FLOOR) * (1.0 - formula)
    return weights
