"""How a line says to what an annex belongs: "Annex I to the Convention"."""

from __future__ import annotations

import re

from treatydiff.language.grammar import Grammar
from treatydiff.patterns import pattern_of

_TO = pattern_of(r"\s*(?:to|of|à|au|aux|de|del|du|a|al)\s")
_TO_DATIVE = pattern_of(
    r"\s*к\s(?:настоящ\w+\s)?(?:договору|конвенции|соглашению|протоколу|уставу|статуту|пакту|хартии)\b",
    re.IGNORECASE,
)
"""The same in Russian, whose grammar names instruments in the nominative."""


def says_to_what(rest: str, grammar: Grammar) -> bool:
    """Whether what follows the number of an annex begins with a preposition and names an instrument.

    Args:
        rest: what stands behind the number.
        grammar: the grammar of the language.
    """
    named = _TO.match(rest) is not None and grammar.instrument_name.search(rest) is not None
    return named or _TO_DATIVE.match(rest) is not None
