"""Lines that only join their neighbours: one version prints "or" on a line of its own, another does not."""

from __future__ import annotations

from treatydiff.model import Provision

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
