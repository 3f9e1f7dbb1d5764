"""Rows of a comparison for the reader: units with their clauses, and containers."""

from __future__ import annotations

from collections.abc import Collection

from treatydiff.model import (
    ClauseDiff,
    Comparison,
    Consonance,
    ContainerComparison,
    Edit,
    EditClass,
    Pairing,
    Provision,
    ScoreSheet,
    UnitComparison,
)
from treatydiff.naming import wording
from treatydiff.naming.citations import (
    beside_label,
    citation,
    former_label,
    group_label,
    page_of,
    unlike,
)
from treatydiff.naming.labels import own_label
from treatydiff.naming.sides import Side, Standing
from treatydiff.report.comparison.changes import reading_order, signal_count_words
from treatydiff.report.comparison.evidence_words import evidence_words, stated_words
from treatydiff.report.comparison.link_words import link_words, source_words
from treatydiff.report.comparison.meaning_views import is_shown
from treatydiff.report.comparison.passages import stretch_views
from treatydiff.report.comparison.view_model import ClauseView, ContainerView, Shares, UnitView
from treatydiff.report.kit.pieces import Passage


def shares_of(consonance: Consonance) -> Shares:
    """Consonance in whole percents."""
    c = consonance
    carried, same_carried, changed_carried, not_carried = wording.split_percents(
        c.carried, c.carried_same_force
    )
    derived, same_derived, changed_derived, not_derived = wording.split_percents(
        c.derived, c.derived_same_force
    )
    return Shares(
        carried=carried,
        derived=derived,
        symmetric=wording.percent(c.symmetric),
        carried_same_force=same_carried,
        derived_same_force=same_derived,
        carried_changed_force=changed_carried,
        derived_changed_force=changed_derived,
        not_carried=not_carried,
        not_derived=not_derived,
        carried_in_brackets=wording.percent(c.carried_in_brackets),
        verbatim_carried=wording.percent(c.verbatim_carried),
        verbatim_derived=wording.percent(c.verbatim_derived),
        carried_share=c.carried,
        derived_share=c.derived,
        carried_same_share=c.carried_same_force,
        derived_same_share=c.derived_same_force,
    )


def unit_views(
    comparison: Comparison, a: Side, b: Side, only: Collection[EditClass] = ()
) -> tuple[UnitView, ...]:
    """Every row, in the order of B; what only A has stands where it stood in A.

    Args:
        comparison: the result of the pipeline.
        a, b: its drafts.
        only: the classes of edits whose clauses are laid open; all but typographic ones if empty.
    """
    order = reading_order([unit.pairing for unit in comparison.units], a.order, b.order)
    scores = comparison.scores
    return tuple(_unit_view(comparison.units[at], a, b, scores, only) for at in order)


def _unit_view(
    unit: UnitComparison, a: Side, b: Side, scores: ScoreSheet, only: Collection[EditClass]
) -> UnitView:
    pairing = unit.pairing
    full_a, full_b = group_label(a.places, pairing.a), group_label(b.places, pairing.b)
    group, number = _group(pairing, a, b)
    heading_a, heading_b = a.heading(pairing.a), b.heading(pairing.b)
    anchors = (*pairing.b, *(f"a--{each}" for each in pairing.a))
    order = reading_order([clause.pairing for clause in unit.clauses], a.order, b.order)
    tally_a, tally_b = unit.consonance.a, unit.consonance.b
    return UnitView(
        anchor=anchors[0],
        anchors=anchors,
        ids_a=pairing.a,
        ids_b=pairing.b,
        kind=unit.kind,
        group=group,
        label=full_b or full_a,
        label_a=_inside(a, pairing.a, number) or wording.ABSENT,
        label_b=_inside(b, pairing.b, number) or wording.ABSENT,
        was=former_label(full_a, full_b) if full_a and full_b and full_a != full_b else "",
        heading=beside_label(heading_b or ("" if pairing.b else heading_a), full_b or full_a),
        heading_was=heading_a if pairing.a and pairing.b and unlike(heading_a, heading_b) else "",
        relation=pairing.relation,
        relation_words=wording.relation_words(pairing),
        shares=shares_of(unit.consonance),
        words_a=tally_a.words,
        words_b=tally_b.words,
        pages=_pages(pairing, a, b),
        citation_a=_unit_citation(a, pairing.a),
        citation_b=_unit_citation(b, pairing.b),
        signals=signal_count_words((unit,)),
        stated=stated_words(pairing.evidence),
        evidence=evidence_words(pairing.evidence, a, b),
        links=link_words(unit, a, b),
        source=source_words(unit, a, b),
        clauses=tuple(_clause_view(unit.clauses[at], pairing, a, b, only) for at in order),
        taken=stretch_views(b, pairing.b, scores.stretches_b, carried=True),
        left_behind=stretch_views(a, pairing.a, scores.stretches_a, carried=False),
        notes=tuple(wording.signal_note(signal) for signal in unit.signals),
    )


