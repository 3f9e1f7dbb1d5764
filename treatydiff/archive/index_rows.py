"""What the rows of an archive's index hold, and how they are read: SQLite holds any value in any column."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, fields, replace
from math import isfinite
from typing import Any

from treatydiff.archive.model import DraftEntry
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class IndexedClause:
    """A clause as it is searched: `cited` is its place in words, `words` its words with spaces between."""

    id: str
    unit: str
    cited: str
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class IndexedProvision:
    """A provision: the id of the one around it ("" for none), kind, printed number, heading, page."""

    id: str
    parent: str
    kind: str
    number: str
    heading: str
    page: int | None


@dataclass(frozen=True, slots=True)
class IndexedDraft:
    """A file of the archive as the index keeps it; `failure` is the reason where it is no readable draft.

    `sha256` is of the bytes, `reading` of the settings and the code that read them, `content` of both: equal
    for files that hold the same draft whatever they are called. `data` is the draft itself (`draft_codec`).
    """

    file: str
    sha256: str
    reading: str
    failure: str = ""
    language: str = ""
    media_type: str = ""
    pages: int | None = None
    articles: int = 0
    units: int = 0
    words: int = 0
    content: str = ""
    printed: DraftEntry = field(default_factory=lambda: DraftEntry(""))
    data: bytes = b""
    provisions: tuple[IndexedProvision, ...] = ()
    clauses: tuple[IndexedClause, ...] = ()


@dataclass(frozen=True, slots=True)
class PairFigures:
    """What is known of a pair: bounds of both shares and weights, five sums a side if scored."""

    bounds: tuple[float, ...]
    scores: tuple[float, ...] = ()


def text_of(value: object) -> str:
    """A value of a column of text.

    Raises:
        ValueError: it is none: SQLite itself holds any value in any column.
    """
    if not isinstance(value, str):
        raise ValueError("a name that is no text")
    return value


def known_draft(row: Sequence[Any]) -> IndexedDraft:
    """A draft without its texts, from its row.

    Raises:
        TypeError, ValueError: the row holds what no row can hold.
    """
    file, sha256, reading, failure, language, media_type, pages, articles, units, words, content, printed = (
        row
    )
    known = IndexedDraft(
        file, sha256, reading, failure, language, media_type, pages, articles, units, words, content,
        replace(DraftEntry(**json.loads(printed)), file=file),
    )  # fmt: skip
    for each in (file, sha256, reading, failure, language, media_type, content, *_texts_of(known.printed)):
        text_of(each)
    if not all(isinstance(each, int) for each in (articles, units, words, pages or 0,
                                                  known.printed.order or 0)):  # fmt: skip
        raise ValueError("a number that is none")
    return known


def _texts_of(entry: DraftEntry) -> Iterator[object]:
    return (getattr(entry, each.name) for each in fields(entry) if each.name != "order")


def numbers_of(text: str, *counts: int) -> tuple[float, ...]:
    """The numbers of a text, as many as one of the counts.

    Raises:
        ValueError: they are more or fewer, or no numbers.
    """
    found = tuple(float.fromhex(each) for each in text.split())
    if len(found) not in counts or not all(map(isfinite, found)):
        raise ValueError("figures of a pair that are none")
    return found


def written_numbers(numbers: Iterable[float]) -> str:
    """Numbers without loss."""
    return " ".join(number.hex() for number in numbers)
