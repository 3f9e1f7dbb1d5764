"""When two numbers of provisions are the same number."""

from __future__ import annotations

from functools import lru_cache

from treatydiff.language.numerals import ascii_digits
from treatydiff.model import Provision
from treatydiff.patterns import pattern_of

_PARTS = pattern_of(r"\d+|[^\W\d_]+")
_ID_TAIL = pattern_of(r"^[a-z]+_(?P<number>.*?)(?:-\d+)?$")


@lru_cache(maxsize=8_192)
def number_form(number: str) -> tuple[str, ...]:
    """A number without regard to case, spacing, punctuation and the place of its suffix: figures first.

    "3 bis" and "3bis" have one form, and so have "ante 58" and "58 ante", "(a)" and "a)".
    """
    parts = _PARTS.findall(number.casefold())
    figures = [ascii_digits(part).lstrip("0") or "0" for part in parts if part.isdecimal()]
    return (*figures, *(part for part in parts if not part.isdecimal()))


def same_number(a: Provision, b: Provision) -> bool:
    """Whether two provisions bear the same number, as printed or in the canonical form of their ids.

    The ids decide where a number is printed as a word or with other signs than figures ("premier").
    """
    form_a, form_b = number_form(a.number), number_form(b.number)
    if form_a == form_b:
        return True
    if not form_a or not form_b or (form_a[0].isdecimal() and form_b[0].isdecimal()):
        return False
    tail_a, tail_b = (_ID_TAIL.match(node.id.rsplit("__", 1)[-1]) for node in (a, b))
    return bool(tail_a and tail_b and tail_a["number"] == tail_b["number"])
