"""What two texts say alike besides the runs of words that both have.

Offences of different conventions share "a criminal offence under its domestic law, when committed
intentionally and without right, the" and nothing behind it; provisions on one matter share its words there
too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import log

import numpy as np

from treatydiff.align.formulas import FORMULA_LENGTH
from treatydiff.align.sides import AlignedSide

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
        whole = len(a.units) + len(b.units)
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
