"""What recurs and what binds: recurring substitutions and obligation profiles, in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from treatydiff.model import ClauseDiff, Comparison, EditClass, ObligationCount
from treatydiff.naming import wording
from treatydiff.naming.citations import group_label
from treatydiff.naming.sides import Side
from treatydiff.report.comparison.view_model import (
    ObligationRow,
    ObligationTable,
    ProfileRow,
    SubstitutionView,
)

PLACES_SHOWN = 3
"""Places of a substitution that are named; the JSON names all."""


def is_shown(clause: ClauseDiff, only: Collection[EditClass], *, changed: bool) -> bool:
    """Whether a clause is laid open to the reader.

    Args:
        clause: the clause.
        only: the classes asked for; all but typographic ones if empty.
        changed: whether its words changed in more than typography.
    """
    if not only:
        return changed or bool(clause.signals)
    if clause.signals and "substantive" in only:
        return True
    return any(edit.class_ in only for edit in clause.edits)


def substitution_views(comparison: Comparison, b: Side) -> tuple[SubstitutionView, ...]:
    """The recurring substitutions, the frequent first, with the first few places."""
    views = []
    for each in comparison.substitutions:
        standings = [(place, b.standing((place,)).whole) for place in each.places]
        named = [(place, label) for place, label in standings if label]
        left = len(named) - PLACES_SHOWN
        views.append(
            SubstitutionView(
                old=each.old,
                new=each.new,
                count=each.count,
                places=tuple(named[:PLACES_SHOWN]),
                more=f"and {left:,} more" if left > 0 else "",
            )
        )
    return tuple(views)


def obligation_table(comparison: Comparison, a: Side, b: Side) -> ObligationTable | None:
    """The obligation profiles where they changed; None where nothing did or nothing was counted."""
    profiles = comparison.obligations
    if profiles is None:
        return None
    used = [
        at for at in range(len(profiles.words))
        if any(row.counts_a[at] or row.counts_b[at] for row in profiles.rows)
    ]  # fmt: skip
    changed = [row for row in profiles.rows if row.counts_a != row.counts_b]
    if not changed:
        return None
    return ObligationTable(
        tuple(profiles.words[at] for at in used), tuple(_row(row, used, a, b) for row in changed)
    )


def profile_rows(comparison: Comparison) -> tuple[ProfileRow, ...] | None:
    """The words of obligation that either draft has, with their numbers; None without a table of them."""
    profiles = comparison.obligations
    if profiles is None or not profiles.rows:
        return None
    whole = profiles.rows[0]
    counted = zip(profiles.words, whole.counts_a, whole.counts_b, strict=True)
    return tuple(ProfileRow(word, in_a, in_b) for word, in_a, in_b in counted if in_a or in_b)


def _row(row: ObligationCount, used: Sequence[int], a: Side, b: Side) -> ObligationRow:
    label_a = group_label(a.places, (row.a,)) if row.a else ""
    label_b = group_label(b.places, (row.b,)) if row.b else ""
    if label_a and label_b:
        label = label_b if label_a == label_b else f"{label_b} (was {label_a})"
    else:
        label = f"{label_b} (added)" if label_b else f"{label_a} (deleted)" if label_a else "Whole draft"
    return ObligationRow(label, tuple(_change(row.counts_a[at], row.counts_b[at]) for at in used))


def _change(before: int, after: int) -> str:
    """A count that stayed, or both with their difference: "14 → 21"."""
    if before == after:
        return wording.thousands(before) if before else "·"
    return f"{before:,} → {after:,}"
