"""The tables of an archive's index, version by version; opening an older index brings it up to date."""

from __future__ import annotations

import sqlite3

from treatydiff.errors import ReadError

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE drafts (
            file TEXT PRIMARY KEY, sha256 TEXT NOT NULL, reading TEXT NOT NULL, failure TEXT NOT NULL,
            language TEXT NOT NULL, media_type TEXT NOT NULL, pages INTEGER, articles INTEGER NOT NULL,
            units INTEGER NOT NULL, clauses INTEGER NOT NULL, words INTEGER NOT NULL,
            content TEXT NOT NULL, printed TEXT NOT NULL, data BLOB NOT NULL
        ) WITHOUT ROWID""",
        """CREATE TABLE provisions (
            file TEXT NOT NULL REFERENCES drafts(file) ON DELETE CASCADE, place INTEGER NOT NULL,
            id TEXT NOT NULL, parent TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL,
            heading TEXT NOT NULL, page INTEGER, PRIMARY KEY (file, place)
        ) WITHOUT ROWID""",
        """CREATE TABLE clauses (
            n INTEGER PRIMARY KEY, file TEXT NOT NULL REFERENCES drafts(file) ON DELETE CASCADE,
            place INTEGER NOT NULL, id TEXT NOT NULL, unit TEXT NOT NULL, cited TEXT NOT NULL,
            text TEXT NOT NULL, words TEXT NOT NULL, UNIQUE (file, place)
        )""",
        """CREATE VIRTUAL TABLE clause_search USING fts5(
            words, content='clauses', content_rowid='n', tokenize='unicode61 remove_diacritics 2'
        )""",
        """CREATE TRIGGER clause_added AFTER INSERT ON clauses BEGIN
            INSERT INTO clause_search (rowid, words) VALUES (new.n, new.words);
        END""",
        """CREATE TRIGGER clause_removed AFTER DELETE ON clauses BEGIN
            INSERT INTO clause_search (clause_search, rowid, words) VALUES ('delete', old.n, old.words);
        END""",
    ),
    (
        # Figures of pairs, by the content of both drafts and the method: files may come, go and be renamed.
        """CREATE TABLE comparisons (
            a TEXT NOT NULL, b TEXT NOT NULL, method TEXT NOT NULL, bounds TEXT NOT NULL,
            scores TEXT NOT NULL, PRIMARY KEY (a, b, method)
        ) WITHOUT ROWID""",
        "CREATE INDEX drafts_by_content ON drafts (content)",
    ),
)
"""What brings an index of each version, from 0 (empty), to the next."""

SCHEMA_VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, where: str) -> None:
    """Bring an index to the current version, all steps or none.

    Args:
        connection: in autocommit mode.
        where: the index's name, for errors.

    Raises:
        ReadError: the index was written by a later version.
    """
    if _version(connection) == SCHEMA_VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another run may have been here while this one waited for the lock.
        version = _version(connection)
        if version > SCHEMA_VERSION:
            raise ReadError(
                f"the index has version {version}, later than {SCHEMA_VERSION}", where=where,
                hint="use the treatydiff that wrote it, or delete it: it is made anew from the drafts",
            )  # fmt: skip
        for step in MIGRATIONS[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def check_schema(connection: sqlite3.Connection) -> None:
    """Refuse an index that runs statements of its own when it is written: somebody has put them there.

    Args:
        connection: to an index of the current version.

    Raises:
        ValueError: it has a trigger or a view that is not ours, or lacks one.
    """
    ours = {each for step in MIGRATIONS for each in step if each.startswith("CREATE TRIGGER")}
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE type IN ('trigger', 'view')")
    if {sql for (sql,) in rows} != ours:
        raise ValueError("it does not do what an index does")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
