"""The type of the tables of signal words: what is looked for in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

Phrases = tuple[tuple[str, str], ...]
"""(name that is the same for variants of a phrase, pattern)."""


@dataclass(frozen=True, slots=True)
class SignalWords:
    """The phrases that are looked for in one language.

    Patterns are matched against the words of a clause, case folded and joined by single spaces (in
    Chinese by none), so that brackets and punctuation never come between. Of the patterns that match at
    a word, the first wins.

    Args:
        modals: (name, pattern, force); the greater the force, the stronger the obligation: 5 duty or
            prohibition, 4 intention, 3 qualified duty, 2 recommendation, 1 permission, 0 no duty.
        operative: the same for the verbs that open a paragraph of a decision; they count only where
            they are printed with a capital.
        modal_verbs: the verbs among the modals of which a sentence takes one, in all forms.
        negations: names and patterns.
        concord: names of the negations that only go on with one that stands in the same sentence already
            ("ne ... aucun", "не ... ни", "neither ... nor").
        negated_modals: names of the modals that are a duty and a negation at once ("may not").
        hedges: phrases that leave a margin.
        carve_outs: phrases that open an exception.
        definitions: patterns of the beginning of a clause that defines a term; in printed text, case
            not counting; `{term}` stands for the quoted term.
        profile: (heading, pattern) of what an obligation profile counts, the first that matches.
        decision: pattern of the title of an instrument that is a decision or resolution.
        safeguard: pattern of words that make a clause on a whole chapter a safeguard.
        this_chapter: pattern of words that name the chapter around a clause, in printed text.
        unmarked: name of the plain verb that says a duty without any modal ("Chaque Partie adopte"),
            where the language has one whose forms begin like the infinitive.
        unspaced: whether words are joined without spaces, and patterns know no word boundaries.
    """

    modals: tuple[tuple[str, str, int], ...]
    negations: Phrases
    hedges: Phrases
    carve_outs: Phrases
    operative: tuple[tuple[str, str, int], ...] = ()
    modal_verbs: frozenset[str] = frozenset()
    concord: frozenset[str] = frozenset()
    negated_modals: frozenset[str] = frozenset()
    definitions: tuple[str, ...] = ()
    profile: Phrases = ()
    decision: str = ""
    safeguard: str = ""
    this_chapter: str = ""
    unmarked: str = ""
    unspaced: bool = False

    @property
    def glue(self) -> str:
        """What stands between the words that patterns are matched against."""
        return glue_of(unspaced=self.unspaced)

    def at_words(self, pattern: str) -> re.Pattern[str]:
        """The pattern, bound to begin and end with words."""
        return pattern_of(pattern if self.unspaced else rf"(?<!\S)(?:{pattern})(?!\S)")


def glue_of(*, unspaced: bool) -> str:
    """What stands before every word where patterns look for it: a space, or nothing between words without."""
    return "" if unspaced else " "


def glued(keys: Sequence[str], glue: str) -> str:
    """Words in one string, glue before each: a pattern that begins with it passes most places by at once."""
    return glue + glue.join(keys)


def places(keys: Sequence[str], glue: str) -> Iterator[int]:
    """Where each word begins in that string, its glue included, and where the last one ends."""
    return accumulate((len(glue) + len(key) for key in keys), initial=0)


def behind_glue(pattern: str, glue: str) -> re.Pattern[str]:
    """A pattern bound to begin with the glue before a word and to end with a word."""
    return pattern_of(rf"{glue}(?:{pattern})(?!\S)" if glue else pattern)


def plain(*phrases: str) -> Phrases:
    """Phrases named by themselves; of words with a slash between them the first stands for all."""
    return tuple(
        (" ".join(word.split("/")[0] for word in phrase.split()), _pattern(phrase)) for phrase in phrases
    )


def _pattern(phrase: str) -> str:
    return " ".join(f"(?:{word.replace('/', '|')})" if "/" in word else word for word in phrase.split())
