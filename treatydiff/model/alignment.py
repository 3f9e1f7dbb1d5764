"""What align returns: which provisions of one draft became which of the other."""

from __future__ import annotations

from typing import Literal

from treatydiff.model.draft import ProvisionKind
from treatydiff.model.one_line import one_line
from treatydiff.records import dataclass

Relation = Literal[
    "identical", "amended", "renumbered", "brackets_lifted", "moved", "split", "merged", "recast",
    "added", "deleted",
]  # fmt: skip
RELATIONS: tuple[Relation, ...] = (
    "identical", "amended", "renumbered", "brackets_lifted", "moved", "split", "merged", "recast",
    "added", "deleted",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two provisions were paired (or not): a named observation with its figure or its words."""

    kind: str
    text: str = ""
    value: float | None = None

    __repr__ = one_line


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

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Link:
    """One unit of A and one of B that share clauses, by id.

    `kind` is "pair" where the one became the other, "moved" where only some clauses went there, "copy" where
    what they share stands word for word in several units of one draft. `words` counts the words of A in the
    clauses of the link; `share_a` and `share_b` are the shares (0 to 1) of either unit's words in them, None
    where a unit has no words.
    """

    a: str
    b: str
    kind: Literal["pair", "moved", "copy"]
    words: int
    share_a: float | None
    share_b: float | None

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Nearness:
    """Whether two texts are drafts of one another, and what says so.

    `share` says how much of one of the texts, preamble and final clauses left out, stands in units that are
    one another's nearest by wording that is no formula: the geometric mean of its share of words and of
    units. From `bar` on the texts count as near. `asked` is true where a user said which.
    """

    near: bool
    share: float
    bar: float
    asked: bool = False

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class UnitPairing:
    """A pairing of units and, inside it, the pairing of their clauses.

    Clause pairings have at most one id a side. A clause that went to another unit is listed once,
    in the row of the unit of B that holds it, and named in the evidence of A's row. A link between
    units of two rows stands in both rows.
    """

    pairing: Pairing
    kind: ProvisionKind
    clauses: tuple[Pairing, ...]
    links: tuple[Link, ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class MatchedRow:
    """Units of either draft that belong together, and the pairs of clauses listed with them, by their ids."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    clauses: tuple[tuple[str, str], ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every unit of either draft in exactly one row, and the same for containers and annexes.

    `nearness` is None where it was not judged: the drafts say the very same.
    """

    units: tuple[UnitPairing, ...]
    containers: tuple[Pairing, ...]
    nearness: Nearness | None = None

    __repr__ = one_line
