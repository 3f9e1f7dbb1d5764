"""How open a text is: brackets, options and words in brackets, by article, by chapter and as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from treatydiff.model import CLOSING_BRACKETS, NO_WORDING, Draft, Instrument, Provision, Unit
from treatydiff.naming import wording


@dataclass(frozen=True, slots=True)
class Openness:
    """What is open in some provisions.

    Attributes:
        brackets: brackets with wording that open there; statements of standing and names are none.
        alternatives: those that fill one slot with others beside them.
        reserves: those around whole provisions.
        placeholders: those that stand for wording to come.
        options: labelled alternatives.
        words: all words.
        bracketed_words: words that stand in brackets with wording.
        unbalanced_clauses: clauses with a bracket that has no partner.
    """

    brackets: int = 0
    alternatives: int = 0
    reserves: int = 0
    placeholders: int = 0
    options: int = 0
    words: int = 0
    bracketed_words: int = 0
    unbalanced_clauses: int = 0

    def __add__(self, other: Openness) -> Openness:
        return replace(self, **{
            name: getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__
        })  # fmt: skip

    @property
    def share(self) -> float | None:
        """Share of the words that stand in brackets; None without words."""
        return self.bracketed_words / self.words if self.words else None

    def as_json(self) -> dict[str, Any]:
        """The figures by name, the share rounded to six places."""
        share = self.share
        return {
            **{name: getattr(self, name) for name in self.__dataclass_fields__},
            "share": None if share is None else round(share, 6),
        }


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """How open a unit or container is; `depth` counts the containers around it."""

    id: str
    kind: str
    depth: int
    openness: Openness


def openness_of(provisions: Iterable[Provision]) -> Openness:
    """How open some provisions are, all that stands below them included."""
    whole = Openness()
    for top in provisions:
        for node in top.walk():
            whole += _own(node)
    return whole


def draft_openness(draft: Draft) -> Openness:
    """How open a draft is, over all instruments."""
    return openness_of(node for instrument in draft.instruments for node in instrument.provisions)


def open_places(draft: Draft) -> tuple[OpenPlace, ...]:
    """How open every container and unit of a draft is, in text order."""
    return tuple(place for instrument in draft.instruments for place in _places(instrument))


def _places(instrument: Instrument) -> Iterator[OpenPlace]:
    units: dict[str, Unit] = {unit.id: unit for unit in instrument.units()}

    def enter(node: Provision, depth: int) -> Iterator[OpenPlace]:
        yield OpenPlace(node.id, node.kind, depth, openness_of((node,)))
        if node.id not in units:
            for child in node.children:
                yield from enter(child, depth + 1)

    for top in instrument.provisions:
        yield from enter(top, 0)


def _own(node: Provision) -> Openness:
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
        brackets, alternatives, reserves, placeholders, options, wording.word_count(node.text),
        sum(wording.word_count(node.text[start:end]) for start, end in _outermost(spans)), int(unbalanced),
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
    lone = any(char in CLOSING_BRACKETS and at + 1 not in closed for at, char in enumerate(node.text))
    return lone or "unclosed" in parts


def openness_json(draft: Draft) -> dict[str, Any]:
    """How open a draft is: as a whole, and by container and unit where anything is open."""
    return {
        **draft_openness(draft).as_json(),
        "places": [
            {"id": each.id, "kind": each.kind, **each.openness.as_json()}
            for each in open_places(draft)
            if each.openness.brackets or each.openness.options
        ],
    }


def openness_words(openness: Openness) -> str:
    """Openness as a sentence without a stop: "66 brackets, 4 options, 12 % of the words in brackets"."""
    parts = [
        wording.counted(openness.brackets, "open bracket", "open brackets"),
        wording.counted(openness.options, "option", "options"),
    ]
    if openness.bracketed_words:
        parts.append(f"{wording.percent(openness.share)} of the words in brackets")
    if openness.unbalanced_clauses:
        lone = wording.counted(openness.unbalanced_clauses, "clause", "clauses")
        parts.append(f"brackets without a partner in {lone}")
    return ", ".join(parts)


def open_words(openness: Openness) -> str:
    """What is open, for a line of an outline: "5 brackets, 2 options"; "" where nothing is."""
    parts = []
    if openness.brackets:
        parts.append(wording.counted(openness.brackets, "bracket", "brackets"))
    if openness.options:
        parts.append(wording.counted(openness.options, "option", "options"))
    return ", ".join(parts)
