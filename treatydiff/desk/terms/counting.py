"""Which counts are terms, by what stands behind them, and how a number is printed with its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatydiff.language.quantities import Quantity
from treatydiff.language.tokenizer import Word
from treatydiff.language.words.units import UNIT_WORDS
from treatydiff.patterns import pattern_of

LARGE = 1_000_000
"""From here on a count is a sum or a population, whatever follows it ("85 billion in 2018")."""
POSSESSIVE = pattern_of(r"['’]s?$")
"""What a unit may end in: "one year's notice"."""
_UNIT_REACH = 4
_NOUN_REACH = 3
"""Words behind a count in which its noun stands: "two separate expert panels"."""
_DEGREES = pattern_of(r"\s?°\s?[CFK]?")
_PLURALS: dict[str, re.Pattern[str]] = {
    "en": pattern_of(r"[a-z-]{2,40}(?<=[^s\W]s)|people|persons?|children|men|women|thereof"),
    "fr": pattern_of(r"[^\W\d_]{3,40}(?<=[sx])"),
    "es": pattern_of(r"[^\W\d_]{3,40}(?<=s)"),
}
"""What a counted noun looks like in languages that show the plural."""
_NO_NOUNS: dict[str, frozenset[str]] = {
    "en": frozenset(("this", "thus", "its", "has", "was", "does", "unless", "towards", "always", "perhaps",
                     "plus", "minus", "whereas", "hereinafter")),
    "fr": frozenset(("dans", "sans", "sous", "vers", "plus", "moins", "leurs", "deux", "mais", "fois", "pas",
                     "elles", "leurs", "nous", "vous")),
    "es": frozenset(("más", "menos", "tras", "entre", "sus", "tres", "seis", "dos", "los", "las")),
}  # fmt: skip

_SIGN = pattern_of(r"(?<![A-Z])[A-Z]{0,3}[$€£¥]\s?$")
_LONGEST_SIGN = 5
"""A currency's sign before a number, perhaps with its country: "US$ 50"."""


def counts_something(quantity: Quantity, text: str, found: Sequence[Word], language: str) -> bool:
    """Whether a count has what it counts behind it: a noun in the plural, a degree, or is very large.

    A number beside a colon ("50:50"), before a conjunction ("Articles 3, 4 and 6") or a verb counts nothing.

    Args:
        quantity: of a text.
        text: the text.
        found: its words.
        language: code of its language.
    """
    start, end = found[quantity.first].start, found[quantity.last - 1].end
    if text[max(0, start - 1) : start] == ":" or text[end : end + 1] == ":":
        return False
    if quantity.least >= LARGE or _DEGREES.match(text, end):
        return True
    return noun_behind(quantity, text, found, language) > quantity.last


def noun_behind(quantity: Quantity, text: str, found: Sequence[Word], language: str) -> int:
    """The number of the word behind the noun that a count stands before; that of its own end for none."""
    last = quantity.last
    table = UNIT_WORDS.get(language)
    plural = _PLURALS.get(language)
    for at in range(last, min(len(found), last + _NOUN_REACH)):
        between = text[found[at - 1].end : found[at].start]
        key = found[at].key
        opened = "[" in between and text[found[at].start].isupper()
        if between.strip(" \u00a0[]/-\u2011") or opened or not key[:1].isalpha():
            return last
        if table is not None and (key in table.counted_ordinals or key in table.time):
            return at + 1
        if plural is None:
            return at + 1
        if table is not None and (key in table.closing or key in table.opening or key in table.date_links):
            return last
        if key in _NO_NOUNS[language]:
            return last
        if plural.fullmatch(key):
            return at + 1
    return last


def printed(quantity: Quantity, text: str, found: Sequence[Word], language: str) -> str:
    """A number with its unit, without what stands between ("thirty days" of "[thirty][sixty] days").

    Args:
        quantity: of a text.
        text: the text.
        found: its words.
        language: code of its language.
    """
    start, end = found[quantity.first].start, found[quantity.last - 1].end
    end += text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")"
    number = text[start:end]
    table = UNIT_WORDS.get(language)
    if quantity.kind == "count" or table is None:
        if degrees := _DEGREES.match(text, end):
            return text[start : degrees.end()]
        behind = found[quantity.last : noun_behind(quantity, text, found, language)]
        return " ".join((number, *(text[each.start : each.end] for each in behind)))
    sign = text[end:].lstrip()[:1]
    if sign in ("%", "％", "٪"):
        return f"{number} {sign}"
    if quantity.kind == "money" and (currency := _before(quantity, text, found, table.money)):
        return f"{currency}{number}"
    last, first = _unit(quantity, found, language)
    glue = "" if language == "zh" else " "
    return glue.join(
        (
            number,
            *(text[each.start : each.end] for each in found[quantity.last + first : quantity.last + last]),
        )
    )


def unit_end(quantity: Quantity, text: str, found: Sequence[Word], language: str) -> int:
    """Where the unit of a quantity ends in the text; where its number does, if none stands behind it."""
    end = found[quantity.last - 1].end
    if quantity.kind == "count":
        return found[noun_behind(quantity, text, found, language) - 1].end
    if UNIT_WORDS.get(language) is None:
        return end
    last, _ = _unit(quantity, found, language)
    return found[quantity.last + last - 1].end if last else end


def _before(quantity: Quantity, text: str, found: Sequence[Word], money: frozenset[str]) -> str:
    """The currency that stands before a number: "USD "."""
    start = found[quantity.first].start
    if (sign := _SIGN.search(text, max(0, start - _LONGEST_SIGN), start)) is not None:
        return sign[0]
    before = found[quantity.first - 1] if quantity.first else None
    behind = {each.key for each in found[quantity.last : quantity.last + 2]}
    return text[before.start : start] if before and before.key in money and not behind & money else ""


def _unit(quantity: Quantity, found: Sequence[Word], language: str) -> tuple[int, int]:
    """Words behind a number at which its unit ends and starts: (0, 0) where there is none near."""
    table = UNIT_WORDS[language]
    units = {*table.time, *table.money, *(each[-1] for each in table.percent)}
    known = units | table.between | {word for each in table.percent for word in each}
    reach = [POSSESSIVE.sub("", each.key) for each in found[quantity.last : quantity.last + _UNIT_REACH]]
    last = next((at + 1 for at, key in enumerate(reach) if key in units), 0)
    return last, next((at for at, key in enumerate(reach[:last]) if key in known), last)
