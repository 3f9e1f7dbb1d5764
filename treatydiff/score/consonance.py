"""Consonance: how much of one draft is carried in another, as sums over words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from treatydiff.model import Alignment, Consonance, Draft, Pairing, ScoreSheet, Tally
from treatydiff.score.draft_words import DraftWords, articles_outside_annexes, draft_words
from treatydiff.score.grams import Flags, Shares
from treatydiff.score.matching import found_tokens, partners_of, tokens_found_anywhere
from treatydiff.score.reference import Reference, leave_out_near_copies
from treatydiff.score.weights import token_weights
from treatydiff.settings import Settings

HALF = 0.5 - 1e-12
"""A share that is a half but for rounding counts as a half."""


def score_drafts(
    a: Draft, b: Draft, alignment: Alignment, reference: Reference, settings: Settings
) -> ScoreSheet:
    """Measure the consonance of two drafts, clause by clause.

    Near-copies of either draft in the reference are left out first. The measure is defined, with an
    example worked by hand, in docs/consonance.md.

    Args:
        a: the draft compared.
        b: the draft it is compared with.
        alignment: which unit of A became which of B.
        reference: where the weights come from.
        settings: lengths of the runs of words.
    """
    left, right = draft_words(a), draft_words(b)
    reference = leave_out_near_copies(reference, left, right)
    partners = partners_of(alignment, left, right)
    weights_a, weights_b = token_weights(left.row, reference), token_weights(right.row, reference)
    tallies_a = _clause_tallies(
        left,
        weights_a,
        found_tokens(left, right, partners, weights_a, settings.ngram),
        tokens_found_anywhere(left, right, settings.verbatim_ngram),
    )
    tallies_b = _clause_tallies(
        right,
        weights_b,
        found_tokens(right, left, partners.turned(), weights_b, settings.ngram),
        tokens_found_anywhere(right, left, settings.verbatim_ngram),
    )
    return ScoreSheet(
        reference=reference.info,
        document=Consonance(_sum(tallies_a), _sum(tallies_b)),
        units=tuple(_row(row.pairing, left, tallies_a, right, tallies_b) for row in alignment.units),
        containers=tuple(_row(row, left, tallies_a, right, tallies_b) for row in alignment.containers),
        clauses_a=dict(zip(left.clauses, tallies_a, strict=True)),
        clauses_b=dict(zip(right.clauses, tallies_b, strict=True)),
        articles_half_derived=_articles_at_least_half(b, right, tallies_b),
        articles_half_carried=_articles_at_least_half(a, left, tallies_a),
    )


def _clause_tallies(words: DraftWords, weights: Shares, found: Flags, verbatim: Flags) -> list[Tally]:
    clause, clauses = words.row.clause, len(words.clauses)
    weight = np.bincount(clause, weights, clauses)
    carried = np.bincount(clause, weights * found, clauses)
    lengths = words.row.lengths()
    copied = np.bincount(clause, verbatim, clauses)
    return [
        Tally(
            weight=float(weight[c]), carried=float(carried[c]), words=int(lengths[c]), verbatim=int(copied[c])
        )
        for c in range(clauses)
    ]


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total = total + tally
    return total


def _row(
    pairing: Pairing, a: DraftWords, tallies_a: list[Tally], b: DraftWords, tallies_b: list[Tally]
) -> Consonance:
    return Consonance(_below(pairing.a, a.extent, tallies_a), _below(pairing.b, b.extent, tallies_b))


def _below(ids: Iterable[str], extent: Mapping[str, tuple[int, int]], tallies: list[Tally]) -> Tally:
    ranges = (extent[id_] for id_ in ids)
    return _sum(tally for first, end in ranges for tally in tallies[first:end])


def _articles_at_least_half(draft: Draft, words: DraftWords, tallies: list[Tally]) -> int:
    sums = (_below((node.id,), words.extent, tallies) for node in articles_outside_annexes(draft))
    return sum(1 for tally in sums if tally.weight > 0.0 and tally.carried >= HALF * tally.weight)
