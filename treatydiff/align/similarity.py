"""How alike two texts are: the mean of three measures, as sparse products.

TF-IDF cosine over single words and pairs of words, with document frequencies over the texts of both
drafts; Dice's coefficient over runs of three words; the same over runs of five. On ten pairs of real
treaty drafts the mean found corresponding articles better than edit-distance ratios, optimal
assignment or MinHash did (F1 .961).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np

from treatydiff.align.arrays import Floats, Ints
from treatydiff.align.formulas import Content, Remainders, content_vectors
from treatydiff.align.grams import inverse_frequencies
from treatydiff.align.reassembly import HeldClauses
from treatydiff.align.runs.in_both import (
    InBoth,
    SharedRuns,
    frequencies,
    shared_runs,
    weighed_together,
)
from treatydiff.align.runs.of_draft import DraftRuns, TextRows
from treatydiff.align.sides import AlignedSide
from treatydiff.align.sparse.products import KEPT_CELLS, SMALL, products, products_in, tables
from treatydiff.align.sparse.rows import SparseRows
from treatydiff.records import dataclass

LEAST_WEIGHT = 0.05
"""Weight of a pair of words that every unit has; others weigh ln((1 + N) / (1 + df)) more."""
_ROWS_AT_ONCE = 256
_CELLS_AT_ONCE = 20_000
"""Small tables are made together up to so many cells: of most pairs of drafts, all of them."""


@dataclass(frozen=True, slots=True)
class Components:
    """The three measures of one pair; `mean` is their similarity."""

    cosine: float
    dice_3: float
    dice_5: float

    @property
    def mean(self) -> float:
        """The similarity: the mean of the three."""
        return (self.cosine + self.dice_3 + self.dice_5) / 3.0


@dataclass(frozen=True, slots=True)
class _Features:
    """One draft's texts as rows: TF-IDF vectors, sets of 3- and 5-grams, sizes of these sets.

    Of the entries those are left out that the other draft has nowhere.
    """

    cosine: SparseRows
    threes: SparseRows
    fives: SparseRows
    size_3: Floats
    size_5: Floats


class Similarity:
    """The similarities of the texts of two drafts; rows of A against rows of B."""

    def __init__(self, a: _Features, b: _Features) -> None:
        self._a = a
        self._b = b
        self._tables: tuple[Floats, Floats, Floats] | None = None
        self._means: Floats | None = None

    def keep(self, cells: int) -> None:
        """Measure all texts at once, since much of it will be asked for.

        Args:
            cells: up to so many pairs of texts.
        """
        height, width = self._a.cosine.shape[0], self._b.cosine.shape[0]
        if self._tables is None and height * width <= cells:
            cosine, dice_3, dice_5 = self._measures(np.arange(height), np.arange(width))
            self._tables = cosine, dice_3, dice_5
            self._means = _mean(self._tables)

    def _measures(self, rows: Ints, columns: Ints) -> Iterator[Floats]:
        a, b = self._a, self._b
        yield products(a.cosine, b.cosine, rows, columns)
        yield _dice(products(a.threes, b.threes, rows, columns), a.size_3[rows][:, None] + b.size_3[columns])
        yield _dice(products(a.fives, b.fives, rows, columns), a.size_5[rows][:, None] + b.size_5[columns])

    def block(self, rows: Sequence[int], columns: Sequence[int]) -> Floats:
        """The similarities of some texts of A with some of B, rows x columns."""
        row, column = np.asarray(rows, dtype=np.int64), np.asarray(columns, dtype=np.int64)
        if self._means is not None:
            return self._means[row[:, None], column]
        return _mean(self._measures(row, column))

    def blocks(self, places: Sequence[tuple[Sequence[int], Sequence[int]]]) -> list[Floats]:
        """What `block` gives for each of some rows and columns; many small ones cost little more than one.

        Args:
            places: rows and columns of each.
        """
        found: dict[int, Floats] = {}
        waiting: list[int] = []
        cells = 0
        for at, (rows, columns) in enumerate(places):
            size = len(rows) * len(columns)
            if size > SMALL or self._means is not None:
                found[at] = self.block(rows, columns)
                continue
            if waiting and cells + size > _CELLS_AT_ONCE:
                found.update(zip(waiting, self._small([places[each] for each in waiting]), strict=True))
                waiting, cells = [], 0
            waiting.append(at)
            cells += size
        if waiting:
            found.update(zip(waiting, self._small([places[each] for each in waiting]), strict=True))
        return [found[at] for at in range(len(places))]

    def _small(self, places: Sequence[tuple[Sequence[int], Sequence[int]]]) -> list[Floats]:
        a, b = self._a, self._b
        of = tables(places)
        row, column = of.row_and_column()
        measures = (
            products_in(of, a.cosine, b.cosine),
            _dice(products_in(of, a.threes, b.threes), a.size_3[row] + b.size_3[column]),
            _dice(products_in(of, a.fives, b.fives), a.size_5[row] + b.size_5[column]),
        )
        return of.split(_mean(measures))

    def above(self, floor: float) -> tuple[Ints, Ints, Floats]:
        """Every pair of texts at least as alike as `floor` (> 0): rows, columns, similarities."""
        self.keep(KEPT_CELLS)
        columns = range(self._b.cosine.shape[0])
        found: list[tuple[Ints, Ints, Floats]] = []
        for rows in _chunks(self._a.cosine.shape[0]):
            values = self.block(rows, columns)
            left, right = np.nonzero(values >= floor)
            found.append((left.astype(np.int64) + rows.start, right.astype(np.int64), values[left, right]))
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
        lefts, rights, alike = zip(*found, strict=True)
        return np.concatenate(lefts), np.concatenate(rights), np.concatenate(alike)

    def cosines(self, rows: Sequence[int], columns: Sequence[int]) -> Floats:
        """The first of the three measures alone of some texts of A with some of B, rows x columns."""
        row, column = np.asarray(rows, dtype=np.int64), np.asarray(columns, dtype=np.int64)
        if self._tables is not None:
            return np.minimum(self._tables[0][row[:, None], column], 1.0)
        return np.minimum(products(self._a.cosine, self._b.cosine, row, column), 1.0)

    def components(self, rows: Sequence[int] | Ints, columns: Sequence[int] | Ints) -> tuple[Components, ...]:
        """The three measures of some pairs of texts, given as two lists of equal length."""
        values = (each.tolist() for each in self._components(rows, columns))
        return tuple(Components(*three) for three in zip(*values, strict=True))

    def means(self, rows: Ints, columns: Ints) -> Floats:
        """The similarities of some pairs of texts, given as two lists of equal length."""
        return _mean(self._components(rows, columns))

    def _components(
        self, rows: Sequence[int] | Ints, columns: Sequence[int] | Ints
    ) -> tuple[Floats, Floats, Floats]:
        row, column = np.asarray(rows, dtype=np.int64), np.asarray(columns, dtype=np.int64)
        if self._tables is not None:
            cosine, dice_3, dice_5 = (table[row, column] for table in self._tables)
        else:
            a, b = self._a, self._b
            cosine = a.cosine[row].products(b.cosine[column])
            dice_3 = _dice(a.threes[row].products(b.threes[column]), a.size_3[row] + b.size_3[column])
            dice_5 = _dice(a.fives[row].products(b.fives[column]), a.size_5[row] + b.size_5[column])
        return np.minimum(cosine, 1.0), dice_3, dice_5


def _dice(shared: Floats, sizes: Floats) -> Floats:
    return 2.0 * shared / np.maximum(sizes, 1.0)


def _mean(measures: Iterable[Floats]) -> Floats:
    """The mean of the three measures, which may come one after the other: tables can be large."""
    total = sum(measures, np.zeros(1))
    return np.minimum(total / 3.0, 1.0)


def _chunks(rows: int) -> Iterator[range]:
    for start in range(0, rows, _ROWS_AT_ONCE):
        yield range(start, min(start + _ROWS_AT_ONCE, rows))


class MeasuredPairs:
    """Two drafts: the similarities of their units and of their clauses, their pairs of words, their content.

    What is not asked for is not computed.

    Args:
        a: the earlier draft.
        b: the later draft.
    """

    def __init__(self, a: AlignedSide, b: AlignedSide) -> None:
        self.a = a
        self.b = b

    @cached_property
    def shared(self) -> SharedRuns:
        """The runs of words that both have."""
        return shared_runs(self.a.runs, self.b.runs)

    @cached_property
    def units(self) -> Similarity:
        """The similarities of units."""
        return self._similarity(self.a.runs.units, self.b.runs.units)

    @cached_property
    def clauses(self) -> Similarity:
        """The similarities of clauses."""
        return self._similarity(self.a.runs.clauses, self.b.runs.clauses)

    def _similarity(self, a: TextRows, b: TextRows) -> Similarity:
        shared = self.shared
        cosine_a, cosine_b = weighed_together(a.terms, b.terms, self._terms)
        of_a, of_b = (
            _Features(
                cosine,
                texts.threes.of_columns(threes),
                texts.fives.of_columns(fives),
                np.diff(texts.threes.starts).astype(np.float64),
                np.diff(texts.fives.starts).astype(np.float64),
            )
            for texts, cosine, threes, fives in (
                (a, cosine_a, shared.threes.a, shared.fives.a),
                (b, cosine_b, shared.threes.b, shared.fives.b),
            )
        )
        return Similarity(of_a, of_b)

    @cached_property
    def _terms(self) -> InBoth:
        words, pairs = self.shared.words, self.shared.pairs
        return InBoth(
            np.concatenate([words.a, pairs.a + self.a.runs.pairs_from]),
            np.concatenate([words.b, pairs.b + self.b.runs.pairs_from]),
        )

    @cached_property
    def _pairs(self) -> tuple[_PairsOfWords, _PairsOfWords]:
        return _pairs_of_words(self.a.runs, self.b.runs, self.shared.pairs)

    @cached_property
    def held_in_b(self) -> HeldClauses:
        """The clauses of A in the units of B."""
        return HeldClauses(self.a, self._pairs[0].clauses, self._pairs[1].units)

    @cached_property
    def held_in_a(self) -> HeldClauses:
        """The clauses of B in the units of A."""
        return HeldClauses(self.b, self._pairs[1].clauses, self._pairs[0].units)

    @cached_property
    def _contents(self) -> tuple[Content, Content]:
        return content_vectors(self.a, self.b, self.shared)

    @property
    def content(self) -> Content:
        """The units without formulas of the drafts."""
        return self._contents[0]

    @property
    def own(self) -> Content:
        """The units without formulas of the drafts and without those of many treaties."""
        return self._contents[1]

    @cached_property
    def remainders(self) -> Remainders:
        """The words of units outside runs that both have."""
        return Remainders(self.a, self.b, self.shared)


def measure(a: AlignedSide, b: AlignedSide) -> MeasuredPairs:
    """Measure the units and clauses of two drafts; runs of words never cross a clause."""
    return MeasuredPairs(a, b)


@dataclass(frozen=True, slots=True)
class _PairsOfWords:
    """One draft's pairs of words, by clause and by unit."""

    clauses: SparseRows
    units: SparseRows

    def renumbered(self, columns: Ints, width: int) -> _PairsOfWords:
        """The same in other columns."""
        return _PairsOfWords(self.clauses.renumbered(columns, width), self.units.renumbered(columns, width))


