"""What is printed somewhere in a version of a clause, however it was read: numbers and labels of references.

Grammars read the same print otherwise: "Article 32 of Directive 2004/39" is a number in one language and a
reference in another, "(b) and (c)" a reference only where "points" stands before it. What one version has
more of and the other prints anywhere is therefore no difference between versions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from treatydiff.language.across.dates import prints_month
from treatydiff.language.across.label_positions import label_positions
from treatydiff.language.across.labels import across_languages, same_label
from treatydiff.language.numerals import ascii_digits, roman_value
from treatydiff.language.references import Step
from treatydiff.language.tokenizer import words
from treatydiff.language.words.numbers import number_forms
from treatydiff.patterns import pattern_of

_DIGITS = pattern_of(r"\d+")
_LABEL = pattern_of(
    r"(?<![^\W\d_])[^\W\d_]{1,5}(?=[)）])|\d+[^\W\d_]{0,6}|(?<![^\W_])(?:[A-Z]{1,5}(?![^\W_])|[a-zа-я](?=[,;.]))"
)
"""A letter or a Roman number before a bracket, digits with what is joined to them, capitals that are a word
("annexe I, partie B"), a small letter before a stop ("point b, de")."""
_LETTER_BEHIND = pattern_of(r"(?<=\d)\s?([a-zа-я])(?![^\W_]|\s?\d)")
"""A letter behind a number, without a bracket: "пункту 6 е", "1с"."""
_THROUGH = pattern_of(
    r"(?<![^\W_])\(?(\d{1,3}|[^\W\d_]{1,4})\)?(?:\s(?:to|à|al?|по|до|إلى)\s|\s?[至到\u2013\u2014-]\s?)\(?"
    r"(\d{1,3}|[^\W\d_]{1,4})\)?(?![^\W_])"
)
"""The two ends of a range: "2 to 5", "(i) to (iv)"."""
_MISREAD = pattern_of(r"(?<![^\W_])[IVX]{1,4}l[IVXl]{0,4}(?![^\W_])")
"""A Roman number of which a scan has made small letters: "Chapter Vll"."""
LONGEST_LIST = 40
"""Places of lettered lists; letters of more as Roman numbers (c, d, l, m) are letters."""
_GAP = pattern_of(r"[\s\d],(?=[,.;:])|,,")
"""Where a number is lost: no text prints a comma behind a space, or a stop behind a comma."""


def prints_gaps(text: str) -> bool:
    """Whether a text has stops that no text prints, so that numbers between them are lost.

    Args:
        text: of a clause.
    """
    return _GAP.search(text) is not None


@lru_cache(maxsize=64)
def _numbers(text: str) -> Counter[str]:
    return Counter(_DIGITS.findall(ascii_digits(text)))


@lru_cache(maxsize=64)
def _labels(text: str) -> frozenset[str]:
    plain = ascii_digits(text)
    misread = (found.replace("l", "I") for found in _MISREAD.findall(plain))
    return frozenset((*_LABEL.findall(plain), *_LETTER_BEHIND.findall(plain), *misread))


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    return frozenset(word.key for word in words(text))


def unprinted_numbers(
    more: Counter[str], own: str, other: str, language: str, other_language: str
) -> Counter[str]:
    """The numbers that the other version does not print as often as the own one.

    A word for a number, or a month, that both print in one language is part of a name that was left as it is
    ("Ten Elsen", "loi du 3 mars").

    Args:
        more: what the own version was found to have more of.
        own, other: the texts.
        language, other_language: codes of their languages.
    """
    mine, theirs = _numbers(own), _numbers(other)
    both = _words(own) & _words(other)
    return Counter({
        value: n for value, n in more.items()
        if theirs[value] < max(1, mine[value]) and not both & _number_words(value, language, ordinals=False)
        and not any(prints_month(other, value, each) for each in (language, other_language))
    })  # fmt: skip


@cache
def _number_words(value: str, language: str, *, ordinals: bool) -> frozenset[str]:
    return frozenset(
        form.word for form in number_forms(language)
        if value.isdigit() and form.value == int(value) and form.ordinal == ordinals
    )  # fmt: skip


def unprinted_steps(steps: Sequence[Step], other: str, language: str) -> tuple[Step, ...]:
    """The steps of references whose number or letter the other version does not print.

    It prints one in words too ("premier alinéa"), and those between the ends of a range ("2 to 5").

    Args:
        steps: those that were not found there as references.
        other: its text.
        language: code of its language.
    """
    printed, said = _labels(other), _words(other)
    return tuple(
        step for step in steps
        if not any(_same(step[1], each) for each in printed)
        and not said & _number_words(step[1], language, ordinals=True)
        and not _inside_a_range(step[1], other)
    )  # fmt: skip


def _same(number: str, printed: str) -> bool:
    if number[:1].isdigit() == printed[:1].isdigit():
        return same_label(number, printed) if not number[:1].isdigit() else _plain(number) == _plain(printed)
    if _plain(number) == _plain(printed):
        return True
    lettered, digits = (printed, number) if number[:1].isdigit() else (number, printed)
    return lettered.isupper() and digits.isdigit() and roman_value(lettered) == int(digits)


def _plain(label: str) -> str:
    return across_languages(label)


def _inside_a_range(number: str, text: str) -> bool:
    """Whether a number or letter lies between the ends of a range that a text prints."""
    return any(
        min(low) < place < max(high)
        for first, last in _THROUGH.findall(ascii_digits(text))
        if (low := _places(first)) and (high := _places(last))
        for place in _places(number)
        if first[:1].isdigit() == last[:1].isdigit() == number[:1].isdigit()
    )


def _places(label: str) -> Sequence[int]:
    """The places in a list that a label can mean; a "(c)" is no hundredth item."""
    return [at for at in label_positions(label) if label[:1].isdigit() or at <= LONGEST_LIST]
