"""How far the shares hang on the length of the runs, and on which clauses happen to be there."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from treatydiff.language.runs.numbers import mix
from treatydiff.model import Alignment, Draft, ScoreSheet, Sensitivity, Tally
from treatydiff.score.draft_words import draft_words
from treatydiff.score.matching import find_in_partners, partners_of
from treatydiff.score.reference import ReferenceTable, leave_out_near_copies
from treatydiff.score.weights import token_weights

NGRAMS = (3, 4, 5, 6, 7)
DRAWS = 1000
SEED = 1
INTERVAL = (2.5, 97.5)
"""Percentiles that bound the interval (Efron 1979, percentile method)."""


def measure_sensitivity(
    a: Draft, b: Draft, alignment: Alignment, reference: ReferenceTable, scores: ScoreSheet
) -> Sensitivity:
    """The shares for runs of three to seven words, and their intervals over resampled clauses.

    Args:
        a: the draft compared.
        b: the draft it is compared with.
        alignment: which unit of A became which of B.
        reference: where the weights come from.
        scores: of the two drafts.
    """
    left, right = draft_words(a), draft_words(b)
    reference = leave_out_near_copies(reference, left, right)
    partners = partners_of(alignment, left, right)
    sides = ((left, right, partners), (right, left, partners.turned()))
    weights = [token_weights(own.row, reference) for own, _, _ in sides]

    def share(side: int, ngram: int) -> float | None:
        own, other, seen = sides[side]
        whole = float(weights[side].sum())
        if whole <= 0.0:
            return None
        found = find_in_partners(own, other, seen, weights[side], ngram)
        return float(weights[side][found.tokens].sum()) / whole

    return Sensitivity(
        by_ngram=tuple((ngram, share(0, ngram), share(1, ngram)) for ngram in NGRAMS),
        carried=bootstrap_interval(scores.clauses_a.values()),
        derived=bootstrap_interval(scores.clauses_b.values()),
        draws=DRAWS,
        seed=SEED,
    )


def bootstrap_interval(tallies: Iterable[Tally]) -> tuple[float, float] | None:
    """Between which values 95 % of the shares lie when clauses are drawn with replacement.

    The draws come from a mixing function and not from a library's generator, so that they are the
    same with every version of it.

    Args:
        tallies: of the clauses.

    Returns:
        Lower and upper bound; None where nothing has weight.
    """
    sums = np.array([(tally.weight, tally.carried) for tally in tallies], dtype=np.float64).reshape(-1, 2)
    if not len(sums) or sums[:, 0].sum() <= 0.0:
        return None
    clauses = len(sums)
    shares = np.empty(DRAWS)
    for draw in range(DRAWS):
        numbers = np.arange(clauses, dtype=np.uint64) + np.uint64((SEED * DRAWS + draw) * clauses)
        drawn = sums[(mix(mix(numbers) + np.uint64(SEED)) % np.uint64(clauses)).astype(np.int64)].sum(axis=0)
        shares[draw] = drawn[1] / drawn[0] if drawn[0] > 0.0 else 0.0
    low, high = np.percentile(shares, INTERVAL).tolist()
    return low, high
