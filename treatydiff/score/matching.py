"""Which words of a draft are found in their partners in the other draft, and by which runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from treatydiff.language.runs.numbers import Numbers
from treatydiff.model import Alignment, MatchedRow
from treatydiff.records import dataclass
from treatydiff.score.draft_words import DraftWords
from treatydiff.score.grams import (
    Flags,
    Grams,
    Indices,
    Shares,
    clause_grams,
    covered,
    offered_grams,
    stand_in,
)

_MOST_PARTS = 1_000
CANDIDATES = 4
"""An unpaired unit is held against so many units of the other draft, and the best one counts."""
NO_GROUP = -1


@dataclass(frozen=True, slots=True, eq=False)
class _InOrder:
    """The runs of a draft by their numbers, ascending.

    Numbers in order find their places in a long list several times faster than in the order of the text.
    """

    numbers: Numbers
    start: npt.NDArray[np.int32]
    size: npt.NDArray[np.int8]

    def taken(self, which: Flags | Indices, numbers: Numbers) -> Grams:
        """Some of the runs, by other numbers."""
        return Grams(numbers, self.start[which].astype(np.int64), self.size[which].astype(np.int64))


_IN_ORDER: WeakKeyDictionary[DraftWords, dict[tuple[str, int], _InOrder]] = WeakKeyDictionary()
"""Kept as long as the words of a draft are: an archive holds each draft against many others."""


def _looked_for(words: DraftWords, n: int) -> _InOrder:
    return _in_order(words, "looked for", n, lambda: clause_grams(words.row, n))


def _offered(words: DraftWords, n: int) -> _InOrder:
    return _in_order(words, "offered", n, lambda: offered_grams(words.row, n, range(1, n + 1)))


def _in_order(words: DraftWords, what: str, n: int, runs: Callable[[], Grams]) -> _InOrder:
    kept = _IN_ORDER.setdefault(words, {})
    if (what, n) not in kept:
        grams = runs()
        order = np.argsort(grams.numbers)
        kept[what, n] = _InOrder(
            grams.numbers[order], grams.start[order].astype(np.int32), grams.size[order].astype(np.int8)
        )
    return kept[what, n]


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
    rows = [
        MatchedRow(
            row.pairing.a,
            row.pairing.b,
            tuple((pair.a[0], pair.b[0]) for pair in row.clauses if pair.a and pair.b),
        )
        for row in alignment.units
    ]
    return partners_in(rows, a, b)


def partners_in(rows: Sequence[MatchedRow], a: DraftWords, b: DraftWords) -> Partners:
    """Read who is whose partner from rows of units with pairs of clauses.

    Args:
        rows: every unit that has a counterpart in one of them at least.
        a: the words of A.
        b: the words of B.
    """
    unit_a, unit_b = _places(a.units), _places(b.units)
    clause_a, clause_b = _places(a.clauses), _places(b.clauses)
    groups = Partners(_none(a.units), _none(b.units), _none(a.clauses), _none(b.clauses))
    for number, row in enumerate(rows):
        if row.a and row.b:
            groups.a[[unit_a[id_] for id_ in row.a]] = number
            groups.b[[unit_b[id_] for id_ in row.b]] = number
    pairs = [
        (clause_a[one], clause_b[other])
        for row in rows
        for one, other in row.clauses
        if one in clause_a and other in clause_b
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


@dataclass(frozen=True, slots=True, eq=False)
class PartnerLink:
    """A group for every run looked for and for every run offered; runs meet inside a group only."""

    runs: Indices
    offered: Indices

    def groups(self) -> int:
        """One more than the last group."""
        return int(max(self.runs.max(), self.offered.max())) + 1


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What of a draft was found in its partners: runs looked for, runs offered, links, tokens.

    The runs are those that stand on both sides, whatever the partner; their numbers count them from 0, in
    ascending order.
    """

    runs: Grams
    offered: Grams
    links: tuple[PartnerLink, ...]
    tokens: Flags

    def tokens_by(self, allowed: Flags) -> Flags:
        """The tokens found if only the offered runs `allowed` were there."""
        hit = np.zeros(len(self.runs.numbers), dtype=bool)
        for link in self.links:
            there = PartnerLink(link.runs, np.where(allowed, link.offered, NO_GROUP))
            hit |= _shared(self.runs, self.offered, there)
        return covered(len(self.tokens), self.runs, hit)

    def shared_runs(self, parts: Indices) -> tuple[Indices, Indices]:
        """Every run looked for with an equal run that a partner offers, one a part, as two columns.

        Args:
            parts: of the offered runs (sentences, say); what a part offers again is left out.
        """
        pairs = [_joined(self.runs, self.offered, link, parts) for link in self.links]
        return np.concatenate([left for left, _ in pairs]), np.concatenate([right for _, right in pairs])


