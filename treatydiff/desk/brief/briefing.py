"""A brief from the texts that were named."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from treatydiff.archive.model import Precedents
from treatydiff.desk.brief.model import Brief
from treatydiff.desk.brief.ranking import ranked_changes
from treatydiff.desk.watch.model import Watch
from treatydiff.model import Comparison, Draft
from treatydiff.structure.addresses.named_provisions import provisions_named
from treatydiff.structure.addresses.nearest import no_such_provision


def brief_of(
    since: Comparison,
    *,
    parts: Sequence[str] = (),
    ours: Comparison | None = None,
    watch: Watch | None = None,
    precedents: Precedents | None = None,
) -> Brief:
    """A brief on a draft.

    Args:
        since: the text that instructions were written on, against the draft.
        parts: what the sheets are about, as people name it ("Article 8", "Chapter II"); all if empty.
        ours: our own draft against the draft.
        watch: our red lines through both texts.
        precedents: of the draft's clauses.

    Raises:
        ScopeError: the draft has no such part.
    """
    lines = watch.lines if watch is not None else ()
    red_a, red_b = (
        _clauses_below(draft, {each.clause for line in lines for each in line.drafts[at].sightings})
        for draft, at in ((since.a, 0), (since.b, -1))
    )
    units = tuple(unit.id for unit in since.b.units())
    wanted = [each for part in parts for each in _units_of(since.b, part)]
    kept = tuple(each for each in units if not parts or each in wanted)
    return Brief(since, ranked_changes(since, red_a, red_b), kept, ours, watch, precedents, since.settings)


def _clauses_below(draft: Draft, ids: Collection[str]) -> frozenset[str]:
    """The clauses of some provisions: a red line may be a whole article."""
    return frozenset(leaf.id for node in draft.walk() if node.id in ids for leaf in node.clauses())


def _units_of(draft: Draft, part: str) -> list[str]:
    named = provisions_named(draft, part)
    if not named:
        raise no_such_provision(draft, part)
    units = draft.units()
    inside = [
        [
            unit.id
            for unit in units
            if id_ in (unit.id, *unit.containers) or any(n.id == id_ for n in unit.provision.walk())
        ]
        for id_ in named
    ]
    if len(named) == 1:
        return inside[0]
    order = [unit.id for unit in units]
    return order[order.index(inside[0][0]) : order.index(inside[-1][-1]) + 1]
