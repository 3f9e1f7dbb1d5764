"""Alignment of drafts whose articles were reworded, deleted, split, merged, moved and renumbered."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from tools.evaluate.corpus import SETTINGS, Corpus
from tools.evaluate.rows import Row, information, row
from tools.mutations import Scores, content_articles, mutated, rebuilt, score, with_id
from treatydiff.align.align import align_drafts
from treatydiff.model import Draft

NAME = "mutation"
DRAFTS = (
    "crime/UNTOC_2000_en.txt", "crime/UNCAC_2003_en.txt", "bbnj/BBNJ_Agreement_2023_en.txt",
)  # fmt: skip
FOREIGN = "crime/budapest_ETS185_2001_en.txt"
SEEDS = 2
SHARES = (0.05, 0.20, 0.40)
"""Shares of the words of every article that are replaced."""
LEAST_F1_OF_PAIRS = 0.97


def measure(corpus: Corpus) -> Iterator[Row]:
    """Precision, recall and F1 by kind of row and share of words changed; that of pairs has a bound."""
    foreign = corpus.draft(FOREIGN)
    for share in SHARES:
        scores = Scores()
        for name in DRAFTS:
            for seed in range(SEEDS):
                before, after, truth = mutated(corpus.draft(name), foreign, share, seed)
                score(scores, truth, align_drafts(before, after, SETTINGS))
        f1s = []
        for kind, (hits, found, true) in scores.counts.items():
            f1 = 2 * hits / (found + true) if found + true else 1.0
            shown = f"F1 {f1:.3f}: {true} true, {found} found, {hits} both"
            what = f"{share:.0%} of words: {kind}"
            if kind == "pairs":
                what += ", those of splits and mergers included"
                yield row(NAME, what, f"F1 ≥ {LEAST_F1_OF_PAIRS}", shown, f1 >= LEAST_F1_OF_PAIRS)
            else:
                yield information(NAME, what, shown)
            if true:
                f1s.append(f1)
        yield information(NAME, f"{share:.0%} of words: mean F1 of the kinds", f"{sum(f1s) / len(f1s):.3f}")
    for name in DRAFTS:
        yield from _pure_changes(corpus.draft(name), name)


def _pure_changes(draft: Draft, name: str) -> Iterator[Row]:
    """All articles renumbered, and all in another order: every one must find itself again."""
    articles = content_articles(draft)
    numbers = list(range(len(articles)))
    for what, order in (("renumbered", numbers), ("moved", random.Random(1).sample(numbers, len(numbers)))):
        after, truth = [], {}
        for place, number in enumerate(order, start=1):
            new = f"art_{place + 100}"
            after.append(
                replace(with_id(articles[number], articles[number].id, new), number=str(place + 100))
            )
            truth[articles[number].id] = new
        rows = align_drafts(rebuilt(draft, articles), rebuilt(draft, after), SETTINGS).units
        found = {unit.pairing.a[0]: unit.pairing.b[0] for unit in rows if unit.pairing.a and unit.pairing.b}
        hits = sum(truth[old] == new for old, new in found.items() if old in truth)
        yield row(NAME, f"{name}: all {what}, found again", len(truth), hits)
