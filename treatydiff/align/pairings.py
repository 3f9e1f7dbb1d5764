"""Rows of units, clauses and containers become the pairings that the other stages read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from treatydiff.align.alone import Copies, copied_clauses, lone_evidence
from treatydiff.align.assignment import out_of_order, reading_order
from treatydiff.align.clause_pairs import ClausePair
from treatydiff.align.containers import ContainerRow, provisions_by_id
from treatydiff.align.evidence import clause_evidence, heading_change, pair_evidence, shared_run
from treatydiff.align.links import row_links
from treatydiff.align.relations import Flags, clause_flags, moved_units, row_relation, unit_flags
from treatydiff.align.rows import Row
from treatydiff.align.sides import AlignedSide
from treatydiff.align.similarity import Components, MeasuredPairs, Similarity
from treatydiff.align.statements import stated_evidence
from treatydiff.align.texts import amended, joined
from treatydiff.language.number_forms import same_number
from treatydiff.model import Draft, Evidence, Pairing, Provision, Relation, UnitPairing
from treatydiff.records import dataclass

_UNCHANGED = ("identical", "renumbered")


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is known of all rows when one is written down.

    `components` are the measures of each pair of units and `moved` why it counts as moved; `went`
    says which clause of B each paired clause of A became, and `of_clauses` holds the measures of the
    pairs of clauses that are not alike throughout; `ordered` is whether order says anything, and
    `copies` tells of clauses that stand in several places of one draft.
    """

    components: Mapping[tuple[int, int], Components]
    of_clauses: Mapping[tuple[int, int], Components]
    moved: Mapping[tuple[int, int], str]
    went: Mapping[int, int]
    ordered: bool
    copies: Copies


def unit_pairings(
    drafts: MeasuredPairs,
    rows: Sequence[Row],
    clauses: Sequence[Sequence[ClausePair]],
    containers: Sequence[ContainerRow],
    *,
    ordered: bool = True,
) -> tuple[UnitPairing, ...]:
    """The rows of the comparison in reading order.

    Args:
        drafts: their units and clauses.
        rows: the units that belong together.
        clauses: the clause pairs listed in each row.
        containers: which containers belong together.
        ordered: whether the order of either draft says anything, so that some of it can have moved.
    """
    a, b = drafts.a, drafts.b
    paired = [row for row in containers if row.a and row.b]
    in_a = {key: index for index, row in enumerate(paired) for key in row.a}
    in_b = {key: index for index, row in enumerate(paired) for key in row.b}
    pairs = [(pair.a, pair.b) for row in rows for pair in row.pairs]
    changed = [(pair.a, pair.b) for those in clauses for pair in those if pair.similarity < 1.0]
    copies = copied_clauses(drafts, clauses)
    seen = _Seen(
        _components(drafts.units, pairs),
        _components(drafts.clauses, changed),
        moved_units(a, b, rows, in_a, in_b) if ordered else {},
        {pair.a: pair.b for those in clauses for pair in those},
        ordered,
        copies,
    )
    links = row_links(a, b, rows, clauses, copies.places if ordered else ())
    stated, alone = stated_evidence(a, b, rows), lone_evidence(drafts, rows)
    made = [
        replace(
            _unit_pairing(drafts, row, those, (*alone.get(index, ()), *stated.get(index, ())), seen),
            links=links[index],
        )
        for index, (row, those) in enumerate(zip(rows, clauses, strict=True))
    ]
    places = [(row.a[0] if row.a else None, row.b[0] if row.b else None) for row in rows]
    return tuple(made[index] for index in reading_order(places))


def _components(
    similarity: Similarity, pairs: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], Components]:
    """The three measures of each of some pairs."""
    measured = similarity.components([one for one, _ in pairs], [other for _, other in pairs])
    return dict(zip(pairs, measured, strict=True))


