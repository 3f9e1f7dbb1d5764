"""A concordance table as one self-contained HTML page. Imports jinja2; import it where needed."""

from __future__ import annotations

from markupsafe import Markup

from treatydiff.report.kit.page_parts import page_style
from treatydiff.report.kit.pages import page_environment
from treatydiff.studies.chains.concordance_view import ConcordanceView


def concordance_html(view: ConcordanceView) -> str:
    """A concordance table as one self-contained HTML page without script.

    Args:
        view: what is said, with the text of the clauses.
    """
    template = page_environment(__package__).get_template("concordance.html.j2")
    return template.render(view=view, style=Markup(page_style()))
