"""Reading the words of force of a text, and comparing them: one set of rules for signals and consonance.

Force has independent axes: how binding a wording is (modals), the standard of conduct, the content, the
conditions, and the bearer. A phrase that only drafting brings or takes (the second "shall" of a series,
"shall mean" for "means", "will" of an effect) is read, but its coming or going alone says nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from treatydiff.language.words.force_table import ForcePhrase, ForceTable, force_tables, names_bearer
from treatydiff.language.words.signal_table import behind_glue, glued, places
from treatydiff.language.words.signals import SIGNAL_WORDS, SignalWords
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

Axis = Literal["modal", "negation", "hedge", "carve_out", "condition", "standard", "content"]

_ARABIC_MARKS = pattern_of("[\u0640\u064b-\u0652\u0670]")
_SERIES = frozenset(("and", "or", "but", "et", "ou", "y", "e", "o", "и", "или", "также", "nor"))
"""Words before the second modal of a series."""
_LABEL = pattern_of(r"[a-zа-я]|[ivx]{1,4}")
"""The label of an item inside a paragraph."""
_PREDICTIVE = frozenset(("will", "cannot"))
"""Modals that bind only where their subject is a bearer; elsewhere they say what will, or can, happen."""
_INVERTIBLE = frozenset(("should",))
"""Modals that open a condition where somebody stands behind them: "should States Parties disagree"."""
_SUPPOSED = pattern_of(
    r"(?:^| )(?:if|unless|event that|in case) "
    r"(?:(?:the|an?|this|that|such|these|those|either|one|another|no) \w+(?: \w+)?|it|he|she|they|one|there)$"
)
"""Before a "should" that only supposes: "if a dispute should arise" is "should a dispute arise"."""
_EXEMPTS = pattern_of(r"\s?be (?:required|necessary|needed)(?! to)")
_NONE = frozenset(("no", "none", "neither"))
"""What makes an exemption of a duty, with its verb: "No licence shall be required"; "Nothing shall affect"
saves what there is and binds nobody."""
_SUBJECT = 8
"""Words before a modal among which "nothing" is of its subject: "Nothing in this article shall"."""
RIGHT = 1
"""Force of a modal that permits or entitles."""


@dataclass(frozen=True, slots=True)
class ForceTerm:
    """A phrase of force in a text.

    Args:
        axis: what it bears on.
        name: how reports call it.
        like: terms of one axis and group that are like one another say the same.
        rank: strength of a modal, rung of a standard of conduct; else 0.
        first, last: numbers of its words, the last excluded.
        group: terms of other groups do not replace it.
        lone: whether its coming or going alone is told.
        opening: whether it counts only where it opens a paragraph of a decision.
    """

    axis: Axis
    name: str
    like: str
    rank: int
    first: int
    last: int
    group: str = ""
    lone: bool = True
    opening: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    like: str
    rank: int
    group: str = ""
    lone: bool = True
    opening: bool = False


@lru_cache(maxsize=16_384)
def force_terms(keys: tuple[str, ...], axis: Axis, language: str) -> tuple[ForceTerm, ...]:
    """The terms of one axis in a text, in order; kept, because the signals of a clause ask for them again.

    Args:
        keys: comparison keys of its words.
        axis: which terms.
        language: code of its language; without a table there are none.
    """
    return read_force_terms(keys, axis, language)


def read_force_terms(keys: tuple[str, ...], axis: Axis, language: str) -> tuple[ForceTerm, ...]:
    """As `force_terms`, for those who keep what they make of them."""
    known = _patterns(axis, language)
    if known is None or not keys:
        return ()
    pattern, entries = known
    joined, starts = joined_keys(keys, language)
    found: list[ForceTerm] = []
    for match in pattern.finditer(joined):
        first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        entry = entries[(match.lastindex or 1) - 1]
        term = ForceTerm(
            axis, entry.name, entry.like, entry.rank, first, last, entry.group, entry.lone, entry.opening
        )
        found.append(_read_in_place(term, keys, joined[match.end() :], language, found))
    return tuple(found)


@lru_cache(maxsize=4_096)
def joined_keys(keys: tuple[str, ...], language: str) -> tuple[str, tuple[int, ...]]:
    """The keys of words as patterns are matched against them, and where each begins; kept for all axes.

    Glue stands before every word, and a word begins with it.
    """
    table = SIGNAL_WORDS.get(language)
    glue = table.glue if table else " "
    if language == "ar":
        keys = tuple(_ARABIC_MARKS.sub("", key) for key in keys)
    return glued(keys, glue), tuple(places(keys, glue))[: len(keys)]


def _read_in_place(
    term: ForceTerm, keys: tuple[str, ...], behind: str, language: str, before: Sequence[ForceTerm]
) -> ForceTerm:
    """A modal as its place makes it: one of an effect, of a series or of a forecast is none of its own."""
    if term.axis != "modal" or term.opening:
        return term
    table = force_tables().get(language)
    effects = table.effects if table else None
    of_effect = effects is not None and effects.match(behind.lstrip()) is not None
    if effects is not None and language == "es":  # the future is the verb: "entrará en vigor", "se aplicará"
        starts = (term.first, max(0, term.first - 1))
        of_effect |= any(effects.match(" ".join(keys[at : term.last + 2])) is not None for at in starts)
    in_series = any(each.like == term.like and _goes_on(keys, each, term, language) for each in before[-1:])
    behind_it = keys[term.last] if term.last < len(keys) else ""
    inverted = term.name in _INVERTIBLE and (
        (
            behind_it.endswith("s")
            and table is not None
            and table.bearers.actors.fullmatch(behind_it) is not None
        )
        or _SUPPOSED.search(" ".join(keys[max(0, term.first - _SUBJECT) : term.first])) is not None
    )
    forecast = inverted or (
        term.name in _PREDICTIVE and not (table and names_bearer(keys, term.first, language))
    )
    ahead = keys[before[-1].last if before else 0 : term.first]
    exempts = ("nothing" in ahead[-_SUBJECT:] and term.name == "shall") or (
        _EXEMPTS.match(behind) is not None and not _NONE.isdisjoint(ahead)
    )
    permits = term.rank == RIGHT and term.name in BARE_PERMISSIONS
    entitles = permits and (
        names_bearer(keys, term.first, language)
        or any(_goes_on(keys, each, term, language, far=True) for each in before[-1:])
        or (not before and _goes_on_from_plain_verb(keys, term.first, language))
    )
    lone = not (of_effect or in_series or forecast or exempts or (permits and not entitles))
    return term if lone else ForceTerm(
        term.axis, term.name, term.like, term.rank, term.first, term.last, term.group, lone=False
    )  # fmt: skip


def _goes_on(
    keys: Sequence[str], first: ForceTerm, second: ForceTerm, language: str, *, far: bool = False
) -> bool:
    """Whether a modal is the second of a series with one subject: "shall keep, shall train and shall pay"."""
    between = keys[first.last : second.first]
    if all(term.first and _LABEL.fullmatch(keys[term.first - 1]) for term in (first, second)):
        return True  # "(a) shall keep; (b) shall publish"
    if language == "zh":
        return far and bool(between) and between[-1] in ("并", "且")
    if between and between[-1] in _SERIES:
        return True
    table = force_tables().get(language)
    return not far and 0 < len(between) <= _NEAR and table is not None and not any(
        key in _SUBJECTS or table.bearers.actors.fullmatch(key) for key in between
    )  # fmt: skip


_ARABIC_AND = "و"
_ONE_SENTENCE = 14
"""Words before "and may" among which the one subject of both verbs stands."""


def _goes_on_from_plain_verb(keys: Sequence[str], modal: int, language: str) -> bool:
    """Whether a permission is the second verb of somebody whose first verb had no modal.

    "L'État publie ses cartes et peut percevoir une taxe": languages in which a plain verb is a duty.
    """
    table, words = force_tables().get(language), SIGNAL_WORDS.get(language)
    if table is None or words is None or not words.unmarked:
        return False
    written_on = language == "ar" and keys[modal].startswith(_ARABIC_AND)
    if not written_on and not (modal and keys[modal - 1] in _SERIES):
        return False
    return any(table.bearers.actors.fullmatch(key) for key in keys[max(0, modal - _ONE_SENTENCE) : modal])


_NEAR = 2
"""Words between two modals of a series that stand without a conjunction."""
_SUBJECTS = frozenset((
    "it", "they", "he", "she", "this", "that", "these", "those", "the", "a", "an", "which", "who",
    "il", "elle", "ils", "elles", "la", "le", "les", "qui", "el", "los", "las", "que",
    "он", "она", "оно", "они",
))  # fmt: skip
"""Words that begin another subject."""
BARE_PERMISSIONS = frozenset(("may", "may wish to", "peut", "podrá", "может", "可", "得", "يجوز"))
"""Modals that are as often of a possibility ("as may be necessary"); alone they tell of bearers only."""


@lru_cache(maxsize=64)
def _patterns(axis: Axis, language: str) -> tuple[re.Pattern[str], tuple[_Entry, ...]] | None:
    words = SIGNAL_WORDS.get(language)
    if words is None:
        return None
    entries = _entries(axis, words, force_tables().get(language))
    if not entries:
        return None
    # The empty group behind tells which it was; one around it would be entered at every word.
    alternatives = "|".join(f"(?:{pattern})()" for _, pattern in entries)
    return behind_glue(alternatives, words.glue), tuple(entry for entry, _ in entries)


def _entries(axis: Axis, words: SignalWords, table: ForceTable | None) -> list[tuple[_Entry, str]]:
    if axis == "modal":
        # Modals of one force say the same, but for prohibitions, which are told apart by their names.
        return [
            *((_Entry(name, name, force), pattern) for name, pattern, force in words.modals),
            *((_Entry(name, name, force, opening=True), pattern) for name, pattern, force in words.operative),
        ]
    if axis == "negation":
        return [(_Entry(name, name, 0), pattern) for name, pattern in words.negations]
    if axis in ("hedge", "carve_out"):
        phrases = words.hedges if axis == "hedge" else words.carve_outs
        longest = sorted(phrases, key=lambda phrase: -len(phrase[0]))
        return [(_Entry(name, name, 0), pattern) for name, pattern in longest]
    if table is None:
        return []
    phrases_of: dict[str, tuple[ForcePhrase, ...]] = {
        "standard": table.standard, "content": table.content, "condition": table.conditions,
    }  # fmt: skip
    return [
        (_Entry(each.name, each.like, each.rank, each.group, each.lone), each.pattern)
        for each in phrases_of[axis]
    ]


def said_once(names: Sequence[str], language: str) -> list[int]:
    """Which negations of a sentence count: "aucune Partie ne peut" and "neither fined nor paid" are one each.

    Args:
        names: of its negations, in order.
        language: code of its language.

    Returns:
        Their places.
    """
    table = SIGNAL_WORDS.get(language)
    going_on = [at for at, name in enumerate(names) if table and name in table.concord]
    heads = len(names) - len(going_on) - sum(name in MANNER for name in names)
    silent = going_on if heads else going_on[1:]
    return [at for at in range(len(names)) if at not in silent]


MANNER = frozenset(("without", "sans", "sin", "без", "无", "دون"))
"""Negations of a manner; they negate nothing unless "with" stands on the other side."""
