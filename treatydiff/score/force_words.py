"""Finding the words that decide how binding a passage is: modals, negations, hedges, carve-outs, numbers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import product
from typing import Literal

ForceKind = Literal["modal", "negation", "hedge", "carve_out", "number"]
_PHRASE_KINDS: tuple[ForceKind, ...] = ("negation", "hedge", "carve_out")
_DIGITS = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class ForceWord:
    """A word or phrase of force: its kind, its value (equal values say the same), its tokens."""

    kind: ForceKind
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ForceLexicon:
    """The words of force of one language.

    `phrases` gives, by first word, phrases with their kind and value, longest first; `numbers` the
    values of number words.
    """

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], ForceKind, str], ...]]
    numbers: Mapping[str, str]

    def found_in(self, keys: Sequence[str]) -> tuple[ForceWord, ...]:
        """The words of force among comparison words, in order, none inside another.

        Args:
            keys: comparison words of a passage.
        """
        found: list[ForceWord] = []
        at = 0
        for place, key in enumerate(keys):
            # Most words are none of these; asking here keeps the search fast.
            if place < at or not (key in self.phrases or key in self.numbers or key[0].isdecimal()):
                continue
            word = self._at(keys, place)
            if word is not None:
                found.append(word)
                at = word.end
        return tuple(found)

    def _at(self, keys: Sequence[str], at: int) -> ForceWord | None:
        key = keys[at]
        for phrase, kind, value in self.phrases.get(key, ()):
            if tuple(keys[at : at + len(phrase)]) == phrase:
                return ForceWord(kind, value, at, at + len(phrase))
        if _DIGITS.fullmatch(key):
            return ForceWord("number", key, at, at + 1)
        if key in self.numbers:
            return ForceWord("number", self.numbers[key], at, at + 1)
        return None


@cache
def force_lexicon(language: str) -> ForceLexicon | None:
    """The words of force of a language, or None where no list of them is known.

    Args:
        language: code of the language.
    """
    text = resources.files("treatydiff.score").joinpath("force_words.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text).get(language)
    if tables is None:
        return None
    listed: list[tuple[str, ForceKind, str]] = [
        (phrase, "modal", strength) for strength, phrases in tables["modal"].items() for phrase in phrases
    ]
    for kind in _PHRASE_KINDS:
        values = tables["phrases"][kind]
        listed += [(phrase, kind, kind if kind == "negation" else phrase) for phrase in values]
    by_first: dict[str, list[tuple[tuple[str, ...], ForceKind, str]]] = {}
    for phrase, kind, value in listed:
        for words in product(*(word.split("/") for word in phrase.split())):
            by_first.setdefault(words[0], []).append((words, kind, value))
    ordered = {first: tuple(sorted(found, key=lambda it: -len(it[0]))) for first, found in by_first.items()}
    return ForceLexicon(ordered, {word: str(value) for word, value in tables["numbers"].items()})
