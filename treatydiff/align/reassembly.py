"""Units whose text, much reworded, is just what a unit of the other draft lost.

Clause by clause, a text with two of five words replaced is hardly recognised in a longer one. But where a
unit was cut in two, the clauses that the one half lacks are those that the other half has, and they are
about as long as it: two facts that chance does not bring together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from treatydiff.align.arrays import Floats
from treatydiff.align.grams import gathered
from treatydiff.align.sides import AlignedSide
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


def reassembled(
    here: tuple[AlignedSide, tuple[SparseRows, SparseRows]],
    there: tuple[AlignedSide, tuple[SparseRows, SparseRows]],
    tied: Collection[int],
    partner_there: Mapping[int, int],
) -> dict[tuple[int, int], int]:
    """Units without partner that are, as a whole, what a paired unit of the other draft lost.

    On seven conventions with two of five words replaced, among units without partner, the true homes
    had clauses of .63 to 1.08 of the unit's words that are best found in it; false ones had none, or
    far too many, or found them far less.

    Args:
        here: a draft and the pairs of words of its clauses and of its units.
        there: the other draft and its pairs of words.
        tied: units of this draft that have a partner or another tie.
        partner_there: the partners of the other draft's units.

    Returns:
        How many words of the home belong to a unit: (unit, home) to words.
    """
    (side, (clause_pairs, unit_pairs)), (other, (clause_pairs_there, unit_pairs_there)) = here, there
    free = [unit for unit, size in enumerate(side.sizes) if size >= LEAST_WORDS and unit not in tied]
    found: dict[tuple[int, int], int] = {}
    whole = gathered(clause_pairs, side.unit_of, len(side.units))
    for unit, home in _likely_homes(free, whole, unit_pairs_there):
        those = other.clauses_of[home]
        block = clause_pairs_there[those.start : those.stop]
        rivals = [unit, *free, *([partner_there[home]] if home in partner_there else [])]
        held = shares_held(block, unit_pairs[rivals].turned())
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
        weights = block.sums()[best]
        if float(held[best, 0] @ weights) >= LEAST_RETURNED * float(weights.sum()):
            found[unit, home] = words
    return found


def _likely_homes(free: list[int], whole: SparseRows, homes: SparseRows) -> list[tuple[int, int]]:
    """The units of which one unit of the other draft holds enough, and clearly more than any other."""
    found = []
    if homes.shape[0]:
        for start in range(0, len(free), _ROWS_AT_ONCE):
            some = free[start : start + _ROWS_AT_ONCE]
            shares = shares_held(whole[some], homes.turned())
            for unit, row in zip(some, shares, strict=True):
                home = int(row.argmax())
                rest = float(np.delete(row, home).max(initial=0.0))
                if row[home] >= LEAST_SHARE and row[home] >= AHEAD * rest:
                    found.append((unit, home))
    return found


def shares_by_unit(
    side: AlignedSide, units: Sequence[int], clause_pairs: SparseRows, homes: SparseRows
) -> Iterator[tuple[int, Floats]]:
    """Some units, each with the shares of its clauses that each unit of the other draft holds.

    Many clauses at once: one product for every unit costs five times as much.

    Args:
        side: the draft of the units.
        units: which of them, in text order; those without clauses are left out.
        clause_pairs: its clauses x pairs of words, weighted.
        homes: pairs of words x units of the other draft, zeros and ones.
    """
    waiting: list[int] = []
    clauses: list[int] = []
    for unit in [*units, -1]:
        if unit < 0 or len(clauses) >= _ROWS_AT_ONCE:
            shares = shares_held(clause_pairs[clauses], homes) if clauses else np.zeros((0, 0))
            start = 0
            for one in waiting:
                end = start + len(side.clauses_of[one])
                yield one, shares[start:end]
                start = end
            waiting, clauses = [], []
        if unit >= 0 and len(side.clauses_of[unit]):
            waiting.append(unit)
            clauses.extend(side.clauses_of[unit])


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
