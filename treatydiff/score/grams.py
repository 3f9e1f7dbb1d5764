"""Words and runs of words as 64-bit numbers that are the same on every machine.

A word's number is the first eight bytes of its BLAKE2b digest; a run's number is a polynomial of its
words' numbers modulo 2**64, mixed once more (the finaliser of SplitMix64, Steele et al. 2014). No
Python hash is involved. This module is imported only where scores are computed, so numpy may be
imported at its top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Numbers: TypeAlias = npt.NDArray[np.uint64]
Indices: TypeAlias = npt.NDArray[np.int64]
Shares: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]

_RADIX = np.uint64(0x9E3779B97F4A7C15)
_SIZE_SALT = 0xD1B54A32D192ED03


@lru_cache(maxsize=200_000)
def word_number(word: str) -> int:
    """The 64-bit number of one word."""
    return int.from_bytes(blake2b(word.encode("utf-8"), digest_size=8).digest(), "little")


def word_numbers(words: Iterable[str]) -> Numbers:
    """The 64-bit numbers of words, in order."""
    return np.fromiter(map(word_number, words), dtype=np.uint64)


def mix(numbers: Numbers) -> Numbers:
    """Spread the bits of every number over all 64 (the finaliser of SplitMix64)."""
    mixed = numbers ^ (numbers >> np.uint64(30))
    mixed = mixed * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


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
        rolling *= _RADIX
        rolling[: total - size + 1] += row.numbers[size - 1 :]
        start = np.flatnonzero(wanted(size) & (room >= size))
        salt = np.uint64(size * _SIZE_SALT % 2**64)
        numbers.append(mix(rolling[start] + salt))
        starts.append(start)
        sizes.append(np.full(len(start), size, dtype=np.int64))
    return Grams(np.concatenate(numbers), np.concatenate(starts), np.concatenate(sizes))


def covered(total: int, grams: Grams, hit: Flags) -> Flags:
    """Which of `total` tokens lie in at least one run that is hit."""
    start, size = grams.start[hit], grams.size[hit]
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
