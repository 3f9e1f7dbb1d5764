"""Which part, chapter, section or annex became which, by the units inside them and their headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from treatydiff.align.rows import Row
from treatydiff.align.sides import AlignedSide
from treatydiff.language.number_forms import same_number
from treatydiff.language.tokenizer import words
from treatydiff.model import CONTAINER_KINDS, Draft, Provision
from treatydiff.records import dataclass

SHARE = 0.5
"""Share of the words of either container that must stand in units paired with the other's."""
HEADING_SHARE = 0.15
"""The share that is enough where the headings are the same."""


@dataclass(frozen=True, slots=True)
class ContainerRow:
    """Containers of A and of B that belong together, by id in document order.

    `share` is the greatest share of a container's words in units paired with the other side's, `size`
    the number of words in A's.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    share: float = 0.0
    size: int = 0


@dataclass(frozen=True, slots=True)
class _ContainerWords:
    """The containers of one draft: nodes by id in text order, and the words inside each.

    An option holds units too, but is a reading of its container, not a place of its own.
    """

    nodes: Mapping[str, Provision]
    sizes: Mapping[str, int]
    around: tuple[tuple[str, ...], ...]


def container_rows(
    a: Draft, b: Draft, side_a: AlignedSide, side_b: AlignedSide, rows: Sequence[Row]
) -> tuple[ContainerRow, ...]:
    """Every container and annex of either draft in exactly one row.

    Args:
        a: the earlier draft.
        b: the later draft.
        side_a: its units.
        side_b: its units.
        rows: the paired units.
    """
    left, right = _shelf(a, side_a), _shelf(b, side_b)
    in_a, in_b = _shared(left, right, side_a, side_b, rows)
    edges: dict[tuple[str, str], float] = {}
    for pair in sorted(in_a):
        node_a, node_b = left.nodes[pair[0]], right.nodes[pair[1]]
        if not _comparable(node_a, node_b, left, right):
            continue
        share = max(in_a[pair] / left.sizes[pair[0]], in_b[pair] / right.sizes[pair[1]])
        if share >= (HEADING_SHARE if _same_heading(node_a, node_b) else SHARE):
            edges[pair] = share
    _pair_by_heading(left, right, edges)
    return _components(left, right, edges)


def _shelf(draft: Draft, side: AlignedSide) -> _ContainerWords:
    held = [(*unit.containers, unit.id) if unit.kind == "annex" else unit.containers for unit in side.units]
    holding = {container for containers in held for container in containers}
    nodes = {
        key: node
        for key, node in provisions_by_id(draft).items()
        if node.kind in CONTAINER_KINDS or node.kind == "annex" or (key in holding and node.kind != "option")
    }
    around = tuple(tuple(container for container in containers if container in nodes) for containers in held)
    sizes = dict.fromkeys(nodes, 0)
    for containers, size in zip(around, side.sizes, strict=True):
        for container in containers:
            sizes[container] += size + 1
    return _ContainerWords(nodes, sizes, around)


def provisions_by_id(draft: Draft) -> dict[str, Provision]:
    """Every provision of a draft by its id, in text order."""
    found: dict[str, Provision] = {}
    for node in draft.walk():
        found.setdefault(node.id, node)
    return found


def _shared(
    left: _ContainerWords,
    right: _ContainerWords,
    side_a: AlignedSide,
    side_b: AlignedSide,
    rows: Sequence[Row],
) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]]:
    """Words of A's containers in units paired into B's, and words of B's in units paired into A's."""
    in_a: dict[tuple[str, str], int] = {}
    in_b: dict[tuple[str, str], int] = {}
    for row in rows:
        links = [(pair.a, pair.b, None) for pair in row.pairs] + list(row.moved)
        for i, j, moved in links:
            size_a = side_a.sizes[i] + 1 if moved is None else moved
            size_b = side_b.sizes[j] + 1 if moved is None else moved
            for container in left.around[i]:
                for other in right.around[j]:
                    pair = container, other
                    in_a[pair] = in_a.get(pair, 0) + size_a
                    in_b[pair] = in_b.get(pair, 0) + size_b
    return in_a, in_b


def _comparable(a: Provision, b: Provision, left: _ContainerWords, right: _ContainerWords) -> bool:
    """Whether two kinds of container stand for one another: the same kind, or kinds of one draft only."""
    if a.kind == b.kind:
        return True
    kinds_a = {node.kind for node in left.nodes.values()}
    kinds_b = {node.kind for node in right.nodes.values()}
    return a.kind not in kinds_b and b.kind not in kinds_a and "annex" not in (a.kind, b.kind)


def heading_key(provision: Provision) -> tuple[str, ...]:
    """A heading's words without regard to case and punctuation."""
    return tuple(word.key for word in words(provision.heading))


def _same_heading(a: Provision, b: Provision) -> bool:
    return bool(heading_key(a)) and heading_key(a) == heading_key(b)


def _pair_by_heading(
    left: _ContainerWords, right: _ContainerWords, edges: dict[tuple[str, str], float]
) -> None:
    """Pair what the units leave alone by equal headings, or by equal numbers where neither has one."""
    free_a = [key for key in left.nodes if not any(pair[0] == key for pair in edges)]
    free_b = [key for key in right.nodes if not any(pair[1] == key for pair in edges)]
    for wants_number in (True, False):
        for key in list(free_a):
            for other in free_b:
                a, b = left.nodes[key], right.nodes[other]
                if a.kind != b.kind or (wants_number and not same_number(a, b)):
                    continue
                if _same_heading(a, b) or (wants_number and not a.heading and not b.heading):
                    edges[key, other] = 0.0
                    free_a.remove(key)
                    free_b.remove(other)
                    break


def _components(
    left: _ContainerWords, right: _ContainerWords, edges: Mapping[tuple[str, str], float]
) -> tuple[ContainerRow, ...]:
    rows: list[ContainerRow] = []
    seen: set[str] = set()
    for key in left.nodes:
        if key in seen:
            continue
        group_a, group_b = {key}, set[str]()
        grown = -1
        while grown != len(group_a) + len(group_b):
            grown = len(group_a) + len(group_b)
            group_b |= {other for one, other in edges if one in group_a}
            group_a |= {one for one, other in edges if other in group_b}
        seen |= group_a
        share = max((value for pair, value in edges.items() if pair[0] in group_a), default=0.0)
        rows.append(
            ContainerRow(
                tuple(one for one in left.nodes if one in group_a),
                tuple(other for other in right.nodes if other in group_b),
                min(share, 1.0),
                sum(left.sizes[one] for one in group_a),
            )
        )
    paired = {other for _, other in edges}
    rows.extend(ContainerRow((), (other,)) for other in right.nodes if other not in paired)
    return tuple(rows)
