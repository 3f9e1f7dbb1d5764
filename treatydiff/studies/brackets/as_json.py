"""Brackets as JSON: `treatydiff/brackets/1`. Keys are only ever added."""

from __future__ import annotations

from typing import Any

from treatydiff.naming.citations import Places, places_of
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, dumped
from treatydiff.report.kit.openness_json import openness_json
from treatydiff.studies.brackets.model import FATE_WORDS, BracketFate, BracketFates, BracketStudy
from treatydiff.studies.brackets.view import fate_totals


def brackets_json(study: BracketStudy, settings: Pairs = ()) -> str:
    """How open drafts are, and what became of every bracket and option between neighbours.

    Args:
        study: the drafts, and what became of their brackets.
        settings: those that differ from the defaults.
    """
    return dumped({
        "schema": "treatydiff/brackets/1",
        "tool": TOOL,
        "settings": dict(settings),
        "drafts": [
            {"label": draft.source.label, "sha256": draft.source.sha256, "openness": openness_json(draft)}
            for draft in study.drafts
        ],
        "steps": [
            {
                "a": each.a.source.label,
                "b": each.b.source.label,
                "brackets": dict(fate_totals(each.fates, "bracket")),
                "options": dict(fate_totals(each.fates, "option")),
                "fates": _fates(each),
            }
            for each in study.steps
        ],
    })  # fmt: skip


def _fates(fates: BracketFates) -> list[dict[str, Any]]:
    places = {"a": places_of(fates.a), "b": places_of(fates.b)}
    return [_fate(each, places[each.side]) for each in fates.fates]


def _fate(each: BracketFate, places: Places) -> dict[str, Any]:
    page = places[each.clause].provision.page if each.clause in places else None
    return {
        "side": each.side, "what": each.what, "role": each.role, "unit": each.unit, "clause": each.clause,
        "instrument": each.instrument, "n": each.n, "start": each.start, "end": each.end, "text": each.text,
        "fate": each.fate, "said": FATE_WORDS[each.fate] if each.fate else None,
        "elsewhere": each.elsewhere or None, "found": each.found or None,
        "words": each.words, "shared": each.shared, "group": each.group or None, "page": page,
    }  # fmt: skip
