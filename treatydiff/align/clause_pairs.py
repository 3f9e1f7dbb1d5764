"""Which clause of A is which clause of B: inside the rows first, then between them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from treatydiff.align.arrays import Truths
from treatydiff.align.assignment import Assignment, beside_all, context
from treatydiff.align.sides import AlignedSide
from treatydiff.align.similarity import MeasuredPairs, Similarity
from treatydiff.align.splits import MIN_WORDS, Row
from treatydiff.language.number_forms import number_form
from treatydiff.language.typography import fold
from treatydiff.settings import Settings

ANCHOR = 0.5
"""Similarity from which on a pair of clauses is a fixed point for its neighbours."""
THRESHOLD = 0.15
"""Similarity with the bonus for an equal number below which two clauses are no pair."""
NUMBER_BONUS = 0.05
"""What an equal number at the same level adds."""
VERBATIM_BONUS = 0.01
"""What equal texts add; texts of equal words can still differ in the numbers of their references."""
CONTEXT_WEIGHT = 0.05


@dataclass(frozen=True, slots=True)
class ClausePair:
    """One clause of A and one of B, by index, and how alike their texts are (0 to 1)."""

    a: int
    b: int
    similarity: float


def pair_clauses(
    drafts: MeasuredPairs, rows: Sequence[Row], settings: Settings
) -> tuple[tuple[ClausePair, ...], ...]:
    """The pairs of clauses of each row, each clause of either draft in at most one.

    A clause that went to another row stands in the row of the unit of B that holds it.

    Args:
        drafts: their clauses and the similarities of these.
        rows: the units that belong together.
        settings: the neighbour bonus, and the similarity that a move between units must reach.
    """
    a, b = drafts.a, drafts.b
    found = [_inside(drafts, row, settings) for row in rows]
    row_of_a = {unit: index for index, row in enumerate(rows) if row.b for unit in row.a}
    row_of_b = {unit: index for index, row in enumerate(rows) if row.a for unit in row.b}
    taken_a = {pair.a for pairs in found for pair in pairs}
    taken_b = {pair.b for pairs in found for pair in pairs}
    free_a = [c for c in _long(a) if c not in taken_a and a.unit_of[c] in row_of_a]
    free_b = [c for c in _long(b) if c not in taken_b and b.unit_of[c] in row_of_b]
    for pair in _between(drafts.clauses, free_a, free_b, settings.anchor_similarity):
        home = row_of_b[b.unit_of[pair.b]]
        if home != row_of_a[a.unit_of[pair.a]]:
            found[home].append(pair)
    return tuple(tuple(sorted(pairs, key=lambda pair: pair.b)) for pairs in found)


def _long(side: AlignedSide) -> list[int]:
    return [clause for clause, words in enumerate(side.words) if len(words) >= MIN_WORDS]


def _inside(drafts: MeasuredPairs, row: Row, settings: Settings) -> list[ClausePair]:
    """The pairs inside one row."""
    a, b = drafts.a, drafts.b
    rows = [clause for unit in row.a for clause in a.clauses_of[unit]]
    columns = [clause for unit in row.b for clause in b.clauses_of[unit]]
    if not rows or not columns:
        return []
    texts_a = [fold(a.clauses[c].text) for c in rows]
    texts_b = [fold(b.clauses[c].text) for c in columns]
    if texts_a == texts_b:
        return [ClausePair(one, other, 1.0) for one, other in zip(rows, columns, strict=True)]
    text = drafts.clauses.block(rows, columns)
    labels_a = [(a.clauses[c].kind, number_form(a.clauses[c].number)) for c in rows]
    labels_b = [(b.clauses[c].kind, number_form(b.clauses[c].number)) for c in columns]
    score = text + NUMBER_BONUS * _equal(labels_a, labels_b) + VERBATIM_BONUS * _equal(texts_a, texts_b)
    partner = {pair.a: pair.b for pair in row.pairs}
    homes_a = [partner.get(a.unit_of[c]) for c in rows]
    homes_b = [b.unit_of[c] for c in columns]
    needed = np.where(_equal(homes_a, homes_b), THRESHOLD, settings.anchor_similarity)
    left, right = np.nonzero((text > 0.0) & (score >= needed))
    left, right = left.astype(np.int64), right.astype(np.int64)
    values = score[left, right]
    rank = values + CONTEXT_WEIGHT * context(left, right, values, len(columns))
    assigned = Assignment()
    assigned.take(left, right, rank, values >= ANCHOR)
    near = np.minimum(beside_all(assigned.partner, left, right), 1)
    assigned.take(left, right, rank + settings.neighbour_bonus * near, values > 0.0)
    return [ClausePair(rows[i], columns[j], float(text[i, j])) for i, j in sorted(assigned.partner.items())]


def _equal(left: Sequence[Hashable], right: Sequence[Hashable]) -> Truths:
    """Which values of one list equal which of another, rows x columns."""
    codes: dict[Hashable, int] = {}
    rows, columns = (
        np.asarray([codes.setdefault(value, len(codes)) for value in values], np.int64)
        for values in (left, right)
    )
    return np.equal(rows[:, None], columns[None, :])


def _between(
    similarity: Similarity, rows: Sequence[int], columns: Sequence[int], threshold: float
) -> list[ClausePair]:
    """Pairs among clauses that found no partner in their own row."""
    if not rows or not columns:
        return []
    text = similarity.block(rows, columns)
    left, right = np.nonzero(text >= threshold)
    left, right = left.astype(np.int64), right.astype(np.int64)
    values = text[left, right]
    assigned = Assignment()
    assigned.take(left, right, values, np.ones(values.size, dtype=np.bool_))
    return [ClausePair(rows[i], columns[j], float(text[i, j])) for i, j in sorted(assigned.partner.items())]
