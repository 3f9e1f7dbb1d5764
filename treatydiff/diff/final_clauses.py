"""Which units are final clauses, and of which kind."""

from __future__ import annotations

import re
from functools import lru_cache

from treatydiff.language.words.final_clauses.kinds import (
    FINAL_CLAUSE_WORDS,
    FINAL_PROVISIONS,
    FinalClauseKind,
)
from treatydiff.model import Unit
from treatydiff.patterns import pattern_of


def final_clause_kinds(unit: Unit, language: str) -> dict[FinalClauseKind, tuple[str, ...]]:
    """The kinds of final clause that a unit holds, each with the ids of its clauses.

    A clause belongs to the kinds whose wording it has; under a heading of one kind all clauses
    belong to that kind, and under one of several kinds those that have no kind of their own to all.
    A unit headed as something else is no final clause, whatever it mentions.

    Args:
        unit: a unit; preambles are no final clauses.
        language: code of the draft's language.
    """
    table = _patterns(language)
    if unit.kind == "preamble" or not table:
        return {}
    clauses = [leaf for leaf in unit.clauses() if len(leaf.text) > 1]
    heading_of_unit = unit.provision.heading
    headed = [kind for kind, heading, _ in table if heading.search(heading_of_unit)]
    if heading_of_unit and not headed and not _final_provisions(heading_of_unit, language):
        return {}
    said: dict[str, list[FinalClauseKind]] = {
        leaf.id: [kind for kind, _, words in table if words.search(leaf.text)] for leaf in clauses
    }
    confirmed = [kind for kind in headed if any(kind in kinds for kinds in said.values())] or (
        headed if _is_final_heading(heading_of_unit, language) else []
    )
    found: dict[FinalClauseKind, list[str]] = {}
    for leaf in clauses:
        kinds = [kind for kind in said[leaf.id] if not headed or kind in headed]
        if not kinds or len(confirmed) == 1:
            kinds = [*dict.fromkeys((*kinds, *confirmed))]
        for kind in kinds:
            found.setdefault(kind, []).append(leaf.id)
    return {kind: tuple(ids) for kind, ids in found.items()}


def _is_final_heading(heading: str, language: str) -> bool:
    """Whether a heading is nothing but names of final clauses: "Reservations and exceptions"."""
    rest = heading
    for _, pattern, _ in _patterns(language):
        rest = pattern.sub(" ", rest)
    return len(re.findall(r"[^\W\d_]{4,}", rest)) <= 2


def _final_provisions(heading: str, language: str) -> bool:
    pattern = FINAL_PROVISIONS.get(language)
    return pattern is not None and re.search(pattern, heading, re.IGNORECASE) is not None


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[tuple[FinalClauseKind, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (kind, pattern_of(heading, re.IGNORECASE), pattern_of(words, re.IGNORECASE | re.DOTALL))
        for kind, heading, words in FINAL_CLAUSE_WORDS.get(language, ())
    )
