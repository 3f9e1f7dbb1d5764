"""What is known of the pairs of a matrix, as arrays: bounds of all, scores of some, who may be nearest.

numpy loads with this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from treatydiff.archive.block_bounds import Bounds
from treatydiff.archive.model import Cell, Neighbour
from treatydiff.score.grams import Flags, Indices, Shares

Scores = tuple[float, ...]
"""Five sums a side, as `measure_pairs` gives them."""


class PairTable:
    """Pairs of drafts in their order, the earlier draft first, and what is known of each.

    Args:
        count: how many drafts there are.
        pairs: places of drafts, two columns, in ascending order.
    """

    def __init__(self, count: int, pairs: Indices) -> None:
        self.count = count
        self.a: Indices = pairs[:, 0]
        self.b: Indices = pairs[:, 1]
        self._codes: Indices = self.a * count + self.b
        self.bounds: Bounds = np.full((len(pairs), 4), np.nan)
        self.scores: dict[int, Scores] = {}

    def __len__(self) -> int:
        return len(self._codes)

    def place(self, a: int, b: int) -> int | None:
        """Where the pair of two drafts stands in the table; None if it does not."""
        code = a * self.count + b
        at = int(np.searchsorted(self._codes, code))
        return at if at < len(self) and self._codes[at] == code else None

    def unknown(self) -> Indices:
        """The pairs without a bound."""
        return np.flatnonzero(np.isnan(self.bounds[:, 0]))

    def either(self) -> Shares:
        """What neither share of a pair can exceed."""
        greatest: Shares = np.maximum(self.bounds[:, 0], self.bounds[:, 1])
        return greatest

    def reaching(self, floor: float) -> PairTable:
        """The pairs of which a share may reach a floor; nothing else is kept.

        Args:
            floor: share.
        """
        kept = np.flatnonzero(self.either() >= floor)
        fewer = PairTable(self.count, np.stack([self.a[kept], self.b[kept]], axis=1))
        fewer.bounds = self.bounds[kept]
        new = {int(old): place for place, old in enumerate(kept)}
        fewer.scores = {new[place]: scores for place, scores in self.scores.items() if place in new}
        return fewer

    def scored(self) -> Indices:
        """The pairs scored in full."""
        return np.array(sorted(self.scores), dtype=np.int64)

    def symmetric_bounds(self) -> Shares:
        """What the symmetric share of each pair cannot exceed."""
        bound_a, bound_b, weight_a, weight_b = self.bounds.T
        weight = weight_a + weight_b
        sums = bound_a * weight_a + bound_b * weight_b
        shares: Shares = np.divide(sums, weight, out=np.zeros(len(self)), where=weight > 0.0)
        return shares

    def symmetric(self) -> Shares:
        """The symmetric share of each pair that is scored, the bound of each that is not."""
        shares = self.symmetric_bounds()
        for place, scores in self.scores.items():
            weight = scores[0] + scores[5]
            shares[place] = (scores[1] + scores[6]) / weight if weight > 0.0 else 0.0
        return shares

    def contenders(self, nearest: int, sought: float = 0.0) -> Indices:
        """Pairs not scored yet that may be among the nearest of one of their drafts.

        Of every draft, as many as its nearest lack, the most promising first, one at least.

        Args:
            nearest: how many of each draft are to be certain.
            sought: symmetric share that a pair must be able to reach, but those that a draft lacks.
        """
        scored, share, bound = self.scored(), self.symmetric(), self.symmetric_bounds()
        draft, pair, rank = _ranked(self.a, self.b, scored, share)
        counts = np.bincount(draft, minlength=self.count)
        least = np.full(self.count, -1.0)
        last = rank == nearest - 1
        least[draft[last]] = share[pair[last]]
        is_open = np.ones(len(self), dtype=bool)
        is_open[scored] = False
        is_open &= (bound > least[self.a]) | (bound > least[self.b])
        draft, pair, _ = _ranked(self.a, self.b, np.flatnonzero(is_open), bound)
        wanted = (bound[pair] > least[draft]) & ((bound[pair] >= sought) | (counts[draft] < nearest))
        draft, pair = draft[wanted], pair[wanted]
        return np.unique(pair[_ranks(draft) < np.maximum(1, nearest - counts)[draft]])

    def neighbours(self, shown: int, elsewhere: Shares) -> Iterator[tuple[Neighbour, ...]]:
        """The nearest drafts of each among the pairs scored.

        Args:
            shown: how many at most.
            elsewhere: for each draft what its pairs outside the table cannot exceed.
        """
        scored, share, bound = self.scored(), self.symmetric(), self.symmetric_bounds()
        rest = elsewhere.copy()
        without = np.ones(len(self), dtype=bool)
        without[scored] = False
        for side in (self.a, self.b):
            np.maximum.at(rest, side[without], bound[without])
        draft, pair, rank = _ranked(self.a, self.b, scored, share)
        draft, pair = draft[rank < shown], pair[rank < shown]
        ends = np.searchsorted(draft, np.arange(self.count + 1))
        for place, (start, end) in enumerate(pairwise(ends.tolist())):
            yield tuple(
                Neighbour(int(self.a[each] + self.b[each]) - place, float(share[each]),
                          certain=bool(share[each] >= rest[place]))
                for each in pair[start:end]
            )  # fmt: skip

    def pairs_of_drafts(self) -> Indices:
        """How many pairs of the table each draft is in."""
        return np.bincount(np.concatenate([self.a, self.b]), minlength=self.count)

    def by_promise(self, pairs: Indices) -> Indices:
        """Pairs with those first of which one share may be greatest."""
        return pairs[np.lexsort((pairs, -self.either()[pairs]))]


def _ranked(a: Indices, b: Indices, pairs: Indices, share: Shares) -> tuple[Indices, Indices, Indices]:
    """Pairs once for each of their drafts, the nearest of a draft first: draft, pair, rank from 0."""
    draft, pair = np.concatenate([a[pairs], b[pairs]]), np.concatenate([pairs, pairs])
    order = np.lexsort((pair, -share[pair], draft))
    draft, pair = draft[order], pair[order]
    return draft, pair, _ranks(draft)


def _ranks(sorted_drafts: Indices) -> Indices:
    return np.arange(len(sorted_drafts)) - np.searchsorted(sorted_drafts, sorted_drafts)


class CellTable(Mapping[tuple[int, int], Cell]):
    """The cells of a matrix, by row and column and in this order; made as they are asked for.

    Args:
        table: pairs with their bounds, and scores of some.
    """

    def __init__(self, table: PairTable) -> None:
        self._table = table
        codes = np.concatenate([table.a * table.count + table.b, table.b * table.count + table.a])
        order = np.argsort(codes)
        self._codes: Indices = codes[order]
        self._pairs: Indices = order % max(1, len(table))
        self._turned: Flags = order >= len(table)

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for at in range(len(self)):
            yield divmod(int(self._codes[at]), self._table.count)

    def __getitem__(self, key: tuple[int, int]) -> Cell:
        code = key[0] * self._table.count + key[1]
        at = int(np.searchsorted(self._codes, code))
        if not 0 <= key[1] < self._table.count or at == len(self) or self._codes[at] != code:
            raise KeyError(key)
        pair, turned = int(self._pairs[at]), bool(self._turned[at])
        return _cell(float(self._table.bounds[pair, int(turned)]), self._table.scores.get(pair, ()), turned)


def _cell(bound: float, scores: Sequence[float], turned: bool) -> Cell:
    if not scores:
        return Cell(bound)
    weight, carried, same, words, verbatim = scores[5:] if turned else scores[:5]
    return Cell(
        bound,
        carried / weight if weight > 0.0 else 0.0,
        None if np.isnan(same) or weight <= 0.0 else same / weight,
        verbatim / words if words else None,
    )


def all_pairs(languages: Sequence[str]) -> Indices:
    """Every pair of drafts of one language, in order.

    Args:
        languages: of the drafts.
    """
    of: npt.NDArray[np.int64] = np.unique(np.array(languages, dtype=str), return_inverse=True)[1]
    a, b = np.triu_indices(len(languages), 1)
    same = of[a] == of[b]
    return np.stack([a[same], b[same]], axis=1).astype(np.int64)
