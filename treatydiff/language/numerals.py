"""Numerals in figures and signs: Roman, Chinese, and the digits of any script."""

from __future__ import annotations

import unicodedata

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_PARTS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
LONGEST_NUMBER = 9
"""Digits of the longest number that a provision can have; a longer row of digits counts nothing."""
_CJK_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_CJK_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}

_ROMAN_TWINS = str.maketrans("ХІСМ", "XICM")
"""Cyrillic capitals that are typed for the letters of Roman numerals."""


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
    if not 0 < len(text) <= LONGEST_NUMBER:
        return None
    if any(char not in _CJK_DIGITS and char not in _CJK_UNITS for char in text):
        return None
    if all(char in _CJK_DIGITS for char in text):
        return int("".join(str(_CJK_DIGITS[char]) for char in text))
    total, group, digit = 0, 0, 0
    for char in text:
        unit = _CJK_UNITS.get(char, 0)
        if not unit:
            digit = _CJK_DIGITS[char]
        elif unit < 10_000:
            group += (digit or 1) * unit
            digit = 0
        else:
            total = (total + group + digit or 1) * unit
            group = digit = 0
    return total + group + digit


def ascii_digits(text: str) -> str:
    """The text with every decimal digit of any script as an ASCII digit."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
