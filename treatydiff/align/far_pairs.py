"""Which unit of one instrument answers to which of another: by content and heading, one to one.

Order and numbers mean nothing between two instruments, and formulas are no content.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from treatydiff.align.arrays import Floats
from treatydiff.align.assignment import Assignment
from treatydiff.align.nearness import nearest_pairs
from treatydiff.align.sides import AlignedSide
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.align.unit_pairs import UnitPair, same_role
from treatydiff.language.number_forms import number_form

CONTENT_WEIGHT, HEADING_WEIGHT = 0.7, 0.3
FAR_BAR = 0.24
"""What content and heading must come to.

On a convention on cybercrime and one on corruption, with counterparts named by hand: 11 of 12 found and
nothing wrong from .23 to .24, 10 at .25, 9 at .27; below .22 the first wrong one. Without headings (weight
.2 and less) two fewer.
"""
NAMED_ALIKE = 0.35
"""How alike headings are from which on nobody asks what carries the pair."""
OWN_SHARE = 1 / 3
"""Part of the likeness of content that must be left without what many treaties have, of other pairs.

Two offences of different conventions, alike in "to establish as criminal offences under its domestic law,
when committed intentionally", keep a quarter of it at most; of right pairs between six conventions and
protocols on crime, those with unlike headings keep .43 and more but one (the relation of a protocol to its
convention, .11).
"""
NEAREST_FAR = 0.2
"""Cosine of content from which on two units left free that are one another's nearest are a pair.

