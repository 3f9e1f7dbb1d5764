"""Counting how open a draft is: brackets, options and words in brackets, provision by provision.

It is counted where a draft is made or cut (parsing, narrowing, a reading of brackets) and travels on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from treatydiff.language.tokenizer import word_count
from treatydiff.model import CLOSING_BRACKETS, NO_WORDING, Draft, Openness, OpenPlace, Provision
from treatydiff.patterns import pattern_of

_UNHEADED = frozenset({
    "recital", "paragraph", "subparagraph", "point", "intro", "wrapup", "option",
})  # fmt: skip
"""Kinds that have no place of their own inside a unit."""


_CLOSING = pattern_of(f"[{re.escape(CLOSING_BRACKETS)}]")


def with_openness(draft: Draft) -> Draft:
    """The same draft, with how open it is as it now stands.

    Args:
        draft: as it was made or cut.
    """
    units = {unit.id for unit in draft.units()}
    places = tuple(
        place
        for instrument in draft.instruments
        for top in instrument.provisions
        for place in _counted(top, 0, units, in_unit=False)[1]
    )
    return replace(draft, open_places=places)


def _counted(
    node: Provision, depth: int, units: set[str], *, in_unit: bool
) -> tuple[Openness, list[OpenPlace]]:
    """How open a provision is with all below it, and the places there, in text order."""
    whole = _own(node)
    below: list[OpenPlace] = []
    for child in node.children:
        openness, places = _counted(child, depth + 1, units, in_unit=in_unit or node.id in units)
        whole += openness
        below += places
    if in_unit and node.kind in _UNHEADED:
        return whole, below
    return whole, [OpenPlace(node.id, node.kind, depth, in_unit, whole), *below]


def _own(node: Provision) -> Openness:
    if not node.marks and _CLOSING.search(node.text) is None:
        return Openness(words=word_count(node.text))
    brackets = alternatives = reserves = placeholders = options = 0
    spans: list[tuple[int, int]] = []
    unbalanced = _unbalanced(node)
    for mark in node.marks:
        attrs = dict(mark.attrs)
        if mark.kind == "option":
            options += 1
        if mark.kind != "bracket" or attrs.get("role") in NO_WORDING:
            continue
        part, astray = attrs.get("part"), attrs.get("role") == "astray"
        unbalanced = unbalanced or (astray and part == "open")
        if mark.end > mark.start and (not astray or part == "open"):
            spans.append((mark.start, mark.end))
        if part in ("whole", "open", "unclosed"):
            brackets += 1
            alternatives += attrs.get("role") == "alternative"
            reserves += attrs.get("role") == "reserve"
            placeholders += attrs.get("role") == "placeholder"
    return Openness(
        brackets, alternatives, reserves, placeholders, options, word_count(node.text),
        sum(word_count(node.text[start:end]) for start, end in _outermost(spans)), int(unbalanced),
    )  # fmt: skip


def _outermost(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            yield start, end
            reached = end


def _unbalanced(node: Provision) -> bool:
    """Whether a bracket of a clause has no partner anywhere in the draft."""
    closed = {mark.end for mark in node.marks if mark.kind == "bracket"}
    parts = {dict(mark.attrs).get("part") for mark in node.marks if mark.kind == "bracket"}
    lone = any(found.end() not in closed for found in _CLOSING.finditer(node.text))
    return lone or "unclosed" in parts
