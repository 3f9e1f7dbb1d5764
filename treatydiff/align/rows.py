"""Pairs and ties become the rows of a comparison: what belongs together, and what only lent a clause.

A pair is the core of its row. A unit without a partner joins the row that it is tied to most; a tie
between two units that have partners of their own makes no row, unless neither pair has a core left.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from treatydiff.align.sides import AlignedSide
from treatydiff.align.unit_pairs import UnitPair
from treatydiff.records import dataclass

MAJORITY = 0.5
"""Share of a unit's words that, tied elsewhere, leaves its pair without a core."""

Tie = tuple[int, int]
"""A unit of A and one of B, by index, between which clauses moved."""


@dataclass(frozen=True, slots=True)
class Row:
    """Units of A and of B that belong together, by index in document order.

    `pairs` are the one-to-one pairs inside; `moved` are further ties inside (unit of A, unit of B,
    number of words that moved between them), `outside` those with a unit of another row.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    pairs: tuple[UnitPair, ...] = ()
    moved: tuple[tuple[int, int, int], ...] = ()
    outside: tuple[tuple[int, int, int], ...] = ()


def grouped(
    a: AlignedSide,
    b: AlignedSide,
    pairs: tuple[UnitPair, ...],
    ties: Mapping[Tie, int],
    joining: Collection[Tie] = (),
) -> tuple[Row, ...]:
    """Every unit of either draft in exactly one row.

    Args:
        a: the earlier draft.
        b: the later draft.
        pairs: the one-to-one pairs.
        ties: the units tied by moved clauses, with the number of words that moved.
        joining: the ties by which a unit without a partner may join the row of its other end.
    """
    forward, backward = {pair.a: pair.b for pair in pairs}, {pair.b: pair.a for pair in pairs}
    further = {tie: words for tie, words in ties.items() if forward.get(tie[0]) != tie[1]}
    joins = [
        *_without_core(a, b, pairs, further, forward, backward),
        *_guests({tie: further[tie] for tie in further if tie in joining}, forward, backward),
    ]
    return _components(a, b, pairs, further, joins)


def _guests(ties: Mapping[Tie, int], forward: Mapping[int, int], backward: Mapping[int, int]) -> list[Tie]:
    """The ties by which units without a partner join a pair, each unit one pair at most.

    A pair takes in units of one draft only, those that bring more words: one article became several, or
    several became one, but where its clauses came from here and went there it stayed itself.
    """
    heaviest: dict[tuple[str, int], tuple[int, Tie]] = {}
    for tie, words in sorted(ties.items()):
        i, j = tie
        for name, unit, other in (("a", i, j in backward), ("b", j, i in forward)):
            free = unit not in (forward if name == "a" else backward)
            if free and other and words > heaviest.get((name, unit), (0, tie))[0]:
                heaviest[name, unit] = words, tie
    by_pair: dict[int, dict[str, list[tuple[int, Tie]]]] = {}
    for (name, _), (words, tie) in sorted(heaviest.items()):
        core = backward[tie[1]] if name == "a" else tie[0]
        by_pair.setdefault(core, {}).setdefault(name, []).append((words, tie))
    found: list[Tie] = []
    for _, guests in sorted(by_pair.items()):
        heavier = max(sorted(guests), key=lambda name: sum(words for words, _ in guests[name]))
        found += [tie for _, tie in guests[heavier]]
    return found


def _without_core(
    a: AlignedSide,
    b: AlignedSide,
    pairs: tuple[UnitPair, ...],
    ties: Mapping[Tie, int],
    forward: Mapping[int, int],
    backward: Mapping[int, int],
) -> list[Tie]:
    """The ties between pairs neither of which keeps half of its words to itself: what is left is recast."""
    gone: dict[int, int] = {}
    come: dict[int, int] = {}
    for (i, j), words in ties.items():
        gone[i] = gone.get(i, 0) + words
        come[j] = come.get(j, 0) + words
    coreless = {
        pair.a
        for pair in pairs
        if gone.get(pair.a, 0) > MAJORITY * a.sizes[pair.a]
        and come.get(pair.b, 0) > MAJORITY * b.sizes[pair.b]
    }
    return [
        (i, j)
        for i, j in sorted(ties)
        if i in forward and j in backward and i in coreless and backward[j] in coreless
    ]


def _components(
    a: AlignedSide,
    b: AlignedSide,
    pairs: tuple[UnitPair, ...],
    ties: Mapping[Tie, int],
    joins: list[Tie],
) -> tuple[Row, ...]:
    """The connected components of pairs and of ties that join, in the order of their first unit."""
    shift = len(a.units)
    root = list(range(shift + len(b.units)))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for i, j in [*((pair.a, pair.b) for pair in pairs), *sorted(joins)]:
        left, right = sorted((find(i), find(j + shift)))
        root[right] = left
    members: dict[int, list[int]] = {}
    for node in range(len(root)):
        members.setdefault(find(node), []).append(node)
    pairs_of: dict[int, list[UnitPair]] = {}
    inside: dict[int, list[tuple[int, int, int]]] = {}
    outside: dict[int, list[tuple[int, int, int]]] = {}
    for pair in pairs:
        pairs_of.setdefault(find(pair.a), []).append(pair)
    for (i, j), words in sorted(ties.items()):
        tops = dict.fromkeys((find(i), find(j + shift)))
        for top in tops:
            (inside if len(tops) == 1 else outside).setdefault(top, []).append((i, j, words))
    return tuple(
        Row(
            tuple(node for node in nodes if node < shift),
            tuple(node - shift for node in nodes if node >= shift),
            tuple(pairs_of.get(top, ())),
            tuple(inside.get(top, ())),
            tuple(outside.get(top, ())),
        )
        for top, nodes in sorted(members.items())
    )
