"""Where the phrases of the signal tables stand in a text, and which of them stayed in the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from treatydiff.diff.word_map import SideWords
from treatydiff.language.number_words import NumberInWords, numbers_in, words_apart
from treatydiff.language.numerals import ascii_digits
from treatydiff.language.references import Reference
from treatydiff.language.tokenizer import Word, words
from treatydiff.language.words.quantities import QUANTITY_WORDS
from treatydiff.language.words.signals import SIGNAL_WORDS, SignalWords

Sort = Literal["modal", "negation", "hedge", "carve_out"]
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
_DIGITS = re.compile(r"(\d[\d.,]*)(?:st|nd|rd|th|-\w+)?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a text.

    Args:
        name: the same for all variants of the phrase; the value of a number.
        force: strength of a modal, 0 for other sorts.
        first, last: numbers of its words, the last excluded.
        start, end: its place in the text, in code points.
        edit: number of the edit that holds its first word which did not stay; None if all did.
    """

    name: str
    force: int
    first: int
    last: int
    start: int
    end: int
    edit: int | None


@dataclass(frozen=True, slots=True)
class _Pattern:
    pattern: re.Pattern[str]
    entries: tuple[tuple[str, int, bool], ...]
    """Of every group: name, force, and whether it counts only with a capital."""


def find_phrases(side: SideWords, sort: Sort, language: str) -> list[Phrase]:
    """The phrases of one sort in one side of a diff, in order.

    Args:
        side: words of the text, and what became of them.
        sort: which of the tables.
        language: code of the text's language.
    """
    known = _patterns(sort, language)
    if known is None:
        return []
    joined, starts = _joined(side.words, language)
    found: list[Phrase] = []
    for match in known.pattern.finditer(joined):
        first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        name, force, capital = known.entries[(match.lastindex or 1) - 1]
        if not (capital and not side.text[side.words[first].start].isupper()):
            found.append(_phrase(side, name, force, first, last))
    return found


def profile_counts(text: str, language: str) -> Counter[str]:
    """How often each word of the obligation profile stands in a text.

    Args:
        text: canonical text of a clause.
        language: code of its language; without a table nothing is counted.
    """
    table = SIGNAL_WORDS.get(language)
    if table is None or not table.profile:
        return Counter()
    pattern = _profile(language)
    joined, _ = _joined(words(text), language)
    return Counter(table.profile[(match.lastindex or 1) - 1][0] for match in pattern.finditer(joined))


@lru_cache(maxsize=8)
def _profile(language: str) -> re.Pattern[str]:
    table = SIGNAL_WORDS[language]
    return table.at_words("|".join(f"({pattern})" for _, pattern in table.profile))


def number_phrases(side: SideWords, language: str) -> list[Phrase]:
    """The numbers of one side of a diff, in digits or words, named by their value.

    Args:
        side: words of the text, and what became of them.
        language: code of the text's language; without a table only digits are numbers.
    """
    found: list[Phrase] = []
    taken: set[int] = set()
    joined, starts = _joined(side.words, language)
    quantities = QUANTITY_WORDS.get(language)
    if quantities is not None and quantities.not_numbers:
        for first, last in _spans(quantities.at_words(quantities.not_numbers), joined, starts):
            taken.update(range(first, last))
    for value, first, last in _fractions_in(joined, starts, language):
        if not taken.intersection(range(first, last)):
            taken.update(range(first, last))
            found.append(_phrase(side, value, 0, first, last))
    for number in numbers_in([word.key for word in side.words], language, words_apart(side.text, side.words)):
        if taken.intersection(range(number.first, number.last)):
            continue
        if number.weak and not _is_counted(number, joined, starts, language):
            continue
        taken.update(range(number.first, number.last))
        if not _of_a_symbol(side.text, side.words[number.first], side.words[number.last - 1]):
            found.append(_phrase(side, str(number.value), 0, number.first, number.last))
    for index, word in enumerate(side.words):
        digits = _DIGITS.fullmatch(word.key)
        if digits and index not in taken and not _of_a_symbol(side.text, word, word):
            found.append(_phrase(side, ascii_digits(digits[1].replace(",", "")), 0, index, index + 1))
    return sorted(found, key=lambda phrase: phrase.first)


def _is_counted(number: NumberInWords, joined: str, starts: Sequence[int], language: str) -> bool:
    """Whether a word for one is followed by what is counted: "one month", not "one of the Parties"."""
    quantities = QUANTITY_WORDS[language]
    if number.value != 1 or number.ordinal or number.tail or not quantities.counted_units:
        return False
    following = starts[number.last] if number.last < len(starts) else len(joined)
    return re.compile(rf"{quantities.counted_units}(?!\S)").match(joined, following) is not None


