"""Brackets in pictures, as one SVG: the curve of a chain, then how open every article of each draft is.

Imports jinja2; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from treatydiff.naming.openness import openness_words
from treatydiff.records import dataclass
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.page_parts import plot_style
from treatydiff.report.kit.pages import page_environment
from treatydiff.report.kit.svg import svg_opening
from treatydiff.studies.brackets.as_html import Bars, Curve, convergence_curve, openness_bars
from treatydiff.studies.brackets.view import BracketsView

MARGIN, BETWEEN, TITLE = 24.0, 34.0, 18.0


@dataclass(frozen=True, slots=True)
class BracketPanel:
    """One picture of several on a sheet, and its place from the top."""

    title: str
    note: str
    kind: str
    picture: Curve | Bars
    y: float


def brackets_svg(view: BracketsView) -> str:
    """Brackets as SVG.

    Args:
        view: what is said.
    """
    panels = []
    y = MARGIN
    for title, note, kind, picture in _pictures(view):
        panels.append(BracketPanel(title, note, kind, picture, y))
        y += 2 * TITLE + picture.height + BETWEEN
    width, height = max(panel.picture.width for panel in panels) + 2 * MARGIN, y + TITLE
    label = f"Brackets: {' → '.join(draft.card.label for draft in view.drafts)}"
    return page_environment(__package__).get_template("brackets.svg.j2").render(
        opening=svg_opening(width, height, label), panels=panels, height=height, margin=MARGIN, title=TITLE,
        tool=TOOL, style=Markup(plot_style()),
    )  # fmt: skip


def _pictures(view: BracketsView) -> Iterator[tuple[str, str, str, Curve | Bars]]:
    if len(view.drafts) > 1:
        note = "Open brackets, draft by draft; below each draft the share of its words that stands in them."
        yield "Convergence", note, "curve", convergence_curve(view.drafts)
    for draft in view.drafts:
        yield f"How open {draft.card.label} is", openness_words(draft.whole), "bars", openness_bars(draft)
