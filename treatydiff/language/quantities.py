"""Quantities of a text: durations, shares, money, dates and counts, each with its own comparison.

A number is a quantity by what stands around it. Numbers of references, sessions and documents, ordinals
that count nothing ("a third State") and numbers that are labels are none.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Literal

from treatydiff.language.quantity_numbers import (
    PrintedMarks,
    ReadNumber,
    amount_of,
    is_dated,
    month_beside,
    read_numbers,
    whole_numbers,
)
from treatydiff.language.tokenizer import Word
from treatydiff.language.words.units import (
    CURRENCY_SIGNS,
    OF_COUNTRIES,
    ONE_CURRENCY,
    UNIT_WORDS,
    WORKING_DAYS,
    Base,
    UnitWords,
)
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

QuantityKind = Literal["duration", "share", "money", "date", "count"]
Direction = Literal["", "raised", "lowered", "changed"]

_FAR = 3
"""Words behind a number in which its unit stands ("30 or 60 calendar days")."""
_DAYS: dict[Base, tuple[float, float]] = {"hours": (1 / 24, 1 / 24), "days": (1, 1), "months": (28, 31)}
"""Least and most days of a unit."""
_LONG_MONTHS = (30, 30.6)
"""Days of a month where several are counted: six months are about 180 days, and about half a year."""
_WORKING_WEEK = 1.5
"""Days of the calendar that a working day takes at most."""
_SIDE_BY_SIDE = pattern_of(r"[\[［【]\d++(?:/\d++)++[\]］】]")
"""Numbers offered by a slash inside brackets, "[30/60] days"; elsewhere a slash makes a document's symbol."""
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
        until: number of the word behind those that say what it measures (currency, month, days); 0 for none.
        working: whether its days are working days.
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
    working: bool = False


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
    if old.kind == "duration" and old.unit == new.unit and old.working == new.working:
        # Months against months need no range: eleven years are more than ten.
        return "raised" if old.least < new.least else "lowered" if new.least < old.least else "changed"
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
    offered = [found.span() for found in _SIDE_BY_SIDE.finditer(text)]
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
        beside = text[word.end : word.end + 1] == "/" or text[max(0, word.start - 1) : word.start] in (
            "/", "."
        )  # fmt: skip
        if beside and not any(first < word.start < last for first, last in offered):
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
    if not numbers:
        return []
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
        currency = CURRENCY_SIGNS.get(sign, sign)
        return _made("money", number, f"{number.amount} {currency}", currency)
    if number.fraction:
        timed = _duration(number, keys, table, behind) if _unit_follows(number, keys, table) else None
        return timed or _made("share", number, number.amount, "")
    if (
        number.first in marks.percent
        or number.last - 1 in marks.percent
        or _percent(number, keys, table, behind)
    ):
        return _made("share", number, f"{number.amount} %", "%", _percent_until(number, keys, table))
    month = month_beside(number, keys, language, table)
    if month or number.dated or is_dated(number, keys, language, table):
        name, until = month or ("", 0)
        return _made("date", number, f"date {number.amount} {name}".strip(), "", until)
    if timed := _duration(number, keys, table, behind):
        return timed
    if money := _money(number, keys, table, behind):
        return money
    at = _behind(number, keys, behind)
    if number.ordinal and not (at < len(keys) and keys[at] in table.counted_ordinals):
        return None
    if number.first > 0 and number.first not in marks.apart and _is_label(number, keys, table):
        return None
    return _made("count", number, number.amount, "")


def _money(
    number: ReadNumber, keys: Sequence[str], table: UnitWords, behind: Mapping[int, int]
) -> Quantity | None:
    """An amount with its currency behind it, or the code of one before it ("USD 5 million")."""
    last = number.last
    while last < len(keys) and keys[last] in OF_COUNTRIES:
        last += 1
    following = keys[last : last + 2]
    at = next((at for at, word in enumerate(following) if word in table.money), None)
    if at is not None:
        currency = _one_currency(following[at])
        # of "[30] [60] euros" the first amount ends before the second
        until = 0 if at and last in behind else last + at + 1
        return _made("money", number, f"{number.amount} {currency}", currency, until)
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


def _percent_until(number: ReadNumber, keys: Sequence[str], table: UnitWords) -> int:
    """The number of the word behind "per cent"; 0 where a sign says it, or other numbers stand between."""
    at = number.last
    return next((at + len(words) for words in table.percent if tuple(keys[at : at + len(words)]) == words), 0)


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
    working = bool(around & WORKING_DAYS)
    behind_unit = at + place + 1 + (len(WORKING_DAYS.intersection(keys[at + place + 1 : at + place + 2])))
    if unspaced:
        working, behind_unit = _chinese_working(keys, at)
    slack = 2.0 if base == "months" and total >= 2 else 0.0
    if base == "hours" and total % 24 == 0:
        said = f"{total / 24:g} days"
    else:
        said = f"{total:g} {'working ' if working else ''}{base}"
    return Quantity(
        "duration", number.amount, f"{'ordinal ' if number.ordinal else ''}{said}",
        total * least, total * most * (_WORKING_WEEK if working else 1) + slack,
        base, number.first, number.last,
        until=behind_unit if at == number.last and not number.unit else 0, working=working,
    )  # fmt: skip


def _chinese_working(keys: Sequence[str], at: int) -> tuple[bool, int]:
    """Whether the days behind a Chinese number are working days, and the number of the word behind them."""
    first = at + (list(keys[at : at + 1]) == ["个"])
    two = "".join(keys[first : first + 2])
    if two == "工作":
        return True, first + 3
    return False, first + (2 if two in ("小时", "星期") else 1)


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
