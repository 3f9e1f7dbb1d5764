"""Sparse rows compute what scipy's matrices do, to the bit, and loading them loads no scipy.sparse."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from treatydiff.align.grams import gathered, inverse_frequencies, tf_idf
from treatydiff.align.sparse.products import products
from treatydiff.align.sparse.rows import SparseRows, diagonal, from_entries, side_by_side

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
    found = products(ours(left), ours(right), row, column)
    assert found.shape == (rows, columns)
    assert found.tolist() == (left[row] @ right[column].T).toarray().tolist()


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
    scale = chance.random(12) + 0.1
    assert same(diagonal(scale) @ ours(a), (sparse.diags(scale) @ a).tocsr())


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
    damped = counts.copy()
    damped.data = 1.0 + np.log(damped.data)
    weighted = damped @ sparse.diags(inverse_frequencies(found))
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).reshape(-1))
    lengths[lengths == 0.0] = 1.0
    assert same(tf_idf(found), (sparse.diags(1.0 / lengths) @ weighted).tocsr())


def test_alignment_loads_no_scipy_package() -> None:
    code = "import sys, treatydiff.align.align; print([n for n in sys.modules if n.startswith('scipy')])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['scipy.sparse._sparsetools']"
