"""Defined terms of a draft, what became of them, and where they are used."""

from __future__ import annotations

from typing import Literal

from treatydiff.model import Comparison, Draft, Edit, Result, SettingValues, one_line
from treatydiff.records import dataclass

Fate = Literal["", "same", "redefined", "new", "gone"]
"""Since the draft before; "" where there is none."""


@dataclass(frozen=True, slots=True)
class ReachedThrough:
    """A term whose definition uses another, and the clauses that use it and not that other."""

    term: str
    uses: tuple[str, ...]
    citations: tuple[str, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A term: its fate, its definition, and the clauses of the operative text that use it.

    Attributes:
        term: as printed.
        fate: since the draft before.
        clause: id of the clause that defines it, in the draft, or in the one before where it is gone.
        citation: its place.
        edits: what changed in the definition; empty where nothing did.
        uses: ids of the clauses that use it, outside definitions and the preamble.
        defines: whether another definition uses it.
        citations: their places.
        through: other terms whose definitions use it, with the further clauses that use those.
        recitals: number of preambular paragraphs that use it; they have no operative reach.
        still: places of the draft that use a term whose definition is gone.
        small: number of clauses that print it without its capital, where the text tells both apart.
    """

    term: str
    fate: Fate
    clause: str
    citation: str
    edits: tuple[Edit, ...]
    uses: tuple[str, ...]
    citations: tuple[str, ...]
    defines: bool = False
    through: tuple[ReachedThrough, ...] = ()
    recitals: int = 0
    small: int = 0
    still: tuple[str, ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class CapitalisedTerm:
    """Words printed in capitals like a term and defined nowhere, with their number and first place."""

    term: str
    number: int
    citation: str

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Definitions(Result):
    """The defined terms of a draft, in text order; those that are gone come last."""

    draft: Draft
    since: Comparison | None
    terms: tuple[DefinedTerm, ...]
    undefined: tuple[CapitalisedTerm, ...]
    settings: SettingValues = ()

    __repr__ = one_line
