"""Whether a short form stands for a name: "COP" for "Conference of the Parties"."""

from __future__ import annotations

from treatydiff.language.tokenizer import words
from treatydiff.language.words.brackets import SMALL_WORDS


def stand_for_one(one: str, other: str) -> bool:
    """Whether one of two texts is the short form of the other, its capitals the initials in order.

    Args:
        one, other: what two brackets hold; the short form may have further words behind it.
    """
    return _abbreviates(one, other) or _abbreviates(other, one)


def _abbreviates(short: str, name: str) -> bool:
    form = next(iter(short.split()), "").strip(".,;:[]()")
    if not (len(form) > 1 and form.isalpha() and form.isupper()):
        return False
    initials = [(word.key[:1], word.key in SMALL_WORDS) for word in words(name)]
    if sum(not small for _, small in initials) < 2:
        return False
    letters = list(form.casefold())
    for initial, small in initials:
        if letters and letters[0] == initial:
            letters.pop(0)
        elif not small:
            return False
    return not letters
