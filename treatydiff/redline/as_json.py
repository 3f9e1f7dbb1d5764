"""A proof of a redline as JSON of the schema `treatydiff/verification/1`; keys are only ever added."""

from __future__ import annotations

from treatydiff.redline.model import Verification
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, dumped, source_json


def verification_json(verification: Verification, settings: Pairs = ()) -> str:
    """A proof as JSON.

    Args:
        verification: the proof.
        settings: names and values of the settings that differ from the defaults.
    """
    return dumped(
        {
            "schema": "treatydiff/verification/1",
            "tool": TOOL,
            "settings": dict(settings),
            "redline": source_json(verification.redline),
            "a": source_json(verification.a),
            "b": source_json(verification.b),
            "holds": verification.holds,
            "accepted": verification.accepted or None,
            "rejected": verification.rejected or None,
            "marks": verification.marks or None,
            "changes": dict(verification.changes),
            "left_inside": list(verification.left_inside),
        }
    )
