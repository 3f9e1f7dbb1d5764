"""The table of terms as JSON of the schema `treatydiff/terms/1`."""

from __future__ import annotations

from typing import Any

from treatydiff.desk.terms.model import Term, TermTable
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, draft_name_json, dumped


def terms_json(table: TermTable, settings: Pairs = ()) -> str:
    """Deadlines and thresholds through drafts.

    Args:
        table: the terms of some drafts.
        settings: names and values that differ from the defaults.
    """
    return dumped({
        "schema": "treatydiff/terms/1",
        "tool": TOOL,
        "settings": dict(settings),
        "drafts": [draft_name_json(each) for each in table.drafts],
        "terms": [
            {
                "kind": row.last.kind,
                "drafts": [_term(each) for each in row.terms],
                "changes": list(row.changes),
            }
            for row in table.terms
        ],
    })  # fmt: skip


def _term(term: Term | None) -> dict[str, Any] | None:
    if term is None:
        return None
    return {
        "printed": term.printed, "value": term.value, "limit": term.limit, "actor": term.actor or None,
        "sentence": term.sentence, "clause": term.clause, "unit": term.unit, "bracketed": term.bracketed,
        "citation": term.citation,
    }  # fmt: skip
