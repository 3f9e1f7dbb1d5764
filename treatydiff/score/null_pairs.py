"""How much unrelated treaties share: the distribution that a share of consonance is held against."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from treatydiff.language.runs.numbers import mix
from treatydiff.patterns import pattern_of
from treatydiff.score.draft_words import DraftWords
from treatydiff.score.grams import Indices, TokenRow
from treatydiff.score.matching import NO_GROUP, Partners, find_in_partners
from treatydiff.score.reference import ReferenceTable, leave_out_near_copies
from treatydiff.score.weights import token_weights

NULL_PAIRS = 250
"""So many random pairs are measured, each in both directions."""
LEAST_WORDS = 1000
"""Shorter treaties share too unevenly to compare a draft with."""
SHARED_NAME_WORDS = 2
"""Treaties whose names share so many longer words may be kin: one series, one organisation, one subject."""
UNIT_WORDS = 100
"""An archive's clauses are gathered into units of at least so many words, about the median article."""


_LONGER_WORD = pattern_of(r"[^\W\d_]{4,}")


def may_be_kin(one: str, other: str) -> bool:
    """Whether the names of two treaties share two words of four letters or more.

    Agreements of one series, conventions of one organisation and protocols to one treaty follow a
    model, so that what they share is no chance. The rule looks at names alone, never at texts: it
    drops too many pairs rather than too few ("Convention on the Protection of ..." twice).

    Args:
        one: name of a treaty.
        other: name of another.
    """
    shared = set(_LONGER_WORD.findall(one.casefold())) & set(_LONGER_WORD.findall(other.casefold()))
    return len(shared) >= SHARED_NAME_WORDS


def drawn_pairs(names: Sequence[str], pairs: int = NULL_PAIRS) -> list[tuple[int, int]]:
    """Random pairs of unrelated treaties by their places, the same with every Python.

    Args:
        names: of the treaties.
        pairs: how many to draw; fewer where the archive has not so many.
    """
    treaties = len(names)
    found: list[tuple[int, int]] = []
    # Drawn with a mixing function and not by a library; pairs that may be kin are drawn anew.
    draws = mix(np.arange(2 * 40 * pairs, dtype=np.uint64) + np.uint64(1)).tolist()
    for draw, step in zip(draws[::2], draws[1::2], strict=True):
        first = draw % treaties
        second = (first + 1 + step % (treaties - 1)) % treaties
        if not may_be_kin(names[first], names[second]):
            found.append((first, second))
        if len(found) == pairs:
            break
    return found


def measure_null_shares(
    names: Sequence[str], rows: Sequence[TokenRow], reference: ReferenceTable, ngram: int = 3
) -> tuple[float, ...]:
    """The carried shares of random pairs of unrelated treaties, both ways, sorted.

    Every unit counts as unpaired, so the best of four candidate units is taken: with alignment, as
    drafts are scored, the measured median was the same to .001 (docs/consonance.md).

    Args:
        names: of some treaties.
        rows: their words, clause by clause.
        reference: the counts; the two treaties of a pair are left out of them.
        ngram: length of the shared runs.
    """
    if len(rows) < 2:
        return ()
    drafts = [_as_draft(row) for row in rows]
    shares: list[float] = []
    for left, right in drawn_pairs(names):
        a, b = drafts[left], drafts[right]
        left_out = leave_out_near_copies(reference, a, b)
        shares += [_carried(a, b, left_out, ngram), _carried(b, a, left_out, ngram)]
    return tuple(sorted(shares))


def _carried(own: DraftWords, other: DraftWords, reference: ReferenceTable, ngram: int) -> float:
    weights = token_weights(own.row, reference)
    found = find_in_partners(own, other, _strangers(own, other), weights, ngram)
    whole = float(weights.sum())
    return float(weights[found.tokens].sum()) / whole if whole > 0.0 else 0.0


def _strangers(own: DraftWords, other: DraftWords) -> Partners:
    sizes = (len(own.units), len(other.units), len(own.clauses), len(other.clauses))
    return Partners(*(np.full(size, NO_GROUP, dtype=np.int64) for size in sizes))


def _as_draft(row: TokenRow) -> DraftWords:
    lengths = row.lengths()
    unit = _gathered(lengths)
    clauses, units = len(lengths), int(unit[-1]) + 1
    return DraftWords(
        language="",
        clauses=tuple(map(str, range(clauses))),
        row=row,
        units=tuple(map(str, range(units))),
        unit=unit,
        extent={},
        keys=(),
        sentence=row.clause,
        bracketed=np.zeros(len(row.numbers), dtype=bool),
        governing=(),
        starts=row.clause[:0],
        ends=row.clause[:0],
    )


def _gathered(lengths: Indices) -> Indices:
    """The unit of every clause, where a unit ends as soon as it has enough words."""
    units, words, unit = [], 0, 0
    for length in lengths.tolist():
        units.append(unit)
        words += length
        if words >= UNIT_WORDS:
            unit, words = unit + 1, 0
    return np.array(units, dtype=np.int64)
