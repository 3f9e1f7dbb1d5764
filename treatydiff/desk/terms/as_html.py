"""The table of terms as one HTML page without script. Imports jinja2; import it where needed."""

from __future__ import annotations

from treatydiff.desk.terms.view import TermsView
from treatydiff.report.kit.pages import plain_page


def terms_html(view: TermsView) -> str:
    """Deadlines and thresholds through drafts as one self-contained page.

    Args:
        view: what is said.
    """
    return plain_page(__package__, "terms.html.j2", view)
