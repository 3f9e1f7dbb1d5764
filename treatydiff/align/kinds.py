"""Kinds of provision that every instrument has, known by their headings."""

from __future__ import annotations

import re
from functools import lru_cache

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