def _group(pairing: Pairing, a: Side, b: Side) -> tuple[str, int]:
    """Name and number of the instrument of a row; the name is "" where no draft has several."""
    side, ids = (b, pairing.b) if pairing.b else (a, pairing.a)
    name, number = side.instrument(ids)
    several = len(a.draft.instruments) > 1 or len(b.draft.instruments) > 1
    return (name if several else "", number)


def _inside(side: Side, ids: tuple[str, ...], instrument: int) -> str:
    """The label of units; their instrument is named where it is not the one of the group."""
    return group_label(side.places, ids, instrument=side.instrument(ids)[1] != instrument)


def _unit_citation(side: Side, ids: tuple[str, ...]) -> str:
    if len(ids) < 2:
        return "".join(citation(side.name, side.places, each) for each in ids)
    pages = [page_of(side.places, each) for each in ids]
    known = dict.fromkeys(str(page) for page in pages if page is not None)
    where = f", {'pp.' if len(known) > 1 else 'p.'} {', '.join(known)}" if known else ""
    return f"{side.name}, {group_label(side.places, ids)}{where}"


def _pages(pairing: Pairing, a: Side, b: Side) -> str:
    """Where a provision stands: "p. 7 / p. 9"; only one of them where the other draft has no pages."""
    page_a = page_of(a.places, pairing.a[0]) if pairing.a else None
    page_b = page_of(b.places, pairing.b[0]) if pairing.b else None
    in_a = f"p. {page_a}" if page_a is not None else wording.ABSENT
    in_b = f"p. {page_b}" if page_b is not None else wording.ABSENT
    if not (a.paged and b.paged):
        return f"A {in_a}" if page_a is not None else f"B {in_b}" if page_b is not None else ""
    return "" if page_a is None and page_b is None else f"{in_a} / {in_b}"


def _clause_view(
    clause: ClauseDiff, unit: Pairing, a: Side, b: Side, only: Collection[EditClass]
) -> ClauseView:
    pairing = clause.pairing
    in_a, in_b = a.standing(pairing.a), b.standing(pairing.b)
    here = in_b if in_b.id else in_a
    passages = passages_of(clause, a, b)
    changed = any(each.op != "equal" and each.class_ != "typographic" for each in passages)
    return ClauseView(
        anchor=in_b.id or f"a--{in_a.id}",
        anchor_a=f"a--{in_a.id}" if in_a.id else "",
        label=_label_in_row(unit, in_a, in_b),
        title=_title(in_a, in_b),
        heading=here.heading,
        relation=pairing.relation,
        relation_words=wording.relation_words(pairing),
        pages=_pages(pairing, a, b),
        page_a=page_of(a.places, in_a.id),
        page_b=page_of(b.places, in_b.id),
        citation_a=citation(a.name, a.places, in_a.unit_id, in_a.id) if in_a.id else "",
        citation_b=citation(b.name, b.places, in_b.unit_id, in_b.id) if in_b.id else "",
        passages=passages,
        changed=changed,
        signals=tuple(
            dict.fromkeys(wording.signal_words(signal) for edit in clause.edits for signal in edit.signals)
        ),
        shown=is_shown(clause, only, changed=changed),
        notes=tuple(wording.signal_note(signal) for signal in clause.signals),
    )


