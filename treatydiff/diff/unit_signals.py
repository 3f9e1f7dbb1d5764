"""Observations on whole rows: text that changed its place in the instrument, and final clauses changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from treatydiff.diff.final_clauses import final_clause_kinds
from treatydiff.diff.safeguards import Safeguards
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import Alignment, ClauseDiff, Draft, Instrument, Signal, Unit, UnitPairing

_ZONE_WORDS = {
    "preamble": "the preamble", "operative_part": "the operative part", "annex": "an annex",
    "decision": "the decision",
}  # fmt: skip
_LEAST_LETTERS = 40
"""Shorter clauses ("(Signed)", "and") say nothing about where text moved."""


def unit_signals(
    a: Draft, b: Draft, alignment: Alignment, diffs: Sequence[Sequence[ClauseDiff]]
) -> tuple[tuple[Signal, ...], ...]:
    """The signals of every row of units, in the order of the alignment.

    Args:
        a, b: the drafts.
        alignment: what corresponds to what.
        diffs: the clause edits of every row.
    """
    side_a, side_b = _side(a), _side(b)
    safeguards = Safeguards(a, b, alignment)
    spread = _zones_of_parts(alignment, side_a, side_b)
    return tuple(
        (
            *_placements(row, side_a, side_b, spread),
            *safeguards.left_behind(row),
            *_final_clauses(clauses, side_a, side_b),
        )
        for row, clauses in zip(alignment.units, diffs, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _UnitSide:
    """One draft: its units by id, and of every clause the unit and the zone that hold it."""

    language: str
    units: Mapping[str, Unit]
    unit_of: Mapping[str, str]
    zone_of: Mapping[str, str]
    letters: Mapping[str, int]


def _side(draft: Draft) -> _UnitSide:
    units = draft.units()
    decisions = {each.n for each in draft.instruments if _is_decision(each, draft)}
    unit_of, zone_of, letters = {}, {}, {}
    for unit in units:
        zone = _zone(unit, decisions)
        for leaf in unit.clauses():
            unit_of[leaf.id], zone_of[leaf.id], letters[leaf.id] = unit.id, zone, len(leaf.text)
    return _UnitSide(draft.language, {unit.id: unit for unit in units}, unit_of, zone_of, letters)


def _is_decision(instrument: Instrument, draft: Draft) -> bool:
    """Whether one of several instruments of a file is a decision beside the convention."""
    table = SIGNAL_WORDS.get(draft.language)
    if table is None or not table.decision or len(draft.instruments) < 2 or instrument.articles:
        return False
    return re.search(table.decision, instrument.title, re.IGNORECASE) is not None


def _zone(unit: Unit, decisions: set[int]) -> str:
    if unit.instrument in decisions:
        return "decision"
    if unit.kind == "annex" or any(step.startswith("annex") for step in unit.id.split("__")):
        return "annex"
    if unit.kind == "preamble":
        return "preamble"
    return "" if unit.kind == "closing" else "operative_part"


def _zones_of_parts(alignment: Alignment, a: _UnitSide, b: _UnitSide) -> dict[str, set[str]]:
    """Of every unit of A, the zones of B to which clauses of some length went."""
    found: dict[str, set[str]] = {}
    for row in alignment.units:
        for pairing in row.clauses:
            if pairing.a and pairing.b and a.letters.get(pairing.a[0], 0) >= _LEAST_LETTERS:
                zone = b.zone_of.get(pairing.b[0], "")
                if zone:
                    found.setdefault(a.unit_of.get(pairing.a[0], ""), set()).add(zone)
    return found


def _placements(
    row: UnitPairing, a: _UnitSide, b: _UnitSide, spread: Mapping[str, set[str]]
) -> Iterator[Signal]:
    seen: Counter[Signal] = Counter()
    for pairing in row.clauses:
        if not pairing.a or not pairing.b or a.letters.get(pairing.a[0], 0) < _LEAST_LETTERS:
            continue
        before, after = a.zone_of.get(pairing.a[0], ""), b.zone_of.get(pairing.b[0], "")
        if before and after and before != after:
            several = len(spread.get(a.unit_of[pairing.a[0]], ())) > 1
            direction = f"{'spread' if several else 'moved'}_to_{after}"
            seen[Signal("placement", direction, f"{_ZONE_WORDS[before]} → {_ZONE_WORDS[after]}")] += 1
    yield from seen


def _final_clauses(clauses: Sequence[ClauseDiff], a: _UnitSide, b: _UnitSide) -> Iterator[Signal]:
    """One signal for each kind of final clause whose words changed in substance."""
    changed_a: set[str] = set()
    changed_b: set[str] = set()
    for clause in clauses:
        if any(edit.class_ == "substantive" for edit in clause.edits):
            changed_a.update(clause.pairing.a)
            changed_b.update(clause.pairing.b)
    kinds: dict[str, None] = {}
    for side, changed in ((a, changed_a), (b, changed_b)):
        for unit_id in dict.fromkeys(side.unit_of[each] for each in sorted(changed) if each in side.unit_of):
            for kind, ids in final_clause_kinds(side.units[unit_id], side.language).items():
                if changed.intersection(ids):
                    kinds[kind] = None
    yield from (Signal("final_clause", kind) for kind in kinds)
