"""The months of dates, which languages name or number: "9 August 1993", "9.8.1993", "1993年8月9日"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from treatydiff.language.numerals import cjk_value
from treatydiff.language.words.across import MONTH_NAMES, MONTHS
from treatydiff.patterns import pattern_of

_SHORT_DATE = pattern_of(r"(?<![\d.,/])(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_ZH_MONTH = pattern_of(r"(?<![\d一二三四五六七八九十])(\d{1,2}|[一二三四五六七八九十]{1,2})\s?月")
_ZH_DAY = pattern_of(r"\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日")
_DAY = r"(?<!\d)\d{1,2}(?:\s?(?:er|º|°|st|nd|rd|th))?\s{1,3}(?:of\s|de\s|من\s)?"
_YEAR = r",?\s{1,3}(?:de\s|del\s)?(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?\d{4}(?!\d)"


def dated_months(text: str, language: str) -> tuple[str, Counter[str]]:
    """A text whose dates have no months and no leading zeros any more, and the months, by English names.

    What is left of a date in digits is its day and its year. A month counts beside a day or a year in
    digits; "in the month of May" has none.

    Args:
        text: with digits in ASCII.
        language: code of its language; in one without a table only dates in digits have months.
    """
    found: Counter[str] = Counter()

    def in_digits(date: re.Match[str]) -> str:
        if not 1 <= int(date[2]) <= _MONTHS_OF_A_YEAR:
            return date[0]
        found[_name(int(date[2]))] += 1
        return f" {int(date[1])} {date[3]} "

    def in_chinese(month: re.Match[str]) -> str:
        value = int(month[1]) if month[1].isdigit() else cjk_value(month[1]) or 0
        dated = text[: month.start()].endswith("年") or _ZH_DAY.match(text, month.end())
        if dated and 1 <= value <= _MONTHS_OF_A_YEAR:
            found[_name(value)] += 1
        return " "

    text = _SHORT_DATE.sub(in_digits, text)
    if language == "zh":
        return _ZH_MONTH.sub(in_chinese, text), found
    pattern = _named(language)
    for match in pattern.finditer(text) if pattern else ():
        if match["day"] or match["year"]:
            found[_name(next(at for at in range(1, 13) if match[f"m{at}"]))] += 1
    return text, found


_MONTHS_OF_A_YEAR = 12


def _name(month: int) -> str:
    return MONTH_NAMES[month - 1]


def prints_month(text: str, name: str, language: str) -> bool:
    """Whether a text, in whatever language, prints a month as a language calls it.

    Args:
        text: of a clause.
        name: of the month in English.
        language: code of the language.
    """
    if name not in MONTH_NAMES or language not in MONTHS:
        return False
    said = MONTHS[language][MONTH_NAMES.index(name)]
    return re.search(rf"(?<!\w)(?:{said})(?!\w)", text, re.IGNORECASE) is not None


@cache
def _named(language: str) -> re.Pattern[str] | None:
    """A month with the day before it and the year behind it, where they are printed."""
    table = MONTHS.get(language)
    if table is None:
        return None
    names = "|".join(f"(?P<m{at}>{name})" for at, name in enumerate(table, start=1))
    second = r"(?:\s?/\s?[^\W\d_]{3,8}(?:\s(?:الثاني|الأول))?)?"  # Arabic dates often have both names
    return pattern_of(rf"(?P<day>{_DAY})?(?<!\w)(?:{names})(?!\w){second}(?P<year>{_YEAR})?", re.IGNORECASE)
