"""One provision followed through a chain of drafts, forward and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.errors import ScopeError
from treatydiff.model import UnitComparison
from treatydiff.structure.addresses.named_provisions import provisions_named, several_named
from treatydiff.structure.addresses.nearest import nearest_hint
from treatydiff.studies.chains.concordance import (
    ProvisionKey,
    clause_links,
    copy_links,
    draft_position,
    joined,
    reached,
    turned,
    unit_links,
)
from treatydiff.studies.chains.model import Chain, Trace, TraceStep


def trace_provision(chain: Chain, provision: str, *, draft: str | None = None) -> Trace:
    """Follow a provision to what it came from and to what became of it, through splits and mergers.

    A unit is followed by the rows of the comparisons, a container by those of its units, anything
    smaller by its clauses, into further places that have them word for word too.

    Args:
        chain: the drafts, compared.
        provision: id ("art_6__para_2") or what people call it ("6", "Article 6 (2)", "Part II").
        draft: name of the draft whose provision it is; the last one that has it if None.

    Raises:
        ScopeError: the draft is not in the chain, or has no such provision.
    """
    positions = range(len(chain.drafts)) if draft is None else (draft_position(chain.drafts, draft),)
    for at in reversed(positions):
        if named := provisions_named(chain.drafts[at], provision):
            if len(named) > 1:
                raise several_named(chain.drafts[at], named)
            return _traced(chain, named[0], at, chosen=draft is not None)
    where = "no draft" if draft is None else chain.drafts[positions[0]].source.label
    raise ScopeError(
        f"{where} has a provision {provision!r}"
        if draft is None
        else f"{where} has no provision {provision!r}",
        hint=nearest_hint(chain.drafts[positions[-1]], provision),
    )


def _traced(chain: Chain, id_: str, at: int, *, chosen: bool) -> Trace:
    units = [unit for unit in chain.drafts[at].units() if unit.id == id_ or id_ in unit.containers]
    links = unit_links(chain) if units else joined(clause_links(chain), copy_links(chain))
    start: set[ProvisionKey] = {(at, unit.id) for unit in units} or {
        (at, leaf.id)
        for node in chain.drafts[at].walk() if node.id == id_
        for leaf in node.clauses()
    }  # fmt: skip
    nodes = reached(start, links) | reached(start, turned(links))
    cells = tuple(
        tuple(node.id for node in draft.walk() if (number, node.id) in nodes)
        for number, draft in enumerate(chain.drafts)
    )
    return Trace(chain, id_, at, cells, tuple(_steps(chain, cells, whole=bool(units))), chosen)


def _steps(chain: Chain, cells: Sequence[tuple[str, ...]], *, whole: bool) -> Iterator[TraceStep]:
    for at, step in enumerate(chain.steps):
        left, right = set(cells[at]), set(cells[at + 1])
        back = _back(chain, cells, at + 1)
        rows = tuple(
            number for number, row in enumerate(step.units) if _holds(row, left, right - back, whole=whole)
        )
        sides = None if whole else (frozenset(left), frozenset(right - back))
        if rows:
            yield TraceStep(at, at + 1, step, rows, sides)
        for each in chain.returns:
            left = set(cells[each.start])
            if each.end == at + 1 and _holds(each.unit, left, right, whole=whole, both=True):
                sides = None if whole else (frozenset(left), frozenset(right))
                yield TraceStep(each.start, each.end, each.comparison, (each.row,), sides, returned=True)


def _back(chain: Chain, cells: Sequence[tuple[str, ...]], end: int) -> set[str]:
    """What returns in a draft of what is traced: its neighbour's comparison would call it added."""
    back: set[str] = set()
    for each in chain.returns:
        if each.end == end:
            below = {
                node.id
                for unit in chain.drafts[end].units() if unit.id in each.back
                for node in unit.provision.walk()
            }  # fmt: skip
            back |= below.intersection(cells[end])
    return back


def _holds(row: UnitComparison, left: set[str], right: set[str], *, whole: bool, both: bool = False) -> bool:
    """Whether a row leads from one of the earlier provisions to a later one, or to or from nothing."""
    pairings = [row.pairing] if whole else [clause.pairing for clause in row.clauses]
    for each in pairings:
        from_here, to_here = bool(left.intersection(each.a)), bool(right.intersection(each.b))
        if from_here and to_here:
            return True
        if not both and ((from_here and not each.b) or (to_here and not each.a)):
            return True
    return False
