"""Unicode words with their offsets, and an exhaustive tokenisation for diffing.

A word is a run of letters, marks and digits. Inside it stand
- hyphens, unless both neighbours are digits ("anti-corruption", "30-day"; "2019-2020" is two), and
  hyphens that a line end left with a space ("accord- ance"), but not suspended ones ("pre- and post-");
- an apostrophe before a final s or t ("State's"), so that elisions come apart ("l'État" is two) and
  a quotation mark after a plural genitive stays outside;
- a dot or comma between digits ("1,500", "0.5");
- characters without width (soft hyphen, joiners).
Ideographs and kana are words one by one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from treatydiff.model import Draft
from treatydiff.patterns import pattern_of

# Blocks that hold combining marks; the whole of Unicode would take a fifth of a second at import.
_MARK_BLOCKS = (
    (0x0300, 0x3100), (0xA660, 0xAC00), (0xFB1E, 0xFB1F), (0xFE00, 0xFE30), (0x10A00, 0x12000),
    (0x1D165, 0x1D1B0), (0xE0100, 0xE01F0),
)  # fmt: skip
_IDEOGRAPHS = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_ZERO_WIDTH = "\u00ad\u200b-\u200d\u2060\ufeff"
_HYPHENS = "\\-\u2010\u2011"
_APOSTROPHES = "'\u2019\u02bc\uff07"


def _mark_ranges() -> str:
    """The combining marks as the inside of a character class."""
    ranges: list[tuple[int, int]] = []
    for first, last in _MARK_BLOCKS:
        for code in range(first, last):
            if unicodedata.category(chr(code))[0] != "M":
                continue
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1] = (ranges[-1][0], code)
            else:
                ranges.append((code, code))
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in ranges)


MARKS = _mark_ranges()
"""The combining marks, as the inside of a character class."""

_BEYOND_PLAIN = pattern_of(
    "[^\x00-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u060c\u061b\u061f-\u064a\u0660-\u066f\u0671-\u06d5\u06ee-\u06ff"
    "\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u2bff]"
)
"""What may be a combining mark, an ideograph or a character without width. A text without any is read by
shorter patterns, which find the same words in a third of the time."""
_SUSPENDS = r"(?:and|or|nor|to|et|ou|y|e|o|u|und|и|или)(?![^\W_])"
_LEFT_BY_A_LINE_END = rf"[{_HYPHENS}](?<=[^\W\d_][{_HYPHENS}])\s{{1,2}}(?=[^\W\d_])(?!{_SUSPENDS})"
_DROPPED_IN_KEYS = pattern_of(rf"[{_ZERO_WIDTH}\s]")
_APOSTROPHE = pattern_of(rf"[{_APOSTROPHES}]")


def _word(run: str, marks: str) -> str:
    """The pattern of a word, from that of a run of letters and digits.

    What may stand inside a word begins with its sign, and looks behind that: most words end here.
    """
    return (
        rf"{run}(?:(?:{_LEFT_BY_A_LINE_END}|[{_HYPHENS}]|[.,](?<=\d.)(?=\d))(?<!\d[{_HYPHENS}](?=\d)){run})*"
        rf"(?:[{_APOSTROPHES}][stST](?![\w{marks}]))?"
    )


@lru_cache(maxsize=2)
def _patterns(plain: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds words, and what cuts a text into pieces; compiled for the scripts that are met."""
    if plain:
        word = _word(r"[^\W_]+", "")
    else:
        letter = rf"[^\W_{_IDEOGRAPHS}]"
        run = rf"{letter}(?:[{MARKS}{_ZERO_WIDTH}]*{letter})*[{MARKS}]*"
        word = rf"[{_IDEOGRAPHS}][{MARKS}]*|{_word(run, MARKS)}"
    return pattern_of(word), pattern_of(rf"{word}|\s+|.", re.DOTALL)


def _is_plain(text: str) -> bool:
    return text.isascii() or _BEYOND_PLAIN.search(text) is None


class Word(NamedTuple):
    """A word: its comparison key, and where it stands in code points of the given text."""

    key: str
    start: int
    end: int


_new_word = tuple.__new__
"""Half of the time that the constructor of a named tuple takes; words are made by the hundred thousand."""


@lru_cache(maxsize=65_536)
def word_key(surface: str) -> str:
    """The form of a word in which case and compatibility variants are equal (NFKC, case folded)."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", surface).casefold())
    return _APOSTROPHE.sub("'", _DROPPED_IN_KEYS.sub("", folded)).replace("\u2010", "-")


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; punctuation, spaces and brackets are between them.

    Kept, because alignment, diff, signals and score ask for those of the same clauses.
    """
    return tuple(
        [
            _new_word(Word, (word_key(match[0]), match.start(), match.end()))
            for match in _patterns(_is_plain(text))[0].finditer(text)
        ]
    )


def word_keys(text: str) -> list[str]:
    """The keys of the words of a text, where nobody asks where they stand.

    Args:
        text: any text.
    """
    return [word_key(surface) for surface in _patterns(_is_plain(text))[0].findall(text)]


def word_matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words of a stretch of text, where they stand in the whole text."""
    return _patterns(_is_plain(text))[0].finditer(text, start, end)


def word_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the words of a stretch of text begin and end, in code points of the whole text."""
    return (match.span() for match in word_matches(text, start, end))


def word_count(text: str) -> int:
    """How many words a text has: what every report, warning and study means by a number of words.

    An elision is a word ("l'État" is two), and so is every Chinese character.
    """
    return len(_patterns(_is_plain(text))[0].findall(text))


def draft_word_count(draft: Draft) -> int:
    """How many words the clauses of a draft have; numbers and headings of provisions are left out."""
    return sum(word_count(clause.text) for unit in draft.units() for clause in unit.clauses())


def pieces(text: str) -> tuple[str, ...]:
    """The text cut into words, single punctuation marks and runs of whitespace; joined, they are it."""
    return tuple(_patterns(_is_plain(text))[1].findall(text))
