"""Definitions as JSON of the schema `treatydiff/definitions/1`."""

from __future__ import annotations

from treatydiff.desk.definitions.model import Definitions
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, draft_name_json, dumped


def definitions_json(definitions: Definitions, settings: Pairs = ()) -> str:
    """Defined terms and what they reach.

    Args:
        definitions: the defined terms of a draft.
        settings: names and values that differ from the defaults.
    """
    since = definitions.since
    drafts = (since.a, definitions.draft) if since is not None else (definitions.draft,)
    return dumped({
        "schema": "treatydiff/definitions/1",
        "tool": TOOL,
        "settings": dict(settings),
        "drafts": [draft_name_json(each) for each in drafts],
        "terms": [
            {
                "term": each.term, "fate": each.fate or None,
                "clause": each.clause, "citation": each.citation,
                "edits": [{"op": edit.op, "text": edit.text} for edit in each.edits],
                "uses": [
                    {"clause": clause, "citation": place}
                    for clause, place in zip(each.uses, each.citations, strict=True)
                ],
                "through": [
                    {
                        "term": other.term,
                        "uses": [
                            {"clause": clause, "citation": place}
                            for clause, place in zip(other.uses, other.citations, strict=True)
                        ],
                    }
                    for other in each.through
                ],
                "recitals": each.recitals,
                "small": each.small,
                "still": list(each.still),
            }
            for each in definitions.terms
        ],
        "undefined": [
            {"term": each.term, "number": each.number, "citation": each.citation}
            for each in definitions.undefined
        ],
    })  # fmt: skip
