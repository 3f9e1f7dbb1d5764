"""What checks of drafts find: frozen dataclasses that archive makes and report renders."""

from __future__ import annotations

from treatydiff.model import Draft, Result, SettingValues, Severity, Source, one_line
from treatydiff.records import dataclass

FINDING_GROUPS: tuple[tuple[str, str], ...] = (
    ("remarks", "Left inside"),
    ("references", "References"),
    ("numbering", "Numbering"),
    ("brackets", "Brackets and options"),
    ("terms", "Terms"),
)
"""Groups of findings in the order in which a reader needs them, with what a report calls them."""

FINDING_CODES: dict[str, tuple[str, Severity]] = {
    "comment_left": ("remarks", "error"),
    "tracked_changes": ("remarks", "error"),
    "hidden_text": ("remarks", "error"),
    "remark_left": ("remarks", "warning"),
    "brace_heading": ("remarks", "info"),
    "embedded_document": ("remarks", "warning"),
    "embedded_object": ("remarks", "info"),
    "reference_to_nothing": ("references", "warning"),
    "reference_to_deleted": ("references", "warning"),
    "reference_outside_file": ("references", "info"),
    "stale_reference": ("references", "warning"),
    "reused_number": ("references", "warning"),
    "reference_elsewhere": ("references", "info"),
    "number_gap": ("numbering", "warning"),
    "number_repeat": ("numbering", "warning"),
    "number_jump": ("numbering", "warning"),
    "repeated_number": ("numbering", "warning"),
    "bracket_unbalanced": ("brackets", "error"),
    "option_lone": ("brackets", "warning"),
    "option_gap": ("brackets", "warning"),
    "term_defined_twice": ("terms", "warning"),
    "term_unused": ("terms", "warning"),
    "term_undefined": ("terms", "info"),
}
"""Every code of a finding, its group and its severity."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a draft that should be looked at before it is issued.

    `quote` holds the words at fault as the draft prints them; `provision` is an id of the draft.
    """

    code: str
    message: str
    page: int | None = None
    provision: str | None = None
    quote: str = ""

    __repr__ = one_line

    @property
    def severity(self) -> Severity:
        """How much it matters: fixed by its code."""
        return FINDING_CODES[self.code][1]

    @property
    def group(self) -> str:
        """The group of its code."""
        return FINDING_CODES[self.code][0]


@dataclass(frozen=True, slots=True)
class DraftCheck(Result):
    """A draft and what was found in it, in the order of groups and then of the text."""

    draft: Draft
    findings: tuple[Finding, ...]
    against: Source | None = None
    settings: SettingValues = ()

    __repr__ = one_line

    @property
    def faults(self) -> int:
        """Findings of severity warning or error."""
        return sum(finding.severity != "info" for finding in self.findings)
