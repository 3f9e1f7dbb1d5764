"""A draft narrowed to one provision or a range of them; ids, pages and references stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from treatydiff.errors import ScopeError
from treatydiff.model import Draft, Provision
from treatydiff.patterns import pattern_of
from treatydiff.structure.addresses.named_provisions import provisions_named
from treatydiff.structure.addresses.nearest import no_such_provision
from treatydiff.structure.openness import with_openness

_DASHES = "-\u2013\u2014"
_BETWEEN = pattern_of(f"[{_DASHES}]")


def narrow_draft(draft: Draft, scope: str) -> Draft:
    """The draft with nothing but the provisions that a scope names.

    Args:
        draft: the whole draft.
        scope: an id ("part_II") or what people call it ("Part II", "art. 8(2)"), or a range of two,
            inclusive, in document order ("art_5-art_12", "Articles 5 to 12").

    Returns:
        The same draft, its instruments pruned and its source marked with the scope. Containers
        around a named provision stay, without the rest of what they hold.

    Raises:
        ScopeError: an id is not there, or the two ends are in different instruments or reversed.
    """
    first, last = _ends(scope, draft)
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
        last_inside = next(node for node in instrument.walk() if node.id == last)
        end = max(order[node.id] for node in last_inside.walk())
        kept = tuple(_pruned(instrument.provisions, order[first], end, order))
        narrowed = replace(instrument, provisions=kept, main=True)
        return with_openness(
            replace(draft, source=replace(draft.source, scope=scope), instruments=(narrowed,))
        )
    raise ScopeError(f"no instrument holds {first}", where=draft.source.label)


def _ends(scope: str, draft: Draft) -> tuple[str, str]:
    """The ids of the first and last provision that a scope names."""
    if named := provisions_named(draft, scope):
        return named[0], named[-1]
    for at, char in enumerate(scope):
        if char in _DASHES:
            first, last = (provisions_named(draft, part) for part in (scope[:at], scope[at + 1 :]))
            if first and last:
                return first[0], last[-1]
    parts = [part for part in _BETWEEN.split(scope) if part.strip() and not provisions_named(draft, part)]
    raise no_such_provision(draft, (parts or [scope])[0].strip())


def _pruned(nodes: tuple[Provision, ...], start: int, end: int, order: dict[str, int]) -> Iterator[Provision]:
    """The nodes between two places, with what of them lies between."""
    for node in nodes:
        places = [order[below.id] for below in node.walk()]
        if start <= places[-1] and places[0] <= end:
            yield replace(node, children=tuple(_pruned(node.children, start, end, order)))
