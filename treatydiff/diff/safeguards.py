"""Provisions that left the chapter whose safeguards governed them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import Alignment, Draft, Provision, Signal, Unit, UnitPairing


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
    here = re.compile(table.this_chapter, re.IGNORECASE)
    safeguard = re.compile(rf"(?<!\w)(?:{table.safeguard})", re.IGNORECASE)
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
