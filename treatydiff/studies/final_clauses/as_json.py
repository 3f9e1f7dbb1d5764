"""The final clauses of some drafts as JSON of the schema `treatydiff/final-clauses/1`."""

from __future__ import annotations

from typing import Any

from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, dumped
from treatydiff.studies.final_clauses.model import FinalClauses, FinalClausesSideBySide
from treatydiff.studies.final_clauses.view import cite, silent_kinds


def final_clauses_json(found: FinalClausesSideBySide, settings: Pairs = ()) -> str:
    """The final clauses of some drafts, in the order given.

    Args:
        found: the final clauses of each.
        settings: names and values that differ from the defaults.
    """
    return dumped({
        "schema": "treatydiff/final-clauses/1",
        "tool": TOOL,
        "settings": dict(settings),
        "drafts": [_draft(each) for each in found.drafts],
    })  # fmt: skip


def _draft(of: FinalClauses) -> dict[str, Any]:
    source = of.draft.source
    return {
        "label": source.label,
        "sha256": source.sha256,
        "scope": source.scope,
        "language": of.draft.language,
        "silent": silent_kinds(of),
        "clauses": [
            {
                "kind": clause.kind,
                "units": list(clause.units),
                "clauses": list(clause.clauses),
                "terms": [
                    {"name": name, "value": value, "words": place.words, "clause": place.clause}
                    for (name, value), place in zip(clause.terms, clause.places, strict=True)
                ],
                "parsed": bool(clause.terms),
                "called": clause.called or None,
                "follows": list(clause.follows),
                "citation": cite(clause, of),
                "page": clause.page,
                "text": clause.text,
            }
            for clause in of.clauses
        ],
    }
