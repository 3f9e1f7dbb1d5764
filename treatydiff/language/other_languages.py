"""Languages that drafts are not read in, as far as they are told from the six.

A text is said to be in one of them only where that is sure: by letters that the six do not have, or by many
function words that they do not share. Chosen on texts of the six languages, none of which is taken for
another one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

OTHER_LANGUAGES: Mapping[str, str] = {
    "de": "German", "pt": "Portuguese", "it": "Italian", "nl": "Dutch", "pl": "Polish", "sv": "Swedish",
    "da": "Danish or Norwegian", "cs": "Czech or Slovak", "ro": "Romanian", "hu": "Hungarian",
    "fi": "Finnish", "tr": "Turkish", "id": "Indonesian or Malay", "vi": "Vietnamese", "sw": "Swahili",
    "el": "Greek", "he": "Hebrew", "hi": "Hindi", "th": "Thai", "ko": "Korean", "ja": "Japanese",
    "uk": "Ukrainian", "fa": "Persian or Urdu", "hy": "Armenian", "ka": "Georgian",
}  # fmt: skip
"""Their names by code."""
_SCRIPTS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    ("el", 1 / 3, re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", 1 / 3, re.compile(r"[\u0590-\u05ff]")),
    ("hi", 1 / 3, re.compile(r"[\u0900-\u097f]")),
    ("th", 1 / 3, re.compile(r"[\u0e00-\u0e7f]")),
    ("ko", 1 / 3, re.compile(r"[\uac00-\ud7af]")),
    ("hy", 1 / 3, re.compile(r"[\u0530-\u058f]")),
    ("ka", 1 / 3, re.compile(r"[\u10a0-\u10ff]")),
    ("ja", 0.15, re.compile(r"[\u3041-\u30fa]")),
    ("uk", 0.03, re.compile(r"[іїєґІЇЄҐ]")),
    ("fa", 0.015, re.compile(r"[پچژگ]")),
)
"""Letters of other languages, and the share of a text's letters that they are at least in one."""
_WORDS: Mapping[str, frozenset[str]] = {
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


def by_letters(text: str) -> str:
    """The code of the language that is none of the six and whose letters a text has; "" if there is none.

    Args:
        text: a sample.
    """
    letters = 0 if text.isascii() else sum(map(str.isalpha, text))
    if letters < SURE_HITS:
        return ""
    for code, share, script in _SCRIPTS:
        if len(script.findall(text)) >= share * letters:
            return code
    return ""


def by_words(words: Mapping[str, int], among_ours: int) -> str:
    """The code of the language, none of the six, that a text in Latin letters is surely in; "" if none.

    Args:
        words: how often each word stands in it, in lower case.
        among_ours: function words of the one of the six that has most of them.
    """
    totals = {code: sum(words.get(word, 0) for word in those) for code, those in _WORDS.items()}
    best = max(totals, key=totals.__getitem__)
    sure = totals[best] >= max(SURE_HITS, SURE_FACTOR * among_ours, SURE_SHARE * sum(words.values()))
    return best if sure else ""
