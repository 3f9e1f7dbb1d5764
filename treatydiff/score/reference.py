"""In how many treaties a word or a run of words occurs: the weights' source.

Three kinds: the table shipped for a language, a table of the user's own, and, where neither is
wanted or known, counts over the units of the two drafts alone.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from dataclasses import field
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from treatydiff.errors import ReferenceDataError
from treatydiff.language.runs.numbers import Numbers
from treatydiff.model import Draft, ReferenceInfo
from treatydiff.records import dataclass
from treatydiff.score.draft_words import DraftWords, draft_words
from treatydiff.score.grams import Indices, clause_grams
from treatydiff.score.reference_format import TableData, decode_table

NEAR_COPY_SHARE = 0.8
"""A treaty that holds this share of a draft's runs of five words is a near-copy of it."""
LEAST_SAMPLE = 12
"""A draft with fewer sampled runs (about 400 words) is too short to know its near-copies."""
PAIR_ID = "pair"
LEAST_UNITS = 30
"""Drafts of fewer units are weighed as if they had so many, or a few repeats would weigh nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class TakenOff:
    """What near-copies of a draft contributed: one treaty each for the draft's own words and runs."""

    words: Numbers
    grams: Numbers
    treaties: int


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceTable:
    """A table of counts, less the near-copies that were left out.

    `n` is the number of treaties counted (of units, where the drafts are their own reference).
    """

    info: ReferenceInfo
    n: int
    table: TableData = field(repr=False)
    taken_off: tuple[TakenOff, ...] = field(default=(), repr=False)

    def df1(self, words: Numbers) -> Indices:
        """The number of treaties with each word.

        Args:
            words: numbers of words.
        """
        counts = _looked_up(self.table.word_keys, words, self.table.word_df)
        for off in self.taken_off:
            counts -= off.treaties * np.isin(words, off.words)
        return np.maximum(counts, 0)

    def df5(self, grams: Numbers) -> Indices:
        """The number of treaties with each run of five words; 0 also stands for 1.

        Args:
            grams: numbers of runs of `gram_size` words.
        """
        values = self.table.code_df[self.table.gram_codes]
        counts = _looked_up(self.table.gram_keys, grams, values)
        for off in self.taken_off:
            counts -= off.treaties * np.isin(grams, off.grams)
        return np.where(counts > 1, counts, 0)

    def share_of_null_below(self, share: float | None) -> float | None:
        """The share of random pairs of unrelated treaties that have less in common; None if not measured.

        Args:
            share: carried or derived, of whole drafts.
        """
        null = self.table.null_shares
        return None if share is None or not len(null) else float(np.mean(null < share))

    @property
    def gram_size(self) -> int:
        """Length of the runs that `df5` counts."""
        return self.table.gram_size


def _looked_up(keys: npt.NDArray[Any], numbers: Numbers, values: npt.NDArray[Any]) -> Indices:
    wanted = (numbers >> np.uint64(32)).astype(np.uint32)
    if not len(keys):
        return np.zeros(len(wanted), dtype=np.int64)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, values[place], 0).astype(np.int64)


def load_reference(
    choice: str, language: str, a: Draft, b: Draft, *more: Draft, table: bytes | None = None
) -> ReferenceTable:
    """The reference that a setting asks for.

    Args:
        choice: "auto" (the table shipped for the language, else the two drafts alone), "none" (the
            two drafts alone) or the path of a table.
        language: code of the drafts' language.
        a: the draft compared.
        b: the draft it is compared with.
        more: further drafts that it is held against.
        table: the bytes behind the path, which the caller has read.

    Raises:
        ReferenceDataError: the table is missing, damaged or for another language.
    """
    if choice == "none":
        return pair_reference(a, b, *more)
    if choice == "auto":
        shipped = shipped_reference(language)
        return pair_reference(a, b, *more) if shipped is None else shipped
    if table is None:
        raise ReferenceDataError("the reference table was not read", where=choice)
    reference = read_reference(table, where=choice)
    if reference.table.language != language:
        raise ReferenceDataError(
            f"the table counts treaties in {reference.table.language!r}, the drafts are in {language!r}",
            where=choice,
            hint="use --reference none or build a table for this language",
        )
    return reference


def read_reference(data: bytes, where: str = "") -> ReferenceTable:
    """The reference that the bytes of a table hold.

    Args:
        data: a whole file made by `build_reference`.
        where: its name, for errors.

    Raises:
        ReferenceDataError: it is no reference table, or damaged, or of another version.
    """
    table = decode_table(data, where)
    return ReferenceTable(ReferenceInfo(table.id, len(table.names)), len(table.names), table)


@cache
def shipped_reference(language: str) -> ReferenceTable | None:
    """The reference that comes with the package for a language, or None.

    Args:
        language: code of the language.
    """
    name = f"reference_{language}.bin"
    file = resources.files("treatydiff.score").joinpath("data", name)
    return read_reference(file.read_bytes(), where=name) if file.is_file() else None


