"""Themes: where two drafts speak of human rights or of data protection, and what was carried."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from treatydiff.errors import SettingsError
from treatydiff.language.keys import comparison_key
from treatydiff.model import Consonance, Draft, ScoreSheet, Tally, ThemeFinding, UnitComparison
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.score.measured import ROUNDING, sum_of
from treatydiff.score.theme_words import NamedWords, TextKey, TextPartners, follow_words, keys_of, partners_of

ONLY_THERE = 0.25
"""A clause of which less is in the other draft stands in one draft only."""
_NAME = pattern_of(r"[a-z][a-z0-9_]*")
_ANYTHING = r"\S*"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its terms by language, as they stand in the list.

    `unless` holds, by language, the contexts in which the words of a term mean something else.
    """

    name: str
    title: str
    terms: tuple[tuple[str, tuple[str, ...]], ...]
    unless: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def terms_in(self, language: str) -> tuple[str, ...]:
        """The terms of a language; none where the theme has no list for it."""
        return dict(self.terms).get(language, ())

    def unless_in(self, language: str) -> tuple[str, ...]:
        """The contexts of a language in which a term is none; none where the theme lists none."""
        return dict(self.unless).get(language, ())


def load_themes(own: str | None = None, *, where: str = "") -> tuple[Theme, ...]:
    """The shipped themes, with those of a file of one's own behind them or in their place.

    Args:
        own: TOML text: a table a theme, with `title`, a table `terms` of lists by language code and,
            where words of a term mean something else in some contexts, such a table `unless`.
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
        terms = tuple(_listed(name, "terms", table.get("terms"), where))
        unless = tuple(_listed(name, "unless", table["unless"], where)) if "unless" in table else ()
        yield Theme(name, _title(name, table, where), terms, unless)


def _title(name: str, table: Mapping[str, Any], where: str) -> str:
    title = table.get("title", name.replace("_", " ").capitalize())
    if not isinstance(title, str) or not title.strip():
        raise SettingsError(f"the title of {name} must be a text", where=where)
    return title


def _listed(name: str, what: str, lists: object, where: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists of a theme by language, checked."""
    if not isinstance(lists, dict) or not lists:
        raise SettingsError(f"the theme {name} has no {what}", where=where,
                            hint=f'[{name}.{what}] en = ["a term", "a stem*"]')  # fmt: skip
    for language, listed in lists.items():
        if not isinstance(listed, list) or not all(
            isinstance(each, str) and each.strip("* ") for each in listed
        ):
            raise SettingsError(f"the {what} of {name} in {language!r} must be a list of texts", where=where)
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
    alternatives = [_term_pattern(term, language) for term in written]
    return _whole_words(alternatives) if alternatives else None


def _whole_words(alternatives: Iterable[str]) -> re.Pattern[str]:
    return pattern_of(rf"(?<!\S)(?:{'|'.join(alternatives)})(?!\S)")


def _term_pattern(term: str, language: str) -> str:
    return " ".join(_word_pattern(word, language) for word in term.split())


def _word_pattern(word: str, language: str) -> str:
    before = _ANYTHING if word.startswith("*") else ""
    after = _ANYTHING if word.endswith("*") else ""
    return before + re.escape(comparison_key(word.strip("*"), language)).replace(r"\ ", " ") + after


def find_themes(
    a: Draft, b: Draft, themes: Iterable[Theme], scores: ScoreSheet, rows: Sequence[UnitComparison] = ()
) -> tuple[ThemeFinding, ...]:
    """What two drafts say on every theme, those of which neither speaks left out.

    Args:
        a: the draft compared.
        b: the draft it is compared with.
        themes: what to look for.
        scores: of the two drafts.
        rows: of their comparison; without them the words of a theme are counted, but not followed.
    """
    texts = keys_of(a), keys_of(b)
    vocabulary = " ".join({key for side in texts for text in side.values() for key in text.keys})
    partners = partners_of(rows)
    found: list[ThemeFinding] = []
    for theme in themes:
        words = _first_words(theme, vocabulary, a.language)
        in_a, in_b = (_named(theme, _texts_with(words, side), a.language) for side in texts)
        if in_a or in_b:
            found.append(_finding(theme, in_a, in_b, texts, scores, partners))
    return tuple(finding for finding in found if finding.clauses_a or finding.clauses_b)


