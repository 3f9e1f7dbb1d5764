"""Every style of label, its place in its order, and what looks like one."""

from __future__ import annotations

import re
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.structure import labels
from treatydiff.structure.labels import Label, has_suffix, label_values, read_as, read_generated, read_label

READ: list[tuple[str, str, str | None]] = [
    # text, language, family and number
    ("Pp12 oil", "en", "margin Pp12"),
    ("OP 3. oil", "en", "margin OP 3"),
    ("Pp12th oil", "en", None),
    ("1.1 Oil", "en", "decimal 1.1"),
    ("1.1. Oil", "en", "decimal 1.1"),
    ("1.1", "en", None),
    ("1.5 °C", "en", None),
    ("1.5 %", "en", None),
    ("1.5 2", "en", None),
    ("1234.5 Oil", "en", None),
    ("1. bis Oil", "en", "digit 1 bis"),
    ("1) ter", "en", "digit 1 ter"),
    ("1. biscuits", "en", "digit 1"),
    ("ante 5. Oil", "en", "digit ante 5"),
    ("5.", "en", "digit 5"),
    ("5.Oil", "en", "digit 5"),
    ("5. 6", "en", "digit 5"),
    ("5.6", "en", None),
    ("5.)", "en", None),
    ("5) Oil", "en", "digit 5"),
    ("5] Oil", "en", "digit 5"),
    ("1234. Oil", "en", None),
    ("5a. Oil", "en", "digit 5a"),
    ("5a.Oil", "en", None),
    ("5 - Oil", "en", "digit 5"),
    ("5-Oil", "en", None),
    ("5° Oil", "en", "digit 5"),
    ("5° N", "en", None),
    ("5° Nord", "fr", "digit 5"),
    ("5º) Aceite", "es", "digit 5"),
    ("§ 5 Oil", "en", "digit 5"),
    ("§§5. Oil", "en", "digit 5"),
    ("§ 1er Huile", "fr", "digit 1"),
    ("Section 5. Oil", "en", "digit 5"),
    ("Sec. 5: Oil", "en", "digit 5"),
    ("Section 5 Oil", "en", None),
    ("(5) Oil", "en", "paren_digit 5"),
    ("（5）油", "zh", "paren_digit 5"),
    ("(5) bis Oil", "en", "paren_digit 5 bis"),
    ("(5 bis) Oil", "en", "paren_digit 5 bis"),
    ("(1234) Oil", "en", None),
    ("(a) Oil", "en", "letter a"),
    ("( a ) Oil", "en", "letter a"),
    ("a) Oil", "en", "letter a"),
    ("(ab) Oil", "en", None),
    ("(aa) Oil", "en", "double aa"),
    ("(aaa) Oil", "en", "double aaa"),
    ("(aaaa) Oil", "en", None),
    ("(ii) Oil", "en", "roman ii"),
    ("ii) Oil", "en", "roman ii"),
    ("ii. Oil", "en", "roman_dot ii"),
    ("(xxxviii) Oil", "en", None),
    ("a. Oil", "en", "letter_dot a"),
    ("a.Oil", "en", None),
    ("(A) Oil", "en", "upper A"),
    ("A) Oil", "en", None),
    ("II. Oil", "en", "upper_roman II"),
    ("II.Oil", "en", None),
    ("A. Oil", "en", "upper_dot A"),
    ("A.", "en", None),
    ("一、油", "zh", "cjk 一"),
    ("二十一、油", "zh", "cjk 二十一"),
    ("（一）油", "zh", "paren_cjk 一"),
    ("(十二)油", "zh", "paren_cjk 十二"),
    ("（甲）油", "zh", "stem 甲"),
    ("（子）油", "zh", "branch 子"),
    ("أولا - النفط", "ar", "arabic_word أولا"),
    ("(أ) النفط", "ar", "arabic_letter أ"),
    ("(ب) النفط", "ar", "arabic_letter ب"),
    ("(ب) النفط", "en", None),
    ("(а) масло", "ru", "letter а"),
    ("– oil", "en", "bullet –"),
    ("–oil", "en", None),
    ("•", "en", None),
    ("[ (a) Oil", "en", "letter a"),
    ("Oil", "en", None),
    ("", "en", None),
]


@pytest.mark.parametrize(("text", "language", "expected"), READ)
def test_labels(text: str, language: str, expected: str | None) -> None:
    label = read_label(text, language)
    assert (label and f"{label.family} {label.number}") == expected


@pytest.mark.parametrize(
    ("text", "start", "end"), [("(a) Oil", 0, 3), ("[[ (a) Oil", 3, 6), ("5. Oil", 0, 2), ("Pp1. Oil", 0, 4)]
)
def test_where_a_label_stands(text: str, start: int, end: int) -> None:
    label = read_label(text, "en")
    assert label is not None
    assert (label.start, label.end) == (start, end)


