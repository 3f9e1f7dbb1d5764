"""The tokens that are compared: what is one, what is none, and what makes two of them the same."""

from __future__ import annotations

import pytest

from treatydiff.diff.tokens import tokens, without_brackets
from treatydiff.language.references import Reference


def points_at(reference: Reference) -> str:
    return "|".join("/".join(f"{kind} {number}" for kind, number in target) for target in reference.targets)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lamps burn.", ["Lamps", " ", "burn", "."]),
        ("thirty (30) days", ["thirty (30)", " ", "days"]),
        ("thirty(30) days", ["thirty(30)", " ", "days"]),
        ("thirty (31) days", ["thirty", " ", "(", "31", ")", " ", "days"]),
        ("30 (30)", ["30 (30)"]),
        ("30", ["30"]),
        ("30 (30", ["30", " ", "(", "30"]),
        ("the State[s] burn", ["the", " ", "State[s", " ", "burn"]),
        ("the [State] burns", ["the", " ", "State", " ", "burns"]),
        ("the[m][n]", ["the[m", "n"]),
        ("[a]", ["a"]),
        ("under article 5 now", ["under", " ", "article 5", " ", "now"]),
        ("shall\u200barticle 5 now", ["shall\u200barticle", " ", "5", " ", "now"]),
        ("a\u200barticle 5 now", ["a\u200barticle", " ", "5", " ", "now"]),
        ("article 5\u200bx now", ["article", " ", "5\u200bx", " ", "now"]),
        ("article 5 \u200b now", ["article 5", " ", " ", "now"]),
        ("", []),
        ("[]", []),
    ],
)
def test_which_tokens_a_text_has(text: str, expected: list[str]) -> None:
    assert [text[each.start : each.end] for each in tokens(text, "en", points_at)] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lamps", "lamps"),
        ("co-operate", "cooperate"),
        ("labour", "labor"),
        ("“", '"'),
        ("article 5, paragraph 2", "paragraph 2 of article 5"),
        ("thirty (30)", "30"),
        ("State[s]", "states"),
        ("\u00a0", " "),
    ],
)
def test_what_has_one_key(one: str, other: str) -> None:
    keys = [[each.key for each in tokens(text, "en", points_at)] for text in (one, other)]
    assert len(keys[0]) == 1
    assert keys[0] == keys[1]


def test_a_reference_is_plain_words_where_nobody_says_what_it_points_at() -> None:
    assert [each.key for each in tokens("article 5", "en")] == ["article", " ", "5"]


def test_brackets_of_every_kind_are_left_out() -> None:
    assert without_brackets("[a]［b］【c】(d)") == "abc(d)"
