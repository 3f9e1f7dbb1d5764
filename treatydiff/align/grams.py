"""Runs of words as rows of sparse matrices.

numpy and scipy load with this module; it is itself imported only when drafts are aligned.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from treatydiff.align.arrays import Floats, SparseMatrix


def gram_counts(texts: Sequence[Sequence[str]], lengths: Sequence[int]) -> dict[int, SparseMatrix]:
    """How often each run of words occurs in each text, for several lengths of runs.

    Args:
        texts: the words of each text.
        lengths: of the runs; a text shorter than one has one run of it, itself.

    Returns:
        For each length a CSR matrix, texts x distinct runs, of float64 counts; an empty text has an
        empty row.
    """
    sizes = np.fromiter((len(text) for text in texts), dtype=np.int64, count=len(texts))
    total = int(sizes.sum())
    if not total:
        return {n: sparse.csr_matrix((len(texts), 1), dtype=np.float64) for n in lengths}
    vocabulary: dict[str, int] = {}
    words = np.fromiter(
        (vocabulary.setdefault(word, len(vocabulary) + 1) for text in texts for word in text),
        dtype=np.int64,
        count=total,
    )
    owners = np.repeat(np.arange(len(texts), dtype=np.int64), sizes)
    ends = np.cumsum(sizes)
    starts = ends - sizes
    places = np.arange(total, dtype=np.int64)
    end_of = ends[owners]
    counts: dict[int, SparseMatrix] = {}
    runs = words
    for n in range(1, max(lengths) + 1):
        if n > 1:
            following = np.where(places + n - 1 < end_of, words[np.minimum(places + n - 1, total - 1)], 0)
            _, runs = np.unique(runs * (len(vocabulary) + 1) + following, return_inverse=True)
            runs = runs.reshape(-1).astype(np.int64)
        if n in lengths:
            whole = (places + n <= end_of) | (places == starts[owners])
            found = sparse.coo_matrix(
                (np.ones(int(whole.sum())), (owners[whole], runs[whole])),
                shape=(len(texts), int(runs.max()) + 1),
            )
            counts[n] = found.tocsr()
    return counts


def binary(counts: SparseMatrix) -> SparseMatrix:
    """The same matrix with every count made one."""
    ones = counts.copy()
    ones.data = np.ones_like(ones.data)
    return ones


def gathered(counts: SparseMatrix, owner_of: Sequence[int], owners: int) -> SparseMatrix:
    """The counts of clauses summed by the unit that each belongs to (units x runs)."""
    rows = np.asarray(owner_of, dtype=np.int64)
    membership = sparse.csr_matrix(
        (np.ones(rows.size), (rows, np.arange(rows.size))), shape=(owners, counts.shape[0])
    )
    return (membership @ counts).tocsr()


def inverse_frequencies(counts: SparseMatrix) -> Floats:
    """Smoothed inverse document frequency of each run over the rows: ln((1 + N) / (1 + df)) + 1."""
    seen: Floats = np.bincount(counts.indices, minlength=counts.shape[1]).astype(np.float64)
    weights: Floats = np.log((1.0 + counts.shape[0]) / (1.0 + seen)) + 1.0
    return weights


def tf_idf(counts: SparseMatrix) -> SparseMatrix:
    """Rows weighted by inverse document frequency and brought to length one.

    A term counts 1 + ln(frequency), not its frequency: else "the" and "shall" make any two long
    articles alike. (On two unrelated agreements the pairs of articles above .10 fell from 42 to 1.)
    """
    damped = counts.copy()
    damped.data = 1.0 + np.log(damped.data)
    weighted = damped @ sparse.diags(inverse_frequencies(counts))
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).reshape(-1))
    lengths[lengths == 0.0] = 1.0
    return (sparse.diags(1.0 / lengths) @ weighted).tocsr()