def _pairs_of_words(a: DraftRuns, b: DraftRuns, shared: InBoth) -> tuple[_PairsOfWords, _PairsOfWords]:
    """The pairs of words of units, and of clauses, weighted by how rare they are among units.

    Columns are those of A, and behind them those that B alone has.
    """
    of_a, of_b = (_pairs_alone(runs) for runs in (a, b))
    seen_a, seen_b = frequencies(of_a.units, of_b.units, shared)
    weights = inverse_frequencies(of_a.units.shape[0] + of_b.units.shape[0]) - 1.0 + LEAST_WEIGHT
    width_a, width = of_a.units.width, of_a.units.width + of_b.units.width
    columns_b = np.arange(width_a, width)
    columns_b[shared.b] = shared.a
    of_a = _PairsOfWords(of_a.clauses.weighed(weights[seen_a]), of_a.units)
    of_b = _PairsOfWords(of_b.clauses.weighed(weights[seen_b]), of_b.units)
    return of_a.renumbered(np.arange(width_a), width), of_b.renumbered(columns_b, width)


def _pairs_alone(runs: DraftRuns) -> _PairsOfWords:
    """One draft's pairs of words in columns of its own, all ones."""
    columns = np.arange(runs.pairs_from, runs.units.width)
    clauses, units = (texts.terms.of_columns(columns).ones() for texts in (runs.clauses, runs.units))
    return _PairsOfWords(clauses, units)
