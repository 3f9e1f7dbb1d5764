"""What to look at in a draft before it is issued."""

from __future__ import annotations

from treatydiff.model import Draft
from treatydiff.settings import Settings
from treatydiff.structure.addresses.targets import Targets
from treatydiff.studies.checks.brackets import check_brackets, check_options
from treatydiff.studies.checks.model import FINDING_GROUPS, DraftCheck, Finding
from treatydiff.studies.checks.numbering import check_numbering
from treatydiff.studies.checks.references import check_references
from treatydiff.studies.checks.remarks import check_remarks
from treatydiff.studies.checks.stale_references import check_stale_references
from treatydiff.studies.checks.terms import check_terms


def check_draft(
    draft: Draft, *, against: Draft | None = None, settings: Settings | None = None
) -> DraftCheck:
    """Look for faults of references, numbers, terms, brackets and options, and for remarks left inside.

    Args:
        draft: the draft to be issued.
        against: the draft before it, to find references that renumbering left behind.
        settings: how to align the two; the defaults if None.

    Returns:
        The findings by group, and in each by place in the text.

    Raises:
        LanguageError: the two drafts are in different languages.
    """
    targets = Targets(draft)
    findings: list[Finding] = [
        *check_remarks(draft), *check_references(draft, targets), *check_numbering(draft),
        *check_brackets(draft), *check_options(draft), *check_terms(draft),
    ]  # fmt: skip
    if against is not None:
        findings += check_stale_references(against, draft, settings or Settings())
    groups = {name: at for at, (name, _) in enumerate(FINDING_GROUPS)}
    places = {provision: at for at, provision in enumerate(targets.standing)}
    ordered = sorted(
        dict.fromkeys(findings), key=lambda each: (groups[each.group], places.get(each.provision or "", -1))
    )
    return DraftCheck(draft, tuple(ordered), against.source if against is not None else None)
