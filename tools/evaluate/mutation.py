"""Alignment of drafts whose articles were reworded, deleted, split, merged, moved and renumbered."""

from __future__ import annotations

from collections.abc import Iterator

from tools.evaluate.corpus import SETTINGS, Corpus
from tools.evaluate.rows import Row, information, row
from tools.mutations import Scores, mutated, score
from treatydiff.align.align import align_drafts

NAME = "mutation"
DRAFTS = (
    "crime/UNTOC_2000_en.txt", "crime/UNCAC_2003_en.txt", "bbnj/BBNJ_Agreement_2023_en.txt",
)  # fmt: skip
FOREIGN = "crime/budapest_ETS185_2001_en.txt"
SEEDS = 3
REWORDED = 0.2
LEAST_F1_OF_PAIRS = 0.95


def measure(corpus: Corpus) -> Iterator[Row]:
    """Precision, recall and F1 by kind of row; only that of pairs has a bound."""
    scores = Scores()
    foreign = corpus.draft(FOREIGN)
    for name in DRAFTS:
        original = corpus.draft(name)
        for seed in range(SEEDS):
            before, after, truth = mutated(original, foreign, REWORDED, seed)
            score(scores, truth, align_drafts(before, after, SETTINGS))
    for kind, (hits, found, true) in scores.counts.items():
        f1 = 2 * hits / (found + true) if found + true else 1.0
        shown = f"F1 {f1:.3f}: {true} true, {found} found, {hits} both"
        if kind == "pairs":
            yield row(NAME, kind, f"F1 ≥ {LEAST_F1_OF_PAIRS}", shown, f1 >= LEAST_F1_OF_PAIRS)
        else:
            yield information(NAME, kind, shown)
