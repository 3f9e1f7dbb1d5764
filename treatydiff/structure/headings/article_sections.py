"""Sections inside articles: "ARTICLE V / Section 1. Each member …", as statutes of funds and banks have."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from treatydiff.language.numbers import number_value
from treatydiff.structure.headings.headings import Heading
from treatydiff.structure.labels import read_label

_FEWEST = 2
"""Articles that begin with a first section from which sections are taken for parts of articles."""


def without_article_sections(headings: Sequence[Heading], language: str) -> list[Heading]:
    """The headings without those of sections that divide articles; these are labels of paragraphs.

    Sections divide articles where at least two articles begin with a first section, or one whose text
    stands on its line, and no section begins with an article.

    Args:
        headings: those of a file with their titles, in order.
        language: code of its language.
    """
    begun = 0
    for one, other in pairwise(headings):
        if other.first != one.last or one.body is not None:
            continue
        if one.kind == "article" and other.kind == "section":
            first = number_value(other.number, language) == 1
            # Only a section of an article has its text on its line.
            begun += first * (_FEWEST if other.body is not None else 1)
        elif one.kind == "section" and other.kind == "article":
            return list(headings)
    if begun < _FEWEST:
        return list(headings)
    return [each for each in headings if each.kind != "section" or not _is_labelled(each, language)]


def _is_labelled(heading: Heading, language: str) -> bool:
    label = read_label(heading.line.text, language)
    return label is not None and label.family == "digit"
