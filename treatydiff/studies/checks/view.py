"""What a report of findings says: groups, citations, counts."""

from __future__ import annotations

from collections import Counter

from treatydiff.model import Draft, Severity
from treatydiff.naming.citations import (
    Places,
    document_name,
    page_of,
    places_of,
    provision_citation,
)
from treatydiff.naming.wording import counted
from treatydiff.records import dataclass
from treatydiff.studies.checks.model import FINDING_GROUPS, DraftCheck, Finding

SEVERITIES: tuple[tuple[Severity, str, str], ...] = (
    ("error", "error", "errors"),
    ("warning", "warning", "warnings"),
    ("info", "remark", "remarks"),
)
NOTHING_FOUND = (
    "nothing: no remark left inside, no fault in references, numbering, brackets, options or defined terms"
)


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
    """How much was found: "2 errors · 5 warnings · 1 remark"; where nothing was, what was looked at."""
    counts = Counter(finding.severity for finding in check.findings)
    parts = [counted(counts[name], one, many) for name, one, many in SEVERITIES if counts[name]]
    return " · ".join(parts) or NOTHING_FOUND


def _line(finding: Finding, places: Places, name: str, draft: Draft) -> FindingLine:
    if finding.provision is None:
        page = finding.page
        cited = f"{name}, p. {page}" if page is not None else name
        return FindingLine(finding, "", page, cited)
    cited = provision_citation(draft, places, finding.provision)
    page = finding.page if finding.page is not None else page_of(places, finding.provision)
    place = cited.removeprefix(f"{name}, ").removesuffix(f", p. {page}")
    return FindingLine(finding, place, page, cited)
