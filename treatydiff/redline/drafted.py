"""Which paragraphs of a draft hold what it prints, whether it is a Word file or not."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.model import Draft, Provision, Span
from treatydiff.report.kit.printed_lines import PrintedLine, printed_lines

LineKey = tuple[str, str]
"""Role and id of a printed line; the front matter has the role "front" and its number, from 1."""


def places_of_lines(draft: Draft) -> dict[LineKey, tuple[int, ...]]:
    """The numbers of the paragraphs of a Word file that hold each line which the draft prints.

    Args:
        draft: one that was read from a Word file.
    """
    nodes = {node.id: node for node in draft.walk()}
    titles = {f"instrument_{each.n}": each.spans for each in draft.instruments}
    found: dict[LineKey, tuple[int, ...]] = {}
    for line in printed_lines(draft):
        spans = titles.get(line.id, ()) if line.role == "title" else _spans(nodes[line.id])
        found[line.role, line.id] = _places(draft, spans)
    for at, paragraph in enumerate(draft.front_matter, start=1):
        found["front", str(at)] = _places(draft, paragraph.spans)
    return found


def _spans(node: Provision) -> tuple[Span, ...]:
    return node.spans


def _places(draft: Draft, spans: Sequence[Span]) -> tuple[int, ...]:
    places = (draft.paragraphs[span.block] for span in spans if span.block < len(draft.paragraphs))
    return tuple(dict.fromkeys(place for place in places if place is not None))


def typed_lines(draft: Draft) -> list[tuple[LineKey, PrintedLine]]:
    """Every line of a draft that is no Word file: its front matter, then what it prints."""
    front = [
        (("front", str(at)), PrintedLine("clause", "", "", "", paragraph.text, 0))
        for at, paragraph in enumerate(draft.front_matter, start=1)
    ]
    return [*front, *(((line.role, line.id), line) for line in printed_lines(draft))]
