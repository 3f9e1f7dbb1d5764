"""The table of terms as one HTML page without script. Imports jinja2; import it where needed."""

from __future__ import annotations

from markupsafe import Markup

from treatydiff.desk.terms.view import TermsView
from treatydiff.report.kit.page_parts import page_style
from treatydiff.report.kit.pages import page_environment


def terms_html(view: TermsView) -> str:
    """Deadlines and thresholds through drafts as one self-contained page.

    Args:
        view: what is said.
    """
    template = page_environment(__package__).get_template("terms.html.j2")
    return template.render(view=view, style=Markup(page_style()))
