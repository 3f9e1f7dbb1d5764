"""What is printed somewhere in a version of a clause, however it was read: numbers and labels of references.

Grammars read the same print otherwise: "Article 32 of Directive 2004/39" is a number in one language and a
reference in another, "(b) and (c)" a reference only where "points" stands before it. What one version has
more of and the other prints anywhere is therefore no difference between versions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from treatydiff.language.across.labels import across_languages, same_label
from treatydiff.language.numerals import ascii_digits
from treatydiff.language.references import Step

_DIGITS = re.compile(r"\d+")
_LABEL = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,5}(?=\))|\d+[^\W\d_]{0,6}")
"""A letter or a Roman number before a bracket, or digits with what is joined to them."""


@lru_cache(maxsize=64)
def _numbers(text: str) -> Counter[str]:
    return Counter(_DIGITS.findall(ascii_digits(text)))


@lru_cache(maxsize=64)
def _labels(text: str) -> frozenset[str]:
    return frozenset(_LABEL.findall(ascii_digits(text)))


def unprinted_numbers(more: Counter[str], own: str, other: str) -> Counter[str]:
    """The numbers that the other version does not print as often as the own one.

    Args:
        more: what the own version was found to have more of.
        own, other: the texts.
    """
    mine, theirs = _numbers(own), _numbers(other)
    return Counter({value: n for value, n in more.items() if theirs[value] < max(1, mine[value])})


def unprinted_steps(steps: Sequence[Step], other: str) -> tuple[Step, ...]:
    """The steps of references whose number or letter the other version does not print.

    Args:
        steps: those that were not found there as references.
        other: its text.
    """
    printed = _labels(other)
    return tuple(step for step in steps if not any(_same(step[1], each) for each in printed))


def _same(number: str, printed: str) -> bool:
    if number[:1].isdigit() or printed[:1].isdigit():
        return across_languages(number) == across_languages(printed)
    return same_label(number, printed)
