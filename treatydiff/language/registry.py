"""The languages there are, and which one a text is in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib import import_module

from treatydiff.errors import LanguageError
from treatydiff.language.grammar import Grammar
from treatydiff.model import Draft

LANGUAGES: dict[str, str] = {
    "en": "treatydiff.language.en",
    "fr": "treatydiff.language.fr",
    "es": "treatydiff.language.es",
    "ru": "treatydiff.language.ru",
    "zh": "treatydiff.language.zh",
    "ar": "treatydiff.language.ar",
}
"""Code of each language, and the module whose GRAMMAR describes its drafts."""

_SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_LATIN_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(("the", "of", "and", "to", "shall", "with", "by", "which", "any", "its", "be")),
    "fr": frozenset(
        ("le", "les", "des", "et", "du", "aux", "une", "dans", "par", "est", "au", "ou", "chaque")
    ),
    "es": frozenset(
        ("el", "los", "las", "y", "del", "una", "por", "con", "para", "al", "o", "se", "cada", "artículo")
    ),
}


@cache
def get_language(code: str) -> Grammar:
    """The grammar of a language.

    Raises:
        LanguageError: there is none for this code.
    """
    if code not in LANGUAGES:
        raise LanguageError(
            f"there is no grammar for language {code!r}", hint=f"one of {', '.join(LANGUAGES)}"
        )
    grammar = import_module(LANGUAGES[code]).GRAMMAR
    assert isinstance(grammar, Grammar)
    return grammar


def detect_language(text: str) -> str:
    """The code of the language that a text is written in: by script, then by function words.

    A script decides when at least a third of the letters of a sample are of it; Latin text without
    any function word counts as English.

    Args:
        text: any length; 200,000 characters from the start are looked at.
    """
    sample = text[:200_000]
    letters = 0 if sample.isascii() else sum(map(str.isalpha, sample))
    for code, script in _SCRIPTS:
        if letters and len(script.findall(sample)) >= letters / 3:
            return code
    found = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    totals = {code: sum(found[word] for word in words) for code, words in _LATIN_FUNCTION_WORDS.items()}
    return max(totals, key=lambda code: (totals[code], code == "en"))


def require_one_language(first: Draft, *others: Draft) -> None:
    """Refuse drafts that are not all in one language.

    Args:
        first, others: the drafts.

    Raises:
        LanguageError: two of them are in different languages.
    """
    for other in others:
        if other.language != first.language:
            raise LanguageError(
                f"the drafts are in different languages: {first.source.label} in {first.language}, "
                f"{other.source.label} in {other.language}",
                hint="compare drafts of one language; --language overrides the detection",
            )
