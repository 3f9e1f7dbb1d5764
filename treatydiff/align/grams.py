"""Runs of words as rows of sparse matrices.

numpy loads with this module; it is itself imported only when drafts are aligned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from treatydiff.align.arrays import Floats, Ints
from treatydiff.align.sparse.rows import Places, SparseRows, from_entries
from treatydiff.records import dataclass

_MOST = np.iinfo(np.int64).max
"""What the numbers of several words are put together up to."""


@dataclass(frozen=True, slots=True)
class WordNumbers:
    """The words of texts end to end, each by its number from 1; `sizes` says how many words each text has."""

    words: Places
    sizes: Ints

    def owners(self) -> Ints:
        """The text of every word."""
        return np.repeat(np.arange(len(self.sizes), dtype=np.int64), self.sizes)

    def ends(self) -> Ints:
        """For every word the place behind the last word of its text."""
        return np.repeat(np.cumsum(self.sizes), self.sizes)


@dataclass(frozen=True, slots=True)
class NumberedTexts:
    """Texts with their words numbered; number n is the n-th word of the vocabulary."""

    words: WordNumbers
    vocabulary: tuple[str, ...]


def word_numbers(texts: Sequence[Sequence[str]]) -> NumberedTexts:
    """Number the words of texts in the order of their letters, which is one order for all texts.

    Args:
        texts: the words of each.
    """
    sizes = np.fromiter((len(text) for text in texts), dtype=np.int64, count=len(texts))
    vocabulary = tuple(sorted({*chain.from_iterable(texts)}))
    numbers = {word: number for number, word in enumerate(vocabulary, 1)}
    words = np.fromiter(
        map(numbers.__getitem__, chain.from_iterable(texts)), dtype=np.int64, count=int(sizes.sum())
    )
    return NumberedTexts(WordNumbers(words, sizes), vocabulary)


def gram_counts(texts: Sequence[Sequence[str]], lengths: Sequence[int]) -> dict[int, SparseRows]:
    """How often each run of words occurs in each text, for several lengths of runs.

    Args:
        texts: the words of each text.
        lengths: of the runs; a text shorter than one has one run of it, itself.

    Returns:
        For each length a matrix, texts x distinct runs; an empty text has an empty row.
    """
    return run_counts(word_numbers(texts).words, lengths)[0]


def run_counts(texts: WordNumbers, lengths: Sequence[int]) -> tuple[dict[int, SparseRows], dict[int, Ints]]:
    """As `gram_counts`, from numbered words; and for each length the run that begins at each word.

    The runs are the columns of the matrix of that length, in the order of their words. One that would go over
    the end of its text is none of them, unless it is the whole text.

    Args:
        texts: their words.
        lengths: of the runs.
    """
    total = len(texts.words)
    if not total:
        nothing = np.zeros(0, np.int64)
        none = from_entries(nothing, nothing, (len(texts.sizes), 1))
        return dict.fromkeys(lengths, none), dict.fromkeys(lengths, nothing)
    owners, ends = texts.owners(), texts.ends()
    places = np.arange(total, dtype=np.int64)
    whole_text = np.append(True, owners[1:] != owners[:-1])
    runs = {
        n: found
        for n, found in _ranked_runs(texts.words.astype(np.int64), ends, max(lengths))
        if n in lengths
    }
    # Entries that come in the order of their runs need no sorting row by row.
    order = np.argsort(runs[max(lengths)])
    counts: dict[int, SparseRows] = {}
    for n, found in runs.items():
        whole = order[((places + n <= ends) | whole_text)[order]]
        shape = len(texts.sizes), int(found.max()) + 1
        counts[n] = from_entries(owners[whole], found[whole], shape)
    return counts, runs


def _ranked_runs(words: Ints, end_of: Ints, longest: int) -> Iterator[tuple[int, Ints]]:
    """For each length the run that begins at each word, by its rank among all; of one word, that word.

    Runs are ranked by their words one after another, so that one sorting serves as many lengths as fit into
    one number.

    Args:
        words: their numbers, from 1.
        end_of: where the text of each word ends; behind it a run goes on with 0.
        longest: the greatest length.
    """
    total = len(words)
    places = np.arange(total, dtype=np.int64)
    base = int(words.max()) + 1
    runs, length = words, 1
    yield 1, words
    while length < longest:
        head = int(runs.max()) + 1
        more = 1
        while length + more < longest and head * base ** (more + 1) < _MOST:
            more += 1
        keys = runs
        for n in range(length, length + more):
            keys = keys * base + np.where(places + n < end_of, words[np.minimum(places + n, total - 1)], 0)
        order = np.argsort(keys)
        ordered = keys[order]
        for n in range(1, more + 1):
            parts = ordered // base ** (more - n)
            runs = np.empty(total, dtype=np.int64)
            runs[order] = np.cumsum(np.diff(parts, prepend=parts[:1]) != 0)
            yield length + n, runs
        length += more


def gathered(counts: SparseRows, owner_of: Sequence[int] | Ints, owners: int) -> SparseRows:
    """The counts of clauses summed by the unit that each belongs to (units x runs)."""
    rows = np.asarray(owner_of, dtype=np.int64)
    return from_entries(rows, np.arange(rows.size), (owners, rows.size)) @ counts


def inverse_frequencies(rows: int) -> Floats:
    """Smoothed inverse document frequency of what stands in 0, 1, 2, ... of so many rows, 1 where in all."""
    weights: Floats = np.log((1.0 + rows) / (1.0 + np.arange(rows + 1))) + 1.0
    return weights


def damped(counts: SparseRows) -> SparseRows:
    """A term counts 1 + ln(frequency): else "the" and "shall" make any two long articles alike.

    (On two unrelated agreements the pairs of articles above .10 fell from 42 to 1.)
    """
    return SparseRows(1.0 + np.log(counts.values), counts.columns, counts.starts, counts.width)


def damped_counts(most: int) -> Floats:
    """What `damped` makes of 0, 1, 2, ... times, 0 of 0."""
    weights: Floats = np.append(0.0, 1.0 + np.log(np.arange(1, most + 1)))
    return weights


def row_lengths(weighted: SparseRows) -> Floats:
    """The length of every row as a vector; 1 of an empty one."""
    squares = SparseRows(weighted.values**2, weighted.columns, weighted.starts, weighted.width)
    lengths = np.sqrt(squares.sums())
    lengths[lengths == 0.0] = 1.0
    return lengths


def tf_idf(counts: SparseRows) -> SparseRows:
    """Rows weighted by inverse document frequency among them and brought to length one."""
    seen = np.bincount(counts.columns, minlength=counts.width)
    weighted = damped(counts).weighed(inverse_frequencies(counts.shape[0])[seen])
    shares = np.repeat(1.0 / row_lengths(weighted), np.diff(counts.starts))
    return SparseRows(shares * weighted.values, counts.columns, counts.starts, counts.width)
