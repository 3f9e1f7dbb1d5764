"""The runs of words that two drafts have in common, and the weight of runs in both. Imports numpy."""

from __future__ import annotations

import numpy as np

from treatydiff.align.arrays import Floats, Ints
from treatydiff.align.grams import inverse_frequencies, row_lengths
from treatydiff.align.runs.of_draft import DraftRuns, RunParts
from treatydiff.align.sparse.rows import Places, SparseRows
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class InBoth:
    """What two drafts have in common: its numbers in A, ascending, and in B, which ascend too."""

    a: Ints
    b: Ints


@dataclass(frozen=True, slots=True)
class SharedRuns:
    """The words and the runs of two, three and five words that two drafts have in common."""

    words: InBoth
    pairs: InBoth
    threes: InBoth
    fives: InBoth


def shared_runs(a: DraftRuns, b: DraftRuns) -> SharedRuns:
    """Find the runs that two drafts have in common: those whose parts they have.

    Args:
        a: the earlier draft's.
        b: the later draft's.
    """
    there = {word: number for number, word in enumerate(b.numbered.vocabulary, 1)}
    here = enumerate(a.numbered.vocabulary, 1)
    numbers = [(number, there[word]) for number, word in here if word in there]
    words = InBoth(*np.array(numbers, np.int64).reshape(-1, 2).T)
    # Of words 0 is what is missing at the end of a text, in either draft.
    of_words = _numbers_in_a(words, b.pairs_from, missing=True)
    pairs = _put_together(a.pairs, b.pairs, of_words, of_words)
    of_pairs = _numbers_in_a(pairs, len(b.pairs.left))
    threes = _put_together(a.threes, b.threes, of_pairs, of_words)
    of_threes = _numbers_in_a(threes, len(b.threes.left))
    behind = _numbers_in_a(InBoth(pairs.a + 1, pairs.b + 1), len(b.pairs.left) + 1, missing=True)
    return SharedRuns(words, pairs, threes, _put_together(a.fives, b.fives, of_threes, behind))


def _numbers_in_a(both: InBoth, count: int, *, missing: bool = False) -> Ints:
    """The numbers in A of what B has; -1 for what A has not; `missing` says that 0 is nothing, in either."""
    numbers = np.full(count, -1, np.int64)
    numbers[both.b] = both.a
    if missing:
        numbers[0] = 0
    return numbers


def _put_together(a: RunParts, b: RunParts, left: Ints, right: Ints) -> InBoth:
    """The runs of both, given the numbers in A of the parts of B's."""
    one, other = left[b.left], right[b.right]
    likely = np.flatnonzero((one >= 0) & (other >= 0))
    if not len(a.left) or not len(likely):
        return InBoth(likely[:0], likely[:0])
    base = int(a.right.max()) + 1
    runs = a.left.astype(np.int64) * base + a.right
    wanted = one[likely] * base + other[likely]
    place = np.minimum(np.searchsorted(runs, wanted), len(runs) - 1)
    # A part that A has may be greater than any that stands at this place in A.
    found = (runs[place] == wanted) & (other[likely] < base)
    return InBoth(place[found], likely[found])


def weighed_together(a: SparseRows, b: SparseRows, both: InBoth) -> tuple[SparseRows, SparseRows]:
    """Rows of two drafts weighted by inverse document frequency and brought to length one.

    That is ln((1 + N) / (1 + df)) + 1 over the rows of both. Columns that one draft alone has count for the
    length and are left out.

    Args:
        a: rows of the earlier draft.
        b: rows of the later draft.
        both: the columns that both have.
    """
    rows = a.shape[0] + b.shape[0]
    seen_a, seen_b = frequencies(a, b, both)
    weights = inverse_frequencies(rows)
    return _of_length_one(a, weights[seen_a], both.a), _of_length_one(b, weights[seen_b], both.b)


def frequencies(a: SparseRows, b: SparseRows, both: InBoth) -> tuple[Ints, Ints]:
    """In how many rows of both drafts each column of A, and each of B, has an entry."""
    seen_a, seen_b = (np.bincount(side.columns, minlength=side.width) for side in (a, b))
    together = seen_a[both.a] + seen_b[both.b]
    seen_a[both.a], seen_b[both.b] = together, together
    return seen_a, seen_b


def _of_length_one(matrix: SparseRows, weights: Floats, kept: Places) -> SparseRows:
    weighted = matrix.weighed(weights)
    some = weighted.of_columns(kept)
    shares = np.repeat(1.0 / row_lengths(weighted), np.diff(some.starts))
    return SparseRows(shares * some.values, some.columns, some.starts, some.width)
