"""The languages there are, and which one a text is in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib import import_module

from treatydiff.errors import LanguageError
from treatydiff.language.grammar import Grammar
from treatydiff.language.other_languages import OTHER_LANGUAGES, by_letters, by_words
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
LANGUAGE_NAMES: dict[str, str] = {
    "en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "zh": "Chinese", "ar": "Arabic",
}  # fmt: skip

_SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_LATIN_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(("the", "of", "and", "to", "shall", "with", "by", "which", "any", "its", "be")),
    "fr": frozenset(("le", "les", "des", "et", "du", "aux", "une", "dans", "par", "est", "au", "ou")),
    "es": frozenset(("el", "los", "las", "y", "del", "una", "por", "con", "para", "al", "o", "se")),
}


@cache
def get_language(code: str) -> Grammar:
    """The grammar of a language.

    Raises:
        LanguageError: there is none for this code.
    """
    if code in OTHER_LANGUAGES:
        raise LanguageError(
            f"the text is in {OTHER_LANGUAGES[code]}, which is none of the languages that are read",
            hint=f"one of {', '.join(LANGUAGES)}",
        )
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
    any function word counts as English. A text that is surely in none of the six has the code of its own
    language, for which there is no grammar.

    Args:
        text: any length; 200,000 characters from the start are looked at.
    """
    sample = text[:200_000]
    if other := by_letters(sample):
        return other
    letters = 0 if sample.isascii() else sum(map(str.isalpha, sample))
    for code, script in _SCRIPTS:
        if letters and len(script.findall(sample)) >= letters / 3:
            return code
    found = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    totals = {code: sum(found[word] for word in words) for code, words in _LATIN_FUNCTION_WORDS.items()}
    best = max(totals, key=lambda code: (totals[code], code == "en"))
    return by_words(found, totals[best]) or best


LEAST_HITS, LEAST_FACTOR = 5, 2
"""Function words that tell the language of a paragraph, and how many times those of the next one they are."""


def language_of_a_paragraph(text: str) -> str:
    """The code of the one of the six that a paragraph is plainly in; "" where it is too short, or is mixed.

    Args:
        text: of the paragraph.
    """
    letters = sum(map(str.isalpha, text))
    for code, script in _SCRIPTS if not text.isascii() else ():
        if len(script.findall(text)) > letters / 2:
            return code
    found = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    totals = Counter(
        {code: sum(found[word] for word in words) for code, words in _LATIN_FUNCTION_WORDS.items()}
    )
    (best, most), (_, second), *_ = totals.most_common()
    return best if most >= max(LEAST_HITS, LEAST_FACTOR * second) else ""


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
