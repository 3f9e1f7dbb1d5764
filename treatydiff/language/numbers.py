"""Numbers of provisions as drafts print them: digits, Roman, letters, words, with Latin suffixes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from treatydiff.language.number_words import word_number
from treatydiff.language.numerals import LONGEST_NUMBER, ascii_digits, cjk_value, roman, roman_value
from treatydiff.model import CONTAINER_KINDS
from treatydiff.patterns import pattern_of

SUFFIXES = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "nonies", "decies",
    "undecies", "duodecies", "ante", "alt",
)  # fmt: skip
"""Latin suffixes of inserted provisions, in their order of insertion; two of them are the ninth."""
SUFFIX_PLACES = {
    suffix: at - (at > SUFFIXES.index("novies")) for at, suffix in enumerate(SUFFIXES[:12])
}  # fmt: skip
"""The place of a suffix among the provisions inserted behind one, from 0 on."""

_NATIVE_SUFFIXES = {
    "quinq": "quinquies", "quin": "quinquies", "quat": "quater", "sex": "sexies", "sept": "septies",
    "oct": "octies", "quáter": "quater",
    "бис": "bis", "тер": "ter", "кватер": "quater", "квинквиес": "quinquies", "сексиес": "sexies",
    "септиес": "septies", "октиес": "octies", "новиес": "novies", "дециес": "decies",
    "مكررا ثالثا": "quater", "مكررا ثانيا": "ter", "مكررا": "bis", "مكرر": "bis",
}  # fmt: skip
_AGAIN = pattern_of(r"之\s*([一二三四五六七八九十]+)\s*$")
PRINTED_SUFFIXES = (*SUFFIXES, *_NATIVE_SUFFIXES)
"""Suffixes in every script that drafts print them in, longer ones before those they begin with."""


_NATIVE = tuple(
    (pattern_of(rf"(?<![^\W\d_]){native}(?![^\W\d_])", re.IGNORECASE), latin)
    for native, latin in _NATIVE_SUFFIXES.items()
)
_ABBREVIATED = pattern_of(r"qu|sex|sept|oct", re.IGNORECASE)
_THROUGH = pattern_of(r"(?<=[\da-z])\s(?:to|à|a|al|по|до)\s(?=\d)")
"""What stands between the first and the last of several numbers ("27a to 27e")."""
ARABIC_LETTER_NAMES = {
    "ألف": "a", "باء": "b", "جيم": "c", "دال": "d", "هاء": "e", "واو": "f", "زاي": "g", "حاء": "h",
}  # fmt: skip
"""The names of letters that number an inserted provision in Arabic ("3 ألف" is "3a")."""
_CHINESE_BEFORE_A_LETTER = pattern_of(r"^([一二三四五六七八九十百零]+)\s?(?=[A-Za-z]$)")
_CYRILLIC_BEHIND_FIGURES = pattern_of(r"(?<=\d)\s?([а-яА-Я])(?![^\W_])")
_NAMED_LETTER = pattern_of(rf"(?<=\d)\s({'|'.join(ARABIC_LETTER_NAMES)})(?![^\W\d_])")
_ARABIC_VOWELS = pattern_of(r"[\u064b-\u0652]")


def latin_suffixes(printed: str) -> str:
    """A number with its suffix in Latin: "7 бис" is "7 bis", "十二之二" is "十二 bis".

    Args:
        printed: the number as the draft prints it.
    """
    if printed.isascii() and _ABBREVIATED.search(printed) is None:  # all others have letters of their own
        return printed
    text = _AGAIN.sub(lambda found: " " + _suffix_at(cjk_value(found.group(1)) or 2), printed)
    text = _ARABIC_VOWELS.sub("", text)
    for native, latin in _NATIVE:
        text = native.sub(latin, text)
    return text


def _suffix_at(place: int) -> str:
    """The suffix of the second, third … provision of one number."""
    wanted = min(max(0, place - 2), max(SUFFIX_PLACES.values()))
    return next(suffix for suffix, at in SUFFIX_PLACES.items() if at == wanted)


def number_value(text: str, language: str) -> int | None:
    """The value of a heading's number without suffix: digits, words, Roman or a Chinese numeral."""
    plain = ascii_digits(text.strip())
    if plain.isdecimal():
        return int(plain) if len(plain) <= LONGEST_NUMBER else None
    said = word_number(plain, language)
    return said.value if said else roman_value(plain) or cjk_value(plain)


