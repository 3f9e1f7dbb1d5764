"""Spellings that differ by house style and not by meaning: one form for each pair of variants.

A rule need not give a word of the language, only the same form for both spellings; each was chosen
so that no two words of treaty English with different meanings fall together ("four" and "for").
"""

from __future__ import annotations

import re
from functools import lru_cache

from treatydiff.language.number_words import key_number
from treatydiff.patterns import pattern_of

_RULES: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (r"^practis", "practic"),
        # organise, organisation, analysing -> organize, organization, analyzing
        (r"(?<=\w\w)is(e|es|ed|er|ers|ing|ings|ation|ations|ational|able)$", r"iz\1"),
        (r"(?<=nal|ral)ys(e|es|ed|er|ers|ing)$", r"yz\1"),
        # labour, neighbouring, favourable -> labor, neighboring, favorable
        (
            r"^(misbehavi|arm|behavi|cand|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|rig|rum|sav|splend"
            r"|tum|val|vap|vig)our(?=$|s$|ed$|ing$|able$|ably$|al$|hood|ite|er|l?y$)",
            r"\1or",
        ),
        # centre, metres, fibre -> center, meters, fiber
        (r"^(\w*cent|\w*met|lit|theat|spect|lust|meag|calib|fib|sab|somb)re(s|d)?$", r"\1er\2"),
        # defence, licence, offence, practise -> defense, license, offense, practice
        (r"(?<=efen|ffen|icen|eten)c(e|es|ed|ing)$", r"s\1"),
        # programme, judgement, travelled, fulfil, enrolment -> program, judgment, traveled, fulfill
        (r"^programme(s?)$", r"program\1"),
        (r"(?<=dg)e(?=ment)", ""),
        (r"(?<=[aeiou])ll(ed|ing|er|ers)$", r"l\1"),
        (r"^(fulfi|insta|enro|disti|insti|ski)ll?(?=$|s$|ment|ful)", r"\1l"),
        (r"^(cata|ana|dia|homo)logue(s?)$", r"\1log\2"),
        (r"^cheque(s?)$", r"check\1"),
        # connexion, inflexion -> connection, inflection
        (r"(?<=[fn]e|[fl]e)xion(s?)$", r"ction\1"),
        (r"^gaol(s?)$", r"jail\1"),
        (r"^despatch", "dispatch"),
        (r"^manoeuvr(?=e|i|a)", "maneuver"),
        (r"^maneuvere", "maneuver"),
        (r"^(encyclop|arch|medi|an|h|p|orthop)ae(?=d|ol|val|st|mo|di)", r"\1e"),
        (r"^artefact(s?)$", r"artifact\1"),
        (r"^sceptic", "skeptic"),
        (r"^(m|sm)ould", r"\1old"),
        (r"^plough", "plow"),
        (r"^ageing$", "aging"),
        (r"^benefitt(ed|ing)$", r"benefit\1"),
        (r"^focuss(ed|es|ing)$", r"focus\1"),
        (r"^aluminium$", "aluminum"),
        (r"^sulph", "sulf"),
        (r"^grey", "gray"),
        (r"^(toward|afterward|forward|backward)s$", r"\1"),
        (r"^(among|whil)st$", r"\1"),
        (r"^while$", "whil"),
        (r"^inquir", "enquir"),
        # what follows from the next word's first sound
        (r"^an$", "a"),
    ),
    "fr": (
        # the spelling of 1990: évènement, règlementer, connaitre, maitre, cout, clef
        (r"^évènement", "événement"),
        (r"^règlement(?=er|ent|é|a)", "réglement"),
        # "sûr", "mûr", "dû" and "jeûne" keep the accent that tells them from other words
        (r"(?<=\w\w)î|î(?=\w\w)", "i"),
        (r"(?<=o)û|(?<=^br)û|(?<=^b)û|(?<=^fl)û|(?<=^aff)û|(?<=^emb)û|(?<=^piq)û", "u"),
        (r"^clef(s?)$", r"clé\1"),
    ),
    "es": (
        (r"^sólo$", "solo"),
        (r"^período(s?)$", r"periodo\1"),
        (r"^obscur", "oscur"),
        (r"^substitu", "sustitu"),
        (r"^substanc", "sustanc"),
        (r"^subscri", "suscri"),
        (r"^transcend", "trascend"),
    ),
    "ru": (
        (r"ё", "е"),
        # before some words a preposition has a vowel: "с пунктом", "со статьей"
        (r"^(с|в|к)о$", r"\1"),
        (r"^обо?$", "о"),
    ),
    "ar": ((r"مئة", "مائة"),),
}  # fmt: skip


_AGREEING: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (
        (r"à l['’]|à la|aux?", "à"), (r"de l['’]|de la|du|des", "de"), (r"l['’]|l[ae]s?", "le"),
    ),
    "es": (
        (r"a las?|a los|al", "a"), (r"de las?|de los|del", "de"), (r"el|l[ao]s?", "el"),
    ),
}  # fmt: skip
"""Articles, alone or run together with a preposition, that follow the noun behind them."""


def agreeing(text: str, language: str) -> str:
    """The preposition and article that some words are and nothing else: "à" for "à l'" and "au"; else "".

    Args:
        text: some words.
        language: code of their language.
    """
    said = " ".join(text.casefold().split())
    return next((name for form, name in _AGREEING.get(language, ()) if re.fullmatch(form, said)), "")


@lru_cache(maxsize=32_768)
def plain_spelling(word: str, language: str) -> str:
    """The word, already case folded, in the one form that stands for its spelling variants.

    Args:
        word: a comparison key.
        language: code of its language; words of a language without rules stay as they are.
    """
    number = key_number(word, language)
    if number is not None and not number.ordinal and number.value < 100:
        return str(number.value)
    stem, apostrophe, ending = word.partition("'")
    for pattern, form in _compiled(language):
        stem = pattern.sub(form, stem)
    return stem + apostrophe + ending


@lru_cache(maxsize=8)
def _compiled(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((pattern_of(pattern), form) for pattern, form in _RULES.get(language, ()))
