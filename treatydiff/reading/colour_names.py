"""How a colour is called: red, yellow, green, blue or purple, and nothing for black, white and greys."""

from __future__ import annotations

import colorsys

_LEAST_SATURATION = 0.25
_DARKEST = 0.25
"""Below them a colour is a grey or nearly black, and says nothing."""
_HUES: tuple[tuple[float, str], ...] = (
    (0.09, "red"), (0.2, "yellow"), (0.45, "green"), (0.72, "blue"), (0.94, "purple"), (1.01, "red"),
)  # fmt: skip
"""Where the hue of a colour ends (red is both ends of the circle), in turns."""


def name_of_colour(red: float, green: float, blue: float) -> str:
    """The name of a colour; empty for black, white and greys.

    Args:
        red, green, blue: shares from 0 to 1.
    """
    hue, saturation, brightness = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _LEAST_SATURATION or brightness < _DARKEST:
        return ""
    return next(name for end, name in _HUES if hue < end)


def name_of_ink(colour: object) -> str:
    """The name of a colour as a PDF sets it: a grey, or shares of red, green and blue, or of four inks.

    Args:
        colour: a number, three or four of them; anything else (a pattern) has no name.
    """
    if not isinstance(colour, tuple) or not all(isinstance(share, int | float) for share in colour):
        return ""
    shares = [min(1.0, max(0.0, float(share))) for share in colour]
    if len(shares) == 4:
        *inks, black = shares
        shares = [(1 - ink) * (1 - black) for ink in inks]
    return name_of_colour(*shares) if len(shares) == 3 else ""
