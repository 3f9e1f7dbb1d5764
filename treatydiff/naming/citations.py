"""How a provision is named: "Art. 6, para. 2 (a)", "Annex II, Art. 3", with symbol and page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from treatydiff.model import CONTAINER_KINDS, Draft, Instrument, Provision
from treatydiff.naming.labels import (
    CLAUSE_NAMES,
    ITEM_KINDS,
    SHORT_NAMES,
    SMALL_KINDS,
    own_label,
    printed_number,
)
from treatydiff.naming.this_draft import ThisDraft
from treatydiff.records import dataclass

_LETTERS = "PpOo. "
_ITEM_STARTS = (SHORT_NAMES["subparagraph"], SHORT_NAMES["point"])
_KNOWN_BY_PARENT = SMALL_KINDS - {"recital"} | {"option", "table"}


@dataclass(frozen=True, slots=True)
class Place:
    """A provision, what it stands in (outermost first), its instrument, and its name in that.

    `label` is the name of a unit or container inside its instrument: "Annex II, Art. 3".
    """

    provision: Provision
    around: tuple[Provision, ...]
    instrument: Instrument
    label: str


Places = Mapping[str, Place]
"""Every provision of a draft by id."""


def places_of(draft: Draft) -> Places:
    """Where every provision of a draft stands and what it is called, by id, in text order; kept for two."""
    return _places(ThisDraft(draft))


@lru_cache(maxsize=2)
def _places(this: ThisDraft) -> Places:
    draft = this.draft
    places: dict[str, Place] = {}

    def enter(node: Provision, around: tuple[Provision, ...], instrument: Instrument) -> None:
        places[node.id] = Place(node, around, instrument, _joined([*_always_named(node, around), node]))
        for child in node.children:
            enter(child, (*around, node), instrument)

    for instrument in draft.instruments:
        for provision in instrument.provisions:
            enter(provision, (), instrument)
        _tell_apart([places[unit.id] for unit in instrument.units()], places)
    return places


def _always_named(node: Provision, around: Sequence[Provision]) -> list[Provision]:
    """Annexes and options, the containers in which articles are numbered anew, the parent of the rest."""
    restarts = node.kind in ("article", "rule")
    parent = _parent_named(node, around)
    return [
        each for each in around
        if each.kind in ("annex", "option") or each is parent
        or (restarts and node.id.startswith(f"{each.id}__"))
    ]  # fmt: skip


def _parent_named(node: Provision, around: Sequence[Provision]) -> Provision | None:
    """The container by which a paragraph or option outside articles is known: "Section B, para. 12".

    It is the innermost that has a number; for items, and for what has no number itself, the innermost, by
    its heading if need be.
    """
    if node.kind not in _KNOWN_BY_PARENT:
        return None
    whole = node.kind in ITEM_KINDS or not printed_number(node)
    return next(
        (each for each in reversed(around)
         if each.kind in CONTAINER_KINDS and (printed_number(each) or (whole and each.heading))),
        None,
    )  # fmt: skip


def _tell_apart(units: Iterable[Place], places: dict[str, Place]) -> None:
    """Name the containers of units that would be called alike, the innermost first, until they are not."""
    alike: dict[str, list[Place]] = {}
    for place in units:
        alike.setdefault(place.label, []).append(place)
    for group in alike.values():
        deepest = max(len(place.around) for place in group) if len(group) > 1 else 0
        for more in range(1, deepest + 1):
            for place in group:
                named = {each.id for each in _always_named(place.provision, place.around)}
                named |= {each.id for each in place.around[-more:]}
                path = [each for each in place.around if each.id in named]
                places[place.provision.id] = replace(place, label=_joined([*path, place.provision]))
            if len({places[place.provision.id].label for place in group}) == len(group):
                break


def _joined(path: Iterable[Provision]) -> str:
    """The names of nested provisions, outermost first; what is small is small after a comma."""
    label = ""
    for node in path:
        own = own_label(node)
        if label and node.kind in SMALL_KINDS:
            own = own[0].lower() + own[1:]
        label = f"{label}, {own}" if label else own
    return label


def unit_label(places: Places, unit_id: str, *, instrument: bool = True) -> str:
    """The name of a unit or container: "Art. 6", "Annex II, Art. 3", "Instrument 2, para. 34".

    An id that the draft does not have is given back as it is.

    Args:
        places: the draft's provisions.
        unit_id: id of the unit or container.
        instrument: whether an instrument that is not the main one of its file is named.
    """
    place = places.get(unit_id)
    if place is None:
        return unit_id
    if not instrument or place.instrument.main:
        return place.label
    small = place.provision.kind in SMALL_KINDS and place.label.startswith(own_label(place.provision))
    label = place.label[0].lower() + place.label[1:] if small else place.label
    return f"Instrument {place.instrument.n}, {label}"


def group_label(places: Places, unit_ids: Iterable[str], *, instrument: bool = True) -> str:
    """The name of several units together: "Art. 8+9", "Art. 8 + Annex I"; "" for none."""
    ids = tuple(unit_ids)
    labels = [unit_label(places, unit_id, instrument=instrument) for unit_id in ids]
    known = [places[unit_id].provision for unit_id in ids if unit_id in places]
    numbers = [printed_number(provision) for provision in known]
    heads = {label.removesuffix(number) for label, number in zip(labels, numbers, strict=False)}
    if len(ids) > 1 and len(known) == len(ids) and len(heads) == 1 and all(numbers):
        return labels[0] + "".join(f"+{number}" for number in numbers[1:])
    return " + ".join(labels)


def former_label(old: str, new: str) -> str:
    """How a heading recalls the former number: "5" where only the number differs, else the label.

    Args:
        old: the label in A ("Art. 5").
        new: the label in B ("Art. 6").
    """
    name, _, number = old.rpartition(" ")
    return number if name and name == new.rpartition(" ")[0] else old


def unlike(heading: str, other: str) -> bool:
    """Whether two headings differ in more than spaces and capitals."""
    return " ".join(heading.split()).casefold() != " ".join(other.split()).casefold()


def beside_label(heading: str, label: str) -> str:
    """A heading, left out where it says no more than the label beside it ("PREAMBLE")."""
    return heading if unlike(heading, label) else ""


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
        if node.kind in ITEM_KINDS and printed_number(node) and parts and parts[-1][-1] in ")0123456789":
            parts[-1] += f" {_item(node)}"
        elif part:
            parts.append(part)
    return ", ".join(parts)


def inside_unit(unit: str, inside: str) -> str:
    """The names of a unit and of a clause of it in one: "Art. 6, para. 2", "Section B, para. 12 (d)".

    Args:
        unit: name of the unit.
        inside: short name of the clause in it; "" where it is all of it.
    """
    item = next((inside[len(each) :] for each in _ITEM_STARTS if inside.startswith(f"{each} (")), "")
    if item and unit[-1:].isdigit() and ", para. " in f", {unit[:1].lower()}{unit[1:]}":
        return f"{unit}{item}"
    return ", ".join(part for part in (unit, inside) if part)


def _clause_part(node: Provision, siblings: tuple[Provision, ...], *, short: bool) -> str:
    names = SHORT_NAMES if short else CLAUSE_NAMES
    if node.kind not in names:
        return own_label(node)
    name = names[node.kind]
    number = printed_number(node)
    alike = [sibling for sibling in siblings if sibling.kind == node.kind]
    if node.kind in ("intro", "wrapup"):
        return name if len(alike) < 2 else f"{name} {_ordinal(node, siblings)}"
    if node.kind == "recital":
        # Margin labels print their own word: "Pp6" is preambular paragraph 6.
        return f"{name} {number.lstrip(_LETTERS) or _ordinal(node, siblings)}"
    if number:
        return f"{name} ({number})" if node.kind in ITEM_KINDS else f"{name} {number}"
    if len(siblings) == 1 and node.kind == "paragraph":
        return ""
    unnumbered = [sibling for sibling in alike if not printed_number(sibling)]
    return f"unnumbered {name} {_ordinal(node, tuple(unnumbered))}"


def document_name(draft: Draft) -> str:
    """What a draft is cited as: the name that the user gives, else its symbol, else that of the file."""
    if draft.source.named:
        return draft.source.label
    symbol = next((each.symbol for each in draft.instruments if each.main and each.symbol), None)
    return symbol or draft.source.label


def document_names(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """What drafts side by side are cited as, so that no two are called alike.

    Files are named where symbols are alike, parts where files are, and a number where all is.

    Args:
        drafts: in any order.
    """
    names = [document_name(draft) for draft in drafts]
    for other in (
        [draft.source.label for draft in drafts],
        [f"{draft.source.label}#{draft.source.scope or ''}".rstrip("#") for draft in drafts],
        [f"{draft.source.label} ({number})" for number, draft in enumerate(drafts, 1)],
    ):
        names = [own if names.count(own) == 1 else new for own, new in zip(names, other, strict=True)]
    return tuple(names)


def citation(name: str, places: Places, unit_id: str, clause_id: str | None = None) -> str:
    """Where a passage stands, to be copied: "A/CONF.1/L.2, Annex II, Art. 3, para. 2 (a), p. 7".

    Args:
        name: what the draft is cited as; "" for the place alone.
        places: the draft's provisions.
        unit_id: id of the unit.
        clause_id: id of a clause of it, or None for the whole unit.
    """
    unit = places.get(unit_id)
    parts = [name] if name else []
    inside = clause_label(places, clause_id, unit_id, short=True) if clause_id else ""
    if unit is None or unit.provision.kind != "preamble" or not inside:
        parts.append(inside_unit(unit_label(places, unit_id), inside))
    else:
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


def provision_citation(draft: Draft, places: Places, provision_id: str) -> str:
    """Where a provision stands, by the unit that holds it: "draft.pdf, Art. 5, para. 2 (a), p. 7"."""
    place = places.get(provision_id)
    if place is None:
        return citation(document_name(draft), places, provision_id)
    units = {unit.id for unit in place.instrument.units()}
    path = (*place.around, place.provision)
    unit = next((node.id for node in path if node.id in units), provision_id)
    clause = provision_id if provision_id != unit else None
    return citation(document_name(draft), places, unit, clause)


def names_in_reports(draft: Draft) -> dict[str, list[str]]:
    """The ids of provisions by what reports call them: "Section B, para. 12 (d)"; some have one name."""
    places = places_of(draft)
    units = {unit.id for instrument in draft.instruments for unit in instrument.units()}
    names: dict[str, list[str]] = {}
    for id_, place in places.items():
        unit = next((node.id for node in (*place.around, place.provision) if node.id in units), id_)
        inside = clause_label(places, id_, unit, short=True) if unit != id_ else ""
        if inside or unit == id_:
            names.setdefault(inside_unit(unit_label(places, unit), inside), []).append(id_)
    return names
