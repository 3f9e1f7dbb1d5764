"""Drafts that are named together are read at once, and the outcome is as if one came after another."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from treatydiff.archive.cache import FolderCache
from treatydiff.errors import ReadError
from treatydiff.isolation import several
from treatydiff.isolation.guarded import begin_draft
from treatydiff.isolation.kept import DraftBytes
from treatydiff.isolation.several import read_all
from treatydiff.model import Draft
from treatydiff.pipeline import read_draft, read_drafts
from treatydiff.settings import Settings
from treatydiff.structure.parse import parse

TEXT = "Article 1\n\nScope\n\nThe Parties shall keep the {} clean.\n"


class Told:
    """A reading that says when it begins, is waited for and ends."""

    def __init__(self, name: str, log: list[str], outcome: Draft | Exception, *, under_way: bool) -> None:
        self.name, self.log, self.outcome, self.is_under_way = name, log, outcome, under_way
        log.append(f"begin {name}")

    def result(self, progress: object = None) -> Draft:
        self.log.append(f"result {self.name}")
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def end(self) -> None:
        self.log.append(f"end {self.name}")


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    (tmp_path / "a.txt").write_text(TEXT.format("river"))
    return read_draft(tmp_path / "a.txt", Settings())


def told(log: list[str], outcomes: dict[str, Draft | Exception]) -> list[Callable[[], Told]]:
    """Names in capitals are read by a worker, the others here."""
    return [
        lambda name=name, outcome=outcome: Told(name, log, outcome, under_way=name.isupper())  # type: ignore[misc]
        for name, outcome in outcomes.items()
    ]


def test_short_texts_are_read_while_workers_work(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several, "_workers_at_once", lambda: 2)
    log: list[str] = []
    assert read_all(told(log, dict.fromkeys("AbCD", draft)), [None] * 4) == (draft,) * 4
    assert [line for line in log if not line.startswith("end")] == [
        "begin A", "begin b", "result b", "begin C", "result A", "begin D", "result C", "result D",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("faulty", "speaks"), [("Ab", "A"), ("b", "b"), ("BA", "A"), ("bc", "b"), ("cB", "B"), ("abc", "a")]
)
def test_the_first_fault_speaks(
    draft: Draft, faulty: str, speaks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(several, "_workers_at_once", lambda: 2)
    log: list[str] = []
    outcomes: dict[str, Draft | Exception] = {}
    for letter in "abc":
        name = letter.upper() if letter.upper() in faulty else letter
        outcomes[name] = ReadError(name) if name in faulty else draft
    with pytest.raises(ReadError) as caught:
        read_all(told(log, outcomes), [None] * 3)
    assert caught.value.what == speaks
    begun = {line.split()[1] for line in log if line.startswith("begin")}
    over = {line.split()[1] for line in log if line.startswith(("end", "result"))}
    assert begun == over


def test_a_fault_of_the_first_does_not_wait_for_the_others(draft: Draft) -> None:
    log: list[str] = []
    with pytest.raises(ReadError):
        read_all(told(log, {"a": ReadError("a"), "B": draft}), [None] * 2)
    assert "begin B" not in log


def test_both_drafts_of_a_comparison_are_under_way_at_once(
    fixtures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker has begun on the second before the first is waited for."""
    monkeypatch.setattr(several, "_workers_at_once", lambda: 2)
    log: list[str] = []

    def noted(begin: Callable[[], several.Reading]) -> several.Reading:
        reading = begin()
        log.append(f"begin {reading.is_under_way}")
        return reading

    begins = [
        lambda name=name: noted(lambda: begin_draft(fixtures / "chain" / name, Settings()))  # type: ignore[misc]
        for name in ("2-chairs-text.pdf", "4-final-text.pdf")
    ]
    a, b = read_all(begins, [lambda *_: log.append("page"), None])
    assert log[:2] == ["begin True", "begin True"]
    assert (a.source.label, b.source.label) == ("2-chairs-text.pdf", "4-final-text.pdf")


def test_a_file_named_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT.format(name))
    read: list[str] = []

    def noted(text: object, settings: Settings) -> Draft:
        read.append(text.source.label)  # type: ignore[attr-defined]
        return parse(text, settings)  # type: ignore[arg-type]

    monkeypatch.setattr("treatydiff.structure.parse.parse", noted)
    a, b, again = read_drafts([tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "a.txt"], Settings())
    assert read == ["a.txt", "b.txt"]
    assert a is again
    assert b.source.label == "b.txt"


def test_bytes_and_files_are_read_together(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("river"))
    sources = [DraftBytes(TEXT.format("lake").encode(), "stdin", "txt"), tmp_path / "a.txt"]
    assert [draft.source.label for draft in read_drafts(sources, Settings())] == ["stdin", "a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_two_pipes_are_two_drafts_whatever_the_cache_keeps(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path / "cache")
    pipes = []
    for water in ("river", "lake"):
        pipes.append(tmp_path / water)
        os.mkfifo(pipes[-1])
        threading.Thread(target=pipes[-1].write_text, args=(TEXT.format(water),), daemon=True).start()
    texts = [
        " ".join(leaf.text for unit in draft.units() for leaf in unit.clauses())
        for draft in read_drafts(pipes, Settings(), cache=cache)
    ]
    assert ["river" in texts[0], "lake" in texts[1]] == [True, True]
