"""Time the command beside other tools in one run, and hold what they mark against what was changed.

    python -m tools.side_by_side [--runs 5] [--peers /opt/peers] [--beside NAME=COMMAND] [--write FILE]

Whole processes on the same two generated texts, one tool after the other and round after round, so that
a machine that slows down slows them all; the median of the ratios to this version's time is what counts.
Tools that are not installed are left out and named. `--beside` puts another version of the command in
the rounds, `--pair NAME=A,B` two files of one's own.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from docx import Document

from tools.agreements import RevisedPair, revised_pair

INPUTS = {"6.6k words, light": (6_600, 0.03), "24k words, heavy": (24_000, 0.35), "77k words": (77_000, 0.08)}
"""Words and share of them that is replaced."""
OURS = "treatydiff"
_REDLINES = (
    "import sys; from redlines import Redlines; "
    "a, b = (open(p, encoding='utf-8').read() for p in sys.argv[1:3]); "
    "open(sys.argv[3], 'w', encoding='utf-8').write(Redlines(a, b).output_markdown)"
)
_DOCXODUS = (
    "import sys; from python_redlines.engines import DocxodusEngine; "
    "a, b = (open(p, 'rb').read() for p in sys.argv[1:3]); "
    "open(sys.argv[3], 'wb').write(DocxodusEngine().run_redline('A', a, b)[0])"
)
LIMIT = 120
"""Seconds of work after which a tool is stopped, where the system can, and not asked again."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: how it is called with two files and a place for its result, and how its result is read.

    Args:
        name: in the table.
        command: before the files; `{a}`, `{b}` and `{out}` are put in.
        kind: what it compares: "txt" or "docx".
        marked: the words it marks as taken out or put in.
    """

    name: str
    command: tuple[str, ...]
    kind: str
    marked: Callable[[Path], int]


@dataclass(slots=True)
class Measured:
    """Seconds of work (user and system), seconds by the clock and MiB at most, of every run."""

    work: list[float] = field(default_factory=list)
    clock: list[float] = field(default_factory=list)
    memory: float = 0.0
    stopped: bool = False


def tools(peers: Path | None, beside: Sequence[str]) -> tuple[list[Tool], list[str]]:
    """The tools that are installed, this one first, and the names of those that are not."""
    ours = (str(Path(sys.executable).parent / "treatydiff"), "--no-cache", "compare", "{a}", "{b}",
            "-f", "json", "-o", "{out}")  # fmt: skip
    found = [Tool(OURS, ours, "txt", _marked_by_us)]
    for pair in beside:
        called, _, line = pair.partition("=")
        found.append(Tool(called, (*shlex.split(line), *ours[1:]), "txt", _marked_by_us))
    missing = []
    folder = peers / "bin" if peers else Path("/nonexistent")
    git = ("--no-pager", "diff", "--no-index", "--word-diff=porcelain", "-U1000000", "--output={out}")
    files = ("{a}", "{b}")
    rows: tuple[tuple[str, str | None, tuple[str, ...], str, Callable[[Path], int]], ...] = (
        ("git diff --word-diff", shutil.which("git"), (*git, *files), "txt", _marked_by_git),
        ("wdiff", shutil.which("sh"), ("-c", "wdiff {a} {b} > {out}; true"), "txt", _marked_by_wdiff),
        ("redlines", _python_with(folder, "redlines"), ("-c", _REDLINES, *files, "{out}"), "txt",
         _marked_by_redlines),
        ("Docxodus (python-redlines)", _python_with(folder, "python_redlines"),
         ("-c", _DOCXODUS, *files, "{out}"), "docx", _marked_in_word),
        ("jubarte", shutil.which("jubarte-redlines", path=str(folder)),
         ("compare", *files, "-o", "{out}"), "docx", _marked_in_word),
    )  # fmt: skip
    for name, program, command, kind, marked in rows:
        if program is None or (name == "wdiff" and not shutil.which("wdiff")):
            missing.append(name)
        else:
            found.append(Tool(name, (program, *command), kind, marked))
    return found, missing


def _python_with(folder: Path, package: str) -> str | None:
    python = folder / "python"
    if not python.exists():
        return None
    known = subprocess.run([str(python), "-c", f"import {package}"], capture_output=True, check=False)
    return str(python) if known.returncode == 0 else None


def run(tool: Tool, files: tuple[Path, Path], out: Path, measured: Measured) -> None:
    """One run of a tool, its result written to `out`."""
    places = {"a": str(files[0]), "b": str(files[1]), "out": str(out)}
    words = [re.sub(r"\{(a|b|out)\}", lambda found: places[found[1]], word) for word in tool.command]
    out.unlink(missing_ok=True)
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if hasattr(resource, "prlimit"):
        with suppress(ProcessLookupError):
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (LIMIT, LIMIT))
    _, status, used = os.wait4(process.pid, 0)
    measured.stopped = os.WIFSIGNALED(status)
    measured.clock.append(time.perf_counter() - began)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    measured.work.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    measured.memory = max(measured.memory, used.ru_maxrss / 1024)


# --- what they mark ------------------------------------------------------------------------------


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def _marked_by_us(out: Path) -> int:
    found = json.loads(out.read_text(encoding="utf-8"))
    edits = (edit for unit in found["units"] for clause in unit["clauses"] for edit in clause["edits"])
    return sum(_words(edit["text"]) for edit in edits if edit["op"] != "equal")


def _moved_by_us(out: Path) -> set[tuple[int, int]]:
    """Numbers of the articles reported as moved, before and after."""
    found = json.loads(out.read_text(encoding="utf-8"))
    ids = (
        (unit["a"][0], unit["b"][0]) for unit in found["units"] if unit["moved"] and unit["a"] and unit["b"]
    )
    return {(int(a[4:]), int(b[4:])) for a, b in ids if a.startswith("art_") and b.startswith("art_")}


def _marked_by_git(out: Path) -> int:
    lines = out.read_text(encoding="utf-8").splitlines()
    return sum(_words(line[1:]) for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---"))


def _marked_by_wdiff(out: Path) -> int:
    found = re.findall(r"\[-([^\]]*)-\]|\{\+([^}]*)\+\}", out.read_text(encoding="utf-8"))
    return sum(_words(taken + put) for taken, put in found)


def _marked_by_redlines(out: Path) -> int:
    return sum(
        map(_words, re.findall(r"<span style='[^']*'>([^<]*)</span>", out.read_text(encoding="utf-8")))
    )


def _marked_in_word(out: Path) -> int:
    with zipfile.ZipFile(out) as package:
        xml = package.read("word/document.xml").decode()
    parts = re.findall(r"<w:(?:ins|del) [^>]*[^/]>(.*?)</w:(?:ins|del)>", xml, re.DOTALL)
    return sum(_words("".join(re.findall(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<", part))) for part in parts)


# --- the run -------------------------------------------------------------------------------------


def rows_of(
    name: str, pair: RevisedPair | tuple[Path, Path], found: Sequence[Tool], runs: int, folder: Path
) -> list[str]:
    """The rows of one input: each tool's medians, its ratio to ours, and what it marked."""
    files = _written(pair, folder)
    measured = {tool.name: Measured() for tool in found}
    for _ in range(runs):
        for tool in found:
            if tool.kind in files and not measured[tool.name].stopped:
                run(tool, files[tool.kind], folder / f"out-{tool.name.split()[0]}", measured[tool.name])
    lines = []
    ours = measured[OURS]
    for tool in found:
        each = measured[tool.name]
        if not each.work:
            continue
        ratio = median(one / other for one, other in zip(each.work, ours.work, strict=False))
        if each.stopped:
            lines.append(f"| {name} | {tool.name} | over {LIMIT} | stopped | | | | |")
            continue
        out = folder / f"out-{tool.name.split()[0]}"
        lines.append(
            f"| {name} | {tool.name} | {median(each.work):.2f} | {median(each.clock):.2f} | {ratio:.2f} "
            f"| {each.memory:.0f} | {_quality(tool, pair, out)} |"
        )
    return lines


