"""A draft as scoring sees it: its words end to end, and which clause, unit and provision holds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from treatydiff.model import Draft, Provision
from treatydiff.score.grams import Indices, TokenRow, clause_numbers, token_row


@dataclass(frozen=True, slots=True, eq=False)
class DraftWords:
    """The words of a draft's clauses; headings and labels are no part of them.

    `clauses` are the ids of all clauses with words, in text order, parallel to the clauses of
    `row`; `units` the ids of the units, `unit` the unit of every clause; `extent` gives for every
    provision the clauses below it as (first, one past the last).
    """

    clauses: tuple[str, ...]
    row: TokenRow
    units: tuple[str, ...]
    unit: Indices
    extent: dict[str, tuple[int, int]]

    def unit_of_tokens(self) -> Indices:
        """The unit of every token."""
        return self.unit[self.row.clause]


def draft_words(draft: Draft) -> DraftWords:
    """Read the words of a draft for scoring.

    Args:
        draft: a parsed draft.
    """
    leaves: list[Provision] = []
    extent: dict[str, tuple[int, int]] = {}
    for instrument in draft.instruments:
        for provision in instrument.provisions:
            _measure_extent(provision, leaves, extent)
    units = tuple(unit.id for unit in draft.units())
    unit = np.full(len(leaves), -1, dtype=np.int64)
    for number, id_ in enumerate(units):
        first, end = extent[id_]
        unit[first:end] = number
    row = token_row([clause_numbers(leaf.text, draft.language) for leaf in leaves])
    return DraftWords(tuple(leaf.id for leaf in leaves), row, units, unit, extent)


def _measure_extent(node: Provision, leaves: list[Provision], extent: dict[str, tuple[int, int]]) -> None:
    first = len(leaves)
    if not node.children and node.text:
        leaves.append(node)
    for child in node.children:
        _measure_extent(child, leaves, extent)
    extent[node.id] = (first, len(leaves))


def articles_outside_annexes(draft: Draft) -> Iterator[Provision]:
    """The articles that `Draft.articles` counts, in text order."""
    for instrument in draft.instruments:
        for top in instrument.provisions:
            if top.kind != "annex":
                yield from (node for node in top.walk() if node.kind == "article")