def pair_reference(*drafts: Draft) -> ReferenceTable:
    """Weights from the compared drafts alone, for languages without a table.

    Units stand for treaties, and the greatest of the drafts' counts is taken: a passage that
    stands once in each is no boilerplate, one that returns in many units of any is.

    Args:
        drafts: the drafts compared, in one language.
    """
    gram_size = 5
    sides = [draft_words(draft) for draft in drafts]
    n = max(LEAST_UNITS, *(len(words.units) for words in sides))
    words = [_units_with(words.row.numbers, words.unit_of_tokens()) for words in sides]
    grams = [_grams_in_units(words, gram_size) for words in sides]
    word_keys, word_df = _greater_counts(words)
    gram_keys, gram_df = _greater_counts(grams)
    code_df = np.unique(gram_df)
    table = TableData(
        id=PAIR_ID,
        language=drafts[0].language,
        names=(),
        gram_size=gram_size,
        sample_rate=1,
        word_keys=word_keys,
        word_df=word_df,
        gram_keys=gram_keys,
        gram_codes=np.searchsorted(code_df, gram_df),
        code_df=code_df,
        sample_keys=word_keys[:0],
        sample_treaty=word_df[:0],
        null_shares=np.zeros(0, dtype=np.float32),
    )
    return ReferenceTable(ReferenceInfo(PAIR_ID, 0), n, table)


def _grams_in_units(words: DraftWords, gram_size: int) -> tuple[Numbers, Indices]:
    grams = clause_grams(words.row, gram_size)
    return _units_with(grams.numbers, words.unit_of_tokens()[grams.start])


def _units_with(numbers: Numbers, unit: Indices) -> tuple[Numbers, Indices]:
    order = np.lexsort((unit, numbers))
    numbers, unit = numbers[order], unit[order]
    first = np.ones(len(numbers), dtype=bool)
    first[1:] = (numbers[1:] != numbers[:-1]) | (unit[1:] != unit[:-1])
    distinct, counts = np.unique(numbers[first], return_counts=True)
    return distinct, counts.astype(np.int64)


def _greater_counts(sides: list[tuple[Numbers, Indices]]) -> tuple[npt.NDArray[Any], Indices]:
    keys = np.concatenate([(numbers >> np.uint64(32)).astype(np.uint32) for numbers, _ in sides])
    counts = np.concatenate([counts for _, counts in sides])
    distinct, place = np.unique(keys, return_inverse=True)
    greatest = np.zeros(len(distinct), dtype=np.int64)
    np.maximum.at(greatest, place, counts)
    return distinct, greatest


def without_near_copies(reference: ReferenceTable, a: Draft, b: Draft) -> ReferenceTable:
    """The same reference without the treaties that hold nearly all of a compared draft.

    A treaty with at least 80 % of a draft's runs of five words (estimated on a sample of them) would
    make that draft's own wording look common. It is counted out for the words and runs of the draft
    that it copies, as if it held all of them.

    Args:
        reference: a table.
        a: the draft compared.
        b: the draft it is compared with.
    """
    return leave_out_near_copies(reference, draft_words(a), draft_words(b))


def leave_out_near_copies(reference: ReferenceTable, *drafts: DraftWords) -> ReferenceTable:
    """As `without_near_copies`, from the words of any number of drafts.

    A reference that has near-copies left out already is for the drafts at hand, and stays.
    """
    if not len(reference.table.sample_keys) or reference.taken_off:
        return reference
    grams = [np.unique(clause_grams(draft.row, reference.gram_size).numbers) for draft in drafts]
    copied: dict[int, list[int]] = {}
    for place, runs in enumerate(grams):
        for treaty in near_copies(reference, runs):
            copied.setdefault(treaty, []).append(place)
    if not copied:
        return reference
    # Treaties that copy the same drafts are taken off together.
    groups = Counter(tuple(copied[treaty]) for treaty in sorted(copied))
    taken_off = tuple(
        TakenOff(
            np.unique(np.concatenate([drafts[place].row.numbers for place in group])),
            np.unique(np.concatenate([grams[place] for place in group])),
            treaties,
        )
        for group, treaties in groups.items()
    )
    left_out = tuple(reference.table.names[treaty] for treaty in sorted(copied))
    return dataclasses.replace(
        reference,
        info=dataclasses.replace(reference.info, left_out=left_out),
        n=reference.n - len(left_out),
        taken_off=taken_off,
    )


def near_copies(reference: ReferenceTable, grams: Numbers) -> frozenset[int]:
    """The treaties of a table that hold nearly all of the runs given, by their place in the table.

    Args:
        reference: a table.
        grams: distinct numbers of runs of `gram_size` words.
    """
    table = reference.table
    sample = grams[grams % np.uint64(table.sample_rate) == 0]
    if len(sample) < LEAST_SAMPLE:
        return frozenset()
    wanted = (sample >> np.uint64(32)).astype(np.uint32)
    held = table.sample_treaty[np.isin(table.sample_keys, wanted)]
    shared = np.bincount(held, minlength=len(table.names))
    return frozenset(np.flatnonzero(shared >= NEAR_COPY_SHARE * len(sample)).tolist())
