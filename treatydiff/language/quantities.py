"""Quantities of a text: durations, shares, money, dates and counts, each with its own comparison.

A number is a quantity by what stands around it. Numbers of references, sessions and documents, ordinals
that count nothing ("a third State") and numbers that are labels are none.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from treatydiff.language.quantity_numbers import (
    YEARS,
    PrintedMarks,
    ReadNumber,
    amount_of,
    read_numbers,
    whole_numbers,
)
from treatydiff.language.tokenizer import Word
from treatydiff.language.words.quantities import QUANTITY_WORDS
from treatydiff.language.words.units import (
    OF_COUNTRIES,
    ONE_CURRENCY,
    UNIT_WORDS,
    WORKING_DAYS,
    Base,
    UnitWords,
)

QuantityKind = Literal["duration", "share", "money", "date", "count"]
Direction = Literal["", "raised", "lowered", "changed"]

_LONGEST_MONTH = 31
_FAR = 3
"""Words behind a number in which its unit stands ("30 or 60 calendar days")."""
_DAYS: dict[Base, tuple[float, float]] = {"hours": (1 / 24, 1 / 24), "days": (1, 1), "months": (28, 31)}
"""Least and most days of a unit."""
_LONG_MONTHS = (30.4, 30.6)
"""Days of a month where several are counted: three months are about ninety days."""
_EITHER = frozenset(("or", "to", "and", "ou", "et", "à", "o", "y", "a", "или", "и", "до", "أو", "إلى"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity and its words.

    Args:
        kind: what it measures.
        name: the number alone, in figures.
        value: equal values say the same: "24 months" and "two years".
        least, most: the amount, as a range where the unit is no exact one (days of a month).
        unit: base unit or currency.
        first, last: numbers of the words of the number, the last excluded.
        weak: a one that is as often an article ("un", "1 keeper").
        until: number of the word behind those that say what it measures (currency, month); 0 for none.
    """

    kind: QuantityKind
    name: str
    value: str
    least: float
    most: float
    unit: str
    first: int
    last: int
    weak: bool = False
    until: int = 0


def compared(old: Quantity, new: Quantity) -> Direction:
    """How one quantity stands to the one that replaced it; "" where both say the same.

    Dates are never higher or lower; amounts of different kinds or currencies are only other amounts.
    """
    if old.value == new.value or (old.kind == new.kind == "date" and _one_day(old.value, new.value)):
        return ""
    if old.kind == "date" or new.kind == "date" or old.kind != new.kind:
        return "changed"
    if old.kind == "money" and old.unit != new.unit:
        return "changed"
    if old.most < new.least:
        return "raised"
    return "lowered" if new.most < old.least else "changed"


def _one_day(a: str, b: str) -> bool:
    """Whether two dates may be one, of which one is printed without the name of its month: "01.07.2024"."""
    shorter, longer = sorted((a, b), key=len)
    return longer.startswith(f"{shorter} ")


def printed_marks(text: str, words: Sequence[Word], apart: Container[int]) -> PrintedMarks:
    """What the signs of a text say of its words.

    Args:
        text: the text.
        words: its words.
        apart: numbers of words before which punctuation stands.
    """
    percent, money, symbols = set(), {}, set()
    for at, word in enumerate(words):
        if not word.key[:1].isdecimal():
            continue
        before, behind = (
            text[max(0, word.start - 2) : word.start].strip(),
            text[word.end : word.end + 2].strip(),
        )
        if behind[:1] in ("%", "％", "٪"):
            percent.add(at)
        if before[-1:] in "$€£¥" and before:
            money[at] = before[-1]
        elif behind[:1] in "$€£¥" and behind:
            money[at] = behind[0]
        if text[word.end : word.end + 1] == "/" or text[max(0, word.start - 1) : word.start] in ("/", "."):
            symbols.add(at)
    return PrintedMarks(frozenset(percent), money, frozenset(symbols), apart)


