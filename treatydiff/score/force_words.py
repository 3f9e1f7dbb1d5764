"""Finding the words that decide how binding a passage is: modals, negations, hedges, carve-outs, numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from treatydiff.language.number_words import numbers_in
from treatydiff.language.words.quantities import QUANTITY_WORDS, QuantityWords
from treatydiff.language.words.signals import SIGNAL_WORDS, SignalWords

ForceKind = Literal["modal", "negation", "hedge", "carve_out", "number"]
_Entry = tuple[ForceKind | None, str, str]
"""Kind (None: the words say nothing of force), value, pattern over words joined by single spaces."""

_ORDINAL_ENDING = re.compile(r"(?<=\d)(?:st|nd|rd|th)$|,")


@dataclass(frozen=True, slots=True)
class ForceWord:
    """A word or phrase of force: its kind, its value (equal values say the same), its tokens."""

    kind: ForceKind
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class ForceLexicon:
    """The words of force of one language: one pattern, what each of its groups says.

    `opening` are the verbs that open a paragraph of a decision; they count at a sentence's start only.
    """

    pattern: re.Pattern[str]
    groups: tuple[tuple[ForceKind | None, str], ...]
    language: str
    opening: tuple[tuple[re.Pattern[str], str], ...] = ()
    glue: str = " "

    def found_in(self, parts: Sequence[tuple[str, ...]]) -> tuple[ForceWord, ...]:
        """The words of force of a passage, in order; tokens count through its parts.

        A prohibition that is one phrase ("may not") is a duty and a negation, as "shall not" is.

        Args:
            parts: comparison words of the sentences of a passage; no phrase goes over their ends.
        """
        found: list[ForceWord] = []
        before = 0
        for part in parts:
            found += [replace(word, start=word.start + before, end=word.end + before) if before else word
                      for word in _found_in_sentence(self, part)]  # fmt: skip
            before += len(part)
        return tuple(found)


@lru_cache(maxsize=16_384)
def _found_in_sentence(lexicon: ForceLexicon, keys: tuple[str, ...]) -> tuple[ForceWord, ...]:
    joined = lexicon.glue.join(keys)
    starts: list[int] = []
    length = 0
    for key in keys:
        starts.append(length)
        length += len(key) + len(lexicon.glue)
    found = [ForceWord("modal", value, 0, 1) for verb, value in lexicon.opening if verb.match(joined)][:1]
    taken: set[int] = set()
    for match in lexicon.pattern.finditer(joined):
        kind, value = lexicon.groups[(match.lastindex or 1) - 1]
        start, end = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        taken.update(range(start, end))
        if kind == "modal" and not value.isdigit():
            found += [ForceWord("modal", "5", start, end), ForceWord("negation", "not", start, end)]
        elif kind is not None:
            found.append(ForceWord(kind, value or match[0], start, end))
    for said in numbers_in(keys, lexicon.language):
        if not said.weak and not taken.intersection(range(said.first, said.last)):
            found.append(ForceWord("number", str(said.value), said.first, said.last))
    for at, key in enumerate(keys):
        if key[0].isdecimal() and at not in taken:
            found.append(ForceWord("number", _ORDINAL_ENDING.sub("", key), at, at + 1))
    return tuple(sorted(found, key=lambda word: word.start))


@cache
def force_lexicon(language: str) -> ForceLexicon | None:
    """The words of force of a language, or None where no list of them is known.

    Args:
        language: code of the language.
    """
    table = SIGNAL_WORDS.get(language)
    if table is None:
        return None
    entries = list(_entries(table, QUANTITY_WORDS[language]))
    alternatives = "|".join(f"({pattern})" for _, _, pattern in entries)
    return ForceLexicon(
        table.at_words(alternatives),
        tuple((kind, value) for kind, value, _ in entries),
        language,
        tuple((re.compile(rf"(?:{pattern})(?!\S)"), str(force)) for _, pattern, force in table.operative),
        table.glue,
    )


def _entries(table: SignalWords, quantities: QuantityWords) -> Iterator[_Entry]:
    """The signal words of a language; the first pattern that matches at a word wins."""
    if quantities.not_numbers:
        yield None, "", quantities.not_numbers
    yield from (("number", value, pattern) for value, pattern in quantities.fractions)
    yield from (("hedge", name, pattern) for name, pattern in table.hedges)
    longest = sorted(table.carve_outs, key=lambda phrase: -len(phrase[0].split()))
    yield from (("carve_out", name, pattern) for name, pattern in longest)
    for name, pattern, force in table.modals:
        yield "modal", name if name in table.negated_modals else str(force), pattern
    yield from (("negation", "not", pattern) for _, pattern in table.negations)
