"""What diff returns, and the whole result of comparing two drafts."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from treatydiff.model.alignment import Link, Nearness, Pairing, Relation
from treatydiff.model.draft import Draft, ProvisionKind
from treatydiff.model.one_line import name_shown, one_line
from treatydiff.model.result import Result, SettingValues
from treatydiff.model.scores import Ancestry, Consonance, ScoreSheet
from treatydiff.model.source import Diagnostic
from treatydiff.model.themes import ThemeFinding
from treatydiff.records import dataclass

AsideKind = Literal["footnote", "endnote", "comment", "front_matter"]
EditOp = Literal["equal", "delete", "insert"]
EditClass = Literal["substantive", "consequential", "editorial", "typographic", "bracket"]


QuantitySort = Literal["duration", "threshold", "percentage", "money", "date", "count"]
"""What a number measures; a threshold is an amount from which, or up to which, a rule holds."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule-based observation on an edit, a clause or a unit; no legal conclusion.

    `quantity` is what a number measures: "" for the other kinds and where its sort is not known.
    """

    kind: Literal[
        "obligation", "right", "standard", "content", "hedge", "bearer", "negation", "number", "reference",
        "definition", "placement", "final_clause",
    ]  # fmt: skip
    direction: str = ""
    text: str = ""
    quantity: QuantitySort | Literal[""] = field(default="", compare=False)

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Edit:
    """An equal, delete or insert run of words; `class_` is None for equal."""

    op: EditOp
    text: str
    class_: EditClass | None = None
    signals: tuple[Signal, ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class ClauseDiff:
    """The edits of a clause pairing: equal + delete rebuild A's text, equal + insert B's.

    `signals` are observations on the clause that no edit of it makes, as a reference gone stale.
    """

    pairing: Pairing
    edits: tuple[Edit, ...]
    signals: tuple[Signal, ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class AsideComparison:
    """A note or a paragraph of front matter, and what became of it: compared, but never scored.

    `a` and `b` are the printed labels of notes, or the places of paragraphs of front matter, counted
    from 1; None where a draft does not have it. Another label over the same words is `renumbered`.
    """

    kind: AsideKind
    a: str | None
    b: str | None
    relation: Relation
    edits: tuple[Edit, ...]
    page_a: int | None = None
    page_b: int | None = None

    @property
    def differs(self) -> bool:
        """Whether its words are not the same in both drafts."""
        return self.relation not in ("identical", "renumbered")

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class PrintedStanding:
    """What a draft prints about the standing of a clause: `says` by name, `text` as printed."""

    provision: str
    says: str
    text: str
    page: int | None = None

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class AgreedChange:
    """What became of a clause that A prints as agreed, where its words changed or its mark is gone.

    `a` and `b` are ids ("" where B does not have it), `says` and `text` the standing in A by name and as
    printed, `now` the standing that B prints, "" where it prints none.
    """

    a: str
    b: str
    says: str
    text: str
    now: str
    words: bool
    mark_lost: bool
    page_a: int | None = None
    page_b: int | None = None

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Substitution:
    """The same words replaced by the same words in several clauses; `places` are ids of B, in order."""

    old: str
    new: str
    count: int
    places: tuple[str, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class ObligationCount:
    """How often the words of obligation stand in a chapter of either draft.

    `a` and `b` are the ids of the container in each draft, "" where that draft has none; both are ""
    for the whole draft. `counts_a` and `counts_b` run parallel to `Obligations.words`.
    """

    a: str
    b: str
    counts_a: tuple[int, ...]
    counts_b: tuple[int, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Obligations:
    """The obligation profiles of both drafts: the whole in the first row, then chapter by chapter."""

    words: tuple[str, ...]
    rows: tuple[ObligationCount, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class UnitComparison:
    """One row of a comparison: what became of a unit, its clauses with edits, its consonance."""

    pairing: Pairing
    kind: ProvisionKind
    clauses: tuple[ClauseDiff, ...]
    consonance: Consonance
    signals: tuple[Signal, ...] = ()
    links: tuple[Link, ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class ContainerComparison:
    """One row of the table of chapters: which container became which, and its consonance."""

    pairing: Pairing
    consonance: Consonance

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Comparison(Result):
    """The whole result of comparing two drafts; every report is a rendering of it.

    `ancestry` is that of B, where earlier instruments were named. `whole` are the scores of the whole
    drafts, where one was narrowed. `theme` names the theme that the rows were filtered by.
    `asides` are the notes and the front matter, beside the rows. `standing_a` and `standing_b` are the
    ledgers of what either draft prints about the standing of its clauses, `agreed` what changed in text
    that A prints as agreed. `asides` are the notes and the front matter, beside the rows. `nearness` says
    whether the texts were taken for drafts of one another.
    """

    a: Draft
    b: Draft
    units: tuple[UnitComparison, ...]
    containers: tuple[ContainerComparison, ...]
    scores: ScoreSheet
    settings: SettingValues = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    ancestry: Ancestry | None = None
    themes: tuple[ThemeFinding, ...] = ()
    whole: ScoreSheet | None = None
    theme: str = ""
    substitutions: tuple[Substitution, ...] = ()
    obligations: Obligations | None = None
    asides: tuple[AsideComparison, ...] = ()
    nearness: Nearness | None = None
    standing_a: tuple[PrintedStanding, ...] = ()
    standing_b: tuple[PrintedStanding, ...] = ()
    agreed: tuple[AgreedChange, ...] = ()

    def __repr__(self) -> str:
        """What was compared, the number of its rows, and the shares of the whole."""
        a, b = (name_shown(draft.source.label, draft.source.scope) for draft in (self.a, self.b))
        shares = [
            f"{name}={value:.2f}" if value is not None else f"{name}=None"
            for name, value in (
                ("carried", self.scores.document.carried), ("derived", self.scores.document.derived),
            )
        ]  # fmt: skip
        return f"Comparison({a}, {b}, units={len(self.units)}, {', '.join(shares)})"
