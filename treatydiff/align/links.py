"""Which unit shares clauses with which, in how many words: the links that a comparison publishes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from treatydiff.align.clause_pairs import ClausePair
from treatydiff.align.rows import Row
from treatydiff.align.sides import AlignedSide
from treatydiff.model import Link


def row_links(
    a: AlignedSide,
    b: AlignedSide,
    rows: Sequence[Row],
    clauses: Sequence[Sequence[ClausePair]],
    copies: Sequence[tuple[int, int]] = (),
) -> tuple[tuple[Link, ...], ...]:
    """The links of each row; one between units of two rows stands in both.

    Args:
        a: the earlier draft's units and clauses.
        b: the later draft's.
        rows: the units that belong together.
        clauses: the clause pairs listed in each row.
        copies: further clauses of A and of B with the same words, where one draft has them in more places.
    """
    row_a = {unit: index for index, row in enumerate(rows) for unit in row.a}
    row_b = {unit: index for index, row in enumerate(rows) for unit in row.b}
    pairs = {(pair.a, pair.b) for row in rows for pair in row.pairs}
    told: set[tuple[int, int]] = set(pairs)
    shared: dict[tuple[int, int], tuple[set[int], set[int]]] = {
        pair: (set(), set()) for pair in sorted(pairs)
    }
    went = [(pair.a, pair.b) for those in clauses for pair in those]
    for number, (one, other) in enumerate((*went, *copies)):
        key = a.unit_of[one], b.unit_of[other]
        in_a, in_b = shared.setdefault(key, (set(), set()))
        in_a.add(one)
        in_b.add(other)
        if number < len(went):
            told.add(key)
    words = {key: (_words(a, in_a), _words(b, in_b)) for key, (in_a, in_b) in shared.items()}
    for i, j, moved in (tie for row in rows for tie in (*row.moved, *row.outside)):
        before = words.get((i, j), (0, 0))
        told.add((i, j))
        words[i, j] = max(before[0], min(moved, a.sizes[i])), max(before[1], min(moved, b.sizes[j]))
    found: list[list[Link]] = [[] for _ in rows]
    for (i, j), (of_a, of_b) in sorted(words.items()):
        link = Link(
            a.units[i].id,
            b.units[j].id,
            "pair" if (i, j) in pairs else "moved" if (i, j) in told else "copy",
            of_a,
            of_a / a.sizes[i] if a.sizes[i] else None,
            of_b / b.sizes[j] if b.sizes[j] else None,
        )
        for index in dict.fromkeys((row_a[i], row_b[j])):
            found[index].append(link)
    return tuple(tuple(links) for links in found)


def _words(side: AlignedSide, clauses: Collection[int]) -> int:
    return sum(side.clause_sizes[clause] for clause in clauses)
