"""Greedy one-to-one assignment, order as a bonus, and the longest increasing run of pairs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from treatydiff.align.arrays import Floats, Ints, Truths


class Assignment:
    """Pairs taken so far: `partner` from A to B, `taken` from B to A."""

    def __init__(self) -> None:
        self.partner: dict[int, int] = {}
        self.taken: dict[int, int] = {}

    def take(self, left: Ints, right: Ints, rank: Floats, allowed: Truths) -> None:
        """Pair greedily from the top; ties go to the smaller displacement, then to document order.

        Args:
            left: index in A of each candidate.
            right: index in B of each candidate.
            rank: what decides between candidates, higher first.
            allowed: whether a candidate may be taken at all.
        """
        displacement = np.abs(left - right)
        order = np.lexsort((right, left, displacement, -np.round(rank, 9)))
        for index in order[allowed[order]].tolist():
            i, j = int(left[index]), int(right[index])
            if i not in self.partner and j not in self.taken:
                self.partner[i] = j
                self.taken[j] = i


def beside(partner: Mapping[int, int], i: int, j: int) -> int:
    """How many of the two neighbours of a pair are partners of one another in step (0 to 2)."""
    return int(partner.get(i - 1) == j - 1) + int(partner.get(i + 1) == j + 1)


def beside_all(partner: Mapping[int, int], left: Ints, right: Ints) -> Ints:
    """`beside` for every candidate."""
    # One place more before the first and behind the last; what has no partner is beside nothing.
    partners = np.full(max(int(left.max(initial=0)), max(partner, default=0)) + 3, -2, np.int64)
    partners[np.fromiter(partner.keys(), np.int64) + 1] = np.fromiter(partner.values(), np.int64)
    found: Ints = np.add(partners[left] == right - 1, partners[left + 2] == right + 1, dtype=np.int64)
    return found


def context(left: Ints, right: Ints, score: Floats, width: int) -> Floats:
    """The mean squared score of the candidates one step before and one after each (0 where none).

    Squared, because one neighbour in step says more than two neighbours of a common pattern.

    Args:
        left: index in A of each candidate; candidates are ordered by it, then by `right`.
        right: index in B of each candidate.
        score: of each candidate.
        width: number of places in B.
    """
    if not left.size:
        return np.zeros(0)
    stride = width + 2
    keys = left * stride + right
    total = np.zeros(keys.size)
    for step in (-1, 1):
        wanted = (left + step) * stride + right + step
        places = np.minimum(np.searchsorted(keys, wanted), keys.size - 1)
        total += np.where(keys[places] == wanted, score[places] ** 2, 0.0)
    return total / 2.0


def out_of_order(
    positions: Sequence[int],
    sizes: Sequence[int],
    light: Collection[int] = (),
    staying: Collection[int] = (),
) -> frozenset[int]:
    """Which of some pairs stand outside the longest increasing run.

    The fewest pairs count as out of order; among equally few, those that do not stay, then the shortest.

    Args:
        positions: the place in B of each pair, the pairs being in the order of A; all different.
        sizes: the length of each pair's text in words.
        light: indices of pairs that give way to any others, however many they are.
        staying: indices of pairs that have kept their number.

    Returns:
        The indices of the pairs outside the run.
    """
    ranks = {position: rank for rank, position in enumerate(sorted(positions))}
    number = sum(sizes) + len(sizes) + 1
    pair = number * (len(sizes) + 1)
    weights = [
        size + 1 if index in light else pair + number * (index in staying) + size
        for index, size in enumerate(sizes)
    ]
    best: list[tuple[int, int]] = [(0, -1)] * (len(positions) + 1)
    before: list[int] = []
    for index, position in enumerate(positions):
        weight, previous = _best_up_to(best, ranks[position])
        before.append(previous)
        node = ranks[position] + 1
        while node < len(best):
            if weight + weights[index] > best[node][0]:
                best[node] = (weight + weights[index], index)
            node += node & -node
    kept: set[int] = set()
    index = _best_up_to(best, len(positions))[1]
    while index >= 0:
        kept.add(index)
        index = before[index]
    return frozenset(range(len(positions))) - kept


def _best_up_to(tree: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    """The heaviest run ending below a rank: its weight and last pair, from a Fenwick tree of them."""
    found = (0, -1)
    while rank > 0:
        if tree[rank][0] > found[0]:
            found = tree[rank]
        rank -= rank & -rank
    return found


def reading_order(pairs: Sequence[tuple[int | None, int | None]]) -> list[int]:
    """The order in which to list pairs: B's, and what only A has after what stood before it in A.

    Args:
        pairs: place in A and place in B of each, None where it has none.

    Returns:
        Indices into `pairs`.
    """
    both = sorted((a, b) for a, b in pairs if a is not None and b is not None)
    starts = [a for a, _ in both]

    def key(index: int) -> tuple[int, int, int]:
        a, b = pairs[index]
        if b is not None:
            return b, 0, index
        at = a or 0
        place = bisect_left(starts, at)
        return (both[place - 1][1] if place else -1), 1, at

    return sorted(range(len(pairs)), key=key)
