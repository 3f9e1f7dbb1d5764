"""Damaged inputs are decided by seed and number; what is neither read nor refused is counted as a crash."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from tools.fuzz import TARGETS, Target, made, main, outcome, tried
from treatydiff.archive.cache import FolderCache
from treatydiff.errors import ReadError
from treatydiff.model import draft_codec
from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_crashes_and_every_input_can_be_made_again(name: str) -> None:
    assert [made(name, 1, number) for number in range(3)] == [made(name, 1, number) for number in range(3)]
    assert made(name, 1, 0) != made(name, 2, 0)
    tally = tried(name, 1, range(6))
    assert (tally.inputs, tally.crashes) == (6, [])


def refusing(_: bytes) -> None:
    raise ReadError("is no draft")


def speaking_twice(_: bytes) -> None:
    class OtherError(ReadError):
        def __str__(self) -> str:
            return "two\nlines"

    raise OtherError("two lines")


def crashing(data: bytes) -> None:
    raise KeyError(len(data))


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (len, "read"),
        (refusing, "refused"),
        (speaking_twice, "a refusal of several lines"),
        (crashing, "KeyError: '3'"),
    ],
)
def test_outcomes_are_told_apart(run: object, said: str) -> None:
    assert outcome(run, b"abc") == said  # type: ignore[arg-type]


def test_an_input_that_crashes_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(TARGETS, "config", Target(lambda: (b"a = 1\n",), crashing))
    assert len(tried("config", 7, range(2), tmp_path).crashes) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["config-7-0", "config-7-1"]


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "config", "--inputs", "3"]) == 0
    assert capsys.readouterr().out.splitlines()[2].startswith("| config | 3 | ")


@pytest.mark.parametrize(
    "data",
    [
        draft_codec._WHOLE + zlib.compress(b"\x91" * 200_000),
        draft_codec._WHOLE + zlib.compress(b"\x81\xa1a" * 50_000),
        draft_codec._HALVES + zlib.compress(b"[" * 200_000),
        draft_codec._HALVES + zlib.compress(b'{"a":' * 50_000),
        draft_codec._WHOLE,
        b"\x00" * 100,
    ],
    ids=["lists", "maps", "lists of json", "maps of json", "nothing", "zeros"],
)
def test_an_entry_of_the_cache_that_is_deep_or_none_is_read_anew(tmp_path: Path, data: bytes) -> None:
    kept = FolderCache(tmp_path)
    kept.put("key", read_draft_bytes(b"Article 1\n\nAct.\n", "a.txt", Settings()))
    assert kept.get("key") is not None
    for path in tmp_path.iterdir():
        path.write_bytes(data)
    assert kept.get("key") is None
