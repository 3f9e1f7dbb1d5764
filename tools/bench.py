"""Time the stages over a few pairs of the corpus: medians of some runs, and each stage's share.

    python -m tools.bench [--runs 3] [--only PAIR...]

The seconds are those of one machine; the shares and the rate in words a second are what to compare
between versions.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from treatydiff.align.align import align_drafts
from treatydiff.diff.clauses import diff_alignment
from treatydiff.language.tokenizer import words
from treatydiff.model import Draft
from treatydiff.pipeline import compare_drafts, parse_source
from treatydiff.reading.reader import read_file
from treatydiff.rendering import render
from treatydiff.score.consonance import score_drafts
from treatydiff.score.reference import load_reference
from treatydiff.settings import Settings

PAIRS = {
    "text": ("crime/UNTOC_2000_en.txt", "crime/UNCAC_2003_en.txt"),
    "pdf": ("paris/2015-10-05.pdf", "paris/2015-10-23.pdf"),
    "mixed": ("bbnj/draft_2022-12-12.txt", "bbnj/BBNJ_Agreement_2023_en.pdf"),
    "docx": ("unfccc/decision_draft_2024-11-14.docx", "unfccc/decision_final_4-CMA.6.txt"),
}
STAGES = ("read", "parse", "align", "diff", "score", "json", "html")
SETTINGS = Settings()


@dataclass(frozen=True, slots=True)
class Timing:
    """Median seconds of every stage for one pair, and the words of both drafts."""

    name: str
    words: int
    seconds: dict[str, float]


def timed(name: str, a: Path, b: Path, runs: int) -> Timing:
    """Run every stage some times.

    Args:
        name: of the pair.
        a: the earlier draft.
        b: the later draft.
        runs: how many times each stage is run; the median counts.
    """
    seconds: dict[str, float] = {}

    def stage(key: str, work: Callable[[], Any]) -> Any:
        spent, result = [], None
        for _ in range(runs):
            began = time.perf_counter()
            result = work()
            spent.append(time.perf_counter() - began)
        seconds[key] = median(spent)
        return result

    sources = stage("read", lambda: [read_file(path, SETTINGS) for path in (a, b)])
    left, right = stage("parse", lambda: [parse_source(source, SETTINGS) for source in sources])
    alignment = stage("align", lambda: align_drafts(left, right, SETTINGS))
    stage("diff", lambda: diff_alignment(left, right, alignment))
    reference = load_reference(SETTINGS.reference, left.language, left, right)
    stage("score", lambda: score_drafts(left, right, alignment, reference, SETTINGS))
    comparison = compare_drafts(left, right, SETTINGS)
    stage("json", lambda: render(comparison, "json"))
    stage("html", lambda: render(comparison, "html"))
    return Timing(name, words_in(left) + words_in(right), seconds)


def words_in(draft: Draft) -> int:
    return sum(len(words(clause.text)) for unit in draft.units() for clause in unit.clauses())


def table(timings: Sequence[Timing]) -> str:
    """Seconds and shares by pair and stage."""
    lines = [
        f"{'pair':8} {'words':>8} {'seconds':>8} {'words/s':>8}  " + " ".join(f"{s:>11}" for s in STAGES)
    ]
    for timing in timings:
        whole = sum(timing.seconds.values())
        cells = [f"{timing.seconds[s]:5.2f} {timing.seconds[s] / whole:>4.0%}" for s in STAGES]
        lines.append(
            f"{timing.name:8} {timing.words:8d} {whole:8.2f} {timing.words / whole:8.0f}  "
            + " ".join(f"{cell:>11}" for cell in cells)
        )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Time the pairs asked for and print the table; 2 where the corpus is missing."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description="Time the stages.")
    parser.add_argument("--runs", type=int, default=3, help="runs of each stage; the median counts")
    parser.add_argument("--only", nargs="+", choices=tuple(PAIRS), metavar="PAIR", help=", ".join(PAIRS))
    options = parser.parse_args(arguments)
    named = os.environ.get("TREATYDIFF_CORPUS", "")
    if not named or not Path(named).is_dir():
        print("tools.bench: TREATYDIFF_CORPUS must name the folder of texts to measure", file=sys.stderr)
        return 2
    asked = options.only or PAIRS
    pairs = [(name, Path(named, PAIRS[name][0]), Path(named, PAIRS[name][1])) for name in asked]
    print(table([timed(name, a, b, max(1, options.runs)) for name, a, b in pairs]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
