"""Consonance: how much of one draft is carried in another, as sums over words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

import numpy as np

from treatydiff.model import Alignment, Consonance, Draft, Pairing, ScoreSheet, Tally
from treatydiff.score.draft_words import DraftWords, articles_outside_annexes, draft_words
from treatydiff.score.force import same_force
from treatydiff.score.force_words import ForceLexicon, force_lexicon
from treatydiff.score.grams import Flags, Shares
from treatydiff.score.matching import Found, Partners, find_in_partners, partners_of, tokens_found_anywhere
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
    lexicon = force_lexicon(a.language) if a.language == b.language else None
    tallies_a = _clause_tallies(left, right, partners, reference, lexicon, settings)
    tallies_b = _clause_tallies(right, left, partners.turned(), reference, lexicon, settings)
    document = Consonance(_sum(tallies_a), _sum(tallies_b))
    return ScoreSheet(
        reference=reference.info,
        document=document,
        units=tuple(_row(row.pairing, left, tallies_a, right, tallies_b) for row in alignment.units),
        containers=tuple(_row(row, left, tallies_a, right, tallies_b) for row in alignment.containers),
        clauses_a=dict(zip(left.clauses, tallies_a, strict=True)),
        clauses_b=dict(zip(right.clauses, tallies_b, strict=True)),
        articles_half_derived=_articles_at_least_half(b, right, tallies_b),
        articles_half_carried=_articles_at_least_half(a, left, tallies_a),
        percentile_carried=reference.share_of_null_below(document.carried),
        percentile_derived=reference.share_of_null_below(document.derived),
    )


def _clause_tallies(
    own: DraftWords,
    other: DraftWords,
    partners: Partners,
    reference: Reference,
    lexicon: ForceLexicon | None,
    settings: Settings,
) -> list[Tally]:
    """The tally of every clause of `own`, seen from it."""
    weights = token_weights(own.row, reference)
    found = find_in_partners(own, other, partners, weights, settings.ngram)
    in_brackets = found.tokens & ~found.tokens_by(_outside_brackets(other, found))
    verbatim = tokens_found_anywhere(own, other, settings.verbatim_ngram)
    force = None if lexicon is None else same_force(own, other, found, weights, lexicon)

    def summed(values: Shares | Flags) -> list[float]:
        sums: list[float] = np.bincount(own.row.clause, values, len(own.clauses)).tolist()
        return sums

    columns = zip(
        summed(weights),
        summed(weights * found.tokens),
        [None] * len(own.clauses) if force is None else summed(weights * force),
        summed(weights * in_brackets),
        own.row.lengths().tolist(),
        summed(verbatim),
        strict=True,
    )
    return [
        Tally(weight, carried, same, bracketed, words, int(copied))
        for weight, carried, same, bracketed, words, copied in columns
    ]


def _outside_brackets(other: DraftWords, found: Found) -> Flags:
    """The offered runs that have no word inside brackets."""
    before = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(other.bracketed)])
    start, size = found.offered.start, found.offered.size
    outside: Flags = before[start + size] == before[start]
    return outside


def _sum(tallies: Iterable[Tally]) -> Tally:
    return reduce(Tally.__add__, tallies, Tally(carried_same_force=0.0, carried_in_brackets=0.0))


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
