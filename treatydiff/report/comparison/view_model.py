"""The frozen dataclasses that renderings read: order, wording and citations already decided."""

from __future__ import annotations

from treatydiff.model import Relation
from treatydiff.records import dataclass
from treatydiff.report.kit.pieces import DiagnosticGroup, DraftCard, Passage


@dataclass(frozen=True, slots=True)
class Shares:
    """Consonance in words, whole percents; "" where not measured. The raw shares are for bars."""

    carried: str
    derived: str
    symmetric: str
    carried_same_force: str
    derived_same_force: str
    carried_changed_force: str
    derived_changed_force: str
    not_carried: str
    not_derived: str
    carried_in_brackets: str
    verbatim_carried: str
    verbatim_derived: str
    carried_share: float | None
    derived_share: float | None
    carried_same_share: float | None
    derived_same_share: float | None


@dataclass(frozen=True, slots=True)
class RelationCount:
    """How many rows have a relation: "9 revised"."""

    relation: Relation
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause of a row. `label` is its place inside its unit, `title` its place in B's draft.

    Both recall the place in A where that differs: "Art. 6 (was 5), paragraph 2". `heading` is that of
    the unit that holds it. `changed` leaves typography out; `shown` says whether the clause is laid open,
    `notes` what is observed on it beside its edits.
    """

    anchor: str
    anchor_a: str
    label: str
    title: str
    heading: str
    relation: Relation
    relation_words: str
    pages: str
    page_a: int | None
    page_b: int | None
    citation_a: str
    citation_b: str
    passages: tuple[Passage, ...]
    changed: bool
    signals: tuple[str, ...] = ()
    shown: bool = True
    notes: tuple[str, ...] = ()

    @property
    def side_a(self) -> tuple[Passage, ...]:
        """What A says."""
        return tuple(passage for passage in self.passages if passage.op != "insert")

    @property
    def side_b(self) -> tuple[Passage, ...]:
        """What B says."""
        return tuple(passage for passage in self.passages if passage.op != "delete")


@dataclass(frozen=True, slots=True)
class StretchView:
    """Consecutive words of a clause that are carried, or are not, with their citation.

    `start` and `end` are code points of the clause's text; `same_force` is None where not measured.
    """

    clause: str
    text: str
    start: int
    end: int
    words: int
    weight: float
    same_force: bool | None
    citation: str


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where a share of a draft's weight comes from, in words."""

    words: str
    share: str
    exact: float


@dataclass(frozen=True, slots=True)
class ThemePlace:
    """A clause that speaks of a theme. `only_here`: little of it is in the other draft."""

    anchor: str
    label: str
    citation: str
    share: str
    only_here: bool


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme: where each draft speaks of it, what was carried, what stands in one draft only.

    `changed` says what became of its words: what happened, and the places.
    """

    name: str
    title: str
    summary: str
    shares: Shares
    places_a: tuple[ThemePlace, ...]
    places_b: tuple[ThemePlace, ...]
    terms: tuple[str, ...]
    changed: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class UnitView:
    """One row of the table of articles, and the section that shows its clauses.

    `anchors` are the ids under which the section can be reached: those of B, and "a--" before
    those of A. `ids_a` and `ids_b` are the ids of its units in either draft. `group` names the
    instrument where a file holds several, which `label_a` and `label_b` then leave out. `stated` is
    what a draft itself says of the provision, `evidence` why the units were paired. `taken` are B's
    words found in A, `left_behind` A's words not found in B. `links` say which clauses went to other rows or
    came from them; `source` says of a provision without a partner where its words stand in the other draft.
    """

    anchor: str
    anchors: tuple[str, ...]
    ids_a: tuple[str, ...]
    ids_b: tuple[str, ...]
    kind: str
    group: str
    label: str
    label_a: str
    label_b: str
    was: str
    heading: str
    heading_was: str
    relation: Relation
    relation_words: str
    shares: Shares
    words_a: int
    words_b: int
    pages: str
    citation_a: str
    citation_b: str
    signals: tuple[str, ...]
    stated: tuple[str, ...]
    evidence: tuple[str, ...]
    clauses: tuple[ClauseView, ...]
    taken: tuple[StretchView, ...] = ()
    left_behind: tuple[StretchView, ...] = ()

    notes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    source: str = ""

    @property
    def changed(self) -> bool:
        """Whether its heading changed, or a clause of it in more than typography."""
        return bool(self.heading_was) or any(clause.changed for clause in self.clauses)

    @property
    def shown(self) -> bool:
        """Whether a clause of it is laid open."""
        return bool(self.heading_was) or any(clause.shown for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class ContainerView:
    """One row of the table of parts and chapters; `group` as for units, `depth` from 0."""

    group: str
    label_a: str
    label_b: str
    depth: int
    heading: str
    relation: Relation
    relation_words: str
    shares: Shares
    anchor: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a draft prints about its own standing, with its place."""

    side: str
    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class AgreedView:
    """A clause that A prints as agreed, and what B made of it."""

    anchor: str
    label: str
    words: str
    citation_a: str
    citation_b: str


