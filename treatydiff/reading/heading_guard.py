"""Which margin lines are headings, so that no page rule takes them.

A repeated running head may well read "PART II"; losing an article is worse than keeping such a line.
"""

from __future__ import annotations

import re
from functools import cache

from treatydiff.language.number_patterns import cardinal_pattern, ordinal_pattern
from treatydiff.language.words.rule_words import RULE_WORDS

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


@cache
def _heading() -> re.Pattern[str]:
    """Made when a margin line is first looked at: texts without pages have none."""
    in_words = "|".join((cardinal_pattern("en"), *map(ordinal_pattern, ("fr", "es", "ru"))))
    return re.compile(
        rf"""^[\[\(]*(?:
        (?:{"|".join(map(re.escape, _WORDS))})
        (?:\s+(?:[\[\(]*(?:\d+|[ivxlcdm]+|[a-z]|{in_words})(?!\w)|[-\w]*الأول|ال\w+).*)?
      | (?:{ordinal_pattern("fr")}|{ordinal_pattern("es")})\s+(?:partie|parte).*
      | 第\s*[\d一二三四五六七八九十百零〇]+\s*(?:条|部分|章|节|編|编).*
      | (?:{_OF_RULES})\s+[\[(]?(?:\d{{1,3}}|[ivxlc]{{1,5}}|[a-z]{{1,2}}\.\d{{1,2}})(?:[.:–—]\s.*|[.:])?
      | (?:附件|序言).{{0,12}}
    )[\]\)]*$""",
        re.IGNORECASE | re.VERBOSE,
    )


def looks_like_heading(text: str) -> bool:
    """Whether a line reads like the heading of an article, part, chapter, section or annex.

    Args:
        text: the whole line.
    """
    line = " ".join(text.split())
    return len(line) <= 120 and _heading().match(line) is not None
