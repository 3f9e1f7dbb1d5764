"""Make an archive of many drafts out of a few, and measure what a matrix of it costs.

    python -m tools.archive_sizes FOLDER OUT --drafts 400 [--articles N] [--seed 1]
    python -m tools.archive_sizes --measure OUT [--jobs 2]

Every draft of the archive is one of those in FOLDER with articles moved, split, merged, inserted and taken
out, and 2 to 40 % of its words replaced (`tools/mutations.py`); dates follow one another. `--measure` runs
`treatydiff archive matrix` in a process of its own, nothing indexed before, and prints a row for
docs/scale.md.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.mutations import content_articles, mutated, read
from treatydiff.model import Provision

LEAST_SHARE, MOST_SHARE = 0.02, 0.40
"""Of the words, replaced in a draft."""
ROW = ("drafts", "words", "pairs", "looked at", "listed", "in full", "CPU, s", "wall, s", "MiB")


def write_archive(
    sources: Sequence[Path], out: Path, drafts: int, *, articles: int = 0, seed: int = 1
) -> None:
    """Write so many drafts as plain texts, each source in turn.

    Args:
        sources: drafts of one language.
        out: a new folder.
        drafts: how many.
        articles: the first so many of each source only; 0 is all.
        seed: of all that is left to chance.
    """
    out.mkdir(parents=True)
    read_once = [read(path) for path in sources]
    for number in range(drafts):
        chance = random.Random(f"{seed} {number}")
        source, foreign = read_once[number % len(read_once)], chance.choice(read_once)
        share = chance.uniform(LEAST_SHARE, MOST_SHARE)
        _, after, _ = mutated(source, foreign, "mixed", share, seed * 100_000 + number)
        day = f"{1950 + number // 336:04}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        text = "\n\n".join(_lines(content_articles(after)[: articles or None]))
        (out / f"{day}_{number:05}.txt").write_text(text + "\n", encoding="utf-8")


def _lines(articles: Sequence[Provision]) -> Iterator[str]:
    for article in articles:
        yield f"Article {article.number}" + (f"\n{article.heading}" if article.heading else "")
        for leaf in article.clauses():
            yield f"{leaf.number} {leaf.text}" if leaf.number and leaf is not article else leaf.text


def measured(folder: Path, jobs: int) -> tuple[str, ...]:
    """The figures of a matrix of an archive, as `ROW` names them; the largest process of all is told.

    Args:
        folder: the archive; it is not written to.
        jobs: how many workers.
    """
    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copytree(folder, Path(place) / "archive", ignore=shutil.ignore_patterns(".*")))
        out = Path(place) / "matrix.json"
        command = (str(Path(sys.executable).parent / "treatydiff"), "archive", "matrix", str(copy), "--quiet",
                   "--jobs", str(jobs), "-f", "json", "-o", str(out))  # fmt: skip
        began = time.perf_counter()
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        wall, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        found = json.loads(out.read_text(encoding="utf-8"))
    summary = found["summary"]
    pairs, words = summary["pairs"], sum(draft["words"] for draft in found["drafts"])
    counts = (summary["drafts"], words, pairs, summary.get("looked_at", pairs), summary.get("listed", pairs),
              summary["scored"], used.ru_maxrss // 1024)  # fmt: skip
    *said, most = (f"{count:,}" for count in counts)
    return (*said, f"{used.ru_utime + used.ru_stime:.1f}", f"{wall:.1f}", most)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write an archive, or measure one and print its row."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.archive_sizes", description="Archives of any size."
    )
    parser.add_argument("folder", type=Path, help="texts to make drafts of; with --measure the archive")
    parser.add_argument("out", type=Path, nargs="?", help="where the archive is written")
    parser.add_argument("--drafts", type=int, default=400)
    parser.add_argument("--articles", type=int, default=0, help="of each draft; 0 is all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measure", action="store_true", help="time a matrix of the archive")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(arguments)
    if options.measure:
        print(f"| {' | '.join(ROW)} |\n|{'--:|' * len(ROW)}")
        print(f"| {' | '.join(measured(options.folder, options.jobs))} |")
        return 0
    if options.out is None or options.out.exists():
        print("tools.archive_sizes: OUT must be the name of a new folder", file=sys.stderr)
        return 2
    sources = sorted(options.folder.glob("*.txt"))
    write_archive(sources, options.out, options.drafts, articles=options.articles, seed=options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
