"""The index of an archive: one SQLite file that can always be made anew from the drafts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from treatydiff.archive.index_rows import (
    IndexedDraft,
    PairFigures,
    known_draft,
    numbers_of,
    text_of,
    written_numbers,
)
from treatydiff.archive.index_schema import check_schema, migrate
from treatydiff.archive.inside import LEADS_OUT, lies_inside
from treatydiff.archive.private import make_private
from treatydiff.errors import ReadError
from treatydiff.model import Draft
from treatydiff.model.draft_codec import decode_draft

INDEX_FOLDER = ".treatydiff"
INDEX_FILE = "archive.sqlite"
BUSY_SECONDS = 120.0
"""So long a run waits for another one's transaction; each is one draft or one block of pairs."""


_ANEW = "delete it: it is made anew from the drafts"
_PRAGMAS = ("foreign_keys = ON", "cell_size_check = ON")
_OF_THE_SYSTEM = frozenset(
    {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR,
     sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM,
     sqlite3.SQLITE_INTERRUPT}
)  # fmt: skip
"""What SQLite refuses for other reasons than what the file holds."""


def _is_damage(fault: Exception) -> bool:
    """Whether a fault lies in what the index holds."""
    code = getattr(fault, "sqlite_errorcode", None)
    return code is None or code & 0xFF not in _OF_THE_SYSTEM


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
            make_private(path.parent)
            if not path.exists():
                path.touch(0o600)
            self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            for pragma in _PRAGMAS:
                self._connection.execute(f"PRAGMA {pragma}")
            migrate(self._connection, path.name)
            with self._reading():
                check_schema(self._connection)
        except OSError as fault:
            raise ReadError(f"cannot be made: {fault.strerror}", where=str(path.parent),
                            hint="name another place with --index") from None  # fmt: skip
        except sqlite3.Error as fault:
            hint = "delete it, or name another place with --index"
            if _is_damage(fault):
                hint = f"{_ANEW}, or name another place with --index"
            raise ReadError(f"cannot be used as an index: {fault}", where=str(path), hint=hint) from None

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
            if _is_damage(fault):
                raise self._damaged(fault) from None
            raise ReadError(f"the index cannot be written: {fault}", where=self._name,
                            hint="is there room, and no other run that never ends?") from None  # fmt: skip
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Whatever cannot be read in this block is the fault of the index."""
        try:
            yield self._connection
        except sqlite3.Error as fault:
            if _is_damage(fault):
                raise self._damaged(fault) from None
            raise ReadError(f"the index cannot be read: {fault}", where=self._name) from None
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as fault:
            raise self._damaged(fault) from None

    def _damaged(self, fault: Exception) -> ReadError:
        return ReadError(f"the index is damaged ({fault})", where=self._name, hint=_ANEW)

    def known(self) -> dict[str, tuple[str, str]]:
        """The hash of the bytes and of the reading of every file, by file."""
        with self._reading() as connection:
            rows = connection.execute("SELECT file, sha256, reading FROM drafts ORDER BY file")
            return {text_of(file): (text_of(sha256), text_of(reading)) for file, sha256, reading in rows}

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
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT file, sha256, reading, failure, language, media_type, pages, articles, units, words,"
                " content, printed FROM drafts WHERE failure = '' OR ? ORDER BY file", (failed,),
            )  # fmt: skip
            return tuple(known_draft(row) for row in rows)

    def data(self, file: str, *, looked_at: bool = False) -> bytes:
        """The bytes of a draft (`draft_codec`), which are known to hold one.

        Args:
            file: of the draft.
            looked_at: they were asked for before, and did hold one.

        Raises:
            ReadError: the index does not hold it.
        """
        data = self._data(file)
        if not looked_at:
            with self._reading():
                decode_draft(data)
        return data

    def draft(self, file: str) -> Draft:
        """A draft as it was read.

        Raises:
            ReadError: the index does not hold it.
        """
        data = self._data(file)
        with self._reading():
            return decode_draft(data)

    def _data(self, file: str) -> bytes:
        with self._reading() as connection:
            row = connection.execute("SELECT data FROM drafts WHERE file = ? AND failure = ''", (file,))
            found = row.fetchone()
            if found is not None and not isinstance(found[0], bytes):
                raise ValueError("a draft that is no row of bytes")
        if found is None:
            raise ReadError("the index holds no draft of it", where=file)
        return bytes(found[0])

    def figures(self, method: str) -> Iterator[tuple[str, str, PairFigures]]:
        """What is known of pairs under a method: the contents of the two drafts, and the figures."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT a, b, bounds, scores FROM comparisons WHERE method = ?", (method,)
            )
            for a, b, bounds, scores in rows:
                yield text_of(a), text_of(b), PairFigures(numbers_of(bounds, 4), numbers_of(scores, 0, 10))

    def keep_figures(self, method: str, figures: Mapping[tuple[str, str], PairFigures]) -> None:
        """Put figures in the place of what was known of these pairs."""
        with self._writing() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO comparisons VALUES (?, ?, ?, ?, ?)",
                ((a, b, method, written_numbers(each.bounds), written_numbers(each.scores))
                 for (a, b), each in sorted(figures.items())),
            )  # fmt: skip

    def rows(
        self, statement: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
    ) -> list[tuple[Any, ...]]:
        """The rows that a reading statement gives."""
        with self._reading() as connection:
            found = connection.execute(statement, parameters).fetchall()
            if any(isinstance(value, bytes) for row in found for value in row):
                raise ValueError("a text that is none")
            return found

    def dump(self) -> Iterator[str]:
        """Everything the index says, a line each, the same whatever order it was written in."""
        with self._reading():
            yield from self._dumped(self._connection)

    @staticmethod
    def _dumped(connection: sqlite3.Connection) -> Iterator[str]:
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


def index_path(folder: Path, named: Path | None = None) -> Path:
    """Where the index of an archive is: the place named, else `.treatydiff/archive.sqlite` inside it.

    Raises:
        ReadError: nobody named a place, and a link in the archive leads out of it.
    """
    if named is not None:
        return named
    path = folder / INDEX_FOLDER / INDEX_FILE
    if not lies_inside(folder, path):
        raise ReadError(LEADS_OUT, where=str(path), hint="delete the link, or name a place with --index")
    return path
