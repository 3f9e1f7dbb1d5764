"""What a person meets first: help in every manner of asking, hints, a pager, the page in the browser."""

from __future__ import annotations

import os
import pty
import re
import select
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.cli.running import COMMAND, cache_of_this_run, run
from tests.cli.warm import LOADED
from treatydiff.cli.main import run as command_line
from treatydiff.cli.showing import pager_command

TEXT = "".join(
    f"Article {n}\n\nKeepers of light {n}\n\nEach keeper shall clean {n} lamps.\n\n" for n in range(1, 40)
)


@pytest.mark.parametrize("words", [(), ("-h",), ("--help",), ("help",)])
def test_bare_and_asked_the_command_shows_its_help(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Usage: treatydiff [OPTIONS] COMMAND")
    assert b"To begin: treatydiff compare A.docx B.pdf" in done.stdout


@pytest.mark.parametrize(
    ("words", "usage"),
    [
        (("help", "compare"), b"Usage: treatydiff compare "),
        (("compare", "-h"), b"Usage: treatydiff compare "),
        (("archive",), b"Usage: treatydiff archive [OPTIONS] COMMAND"),
        (("help", "archive", "matrix"), b"Usage: treatydiff archive matrix "),
    ],
)
def test_every_command_has_its_own_help(words: tuple[str, ...], usage: bytes) -> None:
    done = run(*words)
    assert done.returncode == 0
    assert done.stdout.startswith(usage)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("outline", "https://example.org/draft.pdf"), "nothing is fetched from the web; hint: download"),
        (("compare", "a.txt", "b.txt", "--fail-under", "carried=60"), "hint: --fail-under carried=0.60"),
        (("compare", "a.txt", "b.txt", "--fail-under", "carried=-1"), "between 0 and 1, not -1"),
        (("outline", "a.txt", "--open"), "there is no format 'html' for a draft"),
        (("outline", "a.txt", "--colour", "loud"), "hint: one of auto, always, never"),
        (("outline", "a.txt", "--stdin-format", "odt"), "hint: one of pdf, docx, md, html, txt"),
        (("outline", "a.txt", "--legend", "none.toml"), 'hint: lines such as green = "agreed"'),
        (("compare", "a.txt", "b.txt", "--scrub"), "hint: -f docx -o redline.docx"),
        (("compare", "a.txt", "b.txt", "--layout", "own", "-f", "html"), "--layout is for a docx"),
        (("changes", "a.txt", "b.txt", "--carry", "words.csv"), "is no table: its first line has one column"),
        (("archive", "check", "nothing"), "nothing: holds no drafts; hint: an archive is a folder of PDF"),
        (("archive", "matrix", "nothing"), "holds no drafts"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(words: tuple[str, ...], hint: str, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "words.csv").write_text("only words\n")
    (tmp_path / "nothing").mkdir()
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert hint in done.stderr.decode()


def test_the_shell_completes_the_names_of_commands() -> None:
    asked = {"_TREATYDIFF_COMPLETE": "complete_bash", "COMP_WORDS": "treatydiff final", "COMP_CWORD": "1"}
    assert run(env=asked).stdout.split() == [b"final-clauses"]


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"PAGER": "most -s"}, ["most", "-s"]),
        ({"PAGER": ""}, []),
        ({"PAGER": "cat"}, []),
        ({"PAGER": "less", "TERM": "dumb"}, []),
        ({"PAGER": "'unclosed"}, []),
    ],
)
def test_the_pager_is_the_users(environment: dict[str, str], command: list[str]) -> None:
    assert pager_command(environment) == command


def _on_terminal(*words: str, cwd: Path, pager: str, lines: int = 24) -> tuple[int, bytes]:
    """Exit code and output of a command whose stdout is a terminal."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(cwd)
        told = {**os.environ, **cache_of_this_run(), "PAGER": pager, "TERM": "xterm", "NO_COLOR": "1",
                "COLUMNS": "80", "LINES": str(lines)}  # fmt: skip
        os.execve(COMMAND, [str(COMMAND), *words, "-q"], told)
    return _printed_by(child, terminal)


def _printed_by(child: int, terminal: int) -> tuple[int, bytes]:
    printed = b""
    while select.select([terminal], [], [], 60)[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        printed += part
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), printed


@pytest.mark.parametrize(
    ("words", "pager", "lines", "first"),
    [
        ((), "head -n 1", 24, b"draft.txt  "),
        (("--no-pager",), "echo paged; cat >", 24, b"draft.txt  "),
        ((), "sed s/^/paged:/", 24, b"paged:draft.txt"),
        ((), "sed s/^/paged:/", 2000, b"draft.txt  "),
        ((), "no-such-pager-here", 24, b"draft.txt  "),
    ],
)
def test_a_long_result_is_paged_on_a_terminal_only(
    words: tuple[str, ...], pager: str, lines: int, first: bytes, tmp_path: Path
) -> None:
    (tmp_path / "draft.txt").write_text(TEXT)
    code, printed = _on_terminal("outline", "draft.txt", *words, cwd=tmp_path, pager=pager, lines=lines)
    assert code == 0
    assert printed.startswith(first)
    assert (printed.count(b"\n") == 1) == (pager == "head -n 1")


COLOUR, ANY = rb"\x1b\[[\d;]*m|\x1b\]", rb"\x1b"
"""Colours, bold and links; and every sequence that steers a terminal."""


@pytest.mark.parametrize(
    ("told", "escapes", "there"),
    [
        ({"NO_COLOR": "1"}, COLOUR, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, COLOUR, False),
        ({"NO_COLOR": "", "TERM": "dumb"}, ANY, False),
        ({"NO_COLOR": "", "TERM": "dumb", "FORCE_COLOR": "1"}, ANY, False),
        ({"NO_COLOR": ""}, COLOUR, True),
    ],
)
def test_a_terminal_is_shown_what_it_can_show(
    told: dict[str, str], escapes: bytes, there: bool, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    for module in LOADED:
        import_module(module)
    child, terminal = pty.fork()
    if child == 0:  # what is loaded already need not be loaded by a new interpreter
        os.chdir(tmp_path)
        os.environ.update({"PAGER": "cat", "TERM": "xterm", "TREATYDIFF_NO_CACHE": "1"} | told)
        sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
        try:
            command_line(["outline", "a.txt"])
        except SystemExit as left:
            sys.stdout.flush()
            os._exit(int(str(left.code)))
    code, printed = _printed_by(child, terminal)
    assert (code, b"Keepers of light 39" in printed) == (0, True)
    assert (re.search(escapes, printed) is not None) is there


def test_a_pipe_is_not_paged(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(TEXT)
    assert run("outline", "draft.txt", cwd=tmp_path, env={"PAGER": "false"}).stdout.count(b"\n") > 30


@pytest.mark.parametrize("named", [True, False])
def test_a_page_is_written_and_opened(named: bool, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text('#!/bin/sh\necho "$1" > "$(dirname "$0")/opened"\n')
    browser.chmod(0o755)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    target = ("-o", "page.html") if named else ()
    told = {"BROWSER": f"{browser} %s", "TMPDIR": str(tmp_path)}
    done = run("compare", "a.txt", "b.txt", "--open", *target, cwd=tmp_path, env=told)
    assert (done.returncode, done.stdout) == (0, b"")
    page = Path((tmp_path / "opened").read_text().strip().removeprefix("file://"))
    assert page.read_text().startswith("<!DOCTYPE html>")
    assert (page == tmp_path / "page.html") is named
    assert page.name in done.stderr.decode()
