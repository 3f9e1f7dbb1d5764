"""Provisions that are no provisions: "Deleted", "Moved as article 41 ter", "[Reserved]".

A placeholder is never anybody's partner; what it says is evidence on the pairing of the provision
that it speaks of. The wordings are data (placeholders.toml).
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from treatydiff.language.number_forms import number_form
from treatydiff.language.typography import fold
from treatydiff.model import Provision, Unit
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_ENCLOSURES = pattern_of(r"[\[\]{}\u3010\u3011\uff3b\uff3d*_\"]")
_ROUND = pattern_of(r"^\((.*)\)$")
_FINAL = " .;:,。；，؛،"
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class PlaceholderStatement:
    """What a placeholder says.

    Attributes:
        name: the rule that knew it ("deleted", "moved", "merged", "placeholder", "reserved", "blank").
        text: its words as printed.
        targets: the forms of the article numbers that it names, in text order.
    """

    name: str
    text: str
    targets: tuple[tuple[str, ...], ...] = ()


@lru_cache(maxsize=16)
def _tables(language: str) -> tuple[tuple[tuple[str, re.Pattern[str]], ...], tuple[re.Pattern[str], ...]]:
    """The rules and the patterns of named provisions that hold for a language."""
    data = tomllib.loads(
        files("treatydiff.language.words").joinpath("placeholders.toml").read_text(encoding="utf-8")
    )
    wanted = ("any", language)
    rules = tuple(
        (str(rule["name"]), pattern_of(rule["pattern"], re.DOTALL))
        for rule in data["rule"]
        if rule["language"] in wanted
    )
    targets = tuple(
        pattern_of(rule["pattern"], re.IGNORECASE) for rule in data["target"] if rule["language"] in wanted
    )
    return rules, targets


def _bare(text: str) -> str:
    plain = _ENCLOSURES.sub("", fold(text)).strip(_FINAL).casefold()
    inside = _ROUND.match(plain)
    return inside[1].strip(_FINAL) if inside else plain


def read_statement(text: str, language: str) -> PlaceholderStatement | None:
    """What a text says if it is a placeholder as a whole; None if it is content.

    Args:
        text: the whole text of a provision, or a heading.
        language: code of the draft's language.
    """
    if not text or len(text) > _LONGEST:
        return None
    rules, targets = _tables(language)
    bare = _bare(text)
    for name, pattern in rules:
        if pattern.fullmatch(bare):
            named = [match["number"] for target in targets for match in target.finditer(text)]
            return PlaceholderStatement(
                name, fold(text), tuple(dict.fromkeys(number_form(number) for number in named))
            )
    return None


def placeholder(unit: Unit, language: str) -> PlaceholderStatement | None:
    """What a unit says if it is a placeholder: its only text, or its heading where it has no text."""
    leaves = unit.clauses()
    if not leaves:
        return read_statement(unit.provision.heading, language)
    first = read_statement(leaves[0].text, language)
    if first is None or not all(read_statement(leaf.text, language) for leaf in leaves[1:]):
        return None
    return first


def is_placeholder_heading(provision: Provision, language: str) -> bool:
    """Whether a heading only keeps the place of one ("XXX", "[Reserved]")."""
    return read_statement(provision.heading, language) is not None
