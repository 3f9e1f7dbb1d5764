"""Passages: a sentence together with the chapeaux and closing texts that govern it."""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TypeAlias

import numpy as np

from treatydiff.language.words.force_table import bearer_before
from treatydiff.score.draft_words import DraftWords
from treatydiff.score.force_words import ForceKind, ForceLexicon, ForceWord, force_lexicon
from treatydiff.score.grams import Indices

Said: TypeAlias = tuple[ForceKind, str, str]
"""Kind, slot and value of a word of force."""
_ALPHABET: dict[str, str] = {}
"""A letter for every word met in this process."""
_MOST_LETTERS = sys.maxunicode
_KNOWN_PASSAGES = 16_384
"""So many passages are kept whatever draft they are of: drafts of one house share sentences."""


class GovernedSentence:
    """A sentence together with the texts that govern it; its words of force are looked for once.

    `letters` spells it with a letter a word, since strings are compared five times as fast as lists of
    words; it is empty where there were more words than letters.

    Args:
        parts: comparison words of the sentence, and of the texts before and behind it.
        lexicon: the words of force of their language.
    """

    __slots__ = ("_bearers", "_force", "_lexicon", "_quiet", "keys", "letters", "parts")

    def __init__(self, parts: tuple[tuple[str, ...], ...], lexicon: ForceLexicon) -> None:
        self.parts = parts
        self.keys: list[str] = [key for part in parts for key in part]
        self.letters = _spelt(self.keys)
        self._lexicon = lexicon
        self._force: tuple[ForceWord, ...] | None = None
        self._quiet: frozenset[Said] | None = None
        self._bearers: dict[int, frozenset[str] | None] = {}

    @property
    def language(self) -> str:
        """The code of its language."""
        return self._lexicon.language

    def force(self) -> tuple[ForceWord, ...]:
        """Its words of force, in order."""
        if self._force is None:
            self._force = self._lexicon.found_in(self.parts)
        return self._force

    def quiet(self) -> frozenset[Said]:
        """What says nothing by coming or going alone, as the second "shall" of a series."""
        if self._quiet is None:
            told = {(word.kind, word.slot, word.value) for word in self.force() if word.lone}
            silent = {(word.kind, word.slot, word.value) for word in self.force() if not word.lone}
            self._quiet = frozenset(silent - told)
        return self._quiet

    def bearer(self, modal: int) -> frozenset[str] | None:
        """Who is plainly bound or entitled by a modal; None where nobody is, or nobody tells.

        Args:
            modal: number of its first word.
        """
        if modal not in self._bearers:
            self._bearers[modal] = bearer_before(self.keys, modal, self.language)
        return self._bearers[modal]


def _spelt(keys: list[str]) -> str:
    for key in keys:
        if key not in _ALPHABET:
            if len(_ALPHABET) == _MOST_LETTERS:
                return ""
            _ALPHABET[key] = chr(len(_ALPHABET) + 1)
    return "".join([_ALPHABET[key] for key in keys])


@lru_cache(maxsize=_KNOWN_PASSAGES)
def _passage(parts: tuple[tuple[str, ...], ...], lexicon: ForceLexicon) -> GovernedSentence:
    return GovernedSentence(parts, lexicon)


class GovernedSentences:
    """The passages of a draft, each put together once, however often asked for.

    Args:
        words: of the draft.
        lexicon: the words of force of its language.
    """

    def __init__(self, words: DraftWords, lexicon: ForceLexicon) -> None:
        self.words = words
        self._lexicon = lexicon
        starts: Indices = np.flatnonzero(np.diff(words.sentence, prepend=-1))
        self.count = len(starts)
        self._starts: list[int] = starts.tolist()
        self._ends: list[int] = [*self._starts[1:], len(words.sentence)]
        self._clauses: list[int] = words.row.clause[starts].tolist()
        self._bounds: list[int] = words.row.bounds.tolist()
        self._passages: dict[int, GovernedSentence] = {}

    def of(self, sentence: int) -> GovernedSentence:
        """The passage of a sentence."""
        passage = self._passages.get(sentence)
        if passage is None:
            start, end, clause = self._starts[sentence], self._ends[sentence], self._clauses[sentence]
            keys, bounds, governing = self.words.keys, self._bounds, self.words.governing[clause]
            before = [keys[bounds[g] : bounds[g + 1]] for g in governing if g < clause]
            after = [keys[bounds[g] : bounds[g + 1]] for g in governing if g > clause]
            passage = _passage((*before, keys[start:end], *after), self._lexicon)
            self._passages[sentence] = passage
        return passage


def passages_of(a: DraftWords, b: DraftWords) -> tuple[GovernedSentences, GovernedSentences] | None:
    """The passages of two drafts; None where these are in two languages, or words of force are not known.

    Args:
        a, b: words of the drafts.
    """
    lexicon = force_lexicon(a.language) if a.language == b.language else None
    return None if lexicon is None else (GovernedSentences(a, lexicon), GovernedSentences(b, lexicon))
