from __future__ import annotations

import re
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.language.tokenizer import (
    _IDEOGRAPHS,
    _ZERO_WIDTH,
    _is_plain,
    _patterns,
    pieces,
    word_count,
    words,
)

TREATY_CHARACTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab Z[]().,;-'’“”–\n\t\u00a0\u00ad\u0301\u200b第五条\U00020000مادةЯé12ﬁ"),
        st.characters(exclude_categories=("Cs",)),
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Each State Party shall", ["each", "state", "party", "shall"]),
        ("anti-corruption measures", ["anti-corruption", "measures"]),
        ("a State’s own", ["a", "state's", "own"]),
        ("the States’ duty", ["the", "states", "duty"]),
        ("l’État partie", ["l", "état", "partie"]),
        ("within 30-day limits, 2019-2020", ["within", "30-day", "limits", "2019", "2020"]),
        ("1,500.50 dollars, then", ["1,500.50", "dollars", "then"]),
        ("co‑operation by e-mail", ["co-operation", "by", "e-mail"]),
        ("[shall][should] con\u00adfer", ["shall", "should", "confer"]),
        ("ﬁnal Straße", ["final", "strasse"]),
        ("第五条规定", ["第", "五", "条", "规", "定"]),
        ("cafe\u0301", ["café"]),
        ("the light- house of", ["the", "light-house", "of"]),
        ("the Keeper- General and", ["the", "keeper-general", "and"]),
        ("pre- and post-season", ["pre", "and", "post-season"]),
        ("short- to long-term", ["short", "to", "long-term"]),
        ("sub- ou supra-national", ["sub", "ou", "supra-national"]),
        ("the years 2019- 2020", ["the", "years", "2019", "2020"]),
        ("the lamp - the oil", ["the", "lamp", "the", "oil"]),
        ("", []),
        ("— … [ ]", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [word.key for word in words(text)] == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("The lamp-oil of the State’s keepers.", 6),
        ("灯塔，灯油", 4),
        ("§ 3 – (a)", 2),
        ("灯塔 lamp", 3),
        ("L’État partie s’engage à l’éclairer.", 8),
        ("1,500 lamps, 2019-2020", 4),
        ("Государства-участники следят", 2),
        ("تحافظ كل دولة على مناراتها", 5),
    ],
)
def test_words_are_counted_in_every_script(text: str, number: int) -> None:
    assert word_count(text) == number == len(words(text))


def test_words_point_into_the_given_text() -> None:
    text = "The “State’s” 第五条 \U00020000 duty"
    assert [text[word.start : word.end] for word in words(text)] == [
        "The", "State’s", "第", "五", "条", "\U00020000", "duty",
    ]  # fmt: skip


def test_pieces_keep_brackets_apart_and_spaces_together() -> None:
    assert pieces("[shall]  [[not]] do, so") == (
        "[", "shall", "]", "  ", "[", "[", "not", "]", "]", " ", "do", ",", " ", "so",
    )  # fmt: skip


PLAIN_CHARACTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab Zs1२[]().,;-'\u2010\u2011’“–\n\u00a0ноéß"),
        st.characters(exclude_categories=("Cs",), max_codepoint=0x2BFF).filter(_is_plain),
    )
)


def test_what_is_read_by_the_short_patterns_holds_nothing_that_they_do_not_know() -> None:
    plain = [char for char in map(chr, range(0x110000)) if _is_plain(char)]
    assert not [char for char in plain if category(char)[0] == "M"]
    assert not [char for char in plain if re.match(f"[{_IDEOGRAPHS}{_ZERO_WIDTH}]", char)]


@given(PLAIN_CHARACTERS)
def test_the_short_patterns_find_what_the_long_ones_find(text: str) -> None:
    for short, long in zip(_patterns(True), _patterns(False), strict=True):
        assert short.findall(text) == long.findall(text)


@given(TREATY_CHARACTERS)
def test_pieces_lose_nothing(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert all(pieces(text))
    assert all(piece == "[" or "[" not in piece for piece in pieces(text))


@given(TREATY_CHARACTERS)
def test_every_word_is_a_piece(text: str) -> None:
    spans, position = set(), 0
    for piece in pieces(text):
        spans.add((position, position + len(piece)))
        position += len(piece)
    assert {(word.start, word.end) for word in words(text)} <= spans