def quantities_in(keys: Sequence[str], language: str, marks: PrintedMarks | None = None) -> list[Quantity]:
    """The quantities of a text, in order.

    Args:
        keys: its words, as comparison keys.
        language: code of its language; without tables every number is a count.
        marks: what printed signs say of the words, where they are known.
    """
    marks = marks or PrintedMarks()
    numbers = whole_numbers(
        sorted(read_numbers(keys, language, marks), key=lambda number: number.first), keys, marks
    )
    behind = {number.first: number.last for number in numbers}
    table = UNIT_WORDS.get(language)
    quantities = [_quantity(number, keys, language, table, marks, behind) for number in numbers]
    return [each for each in quantities if each is not None]


# --- what they measure ---------------------------------------------------------------------------


def _quantity(
    number: ReadNumber,
    keys: Sequence[str],
    language: str,
    table: UnitWords | None,
    marks: PrintedMarks,
    behind: Mapping[int, int],
) -> Quantity | None:
    if table is None:
        return _made("count", number, number.amount, "")
    sign = (marks.money or {}).get(number.first, "")
    if sign:
        return _made("money", number, f"{number.amount} {sign}", sign)
    if number.fraction:
        timed = _duration(number, keys, table, behind) if _unit_follows(number, keys, table) else None
        return timed or _made("share", number, number.amount, "")
    if (
        number.first in marks.percent
        or number.last - 1 in marks.percent
        or _percent(number, keys, table, behind)
    ):
        return _made("share", number, f"{number.amount} %", "%")
    month = _month_beside(number, keys, language, table)
    if month or number.dated or _dated(number, keys, language, table):
        name, until = month or ("", 0)
        return _made("date", number, f"date {number.amount} {name}".strip(), "", until)
    if timed := _duration(number, keys, table, behind):
        return timed
    if money := _money(number, keys, table):
        return money
    following = keys[number.last : number.last + 2]
    if number.ordinal and not (following and following[0] in table.counted_ordinals):
        return None
    if number.first > 0 and number.first not in marks.apart and _is_label(number, keys, table):
        return None
    return _made("count", number, number.amount, "")


def _money(number: ReadNumber, keys: Sequence[str], table: UnitWords) -> Quantity | None:
    """An amount with its currency behind it, or the code of one before it ("USD 5 million")."""
    last = number.last
    while last < len(keys) and keys[last] in OF_COUNTRIES:
        last += 1
    following = keys[last : last + 2]
    at = next((at for at, word in enumerate(following) if word in table.money), None)
    if at is not None:
        currency = _one_currency(following[at])
        return _made("money", number, f"{number.amount} {currency}", currency, last + at + 1)
    before = keys[number.first - 1] if number.first else ""
    if before in ONE_CURRENCY:
        return _made("money", number, f"{number.amount} {ONE_CURRENCY[before]}", ONE_CURRENCY[before])
    return None


def _is_label(number: ReadNumber, keys: Sequence[str], table: UnitWords) -> bool:
    """Whether a number names what stands before it: "session 3", "Channel 16 shall", "Room 12 of"."""
    before = keys[number.first - 1]
    if before in table.numbered:
        return True
    behind = keys[number.last] if number.last < len(keys) else ""
    return (
        bool(table.closing)
        and keys[number.first][:1].isdecimal()
        and before[:1].isalpha()
        and before not in table.opening
        and (not behind or behind in table.closing)
    )


def _one_currency(word: str) -> str:
    """A currency in the singular: "euros" is "euro", and so is its code."""
    if word in ONE_CURRENCY:
        return ONE_CURRENCY[word]
    return word[:-1] if word.isascii() and word.endswith("s") and len(word) > len("sdrs") else word


def _unit_follows(number: ReadNumber, keys: Sequence[str], table: UnitWords) -> bool:
    """Whether a unit of time stands right behind a fraction: "half a year", "半年"."""
    behind = "".join(keys[number.last : number.last + 1])
    return behind in table.time or "".join(keys[number.last : number.last + 2]) in table.time


