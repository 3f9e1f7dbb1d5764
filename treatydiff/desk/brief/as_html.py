"""A brief as one HTML page without script, to be printed on A4. Imports jinja2; import it where needed."""

from __future__ import annotations

from treatydiff.desk.brief.view import BriefView
from treatydiff.report.kit.pages import plain_page


def brief_html(view: BriefView) -> str:
    """A brief as one self-contained page.

    Args:
        view: what is said.
    """
    return plain_page(__package__, "brief.html.j2", view)
