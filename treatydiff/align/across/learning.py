"""Learn which terms of two languages translate one another, from clauses that say the same.

Model 1 of Brown et al., "The mathematics of statistical machine translation" (1993), in both directions
over the sets of terms of parallel clauses; the weight of two terms is the geometric mean of either
direction's probability. numpy loads with this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from treatydiff.records import dataclass

ROUNDS = 5
"""Rounds of expectation and maximisation; after five the links of articles no longer got better."""
LEAST_TOGETHER = 2
"""Clauses in which two terms must stand together."""
LONGEST = 90
"""Terms of a clause; longer ones say too little of which word is which."""

_Ints = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TermWeight:
    """Two terms and how surely one translates the other (0 to 1)."""

    term: str
    english: str
    weight: float


def learn(pairs: Iterable[tuple[Sequence[str], Sequence[str]]]) -> list[TermWeight]:
    """The weights of pairs of terms, by term and then by falling weight.

    Args:
        pairs: the terms of parallel clauses, those of English second.
    """
    clauses = [(sorted(set(one)), sorted(set(two))) for one, two in pairs]
    clauses = [(one, two) for one, two in clauses if 0 < len(one) <= LONGEST and 0 < len(two) <= LONGEST]
    if not clauses:
        return []
    names = [sorted({term for pair in clauses for term in pair[side]}) for side in (0, 1)]
    numbers = [{term: at for at, term in enumerate(each)} for each in names]
    width = len(names[1])
    keys, by_first, by_second = _together(clauses, numbers, width)
    known, place, count = np.unique(keys, return_inverse=True, return_counts=True)
    kept = (count >= LEAST_TOGETHER)[place]
    known, place = known[count >= LEAST_TOGETHER], (np.cumsum(count >= LEAST_TOGETHER) - 1)[place[kept]]
    first, second = known // width, known % width
    forward = _probabilities(place, by_second[kept], first)
    backward = _probabilities(place, by_first[kept], second)
    weights = np.sqrt(forward * backward)
    order = np.lexsort((second, -np.round(weights, 6), first))
    return [
        TermWeight(names[0][int(first[at])], names[1][int(second[at])], float(weights[at]))
        for at in order.tolist()
    ]


def _together(
    clauses: Sequence[tuple[list[str], list[str]]], numbers: Sequence[dict[str, int]], width: int
) -> tuple[_Ints, _Ints, _Ints]:
    """Every pair of terms of every clause: its key, and the numbers of its terms among all of the clauses."""
    keys, firsts, seconds = [], [], []
    before = [0, 0]
    for one, two in clauses:
        left = np.asarray([numbers[0][term] for term in one], np.int64)
        right = np.asarray([numbers[1][term] for term in two], np.int64)
        keys.append((left[:, None] * width + right[None, :]).ravel())
        firsts.append(np.repeat(np.arange(len(one)) + before[0], len(two)))
        seconds.append(np.tile(np.arange(len(two)) + before[1], len(one)))
        before = [before[0] + len(one), before[1] + len(two)]
    return np.concatenate(keys), np.concatenate(firsts), np.concatenate(seconds)


def _probabilities(place: _Ints, generated: _Ints, given: _Ints) -> _Floats:
    """The probability of one term of each pair, given the other.

    Args:
        place: number of the pair of terms of each occurrence.
        generated: number, among all of the clauses, of the term that is explained in each occurrence.
        given: the term of each pair that explains.
    """
    found = np.ones(given.size)
    for _ in range(ROUNDS):
        held = found[place]
        share = held / np.bincount(generated, held)[generated]
        expected = np.bincount(place, share, minlength=given.size)
        found = expected / np.bincount(given, expected)[given]
    return found
