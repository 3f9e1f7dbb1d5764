"""How a share adds up: every clause of a row with its sums, its words by weight, and its stretches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import numpy as np

from treatydiff.model import (
    Alignment,
    ClauseSum,
    Consonance,
    Draft,
    Explanation,
    Stretch,
    Tally,
    UnitPairing,
    WordWeight,
)
from treatydiff.score.draft_words import DraftWords, draft_words
from treatydiff.score.grams import Flags, Shares
from treatydiff.score.matching import partners_of
from treatydiff.score.measured import Measured, measure_both, sum_of
from treatydiff.score.reference import ReferenceTable, leave_out_near_copies
from treatydiff.score.weights import weight_parts
from treatydiff.settings import Settings


def explain_row(
    a: Draft, b: Draft, alignment: Alignment, row: UnitPairing, reference: ReferenceTable, settings: Settings
) -> Explanation:
    """The sum behind the shares of one row, in the order of the texts, A before B.

    Args:
        a: the draft compared.
        b: the draft it is compared with.
        alignment: which unit of A became which of B.
        row: the row of it that is explained.
        reference: where the weights come from, as `score_drafts` was given it.
        settings: lengths of the runs of words.
    """
    left, right = draft_words(a), draft_words(b)
    reference = leave_out_near_copies(reference, left, right)
    partners = partners_of(alignment, left, right)
    measured_a, measured_b = measure_both(left, right, partners, reference, settings)
    sums = (
        *_clause_sums("a", a, measured_a, row.pairing.a, reference),
        *_clause_sums("b", b, measured_b, row.pairing.b, reference),
    )
    whole = Consonance(*(sum_of(each.tally for each in sums if each.side == side) for side in ("a", "b")))
    return Explanation(row.pairing, whole, sums)


def _clause_sums(
    side: Literal["a", "b"], draft: Draft, measured: Measured, ids: tuple[str, ...], reference: ReferenceTable
) -> Iterator[ClauseSum]:
    words = measured.words
    parts = weight_parts(words.row, reference)
    tallies: list[Tally] = measured.tallies()
    stretches: dict[str, tuple[Stretch, ...]] = measured.stretches()
    texts = {leaf.id: leaf.text for leaf in draft.walk() if not leaf.children}
    for id_ in ids:
        for clause in range(*words.extent[id_]):
            name = words.clauses[clause]
            listed = _word_weights(words, clause, texts[name], parts, measured)
            yield ClauseSum(side, name, tallies[clause], listed, stretches.get(name, ()))


def _word_weights(
    words: DraftWords, clause: int, text: str, parts: tuple[Shares, Shares], measured: Measured
) -> tuple[WordWeight, ...]:
    first, end = int(words.row.bounds[clause]), int(words.row.bounds[clause + 1])
    weights: Shares = measured.weights[first:end]
    found: Flags = measured.found[first:end]
    # Rounded, so that words of one weight keep the order of the text on every machine.
    order = np.argsort(-np.round(weights, 9), kind="stable").tolist()
    return tuple(
        WordWeight(
            text[words.starts[first + at] : words.ends[first + at]],
            float(parts[0][first + at]),
            float(parts[1][first + at]),
            float(weights[at]),
            bool(found[at]),
        )
        for at in order
    )
