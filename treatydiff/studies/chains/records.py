"""A user's notes on provisions, from meeting records and explanatory reports, joined to a trace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from treatydiff.errors import ScopeError, TreatydiffError, UsageError
from treatydiff.naming.citations import Places, places_of
from treatydiff.structure.addresses.named_provisions import provisions_named
from treatydiff.structure.addresses.nearest import nearest_hint
from treatydiff.studies.chains.concordance import draft_position
from treatydiff.studies.chains.model import Record, Trace

COLUMNS = ("draft", "provision", "source", "kind", "text")
"""The columns of a table of records; the first three must be filled in."""
_NEEDED = COLUMNS[:3]
_TOLD = 5
"""Rows of which it is said what is wrong with them."""


def with_records(trace: Trace, rows: Sequence[Mapping[str, str]], *, where: str) -> Trace:
    """A trace with those rows of a table of records that are on its provision, on a part of it or around it.

    Args:
        trace: the way of a provision.
        rows: of the table, by the names of its columns: draft (file name or number in the chain), provision
            (as people name it), source, kind, text.
        where: name of the table's file.

    Raises:
        UsageError: a column is missing, or a cell that is needed is empty, or several rows cannot be used.
        ScopeError: a row names a draft or a provision that is not there.
    """
    missing = [name for name in _NEEDED if rows and name not in rows[0]]
    if missing:
        raise UsageError(
            f"the table has no column {missing[0]!r}", where=where, hint=f"columns: {', '.join(COLUMNS)}"
        )
    places = [places_of(draft) for draft in trace.chain.drafts]
    found: list[Record] = []
    faults: list[tuple[int, TreatydiffError]] = []
    for line, row in enumerate(rows, 2):
        cells = {name: " ".join(row.get(name, "").split()) for name in COLUMNS}
        if not any(cells.values()):
            continue
        try:
            record = _record(trace, cells, where=f"{where}, line {line}")
        except TreatydiffError as fault:
            faults.append((line, fault))
            continue
        if _touches(places[record.draft], record.provision, trace.cells[record.draft]):
            found.append(record)
    if faults:
        raise _all_of(faults, where)
    return replace(trace, records=tuple(sorted(found, key=lambda each: each.draft)))


def _all_of(faults: Sequence[tuple[int, TreatydiffError]], where: str) -> TreatydiffError:
    """One error for all rows that cannot be used: a record that was left out would be missed by nobody."""
    if len(faults) == 1:
        return faults[0][1]
    told = [f"line {line}: {fault.what}" for line, fault in faults[:_TOLD]]
    more = f"; and {len(faults) - _TOLD:,} more" if len(faults) > _TOLD else ""
    return UsageError(
        f"{len(faults):,} rows cannot be used: {'; '.join(told)}{more}",
        where=where,
        hint="mend or empty them; nothing was written",
    )


def _record(trace: Trace, cells: Mapping[str, str], *, where: str) -> Record:
    empty = [name for name in _NEEDED if not cells[name]]
    if empty:
        raise UsageError(f"{empty[0]!r} is empty", where=where)
    drafts = trace.chain.drafts
    try:
        at = draft_position(drafts, cells["draft"])
    except ScopeError as fault:
        raise ScopeError(fault.what, where=where, hint=fault.hint) from None
    try:
        named = provisions_named(drafts[at], cells["provision"])
    except ScopeError as fault:
        raise ScopeError(f"{cells['provision']!r}: {fault.what}", where=where, hint=fault.hint) from None
    if not named:
        raise ScopeError(
            f"{drafts[at].source.label} has no provision {cells['provision']!r}",
            where=where,
            hint=nearest_hint(drafts[at], cells["provision"]),
        )
    return Record(at, named[0], cells["kind"], cells["source"], cells["text"])


def _touches(places: Places, provision: str, cells: Sequence[str]) -> bool:
    """Whether a provision is one of those of a trace, lies in one of them, or holds one."""
    around = {node.id for node in places[provision].around}
    return any(
        each == provision or each in around or provision in {node.id for node in places[each].around}
        for each in cells
    )
