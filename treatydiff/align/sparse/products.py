"""Scalar products of rows of two sparse matrices, in tables made by the thousand, most of them small."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from treatydiff.align.arrays import Floats, Ints
from treatydiff.align.sparse.rows import SparseRows
from treatydiff.records import dataclass

SMALL = 2_500
"""Tables of so many cells are made together where there are many, by joining the entries of both sides. Sums
are added in the same order as in a product of matrices, and are the same."""
KEPT_CELLS = 1_000_000
"""Tables of which all is asked for are made at once and kept, up to so many cells."""
WORTHWHILE_CELLS = 200_000
"""The same where much is asked for: all clauses of most drafts take a third of the time of that."""


@dataclass(frozen=True, slots=True)
class CellTables:
    """Some tables, rows x columns, whose cells are laid end to end, row by row.

    `rows` and `columns` name the rows of two matrices, table by table; `table_of_row` and `table_of_column`
    say whose they are, `first_cell` where each row begins, `place` the place of each column in its table.
    """

    rows: Ints
    columns: Ints
    table_of_row: Ints
    table_of_column: Ints
    first_cell: Ints
    place: Ints
    shapes: tuple[tuple[int, int], ...]

    @property
    def cells(self) -> int:
        """How many there are."""
        return sum(height * width for height, width in self.shapes)

    def row_and_column(self) -> tuple[Ints, Ints]:
        """The row and the column of every cell, as rows of the two matrices."""
        widths = np.array([width for _, width in self.shapes], dtype=np.int64)
        width_of_row = widths[self.table_of_row]
        within = np.arange(self.cells) - np.repeat(self.first_cell, width_of_row)
        first_column = (np.cumsum(widths) - widths)[self.table_of_row]
        column = self.columns[np.repeat(first_column, width_of_row) + within]
        return np.repeat(self.rows, width_of_row), column

    def split(self, cells: Floats) -> list[Floats]:
        """Values of the cells as tables."""
        ends = np.cumsum([height * width for height, width in self.shapes])[:-1]
        parts = np.split(cells, ends)
        return [part.reshape(shape) for part, shape in zip(parts, self.shapes, strict=True)]


def tables(groups: Sequence[tuple[Sequence[int] | Ints, Sequence[int] | Ints]]) -> CellTables:
    """The tables of some rows with some columns each.

    Args:
        groups: rows and columns of each; one at least.
    """
    shapes = tuple((len(rows), len(columns)) for rows, columns in groups)
    heights, widths = np.array(shapes, dtype=np.int64).T
    numbers = np.arange(len(groups))
    first_column = np.cumsum(widths) - widths
    table_of_row, table_of_column = np.repeat(numbers, heights), np.repeat(numbers, widths)
    width_of_row = widths[table_of_row]
    return CellTables(
        np.concatenate([np.asarray(rows, dtype=np.int64) for rows, _ in groups]),
        np.concatenate([np.asarray(columns, dtype=np.int64) for _, columns in groups]),
        table_of_row,
        table_of_column,
        np.cumsum(width_of_row) - width_of_row,
        np.arange(len(table_of_column)) - first_column[table_of_column],
        shapes,
    )


def products(left: SparseRows, right: SparseRows, rows: Ints, columns: Ints) -> Floats:
    """The scalar products of some rows of `left` with some of `right`, rows x columns.

    Args:
        left: a matrix.
        right: another, with the same columns.
        rows: of `left`.
        columns: rows of `right`.
    """
    return (left[rows] @ right[columns].turned()).dense()


def products_in(of: CellTables, left: SparseRows, right: SparseRows) -> Floats:
    """The scalar products that stand in the cells of tables, end to end.

    Args:
        of: the tables, of few cells together: all their entries are joined at once.
        left: the matrix whose rows are theirs.
        right: the one whose rows are their columns, with the same columns.
    """
    row, run, weight = _entries(left, of.rows)
    column, other_run, other_weight = _entries(right, of.columns)
    # Entries meet inside their table only. No row has a run twice, so that no sum depends on how equal
    # ones are sorted.
    looked_for = of.table_of_row[row] * left.width + run
    offered = of.table_of_column[column] * left.width + other_run
    order = np.argsort(offered)
    found = offered[order]
    first = np.searchsorted(found, looked_for, side="left")
    repeats = np.searchsorted(found, looked_for, side="right") - first
    within = np.arange(int(repeats.sum())) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    other = order[np.repeat(first, repeats) + within]
    cells = np.repeat(of.first_cell[row], repeats) + of.place[column[other]]
    sums = np.bincount(cells, np.repeat(weight, repeats) * other_weight[other], of.cells)
    return sums.astype(np.float64)


def _entries(matrix: SparseRows, rows: Ints) -> tuple[Ints, Ints, Floats]:
    """The entries of some rows: the place of the row among these, the column, the value."""
    starts = matrix.starts[rows].astype(np.int64)
    counts = matrix.starts[rows + 1] - starts
    within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    places = np.repeat(starts, counts) + within
    return np.repeat(np.arange(len(rows)), counts), matrix.columns[places], matrix.values[places]
