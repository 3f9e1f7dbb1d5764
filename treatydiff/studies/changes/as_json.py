"""A change list as JSON of the schema `treatydiff/changes/1`; keys are only ever added."""

from __future__ import annotations

from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, dumped, source_json
from treatydiff.studies.changes.model import FILLED, ChangeList


def changes_json(changes: ChangeList, settings: Pairs = ()) -> str:
    """A change list as JSON.

    Args:
        changes: the list.
        settings: names and values of the settings that differ from the defaults.
    """
    return dumped({
        "schema": "treatydiff/changes/1",
        "tool": TOOL,
        "settings": dict(settings),
        "a": source_json(changes.a),
        "b": source_json(changes.b),
        "agreed": list(changes.agreed),
        "losses": list(changes.losses),
        "cautions": list(changes.cautions),
        "changes": [
            {
                "number": row.number, "article": row.article, "relation": row.relation, "old": row.old,
                "new": row.new, "edits": [{"op": op, "text": text} for op, text in row.pieces],
                "classes": list(row.classes), "signals": list(row.signals), "pages": row.pages,
                "citation": row.citation, "remark": row.remark, "key_a": row.key_a, "key_b": row.key_b,
                "filled": dict(zip((name.lower() for name in FILLED), row.filled, strict=True)),
            }
            for row in changes.changes
        ],
        "carried": [
            {"fate": each.fate, "article": each.article, "row": each.row} for each in changes.carried
        ],
    })  # fmt: skip
