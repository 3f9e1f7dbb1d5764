"""The passages that a share consists of: what was carried and what was left behind, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from treatydiff.model import Provision, Stretch
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
    views: list[StretchView] = []
    for unit_id in unit_ids:
        for leaf in side.places[unit_id].provision.clauses() if unit_id in side.places else ():
            told = [each for each in stretches.get(leaf.id, ())
                    if each.carried == carried and each.words >= FEWEST_WORDS]  # fmt: skip
            if told:
                where = citation(side.name, side.places, unit_id, leaf.id)
                views += (_view(leaf, stretch, where) for stretch in told)
    return tuple(sorted(views, key=lambda view: -view.words))


def _view(clause: Provision, stretch: Stretch, where: str) -> StretchView:
    return StretchView(
        clause=clause.id,
        text=clause.text[stretch.start : stretch.end],
        start=stretch.start,
        end=stretch.end,
        words=stretch.words,
        weight=stretch.weight,
        same_force=stretch.same_force,
        citation=where,
    )
