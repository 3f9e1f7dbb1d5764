"""The two drafts of a comparison, with what naming their provisions needs."""

from __future__ import annotations

from treatydiff.model import Comparison, Draft
from treatydiff.naming.citations import (
    Places,
    beside_label,
    clause_label,
    document_name,
    places_of,
    unit_label,
)
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a clause stands in one draft: the names of its unit and of itself in it."""

    id: str
    unit_id: str
    unit: str
    inside: str
    heading: str

    @property
    def whole(self) -> str:
        """The full label: "Art. 6, paragraph 2"; a preambular paragraph says that it is in the preamble."""
        around = self.unit.removesuffix("Preamble").removesuffix("preamble")
        if self.inside.startswith("preambular") and around != self.unit:
            return around + self.inside if around else self.inside.capitalize()
        return ", ".join(part for part in (self.unit, self.inside) if part)


@dataclass(frozen=True, slots=True)
class Side:
    """One draft of a comparison with what naming its provisions needs.

    `holders` gives the id of the unit that holds a provision; `paged` whether provisions have pages.
    """

    draft: Draft
    name: str
    places: Places
    order: dict[str, int]
    holders: dict[str, str]
    paged: bool

    def instrument(self, ids: tuple[str, ...]) -> tuple[str, int]:
        """What the instrument of the first of some provisions is called, and its number."""
        first = next((self.places[each].instrument for each in ids if each in self.places), None)
        if first is None:
            return "", 0
        return f"Instrument {first.n}" + (f": {first.title}" if first.title else ""), first.n

    def standing(self, ids: tuple[str, ...]) -> Standing:
        """Where the first of some clauses stands; all empty where there is none."""
        if not ids:
            return Standing("", "", "", "", "")
        unit_id = self.holders.get(ids[0], ids[0])
        inside = clause_label(self.places, ids[0], unit_id)
        label = unit_label(self.places, unit_id)
        return Standing(ids[0], unit_id, label, inside, beside_label(self.heading((unit_id,)), label))

    def heading(self, ids: tuple[str, ...]) -> str:
        """The headings of some provisions, each once."""
        headings = [self.places[each].provision.heading for each in ids if each in self.places]
        return " / ".join(dict.fromkeys(heading for heading in headings if heading))


def sides_of(comparison: Comparison) -> tuple[Side, Side]:
    """Both drafts with their provisions by id; the file names where the symbols do not tell them apart."""
    name_a, name_b = document_name(comparison.a), document_name(comparison.b)
    if name_a == name_b:
        name_a, name_b = comparison.a.source.label, comparison.b.source.label
    if name_a == name_b:
        name_a, name_b = f"A: {name_a}", f"B: {name_b}"
    return _side(comparison.a, name_a), _side(comparison.b, name_b)


def _side(draft: Draft, name: str) -> Side:
    places = places_of(draft)
    holders = {leaf.id: unit.id for unit in draft.units() for leaf in unit.provision.walk()}
    order = {each: at for at, each in enumerate(places)}
    paged = any(place.provision.page is not None for place in places.values())
    return Side(draft, name, places, order, holders, paged)
