"""The passages that a share consists of: what was carried and what was left behind, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from treatydiff.model import Stretch
from treatydiff.naming.citations import citation
from treatydiff.naming.sides import Side
from treatydiff.report.comparison.view_model import StretchView

FEWEST_WORDS = 3
"""Shorter stretches stand between others and say nothing alone."""


def stretch_views(
    side: Side, unit_ids: Iterable[str], stretches: Mapping[str, tuple[Stretch, ...]], *, carried: bool
) -> tuple[StretchView, ...]:
    """The stretches of some units that are carried, or those that are not, longest first.

    Args:
        side: the draft that the units are of.
        unit_ids: of the units.
        stretches: those of every clause of the draft.
        carried: which of them.
    """
    views = [
        _view(side, unit_id, leaf.id, leaf.text, stretch)
        for unit_id in unit_ids
        if unit_id in side.places
        for leaf in side.places[unit_id].provision.clauses()
        for stretch in stretches.get(leaf.id, ())
        if stretch.carried == carried and stretch.words >= FEWEST_WORDS
    ]
    return tuple(sorted(views, key=lambda view: -view.words))


def _view(side: Side, unit_id: str, clause: str, text: str, stretch: Stretch) -> StretchView:
    return StretchView(
        clause=clause,
        text=text[stretch.start : stretch.end],
        start=stretch.start,
        end=stretch.end,
        words=stretch.words,
        weight=stretch.weight,
        same_force=stretch.same_force,
        citation=citation(side.name, side.places, unit_id, clause),
    )
