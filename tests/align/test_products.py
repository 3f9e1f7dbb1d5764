"""Small tables of scalar products are those of sparse matrices, to the bit."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from treatydiff.align.products import products


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 9), st.integers(1, 9), st.floats(0.0, 1.0))
def test_joined_products_are_those_of_sparse_matrices(
    seed: int, rows: int, columns: int, density: float
) -> None:
    chance = np.random.default_rng(seed)
    left, right = (
        sparse.random(12, 30, density=density, format="csr", random_state=chance) for _ in range(2)
    )
    row, column = chance.integers(0, 12, rows), chance.integers(0, 12, columns)
    found = products(left, right, row, column)
    assert found.shape == (rows, columns)
    assert found.tolist() == (left[row] @ right[column].T).toarray().tolist()
