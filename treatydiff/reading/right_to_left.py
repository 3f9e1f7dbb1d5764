"""Printed order to reading order for lines of Arabic: right to left, numbers and Latin turned back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from treatydiff.patterns import pattern_of

Item = TypeVar("Item")

ELONGATION = "\u200d"
"""Text of a stroke that only lengthens an Arabic word: it fills a gap and is no character."""

_RIGHT_TO_LEFT = pattern_of("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_YEH_WITHIN_WORDS = str.maketrans("\ufbfe\ufbff", "\ufef3\ufef4")
_NUMBER_JOINTS = frozenset(".,:/-–٫٬")
_MIRRORED = str.maketrans("()[]{}«»<>‹›", ")(][}{»«><›‹")


def direction(text: str) -> str:
    """The direction of a character: "R", "L", "N" for digits, "" for what takes its neighbours'.

    Args:
        text: one character, or the several letters of one glyph.
    """
    kind = unicodedata.bidirectional(text[0]) if text else ""
    if kind in ("R", "AL"):
        return "R"
    if kind in ("EN", "AN"):
        return "N"
    return "L" if kind == "L" else ""


def has_right_to_left(text: str) -> bool:
    """Whether any letter of a text is written from right to left.

    Args:
        text: any text.
    """
    return _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Whether most letters of a text are written from right to left.

    Args:
        text: any text.
    """
    if not has_right_to_left(text):
        return False
    sides = [direction(sign) for sign in text if sign.isalpha()]
    return 2 * sides.count("R") > len(sides) > 0


def reading_order(items: Sequence[Item], text_of: Callable[[Item], str]) -> list[Item]:
    """The pieces of a printed line, given from left to right, as they are read.

    Args:
        items: glyphs (and spaces) by ascending x.
        text_of: the text of an item.
    """
    if not has_right_to_left("".join(map(text_of, items))):
        return list(items)
    sides = [direction(text_of(item)) for item in items]
    turned = list(reversed(items))
    sides.reverse()
    if sides.count("R") >= sides.count("L"):
        return _turn_runs(turned, _left_to_right(sides, [text_of(item) for item in turned]))
    # A few words of Arabic in a Latin line: only they are turned.
    sides.reverse()
    return _turn_runs(list(items), _spans(sides, "R"))


def _left_to_right(sides: Sequence[str], texts: Sequence[str]) -> list[tuple[int, int]]:
    """Bounds of the pieces that keep their printed order inside a line of Arabic."""
    spans: list[tuple[int, int]] = []
    for start, end in _spans(sides, "LN"):
        if any(side == "L" for side in sides[start:end]):
            spans.append((start, end))
            continue
        # Digits alone: 5-7 and 3.14 are one number, "5 7" are two.
        first = start
        for at in range(start, end):
            if sides[at] != "N" and not (
                texts[at] in _NUMBER_JOINTS and sides[at - 1] == sides[at + 1] == "N"
            ):
                if first < at:
                    spans.append((first, at))
                first = at + 1
        spans.append((first, end))
    return spans


def _spans(sides: Sequence[str], wanted: str) -> list[tuple[int, int]]:
    """Maximal stretches that begin and end with a wanted side and hold no other letters."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    last = 0
    for at, side in enumerate(sides):
        if side and side in wanted:
            start = at if start is None else start
            last = at
        elif side and start is not None:
            spans.append((start, last + 1))
            start = None
    if start is not None:
        spans.append((start, last + 1))
    return spans


def _turn_runs(items: list[Item], spans: Sequence[tuple[int, int]]) -> list[Item]:
    for start, end in spans:
        items[start:end] = items[start:end][::-1]
    return items


def letters_of(text: str) -> str:
    """Arabic presentation forms as the letters that they stand for; other characters as they are.

    Args:
        text: the text of a glyph.
    """
    if text.isascii():
        return text
    if any("\ufb50" <= sign <= "\ufdff" or "\ufe70" <= sign <= "\ufeff" for sign in text):
        # Persian yeh has the same shape as yeh within a word, and some fonts are mapped to it.
        return unicodedata.normalize("NFKC", text.translate(_YEH_WITHIN_WORDS)).strip()
    return text


def mirrored(text: str) -> str:
    """A text with every bracket turned over.

    Args:
        text: any text.
    """
    return text.translate(_MIRRORED)


def brackets_are_turned(texts: Sequence[str]) -> bool:
    """Whether a page names the shape of its brackets instead of their meaning.

    Args:
        texts: lines in reading order; ")a(" is a turned pair.
    """
    right = turned = 0
    for text in texts:
        opening, closing = text.find("("), text.find(")")
        if opening >= 0 and closing >= 0:
            right += opening < closing
            turned += closing < opening
    return turned > right
