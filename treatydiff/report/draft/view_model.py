"""What the outline of a draft says; order and wording are decided already."""

from __future__ import annotations

from treatydiff.records import dataclass
from treatydiff.report.kit.pieces import DiagnosticGroup, DraftCard


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A line of an outline: a container, unit or annex at its depth; `open` what of it is open."""

    depth: int
    kind: str
    label: str
    heading: str
    paragraphs: int
    page: int | None
    open: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentOutline:
    """The outline of one instrument of a file. `counts` is a sentence part: "12 parts, 76 articles"."""

    title: str
    caption: str
    counts: str
    rows: tuple[OutlineRow, ...]


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One class of the characters of a file, its number and share of all."""

    words: str
    characters: int
    share: str


@dataclass(frozen=True, slots=True)
class FurnitureRow:
    """What one furniture rule took: its name, the number of its regions, their characters and share."""

    rule: str
    regions: int
    characters: int
    share: str


@dataclass(frozen=True, slots=True)
class DraftView:
    """Everything that a rendering of one draft says."""

    tool: str
    card: DraftCard
    instruments: tuple[InstrumentOutline, ...]
    notes: str
    brackets: str
    receipt: tuple[ReceiptRow, ...]
    furniture: tuple[FurnitureRow, ...]
    diagnostics: tuple[DiagnosticGroup, ...]