@lru_cache(maxsize=16_384)
def canonical_number(printed: str, kind: str, language: str) -> str:
    """The number of a provision as ids carry it.

    Arabic digits, but upper-case Roman for parts, chapters, titles and annexes; suffixes lower-case,
    unspaced and last ("3 bis" -> "3bis", "ante 58" -> "58ante", "Premier" -> "1").

    Args:
        printed: the number as the draft prints it, without "Article", brackets or final dot.
        kind: the provision's kind.
        language: code of the draft's language.
    """
    text = ascii_digits(unicodedata.normalize("NFKC", printed)).replace("\u0640", "").strip()
    text = _THROUGH.sub("-", latin_suffixes(text).replace("–", "-"))
    text = _CHINESE_BEFORE_A_LETTER.sub(lambda found: str(cjk_value(found[1]) or found[1]), text)
    text = _CYRILLIC_BEHIND_FIGURES.sub(lambda found: latin_label(found[1]), text)
    text = _NAMED_LETTER.sub(lambda found: ARABIC_LETTER_NAMES[found[1]], text)
    suffixes = [found.lower() for found in re.findall(_SUFFIX_PATTERN, text, re.IGNORECASE)]
    base = re.sub(_SUFFIX_PATTERN, " ", text, flags=re.IGNORECASE)
    if suffixes:
        base = base.rstrip(" .-")  # "29.bis" and "29-bis" are "29 bis"
    base = re.sub(r"\s+", "", base) if language != "ar" else " ".join(base.split())
    if kind in ("subparagraph", "point") and cjk_value(base) is None and re.fullmatch(r"[^\W\d_]+", base):
        return latin_label(base) + "".join(suffixes)
    if kind in ("section", "subsection") and re.fullmatch(r"[A-HJ-UWYZ]", base):
        return base + "".join(suffixes)
    value = number_value(base, language)
    lettered = _LETTERED_CONTAINER.fullmatch(base) if value is None and kind in CONTAINER_KINDS else None
    if lettered is not None:  # "Chapter IVa", "CHAPTER 4A"
        value = number_value(lettered["number"], language)
        suffixes.insert(0, lettered["letter"].lower())
    if value is None and re.fullmatch(rf"\d[\dlIO]{{0,{LONGEST_NUMBER - 1}}}", base):
        value = int(base.translate(str.maketrans("lIO", "110")))
    if value is not None:
        base = roman(value) if kind in ("part", "chapter", "title", "annex") and value else str(value)
    elif kind not in ("part", "chapter", "title", "annex") and (len(base) > 1 or kind in ("article", "rule")):
        base = base.lower()
    return re.sub(r"[^\w.\-]", "", base + "".join(suffixes), flags=re.UNICODE)


ARABIC_LETTERS = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
CYRILLIC_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Letters in the order in which lists use them (Arabic: abjad)."""
CHINESE_STEMS = "甲乙丙丁戊己庚辛壬癸"
CHINESE_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
"""The ten stems and twelve branches, in the order in which lists use them."""


LATIN_TWINS = dict(zip("асеорхіву", "aceopxiby", strict=True))
"""Cyrillic letters that look like Latin ones and are typed for them in lists."""


def latin_label(letters: str) -> str:
    """A list label in lower-case Latin letters: the second letter of any alphabet is "b"."""
    lower = letters.lower().replace("أ", "ا")
    mapped = ""
    for char in lower:
        orders = (CYRILLIC_LETTERS, ARABIC_LETTERS, CHINESE_STEMS, CHINESE_BRANCHES)
        place = max(order.find(char) for order in orders)
        mapped += chr(ord("a") + place) if 0 <= place < 26 else char
    return mapped


_LETTERED_CONTAINER = pattern_of(r"(?P<number>\d{1,3}|[IVXLC]{1,6})(?P<letter>[a-zA-Z])")
_SUFFIX_PATTERN = r"(?<![^\W\d_])(?:" + "|".join(SUFFIXES) + r")(?![^\W\d_])"
