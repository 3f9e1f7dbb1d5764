"""Small rules that need no layout: calls of notes, headings at margins, right to left, numbers of Word, contents."""

from __future__ import annotations

import pytest

from treatydiff.model import Run
from treatydiff.reading.contents_table import find_contents
from treatydiff.reading.heading_guard import looks_like_heading
from treatydiff.reading.lines import PageLine
from treatydiff.reading.note_calls import set_apart
from treatydiff.reading.number_formats import format_number, roman
from treatydiff.reading.right_to_left import (
    brackets_are_turned,
    direction,
    has_right_to_left,
    is_right_to_left,
    letters_of,
    mirrored,
    reading_order,
)


def around(printed: str) -> str:
    """A text with calls between carets ("oil^1^ lamp"), and what is left of it with its calls set apart."""
    runs = [
        Run(part, note=part.strip() if at % 2 else None) for at, part in enumerate(printed.split("^")) if part
    ]
    return "|".join(f"^{run.text}^" if run.note is not None else run.text for run in set_apart(runs))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("oil^1^lamp", "oil|^1^| lamp"),
        ("oil^1^ lamp", "oil|^1^| lamp"),
        ("oil ^1^lamp", "oil |^1^|lamp"),
        ("oil^1 ^lamp", "oil|^1^| lamp"),
        ("oil^1 ^.", "oil|^1 ^|."),
        ("oil ^1^.", "oil|^ 1^|."),
        ("oil  ^1^, lamp", "oil|^  1^|, lamp"),
        ("oil^1^.", "oil|^1^|."),
        ("oil^1^5", "oil|^1^| 5"),
        ("5^1^6", "5|^1^|6"),
        ("5^1^lamp", "5|^1^| lamp"),
        ("oil.^1^Lamp", "oil.|^1^| Lamp"),
        ("oil)^1^Lamp", "oil)|^1^| Lamp"),
        ("oil]^1^lamp", "oil]|^1^|lamp"),
        ("oil^1^(lamp", "oil|^1^|(lamp"),
        ("oil^1^–lamp", "oil|^1^|–lamp"),
        ("^1^lamp", "^1^|lamp"),
        ("oil^1^", "oil|^1^"),
        ("灯^1^塔", "灯|^1^|塔"),
        ("灯^1^lamp", "灯|^1^|lamp"),
        ("lamp^1^灯", "lamp|^1^|灯"),
        ("\ua000^1^b", "\ua000|^1^| b"),
        ("（^1^b", "（|^1^|b"),
    ],
)
def test_words_around_a_call(printed: str, expected: str) -> None:
    assert around(printed) == expected


def test_several_calls_in_a_row_are_one() -> None:
    runs = [Run("oil"), Run("1", note="1"), Run("2 ", note="2"), Run("lamp"), Run("3", note="3"), Run("fog")]
    assert [run.text for run in set_apart(runs)] == ["oil", "1", "2", " lamp", "3", " fog"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 5", True), ("ARTICLE 5", True), ("[Article 5]", True), ("Article", True), ("Articles of lamps", False),
        ("Article five", True), ("Article lamp", False), ("Part II", True), ("Part iv and more", True), ("Part b", True),
        ("Part bc", False), ("Première partie", True), ("Primera parte", True), ("La partie", False), ("Lamps", False),
        ("第五条 灯", True), ("第 5 条", True), ("第五天", False), ("附件一", True), ("附件一二三四五六七八九十一二三", False),
        ("Regulation 4", True), ("Regulation 4. Oil", True), ("Regulation 4 Oil", False), ("Regulation", False),
        ("Principle A.1", True), ("Principle", False), ("المادة 5", True), ("الجزء الأول", True), ("Статья 5", True),
        ("Article 5 ".ljust(120, "x"), True), ("Article 5 ".ljust(121, "x"), False), ("", False),
    ],
)  # fmt: skip
def test_a_line_at_a_margin_that_is_a_heading(text: str, expected: bool) -> None:
    assert looks_like_heading(text) is expected


