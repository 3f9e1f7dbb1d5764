"""Labels of provisions that say the same in different languages: (b) and б), 1a and 1 bis."""

from __future__ import annotations

import re
from functools import lru_cache

from treatydiff.language.across.label_positions import label_positions
from treatydiff.language.numbers import SUFFIX_PLACES, latin_suffixes
from treatydiff.patterns import pattern_of

_INSERTED = pattern_of(
    rf"(?P<base>(?<!\d)\d++)(?:[\s.]?(?P<suffix>{'|'.join(SUFFIX_PLACES)})|(?P<letter>[a-k]))$"
    rf"|(?P<roman>(?<![^\W_])[ivxlc]++)[\s.]?(?P<behind>{'|'.join(SUFFIX_PLACES)})$",
    re.IGNORECASE,
)
_RULE = pattern_of(r"(?:^|(?<=__))rule_")
_DOTTED = pattern_of(r"(?P<number>\d{1,3}[a-z]{0,12})\.(?P<letter>\d{1,2})")
_LETTERED = pattern_of(r"(?P<number>(?<!\d)\d++)(?P<letter>[a-zа-я])$")


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
    suffix = found["suffix"] or found["behind"]
    letter = "abcdefghijk"[SUFFIX_PLACES[suffix]] if suffix else found["letter"]
    return f"{plain[: found.start()]}{found['base'] or found['roman']}{letter}"


@lru_cache(maxsize=65_536)
def same_label(one: str, other: str) -> bool:
    """Whether two labels can mean the same place: (b), b), б) and （二） are all second; dashes are none.

    Args:
        one, other: as printed.
    """
    plain = [across_languages(each) for each in (one, other)]
    if plain[0] == plain[1] or not all(any(map(str.isalnum, each)) for each in plain):
        return True
    if any(_INSERTED.search(each) for each in plain) or len(set("".join(plain))) == 1:
        return False  # "ii" and "iii" are the same letter again and again, and Roman numbers
    return bool(label_positions(plain[0]) & label_positions(plain[1]))


def plain_id(id_: str) -> str:
    """An id as it is in every language: what one calls a regulation another calls an article.

    Args:
        id_: of a provision.
    """
    return _RULE.sub("art_", id_)


def parted(number: str) -> tuple[str, str] | None:
    """The two labels of "1b" and "3ter.2", as some languages print paragraph 1 (b) and article 3 ter (2).

    Args:
        number: of a step of a reference.

    Returns:
        None if it is one label.
    """
    found = _LETTERED.fullmatch(number) or _DOTTED.fullmatch(number)
    return (found["number"], found["letter"]) if found else None
