"""How a picture begins that stands in a file of its own."""

from __future__ import annotations

from markupsafe import Markup, escape

from treatydiff.naming.wording import printable


def svg_opening(width: float, height: float, label: str, style: str = "") -> Markup:
    """The opening tag of a picture.

    Args:
        width, height: its size in pixels.
        label: what it shows, for those who do not see it.
        style: its class, if it has one.
    """
    named = f' class="{style}"' if style else ""
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg"{named} role="img" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" aria-label="{escape(printable(label))}">'
    )
