"""Runs of words that many provisions have: what is left of a text without them is its content.

"Each Party shall adopt such legislative and other measures as may be necessary" makes any two offences
alike, whatever they punish. Formulas are found in the two drafts themselves, in every language; and where
there is a table of runs that many treaties have, these are formulas though a draft has them only once.

Of two provisions every run that both have may be one: offences of different conventions share "a criminal
offence under its domestic law, when committed intentionally and without right, the" and nothing behind it;
provisions on one matter share its words there too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import log

import numpy as np

from treatydiff.align.arrays import Ints, Truths
from treatydiff.align.grams import WordNumbers, gathered, renumbered, run_counts, tf_idf
from treatydiff.align.sides import AlignedSide
from treatydiff.align.sparse.rows import SparseRows, side_by_side
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

FORMULA_LENGTH = 5
"""Words of a run; the length that the weights of consonance go by too."""
_OPTION = pattern_of(r"(?:^|__)opt_")
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
SHORTEST = 4
"""Letters of a word from which on it can tell what a text is about; where letters are words, one."""
STEM = 6
"""Letters by which words are compared: "wardens" and "warden"."""
_IDEOGRAPHS = "\u2e80"


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


_FEWEST_WEIGHED = 3
"""As many units words are weighed over at least: of two alone a word of both would weigh nothing."""


class Remainders:
    """The words of the units of two drafts outside runs that they share.

    Args:
        a: the earlier draft.
        b: the later draft.
    """

    def __init__(self, a: AlignedSide, b: AlignedSide) -> None:
        self._sides = a, b
        self._starts = tuple(np.concatenate([[0], np.cumsum(side.numbered.words.sizes)]) for side in (a, b))
        bearers = _bearers(a) + _bearers(b)
        whole = max(len(a.units) + len(b.units), _FEWEST_WEIGHED)
        self._weights = {word: log((1 + whole) / (1 + times)) for word, times in bearers.items()}

    def are_unlike(self, i: int, j: int) -> bool:
        """Whether much of both units is no shared run, and is about something else.

        Args:
            i: a unit of A.
            j: a unit of B.
        """
        one, other = self._clauses(0, i), self._clauses(1, j)
        shared = set(_runs(one)) & set(_runs(other))
        left, right = _outside(one, shared), _outside(other, shared)
        if any(
            self._weigh(rest) < LEAST_LEFT * self._weigh(_outside(unit, set()))
            for rest, unit in ((left, one), (right, other))
        ):
            return False
        both = self._weigh(left) + self._weigh(right)
        return 2.0 * self._weigh(left & right) < LEAST_ALIKE * both

    def _clauses(self, which: int, unit: int) -> _Clauses:
        side, starts = self._sides[which], self._starts[which]
        return tuple(
            tuple(
                zip(side.keys(clause), side.common[starts[clause] : starts[clause + 1]].tolist(), strict=True)
            )
            for clause in side.clauses_of[unit]
        )

    def _weigh(self, words: frozenset[str]) -> float:
        return sum(self._weights[word] for word in sorted(words))


_Clauses = tuple[tuple[tuple[str, bool], ...], ...]
"""The words of each clause of a unit, and whether each lies in a run that many treaties have."""


def _bearers(side: AlignedSide) -> Counter[str]:
    """How many units have each stem that tells."""
    texts = side.numbered
    stems: dict[str, int] = {}
    codes = [stems.setdefault(word[:STEM], len(stems)) if tells(word) else -1 for word in texts.vocabulary]
    of_words = np.asarray([-1, *codes], np.int64)[texts.words.words]
    units = np.asarray(side.unit_of, np.int64)[texts.words.owners()]
    width = max(len(stems), 1)
    found = np.unique((units * width + of_words)[of_words >= 0]) % width
    return Counter(dict(zip(stems, np.bincount(found, minlength=len(stems)).tolist(), strict=True)))


def _runs(unit: _Clauses) -> Iterator[tuple[str, ...]]:
    for clause in unit:
        for start in range(len(clause) - FORMULA_LENGTH + 1):
            yield tuple(word for word, _ in clause[start : start + FORMULA_LENGTH])


def _outside(unit: _Clauses, runs: set[tuple[str, ...]]) -> frozenset[str]:
    """The telling words of a unit, by their stems, that lie neither in these runs nor in treaties’."""
    found: set[str] = set()
    for clause in unit:
        inside = [common for _, common in clause]
        for start in range(len(clause) - FORMULA_LENGTH + 1):
            if tuple(word for word, _ in clause[start : start + FORMULA_LENGTH]) in runs:
                inside[start : start + FORMULA_LENGTH] = [True] * FORMULA_LENGTH
        found.update(word for (word, _), within in zip(clause, inside, strict=True) if not within)
    return _stems(found)


def _stems(words: set[str]) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words if tells(word))


def tells(word: str) -> bool:
    """Whether a word is long enough to tell what a text is about.

    Args:
        word: as it is compared.
    """
    return len(word) >= SHORTEST or word[:1] >= _IDEOGRAPHS
