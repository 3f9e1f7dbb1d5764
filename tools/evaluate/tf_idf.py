"""The peer that alignment is held against: TF-IDF over words and pairs of words, best partner either way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from scipy import sparse


def best_partners(a: Sequence[Sequence[str]], b: Sequence[Sequence[str]]) -> list[tuple[int, int, float]]:
    """The texts that are the best partner of a text of the other side, with their cosine.

    Frequencies are damped (1 + ln), document frequencies those of the pair; every text proposes its best
    partner, whichever side it stands on.

    Args:
        a: the words of each text of one side.
        b: those of the other.

    Returns:
        Pairs of indices with their cosine, in order.
    """
    if not a or not b:
        return []
    counts = [Counter([*words, *map(" ".join, pairwise(words))]) for words in (*a, *b)]
    seen = Counter(term for each in counts for term in each)
    columns = {term: place for place, term in enumerate(seen)}
    rows = np.repeat(np.arange(len(counts)), [len(each) for each in counts])
    places = np.asarray([columns[term] for each in counts for term in each])
    times = np.asarray([n for each in counts for n in each.values()], dtype=np.float64)
    weights = np.log((1.0 + len(counts)) / (1.0 + np.asarray(list(seen.values()), dtype=np.float64))) + 1.0
    values = (1.0 + np.log(times)) * weights[places]
    lengths = np.sqrt(np.bincount(rows, values**2, len(counts)))
    matrix = sparse.csr_matrix((values / lengths[rows], (rows, places)), shape=(len(counts), len(columns)))
    cosine = (matrix[: len(a)] @ matrix[len(a) :].T).toarray()
    best = {(i, int(cosine[i].argmax())) for i in range(len(a))}
    best |= {(int(cosine[:, j].argmax()), j) for j in range(len(b))}
    return [(i, j, float(cosine[i, j])) for i, j in sorted(best)]


def best_threshold(candidates: Sequence[tuple[float, bool]], known: int) -> tuple[float, int, int]:
    """The threshold at which candidates score the best F, tuned on these very candidates.

    Args:
        candidates: the cosine of each and whether it is right.
        known: how many are to be found.

    Returns:
        The threshold, how many candidates reach it, and how many of those are right.
    """
    best, best_f = (1.0, 0, 0), 0.0
    right = 0
    for found, (cosine, is_right) in enumerate(sorted(candidates, reverse=True), start=1):
        right += is_right
        f = 2.0 * right / (found + known)
        if f > best_f:
            best, best_f = (cosine, found, right), f
    return best
