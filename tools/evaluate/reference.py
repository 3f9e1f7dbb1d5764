"""The shipped table of counts: its size, and its error against exact counting."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

import numpy as np

from tools.evaluate.consonance import BUDAPEST, SMUGGLING, TRAFFICKING, UNCAC, UNTOC
from tools.evaluate.corpus import SETTINGS, Corpus, pair_label
from tools.evaluate.rows import Row, row
from treatydiff.align.align import align_drafts
from treatydiff.language.keys import comparison_words
from treatydiff.language.runs.numbers import Numbers, word_numbers
from treatydiff.model import ScoreSheet
from treatydiff.score.consonance import score_drafts
from treatydiff.score.draft_words import draft_words
from treatydiff.score.grams import Indices, clause_grams, stand_in, token_row
from treatydiff.score.reference import ReferenceTable, shipped_reference
from treatydiff.score.reference_build import treaties_from_jsonl

NAME = "reference"
PAIRS = ((UNTOC, UNCAC), (BUDAPEST, UNCAC), (TRAFFICKING, SMUGGLING))
MOST_BYTES = 6_000_000
MOST_ERROR = 0.005


@dataclass(frozen=True, slots=True, eq=False)
class ExactReference(ReferenceTable):
    """A reference that knows the numbers it is asked for exactly: no roundings, no halves of numbers."""

    known: Numbers = None  # type: ignore[assignment]
    treaties: Indices = None  # type: ignore[assignment]

    def _exact(self, numbers: Numbers) -> Indices:
        return self.treaties[np.searchsorted(self.known, numbers)]

    def df1(self, words: Numbers) -> Indices:
        """The number of treaties with each word."""
        counts = self._exact(words).copy()
        for off in self.taken_off:
            counts -= off.treaties * np.isin(words, off.words)
        return np.maximum(counts, 0)

    def df5(self, grams: Numbers) -> Indices:
        """The number of treaties with each run; 0 also stands for 1."""
        counts = self._exact(grams).copy()
        for off in self.taken_off:
            counts -= off.treaties * np.isin(grams, off.grams)
        return np.where(counts > 1, counts, 0)


def measure(corpus: Corpus) -> Iterator[Row]:
    """Size, and shares with exact counts beside shares with the shipped ones."""
    data = (resources.files("treatydiff.score") / "data" / "reference_en.bin").read_bytes()
    yield row(
        NAME, "bytes of the shipped table", f"≤ {MOST_BYTES:,}", f"{len(data):,}", len(data) <= MOST_BYTES
    )
    shipped = shipped_reference("en")
    assert shipped is not None
    exact = _exact_reference(corpus, shipped)
    for a, b in PAIRS:
        alignment = align_drafts(corpus.draft(a), corpus.draft(b), SETTINGS)
        both = [
            score_drafts(corpus.draft(a), corpus.draft(b), alignment, each, SETTINGS)
            for each in (shipped, exact)
        ]
        error = max(abs(one - other) for one, other in zip(*map(_shares, both), strict=True))
        what = f"{pair_label(a, b)}: carried and derived, off from exact counting"
        yield row(NAME, what, f"≤ {MOST_ERROR}", f"{error:.5f}", error <= MOST_ERROR)


def _shares(scores: ScoreSheet) -> tuple[float, ...]:
    """Carried and derived of the whole and of every row."""
    tallies = [scores.document, *scores.units]
    return tuple(share for each in tallies for share in (each.carried or 0.0, each.derived or 0.0))


def _exact_reference(corpus: Corpus, shipped: ReferenceTable) -> ExactReference:
    """Exact counts of the words and runs of all drafts measured here, over the archive of the table."""
    rows = [draft_words(corpus.draft(name)).row for name in sorted({name for pair in PAIRS for name in pair})]
    known = np.unique(
        np.concatenate(
            [part for each in rows for part in (each.numbers, clause_grams(each, shipped.gram_size).numbers)]
        )
    )
    treaties = np.zeros(len(known), dtype=np.int64)
    with gzip.open(corpus.path("reference_en.jsonl.gz"), "rt", encoding="utf-8") as lines:
        for _, clauses in treaties_from_jsonl(lines):
            held = token_row(
                [word_numbers(word.key for word in comparison_words(each, "en")) for each in clauses]
            )
            numbers = np.concatenate([held.numbers, clause_grams(held, shipped.gram_size).numbers])
            treaties += stand_in(known, np.unique(numbers))
    return ExactReference(shipped.info, shipped.n, shipped.table, shipped.taken_off, known, treaties)
