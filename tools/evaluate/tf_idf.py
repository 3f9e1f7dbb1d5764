"""The peer that alignment is held against: TF-IDF over words and pairs of words, best partner either way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


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
    counts = [_terms(words) for words in (*a, *b)]
    seen = Counter(term for each in counts for term in each)
    columns = {term: place for place, term in enumerate(seen)}
    weights = np.log((1.0 + len(counts)) / (1.0 + np.fromiter(seen.values(), np.float64, len(seen)))) + 1.0
    holders: list[list[tuple[int, float]]] = [[] for _ in columns]
    for text, each in enumerate(counts):
        places = np.fromiter((columns[term] for term in each), np.int64, len(each))
        values = (1.0 + np.log(np.fromiter(each.values(), np.float64, len(each)))) * weights[places]
        length = float(np.sqrt(values @ values)) or 1.0
        for place, value in zip(places.tolist(), (values / length).tolist(), strict=True):
            holders[place].append((text, value))
    cosine: npt.NDArray[np.float64] = np.zeros((len(a), len(b)))
    for those in holders:
        left = [(text, value) for text, value in those if text < len(a)]
        right = [(text - len(a), value) for text, value in those if text >= len(a)]
        if left and right:
            rows, columns_b = [text for text, _ in left], [text for text, _ in right]
            product = np.outer([value for _, value in left], [value for _, value in right])
            cosine[np.ix_(rows, columns_b)] += product
    best = {(i, int(cosine[i].argmax())) for i in range(len(a))}
    best |= {(int(cosine[:, j].argmax()), j) for j in range(len(b))}
    return [(i, j, float(cosine[i, j])) for i, j in sorted(best)]


def _terms(words: Sequence[str]) -> Counter[str]:
    return Counter([*words, *map(" ".join, zip(words, words[1:], strict=False))])


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
