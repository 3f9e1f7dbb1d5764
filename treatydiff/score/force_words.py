"""Finding the words that decide how binding a passage is: modals, negations, hedges, carve-outs, numbers."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

from treatydiff.language.signal_words import SIGNAL_WORDS

ForceKind = Literal["modal", "negation", "hedge", "carve_out", "number"]
_Entry = tuple[ForceKind | None, str, str]
"""Kind (None: the words say nothing of force), value, pattern over words joined by single spaces."""

_ORDINAL_ENDING = re.compile(r"(?<=\d)(?:st|nd|rd|th)$|,")
_NEGATED_MODALS = frozenset({"may not", "cannot"})


@dataclass(frozen=True, slots=True)
class ForceWord:
    """A word or phrase of force: its kind, its value (equal values say the same), its tokens."""

    kind: ForceKind
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class ForceLexicon:
    """The words of force of one language: one pattern, what each of its groups says, number words.

    `opening` are the verbs that open a paragraph of a decision; they count at a sentence's start only.
    """

    pattern: re.Pattern[str]
    groups: tuple[tuple[ForceKind | None, str], ...]
    numbers: Mapping[str, str]
    opening: tuple[tuple[re.Pattern[str], str], ...] = ()

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
    joined = " ".join(keys)
    starts: list[int] = []
    length = 0
    for key in keys:
        starts.append(length)
        length += len(key) + 1
    found = [ForceWord("modal", value, 0, 1) for verb, value in lexicon.opening if verb.match(joined)][:1]
    taken: set[int] = set()
    for match in lexicon.pattern.finditer(joined):
        kind, value = lexicon.groups[(match.lastindex or 1) - 1]
        start, end = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        taken.update(range(start, end))
        if kind == "modal" and value in _NEGATED_MODALS:
            found += [ForceWord("modal", "5", start, end), ForceWord("negation", "not", start, end)]
        elif kind is not None:
            found.append(ForceWord(kind, value, start, end))
    for at, key in enumerate(keys):
        number = lexicon.numbers.get(key) or (key[0].isdecimal() and _ORDINAL_ENDING.sub("", key))
        if number and at not in taken:
            found.append(ForceWord("number", number, at, at + 1))
    return tuple(sorted(found, key=lambda word: word.start))


@cache
def force_lexicon(language: str) -> ForceLexicon | None:
    """The words of force of a language, or None where no list of them is known.

    Args:
        language: code of the language.
    """
    text = resources.files("treatydiff.score").joinpath("force_words.toml").read_text(encoding="utf-8")
    own: dict[str, Any] = tomllib.loads(text).get(language, {})
    if language not in SIGNAL_WORDS and "modal" not in own:
        return None
    entries = [*_signal_entries(language), *_own_entries(own)]
    alternatives = "|".join(f"({pattern})" for _, _, pattern in entries)
    signal_words = SIGNAL_WORDS.get(language)
    opening = signal_words.operative if signal_words else ()
    return ForceLexicon(
        re.compile(rf"(?<!\S)(?:{alternatives})(?!\S)"),
        tuple((kind, value) for kind, value, _ in entries),
        _number_words(language, own),
        tuple((re.compile(rf"(?:{pattern})(?!\S)"), str(force)) for _, pattern, force in opening),
    )


def _signal_entries(language: str) -> Iterator[_Entry]:
    """The signal words of a language; the first pattern that matches at a word wins."""
    table = SIGNAL_WORDS.get(language)
    if table is None:
        return
    if table.not_numbers:
        yield None, "", table.not_numbers
    yield from (("hedge", name, pattern) for name, pattern in table.hedges)
    for name, pattern, force in table.modals:
        yield "modal", name if name in _NEGATED_MODALS else str(force), pattern
    yield from (("negation", "not", pattern) for _, pattern in table.negations)


def _own_entries(own: dict[str, Any]) -> Iterator[_Entry]:
    """The list of this package, longest phrases first."""
    listed: list[tuple[str, _Entry]] = []
    for force, phrases in own.get("modal", {}).items():
        listed += [(phrase, ("modal", force, _pattern(phrase))) for phrase in phrases]
    kinds: tuple[ForceKind, ...] = ("negation", "hedge", "carve_out")
    for kind in kinds:
        for phrase in own.get("phrases", {}).get(kind, ()):
            listed.append((phrase, (kind, "not" if kind == "negation" else phrase, _pattern(phrase))))
    yield from (entry for _, entry in sorted(listed, key=lambda it: -len(it[0].split())))


def _number_words(language: str, own: dict[str, Any]) -> dict[str, str]:
    table = SIGNAL_WORDS.get(language)
    numbers = {word.replace("-", ""): value for word, value in table.numbers} if table else {}
    return numbers | {word: str(value) for word, value in own.get("numbers", {}).items()}


def _pattern(phrase: str) -> str:
    return " ".join(
        f"(?:{'|'.join(map(re.escape, word.split('/')))})" if "/" in word else re.escape(word)
        for word in phrase.split()
    )
