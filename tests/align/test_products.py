"""Sparse rows compute what scipy's matrices do, to the bit, and loading them loads no scipy.sparse."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from treatydiff.align.grams import damped, gathered, inverse_frequencies, tf_idf
from treatydiff.align.runs.in_both import InBoth, weighed_together
from treatydiff.align.sparse import kernels
from treatydiff.align.sparse.products import products, products_in, tables
from treatydiff.align.sparse.rows import SparseRows, from_entries, side_by_side

Seeds = st.integers(0, 2**32)


def drawn(chance: np.random.Generator, rows: int = 12, width: int = 30, density: float = 0.3) -> Any:
    return sparse.random(rows, width, density=density, format="csr", random_state=chance)


def ours(matrix: Any) -> SparseRows:
    return SparseRows(matrix.data, matrix.indices, matrix.indptr, matrix.shape[1])


def same(found: SparseRows, right: Any) -> bool:
    """Whether the entries are the same, in the same order."""
    return (
        found.shape == right.shape
        and found.starts.tolist() == right.indptr.tolist()
        and found.columns.tolist() == right.indices.tolist()
        and found.values.tolist() == right.data.tolist()
    )


@settings(max_examples=60, deadline=None)
@given(Seeds, st.integers(1, 9), st.integers(1, 9), st.floats(0.0, 1.0))
def test_joined_products_are_those_of_sparse_matrices(
    seed: int, rows: int, columns: int, density: float
) -> None:
    chance = np.random.default_rng(seed)
    left, right = (drawn(chance, density=density) for _ in range(2))
    row, column = chance.integers(0, 12, rows), chance.integers(0, 12, columns)
    expected = (left[row] @ right[column].T).toarray().tolist()
    assert products(ours(left), ours(right), row, column).tolist() == expected
    assert (
        products_in(tables([(row, column)]), ours(left), ours(right)).reshape(rows, columns).tolist()
        == expected
    )
    pairs = ours(left)[row[: min(rows, columns)]].products(ours(right)[column[: min(rows, columns)]])
    assert pairs.tolist() == [expected[place][place] for place in range(min(rows, columns))]


@settings(max_examples=40, deadline=None)
@given(Seeds, st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=5))
def test_many_tables_at_once_are_those_made_one_by_one(seed: int, shapes: list[tuple[int, int]]) -> None:
    chance = np.random.default_rng(seed)
    left, right = (drawn(chance) for _ in range(2))
    groups = [(chance.integers(0, 12, height), chance.integers(0, 12, width)) for height, width in shapes]
    of = tables(groups)
    found = of.split(products_in(of, ours(left), ours(right)))
    assert [table.tolist() for table in found] == [
        (left[rows] @ right[columns].T).toarray().tolist() for rows, columns in groups
    ]
    places = [(int(row), int(column)) for rows, columns in groups for row in rows for column in columns]
    assert list(zip(*(each.tolist() for each in of.row_and_column()), strict=True)) == places


@settings(max_examples=30, deadline=None)
@given(Seeds, st.sampled_from([0.0, 0.1, 0.6]))
def test_rows_are_computed_as_scipy_computes_them(seed: int, density: float) -> None:
    chance = np.random.default_rng(seed)
    a, b = (drawn(chance, density=density) for _ in range(2))
    rows = chance.integers(0, 12, 7)
    product = ours(a) @ ours(b).turned()
    assert same(product, a @ b.T)
    assert same(product[rows], (a @ b.T)[rows])
    assert same(ours(a)[3:9], a[3:9])
    assert same(ours(b).turned(), b.T.tocsr())
    assert same(side_by_side(ours(a), ours(b)), sparse.hstack([a, b]).tocsr())
    assert same(product.times(product), (a @ b.T).multiply(a @ b.T))
    assert product.sums().tolist() == np.asarray((a @ b.T).sum(axis=1)).reshape(-1).tolist()
    assert product.dense().tolist() == (a @ b.T).toarray().tolist()
    some = np.unique(chance.integers(0, 30, 7))
    assert same(ours(a).of_columns(some), a[:, some].tocsr())
    assert same(ours(a).of_columns(some[:0]), a[:, some[:0]].tocsr())
    assert (
        ours(a).renumbered(np.arange(30)[::-1] + 3, 40).dense()[:, 32:2:-1].tolist() == a.toarray().tolist()
    )
    assert same(product.sorted(), (a @ b.T).sorted_indices())


@settings(max_examples=30, deadline=None)
@given(Seeds, st.integers(0, 60))
def test_counts_and_weights_are_those_of_scipy(seed: int, entries: int) -> None:
    chance = np.random.default_rng(seed)
    rows, columns = chance.integers(0, 9, entries), chance.integers(0, 14, entries)
    counts = sparse.coo_matrix((np.ones(entries), (rows, columns)), shape=(9, 14)).tocsr()
    found = from_entries(rows, columns, (9, 14))
    assert same(found, counts)
    owners = chance.integers(0, 4, 9)
    member = sparse.csr_matrix((np.ones(9), (owners, np.arange(9))), shape=(4, 9))
    assert same(gathered(found, owners, 4), member @ counts)
    for ours_, theirs in ((found, counts), (gathered(found, owners, 4), member @ counts)):
        plain = theirs.copy()
        theirs.data = 1.0 + np.log(theirs.data)
        assert same(ours_, plain)
        assert same(damped(ours_), theirs)
        weights = inverse_frequencies(ours_.shape[0])[np.bincount(theirs.indices, minlength=14)]
        weighted = theirs @ sparse.diags(weights)
        lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).reshape(-1))
        lengths[lengths == 0.0] = 1.0
        assert same(tf_idf(ours_), (sparse.diags(1.0 / lengths) @ weighted).tocsr())
        none = from_entries(rows[:0], columns[:0], (0, 14))
        every = InBoth(np.arange(14), np.arange(14))
        for one, _ in (
            weighed_together(damped(ours_), none, every),
            weighed_together(none, damped(ours_), every)[::-1],
        ):
            assert same(one, (sparse.diags(1.0 / lengths) @ weighted).tocsr())


def test_a_product_too_large_to_set_room_aside_for_is_counted_first() -> None:
    chance = np.random.default_rng(7)
    a, b = (drawn(chance) for _ in range(2))
    with mock.patch("treatydiff.align.sparse.rows._UNCOUNTED", 3):
        assert same(ours(a) @ ours(b).turned(), a @ b.T)


@pytest.mark.parametrize(("height", "width"), [(0, 0), (0, 3), (3, 0), (1, 1), (4, 2)])
def test_matrices_without_entries(height: int, width: int) -> None:
    none = np.zeros(0, np.int64)
    empty = from_entries(none, none, (height, width))
    assert (empty.shape, empty.entries) == ((height, width), 0)
    for found, shape in (
        (empty.turned(), (width, height)),
        (empty.times(empty), (height, width)),
        (empty @ empty.turned(), (height, height)),
        (side_by_side(empty, empty), (height, 2 * width)),
        (empty[:], (height, width)),
        (empty[[0] * height], (height, width)),
        (empty.ones(), (height, width)),
    ):
        assert (found.shape, found.entries) == (shape, 0)
        assert found.dense().tolist() == np.zeros(shape).tolist()
        assert found.sums().tolist() == [0.0] * shape[0]


@pytest.mark.parametrize(
    "wanted", [slice(0, 2), slice(1, None), slice(2, 1), slice(-2, None), slice(0, 99), slice(3, 3)]
)
def test_some_rows_of_a_matrix(wanted: slice) -> None:
    whole = from_entries(np.asarray([0, 0, 2, 2, 2]), np.asarray([1, 3, 0, 0, 2]), (3, 4))
    assert whole[wanted].dense().tolist() == whole.dense()[wanted].tolist()
    assert whole[wanted].width == 4
    assert (whole[wanted].ones().dense() == (whole.dense()[wanted] > 0)).all()


def test_where_the_loops_cannot_be_loaded_by_themselves_they_come_with_their_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    loaded = kernels.load()
    assert kernels.load() is loaded
    monkeypatch.delitem(sys.modules, "scipy.sparse._sparsetools")
    alone = kernels.load()
    assert alone.__name__ == "scipy.sparse._sparsetools"
    assert sys.modules["scipy.sparse._sparsetools"] is alone
    assert hasattr(alone, "csr_matmat")
    assert hasattr(kernels._loaded_alone(Path(str(alone.__file__))), "csr_matmat")
    # A broken file, none, and no scipy beside us.
    broken = tmp_path / "_sparsetools.so"
    broken.write_bytes(b"no library")
    assert kernels._loaded_alone(broken) is None
    assert kernels._loaded_alone(tmp_path / "none.so") is None
    for name, found in (("_loaded_alone", None), ("find_spec", None), ("spec_from_file_location", None)):
        with monkeypatch.context() as patched:
            patched.delitem(sys.modules, "scipy.sparse._sparsetools", raising=False)
            patched.setattr(kernels, name, lambda *_, found=found, **__: found)
            assert kernels.load().__name__ == "scipy.sparse._sparsetools"


def test_alignment_loads_no_scipy_package() -> None:
    code = "import sys, treatydiff.align.align; print([n for n in sys.modules if n.startswith('scipy')])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['scipy.sparse._sparsetools']"
