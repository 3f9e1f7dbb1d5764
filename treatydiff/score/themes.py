"""Themes: where two drafts speak of human rights or of data protection, and what was carried."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from treatydiff.errors import SettingsError
from treatydiff.language.keys import comparison_key
from treatydiff.model import Consonance, Draft, Provision, ScoreSheet, Tally, ThemeFinding
from treatydiff.score.measured import ROUNDING, sum_of

ONLY_THERE = 0.25
"""A clause of which less is in the other draft stands in one draft only."""
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_ANYTHING = r"\S*"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its terms by language; the terms are as they stand in the list."""

    name: str
    title: str
    terms: tuple[tuple[str, tuple[str, ...]], ...]

    def terms_in(self, language: str) -> tuple[str, ...]:
        """The terms of a language; none where the theme has no list for it."""
        return dict(self.terms).get(language, ())


def load_themes(own: str | None = None, *, where: str = "") -> tuple[Theme, ...]:
    """The shipped themes, with those of a file of one's own behind them or in their place.

    Args:
        own: TOML text: a table a theme, with `title` and a table `terms` of lists by language code.
        where: the name of the file, for errors.

    Raises:
        SettingsError: the text is no TOML, or a theme is not written so.
    """
    themes = {theme.name: theme for theme in _shipped()}
    if own is not None:
        themes |= {theme.name: theme for theme in _themes_in(own, where)}
    return tuple(themes.values())


@cache
def _shipped() -> tuple[Theme, ...]:
    text = resources.files("treatydiff.score").joinpath("data", "themes.toml").read_text(encoding="utf-8")
    return tuple(_themes_in(text, "themes.toml"))


def _themes_in(text: str, where: str) -> Iterator[Theme]:
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except RecursionError:
        raise SettingsError("not valid TOML: nested too deeply", where=where) from None
    except ValueError as fault:  # TOMLDecodeError is one, numbers of thousands of digits another
        raise SettingsError(f"not valid TOML: {fault}", where=where) from None
    for name, table in data.items():
        if not _NAME.fullmatch(name) or not isinstance(table, dict):
            raise SettingsError(
                f"{name!r} is no theme", where=where, hint="a theme is a table: [data_protection]"
            )
        yield Theme(name, _title(name, table, where), tuple(_terms(name, table, where)))


def _title(name: str, table: Mapping[str, Any], where: str) -> str:
    title = table.get("title", name.replace("_", " ").capitalize())
    if not isinstance(title, str) or not title.strip():
        raise SettingsError(f"the title of {name} must be a text", where=where)
    return title


def _terms(name: str, table: Mapping[str, Any], where: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    terms = table.get("terms")
    if not isinstance(terms, dict) or not terms:
        raise SettingsError(f"the theme {name} has no terms", where=where,
                            hint=f'[{name}.terms] en = ["a term", "a stem*"]')  # fmt: skip
    for language, listed in terms.items():
        if not isinstance(listed, list) or not all(
            isinstance(each, str) and each.strip("* ") for each in listed
        ):
            raise SettingsError(f"the terms of {name} in {language!r} must be a list of texts", where=where)
        yield language, tuple(listed)


def theme_named(themes: Iterable[Theme], name: str) -> Theme:
    """The theme of a name.

    Raises:
        SettingsError: there is none.
    """
    known = {theme.name: theme for theme in themes}
    if name not in known:
        raise SettingsError(f"there is no theme {name!r}", hint=f"one of {', '.join(known)}")
    return known[name]


@lru_cache(maxsize=256)
def _pattern(terms: tuple[str, ...], language: str) -> re.Pattern[str] | None:
    """One pattern for all terms over words joined by single spaces; longer terms first."""
    written = sorted(terms, key=lambda term: (-len(term), term))
    alternatives = [" ".join(_word_pattern(word, language) for word in term.split()) for term in written]
    return re.compile(rf"(?<!\S)(?:{'|'.join(alternatives)})(?!\S)") if alternatives else None


def _word_pattern(word: str, language: str) -> str:
    before = _ANYTHING if word.startswith("*") else ""
    after = _ANYTHING if word.endswith("*") else ""
    return before + re.escape(comparison_key(word.strip("*"), language)).replace(r"\ ", " ") + after


def find_themes(a: Draft, b: Draft, themes: Iterable[Theme], scores: ScoreSheet) -> tuple[ThemeFinding, ...]:
    """What two drafts say on every theme, those of which neither speaks left out.

    Args:
        a: the draft compared.
        b: the draft it is compared with.
        themes: what to look for.
        scores: of the two drafts.
    """
    keys_a, keys_b = _keys(a), _keys(b)
    found = (
        _finding(theme, _spoken(theme, keys_a, a.language), _spoken(theme, keys_b, b.language), scores)
        for theme in themes
    )
    return tuple(finding for finding in found if finding.clauses_a or finding.clauses_b)


def _finding(
    theme: Theme, in_a: Mapping[str, str], in_b: Mapping[str, str], scores: ScoreSheet
) -> ThemeFinding:
    return ThemeFinding(
        name=theme.name,
        title=theme.title,
        clauses_a=tuple(in_a),
        clauses_b=tuple(in_b),
        only_a=_only(in_a, scores.clauses_a),
        only_b=_only(in_b, scores.clauses_b),
        consonance=Consonance(_sum(in_a, scores.clauses_a), _sum(in_b, scores.clauses_b)),
        terms=tuple(sorted({*in_a.values(), *in_b.values()})),
    )


def _only(clauses: Iterable[str], tallies: Mapping[str, Tally]) -> tuple[str, ...]:
    least = ONLY_THERE - ROUNDING
    return tuple(
        id_ for id_ in clauses if id_ in tallies and tallies[id_].carried < least * tallies[id_].weight
    )


def _sum(clauses: Iterable[str], tallies: Mapping[str, Tally]) -> Tally:
    return sum_of(tallies[id_] for id_ in clauses if id_ in tallies)


def _keys(draft: Draft) -> dict[str, tuple[str, str]]:
    """For every clause its comparison key and that of the heading of its unit."""
    keys: dict[str, tuple[str, str]] = {}
    for unit in draft.units():
        heading = _heading(unit.provision, draft.language)
        for leaf in unit.clauses():
            keys[leaf.id] = (comparison_key(leaf.text, draft.language), heading)
    return keys


def _heading(provision: Provision, language: str) -> str:
    return comparison_key(provision.heading, language) if provision.heading else ""


def _spoken(theme: Theme, keys: Mapping[str, tuple[str, str]], language: str) -> dict[str, str]:
    """The clauses that speak of a theme, in text order, and the words that say so."""
    pattern = _pattern(theme.terms_in(language), language)
    if pattern is None:
        return {}
    spoken: dict[str, str] = {}
    for id_, (text, heading) in keys.items():
        match = pattern.search(text) or pattern.search(heading)
        if match:
            spoken[id_] = match[0]
    return spoken
