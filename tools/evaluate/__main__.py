"""Run the measures and print their table.

python -m tools.evaluate [--only NAME...] [--verbose] [-o FILE]
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from tools.evaluate.corpus import Corpus, fault_text
from tools.evaluate.rows import Row, as_markdown

MEASURES = (
    "structure", "field", "eu_articles", "refused", "ids", "headings", "alignment", "official", "across",
    "cross", "rebuild", "self_comparison", "receipt", "words", "same_text", "generated_numbers",
    "reference",
    "consonance", "ancestry", "literature", "invariance", "mutation", "signals", "renumbered",
    "determinism", "archive", "judged", "speed",
)  # fmt: skip
"""Modules of this package, in the order in which their rows are printed."""
CHANGING = frozenset({"speed"})
"""Measures whose figures differ from run to run; they are printed, not kept."""
WITHOUT_CORPUS = frozenset({"judged"})
"""Measures whose texts lie in the project."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write the table where asked to; 0 unless a corpus is needed and missing."""
    options = _options(arguments)
    named = os.environ.get("TREATYDIFF_CORPUS", "")
    measures = options.only or MEASURES
    if not WITHOUT_CORPUS.issuperset(measures) and (not named or not Path(named).is_dir()):
        print("tools.evaluate: TREATYDIFF_CORPUS must name the folder of texts to measure", file=sys.stderr)
        return 2
    rows = list(measured(Corpus(Path(named)), measures, quiet=options.quiet))
    print(as_markdown(rows, verbose=options.verbose), end="")
    if options.output:
        kept = [row for row in rows if row.measure not in CHANGING]
        _keep(Path(options.output), as_markdown(kept))
    return 0


def measured(corpus: Corpus, names: Sequence[str], *, quiet: bool = True) -> Iterator[Row]:
    """The rows of some measures; one that fails becomes a row that says so.

    Args:
        corpus: the texts.
        names: of measures.
        quiet: no progress on stderr.
    """
    for name in names:
        began = time.perf_counter()
        try:
            yield from import_module(f"tools.evaluate.{name}").measure(corpus)
        except Exception as fault:  # noqa: BLE001 - the other measures are still wanted
            yield Row(name, "error", "", fault_text(fault), ok=False)
        if not quiet:
            print(f"{name}: {time.perf_counter() - began:.1f} s", file=sys.stderr)


BEGIN, END = "<!-- table -->", "<!-- end of table -->"


def _keep(path: Path, table: str) -> None:
    """Put the table between its two marks; the notes around it stay."""
    old = path.read_text(encoding="utf-8") if path.is_file() else f"# Evaluation\n\n{BEGIN}\n{END}\n"
    head, _, rest = old.partition(BEGIN)
    _, _, tail = rest.partition(END)
    path.write_text(f"{head}{BEGIN}\n\n{table}\n{END}{tail}", encoding="utf-8")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.evaluate", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=MEASURES, metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--verbose", action="store_true", help="list misses and doubtful finds")
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress on stderr")
    parser.add_argument("-o", "--output", metavar="FILE", help="also write the table into this Markdown file")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
