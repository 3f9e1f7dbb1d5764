"""The frozen dataclasses that travel between the stages.

Every stage takes some of these and returns others; nothing here imports anything of ours, opens a
file or knows a language. The words are those of the glossary (docs/glossary.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

Attrs = tuple[tuple[str, str | int | float | bool], ...]
"""Attributes of a mark, signal or piece of evidence, in a fixed order."""

ProvisionKind = Literal[
    "preamble", "recital", "part", "title", "chapter", "section", "subsection", "article", "rule",
    "paragraph", "subparagraph", "point", "intro", "wrapup", "option", "table", "annex", "closing",
]  # fmt: skip
MarkKind = Literal[
    "bracket", "option", "note_ref", "comment", "attribution", "status", "insertion", "deletion",
    "strike", "underline",
]  # fmt: skip
Relation = Literal[
    "identical", "amended", "renumbered", "brackets_lifted", "moved", "split", "merged", "recast",
    "added", "deleted",
]  # fmt: skip
RELATIONS: tuple[Relation, ...] = (
    "identical", "amended", "renumbered", "brackets_lifted", "moved", "split", "merged", "recast",
    "added", "deleted",
)  # fmt: skip
EditOp = Literal["equal", "delete", "insert"]
EditClass = Literal["substantive", "consequential", "editorial", "typographic", "bracket"]
Severity = Literal["info", "warning", "error"]

OPENING_BRACKETS = "[\uff3b\u3010"
CLOSING_BRACKETS = "]\uff3d\u3011"
"""The square brackets that drafts print: [], and in Chinese ones also full-width [] and lenticular ones."""

CONTAINER_KINDS: frozenset[str] = frozenset({"part", "title", "chapter", "section", "subsection"})
"""Kinds that hold units and are never units themselves (annexes with articles join them)."""


# --- what a reader returns ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A doubt or fault found while reading, parsing or comparing; data that reaches the reader."""

    code: str
    severity: Severity
    message: str
    page: int | None = None
    provision: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One source file: what it is called in reports, and which bytes it held.

    `label` is the file name without its folder; `scope` the narrowing asked for ("art_5-art_12").
    """

    label: str
    sha256: str
    media_type: str
    pages: int | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change that a run belongs to."""

    kind: Literal["insertion", "deletion"]
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of characters of one look.

    `note` is the label of the note that this run calls (its text is then the printed marker, which
    is no part of the canonical text).
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    note: str | None = None
    revision: Revision | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest piece of text whose bounds the reader is sure of.

    A line in PDF and plain text, a paragraph in DOCX and HTML; structure joins lines into
    paragraphs. Lengths are in points from the left edge of the page; `gap` is the white space above
    in multiples of the usual line distance (0 = none beyond it), both None where there is no layout.
    `starts_paragraph` is True or False where the reader knows, None where structure must judge.
    `number` is a label that the file generates (Word's numbering) and that is not in the runs;
    `level` its depth, from 0. `style` is the name of the paragraph style; `cell` is (table, row,
    column), each from 0, for text inside a table.
    """

    index: int
    runs: tuple[Run, ...]
    page: int | None = None
    style: str = ""
    number: str = ""
    level: int | None = None
    x0: float | None = None
    x1: float | None = None
    gap: float | None = None
    size: float | None = None
    centred: bool = False
    starts_paragraph: bool | None = None
    cell: tuple[int, int, int] | None = None

    @property
    def text(self) -> str:
        """The characters of all runs, in order."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether every run with visible characters is bold."""
        visible = [run for run in self.runs if run.text.strip() and run.note is None]
        return bool(visible) and all(run.bold for run in visible)

    @property
    def italic(self) -> bool:
        """Whether every run with visible characters is italic."""
        visible = [run for run in self.runs if run.text.strip() and run.note is None]
        return bool(visible) and all(run.italic for run in visible)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, endnote or comment; kept, never compared."""

    label: str
    text: str
    page: int | None
    kind: Literal["footnote", "endnote", "comment"]
    author: str = ""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that belongs to the page and not to the instrument, with the rule that took it."""

    rule: str
    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class SourceText:
    """Everything that one file says: blocks in reading order, notes, and what was set aside."""

    source: Source
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


# --- what structure returns --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """Where text came from: code points `start` to `end` of the block numbered `block`."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the text that is not the text; offsets are code points of canonical text."""

    kind: MarkKind
    start: int
    end: int
    attrs: Attrs = ()


@dataclass(frozen=True, slots=True)
class Provision:
    """A node of a draft's tree. A leaf has `text`; a provision with children has none of its own.

    `number` is what the draft prints, without "Article", brackets or final dot.
    """

    id: str
    kind: ProvisionKind
    number: str = ""
    heading: str = ""
    text: str = ""
    marks: tuple[Mark, ...] = ()
    page: int | None = None
    children: tuple[Provision, ...] = ()
    spans: tuple[Span, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in text order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def clauses(self) -> Iterator[Provision]:
        """The leaves below this provision (itself, if it is one), in text order."""
        return (node for node in self.walk() if not node.children)


@dataclass(frozen=True, slots=True)
class Unit:
    """What gets a row in a comparison: one provision and the containers that it stands in.

    `containers` are the ids of the parts, chapters, ... around it, outermost first. `instrument` is
    the number of its instrument, from 1. `kind` is the provision's, except that a loose clause that
    stands outside any article (text under a chapter heading) is a unit of its own.
    """

    provision: Provision
    containers: tuple[str, ...]
    instrument: int

    @property
    def id(self) -> str:
        """The id of its provision."""
        return self.provision.id

    @property
    def kind(self) -> ProvisionKind:
        """The kind of its provision."""
        return self.provision.kind

    def clauses(self) -> tuple[Provision, ...]:
        """Its leaves that have words, in text order."""
        return tuple(leaf for leaf in self.provision.clauses() if leaf.text)


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument of a file, with its tree."""

    n: int
    main: bool
    title: str
    symbol: str | None
    provisions: tuple[Provision, ...]

    def walk(self) -> Iterator[Provision]:
        """Every provision, in text order."""
        for provision in self.provisions:
            yield from provision.walk()

    def units(self) -> Iterator[Unit]:
        """The units of this instrument, in text order; every clause with words is in exactly one."""
        for provision in self.provisions:
            yield from _units_below(provision, (), self.n)

    @property
    def articles(self) -> int:
        """The number of articles outside annexes."""
        return sum(1 for top in self.provisions if top.kind != "annex"
                   for node in top.walk() if node.kind == "article")  # fmt: skip


def _units_below(node: Provision, containers: tuple[str, ...], instrument: int) -> Iterator[Unit]:
    holds_articles = any(below.kind in ("article", "rule") for below in node.walk() if below is not node)
    opens = (
        node.kind in CONTAINER_KINDS
        or (node.kind == "option" and bool(node.children))
        or (holds_articles and node.kind not in ("article", "rule"))
    )
    if not opens:
        yield Unit(node, containers, instrument)
        return
    for child in node.children:
        yield from _units_below(child, (*containers, node.id), instrument)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A paragraph of masthead, note by the chair, legend or contents."""

    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class BracketCount:
    """Opening brackets of the whole file, greatest depth, and brackets without a partner."""

    count: int = 0
    max_depth: int = 0
    unbalanced: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """Non-space code points of the extracted text by class; generated Word numbers apart."""

    provision: int = 0
    note: int = 0
    front_matter: int = 0
    furniture: int = 0
    other: int = 0
    unaccounted: int = 0
    generated_numbers: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """One text of an instrument, parsed."""

    source: Source
    language: str
    front_matter: tuple[FrontMatter, ...]
    instruments: tuple[Instrument, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    brackets: BracketCount = BracketCount()
    receipt: Receipt = Receipt()
    diagnostics: tuple[Diagnostic, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Every provision of every instrument, in text order."""
        for instrument in self.instruments:
            yield from instrument.walk()

    def units(self) -> tuple[Unit, ...]:
        """The units of every instrument, in text order."""
        return tuple(unit for instrument in self.instruments for unit in instrument.units())

    @property
    def articles(self) -> int:
        """The number of articles outside annexes, over all instruments."""
        return sum(instrument.articles for instrument in self.instruments)


# --- what align, diff and score return ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two provisions were paired (or not): a named observation with its figure or its words."""

    kind: str
    text: str = ""
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which provisions of A became which of B, by id; `a` is empty for added, `b` for deleted."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    relation: Relation
    renumbered: bool = False
    moved: bool = False
    amended: bool = False
    similarity: float | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitPairing:
    """A pairing of units and, inside it, the pairing of their clauses.

    Clause pairings have at most one id a side. A clause that went to another unit is listed once,
    in the row of the unit of B that holds it, and named in the evidence of A's row.
    """

    pairing: Pairing
    kind: ProvisionKind
    clauses: tuple[Pairing, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every unit of either draft in exactly one row, and the same for containers and annexes."""

    units: tuple[UnitPairing, ...]
    containers: tuple[Pairing, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule-based observation on an edit, a clause or a unit; no legal conclusion."""

    kind: Literal[
        "obligation", "negation", "number", "reference", "hedge", "definition", "placement",
        "final_clause",
    ]  # fmt: skip
    direction: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """An equal, delete or insert run of words; `class_` is None for equal."""

    op: EditOp
    text: str
    class_: EditClass | None = None
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseDiff:
    """The edits of a clause pairing: equal + delete rebuild A's text, equal + insert B's.

    `signals` are observations on the clause that no edit of it makes, as a reference gone stale.
    """

    pairing: Pairing
    edits: tuple[Edit, ...]
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class Substitution:
    """The same words replaced by the same words in several clauses; `places` are ids of B, in order."""

    old: str
    new: str
    count: int
    places: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Obligations:
    """The obligation profiles of both drafts: the whole in the first row, then chapter by chapter."""

    words: tuple[str, ...]
    rows: tuple[ObligationCount, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums over the tokens of some clauses, from which every share follows; tallies add up.

    `weight`, `carried`, `carried_same_force` and `carried_in_brackets` are sums of token weights;
    `words` and `verbatim` are token counts. The force and bracket sums are None until measured.
    """

    weight: float = 0.0
    carried: float = 0.0
    carried_same_force: float | None = None
    carried_in_brackets: float | None = None
    words: int = 0
    verbatim: int = 0

    def __add__(self, other: Tally) -> Tally:
        """The tally of both sets of clauses together."""
        return Tally(
            self.weight + other.weight,
            self.carried + other.carried,
            _add_measured(self.carried_same_force, other.carried_same_force),
            _add_measured(self.carried_in_brackets, other.carried_in_brackets),
            self.words + other.words,
            self.verbatim + other.verbatim,
        )


def _add_measured(left: float | None, right: float | None) -> float | None:
    return None if left is None or right is None else left + right


@dataclass(frozen=True, slots=True)
class Consonance:
    """How much of A is carried in B and how much of B derives from A, with the sums behind it."""

    a: Tally
    b: Tally

    @property
    def carried(self) -> float | None:
        """Share of A's weight found in B; None where A has no weight."""
        return _share(self.a.carried, self.a.weight)

    @property
    def derived(self) -> float | None:
        """Share of B's weight found in A; None where B has no weight."""
        return _share(self.b.carried, self.b.weight)

    @property
    def symmetric(self) -> float | None:
        """Shared weight of both over the weight of both."""
        return _share(self.a.carried + self.b.carried, self.a.weight + self.b.weight)

    @property
    def carried_same_force(self) -> float | None:
        """Share of A's weight carried without a change of force; None where not measured."""
        return _share(self.a.carried_same_force, self.a.weight)

    @property
    def derived_same_force(self) -> float | None:
        """Share of B's weight derived without a change of force; None where not measured."""
        return _share(self.b.carried_same_force, self.b.weight)

    @property
    def carried_changed_force(self) -> float | None:
        """Share of A's weight carried with a change of force; None where not measured."""
        return _rest(self.carried, self.carried_same_force)

    @property
    def derived_changed_force(self) -> float | None:
        """Share of B's weight derived with a change of force; None where not measured."""
        return _rest(self.derived, self.derived_same_force)

    @property
    def not_carried(self) -> float | None:
        """Share of A's weight not found in B: with the two shares carried it adds up to 1."""
        return _rest(1.0, self.carried)

    @property
    def not_derived(self) -> float | None:
        """Share of B's weight not found in A."""
        return _rest(1.0, self.derived)

    @property
    def carried_in_brackets(self) -> float | None:
        """Share of A's weight that is found in B inside brackets; None where not measured."""
        return _share(self.a.carried_in_brackets, self.a.weight)

    @property
    def verbatim_carried(self) -> float | None:
        """Share of A's words in runs of at least six words shared with B."""
        return _share(float(self.a.verbatim), float(self.a.words))

    @property
    def verbatim_derived(self) -> float | None:
        """Share of B's words in runs of at least six words shared with A."""
        return _share(float(self.b.verbatim), float(self.b.words))


def _share(part: float | None, whole: float) -> float | None:
    return None if part is None or whole <= 0.0 else part / whole


def _rest(whole: float | None, part: float | None) -> float | None:
    return None if whole is None or part is None else max(0.0, whole - part)


@dataclass(frozen=True, slots=True)
class ArticleCount:
    """How many of `of` articles outside annexes have at least a share of their weight in the other draft.

    Articles without any weight (placeholders, headings alone) are not counted among them.
    `same_force` counts those that have so much of it with the same force; None where not measured.
    """

    at_least: float
    articles: int
    same_force: int | None
    of: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive words of a clause that are all carried alike, or not at all.

    `start` and `end` are code points of the clause's canonical text, `words` counts words, `weight`
    is the sum of theirs. `same_force` is None where nothing is carried or force was not measured.
    """

    start: int
    end: int
    words: int
    weight: float
    carried: bool
    same_force: bool | None = None


@dataclass(frozen=True, slots=True)
class WordWeight:
    """A word of a clause with what its weight is made of: `weight = (rarity + 0.05) (1 - formula)`."""

    text: str
    rarity: float
    formula: float
    weight: float
    carried: bool


@dataclass(frozen=True, slots=True)
class ClauseSum:
    """One clause of a sum as it adds up: its tally, its words from the heaviest on, its stretches."""

    side: Literal["a", "b"]
    clause: str
    tally: Tally
    words: tuple[WordWeight, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the consonance of one row of units adds up, clause by clause; the sums are those of the row."""

    pairing: Pairing
    consonance: Consonance
    clauses: tuple[ClauseSum, ...]


@dataclass(frozen=True, slots=True)
class OptionChoice:
    """The option of a group that has the greatest share in the other draft; all by id."""

    side: Literal["a", "b"]
    chosen: str
    others: tuple[str, ...]
    share: float | None


@dataclass(frozen=True, slots=True)
class Readings:
    """Consonance under the readings that brackets and options leave open; None where they leave none.

    `brackets_out` drops what stands in brackets, except a reserve (a bracket around whole provisions);
    `brackets_in` keeps all of it; `best_options` keeps one option of every group, named in `options`.
    """

    brackets_out: Consonance | None = None
    brackets_in: Consonance | None = None
    best_options: Consonance | None = None
    options: tuple[OptionChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How far the shares hang on a parameter and on single clauses.

    `by_ngram` gives carried and derived for other lengths of the shared runs; the intervals hold 95 %
    of the shares over `draws` resamplings of the clauses.
    """

    by_ngram: tuple[tuple[int, float | None, float | None], ...]
    carried: tuple[float, float] | None
    derived: tuple[float, float] | None
    draws: int
    seed: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words come from: only one source, several sources, an ancestor (by name), or nowhere named."""

    kind: Literal["exclusive", "shared", "ancestor", "new"]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ancestry:
    """The weight of a draft's provisions by origin; parallel to `origins`, and adding up to the weight.

    `parts` holds every clause, unit and container of the draft by id. `in_ancestors` is, for every
    source, how much of the weight derived from it an ancestor has as well.
    """

    sources: tuple[str, ...]
    ancestors: tuple[str, ...]
    origins: tuple[Origin, ...]
    document: tuple[float, ...]
    parts: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    derived: tuple[float, ...] = ()
    in_ancestors: tuple[float, ...] = ()

    def shares(self, id_: str | None = None) -> tuple[float, ...] | None:
        """Shares by origin that add up to 1, of a provision or the document; None without weight."""
        weights = self.document if id_ is None else self.parts.get(id_, ())
        whole = sum(weights)
        return tuple(weight / whole for weight in weights) if whole > 0.0 else None


@dataclass(frozen=True, slots=True)
class ThemeFinding:
    """What two drafts say on a theme: the clauses that name it, and what of them is in the other draft.

    `only_a` and `only_b` are the clauses of which less than a quarter is in the other draft; `terms`
    the words of the theme that were found. `consonance` is that of the clauses named.
    """

    name: str
    title: str
    clauses_a: tuple[str, ...]
    clauses_b: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    consonance: Consonance
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceInfo:
    """Which reference archive the weights come from, and how many treaties were counted.

    `left_out` names the near-copies of the compared drafts whose share was taken off.
    """

    id: str
    treaties: int
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """Consonance of a comparison: whole document, every row of units, every row of containers.

    `clauses_a` and `clauses_b` give the tally of every clause by id; units, containers and the
    document are sums of them. `units` and `containers` run parallel to the alignment's rows.
    `articles_derived` and `articles_carried` count at 25, 50 and 75 %; the stretches of a clause
    hold all of its words, in order.
    """

    reference: ReferenceInfo
    document: Consonance
    units: tuple[Consonance, ...]
    containers: tuple[Consonance, ...]
    clauses_a: Mapping[str, Tally] = field(default_factory=dict)
    clauses_b: Mapping[str, Tally] = field(default_factory=dict)
    articles_half_derived: int = 0
    articles_half_carried: int = 0
    percentile_carried: float | None = None
    percentile_derived: float | None = None
    articles_derived: tuple[ArticleCount, ...] = ()
    articles_carried: tuple[ArticleCount, ...] = ()
    stretches_a: Mapping[str, tuple[Stretch, ...]] = field(default_factory=dict)
    stretches_b: Mapping[str, tuple[Stretch, ...]] = field(default_factory=dict)
    readings: Readings = Readings()


@dataclass(frozen=True, slots=True)
class UnitComparison:
    """One row of a comparison: what became of a unit, its clauses with edits, its consonance."""

    pairing: Pairing
    kind: ProvisionKind
    clauses: tuple[ClauseDiff, ...]
    consonance: Consonance
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class FinalClause:
    """One kind of final clause of a draft: where it stands and what it provides.

    `kind` is consent, entry_into_force, reservations, amendment, withdrawal, disputes, depositary or
    authentic_texts; `units` and `clauses` are ids in text order; `terms` say what is provided and how
    ("threshold", "60"), as far as the words say it; `text` holds the words of its clauses, one a line.
    """

    kind: str
    units: tuple[str, ...]
    clauses: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class FinalClauses:
    """The final clauses of one draft, in a fixed order of kinds; a kind that it lacks is absent."""

    draft: Draft
    clauses: tuple[FinalClause, ...]

    def of_kind(self, kind: str) -> FinalClause | None:
        """The clause of a kind, or None."""
        return next((each for each in self.clauses if each.kind == kind), None)


@dataclass(frozen=True, slots=True)
class ContainerComparison:
    """One row of the table of chapters: which container became which, and its consonance."""

    pairing: Pairing
    consonance: Consonance


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole result of comparing two drafts; every report is a rendering of it.

    `ancestry` is that of B, where earlier instruments were named. `whole` are the scores of the whole
    drafts, where one was narrowed. `theme` names the theme that the rows were filtered by.
    """

    a: Draft
    b: Draft
    units: tuple[UnitComparison, ...]
    containers: tuple[ContainerComparison, ...]
    scores: ScoreSheet
    settings: tuple[tuple[str, str | int | float | bool | None], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    ancestry: Ancestry | None = None
    themes: tuple[ThemeFinding, ...] = ()
    whole: ScoreSheet | None = None
    theme: str = ""
    substitutions: tuple[Substitution, ...] = ()
    obligations: Obligations | None = None


@dataclass(frozen=True, slots=True)
class SourceScores:
    """One source that a draft may derive from: its scores against the draft, the source as A.

    `whole` are those of the whole drafts, where one was narrowed.
    """

    source: Draft
    name: str
    scores: ScoreSheet
    themes: tuple[ThemeFinding, ...] = ()
    sensitivity: Sensitivity | None = None
    whole: ScoreSheet | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """What a draft derives from each of some sources, side by side, and the origin of every clause."""

    draft: Draft
    sources: tuple[SourceScores, ...]
    ancestors: tuple[Draft, ...]
    ancestry: Ancestry
    settings: tuple[tuple[str, str | int | float | bool | None], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    theme: str = ""


# --- what is plugged in ------------------------------------------------------------------------


class DraftCache(Protocol):
    """Where parsed drafts are kept between runs; handed to the pipeline, owned by archive."""

    def get(self, key: str) -> Draft | None:
        """The draft kept under `key`, or None."""

    def put(self, key: str, draft: Draft) -> None:
        """Keep `draft` under `key`."""
