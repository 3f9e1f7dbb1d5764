"""Which numbers of a text are days and years of dates."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.language.quantity_numbers import YEARS, ReadNumber
from treatydiff.language.words.quantities import QUANTITY_WORDS
from treatydiff.language.words.units import UnitWords

_LONGEST_MONTH = 31


def month_beside(
    number: ReadNumber, keys: Sequence[str], language: str, table: UnitWords
) -> tuple[str, int] | None:
    """The month behind the number of a day, and the number of the word behind it; "first of February" too.

    Args:
        number: that may be of a day.
        keys: the words of the text, as comparison keys.
        language: code of its language.
        table: the words around numbers.
    """
    months = QUANTITY_WORDS[language].months if language in QUANTITY_WORDS else frozenset()
    at = number.last
    while at < len(keys) and keys[at] in table.date_links and at < number.last + 3:
        at += 1
    if not number.amount.isdigit() or not 0 < int(number.amount) <= _LONGEST_MONTH:
        return None
    months -= table.date_links
    if at < len(keys) and keys[at] in months:
        return keys[at], at + 1
    if number.first > 0 and keys[number.first - 1] in months and not number.ordinal:
        return keys[number.first - 1], 0
    return None


_UNTIL = frozenset(("to", "until", "and", "au", "et", "al", "y", "по", "до", "и", "إلى", "و"))
"""Words between the two days of a stretch of days."""


def is_dated(number: ReadNumber, keys: Sequence[str], language: str, table: UnitWords) -> bool:
    """Whether a number is a year, or the day beside a month.

    Args:
        number: that may be of a date.
        keys: the words of the text, as comparison keys.
        language: code of its language.
        table: the words around numbers.
    """
    months = QUANTITY_WORDS[language].months if language in QUANTITY_WORDS else frozenset()
    months -= table.date_links
    following = [*keys[number.last : number.last + 4]]
    if language == "zh":
        return _chinese_date(number, keys)
    links = 0
    while links < len(following) and following[links] in table.date_links:
        links += 1
    if links < len(following) and following[links] in months and (links == 0 or links <= 3):
        return True
    if number.first > 0 and keys[number.first - 1] in months and not number.ordinal:
        return True
    if following[:1] and following[0] in _UNTIL and following[1:2] and following[1][:1].isdigit():
        ends = [key for key in following[2:] if key not in table.date_links]
        if ends and ends[0] in months:
            return True  # "from 12 to 15 December"
    whole = number.amount.isdigit() and int(number.amount) in YEARS
    # "тысяча девятьсот девяностого года" is a year, though years are counted by the same word.
    return whole and not (following and following[0] in table.time and not number.ordinal)


def _chinese_date(number: ReadNumber, keys: Sequence[str]) -> bool:
    one = "".join(keys[number.last : number.last + 1])
    before = "".join(keys[number.first - 1 : number.first]) if number.first else ""
    year = one == "年" and number.amount.isdigit() and int(number.amount) in YEARS
    return year or one == "月" or (one in ("日", "号") and before == "月")
