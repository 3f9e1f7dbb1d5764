"""Finding the words that decide how binding a passage is, by the rules that signals use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Literal

from treatydiff.language.force import RIGHT, Axis, ForceTerm, read_force_terms, said_once
from treatydiff.language.quantities import quantities_in
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.records import dataclass

ForceKind = Literal["modal", "negation", "hedge", "carve_out", "condition", "standard", "content", "number"]

_AXES: tuple[Axis, ...] = ("hedge", "carve_out", "modal", "negation", "condition", "standard", "content")
"""The axes in the order in which words belong to them: "subject to its domestic law" is a hedge."""


@dataclass(frozen=True, slots=True)
class ForceWord:
    """A word or phrase of force: its kind, its value (equal values say the same), its tokens.

    `slot` is the kind, and of content also the group that it may be replaced in; `lone` whether its
    coming or going alone changes the force.
    """

    kind: ForceKind
    value: str
    start: int
    end: int
    slot: str = ""
    lone: bool = True


@dataclass(frozen=True, slots=True)
class ForceLexicon:
    """The words of force of one language."""

    language: str

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
                      for word in _found_in_sentence(part, self.language)]  # fmt: skip
            before += len(part)
        return tuple(found)


@lru_cache(maxsize=32_768)
def _found_in_sentence(keys: tuple[str, ...], language: str) -> tuple[ForceWord, ...]:
    prohibitions = SIGNAL_WORDS[language].negated_modals
    found: list[ForceWord] = []
    taken: set[int] = set()
    for axis in _AXES:
        terms = read_force_terms(keys, axis, language)
        if axis == "negation" and len(terms) > 1:
            terms = tuple(terms[at] for at in said_once([term.name for term in terms], language))
        for term in terms:
            places = range(term.first, term.last)
            if (term.opening and term.first) or not taken.isdisjoint(places):
                continue
            taken.update(places)
            found.append(_word(term))
            if axis == "modal" and term.name in prohibitions:
                found.append(ForceWord("negation", "not", term.first, term.last, "negation"))
    found += [
        ForceWord("number", each.value, each.first, max(each.last, each.until), "number")
        for each in quantities_in(keys, language)
        if not each.weak and taken.isdisjoint(range(each.first, each.last))
    ]
    return tuple(sorted(found, key=lambda word: word.start))


def _word(term: ForceTerm) -> ForceWord:
    value = term.like
    if term.axis == "negation":
        value = "not"
    elif term.axis in ("modal", "standard"):
        value = str(term.rank)
    slot = f"{term.axis} {term.group}" if term.axis == "content" else term.axis
    lone = term.lone and (term.axis != "condition" or term.rank > 0)
    if term.axis == "modal" and term.rank == RIGHT:
        lone = True  # whoever is permitted: what was a plain statement is one no more
    return ForceWord(term.axis, value, term.first, term.last, slot, lone)


@cache
def force_lexicon(language: str) -> ForceLexicon | None:
    """The words of force of a language, or None where no list of them is known.

    Args:
        language: code of the language.
    """
    return ForceLexicon(language) if language in SIGNAL_WORDS else None
