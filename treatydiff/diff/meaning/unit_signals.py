"""Observations on whole rows: text that changed its place in the instrument, and final clauses changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from treatydiff.diff.final_clauses import final_clause_kinds
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import Alignment, ClauseDiff, Draft, Instrument, Provision, Signal, Unit, UnitPairing
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

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


# --- provisions that left the chapter whose safeguards governed them ---------------------------------


class Safeguards:
    """The clauses of a draft that govern the whole chapter around them, and where the chapter went.

    A safeguard is a clause that speaks of "this chapter" (part, section, title) in words of
    safeguarding, or any clause that does so in a unit headed as one.

    Args:
        a, b: the drafts.
        alignment: which container of A became which of B.
    """

    def __init__(self, a: Draft, b: Draft, alignment: Alignment) -> None:
        self._units_a = {unit.id: unit for unit in a.units()}
        self._units_b = {unit.id: unit for unit in b.units()}
        self._nodes = {node.id: node for node in a.walk()}
        self._partners = {id_a: set(row.b) for row in alignment.containers for id_a in row.a}
        self._unit_partners = {id_a: set(row.pairing.b) for row in alignment.units for id_a in row.pairing.a}
        self._governed = _governing_units(a)

    def left_behind(self, row: UnitPairing) -> Iterator[Signal]:
        """One signal for each governed chapter that a unit left without its safeguard."""
        if len(row.pairing.a) != 1 or len(row.pairing.b) != 1:
            return
        before, after = self._units_a.get(row.pairing.a[0]), self._units_b.get(row.pairing.b[0])
        if before is None or after is None:
            return
        for container in before.containers:
            governors = self._governed.get(container, ())
            if not governors or before.id in governors or not self._partners.get(container):
                continue
            if self._partners[container].isdisjoint(after.containers) and not self._followed(
                governors, after
            ):
                text = f"{self._name(container)}, governed by {self._name(governors[0])}"
                yield Signal("placement", "out_of_safeguard", text)

    def _followed(self, governors: tuple[str, ...], after: Unit) -> bool:
        """Whether a safeguard moved to the same chapter."""
        return any(
            not set(after.containers).isdisjoint(self._units_b[id_b].containers)
            for governor in governors
            for id_b in self._unit_partners.get(governor, ())
            if id_b in self._units_b
        )

    def _name(self, id_: str) -> str:
        node = self._nodes[id_]
        return f"{node.kind} {node.number}".strip()


def _governing_units(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Ids of the units that govern a container, by its id."""
    table = SIGNAL_WORDS.get(draft.language)
    if table is None or not table.this_chapter or not table.safeguard:
        return {}
    here = pattern_of(table.this_chapter, re.IGNORECASE)
    safeguard = pattern_of(rf"(?<!\w)(?:{table.safeguard})", re.IGNORECASE)
    kinds = {node.id: node for node in draft.walk()}
    found: dict[str, list[str]] = {}
    for unit in draft.units():
        headed = safeguard.search(unit.provision.heading) is not None
        for clause in unit.clauses():
            match = here.search(clause.text)
            if match and (headed or safeguard.search(clause.text)):
                container = _named(match[0], unit, kinds)
                if container and unit.id not in found.setdefault(container, []):
                    found[container].append(unit.id)
    return {container: tuple(units) for container, units in found.items()}


def _named(words: str, unit: Unit, nodes: dict[str, Provision]) -> str:
    """The container that "this section" names: the nearest of that kind, else the nearest."""
    kind = words.rsplit(maxsplit=1)[-1].casefold()
    around = [id_ for id_ in reversed(unit.containers) if id_ in nodes]
    return next((id_ for id_ in around if nodes[id_].kind == kind), next(iter(around), ""))
