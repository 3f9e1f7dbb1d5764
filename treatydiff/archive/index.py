"""The index of an archive: one SQLite file that can always be made anew from the drafts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from treatydiff.archive.index_schema import migrate
from treatydiff.archive.model import DraftEntry
from treatydiff.errors import ReadError
from treatydiff.model import Draft
from treatydiff.model.draft_codec import decode_draft

INDEX_FOLDER = ".treatydiff"
INDEX_FILE = "archive.sqlite"
BUSY_SECONDS = 120.0
"""So long a run waits for another one's transaction; each is one draft or one block of pairs."""


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
    """What is known of a pair: bounds of both shares, and the sums where it was scored in full."""

    bounds: tuple[float, ...]
    scores: tuple[float, ...] = ()


class Index:
    """An open index. Every change is one transaction that begins by taking the write lock.

    Args:
        path: the file; made, with its folder, where it is not there.

    Raises:
        ReadError: it cannot be opened, is no index, or is of a later version.
    """

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            self._connection.execute("PRAGMA foreign_keys = ON")
            migrate(self._connection, path.name)
        except OSError as fault:
            raise ReadError(f"cannot be made: {fault.strerror}", where=str(path.parent),
                            hint="name another place with --index") from None  # fmt: skip
        except sqlite3.Error as fault:
            raise ReadError(f"cannot be used as an index: {fault}", where=str(path),
                            hint="delete it, or name another place with --index") from None  # fmt: skip

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection
            self._connection.execute("COMMIT")
        except sqlite3.Error as fault:
            raise ReadError(f"the index cannot be written: {fault}", where=self._name,
                            hint="is there room, and no other run that never ends?") from None  # fmt: skip
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def known(self) -> dict[str, tuple[str, str]]:
        """The hash of the bytes and of the reading of every file, by file."""
        rows = self._connection.execute("SELECT file, sha256, reading FROM drafts ORDER BY file")
        return {file: (sha256, reading) for file, sha256, reading in rows}

    def keep(self, draft: IndexedDraft) -> None:
        """Put a draft in the place of what the file held before; nothing if another run just did."""
        with self._writing() as connection:
            row = connection.execute("SELECT sha256, reading FROM drafts WHERE file = ?", (draft.file,))
            if row.fetchone() == (draft.sha256, draft.reading):
                return
            connection.execute("DELETE FROM drafts WHERE file = ?", (draft.file,))
            connection.execute(
                "INSERT INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (draft.file, draft.sha256, draft.reading, draft.failure, draft.language, draft.media_type,
                 draft.pages, draft.articles, draft.units, len(draft.clauses), draft.words, draft.content,
                 json.dumps(asdict(draft.printed), ensure_ascii=False), draft.data),
            )  # fmt: skip
            connection.executemany(
                "INSERT INTO provisions VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                ((draft.file, place, each.id, each.parent, each.kind, each.number, each.heading, each.page)
                 for place, each in enumerate(draft.provisions)),
            )  # fmt: skip
            connection.executemany(
                "INSERT INTO clauses (file, place, id, unit, cited, text, words)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                ((draft.file, place, each.id, each.unit, each.cited, each.text, each.words)
                 for place, each in enumerate(draft.clauses)),
            )  # fmt: skip

    def forget(self, files: Iterable[str]) -> None:
        """Take files out that the archive has no longer."""
        with self._writing() as connection:
            connection.executemany("DELETE FROM drafts WHERE file = ?", ((file,) for file in files))

    def drafts(self, *, failed: bool = False) -> tuple[IndexedDraft, ...]:
        """The drafts without their texts, by file; those that failed only where asked for."""
        rows = self._connection.execute(
            "SELECT file, sha256, reading, failure, language, media_type, pages, articles, units, words,"
            " content, printed FROM drafts WHERE failure = '' OR ? ORDER BY file", (failed,),
        )  # fmt: skip
        return tuple(_known_draft(row) for row in rows)

    def data(self, file: str) -> bytes:
        """The bytes of a draft (`draft_codec`)."""
        row = self._connection.execute("SELECT data FROM drafts WHERE file = ?", (file,)).fetchone()
        return bytes(row[0]) if row else b""

    def draft(self, file: str) -> Draft:
        """A draft as it was read.

        Raises:
            ReadError: the index does not hold it.
        """
        try:
            return decode_draft(self.data(file))
        except ValueError:
            raise ReadError("the index holds no draft of it", where=file,
                            hint="treatydiff archive index reads it anew") from None  # fmt: skip

    def figures(self, method: str) -> dict[tuple[str, str], PairFigures]:
        """What is known of pairs under a method, by the contents of the two drafts."""
        rows = self._connection.execute(
            "SELECT a, b, bounds, scores FROM comparisons WHERE method = ?", (method,)
        )
        return {(a, b): PairFigures(_floats(bounds), _floats(scores)) for a, b, bounds, scores in rows}

    def keep_figures(self, method: str, figures: Mapping[tuple[str, str], PairFigures]) -> None:
        """Put figures in the place of what was known of these pairs."""
        with self._writing() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO comparisons VALUES (?, ?, ?, ?, ?)",
                ((a, b, method, _written(each.bounds), _written(each.scores))
                 for (a, b), each in sorted(figures.items())),
            )  # fmt: skip

    def rows(
        self, statement: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
    ) -> list[tuple[Any, ...]]:
        """The rows that a reading statement gives."""
        return self._connection.execute(statement, parameters).fetchall()

    def dump(self) -> Iterator[str]:
        """Everything the index says, a line each, the same whatever order it was written in."""
        connection = self._connection
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'clause_search', 'row')")
        try:
            for statement in (
                "SELECT * FROM drafts ORDER BY file",
                "SELECT * FROM provisions ORDER BY file, place",
                "SELECT file, place, id, unit, cited, text, words FROM clauses ORDER BY file, place",
                "SELECT * FROM comparisons ORDER BY a, b, method",
                "SELECT term, doc, cnt FROM temp.terms ORDER BY term",
                "PRAGMA user_version",
            ):
                for row in connection.execute(statement):
                    yield repr(row)
        finally:
            connection.execute("DROP TABLE temp.terms")


def _known_draft(row: Sequence[Any]) -> IndexedDraft:
    file, sha256, reading, failure, language, media_type, pages, articles, units, words, content, printed = (
        row
    )
    return IndexedDraft(
        file, sha256, reading, failure, language, media_type, pages, articles, units, words, content,
        replace(DraftEntry(**json.loads(printed)), file=file),
    )  # fmt: skip


def index_path(folder: Path, named: Path | None = None) -> Path:
    """Where the index of an archive is: the place named, else `.treatydiff/archive.sqlite` inside it."""
    return named if named is not None else folder / INDEX_FOLDER / INDEX_FILE


def _floats(text: str) -> tuple[float, ...]:
    return tuple(float.fromhex(each) for each in text.split())


def _written(numbers: Iterable[float]) -> str:
    """Numbers without loss."""
    return " ".join(number.hex() for number in numbers)
