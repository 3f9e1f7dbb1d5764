"""What drafts print of delegations: who proposed, supported, opposed or reserved, and where."""

from __future__ import annotations

from treatydiff.model import Draft, Result, SettingValues, one_line
from treatydiff.records import dataclass

ROLES = ("proposes", "supports", "opposes", "reserves")


@dataclass(frozen=True, slots=True)
class Position:
    """One thing that a draft prints of a delegation.

    Attributes:
        who: the delegation, as printed.
        role: proposes, supports, opposes or reserves.
        where: where it is printed: text, footnote, endnote or comment.
        draft: number of the draft, from 0.
        unit, clause: ids.
        words: the words of the clause around the place, or of the note.
        bracketed: whether the place stands in square brackets.
        citation: the place, to be copied.
    """

    who: str
    role: str
    where: str
    draft: int
    unit: str
    clause: str
    words: str
    bracketed: bool
    citation: str

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Positions(Result):
    """What some drafts print of delegations, by draft and in text order; nothing is inferred."""

    drafts: tuple[Draft, ...]
    positions: tuple[Position, ...]
    settings: SettingValues = ()

    __repr__ = one_line
