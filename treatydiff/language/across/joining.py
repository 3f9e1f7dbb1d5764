"""Where versions break lines otherwise: "or" on a line of its own, items that go on in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from treatydiff.model import Provision
from treatydiff.patterns import pattern_of

_JOINING = frozenset((
    "", "and", "or", "and/or", "et", "ou", "et/ou", "et que", "ou que", "y", "e", "o", "u", "y/o", "и", "или",
    "и/или", "和", "或", "或者", "以及", "及", "和/或", "و", "أو", "و/أو",
))  # fmt: skip


def only_joins(node: Provision) -> bool:
    """Whether a clause is nothing but a conjunction or a stop.

    Args:
        node: any provision; one with children says more.
    """
    return bool(node.text) and not node.children and node.text.strip(" \n.,;:،؛；").casefold() in _JOINING


_RUN_IN = pattern_of(r"[;:；：]\s?(?:[^\W\d_]{1,3}\s)?[(（]?([ivxlc]{1,5}|[^\W\d_]|\d{1,2})[)）](?=\s?\S)")
"""A label behind the stop of the item before it, with a conjunction or without: "; and (ii) lamps"."""


_BARE = pattern_of(r"[;:；：]\s(?!(?:[aeoyàиаов])\s)([a-zа-я])(?=\s\S)")
"""The same where the label has lost its bracket: "; с целевой фонд"; no word of one letter."""


def printed_labels(nodes: Iterable[Provision], *, deep: bool = False, bare: bool = False) -> Iterator[str]:
    """The labels of provisions in order, with those of items that are printed in a line with the one before.

    Args:
        nodes: beside one another.
        deep: whether those of what is in the provisions are wanted too.
        bare: whether letters without a bracket count.
    """
    for node in nodes:
        if node.number:
            yield node.number
        found = [*_RUN_IN.finditer(node.text), *(_BARE.finditer(node.text) if bare else ())]
        yield from (each[1] for each in sorted(found, key=lambda each: each.start()))
        if deep:
            yield from printed_labels(node.children, deep=True, bare=bare)
