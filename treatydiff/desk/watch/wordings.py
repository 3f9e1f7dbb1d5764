"""Where a clause has given words, whatever stands between their typography, brackets and hyphens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.language.keys import comparison_words
from treatydiff.patterns import pattern_of

GAP = 5
"""Words that "..." stands for at the most."""
_DOTS = pattern_of(r"\.{3}|…")


def places_of_words(text: str, wording: str, language: str) -> Iterator[tuple[int, int]]:
    """The places of a wording in a text, as code points from its first word to its last.

    Args:
        text: canonical text of a clause.
        wording: the words; "..." stands for up to five others.
        language: code of the language of both.
    """
    parts = [[word.key for word in comparison_words(part, language)] for part in _DOTS.split(wording)]
    parts = [part for part in parts if part]
    words = comparison_words(text, language)
    keys = [word.key for word in words]
    at = 0
    while parts and at < len(keys):
        last = _matched(keys, at, parts)
        if last is None:
            at += 1
            continue
        yield words[at].start, words[last - 1].end
        at = last


def _matched(keys: Sequence[str], start: int, parts: Sequence[Sequence[str]]) -> int | None:
    """The word behind a wording that begins at a word, or None."""
    at = start
    for number, part in enumerate(parts):
        reach = range(at, at + 1 if number == 0 else at + GAP + 1)
        found = next((place for place in reach if list(keys[place : place + len(part)]) == list(part)), None)
        if found is None:
            return None
        at = found + len(part)
    return at
