"""Which words of a draft are found in their partners in the other draft."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from treatydiff.model import Alignment
from treatydiff.score.draft_words import DraftWords
from treatydiff.score.grams import (
    Flags,
    Grams,
    Indices,
    Numbers,
    Shares,
    clause_grams,
    covered,
    mix,
    offered_grams,
)

CANDIDATES = 4
"""An unpaired unit is held against so many units of the other draft, and the best one counts."""
NO_GROUP = -1


@dataclass(frozen=True, slots=True, eq=False)
class Partners:
    """Who is whose partner: units of the same group, and clauses of the same clause group.

    `a` and `b` give a group for every unit of either draft, `clause_a` and `clause_b` one for every
    clause; NO_GROUP stands for none. Clause groups hold the clauses that went to a unit outside
    their own unit's row.
    """

    a: Indices
    b: Indices
    clause_a: Indices
    clause_b: Indices

    def turned(self) -> Partners:
        """The same seen from B."""
        return Partners(self.b, self.a, self.clause_b, self.clause_a)


def partners_of(alignment: Alignment, a: DraftWords, b: DraftWords) -> Partners:
    """Read who is whose partner from an alignment.

    Args:
        alignment: rows of units with pairs of clauses.
        a: the words of A.
        b: the words of B.
    """
    unit_a, unit_b = _places(a.units), _places(b.units)
    clause_a, clause_b = _places(a.clauses), _places(b.clauses)
    groups = Partners(_none(a.units), _none(b.units), _none(a.clauses), _none(b.clauses))
    for number, row in enumerate(alignment.units):
        if row.pairing.a and row.pairing.b:
            groups.a[[unit_a[id_] for id_ in row.pairing.a]] = number
            groups.b[[unit_b[id_] for id_ in row.pairing.b]] = number
    pairs = [
        (clause_a[pair.a[0]], clause_b[pair.b[0]])
        for row in alignment.units
        for pair in row.clauses
        if pair.a and pair.b and pair.a[0] in clause_a and pair.b[0] in clause_b
    ]
    for number, (left, right) in enumerate(pairs):
        group_a, group_b = groups.a[a.unit[left]], groups.b[b.unit[right]]
        if group_a != group_b or group_a == NO_GROUP:
            groups.clause_a[left] = groups.clause_b[right] = number
    return groups


def _places(ids: tuple[str, ...]) -> dict[str, int]:
    return {id_: place for place, id_ in enumerate(ids)}


def _none(ids: tuple[str, ...]) -> Indices:
    return np.full(len(ids), NO_GROUP, dtype=np.int64)


def found_tokens(own: DraftWords, other: DraftWords, partners: Partners, weights: Shares, n: int) -> Flags:
    """Which of a draft's tokens lie in a run of `n` words that a partner has too.

    A unit without a partner is held against the four units of the other draft that share most of its
    weight in runs; the one that covers most of it counts.

    Args:
        own: the draft whose tokens are looked for.
        other: the draft they are looked for in.
        partners: seen from `own`.
        weights: of the tokens of `own`.
        n: length of a run; a clause of fewer words is one run.
    """
    runs = clause_grams(own.row, n)
    offered = offered_grams(other.row, n, np.unique(runs.size).tolist())
    offered_unit = other.unit_of_tokens()[offered.start]
    run_unit = own.unit_of_tokens()[runs.start]
    hit = _shared(runs, partners.a[run_unit], offered, partners.b[offered_unit])
    run_clause, offered_clause = own.row.clause[runs.start], other.row.clause[offered.start]
    hit |= _shared(runs, partners.clause_a[run_clause], offered, partners.clause_b[offered_clause])
    found = covered(len(weights), runs, hit)
    alone = np.flatnonzero(partners.a == NO_GROUP)
    if len(alone) and len(offered.numbers):
        chosen = _Search(own, runs, run_unit, offered, offered_unit, len(other.units), weights)
        found |= chosen.best_of_candidates(alone)
    return found


def tokens_found_anywhere(own: DraftWords, other: DraftWords, n: int) -> Flags:
    """Which of a draft's tokens lie in a run of `n` words that any clause of the other draft has.

    Args:
        own: the draft whose tokens are looked for.
        other: the draft they are looked for in.
        n: length of a run; a clause of fewer words is one run.
    """
    runs = clause_grams(own.row, n)
    offered = offered_grams(other.row, n, np.unique(runs.size).tolist())
    return covered(len(own.row.numbers), runs, np.isin(runs.numbers, offered.numbers))


def _shared(runs: Grams, group: Indices, offered: Grams, offered_group: Indices) -> Flags:
    """Which runs are offered by their own group."""
    wanted = np.flatnonzero(group != NO_GROUP)
    there = offered_group != NO_GROUP
    hit = np.zeros(len(group), dtype=bool)
    hit[wanted] = np.isin(
        _in_group(runs.numbers[wanted], group[wanted]),
        _in_group(offered.numbers[there], offered_group[there]),
    )
    return hit


def _in_group(numbers: Numbers, group: Indices) -> Numbers:
    return mix(numbers ^ mix(group.astype(np.uint64) + np.uint64(1)))


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """Where the units without a partner find most of their weight."""

    own: DraftWords
    runs: Grams
    run_unit: Indices
    offered: Grams
    offered_unit: Indices
    units: int
    weights: Shares

    def best_of_candidates(self, alone: Indices) -> Flags:
        """Tokens of the units `alone` that their best candidate holds."""
        total = len(self.weights)
        token_unit = self.own.unit_of_tokens()
        candidates = self._candidates(alone)
        best_weight = np.zeros(len(self.own.units))
        best = np.zeros(total, dtype=bool)
        for candidate in candidates.T:
            group = np.full(len(self.own.units), NO_GROUP, dtype=np.int64)
            group[alone] = candidate
            hit = _shared(self.runs, group[self.run_unit], self.offered, self.offered_unit)
            found = covered(total, self.runs, hit)
            weight = np.bincount(token_unit, self.weights * found, len(self.own.units))
            better = weight > best_weight
            best_weight = np.where(better, weight, best_weight)
            best = np.where(better[token_unit], found, best)
        return best

    def _candidates(self, alone: Indices) -> Indices:
        """For each unit the other draft's units by the weight of shared runs, greatest first."""
        shared = self._shared_weight(alone)
        order: Indices = np.argsort(-shared, axis=1, kind="stable")[:, :CANDIDATES]
        return np.where(np.take_along_axis(shared, order, axis=1) > 0, order, NO_GROUP)

    def _shared_weight(self, alone: Indices) -> Shares:
        sums = np.concatenate([np.zeros(1), np.cumsum(self.weights)])
        place = np.full(len(self.own.units), NO_GROUP, dtype=np.int64)
        place[alone] = np.arange(len(alone))
        ours = np.flatnonzero(place[self.run_unit] != NO_GROUP)
        start, size = self.runs.start[ours], self.runs.size[ours]
        weight = (sums[start + size] - sums[start]) / size
        pairs = np.unique(np.stack([self.offered.numbers, self.offered_unit.astype(np.uint64)]), axis=1)
        low = np.searchsorted(pairs[0], self.runs.numbers[ours], side="left")
        high = np.searchsorted(pairs[0], self.runs.numbers[ours], side="right")
        repeats = high - low
        first = np.repeat(low - np.concatenate([[0], np.cumsum(repeats)[:-1]]), repeats)
        held_by = pairs[1][first + np.arange(int(repeats.sum()))].astype(np.int64)
        cell = np.repeat(place[self.run_unit[ours]], repeats) * self.units + held_by
        shared = np.bincount(cell, np.repeat(weight, repeats), len(alone) * self.units).astype(np.float64)
        return shared.reshape(len(alone), self.units)
