"""Headings that stand inside clauses: printed in the draft, though they were not read as headings."""

from __future__ import annotations

from functools import cached_property

from treatydiff.language.numerals import roman_value
from treatydiff.model import Draft
from treatydiff.patterns import pattern_of

_HEADING = pattern_of(
    r"(?:^|(?:[.;:]|(?<!\s)\n)\s*+|(?<!\s)\s{2,}+)(?P<kind>[^\W\d_a-z][^\W\d_]{3,9})\s+(?P<number>\d{1,3}[A-Za-z]?|[IVXLC]{1,7})"
    r"(?=\s*$|\s+[^\W\d_a-z]|\s*[.:–—-]\s)"
)
_DECIMAL = pattern_of(
    r"(?<![\w.,])(?<!ection )(?<!rticle )(?<!lause )(\d{1,2}(?:\.\d{1,2}){1,2})\.?\s+(?=[“\"(]?[A-ZА-Я])"
)
_KINDS = {
    "article": "article", "artículo": "article", "статья": "article", "rule": "rule", "regulation": "rule",
    "title": "title", "titre": "title", "título": "title", "chapter": "chapter", "chapitre": "chapter",
    "capítulo": "chapter", "part": "part", "partie": "part", "section": "section", "sección": "section",
    "annex": "annex", "annexe": "annex", "anexo": "annex",
}  # fmt: skip


class PrintedHeadings:
    """What a draft prints like a heading inside its clauses.

    Args:
        draft: the draft.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    @cached_property
    def _found(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (_KINDS.get(match["kind"].casefold(), ""), _plain(match["number"]))
            for node in self._draft.walk()
            for match in _HEADING.finditer(node.text)
        )

    @cached_property
    def _decimals(self) -> frozenset[str]:
        inside = {found[1] for node in self._draft.walk() for found in _DECIMAL.finditer(node.text)}
        return frozenset(inside | {node.number for node in self._draft.walk() if "." in node.number})

    def labels(self, number: str) -> bool:
        """Whether a decimal number stands like the label of a provision: "section 3.2" is 3.2 of section 3.

        Args:
            number: of a provision that is referred to.
        """
        return "." in number and number in self._decimals

    def has(self, kind: str, number: str) -> bool:
        """Whether a clause holds what looks like the heading of a provision.

        Args:
            kind: of the provision.
            number: canonical number.
        """
        return (kind, _plain(number)) in self._found


def _plain(number: str) -> str:
    value = roman_value(number) if number.isalpha() else None
    return str(value) if value is not None else number.casefold()
