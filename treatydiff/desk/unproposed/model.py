"""Changes without a matching proposal: frozen dataclasses that the desk makes and renders."""

from __future__ import annotations

from treatydiff.model import Comparison, Result, SettingValues, one_line
from treatydiff.records import dataclass
from treatydiff.studies.proposals.model import Proposal, Proposals


@dataclass(frozen=True, slots=True)
class UnmatchedChange:
    """A clause of which words came or went that no proposal puts in or takes out.

    Attributes:
        row, clause: numbers of its row in the comparison and of the clause in that.
        came, went: the stretches, in order.
    """

    row: int
    clause: int
    came: tuple[str, ...]
    went: tuple[str, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Unproposed(Result):
    """What the proposals given do not account for; `elsewhere` are those whose words came in elsewhere.

    `settled` counts the clauses of which no proposal speaks and that only settle what was open before.
    """

    proposals: Proposals
    comparison: Comparison
    changes: tuple[UnmatchedChange, ...]
    elsewhere: tuple[Proposal, ...]
    settled: int = 0
    settings: SettingValues = ()

    __repr__ = one_line
