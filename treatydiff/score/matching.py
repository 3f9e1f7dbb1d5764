"""Which words of a draft are found in their partners in the other draft, and by which runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from treatydiff.language.runs.numbers import Numbers, mix
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
    """The runs of a draft by their numbers, ascending, and where each stands in the order of the text.

    Numbers in order find their places in a long list several times faster than in the order of the text.
    """

    numbers: Numbers
    places: npt.NDArray[np.int32]

    def in_the_text(self, which: Flags) -> Flags:
        """Flags of the runs in this order, in the order of the text."""
        flags = np.zeros(len(which), dtype=bool)
        flags[self.places[which]] = True
        return flags


_IN_ORDER: WeakKeyDictionary[DraftWords, dict[tuple[str, int], _InOrder]] = WeakKeyDictionary()
"""Kept as long as the words of a draft are: an archive holds each draft against many others."""


def _looked_for(words: DraftWords, n: int) -> _InOrder:
    return _in_order(words, "looked for", n, lambda: clause_grams(words.row, n))


def _offered(words: DraftWords, n: int) -> _InOrder:
    return _in_order(words, "offered", n, lambda: offered_grams(words.row, n, range(1, n + 1)))


def _in_order(words: DraftWords, what: str, n: int, runs: Callable[[], Grams]) -> _InOrder:
    kept = _IN_ORDER.setdefault(words, {})
    if (what, n) not in kept:
        numbers = runs().numbers
        places = np.argsort(numbers)
        kept[what, n] = _InOrder(numbers[places], places.astype(np.int32))
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


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What of a draft was found in its partners: runs looked for, runs offered, links, tokens."""

    runs: Grams
    offered: Grams
    links: tuple[PartnerLink, ...]
    tokens: Flags

    def tokens_by(self, allowed: Flags) -> Flags:
        """The tokens found if only the offered runs `allowed` were there."""
        hit = np.zeros(len(self.runs.numbers), dtype=bool)
        for link in self.links:
            hit |= _shared(
                self.runs, self.offered, PartnerLink(link.runs, np.where(allowed, link.offered, NO_GROUP))
            )
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
    alone = np.flatnonzero(partners.a == NO_GROUP)
    if len(alone) and len(offered.numbers):
        best = _best_candidates(own, Found(runs, offered, (), weights > 0), offered_unit, alone, weights)
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
    hit = looked_for.in_the_text(stand_in(looked_for.numbers, _offered(other, n).numbers))
    return covered(len(own.row.numbers), clause_grams(own.row, n), hit)


def _in_common(own: DraftWords, other: DraftWords, n: int) -> tuple[Grams, Grams]:
    """The runs of one draft and those that another offers, where they stand on both sides at all.

    They are mostly few, and only they can meet in a group.
    """
    looked_for, offered = _looked_for(own, n), _offered(other, n)
    runs, there = clause_grams(own.row, n), offered_grams(other.row, n, range(1, n + 1))
    found = stand_in(looked_for.numbers, offered.numbers)
    also = stand_in(offered.numbers, looked_for.numbers[found])
    return runs.taken(looked_for.in_the_text(found)), there.taken(offered.in_the_text(also))


def _shared(runs: Grams, offered: Grams, link: PartnerLink) -> Flags:
    """Which runs are offered by their own group."""
    return _offered_by(runs, link.runs, _sorted_in_groups(offered, link.offered))


def _sorted_in_groups(offered: Grams, groups: Indices) -> Numbers:
    """The offered runs that have a group, each marked by it, in the order of these numbers."""
    there = np.flatnonzero(groups != NO_GROUP)
    return np.sort(_in_group(offered.numbers[there], groups[there]))


def _offered_by(runs: Grams, groups: Indices, marked: Numbers) -> Flags:
    """Which runs, marked by their groups, are among those offered."""
    wanted = np.flatnonzero(groups != NO_GROUP)
    hit = np.zeros(len(runs.numbers), dtype=bool)
    hit[wanted] = stand_in(_in_group(runs.numbers[wanted], groups[wanted]), marked)
    return hit


