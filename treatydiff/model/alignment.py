"""What align returns: which provisions of one draft became which of the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from treatydiff.model.draft import ProvisionKind
from treatydiff.model.one_line import one_line

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
class UnitPairing:
    """A pairing of units and, inside it, the pairing of their clauses.

    Clause pairings have at most one id a side. A clause that went to another unit is listed once,
    in the row of the unit of B that holds it, and named in the evidence of A's row.
    """

    pairing: Pairing
    kind: ProvisionKind
    clauses: tuple[Pairing, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every unit of either draft in exactly one row, and the same for containers and annexes."""

    units: tuple[UnitPairing, ...]
    containers: tuple[Pairing, ...]

    __repr__ = one_line
