"""The runs of words of one draft, found once however many drafts it is held against. Imports numpy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from treatydiff.align.arrays import Ints, Truths
from treatydiff.align.grams import NumberedTexts, WordNumbers, damped_counts, gathered, run_counts
from treatydiff.align.sparse.rows import Places, SparseRows, side_by_side
from treatydiff.records import dataclass

FORMULA_LENGTH = 5
"""Words of the longest runs, which formulas are told by; the weights of consonance go by this length too."""


@dataclass(frozen=True, slots=True)
class RunParts:
    """What the runs of one length are put together of, in their order; so another draft's are found.

    Of runs of two words `left` is the first and `right` the second; of three, the run of two and the third;
    of five, the run of three and the run of two behind it, counted from 1. 0 is what is missing at the end.
    """

    left: Places
    right: Places


@dataclass(frozen=True, slots=True)
class TextRows:
    """Texts of a draft, each a row: what it has of its runs.

    Words and, in the columns behind them, runs of two stand in `columns`, `times` as often; `threes` and
    `fives` are the runs of three and five words, all ones.
    """

    times: Places
    columns: Places
    starts: Places
    width: int
    threes: SparseRows
    fives: SparseRows

    @property
    def terms(self) -> SparseRows:
        """Words and runs of two: how often, damped."""
        weights = damped_counts(int(self.times.max(initial=0)))
        return SparseRows(weights[self.times], self.columns, self.starts, self.width)


@dataclass(frozen=True, slots=True)
class DraftRuns:
    """The runs of words of a draft, which never cross a clause.

    `pairs`, `threes` and `fives` are its runs in the order of their words; `pairs_from` is the column of
    `terms` in which those of two begin, behind the words; `unit_of` the unit of each clause. With word w
    begins the run of five `five_at[w]`, which ends in the same clause if `is_whole[w]`; it counts for the
    entry `entry_of_word[w]` of `units`, the run of two that begins there for `entry_of_pair[w]`.
    `holders[r]` says in how many places of the draft run r of five words stands.

    Archives keep it of every draft at hand, so that numbers are as short as they may be.
    """

    numbered: NumberedTexts
    pairs: RunParts
    threes: RunParts
    fives: RunParts
    pairs_from: int
    clauses: TextRows
    units: TextRows
    unit_of: Ints
    five_at: Places
    is_whole: Truths
    entry_of_word: Places
    entry_of_pair: Places
    holders: Places

    @property
    def unit_of_word(self) -> Ints:
        """The unit of every word."""
        return self.unit_of[self.numbered.words.owners()]


def draft_runs(
    texts: NumberedTexts, unit_of: Sequence[int], units: int, place_of: Sequence[int]
) -> DraftRuns:
    """Find the runs of a draft's words.

    Args:
        texts: the words of its clauses.
        unit_of: the unit of each clause.
        units: how many there are.
        place_of: the place of each clause that its formulas are counted for.
    """
    counts, runs = run_counts(texts.words, (1, 2, 3, FORMULA_LENGTH))
    by_unit = {n: gathered(matrix, unit_of, units).sorted() for n, matrix in counts.items()}
    words, ends = texts.words.words.astype(np.int64), texts.words.ends()
    places = np.arange(len(words))

    def behind(numbers: Ints, step: int) -> Ints:
        """What begins some words behind each word, in its clause; otherwise 0."""
        there = np.append(numbers, np.zeros(step, np.int64))[step:]
        return np.where(places + step < ends, there, 0)

    owners = np.asarray(unit_of, np.int64)
    unit_of_word = owners[texts.words.owners()]
    terms = side_by_side(by_unit[1], by_unit[2])
    pairs_from = by_unit[1].width
    held = gathered(counts[FORMULA_LENGTH], place_of, max(place_of, default=-1) + 1)
    return DraftRuns(
        NumberedTexts(WordNumbers(_short(words), texts.words.sizes), texts.vocabulary),
        _parts(runs[2], words, behind(words, 1)),
        _parts(runs[3], runs[2], behind(words, 2)),
        _parts(runs[5], runs[3], behind(runs[2] + 1, 3)),
        pairs_from,
        _text_rows(side_by_side(counts[1], counts[2]), counts),
        _text_rows(terms, by_unit),
        owners,
        _short(runs[FORMULA_LENGTH]),
        places + FORMULA_LENGTH <= ends,
        _entries_of(terms, unit_of_word, words),
        _entries_of(terms, unit_of_word, runs[2] + pairs_from),
        _short(np.bincount(held.columns, minlength=held.width)),
    )


def _parts(runs: Ints, left: Ints, right: Ints) -> RunParts:
    """The parts of each run, given the run that begins at each word and its parts there."""
    place = np.zeros(int(runs.max(initial=-1)) + 1, np.int64)
    place[runs] = np.arange(len(runs))
    return RunParts(_short(left[place]), _short(right[place]))


def _text_rows(terms: SparseRows, counts: dict[int, SparseRows]) -> TextRows:
    # Ones that take no room: what is computed with are the entries of some columns.
    threes, fives = (
        SparseRows(np.broadcast_to(1.0, matrix.entries), _short(matrix.columns), matrix.starts, matrix.width)
        for matrix in (counts[3], counts[FORMULA_LENGTH])
    )
    return TextRows(
        _short(terms.values.astype(np.int64)), _short(terms.columns), terms.starts, terms.width, threes, fives
    )


def _entries_of(matrix: SparseRows, rows: Ints, columns: Ints) -> Places:
    """The places of some entries of a matrix whose rows are sorted; of one that is not there, any."""
    owners = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.starts))
    keys = owners * matrix.width + matrix.columns
    return _short(np.searchsorted(keys, rows * matrix.width + columns))


def _short(numbers: Places) -> Places:
    """Numbers from 0 on in as few bytes as they fit into."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))
