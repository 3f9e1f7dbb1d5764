"""A brief as JSON of the schema `treatydiff/brief/1`."""

from __future__ import annotations

from typing import Any

from treatydiff.desk.brief.model import Brief
from treatydiff.desk.brief.view import BriefView, ChangeLine, SheetView, brief_view
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, draft_name_json, dumped


def brief_json(brief: Brief, settings: Pairs = ()) -> str:
    """A brief, with what its sheets say.

    Args:
        brief: the draft since the text before.
        settings: names and values that differ from the defaults.
    """
    view: BriefView = brief_view(brief)
    return dumped({
        "schema": "treatydiff/brief/1",
        "tool": TOOL,
        "settings": dict(settings),
        "drafts": [draft_name_json(each) for each in (brief.since.a, brief.since.b)],
        "rule": view.rule,
        "changes": [_change(each) for each in view.front],
        "gone": list(view.gone),
        "sheets": [_sheet(each) for each in view.sheets],
    })  # fmt: skip


def _change(line: ChangeLine) -> dict[str, Any]:
    return {
        "title": line.title, "why": line.why, "citation": line.citation,
        "words": [{"op": each.op, "text": each.text} for each in line.passages],
    }  # fmt: skip


def _sheet(sheet: SheetView) -> dict[str, Any]:
    return {
        "label": sheet.label, "heading": sheet.heading, "relation": sheet.relation,
        "changes": [_change(each) for each in sheet.changes], "more": sheet.more, "open": list(sheet.open),
        "ours": list(sheet.ours), "precedent": list(sheet.precedent), "red_lines": list(sheet.red),
    }  # fmt: skip
