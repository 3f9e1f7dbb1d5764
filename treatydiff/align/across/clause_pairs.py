"""Which clause answers to which inside paired units, and which went to another unit. Imports numpy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from treatydiff.align.across.sides import MeasuredAcross
from treatydiff.align.across.unit_pairs import PairAcross
from treatydiff.align.arrays import Floats
from treatydiff.align.assignment import Assignment, context
from treatydiff.language.across.labels import same_label
from treatydiff.records import dataclass

LEAST = 0.18
"""Score that two clauses of paired units must have at least."""
LABEL_BONUS = 0.25
"""What a label in the same place of its list adds, inside paired units."""
PLACE_BONUS = 0.12
"""What the same place in the unit adds; less in proportion for places further apart."""
CONTEXT_WEIGHT = 0.15
"""Weight of the neighbours' scores in the order of the candidates."""
MOVED = 0.42
"""How alike clauses must be that answer to one another across units that are no pair."""
BETTER = 0.12
"""By how much a clause must be more like one of another unit than like the one beside it."""
LONG = 12
"""Words from which on a clause is looked for in other units."""


@dataclass(frozen=True, slots=True)
class ClauseMatch:
    """A clause of A and one of B, by index, with how alike they are (0 to 1); `moved` out of its pair."""

    a: int
    b: int
    similarity: float
    moved: bool = False


def pair_clauses_across(measured: MeasuredAcross, pairs: Sequence[PairAcross]) -> tuple[ClauseMatch, ...]:
    """The pairs of clauses, at most one to a clause, in the order of A.

    Args:
        measured: both drafts.
        pairs: the paired units.
    """
    inside = [found for pair in pairs for found in _inside(measured, pair)]
    moved = _moved(measured, inside, {(pair.a, pair.b) for pair in pairs})
    gone, come = {each.a for each in moved}, {each.b for each in moved}
    kept = [each for each in inside if each.a not in gone and each.b not in come]
    return tuple(sorted([*kept, *moved], key=lambda each: each.a))


def _inside(measured: MeasuredAcross, pair: PairAcross) -> list[ClauseMatch]:
    """The pairs of clauses of two paired units, by what they say, their labels and their places."""
    those, others = measured.a.clauses_of[pair.a], measured.b.clauses_of[pair.b]
    if not len(those) or not len(others):
        return []
    alike = measured.clauses(those, others)
    if len(those) == len(others) == 1:
        return [ClauseMatch(those[0], others[0], float(alike[0, 0]))]
    score = alike + LABEL_BONUS * _labels(measured, those, others) + PLACE_BONUS * _places(those, others)
    left, right = (each.ravel() for each in np.indices(score.shape))
    flat = score.ravel()
    rank = flat + CONTEXT_WEIGHT * context(left, right, flat, score.shape[1])
    assigned = Assignment()
    assigned.take(left, right, rank, flat >= LEAST)
    return [ClauseMatch(those[i], others[j], float(alike[i, j])) for i, j in sorted(assigned.partner.items())]


def _labels(measured: MeasuredAcross, those: range, others: range) -> Floats:
    """1 where two clauses bear labels of the same place, and so do the provisions above them."""
    chains = [
        [_chain(side.clauses[clause].id) for clause in clauses]
        for side, clauses in ((measured.a, those), (measured.b, others))
    ]
    found = np.zeros((len(those), len(others)))
    if found.size > _MANY:
        same: dict[tuple[str, ...], list[int]] = {}
        for j, two in enumerate(chains[1]):
            same.setdefault(tuple(two), []).append(j)
        for i, one in enumerate(chains[0]):
            found[i, same.get(tuple(one), [])] = float(bool(one))
        return found
    for i, one in enumerate(chains[0]):
        for j, two in enumerate(chains[1]):
            if len(one) == len(two) and one and all(map(same_label, one, two)):
                found[i, j] = 1.0
    return found


def _chain(id_: str) -> list[str]:
    """The numbers in an id below its unit: "art_5__para_2__subpara_a" has "2" and "a"."""
    return [step.rsplit("_", 1)[-1] for step in id_.split("__")[1:]]


def _places(those: range, others: range) -> Floats:
    one = (np.arange(len(those)) + 0.5) / len(those)
    two = (np.arange(len(others)) + 0.5) / len(others)
    return np.maximum(0.0, 1.0 - 2.0 * np.abs(one[:, None] - two[None, :]))


def _moved(
    measured: MeasuredAcross, inside: Sequence[ClauseMatch], paired: set[tuple[int, int]]
) -> list[ClauseMatch]:
    """Clauses that are one another's nearest although their units are no pair."""
    a, b = measured.a, measured.b
    beside_a = {each.a: each.similarity for each in inside}
    beside_b = {each.b: each.similarity for each in inside}
    long_a, long_b = (
        [at for at, size in enumerate(side.clause_sizes) if size >= _least_words(side.language)]
        for side in (a, b)
    )
    if not long_a or not long_b:
        return []
    nearest_a, nearest_b = _nearest(measured, long_a, long_b)
    found = []
    for i, (j, alike) in nearest_a.items():
        if nearest_b[j][0] != i or alike < MOVED or (a.unit_of[i], b.unit_of[j]) in paired:
            continue
        if alike >= BETTER + max(beside_a.get(i, 0.0), beside_b.get(j, 0.0)):
            found.append(ClauseMatch(i, j, alike, moved=True))
    return found


def _least_words(language: str) -> int:
    """Words of a long clause; a Chinese character counts as about a half."""
    return LONG * 2 if language == "zh" else LONG


def _nearest(
    measured: MeasuredAcross, of_a: Sequence[int], of_b: Sequence[int]
) -> tuple[dict[int, tuple[int, float]], dict[int, tuple[int, float]]]:
    """For each of some clauses of either draft the clause of the other that is most like it."""
    forward: dict[int, tuple[int, float]] = {}
    best = np.full(len(of_b), -1.0)
    whose = np.zeros(len(of_b), np.int64)
    for start in range(0, len(of_a), _AT_ONCE):
        some = of_a[start : start + _AT_ONCE]
        block = measured.clauses(some, of_b)
        places = block.argmax(axis=1)
        forward.update(
            {i: (of_b[int(j)], float(row[j])) for i, j, row in zip(some, places, block, strict=True)}
        )
        tops = block.argmax(axis=0)
        values = block[tops, np.arange(len(of_b))]
        higher = values > best
        best[higher], whose[higher] = values[higher], np.asarray(some)[tops[higher]]
    backward = {j: (int(i), float(value)) for j, i, value in zip(of_b, whose, best, strict=True)}
    return forward, backward


_AT_ONCE = 512
_MANY = 40_000
"""Pairs of clauses from which on only labels that are the very same are told (in annexes of long lists)."""
