"""Two drafts in different languages, measured against one another. Imports numpy and scipy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy import sparse

from treatydiff.align.across.lexicon import Lexicon
from treatydiff.align.across.meaning import (
    COGNATE_WEIGHT,
    LEXICON_WEIGHT,
    NUMBER_WEIGHT,
    cosines,
    in_english,
    rows_of,
    spellings,
    summed,
)
from treatydiff.align.arrays import Floats, SparseMatrix
from treatydiff.align.sides import AlignedSide, side_of
from treatydiff.language.across.figures import numbers_and_references
from treatydiff.model import Draft
from treatydiff.records import dataclass

Bag = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class MeasuredAcross:
    """The units and clauses of two drafts, and how alike they are.

    `units` and `headings` hold a row for each unit of A and a column for each of B (0 to 1);
    `clauses_a` and `clauses_b` are unit vectors whose products say how alike clauses are.
    """

    a: AlignedSide
    b: AlignedSide
    units: Floats
    headings: Floats
    clauses_a: SparseMatrix
    clauses_b: SparseMatrix

    def clauses(self, of_a: Sequence[int], of_b: Sequence[int]) -> Floats:
        """How alike some clauses of A are to some of B, by index."""
        if not len(of_a) or not len(of_b):
            return np.zeros((len(of_a), len(of_b)))
        product = self.clauses_a[list(of_a)] @ self.clauses_b[list(of_b)].T
        return np.asarray(product.todense(), np.float64)


def measure_across(a: Draft, b: Draft, lexicons: Sequence[Lexicon | None]) -> MeasuredAcross:
    """Measure two drafts by terms, spelling, numbers and cross-references.

    References count because links of eight acts from English to French rose from F .873 to .878 by them,
    those of an earlier draft to its final text from .883 to .890 in Russian, and no other language lost.

    Args:
        a, b: the drafts.
        lexicons: between the language of each and English; None for English.
    """
    sides = side_of(a), side_of(b)
    leaves = [_clause_bags(side, lexicon) for side, lexicon in zip(sides, lexicons, strict=True)]
    whole = [_unit_bags(side, bags) for side, bags in zip(sides, leaves, strict=True)]
    titled = [
        [in_english(unit.provision.heading, side.language, lexicon) for unit in side.units]
        for side, lexicon in zip(sides, lexicons, strict=True)
    ]
    spelled = [[spellings(unit.provision.heading, side.language) for unit in side.units] for side in sides]
    headings = np.maximum(cosines(*titled), cosines(*spelled))
    left, right = _joined(whole[0], whole[1])
    clauses_a, clauses_b = _joined(leaves[0], leaves[1])
    units = np.asarray((left @ right.T).todense(), np.float64)
    return MeasuredAcross(*sides, units, headings, clauses_a, clauses_b)


def _clause_bags(side: AlignedSide, lexicon: Lexicon | None) -> list[tuple[Bag, Bag, Bag]]:
    return [
        (
            in_english(clause.text, side.language, lexicon),
            spellings(clause.text, side.language),
            numbers_and_references(clause.text, side.language),
        )
        for clause in side.clauses
    ]


def _unit_bags(side: AlignedSide, leaves: Sequence[tuple[Bag, Bag, Bag]]) -> list[tuple[Bag, Bag, Bag]]:
    found: list[tuple[Bag, Bag, Bag]] = []
    for clauses in side.clauses_of:
        one, two, three = (summed(leaves[clause][sort] for clause in clauses) for sort in range(3))
        found.append((one, two, three))
    return found


def _joined(
    bags_a: Sequence[tuple[Bag, Bag, Bag]], bags_b: Sequence[tuple[Bag, Bag, Bag]]
) -> tuple[SparseMatrix, SparseMatrix]:
    """Unit vectors in which terms, spelling and numbers stand beside one another, each with its weight."""
    parts_a, parts_b = [], []
    for sort, weight in enumerate((LEXICON_WEIGHT, COGNATE_WEIGHT, NUMBER_WEIGHT)):
        left, right = rows_of([bags[sort] for bags in bags_a], [bags[sort] for bags in bags_b])
        parts_a.append(left * weight**0.5)
        parts_b.append(right * weight**0.5)
    return _lengthened(sparse.hstack(parts_a).tocsr()), _lengthened(sparse.hstack(parts_b).tocsr())


def _lengthened(matrix: SparseMatrix) -> SparseMatrix:
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).reshape(-1))
    return (sparse.diags(1.0 / np.where(lengths > 0.0, lengths, 1.0)) @ matrix).tocsr()
