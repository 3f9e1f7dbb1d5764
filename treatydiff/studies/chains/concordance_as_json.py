"""A concordance table as JSON: `treatydiff/concordance/1`. Keys are only ever added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from treatydiff.model import Consonance, Pairing
from treatydiff.naming.citations import Places, group_label, page_of, places_of
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, dumped, link_json, source_json
from treatydiff.studies.chains.concordance_view import draft_names
from treatydiff.studies.chains.model import Chain, Concordance, ConcordanceRow


def concordance_json(concordance: Concordance, settings: Pairs = ()) -> str:
    """A concordance table as JSON.

    Args:
        concordance: the table.
        settings: names and values of those that differ from the defaults.
    """
    chain = concordance.chain
    places = [places_of(draft) for draft in chain.drafts]
    names = draft_names(chain.drafts)
    return dumped({
        "schema": "treatydiff/concordance/1",
        "tool": TOOL,
        "settings": dict(settings),
        "drafts": drafts_json(chain),
        "base": None if concordance.base is None else names[concordance.base],
        "rows": [_row(row, chain, places) for row in concordance.correspondences],
        "returns": [
            {
                "from_draft": each.start,
                "from": list(each.gone),
                "to_draft": each.end,
                "to": list(each.back),
                "similarity": each.unit.pairing.similarity,
                "consonance": shares_json(each.unit.consonance),
            }
            for each in chain.returns
        ],
    })  # fmt: skip


def drafts_json(chain: Chain) -> list[dict[str, Any]]:
    """The drafts of a chain, in order."""
    return [
        {"name": name, "source": source_json(draft.source), "language": draft.language,
         "articles": draft.articles, "units": len(draft.units())}
        for name, draft in zip(draft_names(chain.drafts), chain.drafts, strict=True)
    ]  # fmt: skip


def shares_json(consonance: Consonance) -> dict[str, float | None]:
    """The shares of a row of two drafts."""
    return {
        "carried": consonance.carried,
        "derived": consonance.derived,
        "carried_same_force": consonance.carried_same_force,
        "derived_same_force": consonance.derived_same_force,
    }


def pairing_json(pairing: Pairing) -> dict[str, Any]:
    """Which units became which."""
    return {
        "a": list(pairing.a), "b": list(pairing.b), "relation": pairing.relation,
        "renumbered": pairing.renumbered, "moved": pairing.moved, "amended": pairing.amended,
    }  # fmt: skip


def _row(row: ConcordanceRow, chain: Chain, places: Sequence[Places]) -> dict[str, Any]:
    return {
        "cells": [
            {
                "ids": list(ids),
                "label": group_label(places[at], ids) or None,
                "headings": [places[at][each].provision.heading for each in ids],
                "page": page_of(places[at], ids[0]) if ids else None,
            }
            for at, ids in enumerate(row.cells)
        ],
        "steps": [
            {
                "pairings": [
                    pairing_json(unit.pairing) | {"links": [link_json(link) for link in unit.links]}
                    for unit in (chain.steps[at].units[number] for number in numbers)
                ],
                **shares_json(Consonance(*row.tallies[at])),
            }
            for at, numbers in enumerate(row.rows)
        ],
        "clauses": [[list(ids) for ids in clause.cells] for clause in row.clauses],
        "returns": list(row.returns),
    }  # fmt: skip
