from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from fixtures.build_hostile import pdf, stream, text_operators
from tests.cli.running import COMMAND, interruptible
from treatydiff.isolation.guarded import read_guarded
from treatydiff.settings import Settings

SUBJECTS = """
    water wells dams forests snow ice lakes fish birds roads mines wood rain soil seeds tides winds maps
    logs fees fines funds loans taxes ports ships canals levees pumps pipes farms herds mills towns parks
""".split()  # noqa: SIM905
"""Enough of them that no line comes back in one place on a tenth of the pages, as running heads do."""
MEBIBYTES = 400
READ = """
import resource, sys
from pathlib import Path
from treatydiff.isolation.guarded import read_guarded
from treatydiff.settings import Settings
told = []
text = read_guarded(Path(sys.argv[1]), Settings(), progress=lambda done, of: told.append((done, of)))
# The kernel's ru_maxrss of a process begins with what its parent had when it was started.
with open("/proc/self/status") as status:
    own = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
peak = [own // 1024, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024]
print(len(text.blocks), text.source.pages, len(told), told[-1][0] == told[-1][1], *peak)
"""


def long_pdf(pages: int, lines_a_page: int = 45) -> bytes:
    """A PDF of running text, an article to a page, with a running head and page numbers."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (4 + 2 * page) for page in range(pages)), pages),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    }
    for page in range(pages):
        lines = [f"A/CONF.1/L.{page % 10}", f"Article {page + 1}"]
        lines += [
            f"{line % 9 + 1}. Each Party shall report on its {SUBJECTS[(page + 3 * line) % len(SUBJECTS)]} "
            f"to the Council of the basin in year {page + line}, and"
            for line in range(lines_a_page)
        ]
        content = zlib.compress(text_operators((*lines, f"- {page + 1} -")))
        objects[4 + 2 * page] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * page)
        )
        objects[5 + 2 * page] = stream(content, b"/Filter /FlateDecode")
    return pdf(objects)


def _children(process: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, check=False)
    return [int(word) for word in listed.stdout.split()]


def _read(path: Path) -> list[str]:
    done = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, check=True, timeout=1200)
    return done.stdout.decode().split()


def _check(pages: int, lines_a_page: int, folder: Path) -> None:
    path = folder / "long.pdf"
    path.write_bytes(long_pdf(pages, lines_a_page))
    blocks, read, told, ended, parent, worker = _read(path)
    assert int(read) == int(told) == pages
    assert ended == "True"
    assert int(blocks) >= pages * (lines_a_page + 1)
    assert int(parent) < MEBIBYTES
    assert int(worker) < MEBIBYTES


def test_three_hundred_pages_in_bounded_memory(tmp_path: Path) -> None:
    _check(300, 20, tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(1_500)
def test_five_thousand_pages_in_bounded_memory(tmp_path: Path) -> None:
    _check(5_000, 45, tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
def test_an_interrupt_ends_the_reading_and_leaves_no_process(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(long_pdf(1_500))
    target = tmp_path / "out.json"
    words = [COMMAND, "outline", path, "-f", "json", "-o", target]
    with interruptible():
        running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    waited = time.monotonic() + 60
    while not (workers := _children(running.pid)) and time.monotonic() < waited:
        time.sleep(0.05)
    time.sleep(1.0)
    running.send_signal(signal.SIGINT)
    said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert said == (b"", b"treatydiff: interrupted\n")
    assert len(workers) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(workers[0], 0)
    assert [entry.name for entry in tmp_path.iterdir()] == ["long.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
def test_a_reader_that_loses_its_parent_leaves(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(long_pdf(1_500))
    running = subprocess.Popen([COMMAND, "outline", path], stdout=subprocess.DEVNULL)
    waited = time.monotonic() + 60
    while not (workers := _children(running.pid)) and time.monotonic() < waited:
        time.sleep(0.05)
    time.sleep(1.0)
    running.kill()
    running.wait()
    gone = False
    while not gone and time.monotonic() < waited:
        time.sleep(0.1)
        state = subprocess.run(["ps", "-o", "stat=", "-p", str(workers[0])], capture_output=True, check=False)
        gone = not state.stdout.strip() or state.stdout.strip().startswith(b"Z")
    assert gone


def test_the_result_is_the_same_in_any_process() -> None:
    data = long_pdf(3)
    here, there = (
        read_guarded(data, Settings(isolate=isolate), label="draft.pdf") for isolate in ("never", "always")
    )
    assert here == there
