"""The places in a list that a label can mean."""

from __future__ import annotations

import re
from functools import lru_cache

from treatydiff.language.numbers import ARABIC_LETTERS, CYRILLIC_LETTERS, LATIN_TWINS, SUFFIXES
from treatydiff.language.numerals import cjk_value, roman_value
from treatydiff.patterns import pattern_of


@lru_cache(maxsize=4_096)
def label_positions(label: str) -> frozenset[int]:
    """The places in a list that a label can mean: "(i)" is the ninth letter or Roman one.

    Args:
        label: as printed, with or without brackets and suffix.
    """
    bare = _SUFFIX.sub("", _LABEL.sub("", label)).replace("\u0640", "").replace("أ", "ا")
    found: set[int] = set()
    if bare.isdigit():
        found.add(int(bare))
    elif (cjk := cjk_value(bare)) is not None:
        found.add(cjk)
    else:
        if (value := roman_value(bare)) is not None:
            found.add(value)
        letter = bare.lower()
        if len(letter) == 1 or len(set(letter)) == 1:
            twins = (letter[0], LATIN_TWINS.get(letter[0], letter[0]))
            found.update(
                1 + alphabet.find(char) for char in twins for alphabet in _ALPHABETS if char in alphabet
            )
    return frozenset(found)


_SUFFIX = pattern_of(r"(?:(?<![\s.])[\s.]*+(?:" + "|".join(SUFFIXES) + r")){1,9}$", re.IGNORECASE)


_LABEL = pattern_of(r"[\[\](){}.\s]+")


_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz", CYRILLIC_LETTERS, ARABIC_LETTERS,
    "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥",
)  # fmt: skip
"""What lists are lettered with; Chinese ones by the ten stems or the twelve branches."""
