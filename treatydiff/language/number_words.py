"""Numbers that are written in words: a run of words becomes one value.

Reads from left to right, each word once: a word joins the number before it where the language would have
said it so ("one hundred and eighty", "quatre-vingt-onze", "خمسة وعشرون"), and else begins another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from treatydiff.language.number_grammar import JOINER, NumberAtom, NumberReading
from treatydiff.language.numerals import cjk_value
from treatydiff.language.tokenizer import Word, words
from treatydiff.language.words.numbers import NUMBER_TABLES, number_forms
from treatydiff.patterns import pattern_of

_ARABIC_MARKS = pattern_of("[\u0640\u064b-\u0652\u0670]")
_ARABIC_ALEFS = pattern_of("[أإآ]")
_ARABIC_PREFIX = pattern_of(r"(?P<joined>[وف]?)(?:(?P<lil>لل)|(?P<of>[بلك]?)(?:ال)?)(?=..)")
_SHORTEST_AFTER_OF = 3
"""Letters of a word behind "by", "to", "as": "لست" is no "to six"."""
_NUMERAL = frozenset("一二两三四五六七八九十百千万亿零〇")
_ONLY_INSIDE = frozenset("百千万亿零〇")
"""Chinese signs that begin no number: "万国", "百分之"."""
_LONGEST_GLUED = 60


class NumberInWords(NamedTuple):
    """A number in a run of words.

    `first` and `last` (excluded) count words; of the last word `tail` parts behind hyphens are not of the
    number ("thirty-day" has one). A `weak` number is a lone word that is seldom meant as one ("un").
    """

    value: int
    first: int
    last: int
    ordinal: bool
    weak: bool
    tail: int = 0


class _Parts(NamedTuple):
    """The atoms that a word is made of, and how many parts behind its hyphens are none."""

    atoms: tuple[NumberAtom, ...]
    tail: int


def numbers_in(
    keys: Sequence[str], language: str, apart: Container[int] = frozenset()
) -> Iterator[NumberInWords]:
    """The numbers in words of a text, in order; of overlapping readings the longest from the left.

    Args:
        keys: the words, as comparison keys with or without hyphens.
        language: code of their language; without a table there are none.
        apart: places of words before which punctuation stands, so that they continue no number.
    """
    if language == "zh":
        yield from _chinese(keys, apart)
        return
    end = 0
    for at in [at for at, key in enumerate(keys) if _parts(key, language)]:
        if at >= end and (found := _number_at(keys, at, language, apart)):
            yield found
            end = found.last


@lru_cache(maxsize=16_384)
def word_number(text: str, language: str) -> NumberInWords | None:
    """The number that a text is, and nothing but it: "twenty-one", "Premier", 二十一; None if it is none.

    Args:
        text: a few words in any case, also written together ("VINGTETUN").
        language: code of their language.
    """
    keys = [word.key for word in words(text)]
    found = next(numbers_in(keys, language), None)
    whole = found is not None and found[1:3] == (0, len(keys)) and not found.tail
    return found if whole else None


def key_number(key: str, language: str) -> NumberInWords | None:
    """The number that a single word is, weak ones left out.

    Args:
        key: the word as a comparison key, with or without hyphens.
        language: code of its language.
    """
    parts = None if language == "zh" else _parts(key, language)
    found = _number_at((key,), 0, language, frozenset()) if parts else None
    return None if found is None or found.weak or found.tail else found


def words_apart(text: str, found: Sequence[Word]) -> frozenset[int]:
    """Places of words that are parted from the word before them by more than spaces and hyphens.

    Args:
        text: the text.
        found: its words.
    """
    return frozenset(
        at for at in range(1, len(found)) if text[found[at - 1].end : found[at].start].strip().strip("-‐‑")
    )


def in_figures(text: str, language: str, *, ones: bool = False) -> str:
    """The text with every number in words written in figures: "thirtieth day" is "30 day".

    Args:
        text: any text.
        language: code of its language.
        ones: whether the words for one count, which are mostly articles or pronouns.
    """
    found = words(text)
    pieces: list[str] = []
    at = 0
    for number in numbers_in([word.key for word in found], language, words_apart(text, found)):
        if number.weak and not (ones and number.value == 1 and not number.ordinal):
            continue
        last = found[number.last - 1]
        parts = re.split("[-‐‑]", text[last.start : last.end])
        tail = sum(len(part) + 1 for part in parts[len(parts) - number.tail :])
        pieces += text[at : found[number.first].start], str(number.value)
        at = last.end - tail
    return "".join((*pieces, text[at:]))


# --- words ---------------------------------------------------------------------------------------


@cache
def _atoms(language: str) -> dict[str, NumberAtom]:
    """The number words of a language as keys have them, each with what it says."""
    atoms: dict[str, NumberAtom] = {}
    for form in number_forms(language):
        atoms.setdefault(_plain(form.word, language), NumberAtom(form.value, form.ordinal, form.weak))
    return atoms


def _plain(key: str, language: str) -> str:
    """A key as the tables have it: without accents, vowel signs and the dots of ё."""
    if language == "ar":
        return _ARABIC_ALEFS.sub("ا", _ARABIC_MARKS.sub("", key))
    if language == "ru":
        return key.replace("ё", "е")
    if key.isascii() or language not in ("fr", "es"):
        return key
    return "".join(char for char in unicodedata.normalize("NFD", key) if not unicodedata.combining(char))


@lru_cache(maxsize=65_536)
def _parts(key: str, language: str) -> _Parts | None:
    """What a word is made of, if it begins with a number word."""
    if language not in NUMBER_TABLES or not key or key[0].isdecimal():
        return None
    atoms: list[NumberAtom] = []
    parts = _plain(key, language).split("-")
    place = 0
    while place < len(parts) and (read := _part(parts[place], language)):
        atoms += read
        place += 1
    while atoms and atoms[-1] is JOINER:
        atoms.pop()
        place -= 1
    if not atoms or atoms[0] is JOINER or (place < len(parts) and atoms[-1].ordinal):
        return None
    return _Parts(tuple(atoms), len(parts) - place)


def _part(part: str, language: str) -> tuple[NumberAtom, ...]:
    if language == "ar":
        return _arabic(part)
    known = _atoms(language)
    if found := known.get(part):
        return (found,)
    if part == NUMBER_TABLES[language].joiner:
        return (JOINER,)
    return _glued(part, language)


def _glued(part: str, language: str) -> tuple[NumberAtom, ...]:
    """The atoms of words written together ("dixsept", "тридцатипятый"); none if anything is left over."""
    if len(part) > _LONGEST_GLUED:
        return ()
    known, longest = _atoms(language), _longest(language)
    if not any(part[:end] in known for end in range(1, longest + 1)):
        return ()
    joiner = NUMBER_TABLES[language].joiner if language != "ar" else ""
    split: list[tuple[NumberAtom, ...] | None] = [None] * len(part) + [()]
    for at in range(len(part) - 1, -1, -1):
        for end in range(min(len(part), at + longest), at, -1):
            piece, rest = part[at:end], split[end]
            if rest is not None and piece in known:
                split[at] = (known[piece], *rest)
                break
            if rest and piece == joiner:
                split[at] = (JOINER, *rest)
                break
    atoms = split[0] or ()
    return atoms if len(atoms) > 1 and NumberReading(language).take_all(atoms) else ()


@cache
def _longest(language: str) -> int:
    return max(map(len, _atoms(language)))


def _arabic(part: str) -> tuple[NumberAtom, ...]:
    """An Arabic word without conjunction, preposition and article; an ordinal without article is weak."""
    known = _atoms("ar")
    if found := known.get(part):
        # "واحد" also stands for "وأحد".
        return (found._replace(weak=found.weak or found.ordinal, joined=part == "واحد"),)
    prefix = _ARABIC_PREFIX.match(part)
    if prefix is None:
        return ()
    behind, joined = prefix.end("joined"), bool(prefix["joined"])
    for end in dict.fromkeys((prefix.end(), behind)):
        stem, the = part[end:], part[:end].endswith(("ال", "لل"))
        if end > behind and not the and len(stem) < _SHORTEST_AFTER_OF:
            continue
        if found := known.get(stem):
            return (found._replace(weak=found.weak or (found.ordinal and not the), joined=joined),)
        if glued := _glued(stem, "ar"):
            return (glued[0]._replace(joined=joined), *glued[1:])
    return ()


# --- runs ----------------------------------------------------------------------------------------


def _number_at(keys: Sequence[str], at: int, language: str, apart: Container[int]) -> NumberInWords | None:
    """The longest number that begins with a word."""
    reading = NumberReading(language)
    joiner = NUMBER_TABLES[language].joiner
    end, tail, next_ = at, 0, at
    while next_ < len(keys) and not (next_ > at and next_ in apart):
        joined = next_ > at and keys[next_] == joiner and language != "ar"
        here = next_ + joined
        parts = _parts(keys[here], language) if here < len(keys) and not (joined and here in apart) else None
        if parts is None or (parts.tail and reading.last >= 20 > parts.atoms[0].value):
            break
        after = _parts(keys[here + 1], language) if here + 1 < len(keys) and here + 1 not in apart else None
        rest = after.atoms[:1] if after else ()
        if not reading.take_all((*((JOINER,) if joined else ()), *parts.atoms), rest):
            break
        end, tail, next_ = here + 1, parts.tail, here + 1
        if tail:
            break
    if end == at:
        return None
    weak = len(reading.atoms) == 1 and reading.atoms[0].weak
    return NumberInWords(reading.value, at, end, reading.ordinal, weak, tail)


def _chinese(keys: Sequence[str], apart: Container[int]) -> Iterator[NumberInWords]:
    """Runs of Chinese numerals, with 第 before ordinals; a lone 一 is weak."""
    at = 0
    while at < len(keys):
        start = at + (keys[at] == "第")
        end = start
        while end < len(keys) and keys[end] in _NUMERAL and not (end > at and end in apart):
            end += 1
        numeral = "".join(keys[start:end])
        value = cjk_value(numeral) if numeral and numeral[0] not in _ONLY_INSIDE else None
        if (
            numeral == "十"
            and list(keys[end : end + 1]) == ["分"]
            and list(keys[end + 1 : end + 2]) != ["之"]
        ):
            value = None  # 十分, "very"
        if value is not None:
            yield NumberInWords(value, at, end, start > at, numeral == "一")
        at = max(end, at + 1)
