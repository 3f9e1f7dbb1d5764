"""The concordance table of a chain: the pairs of neighbours composed, a row a connected component."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from treatydiff.errors import ScopeError
from treatydiff.model import Draft, Tally
from treatydiff.naming.citations import document_name
from treatydiff.studies.chains.model import Chain, ClauseRow, Concordance, ConcordanceRow

ProvisionKey = tuple[int, str]
"""A provision: position of its draft, and id."""
Links = dict[ProvisionKey, list[ProvisionKey]]


def concordance_of(chain: Chain, *, base: str | None = None) -> Concordance:
    """Which provisions of all drafts correspond.

    Rows follow the last draft; what it lacks stands behind what it stood behind in the last draft that
    had it. Read from a base draft, there is one row for each of its units, with what that unit came
    from and what became of it; then the components of which the base draft has nothing.

    Args:
        chain: the drafts, compared.
        base: name of the draft to read from: its file name, the file name without suffix, or its number.

    Raises:
        ScopeError: no draft of the chain is called so.
    """
    later, links = unit_links(chain), clause_links(chain)
    orders = [[unit.id for unit in draft.units()] for draft in chain.drafts]
    components = _components(orders, later)
    if base is None:
        rows = _in_order(components, orders, len(orders) - 1)
        return Concordance(chain, tuple(_row(chain, cells, links) for cells in rows))
    at = draft_position(chain.drafts, base)
    earlier = turned(later)
    own = [_cells(reached({(at, id_)}, earlier) | reached({(at, id_)}, later), orders) for id_ in orders[at]]
    others = [cells for cells in components if not cells[at]]
    rows = _in_order([*own, *others], orders, at)
    return Concordance(chain, tuple(_row(chain, cells, links) for cells in rows), at)


def draft_position(drafts: Sequence[Draft], name: str) -> int:
    """The position of the draft that a name means: file, the same without suffix, symbol, number from 1.

    Raises:
        ScopeError: none or several are called so.
    """
    plain = name.rpartition("/")[2]
    labels = [draft.source.label for draft in drafts]
    symbols = [document_name(draft) for draft in drafts]
    for known, called in (
        (labels, plain), ([label.rpartition(".")[0] for label in labels], plain), (symbols, name),
    ):  # fmt: skip
        if known.count(called) == 1:
            return known.index(called)
    if plain.isdecimal() and 1 <= int(plain) <= len(drafts):
        return int(plain) - 1
    problem = "several drafts are" if labels.count(plain) > 1 else "no draft is"
    raise ScopeError(f"{problem} called {name!r}", hint=f"1 to {len(drafts)}, or one of {', '.join(labels)}")


def unit_links(chain: Chain) -> Links:
    """From every unit to those that it became, in the next draft or in the one in which it returns."""
    pairs = [
        ((at, a), (at + 1, b))
        for at, step in enumerate(chain.steps)
        for row in step.units
        for a in row.pairing.a
        for b in row.pairing.b
    ]
    pairs += [
        ((each.start, a), (each.end, b)) for each in chain.returns for a in each.gone for b in each.back
    ]
    return _links(pairs)


def clause_links(chain: Chain) -> Links:
    """From every clause to the one that it became, in the next draft or where its unit returns."""
    pairs = [
        ((at, clause.pairing.a[0]), (at + 1, clause.pairing.b[0]))
        for at, step in enumerate(chain.steps)
        for row in step.units
        for clause in row.clauses
        if clause.pairing.a and clause.pairing.b
    ]
    for each in chain.returns:
        gone = _leaves(chain.drafts[each.start], each.gone)
        back = _leaves(chain.drafts[each.end], each.back)
        pairs += [
            ((each.start, clause.pairing.a[0]), (each.end, clause.pairing.b[0]))
            for clause in each.unit.clauses
            if gone.intersection(clause.pairing.a) and back.intersection(clause.pairing.b)
        ]
    return _links(pairs)


def copy_links(chain: Chain) -> Links:
    """From every clause to the further places of its words, where more units of one draft have them."""
    pairs: list[tuple[ProvisionKey, ProvisionKey]] = []
    for at, step in enumerate(chain.steps):
        told = [
            (clause.pairing, said)
            for row in step.units for clause in row.clauses for said in clause.pairing.evidence
        ]  # fmt: skip
        pairs += [
            ((at, said.text), (at + 1, b)) for each, said in told if said.kind == "copies" for b in each.b
        ]
        pairs += [
            ((at, a), (at + 1, said.text)) for each, said in told if said.kind == "repeated" for a in each.a
        ]
    return _links(pairs)


def joined(one: Links, other: Links) -> Links:
    """The links of both."""
    return _links((key, end) for links in (one, other) for key, ends in links.items() for end in ends)


def reached(
    start: Iterable[ProvisionKey], links: Mapping[ProvisionKey, Sequence[ProvisionKey]]
) -> set[ProvisionKey]:
    """Some provisions and all that can be reached from them by links."""
    found = set(start)
    waiting = sorted(found)
    while waiting:
        for other in links.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def turned(links: Links) -> Links:
    """The links the other way round."""
    return _links((other, one) for one, others in links.items() for other in others)


def _links(pairs: Iterable[tuple[ProvisionKey, ProvisionKey]]) -> Links:
    links: Links = {}
    for one, other in pairs:
        if other not in links.setdefault(one, []):
            links[one].append(other)
    return links


def _leaves(draft: Draft, units: Sequence[str]) -> set[str]:
    return {leaf.id for unit in draft.units() if unit.id in units for leaf in unit.provision.clauses()}


Cells = tuple[tuple[str, ...], ...]


def _components(orders: Sequence[Sequence[str]], later: Links) -> list[Cells]:
    both: Links = {node: list(others) for node, others in later.items()}
    for node, others in turned(later).items():
        both.setdefault(node, []).extend(others)
    seen: set[ProvisionKey] = set()
    components = []
    for at, order in enumerate(orders):
        for id_ in order:
            if (at, id_) not in seen:
                found = reached({(at, id_)}, both)
                seen |= found
                components.append(_cells(found, orders))
    return components


def _cells(nodes: set[ProvisionKey], orders: Sequence[Sequence[str]]) -> Cells:
    return tuple(tuple(id_ for id_ in order if (at, id_) in nodes) for at, order in enumerate(orders))


def _in_order(components: Sequence[Cells], orders: Sequence[Sequence[str]], first: int) -> list[Cells]:
    """Components in the order of one draft; others where they stood in the latest draft that has them."""
    placed: list[Cells] = []
    for at in [first, *(other for other in reversed(range(len(orders))) if other != first)]:
        holders: dict[str, list[Cells]] = {}
        for cells in components:
            for id_ in cells[at]:
                holders.setdefault(id_, []).append(cells)
        behind = -1
        for id_ in orders[at]:
            for cells in holders.get(id_, ()):
                if cells in placed:
                    behind = placed.index(cells)
                    continue
                behind += 1
                placed.insert(behind, cells)
    return placed


def _row(chain: Chain, cells: Cells, links: Links) -> ConcordanceRow:
    rows, tallies = [], []
    for at, step in enumerate(chain.steps):
        left, right = set(cells[at]), set(cells[at + 1])
        inside = tuple(
            number
            for number, row in enumerate(step.units)
            if _lies_in(row.pairing.a, row.pairing.b, left, right)
        )
        rows.append(inside)
        tallies.append((
            sum((step.units[number].consonance.a for number in inside), Tally(0.0, 0.0, 0.0, 0.0)),
            sum((step.units[number].consonance.b for number in inside), Tally(0.0, 0.0, 0.0, 0.0)),
        ))  # fmt: skip
    returns = tuple(
        number
        for number, each in enumerate(chain.returns)
        if set(each.gone) & set(cells[each.start]) and set(each.back) & set(cells[each.end])
    )
    return ConcordanceRow(
        cells, tuple(rows), tuple(tallies), returns, tuple(_clause_rows(chain, cells, links))
    )


def _lies_in(a: Sequence[str], b: Sequence[str], left: set[str], right: set[str]) -> bool:
    """Whether a row of a comparison has all of its sides among some units."""
    return (not a or bool(left.intersection(a))) and (not b or bool(right.intersection(b)))


def _clause_rows(chain: Chain, cells: Cells, links: Links) -> Iterator[ClauseRow]:
    orders = [
        [
            leaf.id
            for unit in draft.units() if unit.id in ids
            for leaf in unit.clauses()
        ]
        for draft, ids in zip(chain.drafts, cells, strict=True)
    ]  # fmt: skip
    known = {(at, id_) for at, order in enumerate(orders) for id_ in order}
    inside = _links(
        (one, other)
        for one, others in links.items() if one in known
        for other in others if other in known
    )  # fmt: skip
    components = _components(orders, inside)
    yield from (ClauseRow(each) for each in _in_order(components, orders, len(orders) - 1))
