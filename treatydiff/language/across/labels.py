"""Labels of provisions that say the same in different languages: (b) and б), 1a and 1 bis."""

from __future__ import annotations

import re
from functools import lru_cache

from treatydiff.language.across.label_positions import label_positions
from treatydiff.language.numbers import SUFFIXES, latin_suffixes

_INSERTED = re.compile(
    rf"(?P<base>(?<!\d)\d++)(?:[\s.]?(?P<suffix>{'|'.join(SUFFIXES[:12])})|(?P<letter>[a-l]))$", re.IGNORECASE
)
_RULE = re.compile(r"(?:^|(?<=__))rule_")
_LETTERED = re.compile(r"(?P<number>(?<!\d)\d++)(?P<letter>[a-zа-я])$")


@lru_cache(maxsize=4_096)
def across_languages(number: str) -> str:
    """A number with the letter that English prints for an inserted provision: "3ter" and "3b" are "3b".

    Args:
        number: as printed, or as an id carries it.
    """
    plain = latin_suffixes(number).strip(" .()[]（）").casefold()
    found = _INSERTED.search(plain)
    if found is None:
        return plain
    suffix = found["suffix"]
    letter = "abcdefghijkl"[SUFFIXES.index(suffix)] if suffix else found["letter"]
    return f"{plain[: found.start()]}{found['base']}{letter}"


@lru_cache(maxsize=65_536)
def same_label(one: str, other: str) -> bool:
    """Whether two labels can mean the same place: (b), b), б) and （二） are all second; dashes are none.

    Args:
        one, other: as printed.
    """
    plain = [across_languages(each) for each in (one, other)]
    if plain[0] == plain[1] or not all(any(map(str.isalnum, each)) for each in plain):
        return True
    if any(_INSERTED.search(each) for each in plain):
        return False
    return bool(label_positions(plain[0]) & label_positions(plain[1]))


def plain_id(id_: str) -> str:
    """An id as it is in every language: what one calls a regulation another calls an article.

    Args:
        id_: of a provision.
    """
    return _RULE.sub("art_", id_)


def parted(number: str) -> tuple[str, str] | None:
    """The number and the letter of "1b", as some languages print paragraph 1 (b); None if it is none."""
    found = _LETTERED.fullmatch(number)
    return (found["number"], found["letter"]) if found else None
