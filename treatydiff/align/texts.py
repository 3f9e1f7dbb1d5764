"""How two texts of the law differ, as far as a relation depends on it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from treatydiff.language.tokenizer import pieces
from treatydiff.language.typography import fold
from treatydiff.patterns import pattern_of

_BRACKETS = pattern_of(r"[\[\]\uff3b\uff3d\u3010\u3011]")
_OPENING = pattern_of(r"[\[\uff3b\u3010]")


def joined(texts: Iterable[str]) -> str:
    """Texts one after another."""
    return " ".join(texts)


def bracket_count(text: str) -> int:
    """How many square brackets open in a text."""
    return len(_OPENING.findall(text))


@lru_cache(maxsize=4_096)
def _without_brackets(text: str) -> tuple[str, ...]:
    """Words and punctuation of a text whose square brackets are taken out."""
    return tuple(piece for piece in pieces(fold(_BRACKETS.sub(" ", text))) if not piece.isspace())


def amended(a: str, b: str) -> bool:
    """Whether two texts differ in more than typography and square brackets that were lifted."""
    return a != b and fold(a) != fold(b) and not brackets_lifted(a, b)


def brackets_lifted(a: str, b: str) -> bool:
    """Whether `b` is `a` with fewer square brackets and otherwise the same words and punctuation."""
    if bracket_count(b) >= bracket_count(a):
        return False
    return _without_brackets(a) == _without_brackets(b)
