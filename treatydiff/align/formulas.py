"""Runs of words that many provisions have: what is left of a text without them is its content.

"Each Party shall adopt such legislative and other measures as may be necessary" makes any two offences
alike, whatever they punish. Formulas are found in the two drafts themselves, in every language; and where
there is a table of runs that many treaties have, these are formulas though a draft has them only once.

Of two provisions every run that both have may be one: offences of different conventions share "a criminal
offence under its domestic law, when committed intentionally and without right, the" and nothing behind it;
provisions on one matter share its words there too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from math import log

import numpy as np

from treatydiff.align.arrays import Floats, Truths
from treatydiff.align.grams import damped
from treatydiff.align.runs.in_both import InBoth, SharedRuns, weighed_together
from treatydiff.align.runs.of_draft import FORMULA_LENGTH, DraftRuns
from treatydiff.align.sides import AlignedSide
from treatydiff.align.sparse.products import KEPT_CELLS, products
from treatydiff.align.sparse.rows import Places, SparseRows, from_entries, side_by_side

_ROWS_AT_ONCE = 256
UNITS_OF_BOTH = 2
"""A run is a formula if so many units of either draft have it,"""
UNITS_OF_ONE = 4
"""or so many of one draft alone."""

LEAST_ALIKE = 0.15
"""Dice's coefficient of the words left, rare ones counting more, from which on a likeness is no formula's.

Of pairs with unlike headings the right ones between six conventions and protocols on crime have .18 and
more, those of a national draft and a chair's text, written to try it, .30 and more; offences of unlike
conventions .11 and less ("offence" and "committed" outside the runs), most nothing.
"""
LEAST_LEFT = 0.25
"""Part of either text, by the weight of its words, that must be left for its words to be asked.

