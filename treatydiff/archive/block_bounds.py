"""Bounds of many pairs at once: runs of words get small numbers for a block of drafts, the rest is arrays.

A word of a draft can be carried only if it lies in a run of words that stands anywhere in the other, whatever
the alignment; the weight of these words is never less than what is carried.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from treatydiff.archive.run_sheets import RunSheet
from treatydiff.language.runs.numbers import Numbers
from treatydiff.records import dataclass
from treatydiff.score.grams import Flags, Grams, Indices, Shares, clause_grams, offered_grams, stand_in

Bounds: TypeAlias = npt.NDArray[np.float64]
"""A row a pair: the bound of A's share, of B's share, the weight of A, of B."""


@dataclass(frozen=True, slots=True, eq=False)
class BlockTask:
    """Drafts and the pairs of them (places in `sheets`) that bounds are wanted for; `n` words a run."""

    sheets: tuple[RunSheet, ...]
    pairs: tuple[tuple[int, int], ...]
    n: int


def bound_block(task: BlockTask) -> Bounds:
    """The bounds of the pairs of a task, in their order; a function for other processes.

    Args:
        task: sheets whose weights are their own, and the pairs.
    """
    grams = [clause_grams(sheet.row(), task.n) for sheet in task.sheets]
    known, places = np.unique(np.concatenate([each.numbers for each in grams]), return_inverse=True)
    ends = np.cumsum([len(each.numbers) for each in grams])
    looked_for = np.split(places, ends[:-1])
    short = np.unique(np.concatenate([each.numbers[each.size < task.n] for each in grams]))
    found = np.zeros((len(task.sheets), len(known)), dtype=bool)
    for at, (sheet, each) in enumerate(zip(task.sheets, grams, strict=True)):
        found[at, looked_for[at][each.size == task.n]] = True
        found[at, _shorter(sheet, task.n, short, known)] = True
    sides = [
        _WeighedRuns(sheet, each, runs, task.n)
        for sheet, each, runs in zip(task.sheets, grams, looked_for, strict=True)
    ]
    bounds = np.empty((len(task.pairs), 4))
    for at, (a, b) in enumerate(task.pairs):
        bounds[at] = (sides[a].share(found[b]), sides[b].share(found[a]), sides[a].whole, sides[b].whole)
    return bounds


def _shorter(sheet: RunSheet, n: int, short: Numbers, known: Numbers) -> Indices:
    """The runs of fewer than `n` words in a draft that are a whole clause of some draft of the block."""
    if n < 2 or not len(short):
        return np.zeros(0, dtype=np.int64)
    offered = offered_grams(sheet.row(), n - 1, range(1, n)).numbers
    return np.searchsorted(known, offered[stand_in(offered, short)])


class _WeighedRuns:
    """A draft of a block, its runs by their places among the block's."""

    def __init__(self, sheet: RunSheet, grams: Grams, places: Indices, n: int) -> None:
        self._weights: Shares = sheet.weights
        self.whole = float(sheet.weights.sum())
        self._n = n
        whole_runs = grams.size == n
        self._runs = places[whole_runs]
        self._ends = grams.start[whole_runs] + n - 1
        clauses, size, start = places[~whole_runs], grams.size[~whole_runs], grams.start[~whole_runs]
        self._clauses = np.repeat(clauses, size)
        within = np.arange(len(self._clauses)) - np.repeat(np.cumsum(size) - size, size)
        self._words_of_clauses = np.repeat(start, size) + within

    def share(self, found: Flags) -> float:
        """The share of the weight that lies in runs which are found, never less than what is carried.

        Args:
            found: for every run of the block whether the other draft has it.
        """
        if self.whole <= 0.0:
            return 0.0
        return float(self._weights[self._covered(found)].sum()) / self.whole

    def _covered(self, found: Flags) -> Flags:
        """Which words lie in a run that is found; no run crosses a clause."""
        total, n = len(self._weights), self._n
        ending = np.zeros(total + n - 1, dtype=bool)
        ending[self._ends] = found[self._runs]
        covered = ending[:total].copy()
        for ahead in range(1, n):
            covered |= ending[ahead : ahead + total]
        covered[self._words_of_clauses] = found[self._clauses]
        return covered
