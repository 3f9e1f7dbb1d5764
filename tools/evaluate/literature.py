"""The literature's measures of likeness beside consonance, on the same pairs.

The Jaccard index of the sets of five-character sequences of two texts (as in Alschner and Skougarevskiy
2016), and the share of words in verbatim runs of more than six words (as Allee and Elsig 2019 count runs).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.evaluate.corpus import PAIRS, Corpus, fault_text, pair_label
from tools.evaluate.rows import Row, information
from treatydiff.errors import TreatydiffError
from treatydiff.model import Draft
from treatydiff.score.draft_words import draft_words
from treatydiff.score.matching import tokens_found_anywhere

NAME = "literature"
CHARACTERS = 5
RUN = 7


def measure(corpus: Corpus) -> Iterator[Row]:
    """Both measures, then carried and derived, of every pair."""
    for a, b in PAIRS:
        try:
            left, right = corpus.draft(a), corpus.draft(b)
            shares = corpus.comparison(a, b).scores.document
        except TreatydiffError as fault:
            yield information(NAME, pair_label(a, b), fault_text(fault))
            continue
        found = (
            f"{jaccard(left, right):.2f} / {in_runs(left, right):.2f}, {in_runs(right, left):.2f} / "
            f"{shares.carried or 0.0:.2f}, {shares.derived or 0.0:.2f}"
        )
        what = f"{pair_label(a, b)}: q-gram Jaccard / in runs of {RUN}, both ways / carried, derived"
        yield information(NAME, what, found)


def jaccard(a: Draft, b: Draft) -> float:
    """The Jaccard index of the sets of five-character sequences of two drafts, in lower case.

    Args:
        a: one draft.
        b: another.
    """
    left, right = _sequences(a), _sequences(b)
    return len(left & right) / len(left | right) if left or right else 0.0


def _sequences(draft: Draft) -> set[str]:
    found: set[str] = set()
    for unit in draft.units():
        text = re.sub(r"\s+", " ", " ".join(leaf.text for leaf in unit.clauses())).casefold()
        found.update(text[at : at + CHARACTERS] for at in range(len(text) - CHARACTERS + 1))
    return found


def in_runs(own: Draft, other: Draft) -> float:
    """The share of a draft's words that lie in runs of seven or more that another draft has anywhere.

    Args:
        own: the draft whose words are counted.
        other: where they are looked for.
    """
    flags = tokens_found_anywhere(draft_words(own), draft_words(other), RUN)
    return float(flags.mean()) if len(flags) else 0.0
