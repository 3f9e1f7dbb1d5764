"""Rules of structure that need one line or two: what joins, what hangs, which tables hold articles."""

from __future__ import annotations

import pytest

from tests.structure.drafting import lined
from treatydiff.language.registry import get_language
from treatydiff.model import Block, Run
from treatydiff.structure import paragraphs, tables
from treatydiff.structure.readings import project

GRAMMAR = get_language("en")


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("oil", "lamp", True),
        ("l", "o", True),
        ("灯oil", "5", True),
        ("oil灯", "lamp", False),
        ("oil", "灯lamp", False),
        ("oil-", "lamp", False),
        ("oil", "-lamp", False),
    ],
)
def test_words_of_latin_letters_stand_apart_in_chinese(left: str, right: str, apart: bool) -> None:
    assert paragraphs._latin_boundary(left, right) is apart


@pytest.mark.parametrize(
    ("first", "x0", "gap", "hangs"),
    [
        ("1. Oil", 76.1, 0.0, True),
        ("1. Oil", 76.0, 0.0, False),
        ("(a) Oil", 90.0, 0.3, True),
        ("(a) Oil", 90.0, 0.31, False),
        ("Oil", 90.0, 0.0, False),
    ],
)
def test_what_hangs_below_a_label(first: str, x0: float, gap: float, hangs: bool) -> None:
    line = lined("lamps and their oil", x0=x0, x1=400.0, gap=gap)
    assert paragraphs._hangs(lined(first, x0=70.0, x1=400.0), line, GRAMMAR) is hangs


def cells(*rows: tuple[str, str]) -> list[Block]:
    """A table of two columns; empty cells print nothing."""
    return [
        Block(2 * number + at, (Run(text),), cell=(0, number, at))
        for number, row in enumerate(rows)
        for at, text in enumerate(row)
        if text
    ]


ONE, TWO = ("Article 1", "Keepers light the lamps."), ("Article 2", "Keepers buy the oil.")


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([ONE, TWO], True),
        ([ONE], False),
        ([ONE, TWO, ("Oil", "It burns.")], False),
        ([ONE, TWO, ("", "It burns.")], True),
        ([ONE, TWO, ("CHAPTER II", "LAMPS")], True),
        ([ONE, ("Article 2", "Oil")], False),
        ([ONE, TWO, ("Article 3", "Oil")], True),
        ([ONE, ("Article 2", "")], False),
        ([("Chapter I", "Keepers light."), ("Chapter II", "Keepers buy.")], False),
    ],
)
def test_tables_that_set_articles_beside_their_words(rows: list[tuple[str, str]], found: bool) -> None:
    assert tables._sets_articles_beside_words(cells(*rows), GRAMMAR) is found


@pytest.mark.parametrize(
    ("text", "signs", "expected"),
    [
        ("oil[s]", [3, 5], "oils"),
        ("[oil][lamp]", [0, 4, 5, 10], "oil lamp"),
        ("oil [lamp]", [4, 9], "oil lamp"),
        ("oil[ lamp]", [3, 9], "oil lamp"),
        ("oil [", [4], "oil"),
        ("oil [, fog", [4], "oil, fog"),
    ],
)
def test_a_text_without_its_brackets(text: str, signs: list[int], expected: str) -> None:
    assert project(text, [], signs).text == expected


@pytest.mark.parametrize(
    ("text", "gone", "expected"),
    [
        ("oil, fog, ice", (3, 8), "oil, ice"),
        ("oil, fog.", (4, 8), "oil."),
        ("oil fog ice", (4, 7), "oil ice"),
        ("oil fog", (3, 7), "oil"),
        ("oil fog", (0, 3), "fog"),
    ],
)
def test_a_text_without_some_of_its_words(text: str, gone: tuple[int, int], expected: str) -> None:
    assert project(text, [gone], []).text == expected
