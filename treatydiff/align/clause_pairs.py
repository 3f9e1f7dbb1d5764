"""Which clause of A is which clause of B: inside the rows first, then between them."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence

import numpy as np

from treatydiff.align.arrays import Floats, Ints
from treatydiff.align.assignment import Assignment, beside_all, context
from treatydiff.align.crossings import LEAD, MIN_WORDS, crossing_clauses, only_places
from treatydiff.align.rows import Row
from treatydiff.align.sides import AlignedSide
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.align.sparse.products import WORTHWHILE_CELLS
from treatydiff.language.typography import fold
from treatydiff.records import dataclass
from treatydiff.settings import Settings

ANCHOR = 0.5
"""Similarity from which on a pair of clauses is a fixed point for its neighbours."""
THRESHOLD = 0.15
"""Similarity with the bonus for an equal number below which two clauses are no pair."""
NUMBER_BONUS = 0.05
"""What an equal number at the same level adds."""
CONTEXT_WEIGHT = 0.05
SHORT = 25
"""Words up to which the only clauses of two paired units are one another however little they share."""
VERBATIM = 0.8
"""Similarity from which on a clause left over stands in another row word for word, or nearly."""


@dataclass(frozen=True, slots=True)
class ClausePair:
    """One clause of A and one of B, by index, and how alike their texts are (0 to 1)."""

    a: int
    b: int
    similarity: float


def pair_clauses(
    drafts: MeasuredPairs, rows: Sequence[Row], settings: Settings, *, across: bool = True
) -> tuple[tuple[ClausePair, ...], ...]:
    """The pairs of clauses of each row, each clause of either draft in at most one.

    A clause that went to another row stands in the row of the unit of B that holds it.

    Args:
        drafts: their clauses and the similarities of these.
        rows: the units that belong together.
        settings: the neighbour bonus, and the similarity inside a row of units that are no pair.
        across: whether clauses are looked for in other rows; not between different instruments.
    """
    if across:
        drafts.clauses.keep(WORTHWHILE_CELLS)
    found = _inside(drafts, rows, settings)
    if not across:
        return _sorted(found)
    a, b = drafts.a, drafts.b
    row_of_a = {unit: index for index, row in enumerate(rows) for unit in row.a}
    row_of_b = {unit: index for index, row in enumerate(rows) for unit in row.b}
    gone = crossing_clauses(drafts, row_of_a, row_of_b, _settled(drafts, found))
    gone_a, gone_b = {one for one, _ in gone}, {other for _, other in gone}
    left = {row_of_a[a.unit_of[one]] for one in gone_a} | {row_of_b[b.unit_of[other]] for other in gone_b}
    again = sorted(left)
    anew = _inside(drafts, [rows[index] for index in again], settings, gone_a, gone_b)
    for index, pairs in zip(again, anew, strict=True):
        found[index] = pairs
    taken_a = gone_a | {pair.a for pairs in found for pair in pairs}
    taken_b = gone_b | {pair.b for pairs in found for pair in pairs}
    crossed = list(gone)
    crossed += _verbatim(drafts, taken_a, taken_b, row_of_a, row_of_b)
    crossed += _short(drafts, taken_a, taken_b, row_of_a, row_of_b)
    measured = drafts.clauses.components([one for one, _ in crossed], [other for _, other in crossed])
    for (one, other), parts in zip(crossed, measured, strict=True):
        found[row_of_b[b.unit_of[other]]].append(ClausePair(one, other, parts.mean))
    return _sorted(found)


def _sorted(found: Sequence[Sequence[ClausePair]]) -> tuple[tuple[ClausePair, ...], ...]:
    return tuple(tuple(sorted(pairs, key=lambda pair: pair.b)) for pairs in found)


def _settled(drafts: MeasuredPairs, found: Sequence[Sequence[ClausePair]]) -> tuple[set[int], set[int]]:
    """The clauses so like their partner that no other clause can be clearly nearer."""
    pairs = [pair for pairs in found for pair in pairs]
    measured = drafts.clauses.components([pair.a for pair in pairs], [pair.b for pair in pairs])
    kept = [pair for pair, parts in zip(pairs, measured, strict=True) if parts.cosine > 1.0 - LEAD]
    return {pair.a for pair in kept}, {pair.b for pair in kept}


def _verbatim(
    drafts: MeasuredPairs,
    taken_a: Collection[int],
    taken_b: Collection[int],
    row_of_a: Mapping[int, int],
    row_of_b: Mapping[int, int],
) -> list[tuple[int, int]]:
    """Clauses without a partner that stand (nearly) word for word in another row, however common they are."""
    a, b = drafts.a, drafts.b
    rows, columns = _free(a, taken_a), _free(b, taken_b)
    if not rows or not columns:
        return []
    text = drafts.clauses.block(rows, columns)
    left, right = np.nonzero(text >= VERBATIM)
    left, right = left.astype(np.int64), right.astype(np.int64)
    apart = [
        row_of_a[a.unit_of[rows[i]]] != row_of_b[b.unit_of[columns[j]]]
        for i, j in zip(left.tolist(), right.tolist(), strict=True)
    ]
    assigned = Assignment()
    assigned.take(left, right, text[left, right], np.asarray(apart, dtype=np.bool_))
    return [(rows[i], columns[j]) for i, j in sorted(assigned.partner.items())]


def _short(
    drafts: MeasuredPairs,
    taken_a: Collection[int],
    taken_b: Collection[int],
    row_of_a: Mapping[int, int],
    row_of_b: Mapping[int, int],
) -> list[tuple[int, int]]:
    """Short clauses without a partner that stand word for word in another row, and nowhere else."""
    a, b = drafts.a, drafts.b
    return [
        (one, other)
        for one, other in sorted(only_places(a, b).items())
        if one not in taken_a
        and other not in taken_b
        and not a.statements[a.unit_of[one]]
        and not b.statements[b.unit_of[other]]
        and row_of_a[a.unit_of[one]] != row_of_b[b.unit_of[other]]
    ]


def _free(side: AlignedSide, taken: Collection[int]) -> list[int]:
    return [
        clause
        for clause, size in enumerate(side.clause_sizes)
        if size >= MIN_WORDS and clause not in taken and not side.statements[side.unit_of[clause]]
    ]


def _inside(
    drafts: MeasuredPairs,
    rows: Sequence[Row],
    settings: Settings,
    gone_a: Collection[int] = (),
    gone_b: Collection[int] = (),
) -> list[list[ClausePair]]:
    """The pairs inside each of some rows, among the clauses that did not go to another."""
    a, b = drafts.a, drafts.b
    found: list[list[ClausePair]] = [[] for _ in rows]
    unlike: dict[int, tuple[list[int], list[int]]] = {}
    for at, row in enumerate(rows):
        ours = [clause for unit in row.a for clause in a.clauses_of[unit] if clause not in gone_a]
        theirs = [clause for unit in row.b for clause in b.clauses_of[unit] if clause not in gone_b]
        if not ours or not theirs:
            continue
        if len(ours) == len(theirs) and all(
            fold(a.clauses[one].text) == fold(b.clauses[other].text)
            for one, other in zip(ours, theirs, strict=True)
        ):
            found[at] = [ClausePair(one, other, 1.0) for one, other in zip(ours, theirs, strict=True)]
        else:
            unlike[at] = ours, theirs
    # The texts of all rows are held against one another at once, since most rows have few clauses.
    texts = drafts.clauses.blocks(list(unlike.values()))
    doubtful = []
    for (at, (ours, theirs)), text in zip(unlike.items(), texts, strict=True):
        if text.size == 1 and text[0, 0] > 0.0 and rows[at].pairs and _are_short(drafts, ours, theirs):
            found[at] = [ClausePair(ours[0], theirs[0], float(text[0, 0]))]
        else:
            doubtful.append((at, ours, theirs, text))
    for at, pair in _paired(drafts, rows, doubtful, settings):
        found[at].append(pair)
    return found


def _paired(
    drafts: MeasuredPairs,
    rows: Sequence[Row],
    doubtful: Sequence[tuple[int, list[int], list[int], Floats]],
    settings: Settings,
) -> list[tuple[int, ClausePair]]:
    """The pairs of the clauses of some rows, each with its row, in the order of A inside it.

    Args:
        drafts: their clauses.
        rows: of units.
        doubtful: places of rows, with their clauses of A and of B and how alike these are.
        settings: the neighbour bonus, and the similarity inside a row of units that are no pair.
    """
    a, b = drafts.a, drafts.b
    row_of: list[int] = []
    clauses_a: list[int] = []
    clauses_b: list[int] = []
    lefts, rights, texts = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], [np.zeros(0)]
    # Less is not enough even with the bonus, however figures are rounded.
    least = min(THRESHOLD, settings.anchor_similarity) - NUMBER_BONUS - 1e-6
    for at, ours, theirs, text in doubtful:
        left, right = np.nonzero((text > 0.0) & (text >= least))
        lefts.append(left + len(row_of))
        rights.append(right + len(row_of))
        texts.append(text[left, right])
        # One place is left free, so that no clause is beside one of another row.
        places = max(len(ours), len(theirs)) + 1
        row_of += [at] * places
        clauses_a += [*ours, *[-1] * (places - len(ours))]
        clauses_b += [*theirs, *[-1] * (places - len(theirs))]
    left, right, text = np.concatenate(lefts), np.concatenate(rights), np.concatenate(texts)
    one, other = np.asarray(clauses_a, np.int64)[left], np.asarray(clauses_b, np.int64)[right]
    labels_a, labels_b = _codes(a.labels, b.labels)
    score = text + NUMBER_BONUS * (labels_a[one] == labels_b[other])
    partner = np.full(len(a.units), -1, np.int64)
    for row in rows:
        for pair in row.pairs:
            partner[pair.a] = pair.b
    at_home = partner[np.asarray(a.unit_of, np.int64)[one]] == np.asarray(b.unit_of, np.int64)[other]
    likely = score >= np.where(at_home, THRESHOLD, settings.anchor_similarity)
    left, right, one, other, text, score = (each[likely] for each in (left, right, one, other, text, score))
    rank = score + CONTEXT_WEIGHT * context(left, right, score, len(row_of))
    assigned = Assignment()
    assigned.take(left, right, rank, score >= ANCHOR)
    near = np.minimum(beside_all(assigned.partner, left, right), 1)
    assigned.take(left, right, rank + settings.neighbour_bonus * near, np.ones_like(left, dtype=np.bool_))
    candidates = zip(left.tolist(), right.tolist(), one.tolist(), other.tolist(), text.tolist(), strict=True)
    return [
        (row_of[i], ClausePair(clause_a, clause_b, alike))
        for i, j, clause_a, clause_b, alike in candidates
        if assigned.partner.get(i) == j
    ]


def _are_short(drafts: MeasuredPairs, rows: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether clauses are so short that a few changed words make them unlike; placeholders are no clauses."""
    sides = ((drafts.a, rows), (drafts.b, columns))
    return all(
        side.clause_sizes[clause] <= SHORT and not side.statements[side.unit_of[clause]]
        for side, clauses in sides
        for clause in clauses
    )


def _codes(left: Sequence[Hashable], right: Sequence[Hashable]) -> tuple[Ints, Ints]:
    """Numbers for the values of two lists, equal where these are."""
    codes: dict[Hashable, int] = {}
    one, other = (
        np.asarray([codes.setdefault(value, len(codes)) for value in values], np.int64)
        for values in (left, right)
    )
    return one, other
