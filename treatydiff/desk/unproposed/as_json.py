"""Changes without a matching proposal as JSON of the schema `treatydiff/unproposed/1`."""

from __future__ import annotations

from treatydiff.desk.unproposed.model import Unproposed
from treatydiff.desk.unproposed.view import UNSEEN
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, draft_name_json, dumped


def unproposed_json(found: Unproposed, settings: Pairs = ()) -> str:
    """Changes that no proposal accounts for, by provision.

    Args:
        found: the changes, and the proposals that came in elsewhere.
        settings: names and values that differ from the defaults.
    """
    clauses = [
        (each, found.comparison.units[each.row].clauses[each.clause].pairing) for each in found.changes
    ]
    return dumped({
        "schema": "treatydiff/unproposed/1",
        "tool": TOOL,
        "settings": dict(settings),
        "proposals": {"label": found.proposals.source.label, "sha256": found.proposals.source.sha256},
        "drafts": [draft_name_json(each) for each in (found.comparison.a, found.comparison.b)],
        "note": UNSEEN,
        "changes": [
            {"a": list(pairing.a), "b": list(pairing.b), "came": list(each.came), "went": list(each.went)}
            for each, pairing in clauses
        ],
        "settled": found.settled,
        "elsewhere": [
            {"who": list(each.who), "article": each.article, "text": each.text, "fate": each.fate,
             "found_in": each.elsewhere or None}
            for each in found.elsewhere
        ],
    })  # fmt: skip
