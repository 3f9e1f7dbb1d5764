"""Where the phrases of the signal tables stand in a text, and which of them stayed in the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from treatydiff.diff.word_map import SideWords
from treatydiff.language.force import Axis as Sort
from treatydiff.language.force import ForceTerm, force_terms, joined_keys
from treatydiff.language.number_words import words_apart
from treatydiff.language.quantities import Quantity, printed_marks, quantities_in
from treatydiff.language.references import Reference
from treatydiff.language.tokenizer import words
from treatydiff.language.words.references.in_texts import INSTRUMENT_NUMBERS
from treatydiff.language.words.sense import words_that_tell
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.patterns import pattern_of

__all__ = [
    "SHORT", "Phrase", "Sort", "find_phrases", "instrument_phrases", "new_around", "not_kept",
    "number_phrases", "profile_words", "reference_phrases",
]  # fmt: skip

SHORT = 8
"""New words in a row among which a phrase still bears on the words that stayed."""


class Phrase(NamedTuple):
    """A phrase of a text.

    Args:
        name: how reports call it, the same for all variants of the phrase; the figures of a number.
        force: strength of a modal, rung of a standard of conduct, 0 for other sorts.
        first, last: numbers of its words, the last excluded.
        start, end: its place in the text, in code points.
        edit: number of the edit that holds its first word which did not stay; None if all did.
        like: phrases that are like one another say the same.
        group: phrases of other groups do not replace it.
        lone: whether its coming or going alone is told.
        quantity: what a number measures.
        operative: whether it is the verb that opens a paragraph of a decision ("Invites").
    """

    name: str
    force: int
    first: int
    last: int
    start: int
    end: int
    edit: int | None
    like: str
    group: str
    lone: bool
    quantity: Quantity | None
    operative: bool


def find_phrases(side: SideWords, sort: Sort, language: str) -> tuple[Phrase, ...]:
    """The phrases of one sort in one side of a diff, in order.

    Args:
        side: words of the text, and what became of them.
        sort: which of the tables.
        language: code of the text's language.
    """
    return tuple([
        _phrase(side, term.name, term.rank, term.first, term.last,
                like=term.like, group=term.group, lone=term.lone, operative=term.opening)
        for term in force_terms(side.keys, sort, language)
        if not term.opening or _opens(term, side, language)
    ])  # fmt: skip


_OPTIONS_BEFORE = pattern_of(r"(?:[\[［【][^\[\]［］【】]{0,40}[\]］】]/?)*+[\[［【]?")
"""What may stand before the first verb of a paragraph: other verbs, offered in brackets."""


def _opens(term: ForceTerm, side: SideWords, language: str) -> bool:
    """Whether the verb of a decision opens its paragraph: by its capital, or as the first of all words."""
    table = SIGNAL_WORDS.get(language)
    if table is not None and table.unspaced:
        return _OPTIONS_BEFORE.fullmatch(side.text, 0, side.words[term.first].start) is not None
    return side.text[side.words[term.first].start].isupper()


def profile_words(text: str, language: str) -> list[str]:
    """The words of the obligation profile that stand in a text, in order.

    Args:
        text: canonical text of a clause.
        language: code of its language; without a table nothing is found.
    """
    table = SIGNAL_WORDS.get(language)
    if table is None or not table.profile:
        return []
    joined, _ = joined_keys(tuple([word.key for word in words(text)]), language)
    found = _profile(language).finditer(joined)
    return [table.profile[(match.lastindex or 1) - 1][0] for match in found]


@lru_cache(maxsize=8)
def _profile(language: str) -> re.Pattern[str]:
    table = SIGNAL_WORDS[language]
    return table.at_words("|".join(f"(?:{pattern})()" for _, pattern in table.profile))


_START = attrgetter("start")


def number_phrases(side: SideWords, language: str) -> list[Phrase]:
    """The quantities of one side of a diff, in digits or words, named by their figures.

    Args:
        side: words of the text, and what became of them.
        language: code of the text's language; without a table every number is a count.
    """
    marks = printed_marks(side.text, side.words, words_apart(side.text, side.words))
    return [
        _phrase(
            side, each.name, 0, each.first, max(each.last, each.until),
            like=each.value, lone=not each.weak, quantity=each,
        )
        for each in quantities_in(side.keys, language, marks)
    ]  # fmt: skip


def reference_phrases(
    side: SideWords, references: Sequence[Reference], key_of: Callable[[Reference], str], language: str
) -> Iterator[Phrase]:
    """Cross-references as phrases; the name is what is printed, with the instrument that is named beside it.

    A number that goes on from the reference before it ("article 3 or 5") is of one phrase with it; what
    names a thing ("the Article 6 database") refers to nothing.

    Args:
        side: words of the text, and what became of them.
        references: those of the text.
        key_of: what a reference leads to, in the numbers of B; it becomes the group of the phrase.
        language: code of the text's language, for the "and" and "or" inside a reference.
    """
    telling = words_that_tell(language) if references else ()
    for at, reference in enumerate(references):
        if (
            _goes_on(side.text, references, at)
            or _names_a_thing(side.text, reference)
            or _in_a_note(side.text, reference.start)
        ):
            continue
        last_of_it = at
        while last_of_it + 1 < len(references) and _goes_on(side.text, references, last_of_it + 1):
            last_of_it += 1
        together = references[at : last_of_it + 1]
        end = together[-1].end
        first, last = (bisect_left(side.words, place, key=_START) for place in (reference.start, end))
        if last > first:
            whole = slice(reference.named[0] if reference.external else reference.start,
                          max(end, together[-1].named[1]))  # fmt: skip
            name, bare = (" ".join(side.text[part].split()) for part in (whole, slice(reference.start, end)))
            told = [key for key in side.keys[first:last] if key in telling]
            group = " & ".join((*map(key_of, together), *told))
            yield _phrase(side, name, 0, first, last, like=bare, group=group)


def instrument_phrases(side: SideWords, references: Sequence[Reference], language: str) -> Iterator[Phrase]:
    """Instruments referred to by their number alone ("decision 4/Oil.2"), not for a provision of them.

    Args:
        side: words of the text, and what became of them.
        references: those of the text to provisions.
        language: code of the text's language.
    """
    for start, end in _instruments_in(side.text, language):
        first, last = (bisect_left(side.words, at, key=_START) for at in (start, end))
        within = any(
            start < max(each.end, each.named[1]) + _LINKED
            and end > (each.named[0] if each.external else each.start) - _LINKED
            for each in references
        )
        if not within and last > first and not _in_a_note(side.text, start):
            name = " ".join(side.text[start:end].split())
            yield _phrase(side, name, 0, first, last, like=name.casefold(), group=name.casefold())


_LINKED = 12
"""Code points between a provision and its instrument: " of the ", ", annex, "."""


@lru_cache(maxsize=64)
def _instruments_in(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where a text names instruments by their numbers; kept for the signals of one clause."""
    pattern = _instruments(language)
    return tuple(match.span() for match in pattern.finditer(text)) if pattern else ()


