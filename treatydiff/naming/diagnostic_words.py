"""What is doubtful about a draft, told to readers: no code words, no ids of provisions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from treatydiff.model import Diagnostic, Draft
from treatydiff.naming.citations import clause_label, inside_unit, places_of, unit_label
from treatydiff.naming.this_draft import ThisDraft
from treatydiff.patterns import pattern_of

DIAGNOSTIC_NAMES: Mapping[str, str] = {
    "annotations_not_read": "annotations not read",
    "bracket_depth": "brackets nested very deeply",
    "characters_damaged": "damaged characters",
    "colour_unexplained": "coloured words without a legend",
    "column_read": "one column of several read",
    "consolidation_markers": "signs of a consolidated text",
    "embedded_document": "document inside the file not read",
    "embedded_object": "object inside the file not read",
    "encoding_guessed": "encoding guessed",
    "font_decoded": "font with signs of its own decoded",
    "form_field": "form fields not read",
    "form_not_read": "form not read",
    "frame": "frames not read",
    "front_matter_share": "much front matter",
    "furniture_share": "much text taken for page furniture",
    "heading_not_taken": "line like a heading, not taken for one",
    "heading_rejected": "line like a heading, not taken for one",
    "headings_in_table": "headings inside a table",
    "hidden_text": "hidden text not read",
    "layer_not_read": "layer of the page not read",
    "mixed_languages": "several languages in one file",
    "name_disagrees": "file is not what its name says",
    "no_articles": "no articles found",
    "no_columns": "no columns found",
    "note_missing": "note without its words",
    "note_not_found": "note not found",
    "note_share": "much text taken for notes",
    "nothing_to_compare": "nothing to compare",
    "number_field": "number that the program fills in",
    "number_format": "format of numbers not known",
    "number_gap": "number missing",
    "number_jump": "number out of order",
    "number_repeat": "number twice in a row",
    "number_typed_twice": "number typed and counted",
    "numbers_missing": "numbers not in the file",
    "page_incomplete": "page not read whole",
    "page_is_picture": "page that is a picture",
    "pages_missing": "pages missing",
    "pages_out_of_order": "pages out of order",
    "pages_unordered": "order of pages unknown",
    "pdf_rebuilt": "damaged PDF put together again",
    "repeated_number": "number used more than once",
    "same_bytes": "the same file twice",
    "script_text": "text that a program writes not read",
    "shape_text": "text in shapes",
    "side_by_side": "columns side by side",
    "sideways_not_read": "sideways text not read",
    "signatures": "signatures",
    "styles_missing": "styles missing",
    "text_recognised": "text recognised from a picture",
    "texts_side_by_side": "texts side by side",
    "tracked_changes": "tracked changes",
    "unaccounted": "words not accounted for",
    "unequal_cover": "one text far shorter",
    "unknown_symbol": "sign not known",
    "unmapped_characters": "characters without a meaning",
    "unrelated": "no versions of one text",
    "words_not_known": "words that the lexicon does not know",
}
"""What readers are told instead of the code of a diagnostic; the code stays in JSON."""

_ID = pattern_of(r"\b[a-z]+_\w+(?:-\d+)?")
"""What may be an id of a provision; that it is one, the draft says."""


def diagnostic_name(code: str) -> str:
    """What a kind of doubt is called; the words of the code where a reader of others made it up.

    Args:
        code: of the diagnostic.
    """
    return DIAGNOSTIC_NAMES.get(code) or code.replace("_", " ")


def diagnostic_told(diagnostic: Diagnostic, draft: Draft | None = None) -> str:
    """A doubt in words, without its place: ids in it are what reports call the provisions.

    Args:
        diagnostic: the doubt.
        draft: whose provisions it names, if one draft's.
    """
    return words_for_readers(diagnostic.message, draft)


def words_for_readers(message: str, draft: Draft | None) -> str:
    """A message of an analysis with names of provisions instead of their ids.

    Args:
        message: what was said.
        draft: whose provisions it names, if one draft's.
    """
    if draft is None or "_" not in message:
        return message
    return _ID.sub(lambda found: provision_name(draft, found[0]) or found[0], message)


def diagnostic_with_place(diagnostic: Diagnostic, draft: Draft | None = None) -> str:
    """A doubt behind the page and the provision that it is about: "p. 3, Art. 4: article 3 is missing".

    Args:
        diagnostic: the doubt.
        draft: whose provisions it names, if one draft's.
    """
    message, page = diagnostic_told(diagnostic, draft), diagnostic.page
    said = page is None or diagnostic.message.startswith(f"page {page} ")
    own = diagnostic.provision or ""
    name = provision_name(draft, own) if draft is not None and own else ""
    where = ", ".join(part for part in ("" if said else f"p. {page}", name or own) if part)
    return f"{where}: {message}" if where else message


def provision_name(draft: Draft, id_: str) -> str:
    """What reports call a provision: "Art. 6, para. 2 (a)"; empty where the draft has none of that id.

    Args:
        draft: whose provision it is.
        id_: its id.
    """
    places = places_of(draft)
    place = places.get(id_)
    if place is None:
        return ""
    units = _unit_ids(ThisDraft(draft))
    unit = next((node.id for node in (*place.around, place.provision) if node.id in units), id_)
    inside = clause_label(places, id_, unit, short=True) if unit != id_ else ""
    return inside_unit(unit_label(places, unit), inside)


@lru_cache(maxsize=2)
def _unit_ids(this: ThisDraft) -> frozenset[str]:
    return frozenset(unit.id for unit in this.draft.units())
