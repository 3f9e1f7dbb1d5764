"""What two texts say alike besides the runs of words that both have.

Offences of different conventions share "a criminal offence under its domestic law, when committed
intentionally and without right, the" and nothing behind it; provisions on one matter share its words there
too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import log

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
        self._units = a, b
        self._clauses = _clauses(a), _clauses(b)
        bearers = Counter(word for side in self._clauses for unit in side for word in _telling(unit))
        whole = len(a.units) + len(b.units)
        self._weights = {word: log((1 + whole) / (1 + times)) for word, times in bearers.items()}

    def are_unlike(self, i: int, j: int) -> bool:
        """Whether much of both units is no shared run, and is about something else.

        Args:
            i: a unit of A.
            j: a unit of B.
        """
        one, other = self._clauses[0][i], self._clauses[1][j]
        shared = set(_runs(one)) & set(_runs(other))
        left, right = _outside(one, shared), _outside(other, shared)
        if any(
            self._weigh(rest) < LEAST_LEFT * self._weigh(_outside(unit, set()))
            for rest, unit in ((left, one), (right, other))
        ):
            return False
        both = self._weigh(left) + self._weigh(right)
        return 2.0 * self._weigh(left & right) < LEAST_ALIKE * both

    def _weigh(self, words: frozenset[str]) -> float:
        return sum(self._weights[word] for word in sorted(words))


_Clauses = tuple[tuple[tuple[str, bool], ...], ...]
"""The words of each clause of a unit, and whether each lies in a run that many treaties have."""


def _clauses(side: AlignedSide) -> tuple[_Clauses, ...]:
    common = iter(side.common.tolist())
    words = [tuple((word, next(common)) for word in side.keys(clause)) for clause in range(len(side.clauses))]
    return tuple(tuple(words[clause] for clause in those) for those in side.clauses_of)


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


def _telling(unit: _Clauses) -> frozenset[str]:
    return _stems({word for clause in unit for word, _ in clause})


def _stems(words: set[str]) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words if tells(word))


def tells(word: str) -> bool:
    """Whether a word is long enough to tell what a text is about.

    Args:
        word: as it is compared.
    """
    return len(word) >= SHORTEST or word[:1] >= _IDEOGRAPHS
