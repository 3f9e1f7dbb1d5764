"""Which printed line of A became which of B, and which of the pairs keep their order.

Clauses follow the comparison; headings follow their units and containers, or, inside units, the
clauses below them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from treatydiff.model import ClauseDiff, Comparison, Draft, Pairing
from treatydiff.report.kit.printed_lines import PrintedLine

LinePair = tuple[int, int]


def clause_diffs(comparison: Comparison) -> dict[tuple[str, str], ClauseDiff]:
    """The clause pairings that both drafts have, by their ids."""
    return {
        (clause.pairing.a[0], clause.pairing.b[0]): clause
        for unit in comparison.units
        for clause in unit.clauses
        if clause.pairing.a and clause.pairing.b
    }


def line_pairs(
    comparison: Comparison, lines_a: Sequence[PrintedLine], lines_b: Sequence[PrintedLine]
) -> tuple[LinePair, ...]:
    """Pairs of positions in the lines of A and B, in the order of B; each line in at most one.

    Args:
        comparison: the result of the pipeline.
        lines_a: what A prints.
        lines_b: what B prints.
    """
    at_a: dict[tuple[str, str], int] = {(line.role, line.id): at for at, line in enumerate(lines_a)}
    at_b: dict[tuple[str, str], int] = {(line.role, line.id): at for at, line in enumerate(lines_b)}
    partner: dict[int, int] = {}
    taken: set[int] = set()
    clauses = clause_diffs(comparison)
    for role, id_a, id_b in _wanted(comparison, clauses):
        left, right = at_a.get((role, id_a)), at_b.get((role, id_b))
        if left is not None and right is not None and left not in taken and right not in partner:
            partner[right] = left
            taken.add(left)
    return tuple(sorted(((left, right) for right, left in partner.items()), key=lambda pair: pair[1]))


def _wanted(
    comparison: Comparison, clauses: Mapping[tuple[str, str], ClauseDiff]
) -> Iterator[tuple[str, str, str]]:
    """Role and ids of the lines that belong together, the surest first."""
    for id_a, id_b in clauses:
        yield "clause", id_a, id_b
    for unit in comparison.units:
        yield from _headings(unit.pairing)
    for row in comparison.containers:
        yield from _headings(row.pairing)
    above_a, above_b = _above(comparison.a), _above(comparison.b)
    for id_a, id_b in clauses:
        kinds = dict(above_a.get(id_a, ()))
        for kind, each in above_b.get(id_b, ()):
            if kind in kinds:
                yield "heading", kinds[kind], each
                yield "subheading", kinds[kind], each
    yield from _titles(comparison.a, comparison.b)


def _headings(pairing: Pairing) -> Iterator[tuple[str, str, str]]:
    for id_a, id_b in zip(pairing.a, pairing.b, strict=False):
        yield "heading", id_a, id_b
        yield "subheading", id_a, id_b


def _above(draft: Draft) -> dict[str, tuple[tuple[str, str], ...]]:
    """Kind and id of what every provision stands in, the innermost of each kind."""
    above: dict[str, tuple[tuple[str, str], ...]] = {}
    for provision in draft.walk():
        around = above.get(provision.id, ())
        for child in provision.children:
            above[child.id] = (*around, (provision.kind, provision.id))
    return above


def _titles(a: Draft, b: Draft) -> Iterator[tuple[str, str, str]]:
    main_a = [f"instrument_{each.n}" for each in sorted(a.instruments, key=lambda each: not each.main)]
    main_b = [f"instrument_{each.n}" for each in sorted(b.instruments, key=lambda each: not each.main)]
    yield from (("title", left, right) for left, right in zip(main_a, main_b, strict=False))


def in_order(pairs: Sequence[LinePair], weights: Sequence[int]) -> frozenset[LinePair]:
    """The heaviest selection of pairs that stand in the same order in both drafts.

    Args:
        pairs: in the order of B.
        weights: of the pairs, positive: what it would cost to show each as moved.
    """
    keys: list[int] = []
    ends: list[tuple[int, int]] = []
    before: list[int] = []
    for at, (left, _) in enumerate(pairs):
        where = bisect_left(keys, left)
        weight, previous = ends[where - 1] if where else (0, -1)
        before.append(previous)
        total = weight + weights[at]
        # Along the keys the weights rise; what is further on and no heavier is of no more use.
        while where < len(keys) and ends[where][0] <= total:
            del keys[where], ends[where]
        keys.insert(where, left)
        ends.insert(where, (total, at))
    kept = []
    at = ends[-1][1] if ends else -1
    while at >= 0:
        kept.append(pairs[at])
        at = before[at]
    return frozenset(kept)