def _texts_with(words: frozenset[str], texts: Mapping[str, TextKey]) -> dict[str, TextKey]:
    return {id_: text for id_, text in texts.items() if not words.isdisjoint(text.keys)}


def _first_words(theme: Theme, vocabulary: str, language: str) -> frozenset[str]:
    """The words of some drafts with which a term of a theme can begin; most of their texts have none.

    Args:
        theme: what is looked for.
        vocabulary: keys of the words of the drafts, joined by spaces.
        language: code of their language.
    """
    first = {_term_pattern(term, language).split(" ", 1)[0] for term in theme.terms_in(language)}
    return frozenset(_whole_words(sorted(first)).findall(vocabulary)) if first else frozenset()


def _finding(
    theme: Theme,
    in_a: NamedWords,
    in_b: NamedWords,
    texts: tuple[Mapping[str, TextKey], Mapping[str, TextKey]],
    scores: ScoreSheet,
    partners: TextPartners | None,
) -> ThemeFinding:
    spoken_a, spoken_b = _spoken(in_a, texts[0]), _spoken(in_b, texts[1])
    followed = follow_words(in_a, in_b, texts, partners)
    return ThemeFinding(
        name=theme.name,
        title=theme.title,
        clauses_a=tuple(spoken_a),
        clauses_b=tuple(spoken_b),
        only_a=_only(spoken_a, scores.clauses_a),
        only_b=_only(spoken_b, scores.clauses_b),
        consonance=Consonance(_sum(spoken_a, scores.clauses_a), _sum(spoken_b, scores.clauses_b)),
        terms=tuple(sorted({*spoken_a.values(), *spoken_b.values()})),
        words=followed.words,
        struck=followed.struck,
        bracketed=followed.bracketed,
        moved=followed.moved,
    )


def _only(clauses: Iterable[str], tallies: Mapping[str, Tally]) -> tuple[str, ...]:
    least = ONLY_THERE - ROUNDING
    return tuple(
        id_ for id_ in clauses if id_ in tallies and tallies[id_].carried < least * tallies[id_].weight
    )


def _sum(clauses: Iterable[str], tallies: Mapping[str, Tally]) -> Tally:
    return sum_of(tallies[id_] for id_ in clauses if id_ in tallies)


def _named(theme: Theme, texts: Mapping[str, TextKey], language: str) -> NamedWords:
    """Where every text names a theme, as (first word, behind the last word); texts that do not are absent."""
    pattern = _pattern(theme.terms_in(language), language)
    if pattern is None:
        return {}
    named: NamedWords = {}
    for id_, text in texts.items():
        found = [match.span() for match in pattern.finditer(text.key)]
        if found and (other := _pattern(theme.unless_in(language), language)):
            meant = [match.span() for match in other.finditer(text.key)]
            found = [one for one in found if not any(_overlap(one, each) for each in meant)]
        if found:
            named[id_] = tuple(text.places(start, end) for start, end in found)
    return named


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _spoken(named: NamedWords, texts: Mapping[str, TextKey]) -> dict[str, str]:
    """The clauses that speak of a theme, in text order, and the words that say so.

    A clause speaks of it in its own words or under a heading that does.
    """
    spoken: dict[str, str] = {}
    for id_, text in texts.items():
        if text.is_heading:
            continue
        said = id_ if id_ in named else text.under if text.under in named else ""
        if said:
            spoken[id_] = texts[said].words(*named[said][0])
    return spoken