def _quality(tool: Tool, pair: RevisedPair | tuple[Path, Path], out: Path) -> str:
    """Words marked against the true edit, and articles found moved."""
    if not out.exists():
        return "failed | "
    if not isinstance(pair, RevisedPair):
        return f"{tool.marked(out):,} | "
    share = f"{tool.marked(out) / pair.edited:.2f}"
    if tool.marked is not _marked_by_us:
        return f"{share} | none said"
    said = _moved_by_us(out)
    return f"{share} | {len(said & pair.moved)} of {len(pair.moved)}, {len(said - pair.moved)} wrong"


def _written(pair: RevisedPair | tuple[Path, Path], folder: Path) -> dict[str, tuple[Path, Path]]:
    """The files that tools of each kind compare."""
    if not isinstance(pair, RevisedPair):
        return {"txt": pair}
    files: dict[str, tuple[Path, Path]] = {}
    for kind in ("txt", "docx"):
        files[kind] = (folder / f"a.{kind}", folder / f"b.{kind}")
        for path, text in zip(files[kind], (pair.a, pair.b), strict=True):
            if kind == "txt":
                path.write_text(text, encoding="utf-8")
                continue
            document = Document()
            for line in text.splitlines():
                if line:
                    document.add_paragraph(line)
            document.save(str(path))
    return files


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one table; 0."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.side_by_side", description="Time tools in one run."
    )
    parser.add_argument("--runs", type=int, default=5, help="rounds; medians count")
    parser.add_argument("--peers", type=Path, help="a virtual environment with other tools")
    parser.add_argument(
        "--beside", action="append", default=[], metavar="NAME=COMMAND", help="another version"
    )
    parser.add_argument("--pair", action="append", default=[], metavar="NAME=A,B", help="files of one's own")
    parser.add_argument("--only", nargs="+", choices=tuple(INPUTS), metavar="INPUT", help=", ".join(INPUTS))
    options = parser.parse_args(arguments)
    found, missing = tools(options.peers, options.beside)
    print("| input | tool | work, s | clock, s | ratio | MiB | marked / true | moved articles |")
    print("|---|---|--:|--:|--:|--:|--:|---|")
    with tempfile.TemporaryDirectory() as place:
        for name in options.only or INPUTS:
            for line in rows_of(name, revised_pair(*INPUTS[name]), found, max(1, options.runs), Path(place)):
                print(line, flush=True)
        for named in options.pair:
            name, _, files = named.partition("=")
            a, b = map(Path, files.split(",", 1))
            own = [tool for tool in found if tool.marked is _marked_by_us]
            for line in rows_of(name, (a, b), own, max(1, options.runs), Path(place)):
                print(line, flush=True)
    if missing:
        print(f"\nNot installed: {', '.join(missing)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
