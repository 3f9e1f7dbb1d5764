"""Runs of words that many provisions have: what is left of a text without them is its content.

"Each Party shall adopt such legislative and other measures as may be necessary" makes any two offences
alike, whatever they punish. Formulas are found in the two drafts themselves, in every language; and where
there is a table of runs that many treaties have, these are formulas though a draft has them only once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from treatydiff.align.arrays import Ints, Truths
from treatydiff.align.grams import WordNumbers, gathered, renumbered, run_counts, tf_idf
from treatydiff.align.sides import AlignedSide
from treatydiff.align.sparse.rows import SparseRows, side_by_side

FORMULA_LENGTH = 5
"""Words of a run; the length that the weights of consonance go by too."""
_OPTION = re.compile(r"(?:^|__)opt_")
UNITS_OF_BOTH = 2
"""A run is a formula if so many units of either draft have it,"""
UNITS_OF_ONE = 4
"""or so many of one draft alone."""


@dataclass(frozen=True, slots=True)
class ContentVectors:
    """The units of two drafts by their words and pairs of words outside formulas, as TF-IDF vectors.

    `a` and `b` leave out what returns in the drafts themselves; `own_a` and `own_b` besides it what many
    treaties have (the same as `a` and `b` in a language without a table). Units x terms, rows of length one
    (or empty).
    """

    a: SparseRows
    b: SparseRows
    own_a: SparseRows
    own_b: SparseRows


def content_vectors(
    a: AlignedSide, b: AlignedSide, texts: WordNumbers, fives: SparseRows, runs: Ints
) -> ContentVectors:
    """What of the units of two drafts is no formula.

    Args:
        a: the earlier draft.
        b: the later draft.
        texts: the words of the clauses of both.
        fives: clauses of both x runs of five words, counts.
        runs: the run of five that begins at each word, as a column of `fives`.
    """
    places_a, places_b = _places(a), _places(b)
    first_of_b = len(set(places_a))
    places = [*places_a, *(place + first_of_b for place in places_b)]
    bearers = gathered(fives, places, first_of_b + len(set(places_b)))
    outside = ~_inside(texts, runs, _formula_columns(bearers, first_of_b))
    of_units = np.array([*a.unit_of, *(unit + len(a.units) for unit in b.unit_of)], dtype=np.int64)
    sizes = (len(a.units), len(b.units))
    content = _vectors(texts, outside, of_units, sizes)
    common = np.concatenate([a.common, b.common])
    own = _vectors(texts, outside & ~common, of_units, sizes) if common.any() else content
    return ContentVectors(*content, *own)


def _vectors(
    texts: WordNumbers, outside: Truths, of_units: Ints, sizes: tuple[int, int]
) -> tuple[SparseRows, SparseRows]:
    """For each draft its units by the words outside; of a clause these fall into several stretches."""
    clause = texts.owners()
    begins = outside & np.append(True, ~outside[:-1] | (clause[1:] != clause[:-1]))[: len(outside)]
    stretch_sizes = np.bincount(np.cumsum(begins)[outside] - 1, minlength=int(begins.sum()))
    stretches = renumbered(texts.words[outside], stretch_sizes)
    counts, _ = run_counts(stretches, (1, 2))
    owners = of_units[clause[begins]]
    vectors = tf_idf(side_by_side(*(gathered(counts[n], owners, sum(sizes)) for n in (1, 2))))
    return vectors[: sizes[0]], vectors[sizes[0] :]


def _inside(texts: WordNumbers, runs: Ints, formulas: Truths) -> Truths:
    """Which words lie in a formula."""
    total = len(texts.words)
    ends = np.cumsum(texts.sizes)[texts.owners()]
    whole = np.flatnonzero(np.arange(total) + FORMULA_LENGTH <= ends)
    starts = whole[formulas[runs[whole]]]
    change = np.bincount(starts, minlength=total + 1) - np.bincount(
        starts + FORMULA_LENGTH, minlength=total + 1
    )
    inside: Truths = np.cumsum(change[:total]) > 0
    return inside


def _places(side: AlignedSide) -> list[int]:
    """For each clause the place that its words count for: its unit, but one place for all options of a group.

    Options repeat one another's words because they are one provision in several readings.
    """
    numbers: dict[str, int] = {}
    keys = [_OPTION.split(unit.id)[0] for unit in side.units]
    return [numbers.setdefault(keys[unit], len(numbers)) for unit in side.unit_of]


def _formula_columns(bearers: SparseRows, first_of_b: int) -> Truths:
    """Which runs are formulas."""
    in_a, in_b = (
        np.bincount(part.columns, minlength=bearers.width)
        for part in (bearers[:first_of_b], bearers[first_of_b:])
    )
    return _are_formulas(in_a, in_b)


def _are_formulas(in_a: Ints, in_b: Ints) -> Truths:
    both: Truths = (in_a >= UNITS_OF_BOTH) & (in_b >= UNITS_OF_BOTH)
    return both | (in_a >= UNITS_OF_ONE) | (in_b >= UNITS_OF_ONE)