def _made(kind: QuantityKind, number: ReadNumber, value: str, unit: str, until: int = 0) -> Quantity | None:
    amount = amount_of(number.amount)
    if amount is None:
        return None
    if unit == "%":
        amount /= 100
    weak = number.weak and kind == "count"
    return Quantity(kind, number.amount, value, amount, amount, unit, number.first, number.last, weak, until)


def _percent(number: ReadNumber, keys: Sequence[str], table: UnitWords, behind: Mapping[int, int]) -> bool:
    if "".join(keys[max(0, number.first - 3) : number.first]) == "百分之":
        return True
    at = _behind(number, keys, behind)
    return any(tuple(keys[at : at + len(words)]) == words for words in table.percent)


def _behind(number: ReadNumber, keys: Sequence[str], behind: Mapping[int, int]) -> int:
    """The word behind a number and those beside it: "[120] [180] days", "30 or 60 days"."""
    at = number.last
    while True:
        if at in behind:
            at = behind[at]
        elif at < len(keys) and keys[at] in _EITHER and at + 1 in behind:
            at = behind[at + 1]
        else:
            return at


def _duration(
    number: ReadNumber, keys: Sequence[str], table: UnitWords, behind: Mapping[int, int]
) -> Quantity | None:
    at = _behind(number, keys, behind)
    near = [number.unit] if number.unit else [*keys[at : at + _FAR]]
    unspaced = "小时" in table.time
    if unspaced:
        near = _chinese_unit(keys, at)
    place = next((n for n, word in enumerate(near) if word not in table.between), len(near))
    unit = table.time.get(near[place]) if place < len(near) else None
    amount = amount_of(number.amount)
    if unit is None or amount is None or (unspaced and number.ordinal):
        return None
    if number.ordinal and near[place] not in table.counted_ordinals:
        return None
    base, times = unit
    total = amount * times
    least, most = _DAYS[base]
    if base == "months" and total >= 2:
        least, most = _LONG_MONTHS
    around = {*keys[at : at + place + 2]}
    worked = unspaced and "".join(keys[at : at + 3]).lstrip("个").startswith("工作")
    working = "working " if worked or around & WORKING_DAYS else ""
    slack = 2.0 if base == "months" and total >= 2 else 0.0
    return Quantity(
        "duration", number.amount, f"{'ordinal ' if number.ordinal else ''}{total:g} {working}{base}",
        total * least - slack, total * most + slack, base, number.first, number.last,
    )  # fmt: skip


def _chinese_unit(keys: Sequence[str], at: int) -> list[str]:
    """The unit behind a Chinese number; 月 without 个 names a month of the calendar."""
    counted = list(keys[at : at + 1]) == ["个"]
    at += counted
    two = "".join(keys[at : at + 2])
    if two in ("小时", "星期"):
        return [two]
    if two == "工作":
        return list(keys[at + 2 : at + 3])
    one = "".join(keys[at : at + 1])
    return [] if one == "月" and not counted else [one]


def _month_beside(
    number: ReadNumber, keys: Sequence[str], language: str, table: UnitWords
) -> tuple[str, int] | None:
    """The month behind the number of a day, and the number of the word behind it; "first of February" too."""
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


def _dated(number: ReadNumber, keys: Sequence[str], language: str, table: UnitWords) -> bool:
    """Whether a number is a year, or the day beside a month."""
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
    parted = any(sign in keys[number.first] for sign in ",.'’")  # "2,000" is no year
    return (
        whole
        and not parted
        and not (following and (following[0] in table.time or following[0] in table.money))
    )


def _chinese_date(number: ReadNumber, keys: Sequence[str]) -> bool:
    one = "".join(keys[number.last : number.last + 1])
    before = "".join(keys[number.first - 1 : number.first]) if number.first else ""
    year = one == "年" and number.amount.isdigit() and int(number.amount) in YEARS
    return year or one == "月" or (one in ("日", "号") and before == "月")