@dataclass(frozen=True, slots=True)
class AsideView:
    """A note or a paragraph of front matter that differs: what it is called, how, its words, its pages."""

    label: str
    change: str
    passages: tuple[Passage, ...]
    pages: str


@dataclass(frozen=True, slots=True)
class ReservedPosition:
    """A note in which somebody reserves a position on a provision; `citation` says where it is called."""

    side: str
    who: str
    provision: str
    note: str
    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class SubstitutionView:
    """Words replaced by the same words again and again; `places` are ids and labels of the first few."""

    old: str
    new: str
    count: int
    places: tuple[tuple[str, str], ...]
    more: str


@dataclass(frozen=True, slots=True)
class ObligationRow:
    """The counts of one chapter, each as it stayed ("14") or changed ("14 → 21")."""

    label: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ObligationTable:
    """The words of obligation that were counted, and the chapters where their numbers changed."""

    words: tuple[str, ...]
    rows: tuple[ObligationRow, ...]


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """How often a word of obligation stands in either draft as a whole."""

    word: str
    in_a: int
    in_b: int


@dataclass(frozen=True, slots=True)
class OpenPlaceView:
    """How open a part, chapter or lone unit is in either draft: "3 brackets, 12 %" and the exact share."""

    label: str
    words_a: str
    words_b: str
    share_a: float
    share_b: float


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Everything that a rendering of a comparison says, in its order.

    `beside` are the figures and statements that belong beside the shares; `readings` what brackets
    and options leave open; `whole` the shares before narrowing; `theme` what the rows were filtered by.
    `profile` are the words of obligation over both drafts; None where the language has no table of them.
    `loss` says what errors in reading mean for the rows; empty where there are none.
    `openness` says how open either draft is, as a whole and by chapter; empty where nothing is open.
    `asides` are the notes and the front matter that differ; `positions` what notes reserve. `guard` says
    what changed in text that A prints as agreed, `agreed` where.
    """

    tool: str
    a: DraftCard
    b: DraftCard
    headline: str
    shares: Shares
    beside: tuple[str, ...]
    units_name: str
    counts: tuple[RelationCount, ...]
    other_counts: tuple[RelationCount, ...]
    changes: tuple[str, ...]
    signals: tuple[str, ...]
    statements: tuple[Statement, ...]
    containers: tuple[ContainerView, ...]
    units: tuple[UnitView, ...]
    method: tuple[str, ...]
    basis: tuple[str, ...]
    diagnostics: tuple[DiagnosticGroup, ...]
    articles_by_share: str = ""
    ancestry: tuple[OriginView, ...] = ()
    readings: tuple[str, ...] = ()
    whole: str = ""
    themes: tuple[ThemeView, ...] = ()
    theme: str = ""
    substitutions: tuple[SubstitutionView, ...] = ()
    obligations: ObligationTable | None = None
    profile: tuple[ProfileRow, ...] | None = None
    openness: tuple[OpenPlaceView, ...] = ()
    asides: tuple[AsideView, ...] = ()
    aside_counts: tuple[str, ...] = ()
    positions: tuple[ReservedPosition, ...] = ()
    only: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    guard: str = ""
    agreed: tuple[AgreedView, ...] = ()
    force_remark: str = ""
