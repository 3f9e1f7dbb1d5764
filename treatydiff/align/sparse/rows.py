"""Sparse matrices by rows, with what the alignment does with them and nothing else. Imports numpy.

Entries are added in the order in which scipy.sparse adds them, so that figures are the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from treatydiff.align.arrays import Floats, Ints
from treatydiff.align.sparse.kernels import load
from treatydiff.records import dataclass

_KERNELS = load()
Places = NDArray[np.integer[Any]]
"""Numbers of rows, columns or entries."""
_NUMBER = np.int32
"""Of rows, columns and entries; a product with more entries counts them in 64 bits."""
_MOST = np.iinfo(np.int32).max
_UNCOUNTED = 1_000_000
"""Room for so many entries of a product is set aside without counting them first."""


@dataclass(frozen=True, slots=True)
class SparseRows:
    """A matrix of floats by rows (CSR): the entries of row i are those from `starts[i]` to `starts[i + 1]`.

    Args:
        values: of the entries.
        columns: of the entries.
        starts: for every row its first entry, and behind the last row their number.
        width: how many columns there are.
    """

    values: Floats
    columns: Places
    starts: Places
    width: int

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.starts) - 1, self.width

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return int(self.starts[-1])

    def __getitem__(self, rows: slice | Sequence[int] | Places) -> SparseRows:
        """Some of the rows, in the order in which they are given."""
        if isinstance(rows, slice):
            first, behind, _ = rows.indices(self.shape[0])
            behind = max(first, behind)
            starts = self.starts[first : behind + 1]
            some = slice(int(starts[0]), int(starts[-1]))
            return SparseRows(self.values[some], self.columns[some], starts - starts[0], self.width)
        wanted = np.asarray(rows, dtype=self.starts.dtype)
        starts = np.zeros(len(wanted) + 1, dtype=self.starts.dtype)
        np.cumsum(self.starts[wanted + 1] - self.starts[wanted], out=starts[1:])
        columns = np.empty(int(starts[-1]), dtype=self.columns.dtype)
        values = np.empty(int(starts[-1]), dtype=np.float64)
        _KERNELS.csr_row_index(len(wanted), wanted, self.starts, self.columns, self.values, columns, values)
        return SparseRows(values, columns, starts, self.width)

    def __matmul__(self, other: SparseRows) -> SparseRows:
        """The matrix product."""
        rows, width = self.shape[0], other.width
        # What a product has at most is known at once; how many entries it has takes as long as the product.
        most = min(rows * width, int(np.diff(other.starts)[self.columns[: self.entries]].sum()))
        if most > _UNCOUNTED:
            sides = (self.starts, self.columns, other.starts, other.columns)
            most = int(_KERNELS.csr_matmat_maxnnz(rows, width, *sides))
        kind: type[np.signedinteger[Any]] = _NUMBER if most <= _MOST else np.int64
        left, right = (
            [np.asarray(each, kind) for each in (side.starts, side.columns)] for side in (self, other)
        )
        starts, columns = np.zeros(rows + 1, kind), np.empty(most, kind)
        values = np.empty(most, np.float64)
        if most:
            _KERNELS.csr_matmat(
                rows, width, *left, self.values, *right, other.values, starts, columns, values
            )
        there = int(starts[-1])
        return SparseRows(values[:there], columns[:there], starts, width)

    def turned(self) -> SparseRows:
        """Columns made rows."""
        rows, width = self.shape
        starts = np.empty(width + 1, self.starts.dtype)
        columns = np.empty(self.entries, self.columns.dtype)
        values = np.empty(self.entries, np.float64)
        _KERNELS.csr_tocsc(rows, width, self.starts, self.columns, self.values, starts, columns, values)
        return SparseRows(values, columns, starts, rows)

    def times(self, other: SparseRows) -> SparseRows:
        """Entry by entry, the product with a matrix of the same shape."""
        most = self.entries + other.entries
        starts = np.empty(len(self.starts), self.starts.dtype)
        columns, values = np.empty(most, self.columns.dtype), np.empty(most, np.float64)
        _KERNELS.csr_elmul_csr(
            *self.shape, self.starts, self.columns, self.values,
            other.starts, other.columns, other.values, starts, columns, values,
        )  # fmt: skip
        there = int(starts[-1])
        return SparseRows(values[:there], columns[:there], starts, self.width)

    def products(self, other: SparseRows) -> Floats:
        """The scalar product of each row with the row of another matrix at the same place."""
        found = self.times(other)
        # Added one after the other, as in a product of matrices.
        rows = np.repeat(np.arange(self.shape[0]), np.diff(found.starts))
        return np.bincount(rows, found.values, self.shape[0]).astype(np.float64)

    def weighed(self, weights: Floats) -> SparseRows:
        """Every entry times the weight of its column."""
        return SparseRows(self.values * weights[self.columns], self.columns, self.starts, self.width)

    def sums(self) -> Floats:
        """The sum of every row."""
        found = np.zeros(self.shape[0])
        filled = np.flatnonzero(np.diff(self.starts))
        if len(filled):
            found[filled] = np.add.reduceat(self.values, self.starts[filled])
        return found

    def dense(self) -> Floats:
        """The whole matrix, with its zeros."""
        whole = np.zeros(self.shape)
        _KERNELS.csr_todense(*self.shape, self.starts, self.columns, self.values, whole)
        return whole

    def sorted(self) -> SparseRows:
        """The same entries, those of every row in the order of their columns."""
        columns, values = self.columns.copy(), self.values.copy()
        _KERNELS.csr_sort_indices(self.shape[0], self.starts, columns, values)
        return SparseRows(values, columns, self.starts, self.width)

    def of_columns(self, wanted: Places) -> SparseRows:
        """The entries of some columns, given in ascending order, which are numbered anew in that order."""
        numbers = np.full(self.width, -1, _NUMBER)
        numbers[wanted] = np.arange(len(wanted))
        columns = numbers[self.columns]
        kept = np.flatnonzero(columns >= 0)
        starts = np.searchsorted(kept, self.starts).astype(_NUMBER)
        return SparseRows(self.values[kept], columns[kept], starts, len(wanted))

    def renumbered(self, columns: Ints, width: int) -> SparseRows:
        """The same entries in other columns.

        Args:
            columns: for each column the one that it becomes.
            width: how many there are then.
        """
        return SparseRows(self.values, columns.astype(self.columns.dtype)[self.columns], self.starts, width)

    def ones(self) -> SparseRows:
        """The same entries, every one of them 1."""
        return SparseRows(np.ones_like(self.values), self.columns, self.starts, self.width)


def from_entries(rows: Places, columns: Places, shape: tuple[int, int]) -> SparseRows:
    """The matrix that says how often each pair of a row and a column is given.

    Args:
        rows: of every pair.
        columns: of every pair.
        shape: rows and columns of the matrix.
    """
    height, width = shape
    total = len(rows)
    starts = np.zeros(height + 1, _NUMBER)
    found, values = np.empty(total, _NUMBER), np.empty(total, np.float64)
    if total:
        _KERNELS.coo_tocsr(
            height, width, total, rows.astype(_NUMBER), columns.astype(_NUMBER), np.ones(total),
            starts, found, values,
        )  # fmt: skip
        if not _KERNELS.csr_has_sorted_indices(height, starts, found):
            _KERNELS.csr_sort_indices(height, starts, found, values)
        _KERNELS.csr_sum_duplicates(height, width, starts, found, values)
    there = int(starts[-1])
    return SparseRows(values[:there].copy(), found[:there].copy(), starts, width)


def side_by_side(left: SparseRows, right: SparseRows) -> SparseRows:
    """Two matrices with the same number of rows as one, `right` in the columns behind those of `left`."""
    rows = left.shape[0]
    widths = np.array([left.width, right.width], _NUMBER)
    starts = np.zeros(rows + 1, _NUMBER)
    total = left.entries + right.entries
    columns, values = np.empty(total, _NUMBER), np.empty(total, np.float64)
    if total:
        _KERNELS.csr_hstack(
            2, rows, widths, np.concatenate([left.starts, right.starts]).astype(_NUMBER),
            np.concatenate([left.columns, right.columns]).astype(_NUMBER),
            np.concatenate([left.values, right.values]), starts, columns, values,
        )  # fmt: skip
    return SparseRows(values, columns, starts, left.width + right.width)
