"""How a provision is named: "Art. 6, para. 2 (a)", "Annex II, Art. 3", with symbol and page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from treatydiff.model import Draft, Instrument, Provision

UNIT_NAMES: dict[str, tuple[str, str]] = {
    "article": ("Art.", "Art. without number"),
    "rule": ("Rule", "Rule without number"),
    "part": ("Part", "Part without number"),
    "title": ("Title", "Title without number"),
    "chapter": ("Chapter", "Chapter without number"),
    "section": ("Section", "Section without number"),
    "subsection": ("Subsection", "Subsection without number"),
    "annex": ("Annex", "Annex"),
    "table": ("Table", "Table"),
    "option": ("Option", "Option"),
    "preamble": ("Preamble", "Preamble"),
    "closing": ("Closing formula", "Closing formula"),
    "paragraph": ("Para.", "Para. without number"),
    "subparagraph": ("Subpara.", "Subpara. without number"),
    "point": ("Point", "Point without number"),
    "recital": ("Preambular para.", "Preambular para."),
    "intro": ("Chapeau", "Chapeau"),
    "wrapup": ("Closing text", "Closing text"),
}
CLAUSE_NAMES: dict[str, str] = {
    "paragraph": "paragraph",
    "subparagraph": "subparagraph",
    "point": "point",
    "recital": "preambular para.",
    "intro": "chapeau",
    "wrapup": "closing text",
    "option": "option",
    "table": "table",
    "section": "section",
    "subsection": "subsection",
    "article": "article",
}
SHORT_NAMES: dict[str, str] = {**CLAUSE_NAMES, "paragraph": "para.", "subparagraph": "subpara."}
_UNNUMBERED_KINDS = frozenset({"intro", "wrapup", "preamble", "closing"})
_ITEM_KINDS = frozenset({"subparagraph", "point"})
_PLAIN_NUMBER = re.compile(r"(?:ante |bis )?(?:[0-9]|[IVXLCDM]+\b|[A-Z]\b)[\w .()-]*")
_ID_NUMBER = re.compile(r"_(?P<number>[0-9A-Za-z.-]+?)(?:-[0-9]+)?$")
_SUFFIXES = re.compile(r"(?<=[0-9])(?=(?:ante|bis|ter|quater|quinquies|sexies|septies|octies)\b)")


@dataclass(frozen=True, slots=True)
class Place:
    """A provision, what it stands in (outermost first), and its instrument."""

    provision: Provision
    around: tuple[Provision, ...]
    instrument: Instrument


Places = Mapping[str, Place]
"""Every provision of a draft by id."""


def places_of(draft: Draft) -> dict[str, Place]:
    """Where every provision of a draft stands, by id, in text order."""
    places: dict[str, Place] = {}

    def enter(node: Provision, around: tuple[Provision, ...], instrument: Instrument) -> None:
        places[node.id] = Place(node, around, instrument)
        for child in node.children:
            enter(child, (*around, node), instrument)

    for instrument in draft.instruments:
        for provision in instrument.provisions:
            enter(provision, (), instrument)
    return places


def printed_number(provision: Provision) -> str:
    """The number by which a report calls a provision.

    The draft's own where it is written in Latin letters and digits; for articles and containers
    otherwise the canonical one of the id ("Article premier" is Art. 1); "" for none.
    """
    number = provision.number.strip().strip("().[]").strip()
    if provision.kind in CLAUSE_NAMES and provision.kind != "article":
        return number
    if number and _PLAIN_NUMBER.fullmatch(number):
        return number
    canonical = _ID_NUMBER.search(provision.id.rsplit("__", 1)[-1])
    if number and canonical:
        return _SUFFIXES.sub(" ", canonical["number"])
    return number


def _own_label(provision: Provision) -> str:
    name, without = UNIT_NAMES[provision.kind]
    number = printed_number(provision)
    return f"{name} {number}" if number and provision.kind not in _UNNUMBERED_KINDS else without


def _named_containers(place: Place) -> list[Provision]:
    """The provisions around a unit without which its number would be ambiguous."""
    return [node for node in place.around
            if node.kind == "annex" or place.provision.id.startswith(f"{node.id}__")]  # fmt: skip


def _surroundings(place: Place) -> str:
    names = [] if place.instrument.main else [f"Instrument {place.instrument.n}"]
    names += [_own_label(node) for node in _named_containers(place)]
    return ", ".join(names)


def unit_label(places: Places, unit_id: str) -> str:
    """The name of a unit or container: "Art. 6", "Annex II, Art. 3", "Preamble".

    An id that the draft does not have is given back as it is.
    """
    place = places.get(unit_id)
    if place is None:
        return unit_id
    around = _surroundings(place)
    own = _own_label(place.provision)
    return f"{around}, {own}" if around else own


def group_label(places: Places, unit_ids: Iterable[str]) -> str:
    """The name of several units together: "Art. 8+9", "Art. 8 + Annex I"; "" for none."""
    ids = tuple(unit_ids)
    known = [places[unit_id] for unit_id in ids if unit_id in places]
    kinds = {(place.provision.kind, _surroundings(place)) for place in known}
    numbers = [printed_number(place.provision) for place in known]
    if len(ids) > 1 and len(known) == len(ids) and len(kinds) == 1 and all(numbers):
        return unit_label(places, ids[0]) + "".join(f"+{number}" for number in numbers[1:])
    return " + ".join(unit_label(places, unit_id) for unit_id in ids)


def former_label(old: str, new: str) -> str:
    """How a heading recalls the former number: "5" where only the number differs, else the label.

    Args:
        old: the label in A ("Art. 5").
        new: the label in B ("Art. 6").
    """
    name, _, number = old.rpartition(" ")
    return number if name and name == new.rpartition(" ")[0] else old


def _item(provision: Provision) -> str:
    number = printed_number(provision)
    return f"({number})" if number else "(–)"


def _ordinal(provision: Provision, siblings: tuple[Provision, ...]) -> int:
    return 1 + [node.id for node in siblings if node.kind == provision.kind].index(provision.id)


def clause_label(places: Places, clause_id: str, unit_id: str, *, short: bool = False) -> str:
    """The name of a clause inside its unit: "paragraph 2 (a)", "chapeau", "preambular para. 4".

    Args:
        places: the draft's provisions.
        clause_id: id of the clause.
        unit_id: id of the unit that holds it; "" for the whole path below the containers.
        short: "para." for "paragraph", as citations have it.

    Returns:
        The label; "" where the clause is all of its unit.
    """
    place = places.get(clause_id)
    if place is None:
        return clause_id
    path = (*place.around, place.provision)
    ids = [node.id for node in path]
    above = ids.index(unit_id) if unit_id in ids else -1
    parts: list[str] = []
    for at in range(above + 1, len(path)):
        node = path[at]
        siblings = path[at - 1].children if at else place.instrument.provisions
        part = _clause_part(node, siblings, short=short)
        if node.kind in _ITEM_KINDS and node.number and parts and parts[-1][-1] in ")0123456789":
            parts[-1] += f" {_item(node)}"
        elif part:
            parts.append(part)
    return ", ".join(parts)


def _clause_part(node: Provision, siblings: tuple[Provision, ...], *, short: bool) -> str:
    names = SHORT_NAMES if short else CLAUSE_NAMES
    if node.kind not in names:
        return _own_label(node)
    name = names[node.kind]
    number = printed_number(node)
    alike = [sibling for sibling in siblings if sibling.kind == node.kind]
    if node.kind in ("intro", "wrapup"):
        return name if len(alike) < 2 else f"{name} {_ordinal(node, siblings)}"
    if node.kind == "recital":
        return f"{name} {number or _ordinal(node, siblings)}"
    if number:
        return f"{name} ({number})" if node.kind in _ITEM_KINDS else f"{name} {number}"
    if len(siblings) == 1 and node.kind == "paragraph":
        return ""
    unnumbered = [sibling for sibling in alike if not sibling.number]
    return f"unnumbered {name} {_ordinal(node, tuple(unnumbered))}"


def document_name(draft: Draft) -> str:
    """What a draft is cited as: its symbol, where its main instrument prints one, else the file's name."""
    symbol = next((each.symbol for each in draft.instruments if each.main and each.symbol), None)
    return symbol or draft.source.label


def citation(name: str, places: Places, unit_id: str, clause_id: str | None = None) -> str:
    """Where a passage stands, to be copied: "A/CONF.1/L.2, Annex II, Art. 3, para. 2 (a), p. 7".

    Args:
        name: what the draft is cited as.
        places: the draft's provisions.
        unit_id: id of the unit.
        clause_id: id of a clause of it, or None for the whole unit.
    """
    unit = places.get(unit_id)
    parts = [name]
    inside = clause_label(places, clause_id, unit_id, short=True) if clause_id else ""
    if unit is None or unit.provision.kind != "preamble" or not inside:
        parts.append(unit_label(places, unit_id))
    if inside:
        parts.append(inside)
    page = page_of(places, clause_id or unit_id)
    if page is not None:
        parts.append(f"p. {page}")
    return ", ".join(parts)


def page_of(places: Places, provision_id: str) -> int | None:
    """The page on which a provision starts, or the nearest one around it that has a page."""
    place = places.get(provision_id)
    if place is None:
        return None
    for node in (place.provision, *reversed(place.around)):
        if node.page is not None:
            return node.page
    return None
