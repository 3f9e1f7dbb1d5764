"""Numbers as drafts print them: Roman, letters, words and ordinals, CJK and Arabic-Indic digits."""

from __future__ import annotations

import re
import unicodedata

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_PARTS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_TWINS = str.maketrans("ХІСМ", "XICM")
"""Cyrillic capitals that are typed for the letters of Roman numerals."""
_LONGEST_NUMBER = 9
"""Digits of the longest number that a provision can have; a longer row of digits counts nothing."""
_CJK_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_CJK_UNITS = {"十": 10, "百": 100, "千": 1000}

_ARABIC_UNITS = (
    ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"),
    ("الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة",
     "العاشرة"),
)  # fmt: skip
_ARABIC_TENS = (
    "العشرون", "الثلاثون", "الأربعون", "الخمسون", "الستون", "السبعون", "الثمانون", "التسعون",
)  # fmt: skip
ARABIC_ADVERBS = ("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا")
""""Firstly", "secondly" and so on, as Arabic drafts number paragraphs."""


def _arabic_ordinals() -> dict[str, int]:
    """Ordinal words of both genders up to ninety-nine, and the adverbs."""
    words = {word: place for place, word in enumerate(ARABIC_ADVERBS, start=1)}
    words |= {word: 10 * place for place, word in enumerate(_ARABIC_TENS, start=2)}
    for units, first, ten in zip(_ARABIC_UNITS, ("الحادي", "الحادية"), ("عشر", "عشرة"), strict=True):
        words |= {word: place for place, word in enumerate(units, start=1)}
        for place, unit in enumerate((first, *units[1:9]), start=1):
            words[f"{unit} {ten}"] = 10 + place
            words |= {f"{unit} و{tens}": 10 * n + place for n, tens in enumerate(_ARABIC_TENS, start=2)}
    return words


NUMBER_WORDS: dict[str, dict[str, int]] = {
    "en": {word: value for value, word in enumerate(
        ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE",
         "THIRTEEN", "FOURTEEN", "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN", "NINETEEN", "TWENTY",
         "TWENTY-ONE", "TWENTY-TWO", "TWENTY-THREE", "TWENTY-FOUR", "TWENTY-FIVE", "TWENTY-SIX",
         "TWENTY-SEVEN", "TWENTY-EIGHT", "TWENTY-NINE", "THIRTY", "THIRTY-ONE", "THIRTY-TWO",
         "THIRTY-THREE", "THIRTY-FOUR", "THIRTY-FIVE"), start=1)},
    "fr": {"PREMIER": 1, "UNIQUE": 1, "SECOND": 2, "SECONDE": 2} | {word: value for value, word in enumerate(
        ("PREMIÈRE", "DEUXIÈME", "TROISIÈME", "QUATRIÈME", "CINQUIÈME", "SIXIÈME", "SEPTIÈME", "HUITIÈME",
         "NEUVIÈME", "DIXIÈME", "ONZIÈME", "DOUZIÈME", "TREIZIÈME", "QUATORZIÈME", "QUINZIÈME"), start=1)},
    "es": {"PRIMER": 1, "TERCER": 3, "ÚNICO": 1, "ÚNICA": 1} | {
        stem + ending: value for ending in ("O", "A") for value, stem in enumerate(
            ("PRIMER", "SEGUND", "TERCER", "CUART", "QUINT", "SEXT", "SÉPTIM", "OCTAV", "NOVEN", "DÉCIM",
             "UNDÉCIM", "DUODÉCIM"), start=1)},
    "ru": {stem + ending: value for endings in (("АЯ", "ЫЙ", "ОЕ"), ("ЬЯ", "ИЙ", "ЬЕ"), ("АЯ", "ОЙ", "ОЕ"))
           for ending in endings for value, stem in enumerate(
            ("ПЕРВ", "ВТОР", "ТРЕТ", "ЧЕТВЕРТ", "ПЯТ", "ШЕСТ", "СЕДЬМ", "ВОСЬМ", "ДЕВЯТ", "ДЕСЯТ",
             "ОДИННАДЦАТ", "ДВЕНАДЦАТ"), start=1)},
    "zh": {},
    "ar": _arabic_ordinals(),
}  # fmt: skip
"""Number words of headings ("CHAPTER ONE", "Article premier"), upper-cased where the script has case."""

SUFFIXES = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "nonies", "decies",
    "undecies", "duodecies", "ante", "alt",
)  # fmt: skip
"""Latin suffixes of inserted provisions, in their order of insertion."""

