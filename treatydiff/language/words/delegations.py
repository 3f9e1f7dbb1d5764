"""Names of States and of groups of States, as drafts print them behind wording that someone proposed.

The States and their names in the six languages are in `states.toml`; groups, observers and others in
`delegations.toml`. Both are read only when a name is looked up.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import NamedTuple

from treatydiff.language.number_patterns import cardinal_pattern
from treatydiff.patterns import pattern_of

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
_ON_BEHALF = pattern_of(
    r"[,(\[]\s?(?:speaking |also |and )?(on behalf of )([^()\[\]]{1,120})[)\]]?", re.IGNORECASE
)
"""How the group is set apart that a State speaks for: "Kenya (on behalf of the African Group)"."""
_SEPARATOR = pattern_of(
    r"( ?[,;/+&，、；،؛] ?(?:(?:and|et|y|e|и) |و(?=\S))?| (?:and|et|y|e|и) | و(?=\S)| ?[和及] ?"
    r"| on behalf of )"
)
_ARTICLE = r"(?:(?:the|la|le|les|el|los|las)\s+|l['’])?"
_LEADING = pattern_of(
    rf"^{_ARTICLE}(?:(?:delegations?|representatives?)\s+of\s+|(?:délégations?|représentants?)\s+(?:du\s+|des\s+|de\s+|d['’])"
    rf"|(?:delegación|delegaciones|representantes?)\s+(?:del\s+|de\s+))?{_ARTICLE}",
    re.IGNORECASE,
)
_SHORT_FORM = pattern_of(r"(?<!\s)\s*+\([A-Z][\w&-]{1,11}\)\s*+")
_LETTERED = pattern_of(r"(?:Delegation|Party|State|Country|Group)\s+(?:[A-Z]|\d+)")
_BY_NUMBER = (
    rf"(?:(?:{cardinal_pattern('en')}|a|an|some|several|many|most|other|a\s+few|"
    r"certain|a\s+number\s+of|a\s+majority\s+of)\s+)"
)
UNNAMED = pattern_of(
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
    whole = name.strip(" .:\u00a0")
    bare = _LEADING.sub("", whole)
    if _LETTERED.fullmatch(bare):
        return bare
    # "Shelf States Group (SSG)": the short form behind a name says nothing new.
    for said in dict.fromkeys((name.strip(), whole, bare, _SHORT_FORM.sub(" ", bare))):
        if known := _names(further).get(_key(said)) or _in_other_languages(said):
            return known
    return None


def delegations(text: str, further: str = "") -> tuple[str, ...] | None:
    """The names of a list ("Norway, Iceland and Japan"); None if anything in it is not known.

    Args:
        text: the list; names that hold a separator ("G77 and China") are tried whole first.
        further: names of the user's own, as in the setting `delegations`.
    """
    parts = _SEPARATOR.split(_ON_BEHALF.sub(r" \1\2", " ".join(text.split())))
    longest = _longest(further)
    found: list[str] = []
    at = 0
    while at < len(parts):
        # Parts stand between separators: an odd number of both makes a name.
        for end in range(min(len(parts), at + longest), at, -2):
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
    if text.isascii() and not any(char.isupper() for char in text):
        return ()
    return tuple(
        Named(found.start(), found.end(), delegation(found.group(), further) or found.group())
        for found in _pattern(further).finditer(text)
    )


@cache
def states() -> dict[str, dict[str, tuple[str, ...]]]:
    """The names of every State by its two letters of ISO 3166-1 and by language, short names first."""
    data = tomllib.loads((resources.files(__package__) / "states.toml").read_text("utf-8"))
    return {code: {each: tuple(row[each]) for each in LANGUAGES} for code, row in data.items()}


@cache
def _names(further: str) -> dict[str, str]:
    """What reports call those that English names stand for, by key; case does not count."""
    names = {_key(form): row["en"][0] for row in states().values() for form in row["en"]}
    data = tomllib.loads((resources.files(__package__) / "delegations.toml").read_text("utf-8"))
    for table in ("groups", "observers", "others"):
        for name, forms in data[table].items():
            names.update({_key(form): name for form in (name, *forms)})
    names.update(further_names(further))
    return names


@cache
def _foreign_names() -> dict[str, str]:
    """English names of States by their names in the other languages, as printed and in capitals."""
    return {
        _plain(written): row["en"][0]
        for row in states().values()
        for code in LANGUAGES[1:]
        for form in row[code]
        for inflected in ((form, _russian_genitive(form)) if code == "ru" else (form,))
        for written in (inflected, inflected.upper())
        if form not in _WORDS_TOO
    }


_GENITIVES = (
    ("ия", "ии"), ("ья", "ьи"), ("га", "ги"), ("ка", "ки"), ("жа", "жи"), ("а", "ы"), ("я", "и"), ("й", "я"),
    ("ь", "и"),
)  # fmt: skip
_CONSONANTS = "бвгдзклмнпрстфхц"


def _russian_genitive(name: str) -> str:
    """The name of a State behind "delegation of": "делегация Норвегии", "Российской Федерации"."""
    first, space, rest = name.partition(" ")
    if first.endswith("ая") and rest:
        return f"{first[:-2]}ой {_russian_genitive(rest)}"
    ending = next((pair for pair in _GENITIVES if first.endswith(pair[0])), None)
    if ending is not None:
        first = first.removesuffix(ending[0]) + ending[1]
    elif first[-1:] in _CONSONANTS:
        first += "а"
    return first + space + rest


_CHINESE = pattern_of("[\u4e00-\u9fff]")
_WORDS_TOO = frozenset({"مالي"})
"""Names that are common words, in a script without capitals: "financial"."""


def _in_other_languages(name: str) -> str | None:
    """What reports call a State that is named in another language than English; capitals count."""
    return _foreign_names().get(_plain(name))


def further_names(written: str) -> dict[str, str]:
    """Names as a user writes them: "Shelf Group = SG, Shelf States; Northland"."""
    names: dict[str, str] = {}
    for entry in written.split(";"):
        name, _, forms = (part.strip() for part in entry.partition("="))
        names.update({_key(form): name for form in (name, *forms.split(",")) if _key(form)})
    return names


@cache
def _longest(further: str) -> int:
    """How many parts and separators the known name with the most of them has."""
    return max(len(_SEPARATOR.split(name)) for name in _names(further))


@cache
def _pattern(further: str) -> re.Pattern[str]:
    """A pattern for all names, each only as a whole, the longest at any place."""
    forms = list(_names(further))
    written = _branches([form for form in forms if len(form) > 3])
    foreign = list(_foreign_names())
    joined = _branches([form for form in foreign if _CHINESE.match(form)])
    apart = [form for form in foreign if not _CHINESE.match(form)]
    exact = _branches([*(form.upper() for form in forms if len(form) <= 3), *apart])
    # Chinese sets no space between words, and Arabic none behind "and".
    return pattern_of(rf"(?:(?<![\w-])|(?<=[\s(،]و))(?:(?i:{written})|{exact})(?![\w-])|{joined}")


def _branches(forms: list[str]) -> str:
    """A pattern for any of some texts that tries every beginning once."""
    if not forms:
        return "(?!)"
    heads: dict[str, list[str]] = {}
    for form in sorted(set(forms)):
        heads.setdefault(form[:1], []).append(form[1:])
    ends = "" in heads
    branches = [_sign(head) + _branches(rests) for head, rests in heads.items() if head]
    if not branches:
        return ""
    whole = f"(?:{'|'.join(branches)})" if len(branches) > 1 or ends else branches[0]
    return whole + ("?" if ends else "")


def _sign(char: str) -> str:
    return {" ": r"\s+", "'": "['’]"}.get(char) or re.escape(char)


def _key(name: str) -> str:
    return _plain(name).casefold()


def _plain(name: str) -> str:
    """A name without variants of spaces, dashes and apostrophes."""
    plain = unicodedata.normalize("NFKC", name).replace("’", "'")
    return " ".join(re.sub("[‐‑–—]", "-", plain).split())
