"""A derivation as JSON of the schema `treatydiff/derivation/1`."""

from __future__ import annotations

from typing import Any

from treatydiff.model import Draft
from treatydiff.report.comparison.consonance_json import (
    ancestry_json,
    article_counts,
    readings_json,
    sensitivity_json,
    shares_json,
    theme_json,
)
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import dumped, source_json
from treatydiff.studies.derivation.model import Derivation, SourceScores


def derivation_json(derivation: Derivation) -> str:
    """What a draft derives from each source, and the origin of every provision.

    Args:
        derivation: the draft (B) against every source (A).
    """
    return dumped({
        "schema": "treatydiff/derivation/1",
        "tool": TOOL,
        "settings": dict(derivation.settings),
        "theme": derivation.theme or None,
        "draft": _draft(derivation.draft),
        "sources": [_source(each) for each in derivation.sources],
        "ancestors": [_draft(each) for each in derivation.ancestors],
        "ancestry_examined": bool(derivation.ancestors),
        "ancestry": ancestry_json(derivation.ancestry),
        "diagnostics": [
            {"code": each.code, "severity": each.severity, "message": each.message}
            for each in derivation.diagnostics
        ],
    })  # fmt: skip


def _draft(draft: Draft) -> dict[str, Any]:
    return {"source": source_json(draft.source), "articles": draft.articles, "units": len(draft.units())}


def _source(source: SourceScores) -> dict[str, Any]:
    scores = source.scores
    whole = source.whole
    reference: dict[str, Any] = {"id": scores.reference.id, "treaties": scores.reference.treaties}
    if scores.reference.left_out:
        reference["left_out"] = list(scores.reference.left_out)
    return {
        "name": source.name,
        **_draft(source.source),
        "reference": reference,
        "consonance": {
            **shares_json(scores.document),
            "percentile_carried": scores.percentile_carried,
            "percentile_derived": scores.percentile_derived,
            **article_counts(scores),
        },
        "readings": readings_json(scores.readings),
        "sensitivity": sensitivity_json(source.sensitivity),
        "whole": None if whole is None else {**shares_json(whole.document), **article_counts(whole)},
        "themes": [theme_json(each) for each in source.themes],
    }
