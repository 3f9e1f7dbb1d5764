"""Trace and blame as JSON: `treatydiff/trace/1` and `treatydiff/blame/1`. Keys are only ever added."""

from __future__ import annotations

from typing import Any

from treatydiff.model import ClauseDiff, Edit
from treatydiff.naming.citations import places_of, unit_label
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, dumped, signal_json
from treatydiff.studies.chains.blame_view import FINAL
from treatydiff.studies.chains.concordance_as_json import drafts_json, pairing_json, shares_json
from treatydiff.studies.chains.concordance_view import draft_names
from treatydiff.studies.chains.model import Blame, Trace, TraceStep


def trace_json(trace: Trace, settings: Pairs = ()) -> str:
    """A provision's way through a chain as JSON.

    Args:
        trace: the way.
        settings: names and values of those that differ from the defaults.
    """
    drafts = trace.chain.drafts
    return dumped({
        "schema": "treatydiff/trace/1",
        "tool": TOOL,
        "settings": dict(settings),
        "drafts": drafts_json(trace.chain),
        "provision": trace.provision,
        "draft": trace.start,
        "draft_named": trace.chosen,
        "cells": [
            [
                {"id": id_, "label": unit_label(places, id_),
                 "heading": places[id_].provision.heading, "page": places[id_].provision.page}
                for id_ in ids
            ]
            for ids, places in zip(trace.cells, map(places_of, drafts), strict=True)
        ],
        "steps": [_step(each) for each in trace.steps],
        "records": [
            {"draft": each.draft, "provision": each.provision, "kind": each.kind, "source": each.source,
             "text": each.text}
            for each in trace.records
        ],
    })  # fmt: skip


def _step(step: TraceStep) -> dict[str, Any]:
    return {
        "from_draft": step.start,
        "to_draft": step.end,
        "returned": step.returned,
        "rows": [
            {
                **pairing_json(step.comparison.units[number].pairing),
                **shares_json(step.comparison.units[number].consonance),
                "clauses": [
                    _clause(clause)
                    for clause in step.comparison.units[number].clauses
                    if step.clauses is None
                    or step.clauses[0].intersection(clause.pairing.a)
                    or step.clauses[1].intersection(clause.pairing.b)
                ],
            }
            for number in step.rows
        ],
    }


def _clause(clause: ClauseDiff) -> dict[str, Any]:
    return {**pairing_json(clause.pairing), "edits": [_edit(edit) for edit in clause.edits]}


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "op": edit.op,
        "text": edit.text,
        "class": edit.class_,
        "signals": [{**signal_json(each), "text": each.text} for each in edit.signals],
    }


def blame_json(blame: Blame, settings: Pairs = ()) -> str:
    """The origin of every word of a final text as JSON; shares are exact and add up to 1.

    Args:
        blame: the origins.
        settings: names and values of those that differ from the defaults.
    """
    drafts = blame.chain.drafts
    keys = [*draft_names(drafts)[:-1], FINAL]
    whole = sum(blame.words)
    return dumped({
        "schema": "treatydiff/blame/1",
        "tool": TOOL,
        "settings": dict(settings),
        "drafts": drafts_json(blame.chain),
        "words": whole,
        "shares": [
            {"draft": at, "name": key, "words": count, "share": count / whole if whole else None}
            for at, (key, count) in enumerate(zip(keys, blame.words, strict=True))
        ],
        "clauses": [
            {
                "id": clause.id,
                "unit": clause.unit,
                "words": list(clause.words),
                "runs": [
                    {"start": run.start, "end": run.end, "text": clause.text[run.start : run.end],
                     "words": run.words, "draft": run.first, "name": keys[run.first], "clause": run.clause}
                    for run in clause.runs
                ],
            }
            for clause in blame.clauses
        ],
        "lost": [
            {
                "draft": at,
                "words": lost.words,
                "lost": lost.lost,
                "units": [
                    {
                        "id": unit.id,
                        "words": unit.words,
                        "lost": unit.lost,
                        "runs": [
                            {"clause": run.clause, "start": run.start, "end": run.end, "text": run.text,
                             "words": run.words, "dropped_in": run.dropped_in}
                            for run in unit.runs
                        ],
                    }
                    for unit in lost.units
                ],
            }
            for at, lost in enumerate(blame.lost)
        ],
    })  # fmt: skip
