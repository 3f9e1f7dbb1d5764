"""Which relation holds between paired clauses and between paired units.

The relation is the first that applies of: added, deleted, split, merged, recast, moved, amended,
brackets lifted, renumbered, identical. The flags renumbered, moved and amended say each for itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from treatydiff.align.assignment import out_of_order
from treatydiff.align.clause_pairs import ClausePair
from treatydiff.align.rows import Row
from treatydiff.align.sides import AlignedSide
from treatydiff.align.texts import amended, brackets_lifted, joined
from treatydiff.language.number_forms import same_number
from treatydiff.model import Provision, Relation
from treatydiff.records import dataclass

PARENT_SHARE = 0.5
"""Share of the words below either of two provisions that must be paired for them to correspond."""


@dataclass(frozen=True, slots=True)
class Flags:
    """What is true of a pairing, each for itself."""

    renumbered: bool = False
    moved: bool = False
    amended: bool = False
    lifted: bool = False

    @property
    def relation(self) -> Relation:
        """The relation of one provision of A and one of B."""
        if self.moved:
            return "moved"
        if self.amended:
            return "amended"
        if self.lifted:
            return "brackets_lifted"
        return "renumbered" if self.renumbered else "identical"


def clause_flags(a: AlignedSide, b: AlignedSide, row: Row, pairs: Sequence[ClausePair]) -> tuple[Flags, ...]:
    """The flags of the clause pairs listed in a row.

    A clause has moved if it came from another row, if the provision above it is not one that the
    provision above its partner corresponds to, or if it stands outside the longest increasing run,
    in which clauses that left for another unit of the row give way to those that stayed.
    """
    inside = [pair for pair in pairs if a.unit_of[pair.a] in row.a]
    parents = _corresponding_parents(a, b, inside)
    at_home = sorted(
        (pair for pair in inside if _above(a, b, pair) in parents), key=lambda pair: (pair.a, pair.b)
    )
    partners = {(pair.a, pair.b) for pair in row.pairs}
    across = {
        place for place, pair in enumerate(at_home) if (a.unit_of[pair.a], b.unit_of[pair.b]) not in partners
    }
    sizes = [a.clause_sizes[pair.a] for pair in at_home]
    outside = out_of_order([pair.b for pair in at_home], sizes, across)
    settled = {pair for place, pair in enumerate(at_home) if place not in outside}
    return tuple(
        Flags(
            renumbered=_relabelled(a, b, pair),
            moved=pair not in settled,
            amended=_texts_amended(a.clauses[pair.a], b.clauses[pair.b]),
            lifted=_texts_lifted(a.clauses[pair.a], b.clauses[pair.b]),
        )
        for pair in pairs
    )


def _relabelled(a: AlignedSide, b: AlignedSide, pair: ClausePair) -> bool:
    """Whether a clause bears another number; a chapeau bears that of its paragraph."""
    clause_a, clause_b = a.clauses[pair.a], b.clauses[pair.b]
    if not same_number(clause_a, clause_b):
        return True
    above_a, above_b = a.parents[pair.a], b.parents[pair.b]
    if clause_a.kind != "intro" or clause_b.kind != "intro" or above_a is None or above_b is None:
        return False
    units = a.units[a.unit_of[pair.a]].provision, b.units[b.unit_of[pair.b]].provision
    return above_a is not units[0] and above_b is not units[1] and not same_number(above_a, above_b)


def _texts_amended(a: Provision, b: Provision) -> bool:
    return amended(a.text, b.text) or amended(a.heading, b.heading)


def _texts_lifted(a: Provision, b: Provision) -> bool:
    return brackets_lifted(a.text, b.text) or brackets_lifted(a.heading, b.heading)


def _above(a: AlignedSide, b: AlignedSide, pair: ClausePair) -> tuple[str, str]:
    """The ids of the provisions right above a pair of clauses (the units', where they are leaves)."""
    above_a, above_b = a.parents[pair.a], b.parents[pair.b]
    return (
        above_a.id if above_a else a.clauses[pair.a].id,
        above_b.id if above_b else b.clauses[pair.b].id,
    )


def _corresponding_parents(
    a: AlignedSide, b: AlignedSide, pairs: Sequence[ClausePair]
) -> set[tuple[str, str]]:
    shared: dict[tuple[str, str], int] = {}
    below_a: dict[str, int] = {}
    below_b: dict[str, int] = {}
    for pair in pairs:
        above = _above(a, b, pair)
        weight = a.clause_sizes[pair.a] + b.clause_sizes[pair.b] + 1
        shared[above] = shared.get(above, 0) + weight
        below_a[above[0]] = below_a.get(above[0], 0) + weight
        below_b[above[1]] = below_b.get(above[1], 0) + weight
    return {
        above
        for above, weight in shared.items()
        if weight >= PARENT_SHARE * below_a[above[0]] or weight >= PARENT_SHARE * below_b[above[1]]
    }


def unit_texts(side: AlignedSide, units: Sequence[int]) -> str:
    """The text of some units, one clause after another, with the headings inside them."""
    parts: list[str] = []
    for unit in units:
        top = side.units[unit].provision
        for node in top.walk():
            if node is not top and node.heading:
                parts.append(node.heading)
            if not node.children and node.text:
                parts.append(node.text)
    return joined(parts)


def unit_flags(
    a: AlignedSide, b: AlignedSide, row: Row, clauses: Sequence[Flags], *, moved: bool, whole: bool
) -> Flags:
    """The flags of a row that has units of both drafts.

    Args:
        a: the earlier draft's units.
        b: the later draft's units.
        row: the units.
        clauses: the flags of the row's clause pairs.
        moved: whether they stand in another container or out of order.
        whole: whether every clause of either side has a partner.
    """
    text_a, text_b = unit_texts(a, row.a), unit_texts(b, row.b)
    named = [(a.units[pair.a].provision, b.units[pair.b].provision) for pair in row.pairs]
    changed = not whole or any(flags.amended or flags.moved for flags in clauses)
    changed = changed or any(amended(one.heading, other.heading) for one, other in named)
    changed = changed or amended(text_a, text_b)  # the whole text, where its parts leave it open
    lifted = brackets_lifted(text_a, text_b) or any(
        brackets_lifted(one.heading, other.heading) for one, other in named
    )
    renumbered = any(not same_number(one, other) for one, other in named)
    if not (changed or lifted):
        renumbered = renumbered or any(flags.renumbered for flags in clauses)
    return Flags(renumbered, moved, changed, lifted)


def row_relation(row: Row, flags: Flags) -> Relation:
    """The relation of a row of units."""
    if not row.a:
        return "added"
    if not row.b:
        return "deleted"
    if len(row.a) == 1 and len(row.b) == 1:
        return flags.relation
    if len(row.a) == 1:
        return "split"
    return "merged" if len(row.b) == 1 else "recast"


def moved_units(
    a: AlignedSide,
    b: AlignedSide,
    rows: Sequence[Row],
    row_of_container_a: Mapping[str, int],
    row_of_container_b: Mapping[str, int],
) -> dict[tuple[int, int], str]:
    """Why pairs of units count as moved, for those that do: "instrument", "container" or "order".

    Args:
        a: the earlier draft's units.
        b: the later draft's units.
        rows: the paired units.
        row_of_container_a: for each container of A that has a partner, the number of their row.
        row_of_container_b: the same for B.
    """
    pairs = sorted((pair.a, pair.b) for row in rows for pair in row.pairs)
    instruments = _corresponding_instruments(a, b, pairs)
    moved: dict[tuple[int, int], str] = {}
    settled: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, j in pairs:
        unit_a, unit_b = a.units[i], b.units[j]
        both = unit_a.instrument, unit_b.instrument
        chain_a = [row_of_container_a[key] for key in unit_a.containers if key in row_of_container_a]
        chain_b = [row_of_container_b[key] for key in unit_b.containers if key in row_of_container_b]
        if both not in instruments:
            moved[i, j] = "instrument"
        elif not _chains_agree(chain_a, chain_b):
            moved[i, j] = "container"
        else:
            settled.setdefault(both, []).append((i, j))
    # What several articles were merged into may bear the number of one of them by chance.
    alone = {(pair.a, pair.b) for row in rows if len(row.a) == len(row.b) == 1 for pair in row.pairs}
    for group in settled.values():
        staying = {
            place
            for place, (i, j) in enumerate(group)
            if (i, j) in alone
            and a.units[i].provision.number
            and same_number(a.units[i].provision, b.units[j].provision)
        }
        outside = out_of_order([j for _, j in group], [a.sizes[i] for i, _ in group], staying=staying)
        moved.update({group[place]: "order" for place in outside})
    return moved


def _chains_agree(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether the innermost paired container of either unit corresponds to one around the other."""
    if not a and not b:
        return True
    return bool(a and b) and (a[-1] in b or b[-1] in a)


def _corresponding_instruments(
    a: AlignedSide, b: AlignedSide, pairs: Sequence[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Each instrument with the one that most of its text is paired with, one to one."""
    shared: dict[tuple[int, int], int] = {}
    for i, j in pairs:
        key = a.units[i].instrument, b.units[j].instrument
        shared[key] = shared.get(key, 0) + a.sizes[i] + b.sizes[j] + 1
    assigned: dict[int, int] = {}
    for (one, other), _ in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0])):
        if one not in assigned and other not in assigned.values():
            assigned[one] = other
    return set(assigned.items())
