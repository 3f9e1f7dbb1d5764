"""Proposals as JSON: `treatydiff/proposals/1`. Keys are only ever added."""

from __future__ import annotations

from collections import Counter
from typing import Any

from treatydiff.model import Source
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, dumped
from treatydiff.studies.proposals.model import PROPOSAL_FATES, PROPOSAL_KINDS, Proposal, Proposals
from treatydiff.studies.proposals.view import tells_totals


def proposals_json(found: Proposals, settings: Pairs = ()) -> str:
    """Every proposal with its change and its fate.

    Args:
        found: what was read.
        settings: those that differ from the defaults.
    """
    scored = found.later is not None
    kinds = Counter(each.kind for each in found.proposals)
    fates = Counter(each.fate for each in found.proposals if each.fate is not None)
    return dumped({
        "schema": "treatydiff/proposals/1",
        "tool": TOOL,
        "settings": dict(settings),
        "source": _source(found.source),
        "base": _source(found.base.source),
        "later": _source(found.later.source) if found.later is not None else None,
        "marked": found.marked,
        "delegation": found.delegation or None,
        "totals": {
            "kinds": {kind: kinds[kind] for kind in PROPOSAL_KINDS},
            "fates": {fate: fates[fate] for fate in PROPOSAL_FATES} if scored and tells_totals(found) else {},
        },
        "unattributed": [{"article": article, "words": words} for article, words in found.unattributed],
        "proposals": [_proposal(each, scored=scored) for each in found.proposals],
    })  # fmt: skip


def _source(source: Source) -> dict[str, str]:
    return {"label": source.label, "sha256": source.sha256}


def _proposal(each: Proposal, *, scored: bool) -> dict[str, Any]:
    return {
        "article": each.article, "who": list(each.who), "kind": each.kind, "page": each.page,
        "text": each.text, "unit": each.unit or None, "clause": each.clause or None,
        "method": each.method, "action": each.action or None,
        "changes": [
            {"op": change.op, "text": change.text, "words": change.words,
             "followed": change.followed if scored and each.fate != "not determinable" else None}
            for change in each.changes
        ],
        "fate": each.fate, "elsewhere": each.elsewhere or None, "reason": each.reason,
        "another_provision": each.another_provision,
    }  # fmt: skip
