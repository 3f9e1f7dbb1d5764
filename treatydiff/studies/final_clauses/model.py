"""The final clauses of drafts: what each kind provides, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from treatydiff.model import Draft, Result, SettingValues, one_line


@dataclass(frozen=True, slots=True)
class FinalClause:
    """One kind of final clause of a draft: where it stands and what it provides.

    `kind` is consent, entry_into_force, reservations, amendment, withdrawal, disputes, depositary or
    authentic_texts; `units` and `clauses` are ids in text order; `terms` say what is provided and how
    ("threshold", "60"), as far as the words say it; `text` holds the words of its clauses, one a line.
    """

    kind: str
    units: tuple[str, ...]
    clauses: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    text: str
    page: int | None = None

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class FinalClauses:
    """The final clauses of one draft, in a fixed order of kinds; a kind that it lacks is absent."""

    draft: Draft
    clauses: tuple[FinalClause, ...]

    __repr__ = one_line

    def of_kind(self, kind: str) -> FinalClause | None:
        """The clause of a kind, or None."""
        return next((each for each in self.clauses if each.kind == kind), None)


@dataclass(frozen=True, slots=True)
class FinalClausesSideBySide(Result):
    """The final clauses of some drafts, in the order given."""

    drafts: tuple[FinalClauses, ...]
    settings: SettingValues = ()

    __repr__ = one_line
