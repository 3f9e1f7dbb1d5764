"""How open both drafts of a comparison are, chapter beside chapter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from treatydiff.model import Comparison, Openness, Pairing
from treatydiff.naming import wording
from treatydiff.naming.citations import group_label
from treatydiff.naming.openness import open_words
from treatydiff.naming.sides import Side
from treatydiff.records import dataclass
from treatydiff.report.comparison.view_model import OpenPlaceView

NOTHING = Openness()
MOST_ROWS = 30
"""Provisions that have a row of their own: those with most words in brackets."""


@dataclass(frozen=True, slots=True)
class _PlaceRow:
    """An outermost provision, how open it is in either draft; None where a draft does not have it."""

    label: str
    in_a: Openness | None
    in_b: Openness | None

    @property
    def both(self) -> Openness:
        return (self.in_a or NOTHING) + (self.in_b or NOTHING)


def open_place_views(comparison: Comparison, a: Side, b: Side) -> tuple[OpenPlaceView, ...]:
    """The drafts as a whole, then the outermost provisions of which something is open in either draft.

    Args:
        comparison: the result of the pipeline.
        a, b: its drafts.
    """
    places = [place for place in _places(comparison, a, b) if place.both.brackets or place.both.options]
    if not places:
        return ()
    ranked = sorted(range(len(places)), key=lambda at: (-places[at].both.bracketed_words, at))
    kept = sorted(ranked[:MOST_ROWS])
    others = [places[at] for at in sorted(ranked[MOST_ROWS:])]
    whole = _summed("Whole draft", (_outermost(a).values(), _outermost(b).values()))
    rows = [whole, *(places[at] for at in kept)]
    if others:
        name = wording.counted(len(others), "other", "others")
        of_each = [each.in_a for each in others], [each.in_b for each in others]
        rows.append(_summed(name, of_each))
    return tuple(
        OpenPlaceView(each.label, _words(each.in_a), _words(each.in_b), _share(each.in_a), _share(each.in_b))
        for each in rows
    )


def _summed(label: str, drafts: tuple[Iterable[Openness | None], Iterable[Openness | None]]) -> _PlaceRow:
    in_a, in_b = (sum((each for each in draft if each), NOTHING) for draft in drafts)
    return _PlaceRow(label, in_a, in_b)


def _places(comparison: Comparison, a: Side, b: Side) -> Iterator[_PlaceRow]:
    """The outermost provisions of B beside those of A that became them, then those that only A has."""
    in_a, in_b = _outermost(a), _outermost(b)
    containers = [row.pairing for row in comparison.containers]
    former = _former([*containers, *(row.pairing for row in comparison.units)], in_a, in_b)
    for id_b, openness in in_b.items():
        yield _PlaceRow(group_label(b.places, (id_b,)), in_a.get(former.get(id_b, "")), openness)
    partners = set(former.values())
    for id_a, openness in in_a.items():
        if id_a not in partners:
            yield _PlaceRow(f"{group_label(a.places, (id_a,))} (A)", openness, None)


def _outermost(side: Side) -> dict[str, Openness]:
    return {place.id: place.openness for place in side.draft.open_places if not place.depth}


def _former(
    pairings: Iterable[Pairing], in_a: dict[str, Openness], in_b: dict[str, Openness]
) -> dict[str, str]:
    """For outermost provisions of B the first of A that became them; each of A once."""
    former: dict[str, str] = {}
    taken: set[str] = set()
    for pairing in pairings:
        for id_a, id_b in zip(pairing.a, pairing.b, strict=False):
            if id_a in in_a and id_b in in_b and id_a not in taken and id_b not in former:
                former[id_b] = id_a
                taken.add(id_a)
    return former


def _words(openness: Openness | None) -> str:
    """What is open: "3 brackets, 12 %"; the share is that of the words in brackets."""
    if openness is None:
        return wording.ABSENT
    share = wording.percent(openness.share) if openness.bracketed_words else ""
    return ", ".join(part for part in (open_words(openness), share) if part) or "none"


def _share(openness: Openness | None) -> float:
    return (openness.share or 0.0) if openness is not None else 0.0
