"""What is seen of units without a partner, and of clauses that stand in several places."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from treatydiff.align.crossings import MIN_WORDS
from treatydiff.align.grams import gathered
from treatydiff.align.reassembly import shares_held
from treatydiff.align.rows import Row
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.model import Evidence

LEAST_HELD = 0.25
"""Share of a lone unit's pairs of words from which on the unit that holds them is named."""
_ROWS_AT_ONCE = 256


def lone_evidence(drafts: MeasuredPairs, rows: Sequence[Row]) -> dict[int, tuple[Evidence, ...]]:
    """Where most of a unit without a partner stands in the other draft, by the index of its row.

    Args:
        drafts: their units and pairs of words.
        rows: the units that belong together.
    """
    found: dict[int, tuple[Evidence, ...]] = {}
    a, b = drafts.a, drafts.b
    for own, pairs, other, held_by, in_a in (
        (a, drafts.pairs_a, b, drafts.unit_pairs_b, True),
        (b, drafts.pairs_b, a, drafts.unit_pairs_a, False),
    ):
        alone = [
            (index, (row.a if in_a else row.b)[0])
            for index, row in enumerate(rows)
            if not (row.b if in_a else row.a) and own.statements[(row.a if in_a else row.b)[0]] is None
        ]
        if not alone or not other.units:
            continue
        whole = gathered(pairs, own.unit_of, len(own.units))
        homes = held_by.turned()
        for start in range(0, len(alone), _ROWS_AT_ONCE):
            some = alone[start : start + _ROWS_AT_ONCE]
            shares = np.round(shares_held(whole[[unit for _, unit in some]], homes), 9)
            for (index, _), held in zip(some, shares, strict=True):
                home = int(held.argmax())
                if held[home] >= LEAST_HELD:
                    found[index] = (Evidence("nearest", other.units[home].id, float(held[home])),)
    return found


def copied_clauses(drafts: MeasuredPairs) -> dict[int, Evidence]:
    """For clauses of B that stand word for word in several units of it: which clause of A they copy.

    Args:
        drafts: their clauses.
    """
    a, b = drafts.a, drafts.b
    places: dict[tuple[str, ...], list[int]] = {}
    for clause, words in enumerate(b.words):
        if len(words) >= MIN_WORDS:
            places.setdefault(b.keys(clause), []).append(clause)
    found: dict[int, Evidence] = {}
    for clause, words in enumerate(a.words):
        copies = places.get(a.keys(clause), ()) if len(words) >= MIN_WORDS else ()
        if len({b.unit_of[copy] for copy in copies}) > 1:
            for copy in copies:
                found.setdefault(copy, Evidence("copies", a.clauses[clause].id, float(len(copies))))
    return found