@pytest.mark.parametrize(
    ("sign", "side"),
    [("a", "L"), ("5", "N"), ("٥", "N"), ("ب", "R"), ("א", "R"), (".", ""), ("", ""), ("لا", "R")],
)
def test_directions(sign: str, side: str) -> None:
    assert direction(sign) == side


@pytest.mark.parametrize(
    ("text", "has", "most"),
    [
        ("lamp", False, False), ("باب", True, True), ("باب abc", True, False), ("باب ab", True, True), ("باب 12345", True, True),
        ("", False, False), ("،", True, False), ("א", True, True),
    ],
)  # fmt: skip
def test_texts_from_right_to_left(text: str, has: bool, most: bool) -> None:
    assert has_right_to_left(text) is has
    assert is_right_to_left(text) is most


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("lamp", "lamp"),
        ("جبا", "ابج"),
        ("12 با", "اب 12"),
        ("5-7 با", "اب 5-7"),
        ("5 7 با", "اب 7 5"),
        ("3.14 با", "اب 3.14"),
        (".14 با", "اب 14."),
        ("14. با", "اب .14"),
        ("oil 5 جبا", "ابج oil 5"),
        ("با 12", "12 اب"),
        ("lamp با oil", "lamp اب oil"),
        ("lamp جبا", "lamp ابج"),
        ("ab با", "اب ab"),
        ("با", "اب"),
    ],
)
def test_the_order_in_which_a_line_is_read(printed: str, read: str) -> None:
    assert "".join(reading_order(list(printed), str)) == read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lamp", "lamp"),
        ("ﻻ", "لا"),
        ("ﺐ", "ب"),
        ("é", "é"),
        ("ﯾ", "ي"),
        ("ﯿ", "ي"),
        ("ﷺ"[:0] + "ب", "ب"),
        ("\ufe70", "\u064b"),
    ],
)
def test_arabic_forms_are_letters(text: str, expected: str) -> None:
    assert letters_of(text) == expected


def test_brackets_are_mirrored() -> None:
    assert mirrored("(a[b{c«d<e‹f") == ")a]b}c»d>e›f"


@pytest.mark.parametrize(
    ("texts", "turned"),
    [
        ([")a("], True), (["(a)"], False), ([")a(", "(a)"], False), ([")a(", ")a(", "(a)"], True), ([")a"], False), (["a("], False),
        ([], False), ([")("], True),
    ],
)  # fmt: skip
def test_brackets_that_are_drawn_turned(texts: list[str], turned: bool) -> None:
    assert brackets_are_turned(texts) is turned


