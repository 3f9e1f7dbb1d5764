"""All that changed between two aligned drafts, and what rules observe on it."""

from __future__ import annotations

from treatydiff.diff.asides import compare_asides
from treatydiff.diff.clauses import diff_alignment
from treatydiff.diff.meaning.obligation_profile import obligation_profiles
from treatydiff.diff.meaning.unit_signals import unit_signals
from treatydiff.diff.standing import agreed_changes, printed_standing, with_reopened
from treatydiff.diff.substitutions import recurring_substitutions
from treatydiff.model import (
    AgreedChange,
    Alignment,
    AsideComparison,
    ClauseDiff,
    Draft,
    Obligations,
    PrintedStanding,
    Signal,
    Substitution,
)
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class DiffSheet:
    """The edits of all clauses and the signals of all rows, parallel to the alignment's units."""

    clauses: tuple[tuple[ClauseDiff, ...], ...]
    signals: tuple[tuple[Signal, ...], ...]
    substitutions: tuple[Substitution, ...]
    obligations: Obligations | None
    asides: tuple[AsideComparison, ...]
    standing: tuple[tuple[PrintedStanding, ...], tuple[PrintedStanding, ...]] = ((), ())
    agreed: tuple[AgreedChange, ...] = ()


def diff_drafts(a: Draft, b: Draft, alignment: Alignment) -> DiffSheet:
    """What changed between two drafts.

    Args:
        a, b: the drafts, in one language.
        alignment: what corresponds to what.
    """
    standing = printed_standing(a), printed_standing(b)
    clauses = with_reopened(diff_alignment(a, b, alignment), standing[0])
    return DiffSheet(
        clauses,
        unit_signals(a, b, alignment, clauses),
        recurring_substitutions(clauses, b.language),
        obligation_profiles(a, b, alignment),
        compare_asides(a, b),
        standing,
        agreed_changes(a, b, clauses),
    )
