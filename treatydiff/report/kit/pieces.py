"""Pieces that the views of every report are made of; their order and wording is decided already."""

from __future__ import annotations

from treatydiff.model import EditClass, EditOp, Severity
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class DraftCard:
    """What was read: one draft in a line. `name` is what citations call it; `named` says that the user does.

    `losses` say what of the file could not be read, or is otherwise wrong beyond doubt.
    `headed` counts its articles, or what it has instead: "44 regulations".
    """

    side: str
    label: str
    name: str
    title: str
    language: str
    sha256: str
    articles: int
    rules: int
    units: int
    words: int
    pages: int | None
    scope: str | None
    headed: str = ""
    losses: tuple[str, ...] = ()
    named: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words of a clause; `hint` says its class and signals to a reader."""

    op: EditOp
    text: str
    class_: EditClass | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class DiagnosticGroup:
    """Diagnostics of one code in one draft; `side` is "A", "B", or "" for the comparison.

    `name` is what readers are told instead of the code.
    """

    side: str
    code: str
    name: str
    severity: Severity
    messages: tuple[str, ...]
