"""A result is written whole, or the command says that it was not: exit code 2, never half a page."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.cli.running import COMMAND, cache_of_this_run, run
from treatydiff.cli.writing import check_targets, write_result, write_whole
from treatydiff.errors import ReportError, UsageError

posix = pytest.mark.skipif(os.name == "nt", reason="devices, pipes and links are those of POSIX")
TEXT = "Article 1\n\nScope\n\nThe Parties shall keep the {} clean.\n\nArticle 2\n\nEnd\n\nText.\n"
LONG = "Article {}\n\nScope\n\nThe Parties shall keep the river {} and its banks clean.\n\n"

COMMANDS = [
    ("compare", "a.txt", "b.txt", "-f", "html"), ("compare", "a.txt", "b.txt"), ("text", "a.txt"), ("outline", "a.txt"),
    ("outline", "a.txt", "--receipt"), ("check", "a.txt"), ("check", "a.txt", "-f", "json"), ("brackets", "a.txt"),
    ("brackets", "a.txt", "b.txt"), ("concordance", "a.txt", "b.txt"), ("consonance", "a.txt", "b.txt"),
    ("trace", "art_1", "a.txt", "b.txt"), ("blame", "b.txt", "--through", "a.txt"), ("final-clauses", "a.txt", "b.txt"),
    ("terms", "a.txt", "b.txt"), ("schema",), ("--help",), ("--version",), ("archive", "index", "."),
    ("check", "--help"),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT.format("river"))
    (tmp_path / "b.txt").write_text(TEXT.format("lake"))
    (tmp_path / "long.txt").write_text("".join(LONG.format(at, at) for at in range(1, 400)))
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TREATYDIFF_")}
    return kept | cache_of_this_run() | more


# --- devices, pipes, links ---------------------------------------------------------------------


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_full_disk_behind_stdout_is_said(folder: Path, words: tuple[str, ...]) -> None:
    unbuffered = "1" if "compare" in words or "text" in words else ""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [COMMAND, *words], stdout=full, stderr=subprocess.PIPE, cwd=folder, check=False, timeout=60,
            env=environment(PYTHONUNBUFFERED=unbuffered),
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == b"treatydiff: error: stdout: cannot be written: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_device_is_written_into_and_stays_a_device(folder: Path) -> None:
    done = run("compare", "a.txt", "b.txt", "-f", "json", "-o", "/dev/full", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"/dev/full: cannot be written: No space left" in done.stderr
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
    assert run("compare", "a.txt", "b.txt", "-f", "json", "-o", "/dev/null", cwd=folder).returncode == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@posix
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_dev_stdout_is_stdout(folder: Path, name: str) -> None:
    if not Path(name).exists():
        pytest.skip(f"no {name} on this system")
    plain = run("compare", "a.txt", "b.txt", "-f", "json", cwd=folder)
    assert run("compare", "a.txt", "b.txt", "-f", "json", "-o", name, cwd=folder).stdout == plain.stdout
    with (folder / "out.json").open("wb") as out:
        out.write(b"before\n")
        out.flush()
        words = [COMMAND, "compare", "a.txt", "b.txt", "-f", "json", "-o", name]
        subprocess.run(words, stdout=out, cwd=folder, check=True, timeout=60, env=environment())
    assert (folder / "out.json").read_bytes() == b"before\n" + plain.stdout


@posix
def test_a_named_pipe_is_written_into(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((folder / "pipe").read_bytes()))
    reader.start()
    assert run("compare", "a.txt", "b.txt", "-f", "json", "-o", "pipe", cwd=folder).returncode == 0
    reader.join(30)
    assert read == [run("compare", "a.txt", "b.txt", "-f", "json", cwd=folder).stdout]
    assert stat.S_ISFIFO((folder / "pipe").stat().st_mode)


@posix
def test_of_a_link_the_file_behind_it_is_replaced(folder: Path) -> None:
    (folder / "there").mkdir()
    (folder / "there" / "page.html").write_text("earlier")
    (folder / "link.html").symlink_to("there/page.html")
    (folder / "new.html").symlink_to("there/new.html")
    for name in ("link.html", "new.html"):
        assert run("compare", "a.txt", "b.txt", "-f", "html", "-o", name, cwd=folder).returncode == 0
        assert (folder / name).is_symlink()
    assert (folder / "there" / "page.html").read_text().startswith("<!")
    assert sorted(path.name for path in (folder / "there").iterdir()) == ["new.html", "page.html"]


@posix
def test_a_file_that_is_replaced_keeps_its_access_rights(tmp_path: Path) -> None:
    target = tmp_path / "secret.txt"
    target.write_text("earlier")
    target.chmod(0o600)
    write_result("now", target)
    assert target.read_text() == "now"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


# --- readers that are slow, streams that take little -------------------------------------------


@posix
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("blocking", [True, False])
def test_a_slow_reader_gets_all_of_it(folder: Path, unbuffered: str, blocking: bool) -> None:
    whole = run("compare", "long.txt", "a.txt", "-f", "html", cwd=folder).stdout
    assert len(whole) > 200_000
    reading, writing = os.pipe()
    os.set_blocking(writing, blocking)
    words = [COMMAND, "compare", "long.txt", "a.txt", "-f", "html"]
    running = subprocess.Popen(
        words,
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=environment(PYTHONUNBUFFERED=unbuffered),
    )
    os.close(writing)
    got = b""
    while piece := os.read(reading, 20_000):
        got += piece
        time.sleep(0.01)
    os.close(reading)
    assert (running.wait(60), running.communicate()[1]) == (0, b"")
    assert got == whole


@posix
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_reader_that_leaves_is_no_error(folder: Path, words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    running = subprocess.Popen(
        [COMMAND, *words], stdout=writing, stderr=subprocess.PIPE, cwd=folder, env=environment(),
    )  # fmt: skip
    os.close(writing)
    os.close(reading)
    assert running.communicate(timeout=60)[1] == b""
    assert running.returncode == 0


class Trickle:
    """A stream that takes three bytes at a time, and now and then none."""

    def __init__(self, room: int = 10**9) -> None:
        self.got, self.room, self.calls = b"", room, 0

    def write(self, data: memoryview) -> int | None:
        self.calls += 1
        if self.calls % 3 == 0:
            return None
        if len(self.got) >= self.room:
            raise OSError(28, "No space left on device")
        self.got += bytes(data[:3])
        return min(3, len(data))

    def flush(self) -> None: ...

    def fileno(self) -> int:
        raise OSError


def test_a_stream_that_takes_little_gets_all_of_it() -> None:
    stream = Trickle()
    write_whole(stream, bytes(range(256)))  # type: ignore[arg-type]
    assert stream.got == bytes(range(256))


def test_a_stream_that_fills_up_is_an_error() -> None:
    with pytest.raises(OSError, match="No space left"):
        write_whole(Trickle(room=100), bytes(1_000))  # type: ignore[arg-type]


# --- what must not be overwritten --------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("compare", "a.txt", "b.txt", "-o", "a.txt"),
        ("compare", "a.txt", "b.txt", "-o", "./b.txt"),
        ("compare", "a.txt#art_1", "b.txt#art_1", "-o", "a.txt"),
        ("compare", "a.txt", "b.txt", "--report", "json=b.txt"),
        ("compare", "a.txt", "a.txt", "--ancestors", "b.txt", "-o", "b.txt"),
        ("check", "a.txt", "--against", "b.txt", "-o", "b.txt"),
        ("brackets", "a.txt", "b.txt", "-o", "b.txt"),
        ("outline", "a.txt", "-o", "a.txt"),
        ("compare", "a.txt", "b.txt", "-o", "linked.txt"),
        ("compare", "linked.txt", "b.txt", "-o", "a.txt"),
        ("compare", "a.txt", "b.txt", "-o", "hard.txt"),
    ],
)
@posix
def test_an_input_is_no_output(folder: Path, words: tuple[str, ...]) -> None:
    (folder / "linked.txt").symlink_to("a.txt")
    (folder / "hard.txt").hardlink_to(folder / "a.txt")
    done = run(*words, cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"is one of the files that are read; hint: name another file" in done.stderr
    assert (folder / "a.txt").read_text() == TEXT.format("river")
    assert (folder / "b.txt").read_text() == TEXT.format("lake")


def test_two_results_do_not_go_to_one_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="two results would go to"):
        check_targets([tmp_path / "out", tmp_path / "." / "out"], [])
    check_targets([tmp_path / "out", tmp_path / "other", None], ["-", "missing.txt", "#", ""])


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_target_that_no_system_takes_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReportError, match="cannot be written"):
        write_result("text", tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@posix
def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    with pytest.raises(ReportError, match="cannot be written"):
        write_result("text", tmp_path / "one")


# --- streams that are closed -------------------------------------------------------------------


@posix
@pytest.mark.parametrize(
    ("closing", "words", "code", "said"),
    [
        (">&-", "text a.txt", 2, b"treatydiff: error: stdout: cannot be written: it is closed\n"),
        (">&-", "--version", 2, b"treatydiff: error: stdout: cannot be written: it is closed\n"),
        (">&-", "compare a.txt b.txt -o out.txt", 0, b""),
        ("<&-", "compare a.txt b.txt -o out.txt", 0, b""),
        ("<&-", "compare - b.txt -o out.txt", 2, b"treatydiff: error: -: stdin is closed"),
        ("2>&-", "compare a.txt b.txt -o out.txt", 0, b""),
        ("2>&-", "compare a.txt missing.txt", 2, b""),
        ("<&- >&- 2>&-", "compare a.txt b.txt -o out.txt", 0, b""),
    ],
)
def test_closed_streams(folder: Path, closing: str, words: str, code: int, said: bytes) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{COMMAND} {words} {closing}"], capture_output=True, cwd=folder, check=False, timeout=60,
        env=environment(),
    )  # fmt: skip
    assert done.returncode == code
    assert done.stderr.startswith(said)
    assert b"Traceback" not in done.stderr
    if "out.txt" in words and code == 0:
        assert (folder / "out.txt").read_text().startswith("A ")


def test_the_module_is_run_as_the_command_is(folder: Path) -> None:
    words = [sys.executable, "-m", "treatydiff", "text", "a.txt"]
    done = subprocess.run(words, capture_output=True, cwd=folder, check=True, timeout=60, env=environment())
    assert done.stdout == run("text", "a.txt", cwd=folder).stdout


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        (("outline", "a.txt", "--legend", "beside.toml", "-f", "json"), 'green = "agreed"\n'),
        (("watch", "beside.toml", "a.txt", "b.txt"), '[[keep]]\nwords = "lamps"\n'),
        (("brief", "b.txt", "--since", "a.txt", "--red-lines", "beside.toml"), '[[keep]]\nwords = "lamps"\n'),
        (("corrigendum", "a.txt", "beside.toml"), "For \u201clamps\u201d read \u201clights\u201d\n"),
    ],
)
def test_what_is_read_beside_drafts_is_not_written_either(
    words: tuple[str, ...], beside: str, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Article 1\n\nAim\n\nThe aim is lamps.\n")
    (tmp_path / "beside.toml").write_text(beside, encoding="utf-8")
    done = run(*words, "-o", "beside.toml", cwd=tmp_path)
    assert done.returncode == 2
    assert b"is one of the files that are read" in done.stderr
    assert (tmp_path / "beside.toml").read_text("utf-8") == beside


def test_stdin_is_not_read_beyond_the_cap(tmp_path: Path) -> None:
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(3 << 30)
    with (tmp_path / "sparse").open("rb") as file:
        done = subprocess.run(
            ["sh", "-c", f"ulimit -v 3000000; exec {COMMAND} outline - --stdin-format txt"],
            stdin=file, capture_output=True, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"stdin: the file is bigger than 512 MiB" in done.stderr
