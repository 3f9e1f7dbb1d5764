"""Numbers of a text in digits and words, before it is known what they measure; and which are of dates."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from treatydiff.language.number_words import numbers_in
from treatydiff.language.numerals import ascii_digits
from treatydiff.language.words.quantities import QUANTITY_WORDS, Fractions
from treatydiff.language.words.signal_table import behind_glue, glued, places
from treatydiff.language.words.units import UnitWords
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_DIGITS = pattern_of(
    r"(\d[\d.,]*)(?P<ordinal>st|nd|rd|th|er|e|ème|º|ª|-?(?:й|го|я|ый|ой|му))?(?:-(?P<unit>\w+))?"
)
_NUMERIC_DATE = pattern_of(r"(?P<day>\d{1,2})\.\d{1,2}\.(?P<year>\d{4})")
YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class PrintedMarks:
    """What printed signs around words say of them, by the numbers of words.

    Args:
        percent: words before a sign of hundredths.
        money: words beside the sign of a currency.
        symbols: words that are part of a document's symbol ("decision 2/CMA.3").
        apart: words before which punctuation stands.
    """

    percent: frozenset[int] = frozenset()
    money: Mapping[int, str] | None = None
    symbols: frozenset[int] = frozenset()
    apart: Container[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number before its kind is known; `unit` is one that hangs on it by a hyphen."""

    amount: str
    first: int
    last: int
    ordinal: bool
    weak: bool
    fraction: bool = False
    unit: str = ""
    dated: bool = False


def amount_of(text: str) -> float | None:
    """The amount that figures say, "2/3" among them; None if they say none."""
    whole, _, parts = text.partition("/")
    try:
        return float(whole) / float(parts or 1)
    except (ValueError, ZeroDivisionError):
        return None


# --- numbers -------------------------------------------------------------------------------------

_TIMES = {"万": 10**4, "亿": 10**8, "千": 1000, "百万": 10**6}
"""Chinese signs that multiply a number in digits before them."""
_MULTIPLIERS = frozenset(("1000", "1000000", "1000000000"))
_BILLION = frozenset(
    ("billion", "billions", "milliard", "milliards", "миллиард", "миллиарда", "миллиардов", "مليار")
)


def whole_numbers(
    numbers: Sequence[ReadNumber], keys: Sequence[str], marks: PrintedMarks
) -> list[ReadNumber]:
    """The numbers with those made one that are said together: "1 million", "20 000", "five (5)"."""
    whole: list[ReadNumber] = []
    for number in numbers:
        last = whole[-1] if whole else None
        if last is None or last.last != number.first or last.ordinal or last.fraction:
            whole.append(number)
        elif last.amount == number.amount:
            whole[-1] = replace(last, last=number.last, unit=number.unit)
        elif number.amount in _MULTIPLIERS and not number.ordinal:
            whole[-1] = _times(last, int(number.amount), number.last)
        elif number.first in marks.apart:
            whole.append(number)
        elif (
            len(number.amount) == 3
            and number.amount.isdigit()
            and _in_digits(last, keys)
            and _in_digits(number, keys)
        ):
            whole[-1] = replace(last, amount=last.amount + number.amount, last=number.last, weak=False)
        else:
            whole.append(number)
    return [_multiplied(number, keys) for number in whole]


def _in_digits(number: ReadNumber, keys: Sequence[str]) -> bool:
    return keys[number.last - 1].isdecimal() and (
        number.last - number.first > 1 or len(keys[number.first]) <= 3
    )


def _multiplied(number: ReadNumber, keys: Sequence[str]) -> ReadNumber:
    """A number before a word that multiplies it and is no number word of the tables."""
    behind = "".join(keys[number.last : number.last + 1])
    if behind in _BILLION:
        return _times(number, 10**9, number.last + 1)
    if behind in _TIMES and keys[number.first][:1].isdecimal():
        return _times(number, _TIMES[behind], number.last + 1)
    return number


def _times(number: ReadNumber, times: int, last: int) -> ReadNumber:
    amount = amount_of(number.amount)
    name = number.amount if amount is None else f"{amount * times:.15g}"
    return replace(number, amount=name, last=last, weak=False)


