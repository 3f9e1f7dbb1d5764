"""Different conventions: the counterparts that a lawyer names at once, and pairs that are none."""

from __future__ import annotations

from collections.abc import Iterator

from tools.evaluate.corpus import SETTINGS, Corpus, main_articles, pair_label
from tools.evaluate.rows import Row, row
from treatydiff.align.align import align_drafts

NAME = "cross"
LEAST_REQUIRED = 10
MOST_WRONG = 2


def measure(corpus: Corpus) -> Iterator[Row]:
    """Required pairs found and wrong pairs made, and that nothing is called moved."""
    for name in sorted(path.name for path in (corpus.folder / "truth").glob("cross_instrument_*.json")):
        truth = corpus.truth(name)
        a, b = corpus.draft(truth["old"]), corpus.draft(truth["new"])
        alignment = align_drafts(a, b, SETTINGS)
        of_a, of_b = ({article.id: article.number for article in main_articles(draft)} for draft in (a, b))
        pairs = {
            (of_a[one], of_b[other])
            for unit in alignment.units
            for one in unit.pairing.a
            for other in unit.pairing.b
            if one in of_a and other in of_b
        }
        required = truth["required"]
        missed = [one for one, others in required.items() if not any((one, x) in pairs for x in others)]
        allowed = {(one, other) for one, others in required.items() for other in others}
        allowed |= {(one, other) for one, other in truth["acceptable"]}
        wrong = sorted(pairs - allowed)
        what, found = pair_label(truth["old"], truth["new"]), len(required) - len(missed)
        least = min(LEAST_REQUIRED, len(required))
        yield row(NAME, f"{what}: required pairs found", f"≥ {least} of {len(required)}", found,
                  found >= least, details=[f"missed: {', '.join(missed)}"])  # fmt: skip
        yield row(NAME, f"{what}: pairs of what is not the same", f"≤ {MOST_WRONG}", len(wrong),
                  len(wrong) <= MOST_WRONG, details=[f"{one} → {other}" for one, other in wrong])  # fmt: skip
        moved = sum(unit.pairing.moved for unit in alignment.units)
        yield row(NAME, f"{what}: rows called moved", 0, moved)
