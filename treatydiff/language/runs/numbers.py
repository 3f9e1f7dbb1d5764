"""Words and runs of words as 64-bit numbers that are the same on every machine.

A word's number is the first eight bytes of its BLAKE2b digest; a run's number is a polynomial of its
words' numbers modulo 2**64, mixed once more (the finaliser of SplitMix64, Steele et al. 2014). No
Python hash is involved. numpy loads with this module: import it only where drafts are aligned or scored.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Numbers: TypeAlias = npt.NDArray[np.uint64]

RADIX = np.uint64(0x9E3779B97F4A7C15)
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


def finished(polynomials: Numbers, size: int) -> Numbers:
    """The numbers of runs from the polynomials of their words' numbers.

    Args:
        polynomials: for each run the sum of its words' numbers, each times `RADIX` to the power of the
            words behind it, modulo 2**64.
        size: words of each run.
    """
    return mix(polynomials + np.uint64(size * _SIZE_SALT % 2**64))


def run_numbers(words: Numbers, size: int) -> Numbers:
    """The number of the run of `size` words that begins at each word, as far as there are so many.

    Args:
        words: numbers of words, in order.
        size: words of a run, at least 1.
    """
    runs = max(len(words) - size + 1, 0)
    polynomials = np.zeros(runs, dtype=np.uint64)
    for place in range(size):
        polynomials = polynomials * RADIX + words[place : place + runs]
    return finished(polynomials, size)
