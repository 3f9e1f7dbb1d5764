"""The tables of `force.toml`: conduct, content, conditions, bearers, one table a language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class ForcePhrase:
    """A phrase of force.

    Args:
        name: how reports call it, the same for all variants.
        like: phrases of one group that are like one another say the same.
        pattern: over comparison keys joined by single spaces (in Chinese by none).
        rank: its rung on the ladder of conduct; 0 elsewhere.
        lone: whether its coming or going alone is told.
        group: phrases of other groups do not replace it.
        example: before, after, and what is told of it.
    """

    name: str
    like: str
    pattern: str
    rank: int
    lone: bool
    group: str
    example: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class BearerWords:
    """What tells who is bound or entitled; patterns over single keys unless said otherwise.

    Args:
        actors: nouns of bearers.
        plain: words that leave a bearer the same.
        relative: words that end the noun phrase of a bearer.
        passive: what stands behind the modal of a duty without bearer, over joined keys.
        agent: words that name the bearer of a passive after all, over joined keys.
        impersonal: what begins a sentence without bearer, over joined keys.
        adverbs: words between a bearer and its modal.
        qualified: adjectives of bearers, in languages whose duties need no modal.
    """

    actors: re.Pattern[str]
    plain: re.Pattern[str]
    relative: re.Pattern[str] | None
    passive: re.Pattern[str] | None
    agent: re.Pattern[str] | None
    impersonal: re.Pattern[str] | None
    adverbs: re.Pattern[str]
    qualified: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class ForceTable:
    """The phrases of one language; `effects` are verbs that state an effect and bind nobody."""

    standard: tuple[ForcePhrase, ...]
    content: tuple[ForcePhrase, ...]
    conditions: tuple[ForcePhrase, ...]
    conjunctions: tuple[tuple[str, re.Pattern[str]], ...]
    conjunction_example: tuple[str, str, str]
    effects: re.Pattern[str] | None
    bearers: BearerWords


@cache
def force_tables() -> Mapping[str, ForceTable]:
    """The table of every language that has one, by its code."""
    text = (resources.files("treatydiff.language.words") / "force.toml").read_text("utf-8")
    return _Tables(tomllib.loads(text))


class _Tables(Mapping[str, ForceTable]):
    """Tables whose patterns are compiled when the language is first asked for: most runs need one."""

    def __init__(self, rows: dict[str, dict[str, Any]]) -> None:
        self._rows = rows
        self._made: dict[str, ForceTable] = {}

    def __getitem__(self, language: str) -> ForceTable:
        made = self._made.get(language)
        if made is None:
            made = self._made[language] = _table(self._rows[language], language)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def _table(rows: dict[str, Any], language: str) -> ForceTable:
    conditions, conjunctions = rows["conditions"], rows["conjunctions"]
    name = conditions.get("name") or conditions["told"].split("|")[0]
    told = ForcePhrase(name, "if", conditions["told"], 1, True, "condition", tuple(conditions["example"]))
    same = ForcePhrase("", "if", conditions["same"], 0, False, "condition", told.example)
    return ForceTable(
        standard=tuple(_phrase(row, "standard") for row in rows["standard"]),
        content=tuple(_phrase(row, row["group"]) for row in rows["content"]),
        conditions=(told, same),
        conjunctions=tuple(
            (pattern.split("|")[0], pattern_of(pattern))
            for pattern in (conjunctions["and"], conjunctions["or"])
            if pattern
        ),
        conjunction_example=tuple(conjunctions.get("example", ("", "", ""))),
        effects=_compiled(rows["effects"], "" if language == "zh" else r"(?!\w)"),
        bearers=_bearers(rows, language),
    )


def _phrase(row: dict[str, Any], group: str) -> ForcePhrase:
    return ForcePhrase(
        row["name"], row.get("like", row["name"]), row["pattern"], row.get("rank", 0), row.get("lone", False),
        group, tuple(row["example"]),
    )  # fmt: skip


def _bearers(rows: dict[str, Any], language: str) -> BearerWords:
    end = "" if language == "zh" else r"(?!\w)"
    return BearerWords(
        actors=pattern_of(rows["actors"]),
        plain=pattern_of(rows["plain"]),
        relative=_compiled(rows["relative"]),
        passive=_compiled(rows["passive"], end),
        agent=_compiled(rows["agent"]),
        impersonal=_compiled(rows["impersonal"], end),
        adverbs=pattern_of(rows["adverbs"]),
        qualified=_compiled(rows.get("qualified", "")),
    )


def _compiled(pattern: str, end: str = "") -> re.Pattern[str] | None:
    return pattern_of(f"(?:{pattern}){end}") if pattern else None


_ARABIC_AND = "و"


def conjunctions(old: Sequence[str], new: Sequence[str], language: str) -> tuple[str, str]:
    """The conjunctions that two stretches of words are; in Arabic one may be written on to the next word.

    Args:
        old, new: comparison keys of what was taken out and of what was put in.
        language: code of their language.
    """
    if language == "ar" and abs(len(old) - len(new)) == 1:
        shorter, longer = sorted((list(old), list(new)), key=len)
        if (or_ := conjunction(longer[:1], language)) and shorter == [
            f"{_ARABIC_AND}{longer[1]}", *longer[2:]
        ]:  # fmt: skip
            return (or_, _ARABIC_AND) if len(old) > len(new) else (_ARABIC_AND, or_)
    return conjunction(old, language), conjunction(new, language)


def conjunction(keys: Sequence[str], language: str) -> str:
    """The conjunction that a stretch of words is and nothing else: "and", "or"; "" if it is none."""
    table = force_tables().get(language)
    text = "".join(keys) if language == "zh" else " ".join(keys)
    if table is None or not text:
        return ""
    return next((name for name, pattern in table.conjunctions if pattern.fullmatch(text)), "")


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
