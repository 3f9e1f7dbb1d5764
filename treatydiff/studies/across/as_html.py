"""A comparison across languages as one HTML page without script. Imports jinja2; import it where needed."""

from __future__ import annotations

from markupsafe import Markup

from treatydiff.report.kit.page_parts import page_style
from treatydiff.report.kit.pages import page_environment
from treatydiff.studies.across.view import AcrossView


def across_html(view: AcrossView) -> str:
    """Two drafts in different languages side by side as one self-contained page.

    Args:
        view: what is said.
    """
    template = page_environment(__package__).get_template("across.html.j2")
    return template.render(view=view, style=Markup(page_style()))
