"""The metadata of an Akoma Ntoso document: what it identifies, in which language, from which file.

Imports lxml; import it only where a report is made.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from treatydiff.model import Draft, Instrument, Note
from treatydiff.patterns import pattern_of
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.xml_text import xml_text

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:treatydiff:source"
NO_DATE = "0001-01-01"
"""Stands where the standard wants a date and none is known; never the clock's."""
NO_COUNTRY = "xx"
"""A draft is of no State; the code that ISO 3166 leaves to its users."""

_ORGANIZATIONS = "/akn/ontology/organization"
LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "zho", "ar": "ara"}

_NOT_IN_NAMES = pattern_of(r"[^a-z0-9]+")


def child(parent: Any, tag: str, /, **attributes: str) -> Any:
    """A new last child, in the namespace of the standard."""
    return etree.SubElement(
        parent, f"{{{AKN}}}{tag}", {key: xml_text(value) for key, value in attributes.items()}
    )


def add_meta(
    parent: Any,
    draft: Draft,
    *,
    instrument: Instrument | None = None,
    part: str = "",
    notes: tuple[Note, ...] = (),
) -> None:
    """Add the meta element of a document.

    Args:
        parent: the document's element.
        draft: the draft.
        instrument: the one that it is, or None for the whole file.
        part: id of the annex that it is, if it is one.
        notes: notes that nothing in the text calls.
    """
    prefix = part or (f"instrument_{instrument.n}" if instrument and len(draft.instruments) > 1 else "")
    mark = f"{prefix}__" if prefix else ""
    meta = child(parent, "meta")
    identification = child(meta, "identification", source=f"#{mark}treatydiff")
    work, language = _work(draft, instrument), LANGUAGES.get(draft.language, draft.language)
    expression = f"{work}/{language}@"
    suffix = f"/!{part}" if part else ""
    for name, uri, ending in (
        ("FRBRWork", work, ""), ("FRBRExpression", expression, ""), ("FRBRManifestation", expression, ".akn"),
    ):  # fmt: skip
        level = child(identification, name)
        child(level, "FRBRthis", value=f"{uri}{suffix}{ending}")
        child(level, "FRBRuri", value=f"{uri}{ending}")
        child(level, "FRBRdate", date=NO_DATE, name="unknown")
        child(level, "FRBRauthor", href=f"#{mark}unknown" if name == "FRBRWork" else f"#{mark}treatydiff")
        if name == "FRBRWork":
            child(level, "FRBRcountry", value=NO_COUNTRY)
        elif name == "FRBRExpression":
            child(level, "FRBRlanguage", language=language)
    references = child(meta, "references", source=f"#{mark}treatydiff")
    for id_, shown in (("treatydiff", TOOL), ("unknown", "not stated")):
        child(references, "TLCOrganization", eId=f"{mark}{id_}", href=f"{_ORGANIZATIONS}/{id_}", showAs=shown)
    if notes:
        holder = child(meta, "notes", source=f"#{mark}treatydiff")
        for number, note in enumerate(notes, 1):
            element = child(holder, "note", eId=f"{mark}note_{number}", marker=note.label or str(number))
            child(element, "p").text = xml_text(note.text)
    if not part:
        source = etree.SubElement(child(meta, "proprietary", source=f"#{mark}treatydiff"), f"{{{OWN}}}source",
                                  nsmap={"treatydiff": OWN})  # fmt: skip
        of = draft.source
        for key, value in (("label", of.label), ("sha256", of.sha256), ("mediaType", of.media_type)):
            source.set(key, xml_text(value))
        if of.scope:
            source.set("scope", xml_text(of.scope))


def _work(draft: Draft, instrument: Instrument | None) -> str:
    """The address of a work: by its symbol, else by its file's digest."""
    symbol = instrument.symbol if instrument else None
    name = _NOT_IN_NAMES.sub("-", (symbol or "").lower()).strip("-") or draft.source.sha256[:16]
    several = instrument is not None and len(draft.instruments) > 1
    return f"/akn/{NO_COUNTRY}/bill/{NO_DATE}/{name}" + (f"-{instrument.n}" if several and instrument else "")
