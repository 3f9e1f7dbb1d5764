"""What is said on stderr is one line that steers neither a terminal nor a service that reads along."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import COMMAND, cache_of_this_run, run
from treatydiff.errors import ReadError, SettingsError, shown
from treatydiff.settings import Settings, merge_settings

TEXT = "Article 1\n\nScope\n\nThe Parties shall keep the river clean.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("draft of 3 May.pdf", "draft of 3 May.pdf"),
        ("проект статьи 5 — «ред».docx", "проект статьи 5 — «ред».docx"),
        ("草案.pdf", "草案.pdf"),
        ("می\u200cخواهم.txt", "می\u200cخواهم.txt"),
        ("x\n::error::owned", r"x\n::error::owned"),
        ("x\r\t\x1b[31mred\x07", r"x\r\t\x1b[31mred\x07"),
        ("\x9b2J", r"\x9b2J"),
        ("fdp.\u202eexe", r"fdp.\u202eexe"),
        ("\u2066a\u2069\u200f\u061c", r"\u2066a\u2069\u200f\u061c"),
        ("a\u2028b\u0085c", r"a\u2028b\x85c"),
        ("\udcff\ud800", r"\xff\ud800"),
        ("\U000e0041", r"\U000e0041"),
        (r"already \n shown", r"already \n shown"),
    ],
)
def test_what_steers_is_written_out(text: str, expected: str) -> None:
    assert shown(text) == expected
    assert shown(expected) == expected


def test_an_error_is_one_line_whatever_it_names() -> None:
    fault = ReadError("no\nsuch file", where="x\n::error::", hint="a\x1b]0;b")
    assert str(fault) == r"x\n::error::: no\nsuch file; hint: a\x1b]0;b"


NAMES = ["x\n::error::owned.txt", "\x1b[2Jx.txt", "x\u202etxt.fdp", "::warning::x.txt"]


@pytest.mark.skipif(os.name == "nt", reason="such names are those of POSIX")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("content", ["", "\x89PNG\r\n\x1a\n"])
def test_a_name_of_a_file_stays_in_its_line(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="latin-1")
    for words in (
        ("compare", name, name),
        ("compare", f"missing{name}", name),
        ("outline", name, "-o", name),
    ):
        done = run(*words, cwd=tmp_path, cold=True)
        said = done.stderr.decode()
        assert done.returncode == 2
        assert said.startswith("treatydiff: error: ")
        assert said.count("\n") == 1
        assert shown(said.rstrip("\n")) == said.rstrip("\n")


@pytest.mark.skipif(os.name == "nt", reason="such names are those of POSIX")
def test_a_name_of_a_file_does_not_speak_to_github(tmp_path: Path) -> None:
    """Its workflows read commands at the start of every line, of stdout and of stderr."""
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "x\n::error::owned.txt").write_text("\x00\x01\x02" * 100)
    (archive / "good\n::error::owned.txt").write_text(TEXT + "\nArticle 2\n\nEnd\n\nSee article 9.\n")
    for words in (
        ("archive", "index", archive),
        ("archive", "check", archive, "-f", "github"),
        ("archive", "check", archive),
        ("check", archive / "good\n::error::owned.txt"),
        (
            "compare",
            archive / "good\n::error::owned.txt",
            archive / "good\n::error::owned.txt",
            "-f",
            "github",
        ),
    ):
        done = run(*words, cwd=tmp_path, cold=True)
        for line in (done.stdout + done.stderr).decode().splitlines():
            assert not line.startswith("::error::owned"), (words, line)


@pytest.mark.skipif(os.name == "nt", reason="a terminal of POSIX")
def test_progress_shows_names_as_they_are(tmp_path: Path) -> None:
    name = "[red]\x1b[31m.html"
    (tmp_path / name).write_text(f"<html><body><p>{TEXT}</p></body></html>")
    terminal, end = pty.openpty()
    done = subprocess.Popen(
        [COMMAND, "text", name, "-o", "out.txt"], stderr=end, stdout=subprocess.DEVNULL, cwd=tmp_path,
        env={**os.environ, **cache_of_this_run(), "TREATYDIFF_NO_CACHE": "1", "COLUMNS": "120", "TERM": "xterm"},
    )  # fmt: skip
    os.close(end)
    said = b""
    while piece := _read(terminal):
        said += piece
    assert done.wait(60) == 0
    assert b"reading [red]\\x1b[31m.html" in said


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""


# --- settings, surroundings --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("max_read_seconds", 10**30, "max_read_seconds must be at most 1,000,000,000"),
        ("max_memory_mib", 10**30, "max_memory_mib must be at most"),
        ("max_pages", 0, "max_pages must be at least 1, not 0"),
        ("max_file_mib", "9" * 5_000, "max_file_mib must be a number, not '999"),
        ("max_file_mib", "ten", "max_file_mib must be a number, not 'ten'"),
        ("max_file_mib", [1], "max_file_mib must be of type int, not list"),
        ("move_share", 10**400, "move_share is beyond all numbers"),
        ("move_share", "nan", "move_share must lie between 0 and 1"),
        ("brackets", "x" * 10_000, "there is no reading 'xxx"),
        ("isolate", "y\n" * 1_000, "isolate is 'y"),
    ],
)
def test_absurd_settings_are_blamed_by_name(name: str, value: object, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        merge_settings({name: value})
    assert said in str(caught.value)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 5_000, "a = {b = " * 2_000, "a" + ".a" * 5_000 + " = 1", "a = " + "9" * 10_000, "a ="],
)
def test_deep_or_endless_toml_is_no_internal_error(text: str, tmp_path: Path) -> None:
    (tmp_path / "treatydiff.toml").write_text(text)
    (tmp_path / "a.txt").write_text(TEXT)
    done = run("text", "a.txt", cwd=tmp_path, cold=True)
    assert done.returncode in (0, 2)
    assert b"internal error" not in done.stderr
    assert done.stderr.count(b"\n") == (1 if done.returncode else 0)


def test_a_huge_file_of_settings_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "pyproject.toml").open("wb") as file:
        file.truncate(3 * 1024**3)
    (tmp_path / "a.txt").write_text(TEXT)
    done = run("text", "a.txt", cwd=tmp_path, cold=True)
    assert done.stderr == b"treatydiff: error: pyproject.toml: is too long for a file of settings\n"


@pytest.mark.skipif(os.name == "nt", reason="homes are those of POSIX")
@pytest.mark.parametrize("home", [None, "", "/nowhere/at/all", "relative"])
def test_a_user_without_a_home_reads_drafts_all_the_same(tmp_path: Path, home: str | None) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    clean = {name: value for name, value in os.environ.items()
             if name not in ("HOME", "XDG_CACHE_HOME") and not name.startswith("TREATYDIFF_")}  # fmt: skip
    if home is not None:
        clean["HOME"] = home
    clean["XDG_CACHE_HOME"] = ""
    done = subprocess.run(
        [COMMAND, "text", "a.txt"], capture_output=True, cwd=tmp_path, env=clean, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_folder_that_is_gone_is_no_internal_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "gone").mkdir()
    words = f"rmdir ../gone && {COMMAND} text {tmp_path / 'a.txt'}"
    done = subprocess.run(
        ["sh", "-c", words], capture_output=True, cwd=tmp_path / "gone", check=False, timeout=60
    )
    assert done.returncode in (0, 2)
    assert b"internal error" not in done.stderr


@pytest.mark.parametrize("setting", ["reference", "themes"])
def test_a_nul_in_a_path_of_the_settings_is_said(setting: str) -> None:
    from treatydiff.reading.beside import reference_table, themes_text

    settings = Settings(**{setting: "a\0b"})  # type: ignore[arg-type]
    with pytest.raises(ReadError, match=r"a\\x00b: the .* cannot be read: the file name holds a NUL"):
        (reference_table if setting == "reference" else themes_text)(settings)
