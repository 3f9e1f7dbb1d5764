"""What stands in brackets, round or square: one language prints round ones where another has square ones."""

from __future__ import annotations

_PAIRS = {"(": ")", "[": "]", "（": "）", "［": "］", "【": "】", "〔": "〕"}
_ROUND = "(（"


def alike_in_brackets(one: str, other: str) -> bool:
    """Whether two versions of a clause enclose as much, whatever brackets they print for it.

    Counted are all round and square brackets, or those that hold more than a label or a word:
    "(article 29(2))" is "[article 29, paragraphe 2]".

    Args:
        one, other: the texts.
    """
    return _opened(one) == _opened(other) or _enclosures(one) == _enclosures(other)


def _opened(text: str) -> int:
    return sum(text.count(sign) for sign in _PAIRS)


def _enclosures(text: str) -> int:
    """The square brackets, and the round ones that hold several words."""
    opened: list[tuple[str, int]] = []
    count = 0
    for at, sign in enumerate(text):
        if sign in _PAIRS:
            opened.append((sign, at))
            count += sign not in _ROUND
        elif opened and sign == _PAIRS[opened[-1][0]]:
            opening, start = opened.pop()
            count += opening in _ROUND and len(text[start + 1 : at].split()) > 1
    return count
