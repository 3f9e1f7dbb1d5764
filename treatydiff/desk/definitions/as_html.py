"""Definitions as one HTML page without script. Imports jinja2; import it only where a report is made."""

from __future__ import annotations

from markupsafe import Markup

from treatydiff.desk.definitions.view import DefinitionsView
from treatydiff.report.kit.page_parts import page_style
from treatydiff.report.kit.pages import page_environment


def definitions_html(view: DefinitionsView) -> str:
    """Defined terms and what they reach, as one self-contained page.

    Args:
        view: what is said.
    """
    template = page_environment(__package__).get_template("definitions.html.j2")
    return template.render(view=view, style=Markup(page_style()))
