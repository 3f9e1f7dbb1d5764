"""What texts of different languages say, as vectors over terms of English. Imports numpy and scipy."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from scipy import sparse

from treatydiff.align.across.lexicon import Lexicon
from treatydiff.align.arrays import Floats, SparseMatrix
from treatydiff.language.across.stems import terms
from treatydiff.language.tokenizer import words
from treatydiff.patterns import pattern_of

LEXICON_WEIGHT, COGNATE_WEIGHT, NUMBER_WEIGHT = 0.65, 0.25, 0.10
"""What the terms, the spelling and the numbers of two texts count for in how alike they are."""
_GRAMS = (4, 5)
"""Lengths of the runs of letters by which cognates are known."""
_LATIN = frozenset(("en", "fr", "es"))
_MARKS = pattern_of("[\u0300-\u036f]")


def in_english(text: str, language: str, lexicon: Lexicon | None) -> Counter[str]:
    """The terms of English that a text speaks of, each with how much.

    Args:
        text: of a clause or a heading.
        language: code of its language.
        lexicon: between that language and English; None for English.
    """
    found: Counter[str] = Counter()
    for term, times in Counter(term for term, _ in terms(text, language)).items():
        if lexicon is None:
            found[term] += times
            continue
        translations = lexicon.entries.get(term, ())
        for each in translations:
            found[each.term] += times * each.weight  # type: ignore[assignment]
    return found


@lru_cache(maxsize=65_536)
def spelling(word: str) -> tuple[str, ...]:
    """The runs of letters of a word without accents, by which cognates are known."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", word)).replace("-", "")
    return tuple(plain[at : at + size] for size in _GRAMS for at in range(len(plain) - size + 1))


def spellings(text: str, language: str) -> Counter[str]:
    """The runs of letters of the words of a text; none in languages of another script.

    Args:
        text: of a clause or a heading.
        language: code of its language.
    """
    if language not in _LATIN:
        return Counter(word.key for word in words(text) if word.key.isascii() and len(word.key) > 1)
    return Counter(run for word in words(text) for run in spelling(word.key))


def rows_of(
    bags_a: Sequence[Mapping[str, float]], bags_b: Sequence[Mapping[str, float]]
) -> tuple[SparseMatrix, SparseMatrix]:
    """Two lists of weighted terms as unit vectors, rare terms counting more.

    How rare a term is, is counted over both lists.

    Args:
        bags_a: terms of each text of A.
        bags_b: terms of each text of B.
    """
    numbers: dict[str, int] = {}
    for bag in (*bags_a, *bags_b):
        for term in bag:
            numbers.setdefault(term, len(numbers))
    seen = np.zeros(max(1, len(numbers)))
    for bag in (*bags_a, *bags_b):
        for term, weight in bag.items():
            seen[numbers[term]] += min(1.0, weight)
    whole = len(bags_a) + len(bags_b)
    # Among few texts a term that all of them have still says something: two drafts of one article each.
    rarity = np.maximum(np.log((1.0 + whole) / (1.0 + np.minimum(seen, whole))), 1.0 / max(1, whole))
    return _unit_rows(bags_a, numbers, rarity), _unit_rows(bags_b, numbers, rarity)


def _unit_rows(
    bags: Sequence[Mapping[str, float]], numbers: Mapping[str, int], rarity: Floats
) -> SparseMatrix:
    starts, places, values = [0], [], []
    for bag in bags:
        for term, weight in bag.items():
            places.append(numbers[term])
            values.append(float(np.log1p(weight)))
        starts.append(len(places))
    matrix = sparse.csr_matrix(
        (np.asarray(values, np.float64), np.asarray(places, np.int64), np.asarray(starts, np.int64)),
        shape=(len(bags), rarity.size),
    )
    matrix = matrix.multiply(rarity[None, :]).tocsr()
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).reshape(-1))
    return sparse.diags(1.0 / np.where(lengths > 0.0, lengths, 1.0)) @ matrix


def cosines(bags_a: Sequence[Mapping[str, float]], bags_b: Sequence[Mapping[str, float]]) -> Floats:
    """How alike each text of A is to each of B (0 to 1), as a matrix.

    Args:
        bags_a: terms of each text of A.
        bags_b: terms of each text of B.
    """
    if not bags_a or not bags_b:
        return np.zeros((len(bags_a), len(bags_b)))
    left, right = rows_of(bags_a, bags_b)
    return np.asarray((left @ right.T).todense(), np.float64)


def summed(bags: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Weighted terms of several texts together."""
    total: dict[str, float] = {}
    for bag in bags:
        for term, weight in bag.items():
            total[term] = total.get(term, 0.0) + weight
    return total
