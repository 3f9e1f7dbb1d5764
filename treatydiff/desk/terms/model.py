"""The quantities of drafts, and what became of each from draft to draft."""

from __future__ import annotations

from typing import Literal

from treatydiff.language.quantities import Quantity
from treatydiff.model import Draft, Result, SettingValues, one_line
from treatydiff.records import dataclass

Kind = Literal["duration", "share", "money", "count"]
Change = Literal[
    "", "same", "tightened", "loosened", "raised", "lowered", "changed", "settled", "opened", "new", "gone"
]
"""From the draft before: "" where neither has it. A limit ("within", "not later than") is tightened when it
is shorter and loosened when it is longer; anything else is raised or lowered, which judges nothing. Bracketed
alternatives are settled when one of them stands alone, opened when what stood is one of several."""


@dataclass(frozen=True, slots=True)
class Term:
    """One quantity of a draft.

    Attributes:
        kind: a time limit, a share (percentage, majority), a sum of money, or a count.
        printed: the number with its unit, as printed.
        value: equal values say the same ("24 months", "two years").
        limit: whether words before it make it a limit that must be kept ("within", "not later than").
        actor: the words before the modal of its sentence, as printed; "" where there are none.
        sentence: what it stands in.
        clause, unit: ids.
        bracketed: whether it stands in square brackets.
        citation: the place, to be copied.
        quantity: what it measures, to be compared by.
        alternatives: what each of several bracketed alternatives measures ("[thirty] [sixty] days").
    """

    kind: Kind
    printed: str
    value: str
    limit: bool
    actor: str
    sentence: str
    clause: str
    unit: str
    bracketed: bool
    citation: str
    quantity: Quantity
    alternatives: tuple[Quantity, ...] = ()

    __repr__ = one_line

    @property
    def values(self) -> frozenset[str]:
        """Its value, or those of its alternatives."""
        return frozenset(each.value for each in self.alternatives or (self.quantity,))


@dataclass(frozen=True, slots=True)
class TermRow:
    """One quantity through all drafts: what each has, and how it changed from the draft before."""

    terms: tuple[Term | None, ...]
    changes: tuple[Change, ...]

    __repr__ = one_line

    @property
    def last(self) -> Term:
        """The last that any draft has."""
        return next(term for term in reversed(self.terms) if term is not None)

    @property
    def changed(self) -> bool:
        """Whether anything became of it."""
        return any(each not in ("", "same") for each in self.changes)


@dataclass(frozen=True, slots=True)
class TermTable(Result):
    """The quantities of some drafts, in the order of the last; what it lacks follows what it followed."""

    drafts: tuple[Draft, ...]
    terms: tuple[TermRow, ...]
    settings: SettingValues = ()

    __repr__ = one_line
