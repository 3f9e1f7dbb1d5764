"""Scalar products of rows of two sparse matrices; made by the thousand, most of them small."""

from __future__ import annotations

import numpy as np

from treatydiff.align.arrays import Floats, Ints
from treatydiff.align.sparse.rows import SparseRows

_SMALL = 2_500
"""Tables of so many cells are made by joining the entries of both sides: sparse matrices of this size take
ten times as long to be made, turned and multiplied. Sums are added in the same order, and are the same."""


def products(left: SparseRows, right: SparseRows, rows: Ints, columns: Ints) -> Floats:
    """The scalar products of some rows of `left` with some of `right`, rows x columns.

    Args:
        left: a matrix.
        right: another, with the same columns.
        rows: of `left`.
        columns: rows of `right`.
    """
    if len(rows) * len(columns) > _SMALL:
        return (left[rows] @ right[columns].turned()).dense()
    row, run, weight = _entries(left, rows)
    column, other_run, other_weight = _entries(right, columns)
    order = np.argsort(other_run, kind="stable")
    found = other_run[order]
    first = np.searchsorted(found, run, side="left")
    repeats = np.searchsorted(found, run, side="right") - first
    within = np.arange(int(repeats.sum())) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    other = order[np.repeat(first, repeats) + within]
    cells = np.repeat(row, repeats) * len(columns) + column[other]
    sums = np.bincount(cells, np.repeat(weight, repeats) * other_weight[other], len(rows) * len(columns))
    return sums.astype(np.float64).reshape(len(rows), len(columns))


def _entries(matrix: SparseRows, rows: Ints) -> tuple[Ints, Ints, Floats]:
    """The entries of some rows: the place of the row among these, the column, the value."""
    starts = matrix.starts[rows].astype(np.int64)
    counts = matrix.starts[rows + 1] - starts
    within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    places = np.repeat(starts, counts) + within
    return np.repeat(np.arange(len(rows)), counts), matrix.columns[places], matrix.values[places]
