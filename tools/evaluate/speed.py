"""How long reading, parsing and comparing took in this run; figures of one machine, no verdict."""

from __future__ import annotations

from collections.abc import Iterator

from tools.evaluate.corpus import PAIRS, Corpus, fault_text, pair_label
from tools.evaluate.rows import Row, information
from treatydiff.errors import TreatydiffError

NAME = "speed"


def measure(corpus: Corpus) -> Iterator[Row]:
    """Seconds a pair: read, parse, compare."""
    for a, b in PAIRS:
        try:
            corpus.comparison(a, b)
        except TreatydiffError as fault:
            yield information(NAME, pair_label(a, b), fault_text(fault))
            continue
        spent = corpus.seconds
        read, parse = (sum(spent[stage, name] for name in (a, b)) for stage in ("read", "parse"))
        found = f"read {read:.1f} s, parse {parse:.1f} s, compare {spent['compare', a, b]:.1f} s"
        yield information(NAME, pair_label(a, b), found)