def _title(a: Standing, b: Standing) -> str:
    """Where a clause stands: "Art. 6 (was 5), paragraph 2", "Art. 7 (deleted)"."""
    if not a.id or not b.id:
        return f"{b.whole} (added)" if b.id else f"{a.whole} (deleted)"
    if a.whole == b.whole:
        return b.whole
    if a.inside == b.inside:
        was = f"{b.unit} (was {former_label(a.unit, b.unit)})"
        return f"{was}, {b.inside}" if b.inside else was
    if a.unit == b.unit and a.inside:
        return f"{b.whole} (was {former_label(a.inside, b.inside)})"
    return f"{b.whole} (was {a.whole})"


def _label_in_row(unit: Pairing, a: Standing, b: Standing) -> str:
    """The label of a clause under the heading of its row, which names the units already."""
    here, units = (b, unit.b) if b.id else (a, unit.a)
    label = here.whole if len(units) > 1 else here.inside
    if not a.id or not b.id:
        return label
    if a.whole == b.whole:
        return label
    if a.unit_id not in unit.a or len(unit.a) > 1:
        return f"{label} (from {a.whole})" if label else f"from {a.whole}"
    if a.inside == b.inside:
        return label
    return f"{label} (was {former_label(a.inside, b.inside) or a.unit})" if label else f"was {a.inside}"


def passages_of(clause: ClauseDiff, a: Side, b: Side) -> tuple[Passage, ...]:
    """The edits of a clause, or its whole text where a pairing of equal clauses has none."""
    if clause.edits:
        return tuple(Passage(edit.op, edit.text, edit.class_, _hint(edit)) for edit in clause.edits)
    provision = _first_text(clause.pairing, a, b)
    return (Passage("equal", provision.text),) if provision and provision.text else ()


def _first_text(pairing: Pairing, a: Side, b: Side) -> Provision | None:
    for side, ids in ((b, pairing.b), (a, pairing.a)):
        for each in ids:
            if each in side.places:
                return side.places[each].provision
    return None


def _hint(edit: Edit) -> str:
    if edit.op == "equal":
        return ""
    signals = [wording.signal_note(signal) for signal in edit.signals]
    return "; ".join(filter(None, (edit.class_ or "", *signals)))


def container_views(comparison: Comparison, a: Side, b: Side) -> tuple[ContainerView, ...]:
    """Every row of containers, in the order of B."""
    rows = comparison.containers
    order = reading_order([row.pairing for row in rows], a.order, b.order)
    return tuple(_container_view(rows[at], a, b) for at in order)


def _container_view(row: ContainerComparison, a: Side, b: Side) -> ContainerView:
    pairing = row.pairing
    group, number = _group(pairing, a, b)
    return ContainerView(
        group=group,
        label_a=_container_label(a, pairing.a, number) or wording.ABSENT,
        label_b=_container_label(b, pairing.b, number) or wording.ABSENT,
        depth=_depth(b, pairing.b) if pairing.b else _depth(a, pairing.a),
        heading=b.heading(pairing.b) or a.heading(pairing.a),
        relation=pairing.relation,
        relation_words=wording.relation_words(pairing),
        shares=shares_of(row.consonance),
        anchor=_first_unit(b, pairing.b) or _first_unit(a, pairing.a, "a--"),
    )


def _container_label(side: Side, ids: tuple[str, ...], instrument: int) -> str:
    """The label of containers beside their heading, which is then not repeated."""
    known = [side.places[each].provision for each in ids if each in side.places]
    if len(known) == 1 and known[0].heading and not known[0].number:
        return own_label(known[0], bare=True)
    return _inside(side, ids, instrument)


def _depth(side: Side, ids: tuple[str, ...]) -> int:
    return min((len(side.places[each].around) for each in ids if each in side.places), default=0)


def _first_unit(side: Side, ids: tuple[str, ...], prefix: str = "") -> str:
    for each in ids:
        if each in side.places:
            for node in side.places[each].provision.walk():
                if side.holders.get(node.id) == node.id:
                    return prefix + node.id
    return ""