def find_in_partners(
    own: DraftWords, other: DraftWords, partners: Partners, weights: Shares, n: int
) -> Found:
    """Find which of a draft's tokens lie in a run of `n` words that a partner has too.

    A unit without a partner is held against the four units of the other draft that share most of its
    weight in runs; the one that covers most of it counts.

    Args:
        own: the draft whose tokens are looked for.
        other: the draft they are looked for in.
        partners: seen from `own`.
        weights: of the tokens of `own`.
        n: length of a run; a clause of fewer words is one run.
    """
    runs, offered = _in_common(own, other, n)
    run_clause, offered_clause = own.row.clause[runs.start], other.row.clause[offered.start]
    run_unit, offered_unit = own.unit[run_clause], other.unit[offered_clause]
    links = [
        PartnerLink(partners.a[run_unit], partners.b[offered_unit]),
        PartnerLink(partners.clause_a[run_clause], partners.clause_b[offered_clause]),
    ]
    alone = partners.a == NO_GROUP
    if alone.any() and len(offered.numbers):
        best = _best_candidates(own, runs, offered, offered_unit, alone, weights)
        links.append(PartnerLink(best[run_unit], offered_unit))
    hit = np.zeros(len(runs.numbers), dtype=bool)
    for link in links:
        hit |= _shared(runs, offered, link)
    return Found(runs, offered, tuple(links), covered(len(weights), runs, hit))


def tokens_found_anywhere(own: DraftWords, other: DraftWords, n: int) -> Flags:
    """Which of a draft's tokens lie in a run of `n` words that any clause of the other draft has.

    Args:
        own: the draft whose tokens are looked for.
        other: the draft they are looked for in.
        n: length of a run; a clause of fewer words is one run.
    """
    looked_for = _looked_for(own, n)
    found = stand_in(looked_for.numbers, _offered(other, n).numbers)
    return covered(len(own.row.numbers), looked_for.taken(found, looked_for.numbers[found]))


def _in_common(own: DraftWords, other: DraftWords, n: int) -> tuple[Grams, Grams]:
    """The runs of one draft and those that another offers, where they stand on both sides at all.

    They are mostly few, and only they can meet in a group. Their numbers count the distinct ones from 0.
    """
    looked_for, offered = _looked_for(own, n), _offered(other, n)
    found = stand_in(looked_for.numbers, offered.numbers)
    wanted = looked_for.numbers[found]
    first = _first_of_equals(wanted)
    low = np.searchsorted(offered.numbers, wanted[first], side="left")
    times = np.searchsorted(offered.numbers, wanted[first], side="right") - low
    numbers = np.arange(len(low), dtype=np.uint64)
    return (
        looked_for.taken(found, np.repeat(numbers, np.diff(np.flatnonzero(first), append=len(wanted)))),
        offered.taken(_stretches(low, times), np.repeat(numbers, times)),
    )


def _first_of_equals(ordered: Numbers) -> Flags:
    """Which numbers of an ascending list are not those before them."""
    first = np.ones(len(ordered), dtype=bool)
    first[1:] = ordered[1:] != ordered[:-1]
    return first


def _stretches(low: Indices, lengths: Indices) -> Indices:
    """The places of stretches of a list, one stretch after the other."""
    return np.repeat(low - (np.cumsum(lengths) - lengths), lengths) + np.arange(int(lengths.sum()))


def run_weights(runs: Grams, weights: Shares) -> Shares:
    """What a word of every run weighs on the average.

    Args:
        runs: the runs.
        weights: of the tokens.
    """
    sums = np.concatenate([np.zeros(1), np.cumsum(weights)])
    average: Shares = (sums[runs.start + runs.size] - sums[runs.start]) / runs.size
    return average