def _unit_pairing(
    drafts: MeasuredPairs, row: Row, pairs: Sequence[ClausePair], stated: tuple[Evidence, ...], seen: _Seen
) -> UnitPairing:
    """One row with its clauses; `stated` is what the drafts say of it."""
    a, b = drafts.a, drafts.b
    of_clauses = clause_flags(a, b, row, pairs)
    if not seen.ordered:
        of_clauses = tuple(replace(flags, moved=False) for flags in of_clauses)
    paired = _paired_clauses(a, b, row, list(zip(pairs, of_clauses, strict=True)), seen)
    single = _single_clauses(a, b, row, pairs, seen)
    exchanged = _exchanged(a, b, row, pairs, seen.went)
    in_a = [clause for unit in row.a for clause in a.clauses_of[unit]]
    in_b = [clause for unit in row.b for clause in b.clauses_of[unit]]
    copies = dict.fromkeys((*_named(seen.copies.of_b, in_b), *_named(seen.copies.of_a, in_a)))
    flags = Flags()
    evidence: tuple[Evidence, ...] = ()
    similarity: float | None = None
    if row.a and row.b:
        reasons = [seen.moved.get((pair.a, pair.b), "") for pair in row.pairs]
        parts = [seen.components[pair.a, pair.b] for pair in row.pairs]
        flags = unit_flags(a, b, row, of_clauses, moved=any(reasons), whole=not single)
        similarity = _similarity(a, b, row, parts)
        evidence = (*pair_evidence(a, b, row, parts, reasons), *shared_run(a, b, pairs))
    elif not seen.ordered:
        evidence = (Evidence("no_counterpart"),)
    unit = b.units[row.b[0]] if row.b else a.units[row.a[0]]
    pairing = Pairing(
        tuple(a.units[i].id for i in row.a),
        tuple(b.units[j].id for j in row.b),
        row_relation(row, flags),
        flags.renumbered,
        flags.moved,
        flags.amended,
        similarity,
        (*evidence, *exchanged, *copies, *stated),
    )
    listed = paired + single
    order = reading_order([(one, other) for one, other, _ in listed])
    return UnitPairing(pairing, unit.kind, tuple(listed[index][2] for index in order))


def _similarity(a: AlignedSide, b: AlignedSide, row: Row, parts: Sequence[Components]) -> float | None:
    """The similarity of the most alike pair of a row; None where there are no words to compare."""
    if not any(a.sizes[i] for i in row.a) and not any(b.sizes[j] for j in row.b):
        return None
    return max((measured.mean for measured in parts), default=None)


def _exchanged(
    a: AlignedSide, b: AlignedSide, row: Row, pairs: Sequence[ClausePair], went: Mapping[int, int]
) -> tuple[Evidence, ...]:
    """The clauses that the row gave to other rows and had from them."""
    listed = {pair.a for pair in pairs}
    gone = [
        Evidence("moved_to", b.clauses[went[clause]].id)
        for unit in row.a
        for clause in a.clauses_of[unit]
        if clause in went and clause not in listed
    ]
    come = [Evidence("moved_from", a.clauses[pair.a].id) for pair in pairs if a.unit_of[pair.a] not in row.a]
    return (*gone, *come)


_Listed = tuple[int | None, int | None, Pairing]


def _paired_clauses(
    a: AlignedSide, b: AlignedSide, row: Row, pairs: Sequence[tuple[ClausePair, Flags]], seen: _Seen
) -> list[_Listed]:
    """The clause pairs of a row, with their places in A (None for one from another row) and in B."""
    listed: list[_Listed] = []
    for pair, flag in pairs:
        at_home = a.unit_of[pair.a] in row.a
        origin = () if at_home else (Evidence("moved_from", a.units[a.unit_of[pair.a]].id),)
        parts = seen.of_clauses.get((pair.a, pair.b))
        copies = (*_named(seen.copies.of_b, [pair.b]), *_named(seen.copies.of_a, [pair.a]))
        evidence = (*clause_evidence(a, b, pair, parts), *origin, *copies)
        pairing = Pairing(
            (a.clauses[pair.a].id,),
            (b.clauses[pair.b].id,),
            flag.relation,
            flag.renumbered,
            flag.moved,
            flag.amended,
            pair.similarity,
            evidence,
        )
        listed.append((pair.a if at_home else None, pair.b, pairing))
    return listed


def _single_clauses(
    a: AlignedSide, b: AlignedSide, row: Row, pairs: Sequence[ClausePair], seen: _Seen
) -> list[_Listed]:
    """The clauses of a row without a partner, deleted and added."""
    taken = {pair.b for pair in pairs}
    deleted: list[_Listed] = [
        (
            clause,
            None,
            Pairing((a.clauses[clause].id,), (), "deleted", evidence=_named(seen.copies.of_a, [clause])),
        )
        for unit in row.a
        for clause in a.clauses_of[unit]
        if clause not in seen.went
    ]
    added: list[_Listed] = [
        (
            None,
            clause,
            Pairing((), (b.clauses[clause].id,), "added", evidence=_named(seen.copies.of_b, [clause])),
        )
        for unit in row.b
        for clause in b.clauses_of[unit]
        if clause not in taken
    ]
    return deleted + added


