"""A comparison in pictures, as one SVG that needs nothing beside it.

Imports jinja2; import it only where a report is made.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from markupsafe import Markup

from treatydiff.model import Comparison
from treatydiff.naming.wording import counted
from treatydiff.records import dataclass
from treatydiff.report.comparison.as_html import comparison_map
from treatydiff.report.comparison.consonance_words import share_lines
from treatydiff.report.comparison.pictures.pair_bars import (
    PairBars,
    chapter_bars,
    open_place_bars,
    profile_bars,
)
from treatydiff.report.comparison.pictures.unit_map import UnitMap
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import ComparisonView
from treatydiff.report.kit.page_parts import plot_style
from treatydiff.report.kit.pages import page_environment
from treatydiff.report.kit.pieces import DraftCard
from treatydiff.report.kit.svg import svg_opening

WIDTH = 680.0
MARGIN, LINE, BETWEEN, TITLE = 24.0, 17.0, 34.0, 18.0
WIDEST = 96
"""Characters of a line of the head; a picture breaks no lines by itself."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture of several on a sheet: its place from the top, and its indent."""

    title: str
    notes: tuple[str, ...]
    kind: str
    picture: UnitMap | PairBars
    y: float
    indent: float


def comparison_svg(comparison: Comparison) -> str:
    """A comparison as SVG: consonance by chapter, the map of articles, obligations, brackets.

    Args:
        comparison: the result of the pipeline.
    """
    view = comparison_view(comparison)
    head = [
        *textwrap.wrap(view.guard, WIDEST), *_card(view.a), *_card(view.b),
        *(line for caution in view.cautions for line in textwrap.wrap(caution, WIDEST)),
        *textwrap.wrap(view.headline, WIDEST), *share_lines(view.shares),
    ]  # fmt: skip
    panels = []
    y = MARGIN + LINE * len(head) + BETWEEN
    for title, note, kind, picture in _pictures(comparison, view):
        notes = tuple(textwrap.wrap(note, WIDEST))
        top = y + TITLE + LINE * len(notes)
        panels.append(Panel(title, notes, kind, picture, y, (WIDTH - 2 * MARGIN - picture.width) / 2))
        y = top + picture.height + BETWEEN
    opening = svg_opening(WIDTH, y + LINE, f"Comparison of {view.a.label} and {view.b.label}")
    return page_environment(__package__).get_template("comparison.svg.j2").render(
        opening=opening, view=view, head=head, panels=panels, height=y + LINE, margin=MARGIN, line=LINE,
        title=TITLE, style=Markup(plot_style()),
    )  # fmt: skip


def _card(card: DraftCard) -> list[str]:
    scope = f"#{card.scope}" if card.scope else ""
    figures = f"{card.headed}, {counted(card.words, 'word', 'words')}"
    words = f"{card.side}  {card.label}{scope}: {figures}, sha256 {card.sha256[:12]}…"
    lines = textwrap.wrap(words, WIDEST, subsequent_indent="\u2003")
    return [*lines, *(line for loss in card.losses for line in textwrap.wrap(f"Error: {loss}", WIDEST))]


def _pictures(
    comparison: Comparison, view: ComparisonView
) -> Iterator[tuple[str, str, str, UnitMap | PairBars]]:
    yield (
        "Consonance by chapter",
        "Carried: of A’s weight, found in B. Derived: of B’s, found in A. Darker: no force word changed.",
        "bars",
        chapter_bars(view),
    )
    if view.units:
        yield (
            "Map of articles",
            "A left, B right, height by length. Pale: identical or renumbered. Dashed: moved, split, merged "
            "or rearranged. Without ribbon: added or deleted.",
            "map",
            comparison_map(comparison, view),
        )
    if view.profile:
        yield "Obligations", "How often each word stands in the drafts.", "bars", profile_bars(view.profile)
    if view.openness:
        yield (
            "Brackets",
            "Coloured: the share of the words that stand in square brackets.",
            "bars",
            open_place_bars(view.openness),
        )
