"""The table of `terms.toml`: what final clauses say in the languages beside English."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_NUMBER = pattern_of(r"(?:\\b)?<N>")
_FIGURES = r"(?<!\\d)(\\d{1,4})"
_CHOICES = r"((?:\\[[^\\[\\]]{1,40}\\][\\s,،、]*(?:\\w{1,4}\\s+)?){1,6})"

Row = tuple[str, re.Pattern[str]]
"""What a table of final clauses shows, and the words that say it."""


@dataclass(frozen=True, slots=True)
class FinalClauseWords:
    """The patterns of one language.

    Args:
        rows: for each group ("consent", "binds") its values in order.
        named: for each group ("entry", "reservations") single patterns by name.
        thresholds: how many instruments or States are needed: a number in figures, or alternatives in
            brackets in its place; the first group has them.
        conditions: what else is needed, as printed.
        accepted: by how many an amendment is accepted; the first group has their words.
    """

    rows: Mapping[str, tuple[Row, ...]]
    named: Mapping[str, Mapping[str, re.Pattern[str]]]
    thresholds: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    conditions: tuple[re.Pattern[str], ...]
    accepted: tuple[re.Pattern[str], ...]


_NAMED = ("entry", "reservations", "amendment", "withdrawal", "names")
LANGUAGES_READ = ("fr", "es", "ru", "zh", "ar")


@cache
def final_clause_words(language: str) -> FinalClauseWords:
    """The patterns of a language.

    Args:
        language: one of `LANGUAGES_READ`.
    """
    groups = tomllib.loads(resources.files(__package__).joinpath("terms.toml").read_text(encoding="utf-8"))[
        language
    ]
    return FinalClauseWords(
        {
            name: tuple((value, _pattern(words)) for value, words in group.items())
            for name, group in groups.items()
            if name not in _NAMED
        },
        {
            name: {key: _pattern(words) for key, words in groups[name].items() if isinstance(words, str)}
            for name in _NAMED
        },
        tuple(
            (_pattern(_NUMBER.sub(_FIGURES, words)), _pattern(_NUMBER.sub(_CHOICES, words)))
            for words in groups["entry"]["threshold"]
        ),
        tuple(_pattern(_NUMBER.sub(_FIGURES, words)) for words in groups["entry"]["condition"]),
        tuple(_pattern(words) for words in groups["amendment"]["accepted"]),
    )


def _pattern(words: str) -> re.Pattern[str]:
    return pattern_of(words, re.IGNORECASE)