_NATIVE_SUFFIXES = {
    "quinq": "quinquies", "quin": "quinquies", "quat": "quater",
    "бис": "bis", "тер": "ter", "кватер": "quater", "квинквиес": "quinquies", "сексиес": "sexies",
    "مكررا ثالثا": "quater", "مكررا ثانيا": "ter", "مكررا": "bis", "مكرر": "bis",
}  # fmt: skip
_AGAIN = re.compile(r"之\s*([一二三四五六七八九十]+)\s*$")
PRINTED_SUFFIXES = (*SUFFIXES, *_NATIVE_SUFFIXES)
"""Suffixes in every script that drafts print them in, longer ones before those they begin with."""


def latin_suffixes(printed: str) -> str:
    """A number with its suffix in Latin: "7 бис" is "7 bis", "十二之二" is "十二 bis".

    Args:
        printed: the number as the draft prints it.
    """
    text = _AGAIN.sub(lambda found: " " + _suffix_at(cjk_value(found.group(1)) or 2), printed)
    text = re.sub(r"[\u064b-\u0652]", "", text)
    for native, latin in _NATIVE_SUFFIXES.items():
        text = re.sub(rf"(?<![^\W\d_]){native}(?![^\W\d_])", latin, text, flags=re.IGNORECASE)
    return text


def _suffix_at(place: int) -> str:
    """The suffix of the second, third … provision of one number."""
    return SUFFIXES[min(max(0, place - 2), len(SUFFIXES) - 3)]


def roman_value(text: str) -> int | None:
    """The value of a Roman numeral in either case, or None if it is no well-formed one."""
    upper = text.upper().translate(_ROMAN_TWINS)
    if not upper or any(char not in _ROMAN_VALUES for char in upper):
        return None
    total = 0
    for char, following in zip(upper, upper[1:] + " ", strict=True):
        value = _ROMAN_VALUES[char]
        total += -value if _ROMAN_VALUES.get(following, 0) > value else value
    return total if roman(total) == upper else None


def roman(value: int) -> str:
    """The upper-case Roman numeral of a positive number; from 4,000 on, where there is none, its digits."""
    if value >= 4000:
        return str(value)
    text = ""
    for unit, letters in _ROMAN_PARTS:
        count, value = divmod(value, unit)
        text += letters * count
    return text


def cjk_value(text: str) -> int | None:
    """The value of a Chinese numeral ("二十一") or of a run of its digits, or None."""
    if not 0 < len(text) <= _LONGEST_NUMBER:
        return None
    if any(char not in _CJK_DIGITS and char not in _CJK_UNITS for char in text):
        return None
    if all(char in _CJK_DIGITS for char in text):
        return int("".join(str(_CJK_DIGITS[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in _CJK_UNITS:
            total += (digit or 1) * _CJK_UNITS[char]
            digit = 0
        else:
            digit = _CJK_DIGITS[char]
    return total + digit


def ascii_digits(text: str) -> str:
    """The text with every decimal digit of any script as an ASCII digit."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def number_value(text: str, language: str) -> int | None:
    """The value of a heading's number without suffix: digits, Roman, a word or a Chinese numeral."""
    plain = ascii_digits(text.strip())
    if plain.isdecimal():
        return int(plain) if len(plain) <= _LONGEST_NUMBER else None
    words = NUMBER_WORDS.get(language, {})
    return words.get(plain.upper()) or roman_value(plain) or cjk_value(plain)


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
    text = latin_suffixes(text).replace("–", "-")
    suffixes = [found.lower() for found in re.findall(_SUFFIX_PATTERN, text, re.IGNORECASE)]
    base = re.sub(_SUFFIX_PATTERN, " ", text, flags=re.IGNORECASE)
    base = re.sub(r"\s+", "", base) if language != "ar" else " ".join(base.split())
    if kind in ("subparagraph", "point") and cjk_value(base) is None and re.fullmatch(r"[^\W\d_]+", base):
        return latin_label(base) + "".join(suffixes)
    if kind in ("section", "subsection") and re.fullmatch(r"[A-HJ-UWYZ]", base):
        return base + "".join(suffixes)
    value = number_value(base, language)
    if value is None and re.fullmatch(rf"\d[\dlIO]{{0,{_LONGEST_NUMBER - 1}}}", base):
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


_SUFFIX_PATTERN = r"(?<![^\W\d_])(?:" + "|".join(SUFFIXES) + r")(?![^\W\d_])"