Both what the drafts repeat and what many treaties have left out. A national draft says in other words, under
another heading, what the chair's text says ("Catalogue of objects", "Registration and information"): of such
pairs, written to try it, .21 to .26; of what is not the same, in six conventions and protocols on crime, at
most .17.
"""
SAME_KIND = 0.8
"""How alike headings count that name the same kind of final clause, or definitions, or the purpose."""


def pair_far_units(drafts: MeasuredPairs) -> tuple[UnitPair, ...]:
    """The pairs of units that answer to one another, at most one to a unit, in the order of A.

    Args:
        drafts: their units and the content of these.
    """
    a, b = drafts.a, drafts.b
    headings = _headings(a, b)
    found: list[tuple[int, int, float, float]] = []
    by_row: dict[int, dict[int, float]] = {}
    for (i, j), alike in headings.items():
        by_row.setdefault(i, {})[j] = alike
    for start, block in drafts.content.tables():
        for row, cosines in enumerate(block):
            i = start + row
            score = CONTENT_WEIGHT * cosines
            of_row = by_row.get(i, {})
            for j, alike in of_row.items():
                score[j] += HEADING_WEIGHT * alike
            found += [
                (i, j, of_row.get(j, 0.0), float(score[j]))
                for j in np.flatnonzero(score >= FAR_BAR).tolist()
                if _may_pair(a, b, i, j)
            ]
    found = _carried_by_more(drafts, found)
    left, right = (np.asarray([entry[place] for entry in found], np.int64) for place in (0, 1))
    ranks: Floats = np.asarray([score for _, _, _, score in found])
    assigned = Assignment()
    assigned.take(left, right, ranks, np.ones(len(found), dtype=np.bool_))
    kept = [entry for entry in found if assigned.partner.get(entry[0]) == entry[1]]
    kept = sorted([*kept, *_nearest_of_the_rest(drafts, assigned, headings)])
    texts = drafts.units.components([i for i, *_ in kept], [j for _, j, *_ in kept])
    return tuple(
        UnitPair(i, j, parts.mean, heading, _same_number(a, b, i, j), 0, score)
        for (i, j, heading, score), parts in zip(kept, texts, strict=True)
    )


def _carried_by_more(
    drafts: MeasuredPairs, found: list[tuple[int, int, float, float]]
) -> list[tuple[int, int, float, float]]:
    """The candidates with like headings, or of whose likeness enough is no formula."""
    left, right = (np.asarray([entry[place] for entry in found], np.int64) for place in (0, 1))
    content = drafts.content.cosines(left, right)
    own = drafts.own.cosines(left, right)
    return [
        entry
        for entry, whole, of_own in zip(found, content.tolist(), own.tolist(), strict=True)
        if entry[2] >= NAMED_ALIKE
        or (of_own >= OWN_SHARE * whole and not drafts.remainders.are_unlike(entry[0], entry[1]))
    ]


def _nearest_of_the_rest(
    drafts: MeasuredPairs,
    assigned: Assignment,
    headings: Mapping[tuple[int, int], float],
) -> list[tuple[int, int, float, float]]:
    """The units left free that are one another's nearest by what no formula says.

    Final clauses, whose words are everybody's, are known by their headings, and are nearest to nothing else.
    """
    a, b = drafts.a, drafts.b
    rows, columns = nearest_pairs(drafts.own, NEAREST_FAR)
    content = drafts.content.cosines(rows, columns)
    found = []
    for i, j, cosine in zip(rows.tolist(), columns.tolist(), content.tolist(), strict=True):
        free = i not in assigned.partner and j not in assigned.taken and _may_pair(a, b, i, j)
        matter = (i in a.frame) == (j in b.frame)
        if free and matter and cosine >= NEAREST_FAR and not drafts.remainders.are_unlike(i, j):
            alike = headings.get((i, j), 0.0)
            found.append((i, j, alike, CONTENT_WEIGHT * cosine + HEADING_WEIGHT * alike))
    return found


def _may_pair(a: AlignedSide, b: AlignedSide, i: int, j: int) -> bool:
    """Whether two units may answer to one another: no placeholder, and of the same role."""
    return not a.statements[i] and not b.statements[j] and same_role(a.units[i], b.units[j])


def _same_number(a: AlignedSide, b: AlignedSide, i: int, j: int) -> bool:
    one, other = a.units[i].provision.number, b.units[j].provision.number
    return bool(one) and number_form(one) == number_form(other)


def _headings(a: AlignedSide, b: AlignedSide) -> dict[tuple[int, int], float]:
    """How alike headings are (0 to 1), where at all: Dice's coefficient of stems, rare ones counting more.

    Preambles answer to preambles, closing formulas to closing formulas; headings of one kind of final
    clause, of definitions and of the purpose, to one another.
    """
    stems_a, stems_b = a.heading_stems, b.heading_stems
    seen = Counter(stem for stems in (*stems_a, *stems_b) for stem in stems)
    whole = len(a.units) + len(b.units)
    weights = {stem: float(np.log((1 + whole) / (1 + times))) for stem, times in seen.items()}
    kinds_a, kinds_b = a.kinds, b.kinds
    bearers: dict[str, set[int]] = {}
    for j, other in enumerate(b.units):
        for what in (*stems_b[j], *(f"kind {kind}" for kind in kinds_b[j]), f"unit {other.kind}"):
            bearers.setdefault(what, set()).add(j)
    found: dict[tuple[int, int], float] = {}
    for i, unit in enumerate(a.units):
        role = (f"unit {unit.kind}",) if unit.kind in ("preamble", "closing") else ()
        told = (*stems_a[i], *(f"kind {kind}" for kind in kinds_a[i]), *role)
        for j in sorted(set().union(*(bearers.get(what, ()) for what in told))):
            other = b.units[j]
            alike = _alike(stems_a[i], stems_b[j], weights)
            if kinds_a[i] & kinds_b[j]:
                alike = max(alike, SAME_KIND)
            if unit.kind == other.kind and unit.kind in ("preamble", "closing"):
                alike = 1.0
            if alike > 0.0:
                found[i, j] = alike
    return found


def _alike(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    shared = a & b
    if not shared:
        return 0.0
    total = sum(weights[stem] for stem in a) + sum(weights[stem] for stem in b)
    return 2.0 * sum(weights[stem] for stem in shared) / total if total else 0.0
