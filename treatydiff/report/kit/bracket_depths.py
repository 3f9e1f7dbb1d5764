"""Brackets in HTML: signs, and the words that they enclose, in elements of a class for their depth.

Imports markupsafe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from markupsafe import Markup, escape

from treatydiff.model import CLOSING_BRACKETS, OPENING_BRACKETS
from treatydiff.naming.wording import printable
from treatydiff.patterns import pattern_of
from treatydiff.report.kit.pieces import Passage

DEEPEST = 4
"""Depth from which on classes repeat the last one."""

_SIGNS = pattern_of(rf"([{re.escape(OPENING_BRACKETS + CLOSING_BRACKETS)}])")
_P = TypeVar("_P", bound=Passage)


def with_depths(passages: Sequence[_P]) -> Iterator[tuple[_P, Markup]]:
    """Passages with their text as HTML, the brackets of either side nested for themselves.

    Args:
        passages: the runs of one clause, or of one side of it.
    """
    depth = {"delete": 0, "insert": 0}
    for passage in passages:
        sides = ("insert", "delete") if passage.op == "equal" else (passage.op,)
        html: list[Markup] = []
        for part in _SIGNS.split(printable(passage.text)):
            if part and part in OPENING_BRACKETS:
                for side in sides:
                    depth[side] += 1
                html.append(_sign(part, depth[sides[0]]))
            elif part and part in CLOSING_BRACKETS:
                html.append(_sign(part, depth[sides[0]]))
                for side in sides:
                    depth[side] = max(0, depth[side] - 1)
            elif part:
                html.append(_enclosed(part, depth[sides[0]]))
        yield passage, Markup("").join(html)


def _enclosed(words: str, depth: int) -> Markup:
    if depth < 1:
        return escape(words)
    return Markup('<span class="in-{}">{}</span>').format(min(depth, DEEPEST), words)


def _sign(char: str, depth: int) -> Markup:
    return Markup('<span class="bracket-{}">{}</span>').format(min(max(depth, 1), DEEPEST), char)
