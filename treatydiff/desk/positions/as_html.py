"""Positions as one HTML page without script. Imports jinja2; import it only where a report is made."""

from __future__ import annotations

from treatydiff.desk.positions.view import PositionsView
from treatydiff.report.kit.pages import plain_page


def positions_html(view: PositionsView) -> str:
    """Delegations and what drafts print of them, as one self-contained page.

    Args:
        view: what is said.
    """
    return plain_page(__package__, "positions.html.j2", view)
