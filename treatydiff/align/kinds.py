"""Kinds of provision that every instrument has, known by their headings."""

from __future__ import annotations

import re
from functools import lru_cache

from treatydiff.align.sides import AlignedSide
from treatydiff.language.words.final_clauses.kinds import (
    DEFINITION_HEADINGS,
    FINAL_CLAUSE_WORDS,
    PURPOSE_HEADINGS,
)
from treatydiff.model import Unit
from treatydiff.patterns import pattern_of

_OF_THE_MATTER = frozenset({"definitions", "purpose"})
"""Kinds of which what they say is an instrument's own."""


def heading_kinds(unit: Unit, language: str) -> frozenset[str]:
    """The kinds of final clause that a unit's heading names, "definitions" or "purpose"; none for others.

    Args:
        unit: of a draft.
        language: code of the draft's language.
    """
    heading = unit.provision.heading
    if not heading:
        return frozenset()
    return frozenset(kind for kind, pattern in _patterns(language) if pattern.search(heading))


def alone_of_a_kind(a: AlignedSide, b: AlignedSide) -> list[tuple[int, int]]:
    """Units whose headings share no word but name the same kind of clause, which either draft has once.

    "Denunciation" of one draft and "Withdrawal" of the next are such units.
    """
    of_a, of_b = _alone(a), _alone(b)
    found = {(of_a[kind], of_b[kind]) for kind in of_a.keys() & of_b.keys()}
    return sorted((i, j) for i, j in found if not set(a.headings[i]) & set(b.headings[j]))


def _alone(side: AlignedSide) -> dict[str, int]:
    """The kinds of clause that one heading of a draft names, with its unit."""
    named: dict[str, list[int]] = {}
    for unit, provision in enumerate(side.units):
        for kind in heading_kinds(provision, side.language):
            named.setdefault(kind, []).append(unit)
    return {kind: units[0] for kind, units in named.items() if len(units) == 1}


def frames(unit: Unit, language: str) -> bool:
    """Whether a unit is of the frame that instruments take from one another, whatever they are about.

    That is a preamble, a closing formula or a final clause, known by its heading or, without one, by its
    words.

    Args:
        unit: of a draft.
        language: code of the draft's language.
    """
    if unit.kind in ("preamble", "closing"):
        return True
    if unit.provision.heading:
        return bool(heading_kinds(unit, language) - _OF_THE_MATTER)
    return any(_words_a_final_clause(leaf.text, language) for leaf in unit.clauses())


@lru_cache(maxsize=16_384)
def _words_a_final_clause(text: str, language: str) -> bool:
    """Whether a clause is worded as final clauses are; kept, because an archive asks for every pair."""
    pattern = _wordings(language)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=8)
def _wordings(language: str) -> re.Pattern[str] | None:
    words = [f"(?:{words})" for _, _, words in FINAL_CLAUSE_WORDS.get(language, ())]
    return pattern_of("|".join(words), re.IGNORECASE) if words else None


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows: list[tuple[str, str]] = [
        (kind, heading) for kind, heading, _ in FINAL_CLAUSE_WORDS.get(language, ())
    ]
    for kind, headings in (("definitions", DEFINITION_HEADINGS), ("purpose", PURPOSE_HEADINGS)):
        if language in headings:
            rows.append((kind, headings[language]))
    return tuple((kind, pattern_of(pattern, re.IGNORECASE)) for kind, pattern in rows)
