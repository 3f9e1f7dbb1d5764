"""What the proof of a redline returns."""

from __future__ import annotations

from treatydiff.model import Source
from treatydiff.model.result import Result
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class Verification(Result):
    """Whether a Word file with tracked changes holds two drafts.

    `accepted` says where it first departs from B with all changes accepted, `rejected` where from A with all
    rejected, `marks` what is wrong with its tracked changes themselves; each is empty where all is right.
    `changes` counts the tracked changes by kind, `left_inside` lists what the file tells of who made it.
    """

    redline: Source
    a: Source
    b: Source
    accepted: str
    rejected: str
    marks: str
    changes: tuple[tuple[str, int], ...]
    left_inside: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the redline gives both drafts."""
        return not (self.accepted or self.rejected or self.marks)

    def __repr__(self) -> str:
        """What was verified, and whether it holds."""
        return f"Verification({self.redline.label}, holds={self.holds})"