NUMBERS: list[tuple[str, dict[int, str]]] = [
    ("decimal", {0: "0", 7: "7", 12: "12"}),
    ("decimalZero", {7: "07", 12: "12", 100: "100"}),
    ("decimalFullWidth", {12: "１２", -1: "-１"}),
    ("decimalEnclosedCircle", {0: "0", 1: "①", 20: "⑳", 21: "21"}),
    ("decimalEnclosedCircleChinese", {1: "①", 20: "⑳", 21: "21"}),
    ("decimalEnclosedParen", {1: "⑴", 20: "⒇", 21: "21"}),
    ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛", 21: "21"}),
    ("numberInDash", {3: "- 3 -"}),
    ("hex", {10: "A", 255: "FF"}),
    ("none", {3: ""}),
    ("bullet", {3: "•"}),
    ("lowerRoman", {0: "0", 1: "i", 4: "iv", 9: "ix", 14: "xiv", 40: "xl", 90: "xc", 400: "cd", 900: "cm", 1944: "mcmxliv", 32768: "32768"}),
    ("lowerRoman", {3: "iii", 5: "v", 8: "viii", 10: "x", 39: "xxxix", 49: "xlix", 50: "l", 89: "lxxxix", 99: "xcix", 100: "c", 399: "cccxcix",
                    499: "cdxcix", 500: "d", 899: "dcccxcix", 999: "cmxcix", 1000: "m", 3999: "mmmcmxcix"}),
    ("upperRoman", {4: "IV", 50: "L", 500: "D", 1000: "M"}),
    ("lowerLetter", {0: "0", 1: "a", 26: "z", 27: "aa", 28: "bb", 52: "zz", 53: "aaa", 26 * 40 + 1: "a" * 40}),
    ("upperLetter", {1: "A", 27: "AA"}),
    ("russianLower", {1: "а", 9: "и", 10: "к", 29: "я", 30: "аа"}),
    ("russianUpper", {1: "А"}),
    ("arabicAlpha", {1: "أ", 2: "ب"}),
    ("arabicAbjad", {1: "أ", 3: "ج"}),
    ("hebrew2", {1: "א", 22: "ת"}),
    ("chicago", {1: "*", 2: "†", 4: "§", 5: "**"}),
    ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 111: "111th", 122: "122nd"}),
    ("cardinalText", {0: "Zero", 1: "One", 19: "Nineteen", 20: "Twenty", 21: "Twenty-one", 99: "Ninety-nine", 100: "One hundred",
                      101: "One hundred one", 999: "Nine hundred ninety-nine", 1000: "1000"}),
    ("ordinalText", {0: "0th", 1: "First", 20: "Twentieth", 21: "Twenty-first", 100: "One hundredth", 102: "One hundred second",
                     999: "Nine hundred ninety-ninth", 1000: "1000th"}),
    ("chineseCounting", {0: "〇", 1: "一", 10: "十", 11: "十一", 19: "十九", 20: "二十", 100: "一百", 101: "一百〇一", 110: "一百一十",
                         321: "三百二十一", 1001: "一千〇一", 9999: "九千九百九十九", 10000: "一〇〇〇〇"}),
    ("chineseLegalSimplified", {1: "壹", 10: "拾", 20: "贰拾", 101: "壹佰零壹"}),
    ("ideographLegalTraditional", {2: "貳", 30: "參拾"}),
    ("japaneseLegal", {2: "弐", 100: "壱百"}),
    ("ideographDigital", {10: "一〇", 25: "二五"}),
    ("taiwaneseDigital", {10: "一○"}),
    ("koreanDigital", {10: "일영"}),
    ("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "11"}),
    ("ideographTraditional", {0: "0", 1: "甲", 10: "癸", 11: "甲"}),
    ("ideographZodiac", {1: "子", 12: "亥", 13: "子"}),
    ("ganada", {1: "가", 14: "하"}),
    ("chosung", {1: "ㄱ", 14: "ㅎ"}),
    ("hindiNumbers", {10: "१०"}),
    ("thaiNumbers", {10: "๑๐"}),
]  # fmt: skip


@pytest.mark.parametrize(("number_format", "expected"), NUMBERS)
def test_numbers_as_word_writes_them(number_format: str, expected: dict[int, str]) -> None:
    assert {value: format_number(value, number_format) for value in expected} == expected


def test_a_format_that_is_not_known() -> None:
    assert format_number(1, "somethingElse") is None
    assert roman(32767).startswith("m" * 32)


