"""Align two drafts: which provision of A became which of B.

numpy and scipy's compiled loops load with this module; import it only where drafts are aligned.
"""

from __future__ import annotations

from itertools import zip_longest

from treatydiff.align.clause_pairs import ClausePair, pair_clauses
from treatydiff.align.containers import container_rows
from treatydiff.align.far_pairs import pair_far_units
from treatydiff.align.nearness import judge_nearness
from treatydiff.align.pairings import container_pairings, unit_pairings
from treatydiff.align.rows import Row, grouped
from treatydiff.align.sides import AlignedSide, side_of
from treatydiff.align.similarity import MeasuredPairs, measure
from treatydiff.align.splits import unit_rows
from treatydiff.align.strays import without_strays
from treatydiff.align.unit_pairs import UnitPair, pair_placeholders, pair_units
from treatydiff.model import Alignment, Draft, MatchedRow, Nearness
from treatydiff.settings import Settings


def align_drafts(a: Draft, b: Draft, settings: Settings) -> Alignment:
    """Say of every provision of two drafts what it became, or where it came from.

    Between drafts of one text units are paired by the mean of TF-IDF cosine and 3- and 5-gram Dice,
    headings and neighbours helping; clauses that are found in other units then tie units into splits and
    mergers; clauses are paired inside these rows, and across all units. Between different instruments a
    pair must show more, of content and heading, and nothing is called moved. A placeholder ("Deleted")
    answers to one of the same number that says the same, and to nothing else.

    Args:
        a: the earlier draft.
        b: the later draft, in the same language.
        settings: thresholds, and whether the texts are near or far where the user knows.

    Returns:
        Every unit, and every container, of either draft in exactly one row; every clause of either
        draft in exactly one clause pairing.
    """
    drafts = measure(side_of(a), side_of(b))
    nearness, rows, clauses = _matched(a, b, drafts, settings)
    near = nearness is None or nearness.near
    containers = container_rows(a, b, drafts.a, drafts.b, rows)
    units = unit_pairings(drafts, rows, clauses, containers, ordered=near)
    return Alignment(units, container_pairings(a, b, containers, units, ordered=near), nearness)


def match_drafts(
    a: Draft, b: Draft, settings: Settings, *, sides: tuple[AlignedSide, AlignedSide] | None = None
) -> tuple[MatchedRow, ...]:
    """Say which provisions of two drafts are one another's counterparts, and nothing more of them.

    The same rows and pairs as `align_drafts` gives, without what they are called and why, which takes a
    third of its time.

    Args:
        a: the earlier draft.
        b: the later draft, in the same language.
        settings: thresholds, and whether the texts are near or far where the user knows.
        sides: both as `side_of` gives them, where they are at hand.
    """
    drafts = measure(*(sides or (side_of(a), side_of(b))))
    _, rows, clauses = _matched(a, b, drafts, settings)
    units, leaves = (drafts.a.units, drafts.b.units), (drafts.a.clauses, drafts.b.clauses)
    return tuple(
        MatchedRow(
            tuple(units[0][unit].id for unit in row.a),
            tuple(units[1][unit].id for unit in row.b),
            tuple((leaves[0][pair.a].id, leaves[1][pair.b].id) for pair in pairs),
        )
        for row, pairs in zip(rows, clauses, strict=True)
    )


def _matched(
    a: Draft, b: Draft, drafts: MeasuredPairs, settings: Settings
) -> tuple[Nearness | None, tuple[Row, ...], tuple[tuple[ClausePair, ...], ...]]:
    """How near the drafts are (None: they are one text), their rows, and the pairs of clauses of each."""
    if _says_the_same(a, b):
        return None, *_same_rows(drafts.a)
    nearness = judge_nearness(drafts, settings)
    rows = _rows(drafts, settings, near=nearness.near)
    return nearness, rows, pair_clauses(drafts, rows, settings, across=nearness.near)


def _rows(drafts: MeasuredPairs, settings: Settings, *, near: bool) -> tuple[Row, ...]:
    """The rows of units; between different instruments one to one, since a formula is no merger."""
    if near:
        found = without_strays(drafts, pair_units(drafts, settings), settings)
        pairs = (*found, *pair_placeholders(drafts.a, drafts.b))
        return unit_rows(drafts, tuple(sorted(pairs, key=lambda pair: pair.a)), settings)
    return grouped(drafts.a, drafts.b, pair_far_units(drafts), {})


def _says_the_same(a: Draft, b: Draft) -> bool:
    """Whether two drafts have the same provisions with the same words throughout."""
    said = (
        ((node.id, node.kind, node.number, node.heading, node.text) for node in draft.walk())
        for draft in (a, b)
    )
    return all(one == other for one, other in zip_longest(*said))


def _same_rows(side: AlignedSide) -> tuple[tuple[Row, ...], tuple[tuple[ClausePair, ...], ...]]:
    """The rows of a draft compared with itself."""
    last = len(side.units) - 1
    rows = tuple(
        Row((i,), (i,), (UnitPair(i, i, 1.0, 1.0, bool(unit.provision.number), (i > 0) + (i < last), 1.0),))
        for i, unit in enumerate(side.units)
    )
    return rows, tuple(tuple(ClausePair(c, c, 1.0) for c in those) for those in side.clauses_of)
