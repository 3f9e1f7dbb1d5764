"""Which pairs of a large archive can share so much that a bound is worth making: those that share rare runs.

A share counts runs of `n` words, so the table that is looked into is one of these runs. A draft sets its
most frequent runs aside, as many as cover less than the floor of its weight, and counts all that they cover
as found. Whoever reaches the floor then has some of the other runs, the rare ones, and only who has them is
looked at: the prefix filter of Chaudhuri, Ganti and Kaushik (2006) and of Bayardo, Ma and Srikant (2007) with
weights that overlap. No pair above the floor is missed; what is found in vain is told from the rest by its
bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from treatydiff.archive.run_sheets import RunSheet
from treatydiff.language.runs.numbers import Numbers
from treatydiff.records import dataclass
from treatydiff.score.grams import Grams, Indices, Shares, clause_grams, greatest_over_runs

POSTINGS_AT_ONCE = 8_000_000
"""So many runs of drafts are sorted at a time: about 300 MB while they are."""
_SET_ASIDE = 0.5
"""What is counted as found without being looked for, as a part of the floor. Of 424 drafts made of trade
agreements, at a floor of a quarter: see docs/scale.md."""
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class _Rare:
    """The rare runs of a draft: distinct numbers, what each may add to its share, what they lack."""

    numbers: Numbers
    worth: Shares
    wanted: float


def candidate_pairs(sheet: Callable[[int], RunSheet], count: int, floor: float, n: int) -> Iterator[Indices]:
    """All pairs of drafts of which one may hold `floor` or more of the other, in their order, row by row.

    Args:
        sheet: gives a draft by its place; called some times for each.
        count: how many drafts there are.
        floor: share above 0, up to 1.
        n: words of a run.

    Yields:
        pairs of places, the smaller first, as an array of two columns.
    """
    parts = _parts(sheet, count)
    frequency = _frequencies(sheet, count, n, parts)
    rare = [_rare_runs(sheet(place), frequency[place], floor, n) for place in range(count)]
    del frequency
    found: Any = None
    for part in range(parts):
        sums = _shared_worth(sheet, rare, n, part, parts)
        found = sums if found is None else found + sums
    if found is None:
        return
    found = found.tocoo()
    lacking = np.array([each.wanted for each in rare])
    enough = (found.data >= lacking[found.row]) & (found.row != found.col)
    row, column = found.row[enough].astype(np.int64), found.col[enough].astype(np.int64)
    codes = np.minimum(row, column) * count + np.maximum(row, column)
    open_to_all = np.flatnonzero(lacking <= 0.0)
    others = np.arange(count)
    codes = np.unique(np.concatenate([
        codes, *(np.minimum(place, others) * count + np.maximum(place, others) for place in open_to_all),
    ]))  # fmt: skip
    pairs = np.stack([codes // count, codes % count], axis=1)
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    rows = np.flatnonzero(np.diff(pairs[:, 0], prepend=-1))
    yield from np.split(pairs, rows[1:]) if len(pairs) else ()


def _parts(sheet: Callable[[int], RunSheet], count: int) -> int:
    words = sum(len(sheet(place).numbers) for place in range(count))
    return max(1, -(-words // POSTINGS_AT_ONCE))


def _whole_runs(sheet: RunSheet, n: int) -> tuple[Grams, Numbers, Indices]:
    """The runs of a draft, the distinct numbers of those of `n` words, and for each of these its number."""
    grams = clause_grams(sheet.row(), n)
    whole = grams.size == n
    grams = Grams(grams.numbers[whole], grams.start[whole], grams.size[whole])
    numbers, place = np.unique(grams.numbers, return_inverse=True)
    return grams, numbers, place


def _in_part(numbers: Numbers, part: int, parts: int) -> Indices:
    return np.flatnonzero(numbers % np.uint64(parts) == part)


def _frequencies(sheet: Callable[[int], RunSheet], count: int, n: int, parts: int) -> Sequence[Indices]:
    """In how many drafts each distinct run of each draft stands."""
    frequency: list[Any] = [None] * count
    for part in range(parts):
        runs: list[Numbers] = []
        where: list[Indices] = []
        for place in range(count):
            _, numbers, _ = _whole_runs(sheet(place), n)
            if frequency[place] is None:
                frequency[place] = np.ones(len(numbers), dtype=np.int32)
            where.append(_in_part(numbers, part, parts))
            runs.append(numbers[where[-1]])
        _, back, counts = np.unique(np.concatenate(runs), return_inverse=True, return_counts=True)
        ends = np.cumsum([len(each) for each in runs])
        for place, of_draft in enumerate(np.split(counts[back], ends[:-1])):
            frequency[place][where[place]] = of_draft
    return frequency


def _rare_runs(sheet: RunSheet, frequency: Indices, floor: float, n: int) -> _Rare:
    """The runs that one of must be found where a draft reaches the floor."""
    grams, numbers, place = _whole_runs(sheet, n)
    whole = float(sheet.weights.sum())
    none = _Rare(numbers[:0], np.zeros(0), 0.0 if not sheet.own else 1.0)
    if whole <= 0.0 or not sheet.own:
        return none
    # A word in no run of n words stands in a shorter clause: counted as found.
    most = greatest_over_runs(len(sheet.numbers), grams, frequency[place].astype(np.float64))
    shorter = float(sheet.weights[most == 0.0].sum())
    limit = max(_SET_ASIDE * floor * whole, (shorter + floor * whole) / 2)
    if shorter >= floor * whole:
        return _Rare(numbers[:0], np.zeros(0), 0.0)
    most[most == 0.0] = np.inf
    order = np.argsort(-most, kind="stable")
    aside = np.cumsum(sheet.weights[order])
    # The first word that would exceed the limit says how frequent a run may be that is looked for.
    at = int(np.searchsorted(aside, limit, side="right"))
    rarest = float(most[order[min(at, len(order) - 1)]])
    kept = frequency <= rarest
    worth_of_words = np.where(most <= rarest, sheet.weights, 0.0)
    sums = np.concatenate([np.zeros(1), np.cumsum(worth_of_words)])
    added = np.bincount(place, sums[grams.start + n] - sums[grams.start], len(numbers))
    worth: Shares = added.astype(np.float64)
    counted = float(sheet.weights[most > rarest].sum())
    kept &= frequency > 1
    return _Rare(numbers[kept], worth[kept], floor * whole - counted - _ROUNDING * whole)


def _shared_worth(
    sheet: Callable[[int], RunSheet], rare: Sequence[_Rare], n: int, part: int, parts: int
) -> Any:
    """For each draft (rows) what its rare runs that stand in each other (columns) may add to its share."""
    from scipy.sparse import csr_array

    looked_for = [each.numbers[_in_part(each.numbers, part, parts)] for each in rare]
    worth = [each.worth[_in_part(each.numbers, part, parts)] for each in rare]
    known = np.unique(np.concatenate(looked_for))
    offered = []
    for place in range(len(rare)):
        _, numbers, _ = _whole_runs(sheet(place), n)
        numbers = numbers[_in_part(numbers, part, parts)]
        columns = np.searchsorted(known, numbers)
        offered.append(
            columns[known[np.minimum(columns, len(known) - 1)] == numbers] if len(known) else columns[:0]
        )
    shape = (len(rare), len(known))
    wanted = csr_array(
        (np.concatenate(worth), np.concatenate([np.searchsorted(known, each) for each in looked_for]),
         _ends(looked_for)), shape=shape,
    )  # fmt: skip
    columns = np.concatenate(offered)
    there = csr_array((np.ones(len(columns)), columns, _ends(offered)), shape=shape)
    return wanted @ there.T


def _ends(parts: Sequence[Any]) -> Indices:
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum([len(each) for each in parts])])
