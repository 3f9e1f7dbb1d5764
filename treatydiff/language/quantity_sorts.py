"""What a quantity is to a reader: a duration, a threshold, a percentage, money, a date or a count."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.language.quantities import Quantity
from treatydiff.language.words.limits import LIMITS
from treatydiff.model import QuantitySort

_BEFORE, _BEHIND = 5, 6
"""Words around a number among which what makes it a threshold stands; 12 and 12 characters of Chinese."""


def quantity_sort(quantity: Quantity, keys: Sequence[str], language: str) -> QuantitySort:
    """The sort of a quantity.

    Durations, money and dates are what their unit says. A share or a count is a threshold where words of
    a limit stand beside it ("at least fifty", "two-thirds majority"); else it is a percentage or a count.

    Args:
        quantity: of a text.
        keys: the comparison keys of all words of that text.
        language: code of its language.
    """
    if quantity.kind in ("duration", "money", "date"):
        return quantity.kind
    if quantity.kind == "share" and quantity.unit == "%":
        return "percentage"
    if _limits(quantity, keys, language):
        return "threshold"
    return "percentage" if quantity.kind == "share" else "count"


def _limits(quantity: Quantity, keys: Sequence[str], language: str) -> bool:
    if language not in LIMITS:
        return False
    before, behind = LIMITS[language]
    glue, times = ("", 2) if language == "zh" else (" ", 1)
    ahead = glue.join(keys[max(0, quantity.first - _BEFORE * times) : quantity.first])
    after = glue.join(keys[quantity.last : quantity.last + _BEHIND * times])
    return before.search(ahead) is not None or behind.search(after) is not None
