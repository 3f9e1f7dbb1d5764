"""Words that permit in two versions of one text, held against one another by counting and by place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from treatydiff.language.words.permission import (
    SORTS,
    PermissionSort,
    conditionals,
    goes_on,
    permission_pattern,
    permissions,
)
from treatydiff.patterns import pattern_of

NEAR = 0.15
"""How far from a "may" a modal that answers it can stand in the other version, as a share of its sentence."""
FAR = 0.3
"""The same for a word of another sort, which stands beside other words of its sentence than a modal."""
_ANSWERING: tuple[tuple[PermissionSort, tuple[PermissionSort, ...]], ...] = (
    ("barred", ("barred",)), ("right", ("right",)), ("power", ("able", "power")), ("possible", ("possible",)),
)  # fmt: skip
"""Sorts whose surplus can stand for a modal, each with those whose words are looked for near it."""
_SENTENCE_END = pattern_of(r"(?<=[.;:。；：؛])\s*+(?![\d\s])(?=.)")


def unanswered(text: str, language: str, other: str, other_language: str) -> str:
    """The first word of a text that permits and that its version in another language does not answer.

    A modal is answered by a modal of the other version, or by a word that can stand for one and that the text
    has no word of the same sort for. The whole texts are held against one another, and the sentences one by
    one where both have as many.

    Args:
        text: of a clause.
        language: code of its language.
        other: of the same clause in another language.
        other_language: code of that language.

    Returns:
        The word as printed; "" where all are answered, or a language has no table of such words.
    """
    if permission_pattern("modal", other_language) is None or not permissions(text, language):
        return ""
    return next(
        (
            lone
            for here, there in sentences_beside(text, other)
            if (lone := _unanswered(here, language, there, other_language))
        ),
        "",
    )


def sentences_beside(text: str, other: str) -> Iterator[tuple[str, str]]:
    """Two versions of a clause, and their sentences one by one where both have as many.

    Args:
        text, other: the clause in two languages.
    """
    yield text, other
    here, there = (_SENTENCE_END.split(each) for each in (text, other))
    if len(here) == len(there) > 1:
        yield from zip(here, there, strict=True)


def _unanswered(text: str, language: str, other: str, other_language: str) -> str:
    asked = permissions(text, language)
    if not asked:
        return ""
    own, theirs = _counts(text, language), _counts(other, other_language)
    surplus = {sort: there - here for sort, here, there in zip(SORTS, own, theirs, strict=True)}
    wanted = [found.start() / len(text) for found in asked]
    # "Allowed" is a word of one sort in one language and of the other in another.
    surplus["power"] += max(0, surplus["able"])
    evened = min(max(0, surplus["power"]), max(0, -surplus["able"]))
    surplus["power"] -= evened
    able = min(0, surplus["able"] + evened)
    else_answered = sum(
        min(max(0, surplus[sort]), sum(_near(each, other, other_language, wanted) for each in sorts))
        for sort, sorts in _ANSWERING
    )
    likely = conditionals(other, other_language)[: max(0, -surplus["possible"])]
    places = _answering_places(text, language, other, other_language, asked, likely)
    if len(asked) <= max(0, len(places) + able) + else_answered:
        return ""
    alone = [
        found for found in asked if all(abs(found.start() / len(text) - place) >= NEAR for place in places)
    ]
    return alone[0].group() if len(alone) > else_answered else ""


def _answering_places(
    text: str, language: str, other: str, other_language: str,
    asked: Sequence[re.Match[str]], likely: Collection[int],
) -> list[float]:  # fmt: skip
    """Where the modals of the other version stand that can answer to those that are asked, as shares of it.

    In "may hold meetings at which each may sit" a « peut » of a relative clause answers to the second "may",
    and in "may burn and may be sold" one near the second does. `likely` are those that stand for other words.
    """
    modals = [permission_pattern("modal", each) for each in (language, other_language)]
    if modals[0] is None or modals[1] is None:
        return []
    starts = {found.start() for found in asked}
    own = sorted(starts | {found.start() for found in modals[0].finditer(text)})
    main = {found.start() for found in permissions(other, other_language)}
    places = []
    for found in modals[1].finditer(other):
        if found.start() in likely:
            continue
        at = found.start() / len(other)
        nearest = min(own, key=lambda start: abs(start / len(text) - at))
        if nearest in starts or (found.start() in main and not goes_on(text, language, nearest)):
            places.append(at)
    return places


def _near(sort: PermissionSort, text: str, language: str, wanted: Sequence[float]) -> int:
    """How many words of a sort stand near one of some places, given as shares of their sentence."""
    pattern = permission_pattern(sort, language)
    places = [found.start() / len(text) for found in pattern.finditer(text)] if pattern else []
    return sum(any(abs(place - each) < FAR for each in wanted) for place in places)


def _counts(text: str, language: str) -> list[int]:
    found = (permission_pattern(sort, language) for sort in SORTS)
    return [len(pattern.findall(text)) if pattern else 0 for pattern in found]
