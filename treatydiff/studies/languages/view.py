"""What a report on language versions says: counts and places in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from treatydiff.naming.citations import (
    Places,
    document_name,
    provision_citation,
)
from treatydiff.studies.languages.model import LanguageDifference, LanguageVersions

DIFFERENCE_WORDS: dict[str, str] = {
    "instruments": "Instruments",
    "provision_missing": "Provisions",
    "heading": "Headings",
    "structure": "Structure",
    "number": "Numbers of provisions",
    "figures": "Numbers in the text",
    "references": "Cross-references",
    "brackets": "Brackets",
    "force": "Words of force",
    "permission": "Permissions (remark)",
    "negation": "Negations (remark)",
    "term": "Terms (remark)",
    "layout": "Paragraphs (remark)",
    "unreadable": "Not read",
    "renumbered": "Numbering",
    "unrelated": "Other texts",
}
"""The codes of differences between language versions, as a report calls them."""


NO_DIFFERENCE = (
    "none: no difference found in structure, numbers, references, brackets and words of force; "
    "wording was not compared"
)


def difference_counts(versions: LanguageVersions) -> str:
    """How many differences of each kind: "2 structure · 1 cross-references"; for none, what was looked at."""
    counts = Counter(difference.code for difference in versions.differences)
    return (
        " · ".join(f"{number} {DIFFERENCE_WORDS[code].lower()}" for code, number in counts.items())
        or NO_DIFFERENCE
    )


def difference_places(
    difference: LanguageDifference, versions: LanguageVersions, places: Mapping[str, Places]
) -> tuple[tuple[str, str, str], ...]:
    """Language, place in words and what stands there, for every version of a difference.

    Versions in one language are told apart by what they are called.

    Args:
        difference: the difference.
        versions: what it was found in.
        places: the provisions of each draft by its label.
    """
    drafts = {draft.source.label: draft for draft in versions.drafts}
    rows = []
    for place in difference.places:
        draft = drafts[place.label]
        name = document_name(draft)
        cited = (
            provision_citation(draft, places[place.label], place.provision).removeprefix(f"{name}, ")
            if place.provision
            else ""
        )
        alike = sum(each.language == place.language for each in difference.places) > 1
        rows.append((name if alike else place.language, cited, place.says))
    return tuple(rows)
