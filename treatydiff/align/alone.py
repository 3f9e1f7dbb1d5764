"""What is seen of units without a partner, and of clauses that stand in several places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from treatydiff.align.arrays import Floats
from treatydiff.align.clause_pairs import ClausePair
from treatydiff.align.crossings import MIN_WORDS
from treatydiff.align.grams import gathered
from treatydiff.align.reassembly import shares_held
from treatydiff.align.rows import Row
from treatydiff.align.sides import AlignedSide
from treatydiff.align.similarity import LEAST_WEIGHT, MeasuredPairs
from treatydiff.align.sparse.rows import SparseRows
from treatydiff.model import Evidence
from treatydiff.records import dataclass

LEAST_HELD = 0.25
"""Share of a lone unit's pairs of words from which on the unit that holds them is named."""
LEAST_ADDED = 0.2
"""Share of a lone unit that a further one must hold beyond those named before it, to be named beside them.

It must come to so many words as a clause needs to be evidence: of six pairs of units that 34 pairs of texts
would name so, five were some words of a short unit in a long preamble.
"""
HALF = 0.5
"""Share that several units must hold together for more than the first of them to be named."""
_ROWS_AT_ONCE = 256


def lone_evidence(drafts: MeasuredPairs, rows: Sequence[Row]) -> dict[int, tuple[Evidence, ...]]:
    """Where most of a unit without a partner stands in the other draft, by the index of its row.

    Where its words come from several units that hold half of it together, each is named with what it adds.

    Args:
        drafts: their units and pairs of words.
        rows: the units that belong together.
    """
    found: dict[int, tuple[Evidence, ...]] = {}
    a, b = drafts.a, drafts.b
    for held_clauses, other, in_a in ((drafts.held_in_b, b, True), (drafts.held_in_a, a, False)):
        own = held_clauses.side
        alone = [
            (index, (row.a if in_a else row.b)[0])
            for index, row in enumerate(rows)
            if not (row.b if in_a else row.a) and own.statements[(row.a if in_a else row.b)[0]] is None
        ]
        if not alone or not other.units:
            continue
        pairs = _evenly_weighted(held_clauses.clause_pairs, len(a.units) + len(b.units))
        whole = gathered(pairs, own.unit_of, len(own.units))
        homes = held_clauses.homes.turned()
        for start in range(0, len(alone), _ROWS_AT_ONCE):
            some = alone[start : start + _ROWS_AT_ONCE]
            shares = np.round(shares_held(whole[[unit for _, unit in some]], homes), 9)
            for (index, unit), held in zip(some, shares, strict=True):
                if held.max() >= LEAST_HELD:
                    found[index] = tuple(
                        Evidence("nearest", other.units[home].id, share)
                        for home, share in _homes(whole[[unit]], held, homes, own.sizes[unit])
                    )
    return found


def _evenly_weighted(pairs: SparseRows, units: int) -> SparseRows:
    """Pairs of words of which none that one unit alone has weighs more than one that two have.

    What is new is rarer than what was taken over; in short drafts it would outweigh it by half.

    Args:
        pairs: clauses x pairs of words, weighted.
        units: how many units there are in both drafts.
    """
    most = float(np.log((1 + units) / 3)) + LEAST_WEIGHT
    return SparseRows(
        np.minimum(pairs.values, max(most, LEAST_WEIGHT)), pairs.columns, pairs.starts, pairs.width
    )


def _homes(unit: SparseRows, held: Floats, homes: SparseRows, words: int) -> list[tuple[int, float]]:
    """The units of the other draft that hold a unit's words, with the share that each adds, the most first.

    Args:
        unit: its pairs of words, one row.
        held: the share of it that each unit of the other draft holds.
        homes: pairs of words x units of the other draft, zeros and ones.
        words: how many the unit has.
    """
    there = homes[unit.columns].dense() > 0.0
    weights = unit.values / unit.values.sum()
    found: list[tuple[int, float]] = []
    least = max(LEAST_ADDED, (MIN_WORDS - 1) / words)  # Twelve words in a row are eleven pairs.
    while not found or held.max() >= least:
        home = int(held.argmax())
        found.append((home, float(held[home])))
        weights = np.where(there[:, home], 0.0, weights)
        held = np.round(weights @ there, 9)
    return found if sum(share for _, share in found) >= HALF else found[:1]


@dataclass(frozen=True, slots=True)
class Copies:
    """Clauses that stand word for word in more units of one draft than of the other.

    `of_b` says of clauses of B in more units than in A which clause of A they copy, and in how many places;
    `of_a` of clauses of A in more units than in B which clause of B has their words now, and in how many
    places these stood. `places` are the clause of A with each place in B, or of B with each in A, that no
    pair of clauses names.
    """

    of_a: Mapping[int, Evidence]
    of_b: Mapping[int, Evidence]
    places: tuple[tuple[int, int], ...]


def copied_clauses(drafts: MeasuredPairs, clauses: Sequence[Sequence[ClausePair]]) -> Copies:
    """Find the clauses that stand word for word in more units of one draft than of the other.

    Places are linked only where one draft has a single unit with the clause: what several units of each
    have is a formula (of empowerment, in official tables: eight places for three; the tables name two).

    Args:
        drafts: their clauses.
        clauses: the pairs of clauses of each row.
    """
    a, b = drafts.a, drafts.b
    places_a, places_b = _places(a), _places(b)
    paired = {(pair.a, pair.b) for those in clauses for pair in those}
    same_a = {i for i, j in paired if a.keys(i) == b.keys(j)}
    same_b = {j for i, j in paired if a.keys(i) == b.keys(j)}
    of_a: dict[int, Evidence] = {}
    of_b: dict[int, Evidence] = {}
    further: list[tuple[int, int]] = []
    for words, in_a in places_a.items():
        in_b = places_b.get(words, [])
        units_a, units_b = {a.unit_of[i] for i in in_a}, {b.unit_of[j] for j in in_b}
        if in_b and len(units_b) > len(units_a):
            of_b.update({j: Evidence("copies", a.clauses[in_a[0]].id, float(len(in_b))) for j in in_b})
            further += [(in_a[0], j) for j in in_b if j not in same_b and len(units_a) == 1]
        elif in_b and len(units_a) > len(units_b):
            of_a.update({i: Evidence("repeated", b.clauses[in_b[0]].id, float(len(in_a))) for i in in_a})
            further += [(i, in_b[0]) for i in in_a if i not in same_a and len(units_b) == 1]
    return Copies(of_a, of_b, tuple(further))


def _places(side: AlignedSide) -> dict[tuple[str, ...], list[int]]:
    """The clauses with the same words, for those that are long enough."""
    places: dict[tuple[str, ...], list[int]] = {}
    for clause, size in enumerate(side.clause_sizes):
        if size >= MIN_WORDS and side.statements[side.unit_of[clause]] is None:
            places.setdefault(side.keys(clause), []).append(clause)
    return places
