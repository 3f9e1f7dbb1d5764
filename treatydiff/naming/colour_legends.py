"""Words of legends: which colour a sentence names, and what standing it gives to text of that colour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from treatydiff.language.words.colours import COLOUR_WORDS, LOOK_WORDS, STANDING_WORDS
from treatydiff.patterns import pattern_of

_ENDING = {True: "(?:e?s)?", False: r"\w*"}
"""How a word may end: Latin ones in a plural, Cyrillic ones in any case."""
_PARTS = pattern_of(r"[,;()\u060c\uff0c\u3001\uff1b]|\b(?:and|while|whereas|et|tandis que|y|mientras|и|а)\b")


@cache
def colour_word(name: str) -> re.Pattern[str]:
    """What a colour or look is called, over text in lower case.

    Args:
        name: of the colour ("green") or look ("underline").
    """
    return any_of((COLOUR_WORDS | LOOK_WORDS)[name])


def any_of(words: Sequence[str]) -> re.Pattern[str]:
    """Words that stand alone: "red" but not "reduce"; Chinese and Arabic ones also inside of others.

    Args:
        words: Latin ones whole, others how they begin.
    """
    return pattern_of("|".join(
        word if word >= "\u0600" else rf"\b{word}{_ENDING[word < chr(0x400)]}\b" for word in words
    ))  # fmt: skip


@cache
def standing_in_legend(says: str, name: str) -> str:
    """The standing that a legend gives to text of a colour: "agreed", "pending"; "" where it gives none.

    Where a sentence explains several colours, only the part of it that names this one counts.

    Args:
        says: what the legend says of the colour, a sentence of it or a word.
        name: of the colour or look.
    """
    text = says.lower()
    named = [each for each in (*COLOUR_WORDS, *LOOK_WORDS) if colour_word(each).search(text)]
    if len(named) > 1 and name in named:
        parts = [part for part in _PARTS.split(text) if colour_word(name).search(part)]
        text = parts[0] if len(parts) == 1 else ""
    return next((standing for standing, pattern in _standings() if pattern.search(text)), "")


@cache
def _standings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, pattern_of("|".join(patterns))) for name, patterns in STANDING_WORDS)
