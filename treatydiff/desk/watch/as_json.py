"""Red lines as JSON of the schema `treatydiff/watch/1`."""

from __future__ import annotations

from typing import Any

from treatydiff.desk.watch.model import LineHistory, LineInDraft, Watch
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, draft_name_json, dumped


def watch_json(watch: Watch, settings: Pairs = ()) -> str:
    """Red lines through drafts.

    Args:
        watch: red lines followed through drafts.
        settings: names and values that differ from the defaults.
    """
    return dumped({
        "schema": "treatydiff/watch/1",
        "tool": TOOL,
        "settings": dict(settings),
        "drafts": [draft_name_json(each) for each in watch.drafts],
        "lines": [_line(each) for each in watch.lines],
    })  # fmt: skip


def _line(history: LineHistory) -> dict[str, Any]:
    line = history.line
    return {
        "name": line.name,
        "keep": line.keep,
        "words": list(line.words),
        "provision": line.provision or None,
        "holds": history.holds,
        "since": history.since,
        "drafts": [_in_draft(each) for each in history.drafts],
    }


def _in_draft(found: LineInDraft) -> dict[str, Any]:
    return {
        "standing": found.standing,
        "places": [
            {
                "clause": each.clause, "unit": each.unit, "text": each.text, "bracketed": each.bracketed,
                "preamble": each.preamble, "who": list(each.who), "weakened": list(each.weakened),
                "changed": list(each.changed),
                "citation": each.citation,
                "parts": [{"citation": place, "who": list(who)} for place, who in each.parts],
            }
            for each in found.sightings
        ],
        "lost": list(found.lost),
    }  # fmt: skip
