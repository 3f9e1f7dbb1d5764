"""JSON renderings: the contract of `treatydiff/draft/1` and `treatydiff/comparison/1`.

Keys are only ever added. Null stands for what was not measured; nothing is invented.
"""

from __future__ import annotations

from typing import Any

from treatydiff.model import (
    RELATIONS,
    AsideComparison,
    ClauseDiff,
    Comparison,
    ContainerComparison,
    Draft,
    Edit,
    Evidence,
    Nearness,
    Obligations,
    PrintedStanding,
    UnitComparison,
)
from treatydiff.naming.citations import Places, page_of
from treatydiff.naming.sides import Side, sides_of
from treatydiff.report.comparison.asides import reserved_positions
from treatydiff.report.comparison.consonance_json import (
    article_counts,
    consonance_additions,
    passages_json,
    shares_json,
)
from treatydiff.report.comparison.headline import cautions
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.json_text import diagnostic_json, dumped, link_json, signal_json, source_json
from treatydiff.report.kit.openness_json import openness_json


def comparison_json(comparison: Comparison) -> str:
    """A comparison as JSON of the schema `treatydiff/comparison/1`."""
    sides = sides_of(comparison)
    scores = comparison.scores
    reference: dict[str, Any] = {"id": scores.reference.id, "treaties": scores.reference.treaties}
    if scores.reference.left_out:
        reference["left_out"] = list(scores.reference.left_out)
    relations = [unit.pairing.relation for unit in comparison.units]
    return dumped({
        "schema": "treatydiff/comparison/1",
        "tool": TOOL,
        "settings": dict(comparison.settings),
        "reference": reference,
        "a": _compared(comparison.a),
        "b": _compared(comparison.b),
        "summary": {relation: relations.count(relation) for relation in RELATIONS},
        "consonance": {
            **shares_json(scores.document),
            "percentile_carried": scores.percentile_carried,
            "percentile_derived": scores.percentile_derived,
            **article_counts(scores),
        },
        "cautions": list(cautions(comparison, (draft_card(comparison.a), draft_card(comparison.b)))),
        **consonance_additions(comparison),
        "containers": [_container(each) for each in comparison.containers],
        "units": [_unit(each, comparison, sides) for each in comparison.units],
        "diagnostics": [
            *(diagnostic_json(each) for each in comparison.diagnostics),
            *_doubts_of(comparison.a, "a"),
            *_doubts_of(comparison.b, "b"),
        ],
        "substitutions": [
            {"old": each.old, "new": each.new, "count": each.count, "places": list(each.places)}
            for each in comparison.substitutions
        ],
        "obligations": _obligations(comparison.obligations),
        "notes": [_aside(each) for each in comparison.asides if each.kind != "front_matter"],
        "front_matter": [_aside(each) for each in comparison.asides if each.kind == "front_matter"],
        "reserved_positions": [
            {"side": each.side, "who": each.who, "provision": each.provision, "note": each.note,
             "text": each.text, "citation": each.citation}
            for each in reserved_positions(*sides)
        ],
        "nearness": _nearness(comparison.nearness),
        "standing": {side: [_standing(each) for each in ledger] for side, ledger in
                     (("a", comparison.standing_a), ("b", comparison.standing_b))},
        "agreed_changed": [
            {"a": each.a, "b": each.b or None, "says": each.says, "text": each.text, "now": each.now or None,
             "words": each.words, "mark_lost": each.mark_lost, "page_a": each.page_a, "page_b": each.page_b}
            for each in comparison.agreed
        ],
    })  # fmt: skip


def _nearness(nearness: Nearness | None) -> dict[str, Any] | None:
    if nearness is None:
        return None
    return {"verdict": "near" if nearness.near else "far", "share": nearness.share, "bar": nearness.bar,
            "asked": nearness.asked}  # fmt: skip


def _standing(standing: PrintedStanding) -> dict[str, Any]:
    return {
        "provision": standing.provision,
        "says": standing.says,
        "text": standing.text,
        "page": standing.page,
    }


def _aside(aside: AsideComparison) -> dict[str, Any]:
    return {"kind": aside.kind, "a": aside.a, "b": aside.b, "relation": aside.relation,
            "page_a": aside.page_a, "page_b": aside.page_b,
            "edits": [_edit(each) for each in aside.edits]}  # fmt: skip


def _doubts_of(draft: Draft, side: str) -> list[dict[str, Any]]:
    """What was lost or is doubtful in the reading of one draft."""
    return [diagnostic_json(each) | {"side": side} for each in draft.diagnostics if each.severity != "info"]


def _compared(draft: Draft) -> dict[str, Any]:
    return {
        "source": source_json(draft.source),
        "articles": draft.articles,
        "units": len(draft.units()),
        "openness": openness_json(draft),
    }


def _container(row: ContainerComparison) -> dict[str, Any]:
    return {"a": list(row.pairing.a), "b": list(row.pairing.b), "relation": row.pairing.relation,
            "consonance": shares_json(row.consonance)}  # fmt: skip


def _unit(unit: UnitComparison, comparison: Comparison, sides: tuple[Side, Side]) -> dict[str, Any]:
    pairing = unit.pairing
    places_a, places_b = sides[0].places, sides[1].places
    return {
        "kind": unit.kind,
        "relation": pairing.relation,
        "renumbered": pairing.renumbered,
        "moved": pairing.moved,
        "amended": pairing.amended,
        "a": list(pairing.a),
        "b": list(pairing.b),
        "similarity": pairing.similarity,
        "evidence": [_evidence(each) for each in pairing.evidence],
        "consonance": shares_json(unit.consonance),
        "signals": [signal_json(each) for each in unit.signals],
        "passages": passages_json(pairing, comparison.scores, sides),
        "clauses": [_clause(each, places_a, places_b) for each in unit.clauses],
        "links": [link_json(each) for each in unit.links],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"kind": evidence.kind, "text": evidence.text, "value": evidence.value}


def _obligations(profiles: Obligations | None) -> dict[str, Any] | None:
    if profiles is None:
        return None
    return {
        "words": list(profiles.words),
        "rows": [
            {"a": row.a or None, "b": row.b or None, "counts_a": list(row.counts_a),
             "counts_b": list(row.counts_b)}
            for row in profiles.rows
        ],
    }  # fmt: skip


def _clause(clause: ClauseDiff, places_a: Places, places_b: Places) -> dict[str, Any]:
    id_a, id_b = next(iter(clause.pairing.a), None), next(iter(clause.pairing.b), None)
    return {
        "relation": clause.pairing.relation,
        "a": id_a,
        "b": id_b,
        "page_a": page_of(places_a, id_a) if id_a else None,
        "page_b": page_of(places_b, id_b) if id_b else None,
        "edits": [_edit(each) for each in clause.edits],
        **({"signals": [signal_json(each) for each in clause.signals]} if clause.signals else {}),
    }


def _edit(edit: Edit) -> dict[str, Any]:
    value: dict[str, Any] = {"op": edit.op, "text": edit.text}
    if edit.class_ is not None:
        value["class"] = edit.class_
    if edit.signals:
        value["signals"] = [signal_json(each) for each in edit.signals]
    return value
