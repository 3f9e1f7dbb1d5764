"""What a report of findings says: groups, citations, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from treatydiff.findings import FINDING_GROUPS, DraftCheck, Finding, LanguageDifference, LanguageVersions
from treatydiff.model import Draft, Severity
from treatydiff.report.citations import Places, citation, document_name, page_of, places_of
from treatydiff.report.wording import counted

SEVERITIES: tuple[tuple[Severity, str, str], ...] = (
    ("error", "error", "errors"),
    ("warning", "warning", "warnings"),
    ("info", "remark", "remarks"),
)
DIFFERENCE_WORDS: dict[str, str] = {
    "instruments": "Instruments",
    "provision_missing": "Provisions",
    "heading": "Headings",
    "structure": "Structure",
    "number": "Numbers of provisions",
    "figures": "Numbers in the text",
    "references": "Cross-references",
    "brackets": "Brackets",
}
"""The codes of differences between language versions, as a report calls them."""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding with its place in words: `place` inside the draft, `citation` to be copied."""

    finding: Finding
    place: str
    page: int | None
    citation: str


def finding_lines(check: DraftCheck) -> tuple[FindingLine, ...]:
    """Every finding of a check with its place, in its order."""
    places = places_of(check.draft)
    name = document_name(check.draft)
    return tuple(_line(finding, places, name, check.draft) for finding in check.findings)


def grouped_lines(check: DraftCheck) -> tuple[tuple[str, tuple[FindingLine, ...]], ...]:
    """The groups that have findings, each under its heading."""
    lines = finding_lines(check)
    groups = ((words, tuple(each for each in lines if each.finding.group == name))
              for name, words in FINDING_GROUPS)  # fmt: skip
    return tuple((words, members) for words, members in groups if members)


def severity_counts(check: DraftCheck) -> str:
    """How much was found: "2 errors · 5 warnings · 1 remark"; "nothing" where nothing was."""
    counts = Counter(finding.severity for finding in check.findings)
    parts = [counted(counts[name], one, many) for name, one, many in SEVERITIES if counts[name]]
    return " · ".join(parts) or "nothing"


def _line(finding: Finding, places: Places, name: str, draft: Draft) -> FindingLine:
    if finding.provision is None:
        page = finding.page
        cited = f"{name}, p. {page}" if page is not None else name
        return FindingLine(finding, "", page, cited)
    cited = provision_citation(draft, places, finding.provision)
    page = finding.page if finding.page is not None else page_of(places, finding.provision)
    place = cited.removeprefix(f"{name}, ").removesuffix(f", p. {page}")
    return FindingLine(finding, place, page, cited)


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


def difference_counts(versions: LanguageVersions) -> str:
    """How many differences of each kind: "2 structure · 1 cross-references"; "none" for none."""
    counts = Counter(difference.code for difference in versions.differences)
    return (
        " · ".join(f"{number} {DIFFERENCE_WORDS[code].lower()}" for code, number in counts.items()) or "none"
    )


def difference_places(
    difference: LanguageDifference, versions: LanguageVersions, places: Mapping[str, Places]
) -> tuple[tuple[str, str, str], ...]:
    """Language, place in words and what stands there, for every version of a difference.

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
        rows.append((place.language, cited, place.says))
    return tuple(rows)