def _spans(pattern: re.Pattern[str], joined: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last (excluded) words of every match."""
    for match in pattern.finditer(joined):
        yield bisect_left(starts, match.start()), bisect_left(starts, match.end())


def _fractions_in(joined: str, starts: Sequence[int], language: str) -> Iterator[tuple[str, int, int]]:
    """Value, first and last (excluded) words of every fraction."""
    quantities = QUANTITY_WORDS.get(language)
    if quantities is not None and quantities.fractions:
        for match in _fraction_pattern(language).finditer(joined):
            value = quantities.fractions[(match.lastindex or 1) - 1][0]
            yield value, bisect_left(starts, match.start()), bisect_left(starts, match.end())


@lru_cache(maxsize=8)
def _fraction_pattern(language: str) -> re.Pattern[str]:
    quantities = QUANTITY_WORDS[language]
    return quantities.at_words("|".join(f"({pattern})" for _, pattern in quantities.fractions))


def is_of_a_date(phrase: Phrase, side: SideWords, language: str) -> bool:
    """Whether a number is a year or stands before a month: such numbers are not raised or lowered."""
    quantities = QUANTITY_WORDS.get(language)
    following = side.words[phrase.last].key if phrase.last < len(side.words) else ""
    year = len(phrase.name) == 4 and phrase.name.startswith(("19", "20"))
    return year or (quantities is not None and following in quantities.months)


def _of_a_symbol(text: str, first: Word, last: Word) -> bool:
    """Whether a number is part of a document's symbol ("decision 2/CMA.3")."""
    return text[last.end : last.end + 1] == "/" or text[max(0, first.start - 1) : first.start] in ("/", ".")


def _joined(words: Sequence[Word], language: str) -> tuple[str, list[int]]:
    """The keys of words as patterns are matched against them, and where each begins."""
    table = SIGNAL_WORDS.get(language)
    glue = table.glue if table else " "
    keys = [word.key for word in words]
    if language == "ar":
        keys = [_ARABIC_MARKS.sub("", key) for key in keys]
    starts: list[int] = []
    length = 0
    for key in keys:
        starts.append(length)
        length += len(key) + len(glue)
    return glue.join(keys), starts


def reference_phrases(side: SideWords, references: Iterable[Reference]) -> Iterator[Phrase]:
    """Cross-references as phrases; the name is what is printed."""
    starts = [word.start for word in side.words]
    for reference in references:
        first, last = bisect_left(starts, reference.start), bisect_left(starts, reference.end)
        if last > first:
            printed = " ".join(side.text[reference.start : reference.end].split())
            yield _phrase(side, printed, 0, first, last)


def _phrase(side: SideWords, name: str, force: int, first: int, last: int) -> Phrase:
    edit = next((side.edit_of[index] for index in range(first, last) if index not in side.kept), None)
    return Phrase(name, force, first, last, side.words[first].start, side.words[last - 1].end, edit)


def not_kept(mine: Sequence[Phrase], side: SideWords, others: Sequence[Phrase]) -> list[Phrase]:
    """The phrases that do not stand, all words of them, at the same place in the other text."""
    places = {(phrase.name, phrase.first, phrase.last) for phrase in others}
    gone: list[Phrase] = []
    for phrase in mine:
        now = [side.kept.get(index, -1) for index in range(phrase.first, phrase.last)]
        together = now[0] >= 0 and now == list(range(now[0], now[0] + len(now)))
        if not together or (phrase.name, now[0], now[-1] + 1) not in places:
            gone.append(phrase)
    return gone


@lru_cache(maxsize=32)
def _patterns(sort: Sort, language: str) -> _Pattern | None:
    table = SIGNAL_WORDS.get(language)
    if table is None:
        return None
    if sort == "modal":
        return _compiled(
            table,
            [(name, pattern, force, False) for name, pattern, force in table.modals]
            + [(name, pattern, force, True) for name, pattern, force in table.operative],
        )
    phrases = {"negation": table.negations, "hedge": table.hedges, "carve_out": table.carve_outs}[sort]
    longest = sorted(phrases, key=lambda phrase: -len(phrase[0])) if sort != "negation" else phrases
    return _compiled(table, [(name, pattern, 0, False) for name, pattern in longest])


def _compiled(table: SignalWords, entries: Sequence[tuple[str, str, int, bool]]) -> _Pattern:
    alternatives = "|".join(f"({pattern})" for _, pattern, _, _ in entries)
    return _Pattern(
        table.at_words(alternatives),
        tuple((name, force, capital) for name, _, force, capital in entries),
    )