def contents(*texts: str, pages: int = 1) -> list[int]:
    """The lines, by their place in all pages, that are a table of contents."""
    size = -(-len(texts) // pages)
    parted = [texts[at : at + size] for at in range(0, len(texts), size)]
    lines = [[PageLine(text, number + 1) for text in page] for number, page in enumerate(parted)]
    return sorted(size * page + index for page, index in find_contents(lines))


def dotted(*numbers: int | str) -> list[str]:
    """Entries with leaders."""
    return [f"Lamp {at} ........ {number}" for at, number in enumerate(numbers)]


CONTENTS: list[tuple[list[str], list[int]]] = [
    (dotted(1, 2, 3, 4, 5), [0, 1, 2, 3, 4]),
    (dotted(1, 2, 3, 4), []),
    (["Contents", *dotted(1, 2, 3, 4, 5), "Oil"], [0, 1, 2, 3, 4, 5]),
    (["Contents", *["Oil"] * 11, *dotted(1, 2, 3, 4, 5)], list(range(17))),
    (["Contents", *["Oil"] * 12, *dotted(1, 2, 3, 4, 5)], list(range(13, 18))),
    ([*dotted(1, 2), *["Oil"] * 9, *dotted(3, 4, 5)], list(range(14))),
    ([*dotted(1, 2), *["Oil"] * 10, *dotted(3, 4, 5)], []),
    (dotted(5, 4, 3, 2, 1), []),
    (dotted(1, 2, 3, 4, 5, 4), [0, 1, 2, 3, 4, 5]),
    (dotted(1, 2, 3, 2, 4, 3), []),
    (dotted("i", "iv", 1, 2, 3), [0, 1, 2, 3, 4]),
    ([f"Lamp .... {n}" for n in range(1, 6)], [0, 1, 2, 3, 4]),
    ([f"Lamp ... {n}" for n in range(1, 6)], []),
    ([f"Lamp . . . . {n}" for n in range(1, 6)], [0, 1, 2, 3, 4]),
    ([f"Lamp …… {n}" for n in range(1, 6)], [0, 1, 2, 3, 4]),
    ([f"Lamp … {n}" for n in range(1, 6)], []),
    ([f"Lamp ···· {n}" for n in range(1, 6)], [0, 1, 2, 3, 4]),
    ([f"Lamp ··· {n}" for n in range(1, 6)], []),
    ([f"Lamp ........ {n} oil" for n in range(1, 6)], []),
    ([f"Lamp ........ {n}" for n in range(10000, 10005)], []),
    # under a title, without leaders
    (["Contents", *(f"Lamp {n}" for n in range(1, 6))], [0, 1, 2, 3, 4, 5]),
    (["Contents", *(f"Lamp {n}" for n in range(1, 5))], []),
    (["Lamps", *(f"Lamp {n}" for n in range(1, 6))], []),
    (["Contents", "Lamp 1", "Lamp 2", "Oil", "Fog", "Ice", "Lamp 3", "Lamp 4", "Lamp 5"], list(range(9))),
    (["Contents", "Lamp 1", "Lamp 2", "Oil", "Fog", "Ice", "Rain", "Lamp 3", "Lamp 4", "Lamp 5"], []),
    (["Contents", "Page", "Lamp 1", "Lamp 2", "Lamp 3", "Lamp 4", "Lamp 5"], list(range(7))),
    (["Contents", "Lamp 60", "Lamp 120", "Lamp 180", "Lamp 240", "Lamp 300"], list(range(6))),
    (["Contents", "Lamp 61", "Lamp 121", "Lamp 181", "Lamp 241", "Lamp 301"], []),
    (["Contents", "Lamp 5", "Lamp 4", "Lamp 6", "Lamp 7", "Lamp 8", "Lamp 9"], list(range(7))),
    (["Contents", "Oil", "Fog", "Ice", *(f"Lamp {n}" for n in range(1, 6))], list(range(9))),
    (["Contents", "Oil", "Fog", "Ice", "Rain", *(f"Lamp {n}" for n in range(1, 6))], []),
    (["目 录", *dotted(1, 2, 3, 4, 5)], list(range(6))),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), CONTENTS)
def test_tables_of_contents(texts: list[str], expected: list[int]) -> None:
    assert contents(*texts) == expected


def test_a_table_of_contents_goes_on_over_pages() -> None:
    assert contents("Contents", *dotted(1, 2, 3, 4, 5), "Oil", "Fog", pages=2) == [0, 1, 2, 3, 4, 5]
