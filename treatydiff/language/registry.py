"""The languages there are, and which one a text is in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from treatydiff.errors import LanguageError
from treatydiff.language.grammar import Grammar
from treatydiff.model import Draft
from treatydiff.patterns import pattern_of

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

_Scripts = tuple[tuple[str, float, re.Pattern[str]], ...]
"""Languages with their letters, and the share of a text's letters that these are at least in one."""
_SCRIPTS: _Scripts = (
    ("ar", 1 / 3, pattern_of(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")),
    ("zh", 1 / 3, pattern_of(r"[\u4e00-\u9fff]")),
    ("ru", 1 / 3, pattern_of(r"[\u0400-\u04ff]")),
)
_PLAIN = pattern_of("[\x00-\x7f]+")
_LATIN_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(("the", "of", "and", "to", "shall", "with", "by", "which", "any", "its", "be")),
    "fr": frozenset(
        ("le", "les", "des", "et", "du", "aux", "une", "dans", "par", "est", "au", "ou", "chaque")
    ),
    "es": frozenset(
        ("el", "los", "las", "y", "del", "una", "por", "con", "para", "al", "o", "se", "cada", "artículo")
    ),
}
_LANGUAGES_WITH: dict[str, tuple[str, ...]] = {
    word: tuple(code for code, words in _LATIN_FUNCTION_WORDS.items() if word in words)
    for word in frozenset().union(*_LATIN_FUNCTION_WORDS.values())
}
_LETTERS = pattern_of(r"[^\W\d_]+")

OTHER_LANGUAGES: Mapping[str, str] = {
    "de": "German", "pt": "Portuguese", "it": "Italian", "nl": "Dutch", "pl": "Polish", "sv": "Swedish",
    "da": "Danish or Norwegian", "cs": "Czech or Slovak", "ro": "Romanian", "hu": "Hungarian",
    "fi": "Finnish", "tr": "Turkish", "id": "Indonesian or Malay", "vi": "Vietnamese", "sw": "Swahili",
    "el": "Greek", "he": "Hebrew", "hi": "Hindi", "th": "Thai", "ko": "Korean", "ja": "Japanese",
    "uk": "Ukrainian", "fa": "Persian or Urdu", "hy": "Armenian", "ka": "Georgian",
}  # fmt: skip
"""Languages that drafts are not read in, as far as they are told from the six: names by code.

A text is said to be in one of them only where that is sure: by letters that the six do not have, or by many
function words that they do not share. None of 89 drafts and 200 text files in the six is taken for another.
"""
_OTHER_SCRIPTS: _Scripts = (
    ("el", 1 / 3, pattern_of(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", 1 / 3, pattern_of(r"[\u0590-\u05ff]")),
    ("hi", 1 / 3, pattern_of(r"[\u0900-\u097f]")),
    ("th", 1 / 3, pattern_of(r"[\u0e00-\u0e7f]")),
    ("ko", 1 / 3, pattern_of(r"[\uac00-\ud7af]")),
    ("hy", 1 / 3, pattern_of(r"[\u0530-\u058f]")),
    ("ka", 1 / 3, pattern_of(r"[\u10a0-\u10ff]")),
    ("ja", 0.15, pattern_of(r"[\u3041-\u30fa]")),
    ("uk", 0.03, pattern_of(r"[іїєґЇЄҐ]")),  # "І" is typed for the Roman numeral in Russian ("Статья VІ")
    ("fa", 0.015, pattern_of(r"[پچژگ]")),
)
_OTHER_WORDS: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "de": "der die das und von den dem mit für ist nicht werden oder im zu eine auf nach durch sind",
        "pt": "os as do da dos das uma não pelo pela ao em e com são às seu sua",
        "it": "il gli della delle dei degli di che nel nella per sono alla dell una con",
        "nl": "het een van voor met niet zijn door aan worden wordt bij deze te of die zal",
        "pl": "w z na się oraz nie przez lub jest dla które są od po ust",
        "sv": "och att av som den till skall ska för är eller ett inte från vid",
        "da": "og af til som skal med er eller ikke det den en et ved fra",
        "cs": "podle nebo jsou které bude pro při byl která který této tohto sa alebo ktoré podľa v na",
        "ro": "și şi în din sau cu pe este pentru prin ale la al care se",
        "hu": "és az hogy vagy nem egy valamint meg ezen által",
        "fi": "ja on tai sekä joka että ovat tämän sen ei",
        "tr": "ve bir bu ile için veya olarak olan tarafından göre",
        "id": "dan yang di dengan untuk dari atau pada ini dalam oleh akan",
        "vi": "và của các được trong cho là có này một",
        "sw": "ya na wa kwa katika za ni kila au",
    }.items()
}
SURE_HITS, SURE_FACTOR, SURE_SHARE = 20, 1.8, 0.08
"""Function words that must be found, by how many times they must be more than those of the six, and the share
of all words that they must be."""


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
    if code := _by_letters(sample, _OTHER_SCRIPTS, SURE_HITS) or _by_letters(sample, _SCRIPTS):
        return code
    found = Counter(_LETTERS.findall(sample.lower()))
    totals = {code: sum(found[word] for word in words) for code, words in _LATIN_FUNCTION_WORDS.items()}
    best = max(totals, key=lambda code: (totals[code], code == "en"))
    return _by_words(found, totals[best]) or best


def _by_letters(text: str, scripts: _Scripts, least: int = 1) -> str:
    """The code of the first language whose letters a text has; "" if there is none.

    Args:
        text: a sample.
        scripts: of the languages that are asked for.
        least: letters that a text must have to be told by them.
    """
    beyond_ascii = "" if text.isascii() else _PLAIN.sub("", text)
    counts = [(code, share, len(script.findall(beyond_ascii))) for code, share, script in scripts]
    letters = sum(map(str.isalpha, text)) if any(count for _, _, count in counts) else 0
    return next((code for code, share, count in counts if letters >= least and count >= share * letters), "")


def _by_words(words: Mapping[str, int], among_ours: int) -> str:
    """The code of the language, none of the six, that a text in Latin letters is surely in; "" if none.

    Args:
        words: how often each word stands in it, in lower case.
        among_ours: function words of the one of the six that has most of them.
    """
    totals = {code: sum(words.get(word, 0) for word in those) for code, those in _OTHER_WORDS.items()}
    best = max(totals, key=totals.__getitem__)
    sure = totals[best] >= max(SURE_HITS, SURE_FACTOR * among_ours, SURE_SHARE * sum(words.values()))
    return best if sure else ""


LEAST_HITS, LEAST_FACTOR = 5, 2
"""Function words that tell the language of a paragraph, and how many times those of the next one they are."""


def language_of_a_paragraph(text: str) -> str:
    """The code of the one of the six that a paragraph is plainly in; "" where it is too short, or is mixed.

    Args:
        text: of the paragraph.
    """
    for code, _, script in _SCRIPTS if not text.isascii() else ():
        found = len(script.findall(text))
        if found and found > sum(map(str.isalpha, text)) / 2:
            return code
    totals = dict.fromkeys(_LATIN_FUNCTION_WORDS, 0)
    for word in _LETTERS.findall(text.lower()):
        for code in _LANGUAGES_WITH.get(word, ()):
            totals[code] += 1
    best = max(totals, key=totals.__getitem__)
    most = totals.pop(best)
    return best if most >= max(LEAST_HITS, LEAST_FACTOR * max(totals.values())) else ""


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
