"""The final clauses of drafts: what each kind provides, and where it stands."""

from __future__ import annotations

from treatydiff.model import Draft, Result, SettingValues, one_line
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class TermPlace:
    """Where a term is said: the words, and the id of the clause that has them."""

    words: str
    clause: str

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class FinalClause:
    """One kind of final clause of a draft: where it stands and what it provides.

    `kind` is consent, entry_into_force, reservations, amendment, withdrawal, disputes, depositary,
    authentic_texts, provisional_application, territorial_application, declarations or
    regional_organizations; `units` and `clauses` are ids in text order; `terms` say what is provided and
    how ("threshold", "60"), as far as the words say it, and `places` where, in the same order; no term
    means that the clause was found and not parsed. `text` holds the words of its clauses, one a line.
    `called` is what the draft prints for a withdrawal ("denunciation"); `follows` are clauses elsewhere
    that it refers to and from which terms were taken.
    """

    kind: str
    units: tuple[str, ...]
    clauses: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    text: str
    page: int | None = None
    places: tuple[TermPlace, ...] = ()
    called: str = ""
    follows: tuple[str, ...] = ()

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
