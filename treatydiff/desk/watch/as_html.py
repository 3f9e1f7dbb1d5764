"""Red lines as one HTML page without script. Imports jinja2; import it only where a report is made."""

from __future__ import annotations

from treatydiff.desk.watch.view import WatchView
from treatydiff.report.kit.pages import plain_page


def watch_html(view: WatchView) -> str:
    """Red lines through drafts as one self-contained page, the broken ones first.

    Args:
        view: what is said.
    """
    return plain_page(__package__, "watch.html.j2", view)
