"""Where the phrases of the signal tables stand in a text, and which of them stayed in the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from treatydiff.diff.word_map import SideWords
from treatydiff.language.force import Axis as Sort
from treatydiff.language.force import force_terms, joined_keys
from treatydiff.language.number_words import words_apart
from treatydiff.language.quantities import Quantity, printed_marks, quantities_in
from treatydiff.language.references import Reference
from treatydiff.language.tokenizer import words
from treatydiff.language.words.signals import SIGNAL_WORDS

__all__ = [
    "Phrase", "Sort", "find_phrases", "not_kept", "number_phrases", "profile_counts", "reference_phrases",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
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
    """

    name: str
    force: int
    first: int
    last: int
    start: int
    end: int
    edit: int | None
    like: str = ""
    group: str = ""
    lone: bool = True
    quantity: Quantity | None = None


def find_phrases(side: SideWords, sort: Sort, language: str) -> list[Phrase]:
    """The phrases of one sort in one side of a diff, in order.

    Args:
        side: words of the text, and what became of them.
        sort: which of the tables.
        language: code of the text's language.
    """
    return [
        _phrase(
            side,
            term.name,
            term.rank,
            term.first,
            term.last,
            like=term.like,
            group=term.group,
            lone=term.lone,
        )
        for term in force_terms(side.keys, sort, language)
        if not (term.opening and not side.text[side.words[term.first].start].isupper())
    ]


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
    joined, _ = joined_keys(tuple(word.key for word in words(text)), language)
    return Counter(table.profile[(match.lastindex or 1) - 1][0] for match in pattern.finditer(joined))


@lru_cache(maxsize=8)
def _profile(language: str) -> re.Pattern[str]:
    table = SIGNAL_WORDS[language]
    return table.at_words("|".join(f"(?:{pattern})()" for _, pattern in table.profile))


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


def reference_phrases(side: SideWords, references: Iterable[Reference]) -> Iterator[Phrase]:
    """Cross-references as phrases; the name is what is printed."""
    starts = [word.start for word in side.words]
    for reference in references:
        first, last = bisect_left(starts, reference.start), bisect_left(starts, reference.end)
        if last > first:
            printed = " ".join(side.text[reference.start : reference.end].split())
            yield _phrase(side, printed, 0, first, last)


def _phrase(
    side: SideWords, name: str, force: int, first: int, last: int, *,
    like: str = "", group: str = "", lone: bool = True, quantity: Quantity | None = None,
) -> Phrase:  # fmt: skip
    edit = next((side.edit_of[index] for index in range(first, last) if index not in side.kept), None)
    start, end = side.words[first].start, side.words[last - 1].end
    return Phrase(name, force, first, last, start, end, edit, like or name, group, lone, quantity)


def not_kept(mine: Sequence[Phrase], side: SideWords, others: Sequence[Phrase]) -> list[Phrase]:
    """The phrases that do not stand, all words of them, at the same place in the other text."""
    places = {(phrase.like, phrase.first, phrase.last) for phrase in others}
    gone: list[Phrase] = []
    for phrase in mine:
        now = [side.kept.get(index, -1) for index in range(phrase.first, phrase.last)]
        together = now[0] >= 0 and now == list(range(now[0], now[0] + len(now)))
        if not together or (phrase.like, now[0], now[-1] + 1) not in places:
            gone.append(phrase)
    return gone
