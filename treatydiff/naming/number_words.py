"""What the page needs to know the numbers that people type: "Article 6 (2)", "Статья 6", "第六条"."""

from __future__ import annotations

import json
from functools import cache

from treatydiff.language.words.references.in_texts import REFERENCE_WORDS

KIND_PREFIXES = {
    "annex": "annex", "part": "part", "title": "title", "chapter": "chp", "section": "sec",
    "subsection": "subsec", "article": "art", "rule": "rule", "subparagraph": "subpara",
    "paragraph": "para", "point": "point",
}  # fmt: skip
"""Kinds that references name and how ids begin for them; a kind before those whose words it may share."""
TYPED_SHORT = {
    "chapter": "chap|ch|cap|гл", "section": "sec|sect", "part": "pt", "paragraph": "§",
    "subparagraph": "let|lit",
}  # fmt: skip
"""What people type for short, and treaties hardly print."""
FIRST = "premier|premiere|first|primero|primera|unico|unique|перв(?:ая|ый|ое|ой)|الاولى|الاول"
PREAMBLE = "preamble|preambule|preambulo|преамбула|序言|الديباجة|ديباجة"


@cache
def number_words() -> str:
    """Patterns of the words for kinds of provisions in all languages, by the prefix of their ids, as JSON.

    `han` gives the prefix for every sign that stands behind a number in Chinese.
    """
    words: dict[str, str] = {}
    han: dict[str, str] = {}
    for kind, prefix in KIND_PREFIXES.items():
        patterns = [TYPED_SHORT[kind]] if kind in TYPED_SHORT else []
        for language in REFERENCE_WORDS.values():
            own = [pattern for name, one, many in language.kinds if name == kind for pattern in (one, many)]
            if language.number_first and kind != "annex":
                han |= {sign: prefix for pattern in own for sign in pattern.split("|") if sign}
            else:
                patterns += [pattern.replace(r"\.", "") for pattern in own if pattern]
        words[prefix] = "|".join(dict.fromkeys(patterns))
    return json.dumps(
        {"words": words, "han": han, "first": FIRST, "preamble": PREAMBLE}, ensure_ascii=False,
        separators=(",", ":"),
    )  # fmt: skip
