"""The name of a provision by itself, without what it stands in: "Art. 6", "Section “Finance”"."""

from __future__ import annotations

from treatydiff.model import CONTAINER_KINDS, Provision
from treatydiff.patterns import pattern_of

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
LONGEST_HEADING = 24
"""Characters of a heading by which a container without a number is called."""

SMALL_KINDS = frozenset({"paragraph", "subparagraph", "point", "recital", "intro", "wrapup"})
_UNNUMBERED_KINDS = frozenset({"intro", "wrapup", "preamble", "closing"})
ITEM_KINDS = frozenset({"subparagraph", "point"})
_PLAIN_NUMBER = pattern_of(r"(?:ante |bis )?(?:[0-9]|[IVXLCDM]+\b|[A-Z]\b)[\w .()-]*")
_SIGN = pattern_of(r"[^\W_]")
_ID_NUMBER = pattern_of(r"_(?P<number>[0-9A-Za-z.-]+?)(?:-[0-9]+)?$")
_UNNUMBERED_ID = pattern_of(r"_u(?P<ordinal>[0-9]+)(?:-[0-9]+)?$")
_SUFFIXES = pattern_of(r"(?<=[0-9])(?=(?:ante|bis|ter|quater|quinquies|sexies|septies|octies)\b)")


def printed_number(provision: Provision) -> str:
    """The number by which a report calls a provision.

    The draft's own where it is written in Latin letters and digits; for articles and containers
    otherwise the canonical one of the id ("Article premier" is Art. 1); "" for none.
    """
    number = provision.number.strip().strip("().[]").strip()
    if _SIGN.search(number) is None:
        return ""
    if provision.kind in CLAUSE_NAMES and provision.kind != "article":
        return number
    if number and _PLAIN_NUMBER.fullmatch(number):
        return number
    canonical = _ID_NUMBER.search(provision.id.rsplit("__", 1)[-1])
    if number and canonical:
        return _SUFFIXES.sub(" ", canonical["number"])
    return number


def own_label(provision: Provision, *, bare: bool = False) -> str:
    """The name of a provision without what it stands in: "Art. 6", "Section “Finance”".

    Args:
        provision: the provision.
        bare: whether to leave out the heading by which one without a number is called.
    """
    name, without = UNIT_NAMES[provision.kind]
    if provision.called:
        name = provision.called.capitalize()
        without = f"{name} without number"
    number = printed_number(provision)
    if number and provision.kind not in _UNNUMBERED_KINDS:
        return f"{name} ({number})" if provision.kind in ITEM_KINDS else f"{name} {number}"
    ordinal = _UNNUMBERED_ID.search(provision.id)
    if ordinal and provision.kind in SMALL_KINDS:
        return f"Unnumbered {name.lower()} {ordinal['ordinal']}"
    if provision.kind in CONTAINER_KINDS and (bare or provision.heading):
        return name if bare else f"{name} “{_shortened(provision.heading)}”"
    return without


def _shortened(heading: str) -> str:
    words = " ".join(heading.split())
    return words if len(words) <= LONGEST_HEADING else f"{words[: LONGEST_HEADING - 1].rstrip()}…"
