"""Drafts written down briefly, for the tests of alignment."""

from __future__ import annotations

import re
from dataclasses import replace

from treatydiff.model import (
    Alignment,
    Draft,
    Instrument,
    Pairing,
    Provision,
    ProvisionKind,
    Source,
    UnitPairing,
)


def article(number: str, heading: str, *paragraphs: str) -> Provision:
    """An article; several paragraphs are numbered 1, 2, ..., a single one is not."""
    key = "art_" + re.sub(r"\s+", "", number)
    if len(paragraphs) == 1:
        children = (Provision(f"{key}__para_u1", "paragraph", "", text=paragraphs[0]),)
    else:
        children = tuple(
            Provision(f"{key}__para_{n}", "paragraph", str(n), text=text)
            for n, text in enumerate(paragraphs, start=1)
        )
    return Provision(key, "article", number, heading, children=children)


def preamble(*recitals: str) -> Provision:
    return Provision(
        "preamble",
        "preamble",
        children=tuple(Provision(f"preamble__rec_{n}", "recital", text=t) for n, t in enumerate(recitals, 1)),
    )


def closing(text: str) -> Provision:
    return Provision("closing", "closing", text=text)


def container(kind: ProvisionKind, number: str, heading: str, *inside: Provision) -> Provision:
    prefix = {"chapter": "chp", "section": "sec"}.get(kind, kind)
    return Provision(f"{prefix}_{number}", kind, number, heading, children=inside)


def draft(*provisions: Provision, language: str = "en") -> Draft:
    return draft_of(Instrument(1, True, "", None, provisions), language=language)


def draft_of(*instruments: Instrument, language: str = "en") -> Draft:
    return Draft(Source("draft.txt", "0" * 64, "text/plain"), language, (), instruments)


def renumbered(provision: Provision, number: str) -> Provision:
    """The same article under another number, its ids included."""
    old, new = provision.id, "art_" + re.sub(r"\s+", "", number)
    children = tuple(replace(child, id=child.id.replace(old, new, 1)) for child in provision.children)
    return replace(provision, id=new, number=number, children=children)


def row_of(alignment: Alignment, key: str, side: str = "b") -> UnitPairing:
    """The row that holds a unit of A ("a") or of B ("b")."""
    return next(row for row in alignment.units if key in getattr(row.pairing, side))


def summary(pairing: Pairing) -> str:
    """A pairing on one line: "art_1 = art_2: renumbered"."""
    return f"{'+'.join(pairing.a) or '-'} = {'+'.join(pairing.b) or '-'}: {pairing.relation}"


def summaries(alignment: Alignment) -> list[str]:
    return [summary(row.pairing) for row in alignment.units]


SOVEREIGNTY = article(
    "4",
    "Protection of sovereignty",
    "Parties shall carry out their duties under this Treaty with full respect for the equal rank of States.",
    "No Party may act in the territory of another Party in matters that the law of the latter keeps for "
    "its own authorities.",
)
LIGHTHOUSES = article(
    "5",
    "Lighthouses",
    "Each Party shall keep the lighthouses on its coasts in working order and shall light them from dusk "
    "until dawn throughout the year.",
    "A Party whose lighthouse fails shall warn the masters of passing ships without delay by radio.",
    "The cost of repairs shall be borne by the Party on whose coast the lighthouse stands.",
)
HARBOURS = article(
    "6",
    "Harbours of refuge",
    "A ship in distress may enter the nearest harbour of any Party and stay there until the danger is over.",
    "No dues shall be taken from a ship that has entered a harbour under paragraph 1.",
)
PILOTS = article(
    "7",
    "Pilots",
    "Pilots shall hold a licence granted by the Party in whose waters they serve, after an examination.",
)
DEPOSITARY = article(
    "8", "Depositary", "The original of this Treaty shall be kept by the Chancellor of the Maritime League."
)
ALL = (SOVEREIGNTY, LIGHTHOUSES, HARBOURS, PILOTS, DEPOSITARY)
