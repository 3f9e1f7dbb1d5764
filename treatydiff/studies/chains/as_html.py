"""Trace and blame as HTML pages that need nothing beside them. Imports jinja2; import it where needed."""

from __future__ import annotations

from markupsafe import Markup

from treatydiff.report.kit.frame import SiteFrame
from treatydiff.report.kit.page_parts import page_style
from treatydiff.report.kit.pages import page_environment
from treatydiff.studies.chains.blame_view import BlameView
from treatydiff.studies.chains.trace_view import TraceView

DARKEST = 36
"""Percents of the accent colour in the ground of the words that first stand in the final text."""


def trace_html(view: TraceView, *, links: object = None, frame: SiteFrame | None = None) -> str:
    """The way of a provision as one self-contained HTML page without script.

    Args:
        view: what is said.
        links: where the page leads, where it is the history of an article in a site.
        frame: the site that the page is part of, if it is.
    """
    style = Markup(page_style(in_site=frame is not None))
    template = page_environment(__package__).get_template("trace.html.j2")
    return template.render(view=view, style=style, frame=frame, links=links)


def blame_html(view: BlameView) -> str:
    """The blame of a final text as one self-contained HTML page without script.

    Args:
        view: what is said.
    """
    template = page_environment(__package__).get_template("blame.html.j2")
    grounds = Markup("\n").join(_ground(at, len(view.shares)) for at in range(len(view.shares)))
    return template.render(view=view, style=Markup(page_style()), colours=grounds)


def _ground(at: int, drafts: int) -> Markup:
    """The ground of the words of a draft: none for the earliest, the darkest for the final text."""
    share = DARKEST * at // max(1, drafts - 1)
    mixed = f"color-mix(in srgb, var(--accent) {share}%, transparent)"
    bar = f"color-mix(in srgb, var(--accent) {share * 2}%, var(--wash))"
    return Markup(".ground-{at} {{ background: {mixed}; }} .from-{at} {{ fill: {bar}; }}").format(
        at=at, mixed=mixed, bar=bar
    )