def read_numbers(keys: Sequence[str], language: str, marks: PrintedMarks) -> Iterator[ReadNumber]:
    """Every number, in digits or words; the longest reading wins."""
    taken: set[int] = set()
    if language in QUANTITY_WORDS:
        for amount, first, last in _turns(keys, language):
            if not taken.intersection(range(first, last)):
                taken.update(range(first, last))
                if amount:
                    dual = keys[first] if language == "ar" and amount == "2" else ""
                    yield ReadNumber(
                        amount, first, last, ordinal=False, weak=False, fraction="/" in amount, unit=dual
                    )
    for number in numbers_in(keys, language, marks.apart):
        if not taken.intersection(range(number.first, number.last)):
            taken.update(range(number.first, number.last))
            one = number.value == 1 and not number.ordinal and not number.tail
            if number.weak and not one:
                continue
            unit = keys[number.last - 1].split("-")[-1] if number.tail else ""
            yield ReadNumber(str(number.value), number.first, number.last, number.ordinal, one, unit=unit)
    for at, key in enumerate(keys):
        if not key[:1].isdecimal() or at in taken or at in marks.symbols:
            continue
        if found := _DIGITS.fullmatch(key):
            if date := _NUMERIC_DATE.fullmatch(found[1]):
                for part in (date["day"], date["year"]):
                    yield ReadNumber(
                        str(int(ascii_digits(part))), at, at + 1, ordinal=False, weak=False, dated=True
                    )
                continue
            amount = _plain_figures(ascii_digits(_without_thousands(found[1], language)))
            ordinal = bool(found["ordinal"]) or (at > 0 and keys[at - 1] == "第")
            yield ReadNumber(
                amount, at, at + 1, ordinal, amount == "1" and not found["unit"], unit=found["unit"] or ""
            )


def _plain_figures(amount: str) -> str:
    """Figures without zeros that change no value: "0.50" is "0.5"."""
    return amount.rstrip("0").rstrip(".") if re.fullmatch(r"\d+\.\d+", amount) else amount


_POINTS_GROUP = frozenset(("es", "fr", "ru"))
"""Languages that write "20.000" for twenty thousand, since their decimals stand behind a comma."""


def _without_thousands(digits: str, language: str) -> str:
    """Digits without the marks between thousands: "1,500", "1.500.000"."""
    if language in _POINTS_GROUP and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", digits):
        return digits.replace(".", "")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        return digits.replace(",", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", digits):
        return digits.replace(".", "")
    return digits.replace(",", ".").rstrip(".")


def _turns(keys: Sequence[str], language: str) -> Iterator[tuple[str, int, int]]:
    """Turns that say no number (""), and fractions."""
    glue = QUANTITY_WORDS[language].glue
    joined = glued(keys, glue)
    if not _any_turn(language).search(joined):
        return
    found = [
        (match, value) for pattern, value in _turn_patterns(language) for match in pattern.finditer(joined)
    ]
    numbered = {place: at for at, place in enumerate(places(keys, glue))}
    for match, value in found:
        first, last = numbered.get(match.start()), numbered.get(match.end())
        if first is not None and last is not None and last > first:
            yield value, first, last


@lru_cache(maxsize=8)
def _any_turn(language: str) -> re.Pattern[str]:
    """What finds whether a text has any of them: most have none, and there are two dozen patterns."""
    return behind_glue("|".join(pattern for _, pattern in _turns_of(language)), QUANTITY_WORDS[language].glue)


@lru_cache(maxsize=8)
def _turn_patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    glue = QUANTITY_WORDS[language].glue
    return tuple((behind_glue(pattern, glue), value) for value, pattern in _turns_of(language))


def _turns_of(language: str) -> Fractions:
    table = QUANTITY_WORDS[language]
    return (*([("", table.not_numbers)] if table.not_numbers else ()), *table.fractions)


# --- dates -----------------------------------------------------------------------------------------

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
    counted = bool(following) and (
        (following[0] in table.time and not number.ordinal) or following[0] in table.money
    )
    # "2,000" is no year.
    return whole and not counted and not any(sign in keys[number.first] for sign in ",.'’")


def _chinese_date(number: ReadNumber, keys: Sequence[str]) -> bool:
    one = "".join(keys[number.last : number.last + 1])
    before = "".join(keys[number.first - 1 : number.first]) if number.first else ""
    year = one == "年" and number.amount.isdigit() and int(number.amount) in YEARS
    return year or one == "月" or (one in ("日", "号") and before == "月")
