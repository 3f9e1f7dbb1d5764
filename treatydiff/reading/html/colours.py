"""Colours that the elements of an HTML page set by hand on their words."""

from __future__ import annotations

import re
from typing import Any

from treatydiff.patterns import pattern_of
from treatydiff.reading.colour_names import name_of_colour

_NAMED: dict[str, str] = {
    "red": "ff0000", "darkred": "8b0000", "crimson": "dc143c", "maroon": "800000", "firebrick": "b22222",
    "orange": "ffa500", "gold": "ffd700", "yellow": "ffff00", "green": "008000", "lime": "00ff00",
    "darkgreen": "006400", "limegreen": "32cd32", "lightgreen": "90ee90", "seagreen": "2e8b57",
    "blue": "0000ff", "navy": "000080", "darkblue": "00008b", "royalblue": "4169e1", "lightblue": "add8e6",
    "aqua": "00ffff", "cyan": "00ffff", "teal": "008080", "purple": "800080", "indigo": "4b0082",
    "magenta": "ff00ff", "fuchsia": "ff00ff", "violet": "ee82ee",
}  # fmt: skip
"""The words of CSS for the colours that editors offer."""
_PRINTED = pattern_of(r"(?:^|;)\s*+color\s*+:\s*+([^;]{1,60})", re.IGNORECASE)
_GROUND = pattern_of(r"(?:^|;)\s*+background(?:-color)?\s*+:\s*+([^;]{1,60})", re.IGNORECASE)
_HEX = pattern_of(r"#(?:[0-9a-f]{3}){1,2}(?![0-9a-f])", re.IGNORECASE)
_SHARES = pattern_of(r"rgba?\(\s*(\d{1,3})\D{1,3}(\d{1,3})\D{1,3}(\d{1,3})\D", re.IGNORECASE)
_OF_THE_HOUSE = frozenset(("a", "h1", "h2", "h3", "h4", "h5", "h6", "th", "body", "html", "table"))
"""Elements whose colour is the look of a site."""


def colours_of(element: Any, tag: str) -> tuple[str, str]:
    """The names of the colours that an element sets: of its letters, of the ground behind them.

    Args:
        element: the element.
        tag: its name.
    """
    if tag in _OF_THE_HOUSE:
        return "", ""
    css = element.get("style") or ""
    printed, ground = _PRINTED.search(css), _GROUND.search(css)
    colour = printed.group(1) if printed else (element.get("color") or "") if tag == "font" else ""
    behind = ground.group(1) if ground else "yellow" if tag == "mark" else ""
    return _name(colour), _name(behind)


def _name(value: str) -> str:
    word = value.strip().split(" ", 1)[0].lower()
    found = _HEX.match(f"#{_NAMED[word]}" if word in _NAMED else word)
    if found is not None:
        digits = found.group().removeprefix("#")
        wide = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
        return name_of_colour(*(int(wide[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    shares = _SHARES.match(value.strip())
    return name_of_colour(*(min(int(share), 255) / 255 for share in shares.groups())) if shares else ""
