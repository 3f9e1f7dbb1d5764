"""What the change list of two drafts holds."""

from __future__ import annotations

from typing import Literal

from treatydiff.model import EditOp, Source
from treatydiff.model.result import Result
from treatydiff.records import dataclass
from treatydiff.report.kit.link_sheet import LinkRow

FILLED = ("Position", "Instruction", "Fallback", "Remarks")
"""The columns that a delegation fills in."""

NoteFate = Literal["unchanged", "text changed", "moved", "vanished"]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One changed clause, heading or note.

    `pieces` are both texts in one, with what was deleted and inserted. `key_a` and `key_b` say which
    provision of which file it is, so that a later list finds it. `filled` runs parallel to `FILLED`.
    """

    number: int
    article: str
    relation: str
    pieces: tuple[tuple[EditOp, str], ...]
    classes: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    pages: str = ""
    citation: str = ""
    remark: str = ""
    key_a: str = ""
    key_b: str = ""
    filled: tuple[str, ...] = ("", "", "", "")

    @property
    def old(self) -> str:
        """What A says."""
        return "".join(text for op, text in self.pieces if op != "insert")

    @property
    def new(self) -> str:
        """What B says."""
        return "".join(text for op, text in self.pieces if op != "delete")


@dataclass(frozen=True, slots=True)
class NoteCarried:
    """A row filled in in an earlier list, and what became of its clause; `row` is its number here."""

    fate: NoteFate
    article: str
    row: int


@dataclass(frozen=True, slots=True)
class ChangeList(Result):
    """The changed clauses of two drafts in the order of the text, and the notes that came forward.

    `losses` say what of either draft could not be read, `agreed` what B changed in text that A prints as
    agreed, `cautions` what a reader must know first; `language` is the code of B's; `links` say which
    provision of A shares clauses with which of B.
    """

    a: Source
    b: Source
    changes: tuple[ChangeRow, ...]
    carried: tuple[NoteCarried, ...] = ()
    losses: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    language: str = "en"
    links: tuple[LinkRow, ...] = ()
    cautions: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """What was compared, and how much changed."""
        return f"ChangeList({self.a.label}, {self.b.label}, changes={len(self.changes)})"
