"""The terms of a text as a lexicon knows them: shortened words, and pairs of Chinese characters."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from treatydiff.language.keys import XREF, comparison_words
from treatydiff.language.words.across import STEM_WORDS, StemWords

_ARABIC_LETTERS = str.maketrans("أإآىئؤ", "ااايءء")
"""Letters of Arabic that one text writes with a sign and another without."""


@lru_cache(maxsize=65_536)
def stem(key: str, language: str) -> str:
    """A word as a lexicon knows it.

    Args:
        key: its comparison key.
        language: code of its language.
    """
    table = STEM_WORDS.get(language)
    if table is None or not key.isalpha():
        return key
    if language == "ar":
        key = key.translate(_ARABIC_LETTERS)
    return _shortened(key, table)


def _shortened(key: str, table: StemWords) -> str:
    for beginning in table.beginnings:
        if key.startswith(beginning) and len(key) - len(beginning) >= table.least:
            key = key[len(beginning) :]
            break
    for ending in table.endings:
        if key.endswith(ending) and len(key) - len(ending) >= table.least:
            key = key[: len(key) - len(ending)]
            break
    return key[: table.cut]


@lru_cache(maxsize=30_000)
def terms(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """The terms of a text in order, each with the words that it was made of.

    Words that say nothing of their own, numbers and cross-references are none. Chinese is not divided
    into words: its terms are the pairs of neighbouring characters.

    Args:
        text: canonical text of a clause.
        language: code of its language.
    """
    apart = STEM_WORDS[language].apart if language in STEM_WORDS else frozenset()
    words = [
        word for word in comparison_words(text, language) if word.key != XREF and not word.key[:1].isdecimal()
    ]
    if language == "zh":
        return tuple(
            (one.key + two.key,) * 2
            for one, two in pairwise(words)
            if one.end == two.start and one.key not in apart and two.key not in apart
        )
    return tuple((stem(word.key, language), word.key) for word in words if word.key not in apart)
