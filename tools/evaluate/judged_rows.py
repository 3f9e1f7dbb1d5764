"""Pairs of sentences with what a reader judged must be said of them, and what must not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "tests" / "judged"
"""Where the tables lie."""
QUANTITIES = ("duration", "threshold", "percentage", "money", "date", "count")
"""Kinds of quantity; a signal `number` says that one changed, not of which kind it is."""
SIGNAL_KINDS = (
    *QUANTITIES, "number", "obligation", "right", "standard", "content", "hedge", "bearer", "negation",
    "reference", "definition",
)  # fmt: skip
"""Kinds that a row may ask for or forbid."""
TABLES = (
    "classes", "connectives", *QUANTITIES, "not-a-quantity", "obligation", "right", "standard", "content",
    "hedge", "bearer", "negation", "drafting-only", "reference", "definition",
)  # fmt: skip
"""What a row may be about."""
CLASSES = ("substantive", "consequential", "editorial", "typographic", "bracket")
"""Classes of edits, the gravest first."""
EVERYTHING = "*"
_KEYS = frozenset({"a", "b", "says", "silent", "open", "class", "why"})


@dataclass(frozen=True, slots=True)
class Expected:
    """A signal that must be said: any of the kinds, in any of the directions."""

    kinds: tuple[str, ...]
    directions: tuple[str, ...]

    def meets(self, kind: str, direction: str) -> bool:
        """Whether a signal is the one asked for; `number` may stand for any quantity.

        Args:
            kind: of the signal.
            direction: of the signal.
        """
        untyped = kind == "number" and any(one in QUANTITIES for one in self.kinds)
        return direction in self.directions and (untyped or kind in self.kinds)

    def __str__(self) -> str:
        return f"{'/'.join(self.kinds)}: {'|'.join(self.directions)}"


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """An earlier and a later wording, and the judgement on them.

    `silent` are the kinds that must not be said beside those in `says`; `open` are those without a
    judgement where `silent` holds "*". `classes` are the classes of which any will do; it is empty where
    the class is open to doubt.
    """

    file: str
    language: str
    table: str
    a: str
    b: str
    says: tuple[Expected, ...]
    silent: tuple[str, ...]
    open: tuple[str, ...]
    classes: tuple[str, ...]
    why: str

    def forbids(self, kind: str) -> bool:
        """Whether a signal of this kind, which `says` does not ask for, is a false alarm.

        Args:
            kind: of the signal.
        """
        if any(kind in expected.kinds for expected in self.says):
            return True
        if kind in self.open or ("number" in self.open and kind in QUANTITIES):
            return False
        quantity = kind in QUANTITIES and "number" in self.silent
        return EVERYTHING in self.silent or kind in self.silent or quantity


class MalformedRowError(ValueError):
    """A row lacks a key, or has one that is not known."""


def judged_rows(folder: Path = FOLDER) -> list[JudgedRow]:
    """Every row of the tables, by file and in the order in which they stand.

    Args:
        folder: of TOML files.

    Raises:
        MalformedRowError: a row lacks a key, has one that is not known, or asks for no direction.
    """
    return [row for path in sorted(folder.glob("*.toml")) for row in _rows_of(path)]


def _rows_of(path: Path) -> Iterator[JudgedRow]:
    tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    language = str(tables.pop("language"))
    for table, rows in tables.items():
        for row in rows:
            missing = _KEYS - {"open", "class"} - row.keys()
            unknown = row.keys() - _KEYS
            if missing or unknown:
                raise MalformedRowError(f"{path.name}, {table}: {sorted(missing)} missing, {sorted(unknown)}")
            yield JudgedRow(
                file=path.stem, language=language, table=table, a=row["a"], b=row["b"],
                says=tuple(_expected(text, path.name) for text in row["says"]),
                silent=tuple(row["silent"]), open=tuple(row.get("open", ())),
                classes=tuple(row["class"].split("|")) if "class" in row else (), why=row["why"],
            )  # fmt: skip


def _expected(text: str, name: str) -> Expected:
    kinds, colon, directions = text.partition(": ")
    if not colon:
        raise MalformedRowError(f"{name}: {text!r} names no direction")
    return Expected(tuple(kinds.split("/")), tuple(directions.split("|")))
