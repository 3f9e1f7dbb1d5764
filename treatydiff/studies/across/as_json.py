"""A comparison across languages as JSON of the schema `treatydiff/across/1`. Keys are only ever added."""

from __future__ import annotations

from collections import Counter
from typing import Any

from treatydiff.model import Draft
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, diagnostic_json, dumped, source_json
from treatydiff.studies.across.model import AcrossComparison, ClauseAcross
from treatydiff.studies.across.view import NOT_SAID, coverage


def across_json(comparison: AcrossComparison, settings: Pairs = ()) -> str:
    """A comparison of two drafts in different languages as JSON.

    Args:
        comparison: the comparison.
        settings: names and values of the settings that differ from the defaults.
    """
    relations = Counter(row.relation for row in comparison.units)
    return dumped({
        "schema": "treatydiff/across/1",
        "tool": TOOL,
        "settings": dict(settings),
        "a": _draft(comparison.a, comparison.known_a),
        "b": _draft(comparison.b, comparison.known_b),
        "lexicons": [
            {"language": each.language, "terms": each.terms, "sources": list(each.sources)}
            for each in comparison.lexicons
        ],
        "note": NOT_SAID,
        "coverage": {"a": coverage(comparison, "a"), "b": coverage(comparison, "b")},
        "summary": {
            name: relations[name]
            for name in ("counterpart", "moved", "split", "merged", "recast", "no_counterpart")
        } | {"clauses_without_counterpart": sum(len(row.alone) for row in comparison.units)},
        "units": [
            {
                "kind": row.kind, "relation": row.relation, "a": list(row.a), "b": list(row.b),
                "similarity": row.similarity,
                "links": [{"a": one, "b": other} for one, other in row.links],
                "clauses": [_clause(each) for each in row.clauses],
            }
            for row in comparison.units
        ],
        "diagnostics": [diagnostic_json(each) for each in comparison.diagnostics],
    })  # fmt: skip


def _draft(draft: Draft, known: float) -> dict[str, Any]:
    return {"source": source_json(draft.source), "language": draft.language, "articles": draft.articles,
            "units": len(draft.units()), "words_known": known}  # fmt: skip


def _clause(clause: ClauseAcross) -> dict[str, Any]:
    return {
        "a": clause.a, "b": clause.b, "page_a": clause.page_a, "page_b": clause.page_b,
        "similarity": clause.similarity, "moved": clause.moved,
        "mismatches": [
            {"kind": each.kind, "a": each.a, "b": each.b, "class_a": each.class_a, "class_b": each.class_b}
            for each in clause.mismatches
        ],
    }  # fmt: skip
