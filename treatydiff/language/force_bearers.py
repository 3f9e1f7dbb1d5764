"""Who stands before a modal: whether somebody is named there, and which words tell who it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatydiff.language.words.force_table import force_tables


def names_bearer(keys: Sequence[str], modal: int, language: str) -> bool:
    """Whether the words right before a modal name somebody, in a main clause.

    Args:
        keys: comparison keys.
        modal: number of the modal's first word.
        language: code of their language.
    """
    table = force_tables().get(language)
    if table is None:
        return False
    words = table.bearers
    at = modal - 1
    while at >= 0 and words.adverbs.fullmatch(keys[at]):
        at -= 1
    if at > 0 and keys[at] in _RELATIVES and words.actors.fullmatch(keys[at - 1]):
        at -= 1
    if language == "zh":
        behind = "".join(keys[max(0, at - 5) : at + 1])
        return re.search(f"(?:{words.actors.pattern})$", behind) is not None
    if language == "ar":
        return any(words.actors.fullmatch(key) for key in keys[modal + 1 : modal + 4])
    if at < 0 or not words.actors.fullmatch(keys[at]):
        return False
    around = keys[max(0, at - 3) : at]
    relative = words.relative
    told = [key for key in around if key not in _IN_NAMES]
    return relative is None or not any(relative.fullmatch(key) for key in told)


_LONGEST_NAME = 8
"""Words before a modal that may be the name of who is bound."""
_CLASSES = frozenset((
    "party", "partie", "state", "états", "état", "country", "member", "contracting", "parte", "estado",
    "сторона", "сторон", "государство", "государства",
))  # fmt: skip
"""Names of a whole class; which of them is printed tells nobody apart."""


def bearer_before(keys: Sequence[str], modal: int, language: str) -> frozenset[str] | None:
    """The words that tell who is bound or entitled by a modal, where its subject is plainly one.

    Words of a whole class and terms of address say nobody in particular; a Party and each State Party
    have the same, empty, set.

    Args:
        keys: comparison keys.
        modal: number of the modal's first word.
        language: code of their language.

    Returns:
        The words, in the singular; None where the words before the modal name no bearer, and for
        languages that put it elsewhere.
    """
    table = force_tables().get(language)
    if table is None or language in ("zh", "ar"):
        return None
    words = table.bearers
    at = modal - 1
    while at >= 0 and words.adverbs.fullmatch(keys[at]):
        at -= 1
    if at < 0 or not words.actors.fullmatch(keys[at]):
        return None
    told = set()
    for key in reversed(keys[max(0, at - _LONGEST_NAME) : at + 1]):
        known = any(p is not None and p.fullmatch(key) for p in (words.actors, words.plain, words.qualified))
        if not known or (words.relative is not None and words.relative.fullmatch(key)):
            break
        if not words.plain.fullmatch(key):
            told.add(f"{key[:-3]}y" if key.endswith("ies") else key.removesuffix("s"))
    return frozenset(told - _CLASSES)


_RELATIVES = frozenset(("which", "who", "qui", "который", "которая", "которое", "которые"))
"""Pronouns that stand for the bearer right before them: "the Board, which may refuse"."""
_IN_NAMES = frozenset(("in", "en", "to", "a", "на", "в", "if", "si"))
"""Prepositions that stand inside names and before them, and so end no main clause."""
