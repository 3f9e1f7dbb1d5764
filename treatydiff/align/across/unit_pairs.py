"""Which unit of A answers to which of B where they are in different languages: greedily from the top.

What speaks for a pair is how alike the texts are, their headings, and whether neighbours are pairs in
step; order is a bonus, never a constraint. Numbers of provisions count for nothing: they change.
"""

from __future__ import annotations

import numpy as np

from treatydiff.align.across.sides import MeasuredAcross
from treatydiff.align.arrays import Floats
from treatydiff.align.assignment import Assignment, beside, beside_all, context, out_of_order
from treatydiff.model import Unit
from treatydiff.records import dataclass

HEADING_BONUS = 0.25
"""What equal headings add; less in proportion for similar ones."""
ANCHOR = 0.50
"""Score from which on a pair needs nothing else."""
BESIDE_BONUS = 0.10
"""What neighbours that are pairs in step add to the rank of a pair; half of it for one."""
CONTEXT_WEIGHT = 0.10
"""Weight of the neighbours' scores in the order of the candidates; it settles ties."""
NEAREST = (0.10, 4.0)
"""Score, and how far it stands out, from which on two units that are one another's nearest are a pair."""
LEAST: tuple[tuple[float, float], ...] = ((0.25, 2.0), (0.10, 2.0), (0.04, 0.8))
"""Score, and how far it stands out, that a pair must have: with no neighbour in step, one, and two.

A score is as high as the lexicon knows the words; how many deviations it stands above the scores of the
same units with all others says as much for texts of which it knows half.
"""
STRAY = 0.35
"""Score below which a pair out of order and without a neighbour in step is taken apart once."""
TIE = 0.05
"""By how much a pair must be ahead of the others of its units to be taken before neighbours have their say.

A rule that an annex repeats is as like the one as the other.
"""
VERSIONS = 0.9
"""Share of units that are pairs from which on two drafts are versions of one text: a gap is filled then."""
GAP_LENGTHS = 2.0
"""By what factor the lengths of two units in a gap may be off those of the drafts."""
_ROUNDS = 4
"""How often neighbours are looked at; each time runs of pairs grow by one at either end."""
_FLOOR = 0.02
_LEAST_SPREAD = 0.02
_FAR_OUT = 6.0
_ROLES = ("preamble", "closing")


@dataclass(frozen=True, slots=True)
class PairAcross:
    """A unit of A and one of B, by index, with how alike their texts and headings are (0 to 1)."""

    a: int
    b: int
    text: float
    heading: float
    score: float


def pair_units_across(measured: MeasuredAcross) -> tuple[PairAcross, ...]:
    """The pairs of units that answer to one another, at most one to a unit, in the order of A.

    Args:
        measured: both drafts.
    """
    scores = _scores(measured)
    if not scores.size:
        return ()
    out = _standing_out(scores)
    left, right = np.nonzero(scores >= _FLOOR)
    score, apart, ahead = scores[left, right], out[left, right], _ahead(scores)[left, right]
    rank = score + CONTEXT_WEIGHT * context(left, right, score, scores.shape[1])
    assigned = Assignment()
    sure = (score >= ANCHOR) | ((ahead >= -TIE) & (score >= NEAREST[0]) & (apart >= NEAREST[1]))
    assigned.take(left, right, rank, sure & (ahead >= TIE))
    for least in (2, 1, 0):
        near = beside_all(assigned.partner, left, right)
        assigned.take(left, right, rank + BESIDE_BONUS * near / 2, sure & (near >= least))
    for again in (True, False):
        for _ in range(_ROUNDS):
            near = beside_all(assigned.partner, left, right)
            enough = np.asarray(LEAST)[near]
            allowed = (score >= enough[:, 0]) & (apart >= enough[:, 1])
            assigned.take(left, right, rank + BESIDE_BONUS * near / 2, allowed)
        if again:
            _drop_strays(assigned, scores)
    _fill_gaps(assigned, measured)
    return tuple(
        PairAcross(i, j, float(measured.units[i, j]), float(measured.headings[i, j]), float(scores[i, j]))
        for i, j in sorted(assigned.partner.items())
    )


def _ahead(scores: Floats) -> Floats:
    """By how much each score is above the best other one of its row and of its column."""
    ahead = np.full(scores.shape, np.inf)
    for axis in (0, 1):
        if scores.shape[axis] > 1:
            second, best = np.moveaxis(np.partition(scores, -2, axis=axis), axis, 0)[-2:]
            second, best = (np.expand_dims(each, axis) for each in (second, best))
            ahead = np.minimum(ahead, scores - np.where(scores >= best, second, best))
    return ahead


def _fill_gaps(assigned: Assignment, measured: MeasuredAcross) -> None:
    """Pair what stands alone between pairs in step, where nearly all units of both drafts are pairs."""
    a, b = measured.a, measured.b
    ends = len(a.units), len(b.units)
    if len(assigned.partner) < VERSIONS * max(ends):
        return
    ratio = sum(a.sizes) / max(1.0, sum(b.sizes))
    for i in range(ends[0]):
        j = assigned.partner.get(i - 1, -1 if i == 0 else ends[1]) + 1
        if i in assigned.partner or j >= ends[1] or j in assigned.taken:
            continue
        behind = assigned.partner.get(i + 1, ends[1] if i + 1 == ends[0] else -1)
        alike = a.sizes[i] / max(1.0, ratio * b.sizes[j])
        if behind == j + 1 and 1 / GAP_LENGTHS <= alike <= GAP_LENGTHS and _can_pair(measured, i, j):
            assigned.partner[i] = j
            assigned.taken[j] = i


def _can_pair(measured: MeasuredAcross, i: int, j: int) -> bool:
    a, b = measured.a, measured.b
    return not (a.statements[i] or b.statements[j]) and _role(a.units[i]) == _role(b.units[j])


def _drop_strays(assigned: Assignment, scores: Floats) -> None:
    """Take apart the weak pairs that are out of order and have no neighbour in step: others may fit there."""
    pairs = sorted(assigned.partner.items())
    strays = out_of_order([j for _, j in pairs], [1] * len(pairs))
    for place in sorted(strays):
        i, j = pairs[place]
        if scores[i, j] < STRAY and not beside(assigned.partner, i, j):
            del assigned.partner[i], assigned.taken[j]


def _standing_out(scores: Floats) -> Floats:
    """By how many deviations each score stands above those of its row and of its column, on average.

    Among few units none can stand out far, so that theirs are made as large as they could be among many.
    """
    found = np.zeros(scores.shape)
    room = min(1.0, (max(scores.shape) - 1) ** 0.5 / _FAR_OUT)
    for axis in (0, 1):
        spread = np.maximum(scores.std(axis=axis, keepdims=True), _LEAST_SPREAD)
        found += (scores - scores.mean(axis=axis, keepdims=True)) / spread / 2.0
    return found / room if room else np.full(scores.shape, _FAR_OUT)


def _scores(measured: MeasuredAcross) -> Floats:
    a, b = measured.a, measured.b
    scores = measured.units + HEADING_BONUS * measured.headings
    for i, unit in enumerate(a.units):
        for j in range(len(b.units)):
            if not _can_pair(measured, i, j):
                scores[i, j] = 0.0
            elif _role(unit):
                scores[i, j] = max(scores[i, j], ANCHOR)
    return scores


def _role(unit: Unit) -> str:
    return unit.kind if unit.kind in _ROLES else ""