@lru_cache(maxsize=8)
def _instruments(language: str) -> re.Pattern[str] | None:
    pattern = INSTRUMENT_NUMBERS.get(language)
    return pattern_of(pattern, re.IGNORECASE) if pattern else None


def _in_a_note(text: str, at: int) -> bool:
    """Whether a place stands inside braces, in which facilitators say something of the text."""
    return text.rfind("{", 0, at) > text.rfind("}", 0, at) and "}" in text[at:]


def _goes_on(text: str, references: Sequence[Reference], at: int) -> bool:
    """Whether a reference is a bare number behind another one and a conjunction."""
    if at == 0 or not text[references[at].start].isdigit():
        return False
    between = text[references[at - 1].end : references[at].start]
    return len(between) <= _CONJUNCTION and not any(mark in between for mark in ".;:")


_CONJUNCTION = 8
"""Code points of ", and/or "."""
_DETERMINED = pattern_of(r"(?<![^\W_])(?:the|an?|each|every|any|its|their|this|that)\s{1,3}$", re.IGNORECASE)
_NOUN = pattern_of(r"\s{1,3}(?!of\b|above\b|below\b|hereof\b|thereof\b)[^\W\d_]{3}")


def _names_a_thing(text: str, reference: Reference) -> bool:
    """Whether a reference stands before a noun as its name: "the Article 6 database" (English)."""
    before = text[max(0, reference.start - _DECIDING) : reference.start]
    return _DETERMINED.search(before) is not None and _NOUN.match(text, reference.end) is not None


_DECIDING = 12
"""Code points before a reference that hold an article or a pronoun."""


def _phrase(
    side: SideWords, name: str, force: int, first: int, last: int, *,
    like: str = "", group: str = "", lone: bool = True, quantity: Quantity | None = None,
    operative: bool = False,
) -> Phrase:  # fmt: skip
    new = bisect_left(side.new, first)
    edit = side.edit_of[side.new[new]] if new < len(side.new) and side.new[new] < last else None
    start, end = side.words[first].start, side.words[last - 1].end
    return Phrase(name, force, first, last, start, end, edit, like or name, group, lone, quantity, operative)


def not_kept(mine: Sequence[Phrase], side: SideWords, others: Sequence[Phrase]) -> list[Phrase]:
    """The phrases that do not stand, all words of them, at the same place in the other text."""
    places = {(phrase.like, phrase.first, phrase.last) for phrase in others}
    numbers = {(phrase.like, phrase.first) for phrase in others if phrase.quantity}
    gone: list[Phrase] = []
    for phrase in mine:
        if phrase.quantity and (phrase.like, side.kept.get(phrase.first, -1)) in numbers:
            continue  # the same amount, whatever came between it and its unit
        now = [side.kept.get(index, -1) for index in range(phrase.first, phrase.last)]
        together = now[0] >= 0 and now == list(range(now[0], now[0] + len(now)))
        if not together or (phrase.like, now[0], now[-1] + 1) not in places:
            gone.append(phrase)
    return gone


def new_around(phrase: Phrase, side: SideWords) -> int:
    """How many words in a row are new around a phrase, its own among them.

    Args:
        phrase: of the text.
        side: words of the text, and what became of them.
    """
    first, last = phrase.first, phrase.last
    while first > 0 and first - 1 not in side.kept:
        first -= 1
    while last < len(side.words) and last not in side.kept:
        last += 1
    return last - first
