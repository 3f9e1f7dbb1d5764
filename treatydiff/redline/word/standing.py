"""Tracked changes of others that stand in a file while ours are made in it.

A reading leaves some of them out; what is marked then stands beside them, around them or inside them.
Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from copy import copy
from typing import Any

from treatydiff.reading.docx.styles import W

ADDING = frozenset(W + name for name in ("ins", "moveTo"))
TAKING = frozenset(W + name for name in ("del", "moveFrom"))
CHANGES = ADDING | TAKING
ALSO = "{urn:treatydiff:claims}also"
"""Numbers of those who make a change that stands already, while a compilation is made; never written."""


def left_out(revisions: str) -> frozenset[str]:
    """The changes whose content a reading leaves out.

    Args:
        revisions: "accept" or "reject".
    """
    return TAKING if revisions == "accept" else ADDING


def is_left_out(properties: Any, tags: Collection[str]) -> bool:
    """Whether the mark of a paragraph or a row says that a reading leaves it out.

    Args:
        properties: a w:rPr or w:trPr element, or None.
        tags: of the changes that the reading leaves out.
    """
    return properties is not None and any(child.tag in tags for child in properties)


def holds_changes(element: Any) -> bool:
    """Whether an element holds tracked changes."""
    return next(element.iter(*CHANGES), None) is not None


def alone(piece: Any, new_id: Callable[[], str]) -> Any:
    """The change around a piece, parted so that it holds nothing else.

    Args:
        piece: its direct child.
        new_id: gives the parts ids of their own.
    """
    change = piece.getparent()
    before, behind = list(piece.itersiblings(preceding=True))[::-1], list(piece.itersiblings())
    if before:
        change.addprevious(_part(change, before, new_id))
    if behind:
        change.addnext(_part(change, behind, new_id))
    return change


def outside(element: Any, new_id: Callable[[], str]) -> Any:
    """The outermost change around an element, parted behind it; the element itself where there is none.

    Args:
        element: a run, or a change of ours.
        new_id: gives the parts ids of their own.
    """
    while element.getparent().tag in CHANGES:
        change = element.getparent()
        behind = list(element.itersiblings())
        if behind:
            change.addnext(_part(change, behind, new_id))
        element = change
    return element


def _part(change: Any, pieces: list[Any], new_id: Callable[[], str]) -> Any:
    part = copy(change)
    for child in list(part):
        part.remove(child)
    part.set(W + "id", new_id())
    part.extend(pieces)
    return part


def rejoin(paragraph: Any) -> None:
    """Make neighbours that were one change of somebody's, and were parted, one again.

    Args:
        paragraph: a w:p element.
    """
    for change in list(paragraph.iter(*CHANGES)):
        before = change.getprevious()
        if before is None or before.tag != change.tag or not len(change) or not len(before):
            continue
        if _of(before) == _of(change):
            before.extend(list(change))
            change.getparent().remove(change)


def _of(change: Any) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, value) for name, value in change.attrib.items() if name != W + "id"))


def claim(change: Any, who: str) -> None:
    """Say that somebody else makes a change too.

    Args:
        change: that stands already.
        who: a number.
    """
    known = change.get(ALSO, "").split()
    if who and who not in known:
        change.set(ALSO, " ".join([*known, who]))
