"""Changes without a matching proposal as one HTML page without script. Imports jinja2."""

from __future__ import annotations

from treatydiff.desk.unproposed.view import UnproposedView
from treatydiff.report.kit.pages import plain_page


def unproposed_html(view: UnproposedView) -> str:
    """Changes that no proposal accounts for as one self-contained page.

    Args:
        view: what is said.
    """
    return plain_page(__package__, "unproposed.html.j2", view)
