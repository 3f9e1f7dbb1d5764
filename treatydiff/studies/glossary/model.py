"""What a glossary of two drafts holds."""

from __future__ import annotations

from treatydiff.model import Draft, Result, one_line
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A defined term and its counterpart, "" where none is defined.

    `clause_a` and `clause_b` are the ids of the definitions. `together` counts the pairs of clauses that have
    both; `otherwise` are those in which A has the term and B no form of its counterpart, by their ids.
    """

    a: str
    b: str
    clause_a: str
    clause_b: str
    together: int
    otherwise: tuple[tuple[str, str], ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Glossary(Result):
    """The defined terms of A with their counterparts in B, in the order of A."""

    a: Draft
    b: Draft
    terms: tuple[GlossaryTerm, ...]

    __repr__ = one_line
