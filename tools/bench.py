"""Time the stages over generated agreements and pairs of the corpus: medians, and each stage's share.

    python -m tools.bench [--runs 3] [--only PAIR...] [--store FILE] [--against FILE]

The seconds are of the processor, and those of one machine; what to compare between versions are the
shares, the words a second, and the seconds divided by those of a calibration loop that runs before each
pair. `--store` writes these ratios, `--against` holds them against stored ones.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tools.agreements import revised_pair
from treatydiff.align.align import align_drafts
from treatydiff.diff.clauses import diff_alignment
from treatydiff.language.force import force_terms, joined_keys
from treatydiff.language.keys import comparison_words
from treatydiff.language.numbers import canonical_number
from treatydiff.language.references import find_references
from treatydiff.language.tokenizer import words
from treatydiff.language.typography import fold
from treatydiff.model import Draft
from treatydiff.pipeline import compare_drafts, parse_source
from treatydiff.reading.reader import read_file
from treatydiff.rendering import render
from treatydiff.score.consonance import score_drafts
from treatydiff.score.reference import load_reference
from treatydiff.settings import Settings

GENERATED = {"6.6k": 6_600, "24k": 24_000, "77k": 77_000, "154k": 154_000}
"""Words of the earlier agreement; a share of .08 of them is replaced."""
SHARE = 0.08
SLOWER = 1.5
"""A stage this many times slower than stored is named; medians of one version differ by a fifth."""
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
    calibration: float

    def ratios(self) -> dict[str, float]:
        """The seconds of every stage, in calibration loops."""
        return {stage: round(spent / self.calibration, 2) for stage, spent in self.seconds.items()}


def calibration() -> float:
    """Seconds of a loop that does what the stages do: patterns, words, dictionaries, sorting."""
    began = time.process_time()
    text = "Each Party shall keep the lamp of its harbour, as far as possible. " * 60
    for _ in range(60):
        seen: dict[str, int] = {}
        for found in re.finditer(r"[^\W_]+", text):
            seen[found[0]] = seen.get(found[0], 0) + 1
        sorted(seen, key=lambda word: (seen[word], word))
    return time.process_time() - began


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
            forget()
            began = time.process_time()
            result = work()
            spent.append(time.process_time() - began)
        seconds[key] = median(spent)
        return result

    loop = median(calibration() for _ in range(5))
    sources = stage("read", lambda: [read_file(path, SETTINGS) for path in (a, b)])
    left, right = stage("parse", lambda: [parse_source(source, SETTINGS) for source in sources])
    alignment = stage("align", lambda: align_drafts(left, right, SETTINGS))
    stage("diff", lambda: diff_alignment(left, right, alignment))
    reference = load_reference(SETTINGS.reference, left.language, left, right)
    stage("score", lambda: score_drafts(left, right, alignment, reference, SETTINGS))
    comparison = compare_drafts(left, right, SETTINGS)
    stage("json", lambda: render(comparison, "json"))
    stage("html", lambda: render(comparison, "html"))
    return Timing(name, words_in(left) + words_in(right), seconds, loop)


def forget() -> None:
    """Empty what stages keep of texts, so that a second run does the work of a first."""
    for kept in (words, find_references, canonical_number, comparison_words, fold, force_terms, joined_keys):
        kept.cache_clear()


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
    known = (*GENERATED, *PAIRS)
    parser.add_argument("--only", nargs="+", choices=known, metavar="PAIR", help=", ".join(known))
    parser.add_argument("--store", type=Path, metavar="FILE", help="write the ratios to the calibration loop")
    parser.add_argument("--against", type=Path, metavar="FILE", help="hold the ratios against these")
    options = parser.parse_args(arguments)
    named = os.environ.get("TREATYDIFF_CORPUS", "")
    has_corpus = bool(named) and Path(named).is_dir()
    asked = options.only or (*list(GENERATED)[:2], *(PAIRS if has_corpus else ()))
    if not has_corpus and not set(asked) <= GENERATED.keys():
        print("tools.bench: TREATYDIFF_CORPUS must name the folder of texts to measure", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as place:
        timings = [
            timed(name, *_files_of(name, Path(named), Path(place)), max(1, options.runs)) for name in asked
        ]
    print(table(timings))
    found = {timing.name: timing.ratios() for timing in timings}
    if options.store:
        options.store.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    slower = _slower(found, json.loads(options.against.read_text("utf-8")) if options.against else {})
    print("".join(f"slower: {line}\n" for line in slower), end="")
    return 1 if slower else 0


def _files_of(name: str, corpus: Path, folder: Path) -> tuple[Path, Path]:
    if name in PAIRS:
        return corpus / PAIRS[name][0], corpus / PAIRS[name][1]
    pair = revised_pair(GENERATED[name], SHARE)
    files = folder / f"{name}-a.txt", folder / f"{name}-b.txt"
    for file, text in zip(files, (pair.a, pair.b), strict=True):
        file.write_text(text, encoding="utf-8")
    return files


def _slower(found: dict[str, dict[str, float]], stored: dict[str, dict[str, float]]) -> list[str]:
    """The stages that take clearly more calibration loops than stored."""
    return [
        f"{pair}, {stage}: {ratio:.1f} calibration loops, stored {stored[pair][stage]:.1f}"
        for pair, stages in found.items()
        for stage, ratio in stages.items()
        if pair in stored and ratio > max(1.0, SLOWER * stored[pair].get(stage, ratio))
    ]


if __name__ == "__main__":
    sys.exit(main())
