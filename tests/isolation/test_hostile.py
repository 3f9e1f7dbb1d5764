from __future__ import annotations

import dataclasses
import gc
import subprocess
import sys
import time
import tomllib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixtures.build_hostile import PARAGRAPH, document, one_page, stream, text_operators, word
from tests.cli.running import COMMAND
from treatydiff import errors
from treatydiff.errors import ReadError, TreatydiffError
from treatydiff.isolation.guarded import read_guarded
from treatydiff.pipeline import read_draft, read_draft_bytes
from treatydiff.settings import Settings

HOSTILE = Path(__file__).resolve().parents[2] / "fixtures" / "hostile"
EXPECTED = tomllib.loads((HOSTILE / "expected.toml").read_text(encoding="utf-8"))
FILES = sorted(path.name for path in HOSTILE.iterdir() if path.suffix != ".toml")
SECONDS, MEBIBYTES = 5.0, 400
MEASURED = """
import resource, sys
from treatydiff.cli.main import app
from treatydiff.cli.failures import guarded
code = guarded(lambda: app(sys.argv[1:], standalone_mode=False), debug=False)
own, below = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
seconds = sum(use.ru_utime + use.ru_stime for use in (own, below))
# The kernel's ru_maxrss of a process begins with what its parent had when it was started.
with open("/proc/self/status") as status:
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
sys.__stdout__.write(f"\\n{seconds} {max(peak, below.ru_maxrss) / 1024}")
sys.exit(code)
"""


def test_every_file_is_spoken_of() -> None:
    assert sorted(EXPECTED) == FILES
    assert len(FILES) >= 40


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_or_read(name: str) -> None:
    expected = EXPECTED[name]
    if "error" not in expected:
        assert read_draft(HOSTILE / name, Settings()).units()
        return
    with pytest.raises(TreatydiffError) as caught:
        read_draft(HOSTILE / name, Settings())
    fault = caught.value
    assert type(fault) is getattr(errors, expected["error"])
    assert expected["what"] in fault.what
    assert expected["hint"] in fault.hint
    assert fault.where.startswith(name)
    assert "\n" not in str(fault)


@pytest.mark.parametrize(
    "name",
    [
        "billion-laughs.docx",
        "deep-brackets.txt",
        "deep-xml.docx",
        "endless-map.pdf",
        "flate-bomb.pdf",
        "long-number.txt",
        "many-drawings.pdf",
        "object-stream-loop.pdf",
        "old-word.docx",
        "truncated.pdf",
    ],
)
def test_the_command_says_it_in_one_line(name: str, tmp_path: Path) -> None:
    """Measured inside the run: seconds of work and peak memory, the reader's process included."""
    target = tmp_path / "out.json"
    words = ["outline", str(HOSTILE / name), "-f", "json", "-o", str(target)]
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *words], capture_output=True, timeout=60, check=False
    )
    seconds, mebibytes = map(float, done.stdout.split()[-2:])
    assert seconds < SECONDS
    assert mebibytes < MEBIBYTES
    if "error" not in EXPECTED[name]:
        assert (done.returncode, done.stderr, target.exists()) == (0, b"", True)
        return
    assert done.returncode == 2
    line = done.stderr.decode()
    assert line.startswith(f"treatydiff: error: {name}")
    assert line.count("\n") == 1
    assert EXPECTED[name]["what"] in line
    assert list(tmp_path.iterdir()) == []


