"""JSON renderings: the contract of `treatydiff/draft/1` and `treatydiff/comparison/1`.

Keys are only ever added. Null stands for what was not measured; nothing is invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Protocol

from treatydiff.model import (
    RELATIONS,
    ClauseDiff,
    Comparison,
    ContainerComparison,
    Diagnostic,
    Draft,
    Edit,
    Evidence,
    Instrument,
    Mark,
    Note,
    Obligations,
    Provision,
    Signal,
    Source,
    UnitComparison,
)
from treatydiff.report.citations import Places, page_of
from treatydiff.report.consonance_json import (
    article_counts,
    consonance_additions,
    passages_json,
    shares_json,
)
from treatydiff.report.openness import openness_json
from treatydiff.report.sides import Side, sides_of
from treatydiff.report.view import TOOL
from treatydiff.report.wording import encodable

Pairs = Iterable[tuple[str, Any]]


class ChosenSettings(Protocol):
    """Settings that can say which of them differ from the defaults."""

    def changed(self) -> tuple[tuple[str, Any], ...]:
        """Names and values that differ from the defaults."""


def draft_json(draft: Draft, settings: ChosenSettings | Pairs = ()) -> str:
    """One draft as JSON of the schema `treatydiff/draft/1`.

    Args:
        draft: the draft.
        settings: the settings it was read with, or the names and values that differ from the defaults.
    """
    chosen: Pairs = settings if isinstance(settings, Iterable) else settings.changed()
    return dumped({
        "schema": "treatydiff/draft/1",
        "tool": TOOL,
        "settings": dict(chosen),
        "source": source_json(draft.source),
        "language": draft.language,
        "front_matter": [{"text": each.text, "page": each.page} for each in draft.front_matter],
        "instruments": [_instrument(each) for each in draft.instruments],
        "notes": [_note(each) for each in draft.notes],
        "brackets": {
            "count": draft.brackets.count,
            "max_depth": draft.brackets.max_depth,
            "unbalanced": draft.brackets.unbalanced,
        },
        "openness": openness_json(draft),
        "receipt": {
            "provision": draft.receipt.provision,
            "note": draft.receipt.note,
            "front_matter": draft.receipt.front_matter,
            "furniture": draft.receipt.furniture,
            "other": draft.receipt.other,
            "unaccounted": draft.receipt.unaccounted,
            "generated_numbers": draft.receipt.generated_numbers,
        },
        "diagnostics": [_diagnostic(each) for each in draft.diagnostics],
    })  # fmt: skip


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
        **consonance_additions(comparison),
        "containers": [_container(each) for each in comparison.containers],
        "units": [_unit(each, comparison, sides) for each in comparison.units],
        "diagnostics": [_diagnostic(each) for each in comparison.diagnostics],
        "substitutions": [
            {"old": each.old, "new": each.new, "count": each.count, "places": list(each.places)}
            for each in comparison.substitutions
        ],
        "obligations": _obligations(comparison.obligations),
    })  # fmt: skip


def dumped(value: dict[str, Any]) -> str:
    """An object as JSON text: floats rounded to six places, a line end behind it."""
    return encodable(json.dumps(_rounded(value), ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _rounded(value: Any) -> Any:
    """Floats to six places, which no platform's arithmetic disturbs; negative zero to zero."""
    if isinstance(value, float):
        return round(value, 6) + 0.0
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_rounded(each) for each in value]
    return value


def source_json(source: Source) -> dict[str, Any]:
    """Which file a draft was read from."""
    return {"label": source.label, "sha256": source.sha256, "media_type": source.media_type,
            "pages": source.pages, "scope": source.scope}  # fmt: skip


def _instrument(instrument: Instrument) -> dict[str, Any]:
    return {
        "n": instrument.n,
        "main": instrument.main,
        "title": instrument.title,
        "symbol": instrument.symbol,
        "articles": instrument.articles,
        "units": sum(1 for _ in instrument.units()),
        "provisions": [_provision(each) for each in instrument.provisions],
    }


def _provision(provision: Provision) -> dict[str, Any]:
    return {
        "id": provision.id,
        "kind": provision.kind,
        "number": provision.number,
        "heading": provision.heading,
        "text": provision.text,
        "page": provision.page,
        "marks": [_mark(each) for each in provision.marks],
        "children": [_provision(each) for each in provision.children],
    }


def _mark(mark: Mark) -> dict[str, Any]:
    return {"kind": mark.kind, "start": mark.start, "end": mark.end, **dict(mark.attrs)}


def _note(note: Note) -> dict[str, Any]:
    value: dict[str, Any] = {"label": note.label, "text": note.text, "page": note.page, "kind": note.kind}
    if note.author:
        value["author"] = note.author
    return value


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {"code": diagnostic.code, "severity": diagnostic.severity, "message": diagnostic.message,
            "page": diagnostic.page, "provision": diagnostic.provision}  # fmt: skip


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
        "signals": [_signal(each) for each in unit.signals],
        "passages": passages_json(pairing, comparison.scores, sides),
        "clauses": [_clause(each, places_a, places_b) for each in unit.clauses],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"kind": evidence.kind, "text": evidence.text, "value": evidence.value}


def _signal(signal: Signal) -> dict[str, Any]:
    value = {"kind": signal.kind, "direction": signal.direction}
    return {**value, "text": signal.text} if signal.text else value


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
        **({"signals": [_signal(each) for each in clause.signals]} if clause.signals else {}),
    }


def _edit(edit: Edit) -> dict[str, Any]:
    value: dict[str, Any] = {"op": edit.op, "text": edit.text}
    if edit.class_ is not None:
        value["class"] = edit.class_
    if edit.signals:
        value["signals"] = [_signal(each) for each in edit.signals]
    return value
