"""Definitions as one HTML page without script. Imports jinja2; import it only where a report is made."""

from __future__ import annotations

from treatydiff.desk.definitions.view import DefinitionsView
from treatydiff.report.kit.pages import plain_page


def definitions_html(view: DefinitionsView) -> str:
    """Defined terms and what they reach, as one self-contained page.

    Args:
        view: what is said.
    """
    return plain_page(__package__, "definitions.html.j2", view)
