"""Sentences of two languages side by side, by their lengths alone.

The method of Gale and Church, "A program for aligning sentences in bilingual corpora" (1993), on counts of
terms: the cheapest way through both texts, where one sentence answers to one, none or two.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log

_STEPS: tuple[tuple[int, int, float], ...] = (
    (1, 1, 0.0), (1, 2, 2.3), (2, 1, 2.3), (2, 2, 4.4), (1, 0, 4.5), (0, 1, 4.5),
)  # fmt: skip
"""How many sentences of either text go together, and what it costs (the negative logarithm of how rare)."""
_SPREAD = 2.0
"""What a logarithm of unequal lengths costs, times the root of the length."""

Stretch = tuple[slice, slice]


def by_length(one: Sequence[int], two: Sequence[int]) -> list[Stretch]:
    """Which stretches of two rows of sentences go together; those that stand alone are left out.

    Args:
        one, two: the length of each sentence.
    """
    total = sum(one) / max(1, sum(two))
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(one) + 1):
        for j in range(len(two) + 1):
            if (i, j) not in best:
                continue
            cost = best[i, j][0]
            for more, less, price in _STEPS:
                end = (i + more, j + less)
                if end[0] > len(one) or end[1] > len(two):
                    continue
                paid = cost + price + _unlike(sum(one[i : end[0]]), sum(two[j : end[1]]) * total)
                if end not in best or paid < best[end][0]:
                    best[end] = (paid, (i, j))
    return _walked(best, (len(one), len(two)))


def _unlike(one: float, two: float) -> float:
    return float(_SPREAD * abs(log((one + 1) / (two + 1))) * min(one, two) ** 0.5 / 2)


def _walked(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]], end: tuple[int, int]
) -> list[Stretch]:
    places = [end]
    while places[-1] != (0, 0):
        places.append(best[places[-1]][1])
    places.reverse()
    return [
        (slice(before[0], after[0]), slice(before[1], after[1]))
        for before, after in pairwise(places)
        if before[0] < after[0] and before[1] < after[1]
    ]
