"""What archives of drafts hold and answer: frozen dataclasses that archive makes and report renders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields
from typing import Literal

from treatydiff.model import Result, SettingValues, one_line
from treatydiff.records import dataclass

DRAFT_KINDS: tuple[str, ...] = (
    "national draft", "non-paper", "zero draft", "conference room paper",
    "consolidated negotiating document", "chair's text", "compilation", "L-document",
    "advance unedited", "adopted", "certified true copy", "corrigendum",
)  # fmt: skip
"""What a draft can be, in about the order in which a negotiation produces them."""


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """What is known of one file of an archive; empty where nothing is.

    `date` is that of the text and `issued` that of the document, both "2022-06-01" or a beginning of
    it; `revises`, `corrects` and `reissues` are symbols or files; `order` overrides the order by date.
    """

    file: str
    symbol: str = ""
    session: str = ""
    language: str = ""
    author: str = ""
    date: str = ""
    issued: str = ""
    kind: str = ""
    revises: str = ""
    corrects: str = ""
    reissues: str = ""
    order: int | None = None

    __repr__ = one_line

    @property
    def name(self) -> str:
        """What the draft is cited as: its symbol, else its file."""
        return self.symbol or self.file

    @property
    def known_date(self) -> str:
        """The date of the text, else that of issue, else ""."""
        return self.date or self.issued

    @property
    def chronology(self) -> tuple[bool, int, str, str]:
        """Sorts drafts as they followed one another: by order where given, by date, by file."""
        return (self.order is None, self.order or 0, self.known_date or "9999", self.file)


ENTRY_FIELDS: tuple[str, ...] = tuple(each.name for each in fields(DraftEntry))


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """A file of an archive that is no readable draft, and why."""

    file: str
    message: str

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class IndexRun:
    """What one run over an archive did: files read, unchanged and removed, and those that failed."""

    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    failures: tuple[ReadFailure, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Conflict:
    """Files that claim one symbol and language but hold different bytes.

    `differences` say in words how each further file differs from the first, where that was asked.
    """

    symbol: str
    language: str
    files: tuple[str, ...]
    differences: tuple[str, ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class DescribedArchive:
    """What is known of the drafts of an archive, claims that contradict one another, files not readable."""

    title: str
    entries: tuple[DraftEntry, ...]
    conflicts: tuple[Conflict, ...] = ()
    failures: tuple[ReadFailure, ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class ClearedCache:
    """What was taken away from a cache: drafts, and bytes in all; `left` counts files that are not ours."""

    folder: str
    drafts: int
    size: int
    left: int

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class MatrixDraft:
    """A draft of a matrix: what is known of it, and how much it holds."""

    entry: DraftEntry
    language: str
    articles: int
    words: int

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Cell:
    """How much of the row's draft is carried in the column's.

    `bound` is never less than the share; `carried`, `same_force` and `verbatim` are None where only
    the bound was computed.
    """

    bound: float
    carried: float | None = None
    same_force: float | None = None
    verbatim: float | None = None

    __repr__ = one_line

    @property
    def measured(self) -> bool:
        """Whether the share itself was computed."""
        return self.carried is not None

    @property
    def value(self) -> float:
        """The share, or the bound of it."""
        return self.bound if self.carried is None else self.carried


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A draft near another: its place in the matrix and the symmetric consonance of the two.

    `certain` says that no pair left unmeasured can be nearer.
    """

    draft: int
    symmetric: float
    certain: bool

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Matrix(Result):
    """All pairs of an archive's drafts, both ways.

    `cells` holds (row, column) for drafts of one language. `order` puts similar drafts side by side.
    `neighbours` are the nearest of every draft, the nearest first. `measured` counts the pairs scored
    in full of `pairs`; `limited` says that the limit on them was reached. `title` is what the archive is
    called. `floor` above 0 says that `cells` lists those pairs only of which a share may reach it;
    `looked_at` counts the pairs that got a bound to find them. `sought` is the symmetric share from which
    on the nearest of a draft are found for certain. `cells` come by row and column.
    """

    drafts: tuple[MatrixDraft, ...]
    cells: Mapping[tuple[int, int], Cell]
    order: tuple[int, ...]
    neighbours: tuple[tuple[Neighbour, ...], ...]
    threshold: float
    pairs: int
    measured: int
    limited: bool
    failures: tuple[ReadFailure, ...] = ()
    title: str = ""
    settings: SettingValues = ()
    floor: float = 0.0
    looked_at: int = 0
    sought: float = 0.0

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause or unit that a search found: where it stands, its words, and how well it fits.

    `marks` are code points of `text` where the words that were asked for begin and end; `score` is
    larger for better hits.
    """

    entry: DraftEntry
    id: str
    place: str
    text: str
    marks: tuple[tuple[int, int], ...]
    score: float

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class SearchResult(Result):
    """What was searched for, and the hits, the best first.

    `matched` is how: as a phrase, by all of its words, or by likeness. `total` counts all hits.
    """

    query: str
    matched: Literal["phrase", "words", "likeness"]
    hits: tuple[Hit, ...]
    total: int

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class PrecedentPassage:
    """The clause of an earlier instrument that holds most of a clause, and the share of its words."""

    entry: DraftEntry
    id: str
    place: str
    text: str
    share: float

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Precedent:
    """Where a clause of a draft stands before: in the earliest and in the closest instrument.

    Both are None where no earlier instrument holds enough of it.
    """

    id: str
    place: str
    text: str
    words: int
    earliest: PrecedentPassage | None
    closest: PrecedentPassage | None

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Precedents(Result):
    """The precedents of every clause of a draft.

    `threshold` is the share of a clause's words that makes a precedent, `instruments` how many
    earlier drafts were searched; `undated` those of which nothing says when they were made: they are
    left out where the draft has a date.
    """

    label: str
    date: str
    clauses: tuple[Precedent, ...]
    threshold: float
    instruments: int
    undated: tuple[str, ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class RuleFault:
    """One thing that breaks a rule: in which file, at which provision or page, and what."""

    file: str
    message: str
    provision: str = ""
    page: int | None = None

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class RuleResult:
    """A rule of an archive and what breaks it."""

    name: str
    rule: str
    faults: tuple[RuleFault, ...]
    examined: int

    __repr__ = one_line

    @property
    def passed(self) -> bool:
        """Whether nothing breaks it."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class ArchiveCheck(Result):
    """The rules of an archive, in the order in which its file gives them."""

    title: str
    rules: tuple[RuleResult, ...] = field(default=())

    __repr__ = one_line

    @property
    def passed(self) -> bool:
        """Whether every rule is kept."""
        return all(rule.passed for rule in self.rules)
