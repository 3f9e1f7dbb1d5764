"""What delegations propose on a base text: frozen dataclasses that archive makes and report renders."""

from __future__ import annotations

from typing import Literal

from treatydiff.model import Comparison, Draft, Result, SettingValues, Source, one_line
from treatydiff.records import dataclass

ProposalKind = Literal["text", "instruction", "ellipsis", "rationale"]
PROPOSAL_KINDS: tuple[ProposalKind, ...] = ("text", "instruction", "ellipsis", "rationale")
"""Kinds in the order in which a reader needs them."""

ProposalFate = Literal["taken up", "bracketed", "partly", "not taken up", "not determinable"]
PROPOSAL_FATES: tuple[ProposalFate, ...] = (
    "taken up", "bracketed", "partly", "not taken up", "not determinable",
)  # fmt: skip

FATE_MEANINGS: dict[ProposalFate, str] = {
    "taken up": "at least three quarters of the words that it changes are changed so in the later draft",
    "bracketed": "they are, but stand in brackets or in an option there",
    "partly": "at least a quarter of them",
    "not taken up": "less than a quarter of them",
    "not determinable": "the source does not say what would change, or nothing in the later draft answers it",
}
FATE_WORDS: dict[ProposalFate, str] = {
    "taken up": "wording found in the later text",
    "bracketed": "in the text, bracketed",
    "partly": "part of the wording found",
    "not taken up": "wording not found",
    "not determinable": "not determinable",
}
"""What reports call the fates: that wording is found does not say whose it is."""
MOST_UNTOLD = 1 / 3
"""Share of proposals whose fate is not determinable above which a delegation has no totals."""
Method = Literal["marks", "difference", "new", "none"]
"""How the change is known: from marks in the source, by comparing with the base, as wholly new, or not."""


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """Words that a proposal puts in or takes out, and how many of them the later draft follows."""

    op: Literal["insert", "delete"]
    text: str
    words: int
    followed: int = 0

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that delegations say on one provision.

    Attributes:
        article: the heading that it stands under, as printed.
        who: the delegations.
        kind: what it is; only texts and instructions have a fate.
        page: of the compilation, where known.
        text: its words, struck-out ones left out.
        unit, clause: ids of the base that it changes; "" where it is new or for the whole article.
        method: how its change is known.
        changes: what it puts in and takes out, in order.
        action: of an instruction ("delete", "move", "add", "replace", "keep").
        fate: what became of it; None where there is no later draft, or nothing that could have one.
        elsewhere: id of the clause or unit of the later draft that answers it.
        reason: why the fate is not determinable, or what it rests on.
        another_provision: whether that answers it stands in another provision than the proposal is on.
    """

    article: str
    who: tuple[str, ...]
    kind: ProposalKind
    page: int | None
    text: str
    unit: str = ""
    clause: str = ""
    method: Method = "none"
    changes: tuple[ProposedChange, ...] = ()
    action: str = ""
    fate: ProposalFate | None = None
    elsewhere: str = ""
    reason: str = ""
    another_provision: bool = False

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Proposals(Result):
    """Every proposal of a compilation, in its order.

    `marked` says whether the reader kept strike-through, underline or tracked changes anywhere;
    `delegation` whose proposals alone these are, "" for all; `unattributed` says under which headings how
    many words of the compilation stand below no delegation, so that they are no proposal.
    """

    source: Source
    base: Draft
    later: Draft | None
    marked: bool
    proposals: tuple[Proposal, ...]
    settings: SettingValues = ()
    delegation: str = ""
    unattributed: tuple[tuple[str, int], ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Compilation:
    """A base text, and what several texts change in it: names of delegations, each with its comparison."""

    base: Draft
    compared: tuple[tuple[str, Comparison], ...]

    __repr__ = one_line
