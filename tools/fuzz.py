"""Damaged inputs for readers, parser, settings, index and cache: is each read or refused, and at what cost?

    python -m tools.fuzz [--inputs 200] [--seed 1] [--only TARGET ...] [--keep FOLDER]

Each input is a fixture with a few chance changes; seed, target and number decide them, so that a crash can be
met again. A refusal is one of the project's own errors; any other exception, a second minute of work and the
death of the process are crashes. Each target runs in a process of its own, whose greatest memory is told.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from lxml import etree

from fixtures.build_hostile import PARAGRAPH, document, one_page, stream, text_operators, word
from treatydiff.archive.cache import FolderCache
from treatydiff.archive.index import Index
from treatydiff.archive.indexing import index_archive
from treatydiff.archive.listing import open_archive
from treatydiff.errors import TreatydiffError
from treatydiff.isolation.alarm import TimeIsUpError, bounded_seconds
from treatydiff.pipeline import read_draft_bytes
from treatydiff.rendering import render
from treatydiff.settings import Settings, merge_settings, settings_from_toml

ROOT = Path(__file__).resolve().parent.parent
HERE = Settings(isolate="never", reference="none", max_unpacked_mib=64)
LONGEST_SEED = 400_000
"""Bytes: a longer fixture takes seconds of every run and shows nothing that a short one does not."""
SECONDS = 60.0
ODD = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b[2J", b"[", b"]" * 9, b"<", b"</w:p>", b"&#0;", b"<!--",
    b"%PDF-1.7",
    b"endobj", b"stream\n", b"<< /Kids [1 0 R] >>", b"999999999999", b"-1", b"1.", b"(a) ", b"Article 1\n",
    "Статья 1\n".encode(), "第一条\n".encode(), "المادة 1\n".encode(), b"\n\n\n", b"\x0c", b"= [[",
    b"'''", b"{a={",
)  # fmt: skip
"""What stands for something in one of the formats, and is put where it does not belong."""
LINES = (
    "Article {}", "Article {} bis", "Annex {}", "PART {}", "Chapter {}", "Scope", "1. The Parties shall act.",
    "(a) act;",
    "(i) [act;]", "Option {}:", "Статья {}", "Глава {}", "1. Стороны [должны] действовать.",
    "第{}条", "一、缔约方应采取行动。",
    "المادة {}", "1 - على الأطراف أن تعمل.", "Artículo {}", "a) actuar;", "Article premier",
    "[", "]", "[Placeholder]", "",
    "The Parties to this Agreement,", "Have agreed as follows:", "* * *", "____", "{}", "{}.", "1/ A note.",
    "\f",
)  # fmt: skip
"""What drafts in six languages are made of; the parser is given any order of them."""


@dataclass(slots=True)
class Tally:
    """What became of the inputs of one target."""

    target: str
    inputs: int = 0
    refused: int = 0
    crashes: list[str] = field(default_factory=list)
    seconds: float = 0.0
    slowest: int = 0
    mebibytes: float = 0.0


def changed(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """The bytes with up to eight changes: a byte turned, a run cut, said twice or taken from elsewhere."""
    for _ in range(chance.choice((1, 1, 2, 8))):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + int(len(data) * chance.random() ** 4) + 1)
        kind = chance.choice(("turn", "cut", "twice", "odd", "odd", "other", "end"))
        if kind == "turn":
            data = data[:at] + bytes((chance.randrange(256),)) + data[at + 1 :]
        elif kind == "cut":
            data = data[:at] + data[end:]
        elif kind == "twice":
            data = data[:end] + data[at:end] + data[end:]
        elif kind == "odd":
            data = data[:at] + chance.choice(ODD) * chance.choice((1, 1, 1, 50)) + data[at:]
        elif kind == "other":
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            data = data[:at] + other[start : start + 200] + data[end:]
        elif chance.random() < 0.2:
            data = data[:at]
    return data[: 4 * LONGEST_SEED]


def changed_markup(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """XML that stays sound: elements taken out, said twice, moved; words and attributes changed."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return changed(data, chance, others)
    for _ in range(chance.choice((1, 2, 4, 12))):
        every = [each for each in root.iter() if isinstance(each.tag, str) and each is not root]
        if not every:
            break
        one, other = chance.choice(every), chance.choice(every)
        parent = one.getparent()
        kind = chance.choice(("out", "twice", "move", "words", "value", "value"))
        if kind == "out":
            parent.remove(one)
        elif kind == "twice":
            for _ in range(chance.choice((1, 1, 30)) if len(one) < 9 else 1):
                parent.insert(0, deepcopy(one))
        elif kind == "move" and one not in (other, *other.iterancestors()):
            other.append(one)
        elif kind == "words":
            one.text = chance.choice(LINES[:-1]).format(chance.randrange(10_000))
        elif one.attrib:
            one.set(
                chance.choice(sorted(one.attrib)), chance.choice(("", "-1", "99999999999", "x", "0", "none"))
            )
    return bytes(etree.tostring(root))[: 4 * LONGEST_SEED]


