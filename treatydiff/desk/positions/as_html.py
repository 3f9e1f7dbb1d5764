"""Positions as one HTML page without script. Imports jinja2; import it only where a report is made."""

from __future__ import annotations

from markupsafe import Markup

from treatydiff.desk.positions.view import PositionsView
from treatydiff.report.kit.page_parts import page_style
from treatydiff.report.kit.pages import page_environment


def positions_html(view: PositionsView) -> str:
    """Delegations and what drafts print of them, as one self-contained page.

    Args:
        view: what is said.
    """
    template = page_environment(__package__).get_template("positions.html.j2")
    return template.render(view=view, style=Markup(page_style()))
