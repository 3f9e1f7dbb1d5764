"""A draft narrowed to one provision or a range of them; ids, pages and references stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from treatydiff.errors import ScopeError
from treatydiff.model import CONTAINER_KINDS, Draft, Provision


def narrow_draft(draft: Draft, scope: str) -> Draft:
    """The draft with nothing but the provisions that a scope names.

    Args:
        draft: the whole draft.
        scope: an id ("part_II") or a range of two, inclusive, in document order ("art_5-art_12").

    Returns:
        The same draft, its instruments pruned and its source marked with the scope. Containers
        around a named provision stay, without the rest of what they hold.

    Raises:
        ScopeError: an id is not there, or the two ends are in different instruments or reversed.
    """
    ids = {node.id for node in draft.walk()}
    first, last = _ends(scope, ids, draft)
    for instrument in draft.instruments:
        order = {node.id: place for place, node in enumerate(instrument.walk())}
        if first not in order:
            continue
        if last not in order:
            raise ScopeError(f"{first} and {last} stand in different instruments", where=draft.source.label)
        if order[last] < order[first]:
            raise ScopeError(
                f"{last} comes before {first}", where=draft.source.label, hint=f"try {last}-{first}"
            )
        kept = tuple(_pruned(instrument.provisions, first, last, order))
        narrowed = replace(instrument, provisions=kept, main=True)
        return replace(draft, source=replace(draft.source, scope=scope), instruments=(narrowed,))
    raise ScopeError(f"no instrument holds {first}", where=draft.source.label)


def _ends(scope: str, ids: set[str], draft: Draft) -> tuple[str, str]:
    if scope in ids:
        return scope, scope
    for at, char in enumerate(scope):
        if char == "-" and scope[:at] in ids and scope[at + 1 :] in ids:
            return scope[:at], scope[at + 1 :]
    wanted = [part for part in scope.split("-") if part not in ids] or [scope]
    near = get_close_matches(wanted[0], sorted(ids), n=3, cutoff=0.5)
    raise ScopeError(
        f"there is no provision {wanted[0]!r}",
        where=draft.source.label,
        hint=f"nearest: {', '.join(near)}" if near else "treatydiff outline lists the ids",
    )


def _pruned(
    nodes: tuple[Provision, ...], first: str, last: str, order: dict[str, int]
) -> Iterator[Provision]:
    start, end = order[first], order[last]
    for node in nodes:
        inside = [order[below.id] for below in node.walk()]
        low, high = min(inside), max(inside)
        end_of_last = max(end, *(order[n.id] for n in _named(nodes, last)))
        if high < start or low > end_of_last:
            continue
        whole = start <= low and high <= end_of_last
        if whole or node.kind not in CONTAINER_KINDS | {"annex", "article", "rule", "option"}:
            yield node
        else:
            children = tuple(_pruned(node.children, first, last, order))
            if children:
                yield replace(node, children=children)


def _named(nodes: tuple[Provision, ...], wanted: str) -> Iterator[Provision]:
    for node in nodes:
        for below in node.walk():
            if below.id == wanted:
                yield from below.walk()
