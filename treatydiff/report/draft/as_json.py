"""JSON rendering of a draft: the contract of `treatydiff/draft/1`. Keys are only ever added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from treatydiff.model import (
    Draft,
    Instrument,
    Mark,
    Note,
    Provision,
)
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, diagnostic_json, dumped, source_json
from treatydiff.report.kit.openness_json import openness_json


class ChosenSettings(Protocol):
    """Settings that can say which of them differ from the defaults."""

    def changed(self) -> tuple[tuple[str, Any], ...]:
        """Names and values that differ from the defaults."""


def draft_json(draft: Draft, settings: ChosenSettings | Pairs = ()) -> str:
    """One draft as JSON of the schema `treatydiff/draft/1`.

    Args:
        draft: the draft.
        settings: the settings it was read with, or the names and values that differ from the defaults.
    """
    chosen: Pairs = settings if isinstance(settings, Iterable) else settings.changed()
    return dumped({
        "schema": "treatydiff/draft/1",
        "tool": TOOL,
        "settings": dict(chosen),
        "source": source_json(draft.source),
        "language": draft.language,
        "front_matter": [{"text": each.text, "page": each.page} for each in draft.front_matter],
        "instruments": [_instrument(each) for each in draft.instruments],
        "notes": [_note(each) for each in draft.notes],
        "brackets": {
            "count": draft.brackets.count,
            "max_depth": draft.brackets.max_depth,
            "unbalanced": draft.brackets.unbalanced,
        },
        "openness": openness_json(draft),
        "receipt": {
            "provision": draft.receipt.provision,
            "note": draft.receipt.note,
            "front_matter": draft.receipt.front_matter,
            "furniture": draft.receipt.furniture,
            "other": draft.receipt.other,
            "unaccounted": draft.receipt.unaccounted,
            "generated_numbers": draft.receipt.generated_numbers,
        },
        "diagnostics": [diagnostic_json(each) for each in draft.diagnostics],
    })  # fmt: skip


def _instrument(instrument: Instrument) -> dict[str, Any]:
    return {
        "n": instrument.n,
        "main": instrument.main,
        "title": instrument.title,
        "symbol": instrument.symbol,
        "articles": instrument.articles,
        "rules": instrument.rules,
        "units": sum(1 for _ in instrument.units()),
        "provisions": [_provision(each) for each in instrument.provisions],
    }


def _provision(provision: Provision) -> dict[str, Any]:
    return {
        "id": provision.id,
        "kind": provision.kind,
        **({"called": provision.called} if provision.kind == "rule" else {}),
        "label": provision.label,
        "number": provision.number,
        "heading": provision.heading,
        "text": provision.text,
        "page": provision.page,
        "marks": [_mark(each) for each in provision.marks],
        "children": [_provision(each) for each in provision.children],
    }


def _mark(mark: Mark) -> dict[str, Any]:
    return {"kind": mark.kind, "start": mark.start, "end": mark.end, **dict(mark.attrs)}


def _note(note: Note) -> dict[str, Any]:
    value: dict[str, Any] = {"label": note.label, "text": note.text, "page": note.page, "kind": note.kind}
    if note.author:
        value["author"] = note.author
    return value
