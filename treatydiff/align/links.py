"""Which unit shares clauses with which, in how many words: the links that a comparison publishes."""

from __future__ import annotations

from collections.abc import Sequence

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
    words: dict[tuple[int, int], tuple[int, int]] = dict.fromkeys(sorted(pairs), (0, 0))
    for pair in (pair for those in clauses for pair in those):
        key = a.unit_of[pair.a], b.unit_of[pair.b]
        before = words.get(key, (0, 0))
        words[key] = before[0] + len(a.words[pair.a]), before[1] + len(b.words[pair.b])
    for one, other in copies:
        words.setdefault((a.unit_of[one], b.unit_of[other]), (len(a.words[one]), len(b.words[other])))
    for i, j, moved in (tie for row in rows for tie in (*row.moved, *row.outside)):
        before = words.get((i, j), (0, 0))
        words[i, j] = max(before[0], min(moved, a.sizes[i])), max(before[1], min(moved, b.sizes[j]))
    found: list[list[Link]] = [[] for _ in rows]
    for (i, j), (in_a, in_b) in sorted(words.items()):
        link = Link(
            a.units[i].id,
            b.units[j].id,
            "pair" if (i, j) in pairs else "moved",
            in_a,
            in_a / a.sizes[i] if a.sizes[i] else None,
            in_b / b.sizes[j] if b.sizes[j] else None,
        )
        for index in dict.fromkeys((row_a[i], row_b[j])):
            found[index].append(link)
    return tuple(tuple(links) for links in found)
