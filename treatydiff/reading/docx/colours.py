"""Colours in which a Word document prints words, where nothing in it says what they mean.

Imported only when a Word document is read, since it needs lxml.
"""

from __future__ import annotations

import colorsys
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from treatydiff.language.words.colours import COLOUR_WORDS
from treatydiff.model import Block, Diagnostic
from treatydiff.reading.docx.styles import W, word_value

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_ENDING = {True: "(?:e?s)?", False: r"\w*"}
"""How a word may end: Latin ones in a plural, Cyrillic ones in any case."""
_LEAST_SATURATION = 0.25
_DARKEST = 0.25
"""Below them a colour is a grey or nearly black, and says nothing."""
_HUES: tuple[tuple[float, str], ...] = (
    (0.09, "red"), (0.2, "yellow"), (0.45, "green"), (0.72, "blue"), (0.94, "purple"), (1.01, "red"),
)  # fmt: skip
"""Where the hue of a colour ends (red is both ends of the circle), in turns."""
_HIGHLIGHTS: dict[str, str] = {
    "red": "red", "darkRed": "red", "yellow": "yellow", "darkYellow": "yellow", "green": "green",
    "darkGreen": "green", "blue": "blue", "darkBlue": "blue", "cyan": "blue", "darkCyan": "blue",
    "magenta": "purple", "darkMagenta": "purple",
}  # fmt: skip
"""The colours of Word's marker pen."""


def unexplained_colours(body: Any, blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """Colours set by hand on words of the text that no paragraph of it names.

    Colours of styles and of links are the look of a house and no convention of drafting.

    Args:
        body: the w:body element.
        blocks: what was read.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for run in body.iter(W + "r"):
        words = sum(len((each.text or "").split()) for each in run.iterchildren(W + "t"))
        if words and next(run.iterancestors(W + "hyperlink"), None) is None:
            for look in _looks(run.find(W + "rPr")):
                counts[look] += words
    if not counts:
        return
    text = "\n".join(block.text for block in blocks).lower()
    for (how, colour), words in sorted(counts.items()):
        if not _names(text, colour):
            yield Diagnostic(
                "colour_unexplained",
                "info",
                f"{words} words are {how} {colour}, and the draft does not say what that means",
            )


def _names(text: str, colour: str) -> bool:
    """Whether a text holds a word for a colour: "red" but not "reduce"; Chinese ones also inside of words."""
    return any(
        word in text if word >= "\u0600" else re.search(rf"\b{word}{_ENDING[word.isascii()]}\b", text)
        for word in COLOUR_WORDS[colour]
    )


def _looks(properties: Any) -> Iterator[tuple[str, str]]:
    """How a run is coloured by hand: its letters, the ground behind them."""
    printed = colour_name(word_value(properties, "color") or "")
    if printed:
        yield "printed in", printed
    marked = _HIGHLIGHTS.get(word_value(properties, "highlight") or "")
    marked = marked or colour_name(word_value(properties, "shd", "fill") or "")
    if marked:
        yield "marked in", marked


def colour_name(value: str) -> str:
    """The name of a colour, empty for black, white and greys.

    Args:
        value: six hexadecimal digits, red, green and blue, or a word such as "auto".
    """
    if not _HEX.fullmatch(value):
        return ""
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, brightness = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _LEAST_SATURATION or brightness < _DARKEST:
        return ""
    return next(name for end, name in _HUES if hue < end)
