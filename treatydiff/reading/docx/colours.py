"""Colours in which a Word document prints words.

Imported only when a Word document is read, since it needs lxml.
"""

from __future__ import annotations

from typing import Any

from treatydiff.patterns import pattern_of
from treatydiff.reading.colour_names import name_of_colour
from treatydiff.reading.docx.styles import W, word_value

_HEX = pattern_of(r"[0-9A-Fa-f]{6}")
_HIGHLIGHTS: dict[str, str] = {
    "red": "red", "darkRed": "red", "yellow": "yellow", "darkYellow": "yellow", "green": "green",
    "darkGreen": "green", "blue": "blue", "darkBlue": "blue", "cyan": "blue", "darkCyan": "blue",
    "magenta": "purple", "darkMagenta": "purple",
}  # fmt: skip
"""The colours of Word's marker pen."""


def colours_of(run: Any) -> tuple[str, str]:
    """The names of the colours that are set by hand on a run: of its letters, of the ground behind them.

    Colours of styles and of links are the look of a house and no convention of drafting.

    Args:
        run: the w:r element.
    """
    properties = run.find(W + "rPr")
    if properties is None:
        return "", ""
    printed = colour_name(word_value(properties, "color") or "")
    ground = _HIGHLIGHTS.get(word_value(properties, "highlight") or "", "")
    ground = ground or colour_name(word_value(properties, "shd", "fill") or "")
    if (printed or ground) and next(run.iterancestors(W + "hyperlink"), None) is not None:
        return "", ""
    return printed, ground


def colour_name(value: str) -> str:
    """The name of a colour, empty for black, white and greys.

    Args:
        value: six hexadecimal digits, red, green and blue, or a word such as "auto".
    """
    if not _HEX.fullmatch(value):
        return ""
    return name_of_colour(*(int(value[at : at + 2], 16) / 255 for at in (0, 2, 4)))
