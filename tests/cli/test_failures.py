from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from treatydiff.cli import entry
from treatydiff.cli.failures import INTERRUPTED, guarded

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + b"\x00" * 200
TEXT = b"Article 1\n\nAim\n\nEach Party shall act.\n\nArticle 2\n\nEnd\n\nThis Convention ends.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good draft and several bad ones."""
    (tmp_path / "good.txt").write_bytes(TEXT)
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "photo.pdf").write_bytes(JPEG)
    (tmp_path / "cut.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 40)
    (tmp_path / "a-folder").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("missing.pdf", "no such file"),
        ("a-folder", "folder"),
        ("empty.pdf", "empty"),
        ("photo.pdf", "JPEG"),
        ("cut.docx", "cut.docx"),
        ("good.txt#art_9", "nearest: art_"),
    ],
)
def test_a_bad_input_is_one_clear_line_and_exit_2(folder: Path, name: str, says: str) -> None:
    done = run("compare", name, "good.txt", "-o", "out.json", "-f", "json", cwd=folder)
    message = done.stderr.decode()
    assert done.returncode == 2
    assert message.startswith("treatydiff: error: ")
    assert message.count("\n") == 1
    assert says in message
    assert "Traceback" not in message
    assert str(folder) not in message
    assert not (folder / "out.json").exists()
    assert done.stdout == b""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["compare", "good.txt"], "Missing argument"),
        (["compare", "good.txt", "good.txt", "--nonsense"], "No such option"),
        (["compare", "good.txt", "good.txt", "-f", "yaml"], "there is no format 'yaml' for a comparison"),
        (["compare", "good.txt", "good.txt", "--report", "html"], "NAME=FILE"),
        (["compare", "good.txt", "good.txt", "--fail-under", "carried=2"], "between 0 and 1"),
        (["compare", "good.txt", "good.txt", "--fail-under", "beauty=0.5"], "there is no score"),
        (["compare", "-", "-"], "stdin"),
        (["compare", "good.txt", "good.txt", "-o", "a-folder"], "is a folder"),
        (["compare", "good.txt", "good.txt", "-o", "nowhere/out.txt"], "there is no folder"),
        (["compare", "good.txt", "good.txt", "--revisions", "maybe"], "revisions"),
        (["compare", "good.txt", "good.txt", "--language", "xx"], "language"),
        (["outline", "good.txt", "-f", "html"], "there is no format 'html' for a draft"),
        (["nonsense"], "No such command"),
    ],
)
def test_bad_usage_is_one_clear_line_and_exit_2(folder: Path, words: list[str], says: str) -> None:
    done = run(*words, cwd=folder)
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_earlier_output_survives_a_failure(folder: Path) -> None:
    (folder / "out.txt").write_text("earlier")
    assert run("compare", "good.txt", "photo.pdf", "-o", "out.txt", cwd=folder).returncode == 2
    assert (folder / "out.txt").read_text() == "earlier"
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []


def test_debug_adds_the_traceback(folder: Path) -> None:
    done = run("--debug", "compare", "missing.pdf", "good.txt", cwd=folder)
    assert done.returncode == 2
    assert b"Traceback" in done.stderr


def test_help_and_version_are_quick_to_reach() -> None:
    assert b"compare" in run("--help").stdout
    assert run("--version").stdout.startswith(b"treatydiff ")


def test_help_makes_no_dataclasses_of_the_model() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, treatydiff.cli.main; print('treatydiff.model' in sys.modules)"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert loaded.stdout.strip() == "False"


def _make_a_class() -> None:
    class Field:
        def __set_name__(self, owner: type, name: str) -> None:
            raise KeyboardInterrupt

    type("Node", (), {"children": Field()})


def test_an_interrupt_while_a_class_is_made_is_an_interrupt(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(_make_a_class, debug=False) == INTERRUPTED
    assert capsys.readouterr().err == "treatydiff: interrupted\n"
    monkeypatch.setattr(entry, "collect_seldom", lambda: None)
    monkeypatch.setattr(entry, "collect_no_more", lambda: None)
    monkeypatch.setattr(entry, "open_what_is_closed", _make_a_class)  # as while the command line is loaded
    with pytest.raises(SystemExit) as left:
        entry.main()
    assert left.value.code == INTERRUPTED
    assert capsys.readouterr().err == "treatydiff: interrupted\n"
