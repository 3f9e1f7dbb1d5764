"""Final clauses of several drafts in words: what each provides, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from treatydiff.naming.citations import citation, document_name, group_label, places_of
from treatydiff.records import dataclass
from treatydiff.studies.final_clauses.model import FinalClause, FinalClauses

KIND_WORDS: dict[str, str] = {
    "consent": "Consent to be bound",
    "entry_into_force": "Entry into force",
    "reservations": "Reservations",
    "amendment": "Amendment",
    "withdrawal": "Withdrawal",
    "disputes": "Disputes",
    "depositary": "Depositary",
    "authentic_texts": "Authentic texts",
    "provisional_application": "Provisional application",
    "territorial_application": "Territorial application",
    "declarations": "Declarations",
    "regional_organizations": "Regional organizations",
}
NO_CLAUSE = "not said: no such clause found"
NOT_PARSED = "not parsed: read the text"
_UNSAID = frozenset({
    "by", "text", "reservations", "depositary", "period", "provisional", "territory", "declarations",
    "organizations",
})  # fmt: skip
"""Names of terms that go without saying under the heading of their kind."""


@dataclass(frozen=True, slots=True)
class FinalClauseCell:
    """What one draft says on one kind: lines of terms, the short place, and the full citation."""

    terms: tuple[str, ...]
    place: str
    citation: str


@dataclass(frozen=True, slots=True)
class FinalClauseTable:
    """One row a kind that any draft has, one cell a draft; an empty cell says that it lacks it."""

    labels: tuple[str, ...]
    rows: tuple[tuple[str, tuple[FinalClauseCell | None, ...]], ...]


def final_clause_table(drafts: Sequence[FinalClauses]) -> FinalClauseTable:
    """The table of some drafts' final clauses, kinds in a fixed order."""
    rows = []
    for kind, words in KIND_WORDS.items():
        found = [each.of_kind(kind) for each in drafts]
        if any(found):
            cells = tuple(
                _cell(clause, each) if clause else None for clause, each in zip(found, drafts, strict=True)
            )
            rows.append((words, cells))
    return FinalClauseTable(tuple(each.draft.source.label for each in drafts), tuple(rows))


def silent_kinds(of: FinalClauses) -> list[str]:
    """The kinds of which a draft has no clause, as far as it was read."""
    return [kind for kind in KIND_WORDS if of.of_kind(kind) is None]


def cite(clause: FinalClause, of: FinalClauses) -> str:
    """The full citation of a final clause."""
    places = places_of(of.draft)
    name = document_name(of.draft)
    return "; ".join(citation(name, places, unit) for unit in clause.units)


def _cell(clause: FinalClause, of: FinalClauses) -> FinalClauseCell:
    lines = [clause.called] if clause.called else []
    for name, terms in groupby(clause.terms, key=lambda term: term[0]):
        values = ", ".join(value for _, value in terms)
        lines.append(values if name in _UNSAID else f"{name}: {values}")
    if not clause.terms:
        lines.append(NOT_PARSED)
    places = places_of(of.draft)
    place = group_label(places, clause.units)
    page = f", p. {clause.page}" if clause.page is not None else ""
    via = f"; by reference {group_label(places, clause.follows)}" if clause.follows else ""
    return FinalClauseCell(tuple(lines), place + page + via, cite(clause, of))
