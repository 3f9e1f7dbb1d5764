"""Alignment of drafts whose articles were changed by a machine, by kind of edit and share of words."""

from __future__ import annotations

from collections.abc import Iterator

from tools.evaluate.corpus import SETTINGS, Corpus
from tools.evaluate.rows import Row, information, row
from tools.mutations import EDITS, OWN_ROWS, Scores, lent, mutated, score
from treatydiff.align.align import align_drafts

NAME = "mutation"
DRAFTS = (
    ("crime/UNTOC_2000_en.txt", "crime/budapest_ETS185_2001_en.txt"),
    ("crime/UNCAC_2003_en.txt", "crime/budapest_ETS185_2001_en.txt"),
    ("bbnj/BBNJ_Agreement_2023_en.txt", "crime/budapest_ETS185_2001_en.txt"),
    ("trade/2003-02-17_singapore-australia.txt", "crime/budapest_ETS185_2001_en.txt"),
    ("trade/1999-10-11_eu-south-africa.txt", "crime/budapest_ETS185_2001_en.txt"),
    ("bbnj/BBNJ_Agreement_2023_ru.txt", "charter/un_charter_ru.txt"),
    ("bbnj/BBNJ_Agreement_2023_zh.txt", "charter/un_charter_zh.txt"),
)
"""Drafts that are changed, each with one of its language whose articles are inserted."""
SHARES = (0.0, 0.05, 0.20, 0.40)
"""Shares of the words of every article that are replaced."""
LEAST_F1 = 0.97
PURE = ("renumber", "move")
"""Edits that must be found without any error where no word is changed."""


def measure(corpus: Corpus) -> Iterator[Row]:
    """Precision, recall and F1 by kind of edit and share of words; their mean has a bound.

    For each edit: pairs of articles (those of splits and mergers included), whole rows, and what the
    edit must be called (moved, split, merged, added, deleted).
    """
    for share in SHARES:
        means: dict[str, list[float]] = {"pairs": [], "own": []}
        for edit in EDITS:
            scores = _scores(corpus, edit, share)
            counted = ["pairs", "rows", *filter(None, [OWN_ROWS.get(edit)])]
            figures = {kind: scores.precision_recall_f1(kind) for kind in counted}
            means["pairs"].append(figures["pairs"][2])
            means["own"].append(figures[counted[-1]][2])
            shown = "; ".join(
                f"{kind} " + "/".join(f"{value:.3f}" for value in values) for kind, values in figures.items()
            )
            what = f"{share:.0%} of words, {edit}: precision/recall/F1"
            if share == 0.0 and edit in PURE:
                perfect = all(values == (1.0, 1.0, 1.0) for values in figures.values())
                yield row(NAME, what, "1.000 throughout", shown, perfect, details=scores.misses)
            else:
                yield information(NAME, what, shown, details=scores.misses)
        went, followed = _followed(corpus, share)
        what = f"{share:.0%} of words, a paragraph moved into a new article: followed there"
        yield information(NAME, what, f"{followed} of {went}")
        for kind, label in (("pairs", "pairs"), ("own", "rows, called what they are")):
            mean = sum(means[kind]) / len(means[kind])
            what = f"{share:.0%} of words, all {len(EDITS)} kinds of edit: mean F1 of {label}"
            yield row(NAME, what, f"≥ {LEAST_F1}", f"{mean:.3f}", mean >= LEAST_F1)


def _scores(corpus: Corpus, edit: str, share: float) -> Scores:
    scores = Scores()
    for seed, (name, foreign) in enumerate(DRAFTS):
        before, after, truth = mutated(corpus.draft(name), corpus.draft(foreign), edit, share, seed)
        score(scores, truth, align_drafts(before, after, SETTINGS), name)
    return scores


def _followed(corpus: Corpus, share: float) -> tuple[int, int]:
    """How many paragraphs were moved into new articles, and how many were found there."""
    went = followed = 0
    for seed, (name, foreign) in enumerate(DRAFTS):
        before, after, known = lent(corpus.draft(name), corpus.draft(foreign), share, seed)
        rows = align_drafts(before, after, SETTINGS).units
        found = {pair.a[0]: pair.b[0] for row in rows for pair in row.clauses if pair.a and pair.b}
        went += len(known)
        followed += sum(found.get(one) == other for one, other in known.items())
    return went, followed
