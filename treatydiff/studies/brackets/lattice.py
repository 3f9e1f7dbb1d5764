"""The reading of a bracketed clause that comes nearest to a later text, word by word.

A clause with brackets is a lattice: every bracket may be passed over at once. The cheapest way through
it against the later text says which brackets that text took up. One row of the table a word, the whole
of the later text at a time.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from treatydiff.language.tokenizer import words
from treatydiff.records import dataclass

SKIP_COST = 0.3
"""What passing over a bracket costs: less than one word that is taken out or put in."""
STEM_COST = 0.2
"""What a word in another number ("contributions") costs against its match."""
SAME_SIDE = 0.04
"""Bonus of a match where both words stand in brackets, or neither does."""
SAME_NEIGHBOUR = 0.03
"""Bonus of a match whose neighbour matches too."""
LONGEST = 2_000
"""Words of a clause beyond which only its beginning is compared."""


@dataclass(frozen=True, slots=True)
class LatticeWord:
    """A word of a clause: key, place in code points, and the numbers of the brackets around it."""

    key: str
    start: int
    end: int
    inside: tuple[int, ...]


def bracket_tokens(text: str, spans: Sequence[tuple[int, int, int]]) -> tuple[LatticeWord, ...]:
    """The words of a text with the brackets around each, outermost first.

    Args:
        text: canonical text.
        spans: (number, start, end) of every bracket, or part of one, in the text.
    """
    ordered = sorted(spans, key=lambda each: (each[1], -each[2]))
    return tuple(
        LatticeWord(
            word.key, word.start, word.end,
            tuple(number for number, start, end in ordered if start <= word.start and word.end <= end),
        )
        for word in words(text)[:LONGEST]
    )  # fmt: skip


def nearest_reading(
    a: Sequence[LatticeWord], b: Sequence[LatticeWord], skippable: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """The words of A and of B that correspond under the reading of A that is nearest to B.

    Args:
        a: words of the clause with brackets.
        b: words of the later text.
        skippable: brackets as (first word, behind the last word), those without words left out.
    """
    if not a or not b:
        return ()
    costs = _match_costs(a, b)
    behind: dict[int, list[int]] = {}
    for first, last in skippable:
        if last > first:
            behind.setdefault(last, []).append(first)
    columns = np.arange(len(b) + 1, dtype=np.float64)
    table = np.empty((len(a) + 1, len(b) + 1))
    table[0] = columns
    for row in range(1, len(a) + 1):
        best = table[row - 1] + 1.0
        best[1:] = np.minimum(best[1:], table[row - 1, :-1] + costs[row - 1])
        for first in behind.get(row, ()):
            best = np.minimum(best, table[first] + SKIP_COST)
        # Putting in words of B one after another: the least of what stands to the left.
        table[row] = np.minimum.accumulate(best - columns) + columns
    return _way_back(table, costs, behind)


def _match_costs(a: Sequence[LatticeWord], b: Sequence[LatticeWord]) -> NDArray[np.float64]:
    """Cost of taking a word of A for a word of B; 9 where they are different words."""
    exact_a, exact_b = _numbers([token.key for token in a], [token.key for token in b])
    stem_a, stem_b = _numbers([_stem(token.key) for token in a], [_stem(token.key) for token in b])
    same = exact_a[:, None] == exact_b[None, :]
    costs = np.where(same, 0.0, np.where(stem_a[:, None] == stem_b[None, :], STEM_COST, 9.0))
    in_a = np.array([bool(token.inside) for token in a])
    in_b = np.array([bool(token.inside) for token in b])
    costs -= SAME_SIDE * (in_a[:, None] == in_b[None, :])
    costs[1:, 1:] -= SAME_NEIGHBOUR * same[:-1, :-1]
    costs[:-1, :-1] -= SAME_NEIGHBOUR * same[1:, 1:]
    return costs


def _numbers(a: Sequence[str], b: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    known: dict[str, int] = {}
    numbered = [[known.setdefault(key, len(known)) for key in keys] for keys in (a, b)]
    return np.array(numbered[0], dtype=np.int64), np.array(numbered[1], dtype=np.int64)


def _stem(key: str) -> str:
    return key[:-1] if len(key) > 4 and key.endswith("s") and not key.endswith("ss") else key


def _way_back(
    table: NDArray[np.float64], costs: NDArray[np.float64], behind: dict[int, list[int]]
) -> tuple[tuple[int, int], ...]:
    row, column = table.shape[0] - 1, table.shape[1] - 1
    pairs: list[tuple[int, int]] = []
    while row and column:
        value = table[row, column]
        if abs(table[row - 1, column - 1] + costs[row - 1, column - 1] - value) < 1e-9:
            row, column = row - 1, column - 1
            pairs.append((row, column))
            continue
        first = next(
            (each for each in behind.get(row, ()) if abs(table[each, column] + SKIP_COST - value) < 1e-9),
            None,
        )
        if first is not None:
            row = first
        elif abs(table[row - 1, column] + 1.0 - value) < 1e-9:
            row -= 1
        else:
            column -= 1
    return tuple(reversed(pairs))
