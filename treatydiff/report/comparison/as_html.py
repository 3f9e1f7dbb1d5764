"""A comparison as one HTML page that needs nothing beside it: no request, readable without script.

Imports jinja2; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Collection

from markupsafe import Markup

from treatydiff.model import Comparison, Draft, EditClass
from treatydiff.naming.citations import places_of
from treatydiff.naming.number_words import number_words
from treatydiff.naming.wording import RELATION_MEANINGS
from treatydiff.report.comparison.pictures.pair_bars import open_place_bars, profile_bars
from treatydiff.report.comparison.pictures.unit_map import UnitMap, unit_map
from treatydiff.report.comparison.row_facts import page_facts
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import ClauseView, ComparisonView, UnitView
from treatydiff.report.kit.frame import SiteFrame
from treatydiff.report.kit.page_parts import page_script, page_style
from treatydiff.report.kit.pages import page_environment, weight


def comparison_html(
    comparison: Comparison, *, only: Collection[EditClass] = (), frame: SiteFrame | None = None
) -> str:
    """A comparison as one self-contained HTML page.

    The text of the drafts is escaped; a content security policy lets nothing load and only the
    page's own script run, which the page can do without.

    Args:
        comparison: the result of the pipeline.
        only: the classes of edits whose clauses are laid open; all but typographic ones if empty.
        frame: the site that the page is part of, if it is.
    """
    return page_of_comparison(comparison, comparison_view(comparison, only=only), frame)


def page_of_comparison(comparison: Comparison, view: ComparisonView, frame: SiteFrame | None) -> str:
    """The page of a comparison whose view is at hand already.

    Args:
        comparison: the result of the pipeline.
        view: what is said of it.
        frame: the site that the page is part of, if it is.
    """
    script, script_hash = page_script(__package__, *_SCRIPT)
    return page_environment(__package__).get_template("comparison.html.j2").render(
        view=view,
        facts=page_facts(comparison, view),
        numbers=number_words(),
        map=comparison_map(comparison, view),
        opened=open_place_bars(view.openness),
        profile=profile_bars(view.profile or ()),
        meanings=RELATION_MEANINGS,
        style=Markup(page_style(in_site=frame is not None)),
        script=script,
        script_hash=script_hash,
        frame=frame,
        only_minor=_only_minor,
        only_minor_in=_only_minor_in,
    )  # fmt: skip


_SCRIPT = (
    "page_words.js", "page_numbers.js", "page_address.js", "page_rail.js", "page_copying.js", "page_steps.js",
    "page.js",
)  # fmt: skip
"""The script of the page: what looks for words, knows numbers, holds the address; then what works it."""


def _only_minor(clause: ClauseView) -> bool:
    """Whether every change of a clause is consequential, editorial or typographic."""
    return all(weight(each.class_).endswith(" minor") for each in clause.passages if each.op != "equal")


def _only_minor_in(unit: UnitView) -> bool:
    return all(_only_minor(clause) for clause in unit.clauses if clause.changed)


def comparison_map(comparison: Comparison, view: ComparisonView) -> UnitMap:
    """The map of the articles of a comparison."""
    return unit_map(view.units, _lengths(comparison.a), _lengths(comparison.b))


def _lengths(draft: Draft) -> list[tuple[str, int, str]]:
    places = places_of(draft)
    return [(unit.id, sum(len(leaf.text) for leaf in unit.clauses()), places[unit.id].label)
            for unit in draft.units()]  # fmt: skip
