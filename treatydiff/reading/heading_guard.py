"""Which margin lines are headings, so that no page rule takes them.

A repeated running head may well read "PART II"; losing an article is worse than keeping such a line.
"""

from __future__ import annotations

import re
from functools import cache

from treatydiff.language.number_patterns import cardinal_pattern, ordinal_pattern
from treatydiff.language.words.rule_words import RULE_WORDS
from treatydiff.patterns import pattern_of

_WORDS = (
    # English
    "article", "articles", "part", "chapter", "section", "subsection", "annex", "preamble", "rule",
    "appendix", "title", "schedule", "protocol",
    # French
    "partie", "chapitre", "sous-section", "annexe", "préambule", "règle", "appendice", "titre", "protocole",
    # Spanish
    "artículo", "articulo", "parte", "capítulo", "capitulo", "sección", "subsección", "anexo",
    "preámbulo", "regla", "apéndice", "título", "protocolo",
    # Russian
    "статья", "часть", "глава", "раздел", "подраздел", "приложение", "преамбула", "правило", "протокол",
    # Arabic
    "المادة", "الجزء", "الفصل", "الفرع", "القسم", "الباب", "المرفق", "الديباجة",
)  # fmt: skip
"""Heading words of the six languages."""

_RULES = {word for _, row in RULE_WORDS for words in row.values() for word in words}
_OF_RULES = "|".join(map(re.escape, sorted(_RULES, key=lambda word: (-len(word), word))))
"""Words of other instruments' headings ("Regulation 4", "Principle 2"), never without a number."""


_OPENED = "|".join(map(re.escape, _WORDS))
_FLAGS = re.IGNORECASE | re.VERBOSE
_HEADING = pattern_of(
    rf"""^[\[\(]*(?:
        (?:{_OPENED})(?:\s+(?:[\[\(]*(?:\d+|[ivxlcdm]+|[a-z])(?!\w)|[-\w]*الأول|ال\w+).*)?
      | 第\s*[\d一二三四五六七八九十百零〇]+\s*(?:条|部分|章|节|編|编).*
      | (?:{_OF_RULES})\s+[\[(]?(?:\d{{1,3}}|[ivxlc]{{1,5}}|[a-z]{{1,2}}\.\d{{1,2}})(?:[.:–—]\s.*|[.:])?
      | (?:附件|序言).{{0,12}}
    )[\]\)]*$""",
    _FLAGS,
)
_OPENS = pattern_of(rf"[\[\(]*+(?:{_OPENED})\s|.*\s(?:partie|parte)", re.IGNORECASE)
"""What a heading with its number in words must begin with, or hold."""


@cache
def _in_words() -> re.Pattern[str]:
    """Headings with numbers in words; compiled when a line is met that may be one, which takes longer."""
    numbers = "|".join((cardinal_pattern("en"), *map(ordinal_pattern, ("fr", "es", "ru"))))
    return pattern_of(
        rf"""^[\[\(]*(?:
            (?:{_OPENED})\s+[\[\(]*(?:{numbers})(?!\w).*
          | (?:{ordinal_pattern("fr")}|{ordinal_pattern("es")})\s+(?:partie|parte).*
        )[\]\)]*$""",
        _FLAGS,
    )


def looks_like_heading(text: str) -> bool:
    """Whether a line reads like the heading of an article, part, chapter, section or annex.

    Args:
        text: the whole line.
    """
    line = " ".join(text.split())
    if len(line) > 120 or _HEADING.match(line) is not None:
        return len(line) <= 120
    return _OPENS.match(line) is not None and _in_words().match(line) is not None
