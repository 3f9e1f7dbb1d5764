"""Names of States and of groups of States, as drafts print them behind wording that someone proposed.

States come from pycountry (ISO 3166: short, common and official names), groups, observers and the
other names that drafts use from `delegations.toml`. Imports pycountry only when a name is looked up.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import NamedTuple

from treatydiff.language.number_patterns import cardinal_pattern

_SEPARATOR = re.compile(r"(\s*[,;/+&]\s*(?:and\s+)?|\s+and\s+|\s+on\s+behalf\s+of\s+)")
_LEADING = re.compile(r"^(?:the\s+)?(?:(?:delegations?|representatives?)\s+of\s+)?(?:the\s+)?", re.IGNORECASE)
_SHORT_FORM = re.compile(r"\s*\([A-Z][\w&-]{1,11}\)\s*")
_LETTERED = re.compile(r"(?:Delegation|Party|State|Country|Group)\s+(?:[A-Z]|\d+)")
_BY_NUMBER = (
    rf"(?:(?:{cardinal_pattern('en')}|a|an|some|several|many|most|other|a\s+few|"
    r"certain|a\s+number\s+of|a\s+majority\s+of)\s+)"
)
UNNAMED = re.compile(
    rf"{_BY_NUMBER}(?:other\s+)?(?:groups?\s+of\s+)?(?:Parties|States|delegations?|countries|Party|State|"
    r"groups?|members?|Members?|speakers?|participants?)(?![\w-])",
    re.IGNORECASE,
)
"""Whoever a draft leaves without a name ("one group of Parties")."""


class Named(NamedTuple):
    """A name in a text, in code points, and what it is commonly called."""

    start: int
    end: int
    name: str


def delegation(name: str, further: str = "") -> str | None:
    """The common name of a State or group; None if it is not known.

    Args:
        name: as printed, with or without "the" and "delegation of".
        further: names of the user's own, as in the setting `delegations`.
    """
    bare = _LEADING.sub("", name.strip(" .:\u00a0"))
    if _LETTERED.fullmatch(bare):
        return bare
    known = _names(further)
    # "Shelf States Group (SSG)": the short form behind a name says nothing new.
    return known.get(_key(bare)) or known.get(_key(_SHORT_FORM.sub(" ", bare)))


def delegations(text: str, further: str = "") -> tuple[str, ...] | None:
    """The names of a list ("Norway, Iceland and Japan"); None if anything in it is not known.

    Args:
        text: the list; names that hold a separator ("G77 and China") are tried whole first.
        further: names of the user's own, as in the setting `delegations`.
    """
    parts = _SEPARATOR.split(text.strip())
    found: list[str] = []
    at = 0
    while at < len(parts):
        for end in range(len(parts), at, -2):
            name = delegation("".join(parts[at:end]), further)
            if name is not None:
                found.append(name)
                at = end + 1
                break
        else:
            return None
    return tuple(found) or None


def find_delegations(text: str, further: str = "") -> tuple[Named, ...]:
    """The known names in a text, longest first at any place, none inside another."""
    if not any(char.isupper() for char in text):
        return ()
    return tuple(
        Named(found.start(), found.end(), delegation(found.group(), further) or found.group())
        for found in _pattern(further).finditer(text)
    )


@cache
def _names(further: str) -> dict[str, str]:
    import pycountry

    names: dict[str, str] = {}
    for country in pycountry.countries:
        common = getattr(country, "common_name", country.name)
        for name in (country.name, common, getattr(country, "official_name", common)):
            names.setdefault(_key(name), common)
    data = tomllib.loads((resources.files(__package__) / "delegations.toml").read_text("utf-8"))
    for table in ("states", "groups", "observers"):
        for name, forms in data[table].items():
            for form in (name, *forms):
                names[_key(form)] = name
    names.update(further_names(further))
    return names


def further_names(written: str) -> dict[str, str]:
    """Names as a user writes them: "Shelf Group = SG, Shelf States; Northland"."""
    names: dict[str, str] = {}
    for entry in written.split(";"):
        name, _, forms = (part.strip() for part in entry.partition("="))
        names.update({_key(form): name for form in (name, *forms.split(",")) if _key(form)})
    return names


@cache
def _pattern(further: str) -> re.Pattern[str]:
    forms = sorted(_names(further), key=lambda form: (-len(form), form))
    written = [re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]") for form in forms if len(form) > 3]
    short = [re.escape(form.upper()) for form in forms if len(form) <= 3]
    return re.compile(rf"(?<![\w-])(?:(?i:{'|'.join(written)})|{'|'.join(short)})(?![\w-])")


def _key(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold().replace("’", "'")
    return " ".join(folded.split())
