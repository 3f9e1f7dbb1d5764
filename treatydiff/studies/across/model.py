"""What comparing two drafts in different languages finds: what answers to what, and what does not match."""

from __future__ import annotations

from typing import Literal

from treatydiff.model import Diagnostic, Draft, ProvisionKind, Result, SettingValues, one_line
from treatydiff.model.one_line import name_shown
from treatydiff.records import dataclass

RelationAcross = Literal["counterpart", "moved", "split", "merged", "recast", "no_counterpart"]
MismatchKind = Literal["figures", "references", "brackets", "force"]


@dataclass(frozen=True, slots=True)
class ClauseMismatch:
    """Where two clauses do not match, as detected: what each has, "" for nothing.

    `class_a` and `class_b` name the class of the words of force that only one of the clauses has.
    """

    kind: MismatchKind
    a: str
    b: str
    class_a: str = ""
    class_b: str = ""

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class ClauseAcross:
    """A clause of A and the one of B that answers to it, by id; None where there is none.

    `moved` says that their units answer to others. `similarity` is how alike they are by the lexicon, by
    spelling and by numbers (0 to 1); it is no measure of how good a translation is.
    """

    a: str | None
    b: str | None
    page_a: int | None = None
    page_b: int | None = None
    similarity: float | None = None
    moved: bool = False
    mismatches: tuple[ClauseMismatch, ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class RowAcross:
    """Units that answer to one another, by id, and their clauses; every unit of either draft is in one row.

    `links` are the pairs of units that share clauses, those of other rows too.
    """

    kind: ProvisionKind
    a: tuple[str, ...]
    b: tuple[str, ...]
    relation: RelationAcross
    similarity: float | None
    clauses: tuple[ClauseAcross, ...]
    links: tuple[tuple[str, str], ...] = ()

    __repr__ = one_line

    @property
    def mismatches(self) -> tuple[ClauseMismatch, ...]:
        """Where its clauses do not match, in order."""
        return tuple(each for clause in self.clauses for each in clause.mismatches)

    @property
    def alone(self) -> tuple[ClauseAcross, ...]:
        """Clauses without a counterpart of units that have one: dropped or new, it may be."""
        if not (self.a and self.b):
            return ()
        return tuple(each for each in self.clauses if each.a is None or each.b is None)


@dataclass(frozen=True, slots=True)
class LexiconUsed:
    """A lexicon that a comparison was made with: its language, how many terms it knows, and its sources."""

    language: str
    terms: int
    sources: tuple[str, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class AcrossComparison(Result):
    """The whole result of comparing two drafts in different languages.

    `known_a` and `known_b` are the shares of either draft's words that the lexicon has a translation for;
    1 for English.
    """

    a: Draft
    b: Draft
    units: tuple[RowAcross, ...]
    lexicons: tuple[LexiconUsed, ...]
    known_a: float
    known_b: float
    diagnostics: tuple[Diagnostic, ...] = ()
    settings: SettingValues = ()

    def __repr__(self) -> str:
        """What was compared, and the number of its rows."""
        a, b = (name_shown(draft.source.label, draft.source.scope) for draft in (self.a, self.b))
        return f"AcrossComparison({a}, {b}, {self.a.language}-{self.b.language}, units={len(self.units)})"
