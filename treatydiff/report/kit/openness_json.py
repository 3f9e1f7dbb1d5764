"""How open a draft is, in the JSON of every report that tells it."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from treatydiff.model import Draft, Openness


def openness_json(draft: Draft) -> dict[str, Any]:
    """How open a draft is: as a whole, and by container and unit where anything is open."""
    return {
        **_figures(draft.openness),
        "places": [
            {"id": each.id, "kind": each.kind, **_figures(each.openness)}
            for each in draft.open_places
            if not each.in_unit and (each.openness.brackets or each.openness.options)
        ],
    }


def _figures(openness: Openness) -> dict[str, Any]:
    """The figures by name, the share rounded to six places."""
    share = openness.share
    return {
        **{field.name: getattr(openness, field.name) for field in fields(openness)},
        "share": None if share is None else round(share, 6),
    }
