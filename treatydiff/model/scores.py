"""What score returns: shares of one draft that stand in another, and the sums behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from treatydiff.model.alignment import Pairing
from treatydiff.model.one_line import one_line
from treatydiff.records import dataclass


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

    __repr__ = one_line

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

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class ClauseSum:
    """One clause of a sum as it adds up: its tally, its words from the heaviest on, its stretches."""

    side: Literal["a", "b"]
    clause: str
    tally: Tally
    words: tuple[WordWeight, ...]
    stretches: tuple[Stretch, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the consonance of one row of units adds up, clause by clause; the sums are those of the row."""

    pairing: Pairing
    consonance: Consonance
    clauses: tuple[ClauseSum, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class OptionChoice:
    """The option of a group that has the greatest share in the other draft; all by id."""

    side: Literal["a", "b"]
    chosen: str
    others: tuple[str, ...]
    share: float | None

    __repr__ = one_line


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

    __repr__ = one_line


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

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words come from: only one source, several sources, an ancestor (by name), or nowhere named."""

    kind: Literal["exclusive", "shared", "ancestor", "new"]
    names: tuple[str, ...] = ()

    __repr__ = one_line


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

    __repr__ = one_line

    def shares(self, id_: str | None = None) -> tuple[float, ...] | None:
        """Shares by origin that add up to 1, of a provision or the document; None without weight."""
        weights = self.document if id_ is None else self.parts.get(id_, ())
        whole = sum(weights)
        return tuple(weight / whole for weight in weights) if whole > 0.0 else None


@dataclass(frozen=True, slots=True)
class ReferenceInfo:
    """Which reference archive the weights come from, and how many treaties were counted.

    `left_out` names the near-copies of the compared drafts whose share was taken off.
    """

    id: str
    treaties: int
    left_out: tuple[str, ...] = ()

    __repr__ = one_line


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

    __repr__ = one_line
