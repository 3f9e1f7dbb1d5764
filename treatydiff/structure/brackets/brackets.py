"""Square brackets as spans over a document: nested, across clauses, sometimes without a partner."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from treatydiff.model import CLOSING_BRACKETS, OPENING_BRACKETS, BracketCount, Diagnostic, Mark
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.structure.nodes import Node

_BRACKET_SIGN = pattern_of(f"[{re.escape(OPENING_BRACKETS + CLOSING_BRACKETS)}]")

DEEPEST = 32
"""Brackets deeper than this are marked, but no fate is told of them; seven is the depth of real drafts."""


@dataclass(slots=True)
class _Unclosed:
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
    stack: list[_Unclosed] = []
    count = deepest = unbalanced = 0
    for place, (_, text, _own) in enumerate(places):
        for found in _BRACKET_SIGN.finditer(text):
            at, char = found.start(), found.group()
            if char in OPENING_BRACKETS:
                count += 1
                stack.append(_Unclosed(count, len(stack) + 1, place, at))
                deepest = max(deepest, len(stack))
            elif stack:
                _close(marks, places, stack.pop(), place, at)
            else:
                unbalanced += 1
    unbalanced += len(stack)
    for opened in stack:
        node, text, own = places[opened.place]
        start, end = (opened.at, len(text)) if own else (0, 0)
        marks[id(node)].append(_mark(start, end, opened, "unclosed"))
    return marks, BracketCount(count, deepest, unbalanced)


def depth_diagnostic(count: BracketCount) -> tuple[Diagnostic, ...]:
    """What is said of brackets that stand too deep in one another to be followed.

    Args:
        count: of the whole file.
    """
    if count.max_depth <= DEEPEST:
        return ()
    said = (
        f"brackets stand {count.max_depth:,} deep in one another; no fate is told of those beyond {DEEPEST}"
    )
    return (Diagnostic("bracket_depth", "error", said),)


def behind_wording(text: str, start: int, end: int, *, legend: bool) -> bool:
    """Whether a bracket stands where names of proposers do: behind wording, at the end of a bracket.

    Args:
        text: canonical text of a clause.
        start, end: the bracket.
        legend: whether the draft says that names stand in brackets.
    """
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if not before or before[-1] in OPENING_BRACKETS:
        return False
    return (
        legend
        or after[:1] in set(CLOSING_BRACKETS)
        or (before[-1] in CLOSING_BRACKETS and start > len(before))
    )


def enclosed(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of what each pair of brackets encloses; an open one encloses the rest."""
    opened: list[int] = []
    for found in _BRACKET_SIGN.finditer(text):
        if found.group() in OPENING_BRACKETS:
            opened.append(found.end())
        elif opened:
            yield opened.pop(), found.start()
    for start in opened:
        yield start, len(text)


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
    marks: dict[int, list[Mark]],
    places: list[tuple[Node, str, bool]],
    opened: _Unclosed,
    place: int,
    at: int,
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


def _mark(start: int, end: int, opened: _Unclosed, part: str) -> Mark:
    return Mark("bracket", start, end, (("depth", opened.depth), ("n", opened.number), ("part", part)))
