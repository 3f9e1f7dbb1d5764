"""Whatever damage an index has, its reader says what to do: delete it, it is made anew from the drafts."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from tests.archive.invented_archive import write_archive
from tests.cli.running import run
from treatydiff.archive.index import Index
from treatydiff.archive.indexing import index_archive
from treatydiff.archive.listing import open_archive
from treatydiff.archive.matrix import build_matrix
from treatydiff.archive.search import SearchFilter, search_words
from treatydiff.errors import ReadError
from treatydiff.settings import Settings

SETTINGS = Settings(isolate="never")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_archive(tmp_path_factory.mktemp("archive") / "drafts", 3, articles=2)


@pytest.fixture(scope="module")
def sound(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("index") / "sound.sqlite"
    with Index(path) as index:
        index_archive(open_archive(folder), index, SETTINGS)
        build_matrix(open_archive(folder), index, SETTINGS, threshold=0.0)
    return path.read_bytes()


def used(folder: Path, path: Path) -> str:
    """What the uses of an index come to: "sound", or the message of the fault."""
    listed = open_archive(folder)
    try:
        with Index(path) as index:
            index_archive(listed, index, SETTINGS)
            for each in index.drafts(failed=True):
                index.draft(each.file)
            search_words(listed, index, "harbours", SearchFilter("", "", "", "", ""), most=5)
            for method in [method for (method,) in index.rows("SELECT DISTINCT method FROM comparisons")]:
                list(index.figures(method))
            for _ in index.dump():
                pass
    except ReadError as fault:
        return str(fault)
    return "sound"


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE clauses",
        "DROP TABLE clause_search",
        "DROP TABLE comparisons",
        "ALTER TABLE drafts RENAME COLUMN content TO contents",
        "UPDATE drafts SET data = x'00ff'",
        "UPDATE drafts SET data = 'text'",
        "UPDATE drafts SET data = ''",
        "UPDATE drafts SET printed = '{'",
        "UPDATE drafts SET printed = '[1]'",
        """UPDATE drafts SET printed = '{"file": "a", "colour": "red"}'""",
        """UPDATE drafts SET printed = '{"file": "a", "date": 7}'""",
        "UPDATE drafts SET language = x'ff'",
        "UPDATE drafts SET articles = 'many'",
        "UPDATE drafts SET reading = x'ff'",
        "UPDATE clauses SET text = CAST(x'ff' AS TEXT)",
        "UPDATE clauses SET cited = x'ff00'",
        "UPDATE comparisons SET bounds = 'wide'",
        "UPDATE comparisons SET bounds = ''",
        "UPDATE comparisons SET scores = x'00'",
        "CREATE TRIGGER more AFTER INSERT ON drafts BEGIN DELETE FROM comparisons; END",
        "DROP TRIGGER clause_added",
    ],
)
def test_what_cannot_be_read_is_to_be_deleted(
    folder: Path, sound: bytes, tmp_path: Path, statement: str
) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(sound)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert "delete it: it is made anew from the drafts" in used(folder, path)


def test_chance_damage_is_said_or_does_no_harm(folder: Path, sound: bytes, tmp_path: Path) -> None:
    chance = random.Random(12)
    path = tmp_path / "index.sqlite"
    outcomes = []
    for turn in range(40):
        data = bytearray(sound)
        if turn % 4 == 0:
            del data[chance.randrange(len(data)) :]
        for _ in range(chance.choice((1, 20, 400))):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(bytes(data))
        outcome = used(folder, path)
        assert outcome == "sound" or "delete it" in outcome, outcome
        outcomes.append(outcome == "sound")
    assert 0 < sum(outcomes) < len(outcomes)


@pytest.mark.parametrize("words", [("index",), ("matrix",), ("search", "harbours"), ("describe",)])
def test_the_command_says_it_in_one_line(
    folder: Path, sound: bytes, tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(sound[:8000] + bytes(len(sound) - 8000))
    done = run("archive", words[0], folder, *words[1:], "--index", path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"delete it: it is made anew from the drafts" in done.stderr
    assert done.stderr.count(b"\n") == 1
