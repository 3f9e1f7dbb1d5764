"""What a lone letter means as a number: a letter of a series, a Roman numeral, or a place that is kept.

"Article C" follows B in a treaty that letters its articles and is the hundredth in one that numbers them
in Roman; "Article X" in a draft numbered in figures has no number yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from treatydiff.language.numbers import canonical_number
from treatydiff.language.numerals import cjk_value, roman_value
from treatydiff.patterns import pattern_of

_LETTER = pattern_of(r"[A-ZА-Я]")
_PLACE_KEPT = pattern_of(
    r"(?P<place>[Xx]{1,3}|[Yy]{1,3}|[Zz]{1,3})(?P<suffix>[\W_]{1,3}[^\W\d_]{2,9}\W{0,2})?"
)
_LETTER_L = pattern_of(r"(?P<figures>\d+)l")


class NumberSeries:
    """How the articles, or rules, of one instrument are numbered.

    Args:
        numbers: their numbers as printed, in text order.
        kind: "article" or "rule".
        language: code of the draft's language.
    """

    def __init__(self, numbers: Iterable[str], kind: str, language: str) -> None:
        printed = [number.strip() for number in numbers]
        self._kind, self._language = kind, language
        letters = [number for number in printed if _LETTER.fullmatch(number)]
        figures = sum(number[:1].isdecimal() or cjk_value(number[:1]) is not None for number in printed)
        # A letter that is no Roman numeral tells the series: no treaty has a first article C.
        self._lettered = any(roman_value(letter) is None for letter in letters) and len(letters) > figures
        kept = sum(_PLACE_KEPT.fullmatch(number) is not None for number in printed)
        self._in_figures = figures > (len(printed) - kept) / 2
        self._with_k = {number[:-1] for number in printed if re.fullmatch(r"\d+k", number)}

    def keeps_a_place(self, number: str) -> bool:
        """Whether a number stands for one that is not known yet, and may recur.

        Args:
            number: as printed.
        """
        return self._in_figures and _PLACE_KEPT.fullmatch(number.strip()) is not None

    def canonical(self, number: str) -> str:
        """The number as ids carry it.

        Args:
            number: as printed.
        """
        bare = number.strip()
        if self._lettered and _LETTER.fullmatch(bare):
            return bare.lower()
        kept = _PLACE_KEPT.fullmatch(bare) if self._in_figures else None
        if kept is not None:
            return kept["place"].lower() + canonical_number(kept["suffix"] or "", self._kind, self._language)
        found = _LETTER_L.fullmatch(bare)
        if found is not None and found["figures"] in self._with_k:
            return bare
        return canonical_number(number, self._kind, self._language)
