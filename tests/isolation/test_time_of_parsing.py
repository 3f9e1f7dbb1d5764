"""Whatever the grammar does, reading ends: in a worker by its limit of time, here by an alarm."""

from __future__ import annotations

import re
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from treatydiff.errors import ReadError
from treatydiff.isolation import guarded
from treatydiff.isolation.alarm import TimeIsUpError, bounded_seconds
from treatydiff.isolation.guarded import begin_draft, begin_text, read_guarded
from treatydiff.settings import Settings

TEXT = b"Article 1\n\nScope\n\nThe Parties shall keep the river clean.\n"
PAGE = b"<html><body><h1>Article 1</h1><p>The Parties shall keep the river clean.</p></body></html>"
ENDLESS = """
import re
def parse(text, settings):
    re.match("(a|a)*$", "a" * 60 + "!")
"""
posix = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers of work on this system")


def endless(*_: object, **__: object) -> None:
    re.match("(a|a)*$", "a" * 60 + "!")


@posix
def test_a_grammar_that_never_ends_is_stopped_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("treatydiff.structure.parse.parse", endless)
    with pytest.raises(ReadError, match=r"draft\.txt: reading takes longer than 1 second;") as caught:
        begin_draft(TEXT, Settings(max_read_seconds=1), label="draft.txt").result()
    assert "raise max_read_seconds" in caught.value.hint


@posix
def test_a_reader_that_never_ends_is_stopped_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "read_bytes", endless)
    with pytest.raises(ReadError, match="takes longer than 1 second;"):
        read_guarded(TEXT, Settings(max_read_seconds=1), label="draft.txt")


def test_a_grammar_that_never_ends_is_stopped_in_the_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker finds a grammar of this kind because Python runs a sitecustomize when it starts."""
    (tmp_path / "sitecustomize.py").write_text(
        ENDLESS + "import treatydiff.structure.parse\ntreatydiff.structure.parse.parse = parse\n"
    )
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with pytest.raises(ReadError, match=r"page\.html: reading takes longer than 1 second;"):
        begin_draft(PAGE, Settings(max_read_seconds=1), label="page.html").result()


def test_a_fault_of_the_grammar_in_the_worker_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import treatydiff.structure.parse\ntreatydiff.structure.parse.parse = lambda text, settings: 1 / 0\n"
    )
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with pytest.raises(ReadError, match=r"page\.html: the file makes the reader fail \(ZeroDivisionError\)"):
        begin_draft(PAGE, Settings(), label="page.html").result()


@pytest.mark.parametrize(
    ("data", "label", "settings", "under_way"),
    [
        (TEXT, "draft.txt", Settings(), False),
        (TEXT, "draft.md", Settings(), False),
        (PAGE, "page.html", Settings(), True),
        (TEXT * 10_000, "draft.txt", Settings(), True),
        (TEXT, "draft.txt", Settings(isolate="always"), True),
        (PAGE, "page.html", Settings(isolate="never"), False),
    ],
)
def test_short_texts_are_read_here_and_the_others_by_a_worker(
    data: bytes, label: str, settings: Settings, under_way: bool
) -> None:
    reading = begin_draft(data, settings, label=label)
    reading.end()
    assert reading.is_under_way is (under_way or not hasattr(signal, "setitimer"))


def test_where_no_alarm_is_heard_a_worker_reads_short_texts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[object] = []

    def on_another_thread() -> None:
        reading = begin_draft(TEXT, Settings(), label="draft.txt")
        found.append((reading.is_under_way, reading.result().articles))

    thread = threading.Thread(target=on_another_thread)
    thread.start()
    thread.join()
    monkeypatch.delattr(signal, "setitimer", raising=False)
    reading = begin_draft(TEXT, Settings(), label="draft.txt")
    found.append((reading.is_under_way, reading.result().articles))
    assert found == [(True, 1), (True, 1)]


@pytest.mark.parametrize("name", ["1-national-draft.docx", "2-chairs-text.pdf"])
def test_a_worker_and_this_process_make_the_same_draft(fixtures: Path, name: str) -> None:
    path = fixtures / "chain" / name
    drafts = [begin_draft(path, Settings(isolate=isolate)).result() for isolate in ("never", "always")]
    texts = [begin_text(path, Settings(isolate=isolate)).result() for isolate in ("never", "always")]
    assert drafts[0] == drafts[1]
    assert texts[0] == texts[1]


@posix
def test_the_alarm_rings_again_where_it_was_swallowed() -> None:
    heard: list[float] = []

    def work() -> None:
        until = time.process_time() + 20
        while time.process_time() < until:
            try:
                while time.process_time() < until:
                    pass
            except TimeIsUpError:
                heard.append(time.process_time())
                if len(heard) == 2:
                    raise

    with pytest.raises(TimeIsUpError), bounded_seconds(0.1):
        work()
    assert len(heard) == 2


@posix
def test_the_alarm_leaves_no_trace() -> None:
    def own(*_: object) -> None: ...

    before = signal.signal(signal.SIGVTALRM, own)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, 1_000, 7)
        with bounded_seconds(5):
            pass
        left, again = signal.getitimer(signal.ITIMER_VIRTUAL)
        assert signal.getsignal(signal.SIGVTALRM) is own
        assert 900 < left <= 1_001
        assert 6 < again < 8
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
