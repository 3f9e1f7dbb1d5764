"""Short lines with the word of a heading and something like a number that no grammar reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from treatydiff.language.grammar import Grammar
from treatydiff.language.registry import get_language
from treatydiff.patterns import pattern_of
from treatydiff.structure.headings.candidates import QUOTES
from treatydiff.structure.headings.refusals import Refusal
from treatydiff.structure.lines import Line, ends_sentence

_LIKE_A_NUMBER = pattern_of(
    r"\s*(?:[§№#\[(…_.\s]{0,6}[A-Z0-9][\w.\-–/ ]{0,7}|"
    r"[\[(]?\s?(?:[…_]{1,6}|\.{2,6})\s?[\])]?|[\[(]\s?(?:[a-z]{1,2}|[#?]{1,3})?\s?[\])]|[ivxlc]{1,6}|[?#]{1,3})[\])]?"
    r"(?:\s?(?:bis|ter|quater))?\W{0,3}$"
)
_WATCHED = frozenset({"article"})
"""Kinds whose loss is said: units that a comparison would miss."""


def number_not_read(lines: Sequence[Line], at: int, grammar: Grammar) -> Refusal | None:
    """The refusal of a line that is an article's heading but for its number.

    Args:
        lines: the lines of a file.
        at: the number of the line.
        grammar: the grammar of the language.
    """
    line = lines[at]
    text = line.text
    if text[:1] in QUOTES or line.block.cell is not None or line.block.number:
        return None
    words = _words(grammar.code)
    found = words.match(text) if words is not None else None
    if (
        found is None
        or (ends_sentence(text) and not text.endswith((")", "]", "?")))
        or _LIKE_A_NUMBER.match(text, found.end()) is None
    ):
        return None
    return Refusal(line, "number_not_read", line.block.starts_paragraph is False and not line.styled)


@cache
def _words(language: str) -> re.Pattern[str] | None:
    words = [form.word for form in get_language(language).headings if form.kind in _WATCHED and form.word]
    return pattern_of(rf"[\[({{\s]*(?:{'|'.join(words)})(?![^\W\d_])") if words else None
