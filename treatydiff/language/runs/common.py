"""Runs of five words that many treaties have, whatever they are about: formulas, before any draft is read.

"To establish as criminal offences under its domestic law, when committed intentionally" need not stand in
several articles of a draft to be a formula. The table, of English, holds numbers of runs and no text; other
languages have a short list of customary words.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from treatydiff.language.keys import comparison_words
from treatydiff.language.runs.customary import FORMULAS
from treatydiff.language.runs.numbers import Numbers, run_numbers, word_numbers

RUN_LENGTH = 5
COMMON_TREATIES = 8
"""Treaties of the reference, of 1,225, that have a run for it to be in the table."""


def in_common_runs(words: Numbers, language: str) -> npt.NDArray[np.bool_]:
    """Which words of a text lie in a run that many treaties have; none where no such run is known.

    Args:
        words: the numbers of its words, in order.
        language: code of the text's language.
    """
    total = len(words)
    table = common_runs(language)
    if not len(table) or total < RUN_LENGTH:
        return np.zeros(total, dtype=np.bool_)
    # Looked up in order, since that is several times faster.
    wanted, place_of = np.unique(_upper_halves(words), return_inverse=True)
    place = np.minimum(np.searchsorted(table, wanted), len(table) - 1)
    starts = np.flatnonzero((table[place] == wanted)[place_of.reshape(-1)])
    change = np.bincount(starts, minlength=total + 1) - np.bincount(starts + RUN_LENGTH, minlength=total + 1)
    inside: npt.NDArray[np.bool_] = np.cumsum(change[:total]) > 0
    return inside


@cache
def common_runs(language: str) -> npt.NDArray[np.uint32]:
    """The upper halves of the numbers of the runs that many treaties have, ascending.

    They are those of the shipped reference, and of the customary words listed for a language.

    Args:
        language: code of a language.
    """
    file = resources.files("treatydiff.language.runs").joinpath("data", f"common_runs_{language}.bin")
    counted = np.frombuffer(file.read_bytes() if file.is_file() else b"", dtype="<u4")
    if language not in FORMULAS:
        return counted
    listed = [_upper_halves(_words(text, language)) for text in FORMULAS[language]]
    return np.unique(np.concatenate([counted, *listed]))


def _words(text: str, language: str) -> Numbers:
    return word_numbers(word.key for word in comparison_words(text, language))


def _upper_halves(words: Numbers) -> npt.NDArray[np.uint32]:
    return (run_numbers(words, RUN_LENGTH) >> np.uint64(32)).astype(np.uint32)
