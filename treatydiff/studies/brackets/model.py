"""What becomes of open wording between drafts: frozen dataclasses that archive makes and report renders."""

from __future__ import annotations

from typing import Literal

from treatydiff.model import Draft, Result, SettingValues, one_line
from treatydiff.records import dataclass

Fate = Literal["adopted", "dropped", "reworded", "kept open", "newly bracketed", "reopened"]
FATES: tuple[Fate, ...] = ("adopted", "dropped", "reworded", "kept open", "newly bracketed", "reopened")
"""Fates in the order in which a reader needs them."""

FATE_WORDS: dict[Fate, str] = {
    "adopted": "retained",
    "dropped": "not retained",
    "reworded": "retained with changes",
    "kept open": "kept open",
    "newly bracketed": "newly bracketed",
    "reopened": "reopened",
}
"""What reports that people read call the fates; data keeps the shorter names."""

FATE_MEANINGS: dict[Fate, str] = {
    "adopted": "every word of it stands in B outside brackets, with none added at either end",
    "dropped": "its words are not in B",
    "reworded": "some of its words, or what a placeholder stood for, stand in B outside brackets",
    "kept open": "its words stand in brackets, or among options, of B too",
    "newly bracketed": "in brackets, or an option, only in B",
    "reopened": "in brackets only in B, and A prints the clause as agreed",
}


@dataclass(frozen=True, slots=True)
class BracketFate:
    """One bracket or option and what became of it.

    Attributes:
        side: the draft it stands in: "a", or "b" for what is new.
        what: whether it is a bracket or an option.
        role: of a bracket ("alternative", "reserve", ...); "option" or "no text" of an option.
        unit, clause: ids of where it opens.
        instrument, n: number of the instrument and of the bracket in it; 0 for options.
        start, end: code points in the clause; 0 and 0 where it is on a heading or an option.
        text: its wording, without its own brackets.
        fate: None for what is no wording.
        elsewhere: id of the clause of the other draft that holds it or what replaced it; "" if none.
        found: the words there.
        words, shared: its words, and how many of them were found there.
        group: which brackets of its instrument stand side by side with it; 0 if none.
    """

    side: Literal["a", "b"]
    what: Literal["bracket", "option"]
    role: str
    unit: str
    clause: str
    instrument: int
    n: int
    start: int
    end: int
    text: str
    fate: Fate | None
    elsewhere: str = ""
    found: str = ""
    words: int = 0
    shared: int = 0
    group: int = 0

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class BracketFates:
    """Every bracket and option of two drafts in text order: those of A, then those only in B."""

    a: Draft
    b: Draft
    fates: tuple[BracketFate, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class BracketStudy(Result):
    """Drafts in their order, and what became of brackets and options between each and the next."""

    drafts: tuple[Draft, ...]
    steps: tuple[BracketFates, ...]
    settings: SettingValues = ()

    __repr__ = one_line
