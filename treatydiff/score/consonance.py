"""Consonance: how much of one draft is carried in another, as sums over words."""

from __future__ import annotations

from treatydiff.model import Alignment, ArticleCount, Consonance, Draft, Pairing, ScoreSheet, Tally
from treatydiff.score.draft_words import DraftWords, draft_words
from treatydiff.score.matching import partners_of
from treatydiff.score.measured import article_counts, measure_both, sum_below, sum_of
from treatydiff.score.readings import measure_readings
from treatydiff.score.reference import ReferenceTable, leave_out_near_copies
from treatydiff.settings import Settings


def score_drafts(
    a: Draft, b: Draft, alignment: Alignment, reference: ReferenceTable, settings: Settings
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
    measured_a, measured_b = measure_both(left, right, partners, reference, settings)
    tallies_a, tallies_b = measured_a.tallies(), measured_b.tallies()
    document = Consonance(sum_of(tallies_a), sum_of(tallies_b))
    articles_carried = article_counts(a, left, tallies_a)
    articles_derived = article_counts(b, right, tallies_b)
    return ScoreSheet(
        reference=reference.info,
        document=document,
        units=tuple(_row(row.pairing, left, tallies_a, right, tallies_b) for row in alignment.units),
        containers=tuple(_row(row, left, tallies_a, right, tallies_b) for row in alignment.containers),
        clauses_a=dict(zip(left.clauses, tallies_a, strict=True)),
        clauses_b=dict(zip(right.clauses, tallies_b, strict=True)),
        articles_half_derived=_half(articles_derived),
        articles_half_carried=_half(articles_carried),
        percentile_carried=reference.share_of_null_below(document.carried),
        percentile_derived=reference.share_of_null_below(document.derived),
        articles_derived=articles_derived,
        articles_carried=articles_carried,
        stretches_a=measured_a.stretches(),
        stretches_b=measured_b.stretches(),
        readings=measure_readings(a, b, measured_a, measured_b, document, partners, reference, settings),
    )


def _half(counts: tuple[ArticleCount, ...]) -> int:
    return next(count.articles for count in counts if count.at_least == 0.5)


def _row(
    pairing: Pairing, a: DraftWords, tallies_a: list[Tally], b: DraftWords, tallies_b: list[Tally]
) -> Consonance:
    return Consonance(sum_below(pairing.a, a.extent, tallies_a), sum_below(pairing.b, b.extent, tallies_b))
