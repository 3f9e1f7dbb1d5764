from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.language.typography import fold, same_typographically


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“State Party”", '"State Party"'),
        ("« État partie »", '"État partie"'),
        ("the Party’s", "the Party's"),
        ("2019–2020", "2019-2020"),
        ("co‑operation", "co-operation"),
        ("a\u00a0b", "a b"),
        ("a  b\n", "a b"),
        ("ﬁnancial oﬃce", "financial office"),
        ("and so on…", "and so on..."),
        ("con\u00adfer\u200b", "confer"),
        ("cafe\u0301", "café"),
        ("Parties :", "Parties:"),
        ("the light- house", "the lighthouse"),
        ("the Keeper- General", "the Keeper-General"),
        ("co- operate", "cooperate"),
    ],
)
def test_typographic_variants_are_equal(a: str, b: str) -> None:
    assert same_typographically(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("State", "state"),
        ("shall", "may"),
        ("[a]", "a"),
        ("a, b", "a b"),
        ("(a)", "a"),
    ],
)
def test_other_differences_stay(a: str, b: str) -> None:
    assert not same_typographically(a, b)


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="ab1 \n;:\"'`-_(", max_size=12))
def test_plain_signs_fold_as_those_of_print_do(text: str) -> None:
    assert fold(text) == fold(
        text.translate({0x22: "\u201d", 0x27: "\u2019", 0x60: "\u2018", 0x2D: "\u2010"})
    )


def test_a_hyphen_between_letters_is_typography_and_one_between_figures_is_not() -> None:
    assert same_typographically("co-operate", "cooperate")
    assert not same_typographically("articles 5-7", "articles 57")
