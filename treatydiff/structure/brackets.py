"""Square brackets as spans over a document: nested, across clauses, sometimes without a partner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from treatydiff.model import CLOSING_BRACKETS, OPENING_BRACKETS, BracketCount, Mark
from treatydiff.structure.nodes import Node


@dataclass(slots=True)
class _Open:
    number: int
    depth: int
    place: int
    at: int


def mark_brackets(roots: Sequence[Node]) -> tuple[dict[int, list[Mark]], BracketCount]:
    """Bracket marks of every node of an instrument, and what they count up to.

    A bracket that opens or closes elsewhere is marked on every clause it covers: `part` is "whole",
    "open", "inside" or "close"; `n` is the same on all of them. Brackets around headings and labels
    stand on the node itself, with offsets 0.

    Args:
        roots: top-level nodes of one instrument, in text order.

    Returns:
        Marks by `id(node)`; counts with unmatched brackets of either side as unbalanced.
    """
    places = list(_places(roots))
    marks: dict[int, list[Mark]] = defaultdict(list)
    stack: list[_Open] = []
    count = deepest = unbalanced = 0
    for place, (_, text, _own) in enumerate(places):
        for at, char in enumerate(text):
            if char in OPENING_BRACKETS:
                count += 1
                stack.append(_Open(count, len(stack) + 1, place, at))
                deepest = max(deepest, len(stack))
            elif char in CLOSING_BRACKETS:
                if not stack:
                    unbalanced += 1
                    continue
                _close(marks, places, stack.pop(), place, at)
    unbalanced += len(stack)
    for opened in stack:
        node, text, own = places[opened.place]
        start, end = (opened.at, len(text)) if own else (0, 0)
        marks[id(node)].append(_mark(start, end, opened, "unclosed"))
    return marks, BracketCount(count, deepest, unbalanced)


def _places(nodes: Sequence[Node]) -> list[tuple[Node, str, bool]]:
    """Every printed piece in text order: its node, its characters, whether they are its own words."""
    found: list[tuple[Node, str, bool]] = []
    for node in nodes:
        found.extend((node, piece.text, False) for piece in node.printed)
        if node.text is not None:
            found.append((node, node.text.text, True))
        found.extend(_places(node.children))
    return found


def _close(
    marks: dict[int, list[Mark]], places: list[tuple[Node, str, bool]], opened: _Open, place: int, at: int
) -> None:
    if opened.place == place:
        node, _, own = places[place]
        marks[id(node)].append(_mark(opened.at if own else 0, at + 1 if own else 0, opened, "whole"))
        return
    for number in range(opened.place, place + 1):
        node, text, own = places[number]
        part = "open" if number == opened.place else "close" if number == place else "inside"
        if not own and part == "inside":
            continue
        start = opened.at if part == "open" else 0
        end = at + 1 if part == "close" else len(text)
        marks[id(node)].append(_mark(start if own else 0, end if own else 0, opened, part))


def _mark(start: int, end: int, opened: _Open, part: str) -> Mark:
    return Mark("bracket", start, end, (("depth", opened.depth), ("n", opened.number), ("part", part)))
