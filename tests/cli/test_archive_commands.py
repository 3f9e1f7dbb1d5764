from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import jsonschema
import pytest

from tests.archive.invented_archive import write_archive
from tests.cli.running import COMMAND, interruptible, run
from treatydiff.archive.index import Index
from treatydiff.report.kit.schema import schema_text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_archive(tmp_path_factory.mktemp("commands") / "harbours", 4)


def test_an_archive_is_indexed_once(folder: Path) -> None:
    first = run("archive", "index", folder)
    assert (first.returncode, first.stdout) == (0, b"4 read, 0 unchanged, 0 removed, 0 not readable\n")
    again = run("archive", "index", folder, "--jobs", "2")
    assert again.stdout == b"0 read, 4 unchanged, 0 removed, 0 not readable\n"


def test_a_broken_draft_is_said_on_stderr_and_does_not_fail_the_run(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", 2)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no package")
    done = run("archive", "index", folder)
    assert done.returncode == 0
    assert done.stderr.startswith(b"treatydiff: not read: broken.docx: ")
    assert len(done.stderr.splitlines()) == 1
    assert run("archive", "check", folder, "-q").returncode == 1


def test_a_proposed_listing_is_one_that_can_be_kept(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "index.sqlite"
    proposed = run("archive", "describe", folder, "--index", index).stdout
    assert b'file = "2001-03-01_draft-00.txt"' in proposed
    assert b'date = "2001-03-01"' in proposed
    copy = write_archive(tmp_path / "harbours", 4)
    (copy / "treatydiff.toml").write_bytes(proposed)
    assert run("archive", "describe", copy, "--index", index).stdout == proposed


def test_the_matrix_in_every_format(folder: Path) -> None:
    as_csv = run("archive", "matrix", folder, "-f", "csv").stdout.decode()
    assert len(list(csv.DictReader(io.StringIO(as_csv)))) == 12
    data = json.loads(run("archive", "matrix", folder, "-f", "json").stdout)
    assert (data["schema"], data["summary"]["drafts"], len(data["pairs"])) == ("treatydiff/matrix/1", 4, 6)
    svg = ElementTree.fromstring(run("archive", "matrix", folder, "-f", "svg").stdout)
    assert len([each for each in svg if each.tag.endswith("rect") and each.get("class") in ("s", "b")]) == 12
    page = run("archive", "matrix", folder, "-f", "html").stdout.decode()
    assert "<svg" in page
    assert "<script" not in page
    shown = run("archive", "matrix", folder).stdout.decode()
    assert "2003-03-01_draft-02.txt" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_same_bytes_on_every_run_and_with_every_number_of_jobs(folder: Path, tmp_path: Path) -> None:
    one = run("archive", "matrix", folder, "-f", "html", "--index", tmp_path / "one").stdout
    two = run("archive", "matrix", folder, "-f", "html", "--index", tmp_path / "two", "--jobs", "2").stdout
    assert one == two
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be killed so there")
def test_a_command_killed_at_any_moment_is_taken_up_by_the_next(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", 8)
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    run("archive", "index", folder, "--index", whole)
    random_ = random.Random(8)
    command = [str(COMMAND), "archive", "index", str(folder), "--index", str(killed), "-q"]
    for _ in range(4):
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(random_.uniform(0.3, 1.0))
        running.kill()
        running.wait()
    assert run("archive", "index", folder, "--index", killed).returncode == 0
    with Index(whole) as one, Index(killed) as other:
        assert list(one.dump()) == list(other.dump())


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts are other ones there")
def test_an_interrupt_ends_all_processes_at_once(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", 12, articles=80)
    command = [str(COMMAND), "archive", "matrix", str(folder), "--jobs", "2", "--threshold", "0"]
    with interruptible():
        running = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
        )
    time.sleep(2.0)
    os.killpg(running.pid, signal.SIGINT)
    # Whoever is left of the run holds its stderr open, and this would wait for them.
    _, said = running.communicate(timeout=20)
    assert (running.returncode, said) == (130, b"treatydiff: interrupted\n")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("matrix", ("archive", "matrix", "DIR")),
        ("search", ("archive", "search", "DIR", "State Party")),
        ("search", ("archive", "search", "DIR", "--like", "DIR/2004-03-01_draft-03.txt#art_1")),
        ("precedents", ("precedents", "DIR/2004-03-01_draft-03.txt", "--in", "DIR")),
        ("archive-check", ("archive", "check", "DIR")),
    ],
)
def test_json_follows_its_schema(folder: Path, name: str, words: tuple[str, ...]) -> None:
    done = run(*(word.replace("DIR", str(folder)) for word in words), "-f", "json")
    assert done.returncode == 0
    schema = json.loads(schema_text(name))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(done.stdout), schema)


def test_search_and_precedents_cite(folder: Path) -> None:
    found = json.loads(run("archive", "search", folder, "Each State Party", "-f", "json").stdout)
    assert found["total"] > 0
    assert ", Art. " in found["hits"][0]["citation"]
    last = folder / "2004-03-01_draft-03.txt"
    assert run("archive", "search", folder, "--like", f"{last}#art_2").returncode == 0
    before = json.loads(run("precedents", last, "--in", folder, "-f", "json").stdout)
    assert before["instruments"] == 3
    assert any(clause["earliest"] for clause in before["clauses"])


@pytest.mark.parametrize(
    "words",
    [
        ("archive", "index", "absent"),
        ("archive", "matrix", ".", "-f", "png"),
        ("archive", "search", "."),
        ("archive", "search", ".", "word", "--like", "a#art_1"),
        ("archive", "index", ".", "--jobs", "0"),
    ],
)
def test_wrong_use_is_one_line_and_exit_2(words: tuple[str, ...], tmp_path: Path) -> None:
    write_archive(tmp_path, 1)
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(b"treatydiff: error: ")
    assert len(done.stderr.splitlines()) == 1


def test_checks_fail_with_exit_1_and_name_the_rule(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", 2)
    (folder / "treatydiff.toml").write_text(
        'ngram = 4\n[[check]]\nname = "nothing new"\nrule = "consonance"\nat_least = 1.0\n'
        'a = "2001-03-01_draft-00.txt"\nb = "2002-03-01_draft-01.txt"\n'
    )
    done = run("archive", "check", folder, "-f", "junit")
    assert done.returncode == 1
    assert ElementTree.fromstring(done.stdout)[0].get("failures") == "1"
    assert done.stderr == b"treatydiff: archive: 0 of 1 rule kept\n"
    assert run("archive", "check", folder, "-f", "github", "-q").stdout.startswith(b"::error file=")
    # The settings of the archive's own treatydiff.toml are read past its [[check]] tables.
    assert run("archive", "index", ".", cwd=folder).returncode == 0


def test_an_index_of_another_version_is_made_anew_and_says_so(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    run("archive", "index", folder, "--index", path)
    with Index(path) as index:
        whole = list(index.dump())
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE drafts SET reading = 'e5b7.a0c3', words = 1")
    again = run("archive", "index", folder, "--index", path)
    line = b"treatydiff: the index was made by another version: every draft is read again\n"
    assert again.stderr.count(line) == 1
    with Index(path) as index:
        assert list(index.dump()) == whole
    assert line not in run("archive", "index", folder, "--index", path).stderr


def test_other_settings_are_no_other_version(folder: Path, tmp_path: Path) -> None:
    for drafting_marks in ("keep", "apply"):
        said = run("archive", "index", folder, "--index", tmp_path / "index.sqlite",
                   env={"TREATYDIFF_DRAFTING_MARKS": drafting_marks}).stderr  # fmt: skip
        assert b"another version" not in said
