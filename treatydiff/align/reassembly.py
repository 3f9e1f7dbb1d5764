"""Units whose text, much reworded, is just what a unit of the other draft lost.

Clause by clause, a text with two of five words replaced is hardly recognised in a longer one. But where a
unit was cut in two, the clauses that the one half lacks are those that the other half has, and they are
about as long as it: two facts that chance does not bring together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np

from treatydiff.align.arrays import Floats
from treatydiff.align.grams import gathered
from treatydiff.align.sides import AlignedSide
from treatydiff.align.sparse.products import KEPT_CELLS
from treatydiff.align.sparse.rows import SparseRows

LEAST_WORDS = 25
"""Shorter units are no evidence."""
LEAST_SHARE = 0.12
"""Share of a unit's pairs of words that must stand in its home."""
AHEAD = 1.35
"""How many times as much of it the home must hold as any other unit."""
LEAST_RETURNED = 0.15
"""Share of the pairs of words of the home's clauses in question that must stand in the unit."""
SIZES = (0.6, 1.4)
"""Words of these clauses over words of the unit: least and most."""
_ROWS_AT_ONCE = 256


class HeldClauses:
    """One draft's clauses, and which share of the pairs of words of each the units of the other draft hold.

    Args:
        side: the draft.
        clause_pairs: its clauses x pairs of words, weighted.
        homes: units of the other draft x pairs of words, zeros and ones.
    """

    def __init__(self, side: AlignedSide, clause_pairs: SparseRows, homes: SparseRows) -> None:
        self.side = side
        self.clause_pairs = clause_pairs
        self.homes = homes

    @cached_property
    def _turned(self) -> SparseRows:
        return self.homes.turned()

    @cached_property
    def _whole(self) -> Floats | None:
        """The shares of all clauses, where these are not many."""
        few = self.clause_pairs.shape[0] * self.homes.shape[0] <= KEPT_CELLS
        return shares_held(self.clause_pairs, self._turned) if few else None

    def shares(self, clauses: Sequence[int]) -> Floats:
        """The shares of some clauses that each unit of the other draft holds, clauses x units."""
        some = np.asarray(clauses, np.int64)
        if self._whole is not None:
            return self._whole[some]
        return shares_held(self.clause_pairs[some], self._turned)

    def by_unit(self, units: Sequence[int]) -> Iterator[tuple[int, Floats]]:
        """Some units in text order, each with the shares of its clauses; those without clauses are left out.

        Many clauses at once: one product for every unit costs five times as much.
        """
        waiting: list[int] = []
        clauses: list[int] = []
        for unit in [*units, -1]:
            if unit < 0 or len(clauses) >= _ROWS_AT_ONCE:
                shares = self.shares(clauses)
                start = 0
                for one in waiting:
                    end = start + len(self.side.clauses_of[one])
                    yield one, shares[start:end]
                    start = end
                waiting, clauses = [], []
            if unit >= 0 and len(self.side.clauses_of[unit]):
                waiting.append(unit)
                clauses.extend(self.side.clauses_of[unit])

    def in_units(self, clauses: range, units: Sequence[int]) -> Floats:
        """The shares of neighbouring clauses that some units of the other draft hold, clauses x units."""
        if self._whole is not None:
            return self._whole[clauses.start : clauses.stop, units]
        return shares_held(self.clause_pairs[clauses.start : clauses.stop], self.homes[units].turned())

    def of_units(self, units: Sequence[int]) -> Floats:
        """The shares of some units of this draft, as a whole, that each unit of the other holds."""
        clauses = [clause for unit in units for clause in self.side.clauses_of[unit]]
        owner = np.repeat(np.arange(len(units)), [len(self.side.clauses_of[unit]) for unit in units])
        return shares_held(gathered(self.clause_pairs[clauses], owner, len(units)), self._turned)


def reassembled(
    here: HeldClauses, there: HeldClauses, tied: Collection[int], partner_there: Mapping[int, int]
) -> dict[tuple[int, int], int]:
    """Units without partner that are, as a whole, what a paired unit of the other draft lost.

    On seven conventions with two of five words replaced, among units without partner, the true homes
    had clauses of .63 to 1.08 of the unit's words that are best found in it; false ones had none, or
    far too many, or found them far less.

    Args:
        here: a draft's clauses in the other's units.
        there: the other draft's clauses in its units.
        tied: units of this draft that have a partner or another tie.
        partner_there: the partners of the other draft's units.

    Returns:
        How many words of the home belong to a unit: (unit, home) to words.
    """
    side, other = here.side, there.side
    free = [unit for unit, size in enumerate(side.sizes) if size >= LEAST_WORDS and unit not in tied]
    found: dict[tuple[int, int], int] = {}
    likely: list[tuple[int, int]] = []
    for start in range(0, len(free), _ROWS_AT_ONCE):
        some = free[start : start + _ROWS_AT_ONCE]
        likely += _likely_homes(some, here.of_units(some))
    for unit, home in likely:
        those = other.clauses_of[home]
        rivals = [unit, *free, *([partner_there[home]] if home in partner_there else [])]
        held = there.in_units(those, rivals)
        best = held[:, 0] >= np.maximum(held.max(axis=1), 1e-9)
        if home in partner_there:
            # What its own partner has as well was not lost, but copied.
            best &= held[:, 0] > held[:, -1]
        sizes = np.asarray(other.clause_sizes[those.start : those.stop], np.int64)
        words = int(sizes[best].sum())
        if not SIZES[0] <= words / side.sizes[unit] <= SIZES[1]:
            continue
        if home in partner_there and words >= other.sizes[home]:
            continue
        weights = there.clause_pairs[those.start : those.stop].sums()[best]
        if float(held[best, 0] @ weights) >= LEAST_RETURNED * float(weights.sum()):
            found[unit, home] = words
    return found


def _likely_homes(units: Sequence[int], shares: Floats) -> list[tuple[int, int]]:
    """The units of which one unit of the other draft holds enough, and clearly more than any other.

    Args:
        units: some of one draft.
        shares: which share of each of them each unit of the other draft holds.
    """
    if not shares.size:
        return []
    every = np.arange(len(units))
    homes = shares.argmax(axis=1)
    most = shares[every, homes]
    rest = shares.copy()
    rest[every, homes] = 0.0
    likely = (most >= LEAST_SHARE) & (most >= AHEAD * rest.max(axis=1))
    return [(units[row], int(homes[row])) for row in np.flatnonzero(likely).tolist()]


def shares_held(texts: SparseRows, units: SparseRows) -> Floats:
    """Which share of each text's pairs of words stands in each unit, texts x units.

    Args:
        texts: texts x pairs of words, weighted.
        units: pairs of words x units, zeros and ones.
    """
    sizes = texts.sums()
    sizes[sizes == 0.0] = 1.0
    shares: Floats = (texts @ units).dense() / sizes[:, None]
    return shares
