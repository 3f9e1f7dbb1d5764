"""Red lines as one HTML page without script. Imports jinja2; import it only where a report is made."""

from __future__ import annotations

from markupsafe import Markup

from treatydiff.desk.watch.view import WatchView
from treatydiff.report.kit.page_parts import page_style
from treatydiff.report.kit.pages import page_environment


def watch_html(view: WatchView) -> str:
    """Red lines through drafts as one self-contained page, the broken ones first.

    Args:
        view: what is said.
    """
    template = page_environment(__package__).get_template("watch.html.j2")
    return template.render(view=view, style=Markup(page_style()))