def _named(told: Mapping[int, Evidence], clauses: Sequence[int]) -> tuple[Evidence, ...]:
    """What is told of some clauses."""
    return tuple(told[clause] for clause in clauses if clause in told)


def container_pairings(
    a: Draft,
    b: Draft,
    containers: Sequence[ContainerRow],
    units: Sequence[UnitPairing],
    *,
    ordered: bool = True,
) -> tuple[Pairing, ...]:
    """The rows of containers and annexes in reading order.

    A container is amended if its heading is, if any unit inside it is not the same throughout, or if its
    own words are not (a section of an annex that is one unit).

    Args:
        a: the earlier draft.
        b: the later draft.
        containers: which containers belong together.
        units: the rows of units.
        ordered: whether the order of either draft says anything.
    """
    nodes_a, nodes_b = provisions_by_id(a), provisions_by_id(b)
    changed_a = {key for unit in units if unit.pairing.relation not in _UNCHANGED for key in unit.pairing.a}
    changed_b = {key for unit in units if unit.pairing.relation not in _UNCHANGED for key in unit.pairing.b}
    rank_a = {key: place for place, key in enumerate(nodes_a)}
    rank_b = {key: place for place, key in enumerate(nodes_b)}
    made = [
        _container_pairing(
            row,
            [nodes_a[key] for key in row.a],
            [nodes_b[key] for key in row.b],
            any(node.id in changed_a for key in row.a for node in nodes_a[key].walk())
            or any(node.id in changed_b for key in row.b for node in nodes_b[key].walk())
            or amended(_words_of(nodes_a, row.a), _words_of(nodes_b, row.b)),
        )
        for row in containers
    ]
    places = [
        (rank_a[row.a[0]] if row.a else None, rank_b[row.b[0]] if row.b else None) for row in containers
    ]
    moved = _containers_out_of_order(containers, rank_b) if ordered else set()
    made = [replace(pairing, moved=True) if index in moved else pairing for index, pairing in enumerate(made)]
    made = [
        replace(pairing, relation="moved")
        if pairing.moved and pairing.relation not in ("split", "merged", "recast")
        else pairing
        for pairing in made
    ]
    return tuple(made[index] for index in reading_order(places))


def _words_of(nodes: Mapping[str, Provision], keys: Sequence[str]) -> str:
    """The words of some containers, with the headings inside them."""
    parts = [
        part
        for key in keys
        for node in nodes[key].walk()
        for part in (node.heading if node is not nodes[key] else "", "" if node.children else node.text)
        if part
    ]
    return joined(parts)


def _containers_out_of_order(rows: Sequence[ContainerRow], rank_b: Mapping[str, int]) -> set[int]:
    """The rows, in the order of A, that stand outside the longest increasing run."""
    paired = [index for index, row in enumerate(rows) if row.a and row.b]
    outside = out_of_order(
        [rank_b[rows[index].b[0]] for index in paired], [rows[index].size for index in paired]
    )
    return {paired[place] for place in outside}


def _container_pairing(
    row: ContainerRow, a: Sequence[Provision], b: Sequence[Provision], changed: bool
) -> Pairing:
    """One row of containers; `changed` says whether a unit inside is not the same throughout."""
    if not a or not b:
        return Pairing(row.a, row.b, "deleted" if row.a else "added")
    renumbered = amended_heading = False
    evidence = [Evidence("shared_words", value=row.share)]
    for one, other in zip(a, b, strict=False):
        renumbered = renumbered or not same_number(one, other)
        if amended(one.heading, other.heading):
            amended_heading = True
            evidence.append(heading_change(one, other))
    relation: Relation = "renumbered" if renumbered else "identical"
    if changed or amended_heading:
        relation = "amended"
    if len(a) > 1 or len(b) > 1:
        relation = "split" if len(a) == 1 else "merged" if len(b) == 1 else "recast"
    return Pairing(
        row.a, row.b, relation, renumbered, False, changed or amended_heading, row.share, tuple(evidence)
    )
