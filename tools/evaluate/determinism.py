"""The same bytes on every run, whatever the order of hashes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator

from tools.evaluate.corpus import Corpus, pair_label
from tools.evaluate.rows import Row, row

NAME = "determinism"
A, B = "crime/UNTOC_protocol_trafficking_en.txt", "crime/UNTOC_protocol_smuggling_en.txt"
FORMATS = ("json", "html", "terminal")
SEEDS = ("0", "1", "2")


def measure(corpus: Corpus) -> Iterator[Row]:
    """One row a format: how many different outputs three runs give."""
    for name in FORMATS:
        outputs = [_output(corpus, name, seed) for seed in SEEDS]
        faults = sorted({fault for _, fault in outputs if fault})
        different = len({digest for digest, _ in outputs})
        found = "; ".join(faults) if faults else f"{different} in {len(SEEDS)} runs"
        yield row(NAME, f"{pair_label(A, B)}: {name}", f"1 in {len(SEEDS)} runs", found)


def _output(corpus: Corpus, name: str, seed: str) -> tuple[str, str]:
    """The digest of what one run prints, and what went wrong."""
    done = subprocess.run(
        [sys.executable, "-m", "treatydiff", "compare", str(corpus.path(A)), str(corpus.path(B)), "-f", name],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONHASHSEED": seed, "NO_COLOR": "1"},
    )
    fault = "" if done.returncode == 0 else f"exit {done.returncode}: {done.stderr.decode()[:80]}"
    return hashlib.sha256(done.stdout).hexdigest(), fault