def changed_package(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """A Word package with changes inside one of its parts, or, now and then, in the package itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > 20 * LONGEST_SEED:
                return changed(data, chance, others)  # a bomb is none of ours to unpack
            parts = {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        return changed(data, chance, others)
    if not parts or chance.random() < 0.2:
        return changed(data, chance, others)
    body = [each for each in parts if each.endswith("document.xml")]
    name = chance.choice(body or sorted(parts) if chance.random() < 0.6 else sorted(parts))
    change = changed if chance.random() < 0.2 else changed_markup
    parts[name] = change(parts[name], chance, list(parts.values()))
    if chance.random() < 0.1:
        parts.pop(chance.choice(sorted(parts)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for each, content in parts.items():
            package.writestr(zipfile.ZipInfo(each), content)
    return out.getvalue()


def _files(*endings: str) -> tuple[bytes, ...]:
    """The fixtures of a kind, in the order of their names; sound ones ten times as often as hostile ones."""
    paths = sorted(path for path in (ROOT / "fixtures").rglob("*") if path.suffix in endings)
    return tuple(
        path.read_bytes()
        for path in paths
        if path.stat().st_size <= LONGEST_SEED
        for _ in range(1 if path.parent.name == "hostile" else 10)
    )


def _draft() -> bytes:
    return (ROOT / "fixtures/brackets/1-negotiating-text.txt").read_bytes()


def _akn() -> tuple[bytes, ...]:
    written = render(read_draft_bytes(_draft(), "draft.txt", HERE), "akn")
    return (written.encode() if isinstance(written, str) else written,)


def _index() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as name:
        folder, index = Path(name, "archive"), Path(name, "index.sqlite")
        folder.mkdir()
        (folder / "draft.txt").write_bytes(_draft())
        with Index(index) as opened:
            index_archive(open_archive(folder), opened, HERE)
        return (index.read_bytes(),)


def _entry() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as name:
        FolderCache(Path(name)).put("key", read_draft_bytes(_draft(), "draft.txt", HERE))
        return tuple(path.read_bytes() for path in Path(name).iterdir())


def _page(text: bytes) -> bytes:
    return b"<html><body>" + b"".join(b"<p>%s</p>\n" % line for line in text.splitlines()) + b"</body></html>"


def _read(label: str) -> Callable[[bytes], object]:
    return lambda data: read_draft_bytes(data, label, HERE)


def _configure(data: bytes) -> object:
    text = data.decode("utf-8", errors="replace")
    return merge_settings(settings_from_toml(text, table=None, where="treatydiff.toml"))


def _look_into_index(data: bytes) -> object:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "index.sqlite")
        path.write_bytes(data)
        with Index(path) as index:
            index.known()
            return [index.draft(each.file) for each in index.drafts()]


def _take_from_cache(data: bytes) -> object:
    with tempfile.TemporaryDirectory() as name:
        kept = FolderCache(Path(name))
        kept.put("key", read_draft_bytes(b"Article 1\n\nAct.\n", "a.txt", HERE))
        for path in Path(name).iterdir():
            path.write_bytes(data)
        return kept.get("key")


CONFIGURATION = (
    b'language = "en"\nmax_pages = 100\nmove_share = 0.5\ndrafting_marks = "apply"\nbrackets = "as-is"\n',
    b'[tool.treatydiff]\nmax_read_seconds = 20\ndelegations = ["Northland", "Southland"]\nisolate = "auto"\n',
)
Change = Callable[[bytes, random.Random, Sequence[bytes]], bytes]


@dataclass(frozen=True, slots=True)
class Target:
    """What is tried: its sound inputs, how they are changed, and what is done with them."""

    seeds: Callable[[], tuple[bytes, ...]]
    run: Callable[[bytes], object]
    change: Change = changed


def _reordered(_: bytes, chance: random.Random, __: Sequence[bytes]) -> bytes:
    numbers = ("1", "2", "3", "IV", "XX", "9999", "一百", "premier", "1.2.3", "3l", "A")
    picked = (chance.choice(LINES).format(chance.choice(numbers)) for _ in range(chance.randrange(1, 120)))
    return chance.choice(("\n", "\n\n")).join(picked).encode()


TARGETS = {
    "text": Target(lambda: (*_files(".txt", ".md"),), _read("draft.txt")),
    "markdown": Target(
        lambda: (*_files(".txt", ".md"), *[b"# Article 1\n\n" + _draft()] * 10), _read("draft.md")
    ),
    "html": Target(lambda: (*_files(".html"), *[_page(_draft())] * 10), _read("draft.html")),
    "docx": Target(
        lambda: (*_files(".docx"), *[word(document(PARAGRAPH * 5))] * 10),
        _read("draft.docx"),
        changed_package,
    ),
    "pdf": Target(lambda: (*_files(".pdf"), *[one_page(stream(text_operators()))] * 20), _read("draft.pdf")),
    "akn": Target(_akn, _read("draft.xml"), changed_markup),
    "parser": Target(lambda: (b"",), _read("draft.txt"), _reordered),
    "config": Target(lambda: CONFIGURATION, _configure),
    "index": Target(_index, _look_into_index),
    "cache": Target(_entry, _take_from_cache),
}


@cache
def _seeds(name: str) -> tuple[bytes, ...]:
    return TARGETS[name].seeds()


def made(name: str, seed: int, number: int) -> bytes:
    """The input of a target that a seed and a number decide."""
    chance = random.Random(f"{seed}-{name}-{number}")
    seeds = _seeds(name)
    return TARGETS[name].change(chance.choice(seeds), chance, seeds)


def tried(name: str, seed: int, numbers: Sequence[int], keep: Path | None = None) -> Tally:
    """What became of some inputs of a target, in this process."""
    tally = Tally(name)
    for number in numbers:
        data = made(name, seed, number)
        started = time.process_time()
        said = outcome(TARGETS[name].run, data)
        seconds = time.process_time() - started
        if seconds > tally.seconds:
            tally.seconds, tally.slowest = seconds, number
        tally.inputs += 1
        tally.refused += said == "refused"
        if said not in ("read", "refused"):
            tally.crashes.append(f"{name} {number}: {said}")
            if keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{name}-{seed}-{number}").write_bytes(data)
    tally.mebibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return tally


def outcome(run: Callable[[bytes], object], data: bytes) -> str:
    """`read`, `refused`, or what is wrong."""
    try:
        with bounded_seconds(SECONDS):
            run(data)
    except TreatydiffError as fault:
        return "refused" if "\n" not in str(fault) else "a refusal of several lines"
    except TimeIsUpError:
        return f"over {SECONDS:.0f} s"
    except Exception as fault:  # noqa: BLE001 - that is what is looked for
        return f"{type(fault).__name__}: {str(fault)[:200]!r}"
    return "read"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line a target; 1 if anything crashed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--inputs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=sorted(TARGETS), default=list(TARGETS))
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args(arguments)
    os.environ["TREATYDIFF_NO_CACHE"] = "1"
    print(
        "| target | inputs | refused | crashes | worst seconds | MiB |\n|---|---|---|---|---|---|", flush=True
    )
    crashes: list[str] = []
    for name in asked.only:
        tally = Tally(name, crashes=[f"{name}: the process died"])
        with suppress(BrokenProcessPool), ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            tally = process.submit(tried, name, asked.seed, range(asked.inputs), asked.keep).result()
        print(
            f"| {name} | {tally.inputs:,} | {tally.refused:,} | {len(tally.crashes)} "
            f"| {tally.seconds:.2f} (number {tally.slowest}) | {tally.mebibytes:.0f} |", flush=True,
        )  # fmt: skip
        crashes += tally.crashes
    print("\n".join(crashes))
    return bool(crashes)


if __name__ == "__main__":
    sys.exit(main())