Of these offences .36 and more; what is nearly all shared is one provision, whatever its few other words.
"""


class Content:
    """The units of two drafts by their words and pairs of words outside formulas, as TF-IDF vectors.

    Args:
        a: units of A x terms that both have, their whole rows of length one (or empty).
        b: the same of B.
        in_both: whether either draft has anything outside formulas.
    """

    def __init__(self, a: SparseRows, b: SparseRows, *, in_both: bool) -> None:
        self.a = a
        self.b = b
        self.in_both = in_both

    @cached_property
    def _whole(self) -> Floats | None:
        """All cosines, where these are not many."""
        height, width = self.a.shape[0], self.b.shape[0]
        if height * width > KEPT_CELLS:
            return None
        return products(self.a, self.b, np.arange(height), np.arange(width))

    @cached_property
    def _rounded(self) -> Floats | None:
        return None if self._whole is None else np.round(self._whole, 9)

    def table(self, rows: Sequence[int], columns: Sequence[int]) -> Floats:
        """The cosines of some units of A with some of B, rows x columns, to nine places."""
        row, column = np.asarray(rows, dtype=np.int64), np.asarray(columns, dtype=np.int64)
        if self._rounded is not None:
            return self._rounded[row[:, None], column]
        return np.round(products(self.a, self.b, row, column), 9)

    def tables(self) -> Iterator[tuple[int, Floats]]:
        """The cosines of some units of A with all of B at a time, to nine places, with the first of these."""
        every = range(self.b.shape[0])
        for start in range(0, self.a.shape[0] if every else 0, _ROWS_AT_ONCE):
            yield start, self.table(range(start, min(start + _ROWS_AT_ONCE, self.a.shape[0])), every)

    def cosines(self, rows: Sequence[int] | Places, columns: Sequence[int] | Places) -> Floats:
        """The cosine of each of some units of A with the unit of B at the same place."""
        if self._whole is not None:
            return self._whole[rows, columns]
        return self.a[rows].products(self.b[columns])


def content_vectors(a: AlignedSide, b: AlignedSide, shared: SharedRuns) -> tuple[Content, Content]:
    """What of the units of two drafts is no formula.

    Args:
        a: the earlier draft.
        b: the later draft.
        shared: the runs that both have.

    Returns:
        What is left without what returns in the drafts themselves; and what is left besides without what
        many treaties have, which is the same in a language without a table.
    """
    outside_a, outside_b = (
        ~_inside(side.runs, formulas)
        for side, formulas in zip((a, b), _formulas(a.runs, b.runs, shared.fives), strict=True)
    )
    content = _vectors(a.runs, b.runs, shared, (outside_a, outside_b))
    if not a.common.any() and not b.common.any():
        return content, content
    return content, _vectors(a.runs, b.runs, shared, (outside_a & ~a.common, outside_b & ~b.common))


def _vectors(a: DraftRuns, b: DraftRuns, shared: SharedRuns, outside: tuple[Truths, Truths]) -> Content:
    """The units of both drafts by the words outside."""
    left_a, left_b = _left(a, outside[0]), _left(b, outside[1])
    lone_a, lone_b = (runs.pairs_from + len(runs.pairs.left) for runs in (a, b))
    both = InBoth(
        np.concatenate([shared.words.a, shared.pairs.a + a.pairs_from, shared.words.a + lone_a]),
        np.concatenate([shared.words.b, shared.pairs.b + b.pairs_from, shared.words.b + lone_b]),
    )
    return Content(*weighed_together(left_a, left_b, both), in_both=bool(left_a.entries and left_b.entries))


def _left(runs: DraftRuns, outside: Truths) -> SparseRows:
    """Units x words, pairs of words, and words that stand alone between formulas: what lies outside."""
    pairs = np.zeros_like(outside)
    np.logical_and(outside[:-1], outside[1:], out=pairs[:-1])
    sizes = runs.numbered.words.sizes
    pairs[(np.cumsum(sizes) - 1)[sizes > 0]] = False
    alone = outside & ~pairs
    alone[1:] &= ~pairs[:-1]
    terms = runs.units
    counts = np.bincount(runs.entry_of_word[outside], minlength=len(terms.columns))
    counts += np.bincount(runs.entry_of_pair[pairs], minlength=len(terms.columns))
    kept = np.flatnonzero(counts)
    starts = np.searchsorted(kept, terms.starts)
    found = SparseRows(counts[kept].astype(np.float64), terms.columns[kept], starts, terms.width)
    lone = from_entries(
        runs.unit_of_word[alone], runs.numbered.words.words[alone], (len(terms.starts) - 1, runs.pairs_from)
    )
    return damped(side_by_side(found, lone))


def _inside(runs: DraftRuns, formulas: Truths) -> Truths:
    """Which words lie in a formula."""
    return _covered(runs.is_whole & formulas[runs.five_at])


def _covered(begins: Truths) -> Truths:
    """Which words lie in one of the runs of five that begin at some words."""
    total = len(begins)
    starts = np.flatnonzero(begins)
    change = np.bincount(starts, minlength=total + 1) - np.bincount(
        starts + FORMULA_LENGTH, minlength=total + 1
    )
    inside: Truths = np.cumsum(change[:total]) > 0
    return inside


def _formulas(a: DraftRuns, b: DraftRuns, fives: InBoth) -> tuple[Truths, Truths]:
    """Which runs of five words of either draft are formulas."""
    of_a, of_b = a.holders >= UNITS_OF_ONE, b.holders >= UNITS_OF_ONE
    together = _are_formulas(a.holders[fives.a], b.holders[fives.b])
    of_a[fives.a], of_b[fives.b] = together, together
    return of_a, of_b


def _are_formulas(in_a: Places, in_b: Places) -> Truths:
    both: Truths = (in_a >= UNITS_OF_BOTH) & (in_b >= UNITS_OF_BOTH)
    return both | (in_a >= UNITS_OF_ONE) | (in_b >= UNITS_OF_ONE)


_FEWEST_WEIGHED = 3
"""As many units words are weighed over at least: of two alone a word of both would weigh nothing."""


class Remainders:
    """The words of the units of two drafts outside runs that they share.

    Args:
        a: the earlier draft.
        b: the later draft.
        shared: the runs that both have.
    """

    def __init__(self, a: AlignedSide, b: AlignedSide, shared: SharedRuns) -> None:
        self._sides = a, b
        self._whole = max(len(a.units) + len(b.units), _FEWEST_WEIGHED)
        self._holders = a.stem_holders(), b.stem_holders()
        self._fives_of_b = np.full(len(b.runs.holders), -1, np.int64)
        self._fives_of_b[shared.fives.b] = shared.fives.a

    def are_unlike(self, i: int, j: int) -> bool:
        """Whether much of both units is no shared run, and is about something else.

        Args:
            i: a unit of A.
            j: a unit of B.
        """
        a, b = self._sides
        those, others = a.words_of(i), b.words_of(j)
        runs, other_runs = a.runs.five_at[those], self._fives_of_b[b.runs.five_at[others]]
        whole, other_whole = a.runs.is_whole[those], b.runs.is_whole[others]
        left = a.stems_among(those, ~_covered(whole & self._stand_in(other_runs[other_whole], runs)))
        right = b.stems_among(others, ~_covered(other_whole & self._stand_in(runs[whole], other_runs)))
        of_left, of_right = self._weigh(left), self._weigh(right)
        if of_left < LEAST_LEFT * self._weigh(a.stems_among(those)):
            return False
        if of_right < LEAST_LEFT * self._weigh(b.stems_among(others)):
            return False
        return 2.0 * self._weigh(left & right) < LEAST_ALIKE * (of_left + of_right)

    def _stand_in(self, there: Places, runs: Places) -> Truths:
        """Which of some runs stand among others, all by their numbers in A (-1: A has none such)."""
        among = np.zeros(len(self._sides[0].runs.holders) + 1, np.bool_)
        among[there] = True
        among[-1] = False
        found: Truths = among[runs]
        return found

    def _weigh(self, stems: AbstractSet[str]) -> float:
        of_a, of_b = self._holders
        return sum(
            log((1 + self._whole) / (1 + of_a.get(stem, 0) + of_b.get(stem, 0))) for stem in sorted(stems)
        )
