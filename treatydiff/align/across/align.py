"""Align two drafts in different languages. numpy and scipy load with this module."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from treatydiff.align.across.clause_pairs import ClauseMatch, pair_clauses_across
from treatydiff.align.across.lexicon import Lexicon
from treatydiff.align.across.sides import MeasuredAcross, measure_across
from treatydiff.align.across.unit_pairs import PairAcross, pair_units_across
from treatydiff.align.assignment import out_of_order, reading_order
from treatydiff.align.rows import Row, grouped
from treatydiff.align.unit_pairs import UnitPair
from treatydiff.model import Draft
from treatydiff.records import dataclass

RelationAcross = Literal["counterpart", "moved", "split", "merged", "recast", "no_counterpart"]
JOINS = 0.3
"""Share of a unit's words that must answer to another unit for it to join that unit's row."""


@dataclass(frozen=True, slots=True)
class ClauseLink:
    """A clause of A and one of B by id, None where there is none; `moved` where their units are no pair."""

    a: str | None
    b: str | None
    similarity: float | None = None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """Units of A and of B that answer to one another, by id, with their clauses in the order of B.

    `links` are the units that share clauses, those of other rows too.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    relation: RelationAcross
    similarity: float | None
    clauses: tuple[ClauseLink, ...]
    links: tuple[tuple[str, str], ...]


def align_across(a: Draft, b: Draft, lexicons: Sequence[Lexicon | None]) -> tuple[AlignedRow, ...]:
    """Say of every unit of two drafts in different languages what answers to it in the other.

    Args:
        a, b: the drafts.
        lexicons: between the language of each and English; None for English.

    Returns:
        Every unit, and every clause, of either draft in exactly one row.
    """
    measured = measure_across(a, b, lexicons)
    pairs = pair_units_across(measured)
    clauses = pair_clauses_across(measured, pairs)
    rows = _grouped(measured, pairs, clauses)
    relations = _relations(measured, rows)
    places = [(min(row.a, default=None), min(row.b, default=None)) for row in rows]
    return tuple(_row(measured, rows[at], relations[at], clauses) for at in reading_order(places))


def _grouped(
    measured: MeasuredAcross, pairs: Sequence[PairAcross], clauses: Sequence[ClauseMatch]
) -> tuple[Row, ...]:
    a, b = measured.a, measured.b
    ties: dict[tuple[int, int], int] = {}
    paired_a, paired_b = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    for each in clauses:
        tie = (a.unit_of[each.a], b.unit_of[each.b])
        if each.moved and (tie[0] in paired_a or tie[1] in paired_b):
            ties[tie] = ties.get(tie, 0) + a.clause_sizes[each.a]
    joining = {
        (i, j) for i, j in ties
        if (i not in paired_a and ties[i, j] >= JOINS * a.sizes[i])
        or (j not in paired_b and ties[i, j] >= JOINS * _words_of(measured, clauses, i, j))
    }  # fmt: skip
    known = tuple(UnitPair(p.a, p.b, p.text, p.heading, False, 0, p.score) for p in pairs)
    return grouped(a, b, known, ties, joining)


def _words_of(measured: MeasuredAcross, clauses: Sequence[ClauseMatch], i: int, j: int) -> float:
    """Words of A that the whole of a unit of B would be: its own, in the proportion of its clauses there."""
    b = measured.b
    there = [each for each in clauses if measured.a.unit_of[each.a] == i and b.unit_of[each.b] == j]
    own = sum(measured.a.clause_sizes[each.a] for each in there)
    other = sum(b.clause_sizes[each.b] for each in there)
    return b.sizes[j] * own / other


def _relations(measured: MeasuredAcross, rows: Sequence[Row]) -> list[RelationAcross]:
    both = [at for at, row in enumerate(rows) if row.a and row.b]
    ordered = sorted(both, key=lambda at: rows[at].a[0])
    displaced = out_of_order(
        [rows[at].b[0] for at in ordered], [measured.a.sizes[rows[at].a[0]] for at in ordered]
    )
    moved = {ordered[place] for place in displaced}
    return [_relation(row, moved=at in moved) for at, row in enumerate(rows)]


def _relation(row: Row, *, moved: bool) -> RelationAcross:
    if not row.a or not row.b:
        return "no_counterpart"
    if len(row.a) > 1:
        return "recast" if len(row.b) > 1 else "merged"
    if len(row.b) > 1:
        return "split"
    return "moved" if moved else "counterpart"


def _row(
    measured: MeasuredAcross, row: Row, relation: RelationAcross, clauses: Sequence[ClauseMatch]
) -> AlignedRow:
    a, b = measured.a, measured.b
    own, other = set(row.a), set(row.b)
    here = [each for each in clauses if b.unit_of[each.b] in other]
    with_a, with_b = {each.a for each in clauses}, {each.b for each in here}
    alone_a = [c for i in row.a for c in a.clauses_of[i] if c not in with_a]
    alone_b = [c for j in row.b for c in b.clauses_of[j] if c not in with_b]
    entries: list[tuple[int | None, int | None, ClauseLink]] = [
        (each.a if a.unit_of[each.a] in own else None, each.b,
         ClauseLink(a.clauses[each.a].id, b.clauses[each.b].id, round(each.similarity, 6), each.moved))
        for each in here
    ]  # fmt: skip
    entries += [(c, None, ClauseLink(a.clauses[c].id, None)) for c in alone_a]
    entries += [(None, c, ClauseLink(None, b.clauses[c].id)) for c in alone_b]
    order = reading_order([(one, two) for one, two, _ in entries])
    ties = {(pair.a, pair.b) for pair in row.pairs}
    ties |= {(i, j) for i, j, _ in (*row.moved, *row.outside)}
    similarity = max((pair.text for pair in row.pairs), default=None)
    return AlignedRow(
        tuple(a.units[i].id for i in row.a), tuple(b.units[j].id for j in row.b), relation,
        None if similarity is None else round(similarity, 6),
        tuple(entries[at][2] for at in order),
        tuple((a.units[i].id, b.units[j].id) for i, j in sorted(ties)),
    )  # fmt: skip
