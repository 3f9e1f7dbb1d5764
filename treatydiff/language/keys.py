"""Comparison keys: the words of a text with everything set aside that drafting practice varies.

Case, typography, hyphens, square brackets and punctuation do not count, and a cross-reference is one
word "xref" whatever its number, so that a renumbered text keeps its key. Hyphens inside words are
dropped rather than split at: "co-operation" and "cooperation" are the same word far more often than
"decision-making" loses its hyphen for a space.
"""

from __future__ import annotations

from functools import lru_cache

from treatydiff.language.references import find_references
from treatydiff.language.tokenizer import Word, word_key, word_matches
from treatydiff.patterns import pattern_of

XREF = "xref"
"""The key that stands for any cross-reference."""

# A bracket inside a word ("State[s]") goes; between words it separates ("[shall][should]").
_BRACKET_IN_WORD = pattern_of(r"(?<=[^\W\d_])[\[\]［］【】](?=[^\W\d_])")
_new_word = tuple.__new__
_ARABIC_MARKS = pattern_of("[\u0640\u064b-\u0652\u0670]")


@lru_cache(maxsize=65_536)
def _comparison_form(surface: str) -> str:
    return _ARABIC_MARKS.sub("", word_key(surface)).replace("-", "")


@lru_cache(maxsize=30_000)
def comparison_words(text: str, language: str) -> tuple[Word, ...]:
    """The words by which two texts are compared, with their offsets in the given text.

    Args:
        text: canonical text of a clause.
        language: code of its language; without a table of references only words remain.
    """
    if "[" in text or "]" in text:
        return _without_brackets(text, language)
    return tuple(_masked(text, language))


def comparison_key(text: str, language: str) -> str:
    """The keys of the comparison words, joined by spaces: equal for texts that say the same."""
    return " ".join(word.key for word in comparison_words(text, language))


def _masked(text: str, language: str) -> list[Word]:
    found: list[Word] = []
    position = 0
    for reference in find_references(text, language):
        found += _plain(text, position, reference.start)
        found.append(Word(XREF, reference.start, reference.end))
        position = reference.end
    found += _plain(text, position, len(text))
    return found


def _plain(text: str, start: int, end: int) -> list[Word]:
    return [
        _new_word(Word, (_comparison_form(match[0]), match.start(), match.end()))
        for match in word_matches(text, start, end)
    ]


def _without_brackets(text: str, language: str) -> tuple[Word, ...]:
    """As above, for a text from which brackets inside words are first taken out."""
    dropped = {match.start() for match in _BRACKET_IN_WORD.finditer(text)}
    if not dropped:
        return tuple(_masked(text, language))
    kept = [index for index in range(len(text)) if index not in dropped]
    plain = "".join(text[index] for index in kept)
    return tuple(
        Word(word.key, kept[word.start], kept[word.end - 1] + 1) for word in _masked(plain, language)
    )
