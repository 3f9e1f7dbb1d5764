"""A draft line by line as it is printed: titles, headings, and clauses with the draft's own numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from treatydiff.model import Draft, Provision
from treatydiff.naming.printed import printed_heading, printed_label
from treatydiff.records import dataclass

Role = Literal["title", "heading", "subheading", "clause"]

_INDENTED_KINDS = frozenset({"subparagraph", "point"})
_NARROW_KINDS = frozenset({"section", "subsection"})
_ARTICLE_KINDS = frozenset({"article", "rule"})


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One paragraph of a draft as it is printed.

    `id` is that of its provision ("instrument_1" for the title of the first instrument), `unit` that
    of the unit that holds it, "" for titles and containers. `label` is the number as typed
    ("Article 6", "1.", "(a)"), `text` the heading or the canonical text of the clause. `depth` is how
    far a clause is indented, from 0, or the level of a heading, from 1. The title of an annex, which
    drafts print below its number, is a subheading.
    """

    role: Role
    id: str
    unit: str
    label: str
    text: str
    depth: int

    @property
    def whole(self) -> str:
        """Label and text."""
        return " ".join(part for part in (self.label, self.text) if part)


def printed_lines(draft: Draft) -> tuple[PrintedLine, ...]:
    """Every title, heading and clause of a draft in text order; no notes, no front matter."""
    holders = {node.id: unit.id for unit in draft.units() for node in unit.provision.walk()}
    lines: list[PrintedLine] = []
    for instrument in draft.instruments:
        if instrument.title:
            lines.append(PrintedLine("title", f"instrument_{instrument.n}", "", "", instrument.title, 0))
        for provision in instrument.provisions:
            lines += _lines(provision, draft.language, holders, (), 0)
    return tuple(lines)


def _lines(
    node: Provision, language: str, holders: dict[str, str], labels: tuple[str, ...], depth: int
) -> Iterator[PrintedLine]:
    unit = holders.get(node.id, "")
    parts = printed_heading(node, language)
    if parts:
        label, text = _label_and_title(node, parts[0])
        yield PrintedLine("heading", node.id, unit, label, text, heading_level(node))
    if parts[1:]:
        yield PrintedLine("subheading", node.id, unit, "", " ".join(parts[1:]), 0)
    inner = depth + (node.kind in _INDENTED_KINDS)
    label = printed_label(node)
    carried = (*labels, label) if label else labels
    if not node.children:
        if node.text or label:
            shown = max(inner - max(len(carried) - 1, 0), 0)
            yield PrintedLine("clause", node.id, unit, " ".join(carried), node.text, shown)
        return
    for at, child in enumerate(node.children):
        # A label without words of its own ("1. (a)") stands before the first clause below it.
        yield from _lines(child, language, holders, () if at else carried, inner)


def _label_and_title(node: Provision, line: str) -> tuple[str, str]:
    """The word and number of a heading, and the title on the same line."""
    title = " ".join(node.heading.split())
    if title and line.endswith(title):
        return line.removesuffix(title).strip(), title
    return line, ""


def heading_level(node: Provision) -> int:
    """The level of a heading, from 1: containers and annexes, sections, articles, what is inside them."""
    if node.kind in _ARTICLE_KINDS:
        return 3
    if node.kind in _NARROW_KINDS:
        return 2
    return 4 if node.kind in ("option", "table") else 1
