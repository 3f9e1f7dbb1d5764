"""The sentences of final clauses, each with its clause, and how numbers and periods stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from treatydiff.language.number_words import in_figures
from treatydiff.language.numerals import ascii_digits
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

LONGEST_VALUE = 160
NUMBER = r"\d+(?:st|nd|rd|th)?"
_END = pattern_of(r"(?<=[.;])\s+(?=[^\W\d_a-z]|\(|\[|[\u0600-\u06ff])|(?<=[。；])\s*")
_BRACKETED = pattern_of(
    r"((?:\[[^\[\]]{1,40}\][\s,]*(?:or\s+)?){1,6})(?=(?:instruments?|ratifications?|days?|months?|years?"
    r"|Part|States?)\b)",
    re.IGNORECASE,
)
"""Alternatives in brackets in the place of a number: "the [thirtieth] [sixtieth] instrument"."""

UNITS: dict[str, Sequence[tuple[str, str]]] = {
    "en": (("day", r"days?\b"), ("month", r"months?\b"), ("year", r"years?\b")),
    "fr": (("day", r"jours?\b"), ("month", r"mois\b"), ("year", r"an(?:née)?s?\b")),
    "es": (("day", r"días?\b"), ("month", r"mes(?:es)?\b"), ("year", r"años?\b")),
    "ru": (("day", r"(?:день|дня|дней)\b"), ("month", r"месяц\w*"), ("year", r"(?:год|года|лет)\b")),
    "zh": (("day", r"[天日]"), ("month", r"个月"), ("year", r"年")),
    "ar": (("day", r"يوم\w*"), ("month", r"(?:شهر|أشهر)\w*"), ("year", r"(?:سنة|سنوات)\w*")),
}
"""Units of periods, and the pattern of one or several."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a final clause.

    Attributes:
        text: as printed.
        clause: id of the clause that it stands in; "" where that is not known.
        figures: the same with numbers in words written in figures.
        choices: printed alternatives in brackets that stand for a number, in order.
    """

    text: str
    clause: str = ""
    figures: str = field(init=False)
    choices: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        choices = [" ".join(found[1].split()) for found in _BRACKETED.finditer(self.text)]
        object.__setattr__(self, "choices", tuple(choices))
        object.__setattr__(self, "figures", in_figures(self.text, "en", ones=True))

    def choice_before(self, unit: str) -> str:
        """The alternatives in brackets that stand before a word ("instruments?"); "" if none."""
        found = re.search(rf"((?:\[[^\[\]]{{1,40}}\][\s,]*(?:or\s+)?){{1,6}})(?:{unit})", self.text, re.I)
        return " ".join(found[1].split()) if found else ""


def sentences_of(leaves: Iterable[tuple[str, str]]) -> list[Sentence]:
    """The sentences of some clauses.

    Args:
        leaves: id and text of each.
    """
    joined: list[tuple[str, str]] = []
    for id_, text in leaves:
        last = joined[-1][1] if joined else ""
        if last and last[-1].isalpha() and text[:1].islower():  # a line that is no paragraph
            joined[-1] = (joined[-1][0], f"{last} {text}")
        else:
            joined.append((id_, text))
    return [
        Sentence(part.strip(), id_) for id_, text in joined for part in _END.split(text) if part.strip(" .;")
    ]


def periods(text: str) -> Iterator[str]:
    """Periods of an English text: "thirtieth day" is 30 days; alternatives in brackets as they are printed.

    Args:
        text: of a clause.
    """
    yield from _choices(text)
    figures = in_figures(text, "en", ones=True)
    for unit, pattern in UNITS["en"]:
        for match in re.finditer(rf"(?<!\w)({NUMBER})\s*(?:\(\d+\)\s*)?{pattern}", figures, re.IGNORECASE):
            value = plain_number(match[1])
            if len(value) < 4:  # longer numbers are years of the calendar
                yield f"{value} {unit}" + ("" if value == "1" else "s")


def _choices(text: str) -> Iterator[str]:
    for found in _BRACKETED.finditer(text):
        unit = re.match(r"days?|months?|years?", text[found.end() :], re.IGNORECASE)
        if unit:
            yield f"{' '.join(found[1].split())} {unit[0].casefold().rstrip('s')}s"


def plain_number(printed: str) -> str:
    """A number without its ordinal ending: "30th" is "30"."""
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", ascii_digits(printed.casefold()))


def shortened(text: str) -> str:
    """Words of a draft in one line, cut where they are long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1].rstrip() + "…"
