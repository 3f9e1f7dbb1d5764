"""A brief as one HTML page without script, to be printed on A4. Imports jinja2; import it where needed."""

from __future__ import annotations

from markupsafe import Markup

from treatydiff.desk.brief.view import BriefView
from treatydiff.report.kit.page_parts import page_style
from treatydiff.report.kit.pages import page_environment


def brief_html(view: BriefView) -> str:
    """A brief as one self-contained page.

    Args:
        view: what is said.
    """
    template = page_environment(__package__).get_template("brief.html.j2")
    return template.render(view=view, style=Markup(page_style()))