def _shared(runs: Grams, offered: Grams, link: PartnerLink) -> Flags:
    """Which runs are offered by their own group."""
    hit = np.zeros(len(runs.numbers), dtype=bool)
    wanted, there = np.flatnonzero(link.runs != NO_GROUP), np.flatnonzero(link.offered != NO_GROUP)
    if len(wanted) and len(there):
        groups = link.groups()
        marked = np.sort(_marked(offered.numbers[there], link.offered[there], groups))
        hit[wanted] = stand_in(_marked(runs.numbers[wanted], link.runs[wanted], groups), marked)
    return hit


def _joined(runs: Grams, offered: Grams, link: PartnerLink, parts: Indices) -> tuple[Indices, Indices]:
    """Every pair of equal runs of one group, once for each part of the offered runs.

    A run that stands in more than `_MOST_PARTS` parts counts for the first of them: the pairs of a
    text that repeats one sentence would else grow with the square of its length.
    """
    wanted, there = np.flatnonzero(link.runs != NO_GROUP), np.flatnonzero(link.offered != NO_GROUP)
    if not len(wanted) or not len(there):
        return wanted[:0], there[:0]
    groups = link.groups()
    looked_for = _marked(runs.numbers[wanted], link.runs[wanted], groups)
    found = _marked(offered.numbers[there], link.offered[there], groups)
    order = _one_a_part(found, parts[there])
    ordered = found[order]
    low = np.searchsorted(ordered, looked_for, side="left")
    times = np.minimum(np.searchsorted(ordered, looked_for, side="right") - low, _MOST_PARTS)
    return np.repeat(wanted, times), there[order[_stretches(low, times)]]


def _one_a_part(numbers: Numbers, parts: Indices) -> Indices:
    """The places of numbers in ascending order, those of one number by parts, one of each part."""
    keys = _marked(numbers, parts, int(parts.max()) + 1)
    # Nearly in order already.
    order = np.argsort(keys, kind="stable")
    return order[_first_of_equals(keys[order])]


def _marked(numbers: Numbers, groups: Indices, count: int) -> Numbers:
    """Numbers made to tell the group as well, of which there are `count`, in the order of both."""
    return numbers * np.uint64(count) + groups.astype(np.uint64)


def _best_candidates(
    own: DraftWords, runs: Grams, offered: Grams, offered_unit: Indices, alone: Flags, weights: Shares
) -> Indices:
    """For each unit that is alone the other draft's unit that covers most of it; NO_GROUP for the rest."""
    run_unit = own.unit[own.row.clause[runs.start]]
    runs, row = runs.taken(alone[run_unit]), (np.cumsum(alone) - 1)[run_unit[alone[run_unit]]]
    units = int(offered_unit.max()) + 1
    everywhere = PartnerLink(np.zeros(len(row), dtype=np.int64), np.zeros(len(offered_unit), dtype=np.int64))
    run, there = _joined(runs, offered, everywhere, offered_unit)
    cell = row[run] * units + offered_unit[there]
    cells = np.count_nonzero(alone) * units
    # Rounded here and below, so that the order of adding cannot make or break a tie: the first unit wins.
    shared = np.round(np.bincount(cell, run_weights(runs, weights)[run], cells), 9).reshape(-1, units)
    order = np.argsort(-shared, axis=1, kind="stable")[:, :CANDIDATES]
    candidates = np.where(np.take_along_axis(shared, order, axis=1) > 0, order, NO_GROUP)
    marked = np.sort(_marked(offered.numbers, offered_unit, units))
    token_unit = own.unit_of_tokens()
    best = np.full(len(candidates), NO_GROUP, dtype=np.int64)
    best_weight = np.zeros(len(candidates))
    for candidate in candidates.T:
        group = candidate[row]
        hit = (group != NO_GROUP) & stand_in(_marked(runs.numbers, group, units), marked)
        tokens = covered(len(weights), runs, hit)
        weight = np.round(np.bincount(token_unit, weights * tokens, len(own.units)), 9)[alone]
        better = weight > best_weight
        best, best_weight = np.where(better, candidate, best), np.where(better, weight, best_weight)
    best_of_all = np.full(len(own.units), NO_GROUP, dtype=np.int64)
    best_of_all[alone] = best
    return best_of_all
