"""Runs of words that many provisions have: what is left of a text without them is its content.

"Each Party shall adopt such legislative and other measures as may be necessary" makes any two offences
alike, whatever they punish. Formulas are found in the two drafts themselves, so that no table is needed
and every language has them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from scipy import sparse

from treatydiff.align.arrays import Floats, SparseMatrix, Truths
from treatydiff.align.grams import binary, gathered, gram_counts, tf_idf
from treatydiff.align.sides import AlignedSide

FORMULA_LENGTH = 5
"""Words of a run; the length that the weights of consonance go by too."""
_OPTION = re.compile(r"(?:^|__)opt_")
UNITS_OF_BOTH = 2
"""A run is a formula if so many units of either draft have it,"""
UNITS_OF_ONE = 4
"""or so many of one draft alone."""


def content_vectors(a: AlignedSide, b: AlignedSide, fives: SparseMatrix) -> tuple[SparseMatrix, SparseMatrix]:
    """The units of two drafts by their words and pairs of words outside formulas, as TF-IDF vectors.

    Args:
        a: the earlier draft.
        b: the later draft.
        fives: clauses of both x runs of five words, counts.

    Returns:
        For each draft units x terms, rows of length one (or empty).
    """
    texts: list[tuple[str, ...]] = []
    owners: list[int] = []
    places_a, places_b = _places(a), _places(b)
    first_of_b = len(set(places_a))
    places = [*places_a, *(place + first_of_b for place in places_b)]
    bearers = gathered(fives, places, first_of_b + len(set(places_b)))
    formulas = _formula_columns(bearers, first_of_b)
    touched = np.asarray(fives @ formulas.astype(np.float64)).reshape(-1) > 0
    keys = [side.keys(clause) for side in (a, b) for clause in range(len(side.clauses))]
    units = [*a.unit_of, *(unit + len(a.units) for unit in b.unit_of)]
    known = _formulas_among([(keys[c], places[c]) for c in np.flatnonzero(touched).tolist()], first_of_b)
    for clause, words in enumerate(keys):
        parts = _outside(words, known) if touched[clause] else (words,)
        for part in parts:
            texts.append(part)
            owners.append(units[clause])
    counts = gram_counts(texts, (1, 2))
    whole = len(a.units) + len(b.units)
    vectors = tf_idf(sparse.hstack([gathered(counts[n], owners, whole) for n in (1, 2)]).tocsr())
    return vectors[: len(a.units)], vectors[len(a.units) :]


def _places(side: AlignedSide) -> list[int]:
    """For each clause the place that its words count for: its unit, but one place for all options of a group.

    Options repeat one another's words because they are one provision in several readings.
    """
    numbers: dict[str, int] = {}
    keys = [_OPTION.split(unit.id, maxsplit=1)[0] for unit in side.units]
    return [numbers.setdefault(keys[unit], len(numbers)) for unit in side.unit_of]


def _formula_columns(bearers: SparseMatrix, first_of_b: int) -> Truths:
    """Which runs are formulas."""
    seen = binary(bearers).tocsr()
    in_a, in_b = (np.asarray(part.sum(axis=0)).reshape(-1) for part in (seen[:first_of_b], seen[first_of_b:]))
    return _are_formulas(in_a, in_b)


def _are_formulas(in_a: Floats, in_b: Floats) -> Truths:
    both: Truths = (in_a >= UNITS_OF_BOTH) & (in_b >= UNITS_OF_BOTH)
    return both | (in_a >= UNITS_OF_ONE) | (in_b >= UNITS_OF_ONE)


def _formulas_among(
    clauses: Sequence[tuple[tuple[str, ...], int]], first_of_b: int
) -> frozenset[tuple[str, ...]]:
    """The formulas themselves, counted over the clauses that hold one (they hold all there are)."""
    bearers: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for words, place in clauses:
        for run in _runs(words):
            bearers[run].add(place)
    found = []
    for run, places in bearers.items():
        in_a = sum(1 for place in places if place < first_of_b)
        in_b = len(places) - in_a
        if min(in_a, in_b) >= UNITS_OF_BOTH or max(in_a, in_b) >= UNITS_OF_ONE:
            found.append(run)
    return frozenset(found)


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The runs of so many words, from the left."""
    return zip(*(words[first:] for first in range(FORMULA_LENGTH)), strict=False)


def _outside(words: tuple[str, ...], formulas: frozenset[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The stretches of a clause between its formulas."""
    inside = [False] * len(words)
    for start, run in enumerate(_runs(words)):
        if run in formulas:
            inside[start : start + FORMULA_LENGTH] = [True] * FORMULA_LENGTH
    begin = 0
    for place, formula in enumerate([*inside, True]):
        if formula:
            if place > begin:
                yield words[begin:place]
            begin = place + 1
