"""The dates that a draft prints of itself: that of its text, that on which the document was issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatydiff.model import Draft
from treatydiff.patterns import pattern_of

_FIRST_PAGES = 3
"""Masthead and cover are on these; later front matter speaks of other documents."""
_MASTHEAD = 4_000
"""Characters of front matter in which a document gives its symbol and dates."""

_MONTHS = (
    ("january", "janvier", "enero", "января"), ("february", "février", "febrero", "февраля"),
    ("march", "mars", "marzo", "марта"), ("april", "avril", "abril", "апреля"),
    ("may", "mai", "mayo", "мая"), ("june", "juin", "junio", "июня"),
    ("july", "juillet", "julio", "июля"), ("august", "août", "agosto", "августа"),
    ("september", "septembre", "septiembre", "сентября"), ("october", "octobre", "octubre", "октября"),
    ("november", "novembre", "noviembre", "ноября"), ("december", "décembre", "diciembre", "декабря"),
)  # fmt: skip
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_DAY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?:de\s+)?(?P<month>{_MONTH})\s+(?:de\s+)?(?P<year>\d{{4}})"
_DAY_ZH = r"(?P<year_zh>\d{4})\s*年\s*(?P<month_zh>\d{1,2})\s*月\s*(?P<day_zh>\d{1,2})\s*日"
_ANY_DATE = pattern_of(rf"(?:{_DAY}|{_DAY_ZH})", re.IGNORECASE)
_ISSUED = pattern_of(
    rf"(?:Distr\.?\s*+:?\s*+\w+|Re-?issued(?:\s+on)?|Distribution\s*+:?\s*+\w+)[\s.:]*(?:{_DAY}|{_DAY_ZH})",
    re.IGNORECASE,
)
_OF_TEXT = pattern_of(
    rf"(?:version\s+of|as\s+of|as\s+at|text\s+of|version\s+du|texte\s+du)\s+(?:{_DAY})", re.IGNORECASE
)
_DONE = r"Done|DONE|Fait|FAIT|Hecho|HECHO|Signed|SIGNED"
_DONE_AT = pattern_of(
    rf"(?:^|[.;:\n]\s{{0,20}})(?:IN WITNESS\b.{{0,200}}?)?(?:{_DONE})\b.{{0,120}}?\b(?i:{_DAY})", re.DOTALL
)
"""A closing formula begins a sentence: "done at" inside one speaks of another agreement."""
_FILE_DATE = pattern_of(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")


def printed_dates(draft: Draft) -> tuple[str, str]:
    """The date of the text and that of issue, as "2022-06-01"; "" where none is printed for sure.

    The file's name counts only for the date of the text, where it bears a full date.

    Args:
        draft: as it was read.
    """
    head = masthead(draft)
    issued, text_date = _found_date(_ISSUED, head), _found_date(_OF_TEXT, head)
    if not text_date:
        text_date = done_at(draft) or _found_date(_FILE_DATE, draft.source.label)
    if not text_date and not issued:
        text_date = _found_date(_ANY_DATE, head)
    return text_date, issued


def masthead(draft: Draft) -> str:
    """Running heads of the first page, titles and front matter of the first pages."""
    return "\n".join(_masthead_lines(draft))[:_MASTHEAD]


def _masthead_lines(draft: Draft) -> Iterator[str]:
    for item in draft.furniture:
        if item.page in (None, 1) and item.rule != "page_number":
            yield item.text
    for matter in draft.front_matter:
        if matter.page is None or matter.page <= _FIRST_PAGES:
            yield matter.text
    yield from (instrument.title for instrument in draft.instruments)


def _found_date(form: re.Pattern[str], text: str) -> str:
    found = form.search(text)
    return _date(found) if found else ""


def _date(found: re.Match[str]) -> str:
    parts = {name: value for name, value in found.groupdict().items() if value}
    year = int(parts.get("year") or parts["year_zh"])
    month = parts.get("month") or parts["month_zh"]
    number = int(month) if month.isdecimal() else _MONTH_NUMBERS[month.lower()]
    day = int(parts.get("day") or parts["day_zh"])
    return f"{year:04}-{number:02}-{day:02}" if 1 <= number <= 12 and 1 <= day <= 31 else ""


def done_at(draft: Draft) -> str:
    """The date of a closing formula: "DONE at Geneva, on 22 July 1972"."""
    for unit in reversed(draft.units()[-6:]):
        for leaf in reversed(unit.clauses()):
            date = _found_date(_DONE_AT, leaf.text)
            if date:
                return date
    return ""
