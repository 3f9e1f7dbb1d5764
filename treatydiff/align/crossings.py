"""Clauses that went to another unit, found across all units, those without a partner too.

A clause has gone where its nearest clause stands, if that one's nearest is it in turn and both are
clearly nearer than to any clause of another unit. It leaves its own unit's clauses for that, however
little it resembled one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from treatydiff.align.arrays import Floats, Ints
from treatydiff.align.sides import AlignedSide
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.records import dataclass

MIN_WORDS = 12
"""Shorter clauses are no evidence, unless each draft has them word for word in one place."""
MIN_WORDS_VERBATIM = 5
"""Words from which on such a clause is one.

On 34 pairs of texts four short clauses are followed into another row so, all of them rightly.
"""
LEAST_COSINE = 0.25
LEAD = 0.1
"""How much nearer than the nearest clause of any other unit.

Against the printed tables of fifteen pairs of acts, links between articles that such clauses add are right in
45 of 62 (in French 40 of 65); without the lead in half. The wrong ones are echoes in fact, which the tables
do not list. From .2 to .35 and .1 to .15 the figures move little.
"""
_ROWS_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class _Nearest:
    """The nearest clause of each of some clauses: its index, its cosine, and the best of other units."""

    place: Ints
    cosine: Floats
    rest: Floats


def crossing_clauses(
    drafts: MeasuredPairs,
    row_of_a: Mapping[int, int],
    row_of_b: Mapping[int, int],
    settled: tuple[Collection[int], Collection[int]],
) -> list[tuple[int, int]]:
    """The clauses that went to a unit of another row, as pairs of clauses of A and of B.

    Args:
        drafts: their clauses.
        row_of_a: the row of each unit of A.
        row_of_b: the row of each unit of B.
        settled: clauses of A and of B that are so much their partner's that they cannot have gone.
    """
    a, b = drafts.a, drafts.b
    if not a.clauses or not b.clauses:
        return []
    candidates = _candidates(a, settled[0])
    there = _nearest(drafts, candidates, b, turned=False)
    likely = [
        (clause, int(place))
        for clause, place, cosine, rest in zip(candidates, there.place, there.cosine, there.rest, strict=True)
        if _leads(float(cosine), float(rest))
        and row_of_a[a.unit_of[clause]] != row_of_b[b.unit_of[int(place)]]
        and b.clause_sizes[int(place)] >= MIN_WORDS
        and int(place) not in settled[1]
        and not b.statements[b.unit_of[int(place)]]
    ]
    back = _nearest(drafts, [other for _, other in likely], a, turned=True)
    return [
        pair
        for pair, place, cosine, rest in zip(likely, back.place, back.cosine, back.rest, strict=True)
        if int(place) == pair[0] and _leads(float(cosine), float(rest))
    ]


def _leads(cosine: float, rest: float) -> bool:
    return cosine >= LEAST_COSINE and cosine >= rest + LEAD


def _candidates(side: AlignedSide, settled: Collection[int]) -> list[int]:
    return [
        clause
        for clause, size in enumerate(side.clause_sizes)
        if size >= MIN_WORDS and clause not in settled and not side.statements[side.unit_of[clause]]
    ]


def _nearest(drafts: MeasuredPairs, clauses: Sequence[int], other: AlignedSide, *, turned: bool) -> _Nearest:
    """The nearest clause of the other draft for each of some clauses."""
    everything = range(len(other.clauses))
    units = np.asarray(other.unit_of, np.int64)
    places, cosines, rests = np.zeros(0, np.int64), np.zeros(0), np.zeros(0)
    for start in range(0, len(clauses) if everything else 0, _ROWS_AT_ONCE):
        some = clauses[start : start + _ROWS_AT_ONCE]
        block = (
            drafts.clauses.cosines(everything, some).T if turned else drafts.clauses.cosines(some, everything)
        )
        block = np.round(block, 9)
        best = block.argmax(axis=1)
        places = np.concatenate([places, best])
        cosines = np.concatenate([cosines, block[np.arange(len(some)), best]])
        elsewhere = np.where(units[None, :] == units[best][:, None], 0.0, block)
        rests = np.concatenate([rests, elsewhere.max(axis=1)])
    return _Nearest(places, cosines, rests)


def only_places(a: AlignedSide, b: AlignedSide) -> dict[int, int]:
    """The short clauses of A that either draft has word for word exactly once, with that of B.

    Args:
        a: one draft.
        b: the other.
    """
    in_a, in_b = (
        {keys: found[0] for keys, found in _short(side).items() if len(found) == 1} for side in (a, b)
    )
    return {clause: in_b[keys] for keys, clause in in_a.items() if keys in in_b}


def _short(side: AlignedSide) -> dict[tuple[str, ...], list[int]]:
    """The short clauses by their words."""
    found: dict[tuple[str, ...], list[int]] = {}
    for clause, size in enumerate(side.clause_sizes):
        if MIN_WORDS_VERBATIM <= size < MIN_WORDS:
            found.setdefault(side.keys(clause), []).append(clause)
    return found
