"""What a report of terms says, decided once for every format."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from treatydiff.desk.terms.model import Change, Kind, Term, TermRow, TermTable
from treatydiff.naming.citations import places_of, unit_label
from treatydiff.naming.wording import ABSENT, counted
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.pieces import DraftCard

KIND_WORDS: dict[Kind, str] = {
    "duration": "time limit", "share": "share or majority", "money": "sum", "count": "number",
}  # fmt: skip
CHANGE_ORDER: tuple[Change, ...] = (
    "tightened",
    "loosened",
    "raised",
    "lowered",
    "changed",
    "settled",
    "opened",
    "new",
    "gone",
)


@dataclass(frozen=True, slots=True)
class TermRowView:
    """One quantity: article, kind, actor, what each draft prints, the changes, the sentence and its place."""

    unit: str
    kind: str
    actor: str
    cells: tuple[str, ...]
    change: str
    changed: bool
    sentence: str
    citation: str


@dataclass(frozen=True, slots=True)
class TermsView:
    """Everything that a rendering of a table of terms says, in its order."""

    cards: tuple[DraftCard, ...]
    names: tuple[str, ...]
    headline: str
    rows: tuple[TermRowView, ...]
    language: str
    tool: str = TOOL


def terms_view(table: TermTable) -> TermsView:
    """Everything that a rendering of a table of terms says.

    Args:
        table: the terms of some drafts.
    """
    labels = [places_of(draft) for draft in table.drafts]
    counts = Counter(each for row in table.terms for each in row.changes if each in CHANGE_ORDER)
    told = " · ".join(f"{counts[each]:,} {each}" for each in CHANGE_ORDER if counts[each])
    rows = []
    for row in table.terms:
        at = max(number for number, term in enumerate(row.terms) if term is not None)
        rows.append(_row(row, unit_label(labels[at], row.last.unit)))
    number = len(table.terms)
    return TermsView(
        cards=tuple(draft_card(each) for each in table.drafts),
        names=tuple(draft.source.label for draft in table.drafts),
        headline=(
            f"{counted(number, 'term', 'terms')}{f': {told}' if told else ''}."
            if number
            else "No time limit, share, sum or count was found in these drafts."
        ),
        rows=tuple(rows),
        language=table.drafts[-1].language,
    )


def _row(row: TermRow, unit: str) -> TermRowView:
    last = row.last
    steps = [each for each in row.changes if each not in ("", "same")]
    return TermRowView(
        unit=unit,
        kind=KIND_WORDS[last.kind],
        actor=last.actor,
        cells=tuple(_cell(each) for each in row.terms),
        change=", ".join(steps),
        changed=row.changed,
        sentence=last.sentence,
        citation=last.citation,
    )


def _cell(term: Term | None) -> str:
    if term is None:
        return ABSENT
    printed = " ".join(term.printed.split())
    return f"[{printed}]" if term.bracketed and not printed.startswith("[") else printed