VALUES: list[tuple[str, str, str, dict[str, int]]] = [
    ("digit", "12", "en", {"digit": 12}),
    ("digit", "2 bis", "en", {"digit": 2}),
    ("digit", "2bis", "en", {"digit": 2}),
    ("digit", "2 ter alt", "en", {"digit": 2}),
    ("digit", "ante 5", "en", {"digit": 5}),
    ("digit", "5a", "en", {"digit": 5}),
    ("digit", "٥", "ar", {"digit": 5}),
    ("decimal", "1.3", "en", {"decimal": 3}),
    ("decimal", "1.3.12", "en", {"decimal": 12}),
    ("paren_digit", "7", "en", {"paren_digit": 7}),
    ("margin", "Pp12", "en", {"margin": 12}),
    ("letter", "a", "en", {"letter": 1}),
    ("letter", "a bis", "en", {"letter": 1}),
    ("letter", "", "en", {"letter": 0}),
    ("letter", "z", "en", {"letter": 26}),
    ("letter", "i", "en", {"letter": 9, "roman": 1}),
    ("letter", "v", "en", {"letter": 22, "roman": 5}),
    ("letter", "ñ", "es", {"letter": 15}),
    ("letter", "o", "es", {"letter": 15}),
    ("letter", "б", "ru", {"letter": 2}),
    ("letter_dot", "b", "en", {"letter_dot": 2}),
    ("letter_dot", "l", "en", {"digit": 1, "letter_dot": 12, "roman_dot": 50}),
    ("letter", "l", "en", {"letter": 12, "roman": 50}),
    ("roman", "ii", "en", {"roman": 2}),
    ("roman", "ll", "en", {"double": 12}),
    ("roman_dot", "iv", "en", {"roman_dot": 4}),
    ("double", "bb", "en", {"double": 2}),
    ("cjk", "十二", "zh", {"cjk": 12}),
    ("paren_cjk", "三", "zh", {"paren_cjk": 3}),
    ("stem", "乙", "zh", {"stem": 2}),
    ("branch", "丑", "zh", {"branch": 2}),
    ("arabic_letter", "أ", "ar", {"arabic_letter": 1}),
    ("arabic_letter", "ب", "ar", {"arabic_letter": 2}),
    ("arabic_word", "ثانيا", "ar", {"arabic_word": 2}),
    ("upper", "C", "en", {"upper": 3}),
    ("upper_dot", "B", "en", {"upper_dot": 2}),
    ("upper_dot", "C", "en", {"upper_dot": 3, "upper_roman": 100}),
    ("upper_dot", "V", "en", {"upper_dot": 22, "upper_roman": 5}),
    ("upper_roman", "IV", "en", {"upper_roman": 4}),
    ("bullet", "–", "en", {"bullet": 1}),
]


@pytest.mark.parametrize(("family", "number", "language", "expected"), VALUES)
def test_places(family: str, number: str, language: str, expected: dict[str, int]) -> None:
    assert dict(label_values(Label(family, number, 0, 1), language)) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1.", "digit 1"), ("1", "digit 1"), ("a/", "letter a"), ("Section 1.01", "decimal 1.01"), ("Paragraph 3", "digit 3"),
        ("(a)", "letter a"), ("1-A", None), ("1.1", "decimal 1.1"), ("1.1.1", "decimal 1.1.1"), ("", None), (" ", None),
        ("II.", "upper_roman II"), ("Lamp", None), ("[1.", None), ("A", "upper_dot A"), ("•", "bullet •"), ("1 oil 2.", None),
    ],
)  # fmt: skip
def test_labels_that_a_file_generates(number: str, expected: str | None) -> None:
    label = read_generated(number, "en")
    assert (label and f"{label.family} {label.number}") == expected


@pytest.mark.parametrize(
    ("number", "position", "expected"),
    [("l", 1, "1"), ("l", 12, "l"), ("а", 1, "a"), ("с", 3, "c"), ("с", 19, "с"), ("b", 2, "b")],
)
def test_a_letter_is_put_right_where_its_place_shows_it(number: str, position: int, expected: str) -> None:
    assert read_as(Label("letter", number, 0, 1), position) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [("2 bis", True), ("2bis", True), ("2 BIS", True), ("2 alt", True), ("2a", True), ("2", False), ("a", False), ("2ab", False)],
)  # fmt: skip
def test_inserted_labels(number: str, expected: bool) -> None:
    assert has_suffix(Label("digit", number, 0, 1)) is expected


_PIECES = (
    "a", "xii", "bis", "ter", "ante", "aaa", "A", "XIV", "PP", "OP", "Section", "Sec", "the", "Parties", "б",
    "5", "12", " ", "  ", ".", ")", "(", "）", "-", ",", ";", "/", "°", "[", "\n",
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=7).map("".join))
def test_no_label_is_refused_for_plain_words(text: str) -> None:
    with mock.patch.object(labels, "_PLAIN_WORDS", re.compile(r"(?!)")):
        right = labels.read_label(text, "en")
    assert labels.read_label(text, "en") == right


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("The Parties shall consult, at the latest in 2001.", True),
        ("Each Party", True),
        ("non-Parties (as defined above)", True),
        ("PP 5. Recalling", False),
        ("a bis) the lamps", False),
        ("Section 5. Lamps", False),
        ("A. Lamps", False),
    ],
)
def test_most_lines_are_refused_before_any_style_is_tried(text: str, refused: bool) -> None:
    assert (labels._PLAIN_WORDS.match(text) is not None) == refused
