"""The labels that a browser puts before the items of HTML lists."""

from __future__ import annotations

import re
from typing import Any

from treatydiff.patterns import pattern_of
from treatydiff.reading.number_formats import format_number

_FORMATS: dict[str, str] = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "lower-russian": "russianLower",
}
"""Values of `type` and of `list-style-type`, as number formats."""

_STYLE = pattern_of(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_TYPED = pattern_of(r"\s*[\[(]?(?:\d{1,4}|[a-z]|[ivxl]{1,6})\s?(?:bis|ter)?[.)\]]|\s*[-–—•]\s", re.IGNORECASE)


def item_labels(list_element: Any) -> dict[Any, str]:
    """The label of each item of a list: "1." and the like, or "•".

    Empty where the list shows none (`list-style: none`) or where its items type their own.

    Args:
        list_element: an `ol` or `ul` element.
    """
    items = list(list_element.iterchildren("li"))
    style = _style_of(list_element)
    typed = sum(bool(_TYPED.match(item.text_content())) for item in items)
    if style == "none" or 2 * typed > len(items):
        return {}
    if list_element.tag == "ul":
        return dict.fromkeys(items, "•")
    if style in ("disc", "circle", "square"):
        return dict.fromkeys(items, "•")
    step = -1 if list_element.get("reversed") is not None else 1
    count = _whole(list_element.get("start"), len(items) if step < 0 else 1)
    labels: dict[Any, str] = {}
    for item in items:
        count = _whole(item.get("value"), count)
        number_format = _FORMATS.get(_style_of(item) or style or "decimal", "decimal")
        labels[item] = f"{format_number(count, number_format) or count}."
        count += step
    return labels


def _style_of(element: Any) -> str:
    said = _STYLE.search(element.get("style") or "")
    return said[1].lower() if said is not None else element.get("type") or ""


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"\s*-?\d{1,6}\s*", text) else otherwise
