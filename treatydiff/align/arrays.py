"""The kinds of arrays that the alignment computes with. Imports numpy."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Truths = NDArray[np.bool_]

SparseMatrix = Any
"""A scipy.sparse.csr_matrix of floats, between languages; scipy comes without types."""