def _joined(runs: Grams, offered: Grams, link: PartnerLink, parts: Indices) -> tuple[Indices, Indices]:
    """Every pair of equal runs of one group, once for each part of the offered runs.

    A run that stands in more than `_MOST_PARTS` parts counts for the first of them: the pairs of a
    text that repeats one sentence would else grow with the square of its length.
    """
    wanted, there = np.flatnonzero(link.runs != NO_GROUP), np.flatnonzero(link.offered != NO_GROUP)
    looked_for = _in_group(runs.numbers[wanted], link.runs[wanted])
    found = _in_group(offered.numbers[there], link.offered[there])
    if not len(wanted) or not len(there):
        return wanted[:0], there[:0]
    order = _one_a_part(found, parts[there])
    ordered = found[order]
    low = np.searchsorted(ordered, looked_for, side="left")
    repeats = np.minimum(np.searchsorted(ordered, looked_for, side="right") - low, _MOST_PARTS)
    within = np.arange(int(repeats.sum())) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return np.repeat(wanted, repeats), there[order[np.repeat(low, repeats) + within]]


def _one_a_part(numbers: Numbers, parts: Indices) -> Indices:
    """The places of numbers in ascending order, those of one number by their parts, the first of each part.

    As a sorting by both would give them, which takes four times as long.
    """
    order = np.argsort(numbers)
    rank = np.cumsum(np.diff(numbers[order], prepend=numbers[order[:1]]) != 0)
    keys = rank * (int(parts.max()) + 1) + parts[order]
    second = np.argsort(keys)
    order, keys = order[second], keys[second]
    first: Indices = np.minimum.reduceat(order, np.flatnonzero(np.diff(keys, prepend=-1)))
    return first


def _in_group(numbers: Numbers, group: Indices) -> Numbers:
    return mix(numbers ^ mix(group.astype(np.uint64) + np.uint64(1)))


def _best_candidates(
    own: DraftWords, found: Found, offered_unit: Indices, alone: Indices, weights: Shares
) -> Indices:
    """For each unit of `alone` the other draft's unit that covers most of it; NO_GROUP for the rest."""
    run_unit = own.unit[own.row.clause[found.runs.start]]
    # Rounded here and below, so that the order of adding cannot make or break a tie: the first unit wins.
    shared = np.round(_shared_weight(found, run_unit, offered_unit, alone, len(own.units), weights), 9)
    order = np.argsort(-shared, axis=1, kind="stable")[:, :CANDIDATES]
    candidates = np.where(np.take_along_axis(shared, order, axis=1) > 0, order, NO_GROUP)
    token_unit = own.unit_of_tokens()
    best = np.full(len(own.units), NO_GROUP, dtype=np.int64)
    best_weight = np.zeros(len(own.units))
    marked = _sorted_in_groups(found.offered, offered_unit)
    for candidate in candidates.T:
        group = np.full(len(own.units), NO_GROUP, dtype=np.int64)
        group[alone] = candidate
        hit = _offered_by(found.runs, group[run_unit], marked)
        tokens = covered(len(weights), found.runs, hit)
        weight = np.round(np.bincount(token_unit, weights * tokens, len(own.units)), 9)
        better = weight > best_weight
        best, best_weight = np.where(better, group, best), np.where(better, weight, best_weight)
    return best


def _shared_weight(
    found: Found, run_unit: Indices, offered_unit: Indices, alone: Indices, own_units: int, weights: Shares
) -> Shares:
    """Weight of the runs that each unit of `alone` (rows) shares with each unit of the other draft."""
    place = np.full(own_units, NO_GROUP, dtype=np.int64)
    place[alone] = np.arange(len(alone))
    units = int(offered_unit.max()) + 1
    sums = np.concatenate([np.zeros(1), np.cumsum(weights)])
    start, size = found.runs.start, found.runs.size
    weight = (sums[start + size] - sums[start]) / size
    everywhere = PartnerLink(
        np.where(place[run_unit] >= 0, 0, NO_GROUP), np.zeros(len(offered_unit), dtype=np.int64)
    )
    left, right = _joined(found.runs, found.offered, everywhere, offered_unit)
    pairs = np.unique(left * units + offered_unit[right])
    run, unit = pairs // units, pairs % units
    cell = place[run_unit[run]] * units + unit
    total = np.bincount(cell, weight[run], len(alone) * units).astype(np.float64)
    return total.reshape(len(alone), units)
