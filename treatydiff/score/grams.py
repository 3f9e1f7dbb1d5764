"""Words and runs of words as 64-bit numbers that are the same on every machine.

How numbers are made is told in `language/runs/numbers.py`. This module is imported only where scores are
computed, so numpy may be imported at its top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from treatydiff.language.runs.numbers import RADIX, Numbers, finished
from treatydiff.records import dataclass

Indices: TypeAlias = npt.NDArray[np.int64]
Shares: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]


def stand_in(looked_for: Numbers, ordered: Numbers) -> Flags:
    """Which numbers stand in a list of numbers in ascending order.

    Args:
        looked_for: the numbers, in any order.
        ordered: the list, ascending; repeats do no harm.
    """
    if not len(ordered):
        return np.zeros(len(looked_for), dtype=bool)
    places = np.minimum(np.searchsorted(ordered, looked_for), len(ordered) - 1)
    found: Flags = ordered[places] == looked_for
    return found


@dataclass(frozen=True, slots=True, eq=False)
class TokenRow:
    """The words of many clauses laid end to end.

    `numbers` holds one number a token; clause c has the tokens `bounds[c]` to `bounds[c + 1]`;
    `clause` gives the clause of every token.
    """

    numbers: Numbers
    bounds: Indices
    clause: Indices

    def lengths(self) -> Indices:
        """The number of tokens of every clause."""
        return np.diff(self.bounds)


@dataclass(frozen=True, slots=True, eq=False)
class Grams:
    """Runs of words: the number of each, the token it starts at, and how many words it has."""

    numbers: Numbers
    start: Indices
    size: Indices

    def taken(self, which: Flags) -> Grams:
        """Some of the runs, in order."""
        return Grams(self.numbers[which], self.start[which], self.size[which])


def token_row(clauses: Sequence[Numbers]) -> TokenRow:
    """Lay the words of clauses end to end.

    Args:
        clauses: the word numbers of every clause; a clause may have none.
    """
    lengths = np.array([len(clause) for clause in clauses], dtype=np.int64)
    bounds = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])
    numbers = np.concatenate([np.zeros(0, dtype=np.uint64), *clauses])
    return TokenRow(numbers, bounds, np.repeat(np.arange(len(lengths)), lengths))


def clause_grams(row: TokenRow, n: int) -> Grams:
    """Every run of `n` words inside a clause; a clause of fewer words is one run of its own.

    Args:
        row: the words.
        n: length of a run, at least 1.
    """
    wanted = np.minimum(n, row.lengths())[row.clause]
    return _grams(row, n, lambda size: wanted == size)


def offered_grams(row: TokenRow, n: int, sizes: Iterable[int]) -> Grams:
    """Every run of one of the lengths `sizes` (at most `n`) inside a clause: what can be matched."""
    offered = set(sizes)
    return _grams(row, n, lambda size: np.full(len(row.numbers), size in offered))


def _grams(row: TokenRow, n: int, wanted: Callable[[int], Flags]) -> Grams:
    total = len(row.numbers)
    room = row.bounds[row.clause + 1] - np.arange(total, dtype=np.int64)
    rolling = np.zeros(total, dtype=np.uint64)
    numbers, starts, sizes = [rolling[:0]], [room[:0]], [room[:0]]
    for size in range(1, min(n, total) + 1):
        rolling *= RADIX
        rolling[: total - size + 1] += row.numbers[size - 1 :]
        start = np.flatnonzero(wanted(size) & (room >= size))
        numbers.append(finished(rolling[start], size))
        starts.append(start)
        sizes.append(np.full(len(start), size, dtype=np.int64))
    return Grams(np.concatenate(numbers), np.concatenate(starts), np.concatenate(sizes))


def covered(total: int, grams: Grams, hit: Flags | None = None) -> Flags:
    """Which of `total` tokens lie in at least one run, of those that are hit if it is said which."""
    start, size = (grams.start, grams.size) if hit is None else (grams.start[hit], grams.size[hit])
    change = np.bincount(start, minlength=total + 1) - np.bincount(start + size, minlength=total + 1)
    inside: Flags = np.cumsum(change[:-1]) > 0
    return inside


def greatest_over_runs(total: int, grams: Grams, value: Shares) -> Shares:
    """For each of `total` tokens the greatest `value` of the runs that contain it, else 0."""
    greatest = np.zeros(total, dtype=np.float64)
    for offset in range(int(grams.size.max(initial=0))):
        reaches = grams.size > offset
        np.maximum.at(greatest, grams.start[reaches] + offset, value[reaches])
    return greatest