def test_the_installed_command_refuses_as_well() -> None:
    done = subprocess.run(
        [COMMAND, "compare", HOSTILE / "flate-bomb.pdf", HOSTILE / "bidi.txt"],
        capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"max_compression_ratio" in done.stderr


# --- caps, each with files made here because they are big --------------------------------------


def _many_members() -> bytes:
    out = BytesIO(word(document(PARAGRAPH)))
    with zipfile.ZipFile(out, "a") as package:
        for number in range(20_001):
            package.writestr(zipfile.ZipInfo(f"word/{number}.bin"), b"")
    return out.getvalue()


BIG = {
    "max_file_mib": (b"Article 1\n" + b"x" * (1024 * 1024), {"max_file_mib": 1}, "bigger than 1 MiB"),
    "max_pages": (
        b"Article 1\n\fArticle 2\n\fArticle 3\n",
        {"max_pages": 2},
        "more than 2 pages",
    ),
    "max_unpacked_mib": (
        word(document(PARAGRAPH + "<w:p/>" * 400_000)),
        {"max_unpacked_mib": 1, "max_compression_ratio": 10_000},
        "unpacks to more than 1 MiB",
    ),
    "max_compression_ratio": (
        word(document(PARAGRAPH + " " * (50 * 1024 * 1024))),
        {},
        "packed more than 200 to 1",
    ),
    "max_xml_elements": (
        word(document(PARAGRAPH * 5_000)),
        {"max_xml_elements": 1_000, "max_compression_ratio": 10_000},
        "more than 1000 elements",
    ),
    "max_memory_mib": (
        word(document("<w:p><w:r><w:t>Article</w:t></w:r></w:p>" * 300_000)),
        {"max_memory_mib": 64, "max_compression_ratio": 10_000},
        "needs more than 64 MiB",
    ),
    "max_read_seconds": (
        one_page(stream(text_operators() * 60_000)),
        {"max_read_seconds": 1},
        "takes longer than 1 second",
    ),
}


@pytest.mark.parametrize("setting", BIG)
def test_every_cap_names_the_setting_that_raises_it(setting: str) -> None:
    data, values, said = BIG[setting]
    with pytest.raises(ReadError, match=said) as caught:
        read_guarded(data, dataclasses.replace(Settings(), **values), label="draft")
    assert f"raise {setting} in the settings" in caught.value.hint


def test_a_package_of_very_many_files_is_refused() -> None:
    with pytest.raises(ReadError, match="holds 20005 files"):
        read_guarded(_many_members(), Settings(), label="draft.docx")


@pytest.mark.parametrize(
    "line",
    ["[", "]", "(", "9", "i", "IVX", "a) ", "(a) ", "Article ", "Article 1 ", "第一条", "المادة ", ". ", "…", "_",
     "- ", "1. Option 1: (a) ", "paragraph 1 (a) of article 2 of ", "Option 1:\n", "(a) x\n", "{x}\ny\n",
     "Article 1\n", "a-\n", "x\n", "[x\n", "PART I\n"],
)  # fmt: skip
def test_endless_lines_take_a_time_that_grows_with_their_length(line: str, tmp_path: Path) -> None:
    """Twice the length must not take four times as long: three, in one of three tries on a busy machine."""
    path = tmp_path / "draft.txt"
    tries: list[list[float]] = []
    while len(tries) < 3:
        tries.append([])
        for length in (10_000, 20_000):
            path.write_text("Article 1\nScope\n\n" + (line * length)[:length], encoding="utf-8")
            tries[-1].append(min(_seconds_to_read(path) for _ in range(2)))
        half, whole = tries[-1]
        if whole < max(0.3, 3 * half):
            return
    pytest.fail(f"seconds for a text and for one twice as long: {tries}")


def _seconds_to_read(path: Path) -> float:
    gc.collect()
    gc.disable()  # its runs cost what the whole test process holds, and say nothing about the reading
    try:
        started = time.process_time()
        read_draft(path, Settings())
        return time.process_time() - started
    finally:
        gc.enable()


# --- chance ------------------------------------------------------------------------------------

SMALL_PDF = one_page(stream(text_operators()))
Change = tuple[str, float, float, int]


def _mutated(data: bytes, changes: list[Change]) -> bytes:
    """The bytes with some flipped, cut out or repeated; places are shares of the length."""
    for kind, where, far, value in changes:
        start = int(where * len(data))
        end = start + 1 + int(far * far * (len(data) - start))
        middle = {"flip": bytes((value,)), "cut": b"", "repeat": data[start:end] * 2}[kind]
        data = data[:start] + middle + data[start + 1 if kind == "flip" else end :]
    return data


def _read_or_refused(data: bytes, name: str) -> None:
    try:
        said = read_draft_bytes(data, name, Settings(isolate="never", max_unpacked_mib=16)).source.label
    except TreatydiffError as fault:
        said = str(fault)
    assert said.startswith(name)
    assert "\n" not in said


share = st.floats(0, 1, exclude_max=True)
changes = st.lists(st.tuples(st.sampled_from(["flip", "cut", "repeat"]), share, share, st.integers(0, 255)),
                   min_size=1, max_size=12)  # fmt: skip


@given(changes)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_mutated_word_files_are_read_or_refused(fixtures: Path, changes: list[Change]) -> None:
    whole = (fixtures / "chain" / "1-national-draft.docx").read_bytes()
    _read_or_refused(_mutated(whole, changes), "draft.docx")


@given(changes)
@settings(max_examples=40, deadline=None)
def test_mutated_words_of_a_word_file_are_read_or_refused(changes: list[Change]) -> None:
    """Behind the package and its checksums, where flips of the packed bytes seldom reach."""
    main = _mutated(document(PARAGRAPH * 5).encode(), changes)
    _read_or_refused(word(main), "draft.docx")


@given(changes)
@settings(max_examples=150, deadline=None)
def test_mutated_pdfs_are_read_or_refused(changes: list[Change]) -> None:
    _read_or_refused(_mutated(SMALL_PDF, changes), "draft.pdf")


@given(changes)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_mutated_long_pdfs_are_read_or_refused(fixtures: Path, changes: list[Change]) -> None:
    whole = (fixtures / "chain" / "2-chairs-text.pdf").read_bytes()
    _read_or_refused(_mutated(whole, changes), "draft.pdf")


@given(changes)
@settings(max_examples=60, deadline=None)
def test_mutated_texts_are_read_or_refused(changes: list[Change]) -> None:
    whole = "Article 1\nScope\n\n1. Each [Party] shall:\n\n(a) report;\n\n(b) [Option 1: pay].\n" * 8
    _read_or_refused(_mutated(whole.encode(), changes), "draft.txt")
