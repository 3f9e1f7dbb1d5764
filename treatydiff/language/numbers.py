"""Numbers as drafts print them: Roman, letters, words and ordinals, CJK and Arabic-Indic digits."""

from __future__ import annotations

import re
import unicodedata

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_PARTS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LONGEST_NUMBER = 9
"""Digits of the longest number that a provision can have; a longer row of digits counts nothing."""
_CJK_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_CJK_UNITS = {"十": 10, "百": 100, "千": 1000}

NUMBER_WORDS: dict[str, dict[str, int]] = {
    "en": {word: value for value, word in enumerate(
        ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE",
         "THIRTEEN", "FOURTEEN", "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN", "NINETEEN", "TWENTY",
         "TWENTY-ONE", "TWENTY-TWO", "TWENTY-THREE", "TWENTY-FOUR", "TWENTY-FIVE", "TWENTY-SIX",
         "TWENTY-SEVEN", "TWENTY-EIGHT", "TWENTY-NINE", "THIRTY", "THIRTY-ONE", "THIRTY-TWO",
         "THIRTY-THREE", "THIRTY-FOUR", "THIRTY-FIVE"), start=1)},
    "fr": {"PREMIER": 1, "PREMIÈRE": 1, "UNIQUE": 1},
    "es": {"PRIMERO": 1, "PRIMERA": 1, "ÚNICO": 1, "SEGUNDA": 2, "TERCERA": 3, "CUARTA": 4, "QUINTA": 5},
    "ru": {"ПЕРВАЯ": 1, "ПЕРВЫЙ": 1},
    "zh": {},
    "ar": {word: value for value, word in enumerate(
        ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر",
         "الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر", "السادس عشر",
         "السابع عشر", "الثامن عشر", "التاسع عشر", "العشرون"), start=1)} | {"الأولى": 1},
}  # fmt: skip
"""Number words of headings ("CHAPTER ONE", "Article premier"), upper-cased where the script has case."""

SUFFIXES = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "nonies", "decies",
    "undecies", "duodecies", "ante", "alt",
)  # fmt: skip
"""Latin suffixes of inserted provisions, in their order of insertion."""


def roman_value(text: str) -> int | None:
    """The value of a Roman numeral in either case, or None if it is no well-formed one."""
    upper = text.upper()
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
    elif kind not in ("part", "chapter", "title", "annex") and len(base) > 1:
        base = base.lower()
    return re.sub(r"[^\w.\-]", "", base + "".join(suffixes), flags=re.UNICODE)


ARABIC_LETTERS = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
CYRILLIC_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Letters in the order in which lists use them (Arabic: abjad)."""


LATIN_TWINS = dict(zip("асеорхіву", "aceopxiby", strict=True))
"""Cyrillic letters that look like Latin ones and are typed for them in lists."""


def latin_label(letters: str) -> str:
    """A list label in lower-case Latin letters: the second letter of any alphabet is "b"."""
    lower = letters.lower().replace("أ", "ا")
    mapped = ""
    for char in lower:
        place = max(CYRILLIC_LETTERS.find(char), ARABIC_LETTERS.find(char))
        mapped += chr(ord("a") + place) if 0 <= place < 26 else char
    return mapped


_SUFFIX_PATTERN = r"(?<![^\W\d_])(?:" + "|".join(SUFFIXES) + r")(?![^\W\d_])"
