"""Positions as JSON of the schema `treatydiff/positions/1`."""

from __future__ import annotations

from treatydiff.desk.positions.model import Positions
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, draft_name_json, dumped


def positions_json(positions: Positions, settings: Pairs = ()) -> str:
    """What drafts print of delegations.

    Args:
        positions: by draft and in text order.
        settings: names and values that differ from the defaults.
    """
    return dumped({
        "schema": "treatydiff/positions/1",
        "tool": TOOL,
        "settings": dict(settings),
        "drafts": [draft_name_json(each) for each in positions.drafts],
        "positions": [
            {
                "who": each.who, "role": each.role, "where": each.where, "draft": each.draft,
                "unit": each.unit, "clause": each.clause, "words": each.words, "bracketed": each.bracketed,
                "citation": each.citation,
            }
            for each in positions.positions
        ],
    })  # fmt: skip
