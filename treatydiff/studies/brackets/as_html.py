"""Brackets as one HTML page: how open every article is, the curve of a chain, the fates.

Imports jinja2; import it only where a report is made.
"""

from __future__ import annotations

from markupsafe import Markup

from treatydiff.naming.openness import openness_words
from treatydiff.naming.wording import counted, percent
from treatydiff.records import dataclass
from treatydiff.report.kit.page_parts import page_style
from treatydiff.report.kit.pages import page_environment
from treatydiff.studies.brackets.model import FATE_MEANINGS, FATE_WORDS
from treatydiff.studies.brackets.view import BracketsView, DraftOpenness, shortened, totals_words

_LEFT, _LONGEST, _ROW, _WIDTH = 150.0, 420.0, 15, 680
_CURVE_HEIGHT, _CURVE_TOP = 174, 24


@dataclass(frozen=True, slots=True)
class OpennessBar:
    """One article's bar: place from the top, lengths of the parts for brackets and for options."""

    label: str
    caption: str
    figures: str
    y: int
    length: float
    options: float


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of one draft, in units of the picture."""

    width: int
    height: int
    left: float
    longest: float
    rows: tuple[OpennessBar, ...]


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One draft on the curve."""

    x: float
    y: float
    label_y: float
    number: int
    share: str
    name: str


@dataclass(frozen=True, slots=True)
class Curve:
    """Open brackets from draft to draft, and the share of words that stands in them below each."""

    width: int
    height: int
    base: int
    brackets: str
    points: tuple[CurvePoint, ...]


def brackets_html(view: BracketsView) -> str:
    """Brackets as one self-contained HTML page without script.

    Args:
        view: what is said.
    """
    return page_environment(__package__).get_template("brackets.html.j2").render(
        view=view,
        style=Markup(page_style()),
        curve=convergence_curve(view.drafts) if len(view.drafts) > 1 else None,
        maps=[(draft, openness_bars(draft)) for draft in view.drafts],
        meanings=FATE_MEANINGS,
        fate_words=FATE_WORDS,
        totals=totals_words,
        words=openness_words,
        percent=percent,
    )  # fmt: skip


def openness_bars(draft: DraftOpenness) -> Bars:
    """The bars of a draft: its units with something open, in text order."""
    rows = [
        row for row in draft.rows if row.place.kind not in ("part", "title", "chapter", "section", "annex")
    ]
    most = max((row.place.openness.brackets + row.place.openness.options for row in rows), default=1)
    bars = []
    for number, row in enumerate(rows):
        here = row.place.openness
        share = f", {percent(here.share)}" if here.bracketed_words else ""
        bars.append(
            OpennessBar(
                shortened(row.label, 26),
                f"{row.label}: {counted(here.brackets, 'bracket', 'brackets')}, "
                f"{counted(here.options, 'option', 'options')}{share}",
                f"{here.brackets}{f' + {here.options}' if here.options else ''}{share}",
                number * _ROW,
                _LONGEST * here.brackets / most,
                _LONGEST * here.options / most,
            )
        )
    return Bars(_WIDTH, max(1, len(rows)) * _ROW, _LEFT, _LONGEST, tuple(bars))


def convergence_curve(drafts: tuple[DraftOpenness, ...]) -> Curve:
    """The curve of a chain of at least two drafts."""
    most = max((draft.whole.brackets for draft in drafts), default=0) or 1
    base = _CURVE_HEIGHT - 38
    step = (_WIDTH - 160) / (len(drafts) - 1)
    points = []
    for number, draft in enumerate(drafts):
        x = round(80 + number * step, 1)
        y = round(base - (base - _CURVE_TOP) * draft.whole.brackets / most, 1)
        points.append(
            CurvePoint(
                x, y, y - 8, draft.whole.brackets, f"{percent(draft.whole.share or 0.0)} of words",
                shortened(draft.card.label, 22),
            )
        )  # fmt: skip
    return Curve(
        _WIDTH, _CURVE_HEIGHT, base,
        " ".join(f"{point.x},{point.y}" for point in points),
        tuple(points),
    )  # fmt: skip
