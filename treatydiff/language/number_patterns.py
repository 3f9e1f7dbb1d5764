"""Patterns for numbers that are printed in words, as headings and references have them."""

from __future__ import annotations

import re
from functools import cache

from treatydiff.language.words.numbers import ARABIC_ADVERBS, NUMBER_TABLES, NumberForm, number_forms

_MOST = 100
"""The greatest number that a provision bears in words."""
_ACCENTS = str.maketrans({
    "á": "[áa]", "é": "[ée]", "í": "[íi]", "ó": "[óo]", "ú": "[úu]", "è": "[èe]", "е": "[её]",
})  # fmt: skip


@cache
def cardinal_pattern(language: str) -> str:
    """A pattern for cardinals up to a hundred in words, in any case: "TWENTY-ONE", "forty".

    Args:
        language: code of the language; it must have a table of number words and not be Arabic or Chinese.
    """
    return _numbers(language, ordinal=False)


@cache
def ordinal_pattern(language: str) -> str:
    """A pattern for ordinals up to a hundred in words: "Premier", "décimo tercero", "الثانية عشرة".

    Args:
        language: code of the language; it must have a table of number words and not be Chinese.
    """
    return _arabic_ordinals() if language == "ar" else _numbers(language, ordinal=True)


def _numbers(language: str, *, ordinal: bool) -> str:
    """Tens and smaller numbers before the last word, with spaces, hyphens or nothing between them."""
    forms = [form for form in number_forms(language) if form.value <= _MOST]
    before_ordinals = language == "es"
    leading = [form for form in forms if form.value >= 10 and form.ordinal == (ordinal and before_ordinals)]
    if language == "fr":
        leading += [form for form in forms if form.value == 4 and not form.ordinal]
    joiner = NUMBER_TABLES[language].joiner
    between = rf"[\s-]{{0,2}}(?:{joiner}[\s-]{{1,2}})?" if joiner else r"\s{1,2}"
    last = _any([form for form in forms if form.ordinal == ordinal])
    return rf"(?i:(?:(?:{_any(leading)}){between}){{0,2}}(?:{last}))"


def _any(forms: list[NumberForm]) -> str:
    words = sorted({form.word for form in forms}, key=lambda word: (-len(word), word))
    return "|".join(word.translate(_ACCENTS) for word in words)


def _arabic_ordinals() -> str:
    """Definite ordinals up to ninety-nine, and the adverbs."""
    forms = [form for form in number_forms("ar") if form.word not in ARABIC_ADVERBS]
    units = _any([form for form in forms if form.ordinal])
    tens = _any([form for form in forms if 20 <= form.value < _MOST])
    ten = _any([form for form in forms if form.value == 10 and not form.ordinal])
    adverbs = "|".join(map(re.escape, ARABIC_ADVERBS))
    return rf"(?:ال(?:{units})\s(?:{ten}|وال(?:{tens}))|ال(?:{tens}|{units})|{adverbs})"
