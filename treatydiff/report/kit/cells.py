"""Text in the cells of spreadsheets, where some beginnings would be taken for a formula."""

from __future__ import annotations

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_FULL_WIDTH_STARTS = ("\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The same signs as Chinese and Japanese spreadsheets read them."""


def safe_cell(text: str) -> str:
    """Text that a spreadsheet shows and never computes.

    What would begin a formula gets an apostrophe before it, the spreadsheets' own sign for text;
    white space before such a sign does not hide it.

    Args:
        text: what the cell is to show.
    """
    bare = text.lstrip(" \u00a0\ufeff\u200b\u200e\u200f")
    risky = bare.startswith((*_FORMULA_STARTS, *_FULL_WIDTH_STARTS))
    return f"'{text}" if risky else text
