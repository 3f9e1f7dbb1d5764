from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.archive.invented_archive import write_archive
from treatydiff.archive import index_schema
from treatydiff.archive.executors import Workers, processes
from treatydiff.archive.index import Index
from treatydiff.archive.index_schema import MIGRATIONS, SCHEMA_VERSION
from treatydiff.archive.indexing import index_archive
from treatydiff.archive.listing import open_archive
from treatydiff.archive.model import IndexRun
from treatydiff.errors import ReadError
from treatydiff.settings import Settings

forks = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
DRAFTS = 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_archive(tmp_path / "archive", DRAFTS)


def indexed(folder: Path, path: Path, workers: Workers | None = None) -> IndexRun:
    with Index(path) as index:
        return index_archive(open_archive(folder), index, Settings(), workers=workers)


def dump(path: Path) -> list[str]:
    with Index(path) as index:
        return list(index.dump())


def in_fork(work: Callable[..., Any], *arguments: Any) -> int:
    """The exit code of a call made in a fork of this process."""
    process = multiprocessing.get_context("fork").Process(target=work, args=arguments)
    process.start()
    process.join(60)
    assert process.exitcode is not None
    return process.exitcode


def index_until(folder: str, path: str, last: int) -> None:
    """Index, and end this process by SIGKILL when the database has begun so many statements."""
    connect = sqlite3.connect
    begun = 0

    def trace(_statement: str) -> None:
        nonlocal begun
        begun += 1
        if begun == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def traced(*arguments: Any, **named: Any) -> sqlite3.Connection:
        connection = connect(*arguments, **named)
        connection.set_trace_callback(trace)
        return connection

    sqlite3.connect = traced  # type: ignore[assignment]
    indexed(Path(folder), Path(path))


def statements(folder: Path, path: Path) -> int:
    """How many statements one undisturbed run begins."""
    counted: list[str] = []
    connect = sqlite3.connect
    with pytest.MonkeyPatch.context() as patch:

        def traced(*arguments: Any, **named: Any) -> sqlite3.Connection:
            connection = connect(*arguments, **named)
            connection.set_trace_callback(counted.append)
            return connection

        patch.setattr(sqlite3, "connect", traced)
        indexed(folder, path)
    return len(counted)


@forks
def test_a_run_killed_at_ten_moments_is_taken_up_where_it_ended(folder: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole.sqlite"
    total = statements(folder, whole)
    random_ = random.Random(20_15)
    for attempt in range(10):
        path = tmp_path / f"killed-{attempt}.sqlite"
        code = in_fork(index_until, str(folder), str(path), random_.randint(1, total))
        assert code == -signal.SIGKILL
        indexed(folder, path)
        assert dump(path) == dump(whole)


@forks
def test_a_killed_run_keeps_the_drafts_it_stored(folder: Path, tmp_path: Path) -> None:
    total = statements(folder, tmp_path / "whole.sqlite")
    path = tmp_path / "killed.sqlite"
    in_fork(index_until, str(folder), str(path), total * 2 // 3)
    run = indexed(folder, path)
    assert run.unchanged
    assert len(run.unchanged) + len(run.read) == DRAFTS


@forks
def test_two_runs_at_once_leave_one_whole_index(folder: Path, tmp_path: Path) -> None:
    path, alone = tmp_path / "both.sqlite", tmp_path / "alone.sqlite"
    context = multiprocessing.get_context("fork")
    runs = [context.Process(target=indexed, args=(folder, path)) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join(60)
    assert [run.exitcode for run in runs] == [0, 0]
    indexed(folder, alone)
    assert dump(path) == dump(alone)


def test_processes_write_the_same_bytes_as_one(folder: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    indexed(folder, one)
    with processes(2) as workers:
        indexed(folder, two, workers)
    assert one.read_bytes() == two.read_bytes()
    assert len(dump(one)) > DRAFTS


def test_only_what_changed_is_read_again(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    first = indexed(folder, path)
    assert (len(first.read), first.unchanged, first.removed) == (DRAFTS, (), ())
    assert indexed(folder, path).read == ()
    changed, gone, *_ = sorted(folder.iterdir())
    changed.write_text(changed.read_text() + "\nArticle 6\n\nEnd\n\n1. The end of the Convention.\n")
    gone.unlink()
    again = indexed(folder, path)
    assert (again.read, again.removed) == ((changed.name,), (gone.name,))
    fresh = tmp_path / "fresh.sqlite"
    indexed(folder, fresh)
    assert dump(path) == dump(fresh)


def test_a_broken_draft_is_recorded_and_the_rest_goes_on(folder: Path, tmp_path: Path) -> None:
    (folder / "0-broken.docx").write_bytes(b"PK\x03\x04 this is no package")
    path = tmp_path / "index.sqlite"
    run = indexed(folder, path)
    assert [failure.file for failure in run.failures] == ["0-broken.docx"]
    assert run.failures[0].message
    with Index(path) as index:
        assert len(index.drafts()) == DRAFTS
        assert len(index.drafts(failed=True)) == DRAFTS + 1
    again = indexed(folder, path)
    assert (again.read, again.failures) == ((), run.failures)


def test_a_listed_file_that_is_missing_is_a_failure(folder: Path, tmp_path: Path) -> None:
    (folder / "treatydiff.toml").write_text('[[draft]]\nfile = "absent.pdf"\n')
    run = indexed(folder, tmp_path / "index.sqlite")
    assert [failure.file for failure in run.failures] == ["absent.pdf"]


def test_version_1_is_brought_up_to_date_with_what_it_held(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old.sqlite", tmp_path / "new.sqlite"
    monkeypatch.setattr(index_schema, "MIGRATIONS", MIGRATIONS[:1])
    monkeypatch.setattr(index_schema, "SCHEMA_VERSION", 1)
    indexed(folder, old)
    connection = sqlite3.connect(old)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert "comparisons" not in [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    connection.close()
    monkeypatch.undo()
    assert indexed(folder, old).read == ()
    indexed(folder, new)
    assert dump(old) == dump(new)
    assert dump(old)[-1] == f"({SCHEMA_VERSION},)"


def test_an_index_of_a_later_version_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(ReadError, match="later than"):
        Index(path)


@pytest.mark.parametrize("content", [b"this is no database, but long enough to look at" * 40])
def test_another_file_is_no_index(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(content)
    with pytest.raises(ReadError, match="cannot be used as an index"):
        Index(path)
    assert path.read_bytes() == content
