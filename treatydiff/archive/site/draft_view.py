"""What the page of a draft in a site says: its text with the places of its clauses, its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from treatydiff.archive.site.model import SiteDraft
from treatydiff.model import CONTAINER_KINDS, Draft, Provision, Unit
from treatydiff.naming.citations import (
    Places,
    beside_label,
    citation,
    clause_label,
    document_name,
    page_of,
    places_of,
    unit_label,
)
from treatydiff.naming.diagnostic_words import diagnostic_told
from treatydiff.naming.printed import printed_heading
from treatydiff.records import dataclass
from treatydiff.report.kit.pieces import Passage

MOST_DOUBTS = 20
"""Diagnostics shown; `treatydiff outline` lists all."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A piece of the text: a title, the heading of a container or unit, or a clause."""

    kind: Literal["title", "container", "unit", "clause"]
    id: str = ""
    label: str = ""
    text: str = ""
    passages: tuple[Passage, ...] = ()
    page: int | None = None
    citation: str = ""


@dataclass(frozen=True, slots=True)
class NearDraft:
    """A draft near another, and what both share in words."""

    draft: SiteDraft
    share: str


@dataclass(frozen=True, slots=True)
class DraftPage:
    """The page of a draft.

    `beside` are its comparisons: what they are, address, name; `apart` says why there are none.
    """

    draft: SiteDraft
    beside: tuple[tuple[str, str, str], ...]
    apart: str
    nearest: tuple[NearDraft, ...]
    diagnostics: tuple[str, ...]
    blocks: tuple[TextBlock, ...]


def text_blocks(draft: Draft) -> tuple[TextBlock, ...]:
    """The text of a draft in order, its clauses with their places, none left out."""
    places = places_of(draft)
    return tuple(_blocks(draft, places))


def doubts_of(draft: Draft) -> tuple[str, ...]:
    """What was doubtful in the reading, but for what is said for information only."""
    said = [diagnostic_told(each, draft) for each in draft.diagnostics if each.severity != "info"]
    more = len(said) - MOST_DOUBTS
    return (*said[:MOST_DOUBTS], *((f"and {more} more",) if more > 0 else ()))


def _blocks(draft: Draft, places: Places) -> Iterator[TextBlock]:
    name = document_name(draft)
    for instrument in draft.instruments:
        if instrument.title:
            yield TextBlock("title", text=" ".join(instrument.title.split()))
        units = {unit.id: unit for unit in instrument.units()}
        for top in instrument.provisions:
            yield from _below(top, units, draft, places, name)


def _below(
    node: Provision, units: dict[str, Unit], draft: Draft, places: Places, name: str
) -> Iterator[TextBlock]:
    if node.id in units:
        yield from _unit(units[node.id], places, name)
        return
    if node.kind in CONTAINER_KINDS or node.heading:
        yield TextBlock("container", node.id, text=" ".join(printed_heading(node, draft.language)))
    for child in node.children:
        yield from _below(child, units, draft, places, name)


def _unit(unit: Unit, places: Places, name: str) -> Iterator[TextBlock]:
    label = unit_label(places, unit.id)
    heading = beside_label(unit.provision.heading, label)
    leaves = unit.clauses()
    whole = len(leaves) == 1 and leaves[0].id == unit.id
    # The clause of a unit that is its own clause bears the id; an id must be unique.
    yield TextBlock("unit", f"{unit.id}--head" if whole else unit.id, label, heading)
    for leaf in leaves:
        yield TextBlock(
            "clause",
            leaf.id,
            clause_label(places, leaf.id, unit.id),
            passages=(Passage("equal", leaf.text),),
            page=page_of(places, leaf.id),
            citation=citation(name, places, unit.id, leaf.id),
        )
