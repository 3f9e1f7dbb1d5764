from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.reading.right_to_left import (
    brackets_are_turned,
    is_right_to_left,
    letters_of,
    mirrored,
    reading_order,
)


def _read(printed: str) -> str:
    return "".join(reading_order(printed, str))


def _as_printed(read: str) -> str:
    """A line of Arabic letters only, as it stands on paper from left to right."""
    return read[::-1]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Article 12", "Article 12"),
        ("ةداملا", "المادة"),
        ("12 ةداملا", "المادة 12"),
        ("2023 ماع نم 15 ةداملا", "المادة 15 من عام 2023"),
        ("A/CONF.1/L.2 ةقيثولا", "الوثيقة A/CONF.1/L.2"),
        ("3.5 ةئاملا يف", "في المائة 3.5"),
        ("as the word ةداملا shows", "as the word المادة shows"),
        ("(أ) 1 ةرقفلا", "الفقرة 1 )أ("),
    ],
)
def test_printed_order_to_reading_order(printed: str, read: str) -> None:
    assert _read(printed) == read


@given(st.text("abc 12()بتثج", max_size=30))
def test_no_character_is_lost(printed: str) -> None:
    assert sorted(_read(printed)) == sorted(printed)


@given(st.text("abc 12().,é", max_size=30))
def test_lines_without_arabic_stay(printed: str) -> None:
    assert _read(printed) == printed


@given(st.text("بتثجحخ ", max_size=30))
def test_lines_of_arabic_letters_are_turned(read: str) -> None:
    assert _read(_as_printed(read)) == read


def test_presentation_forms_become_letters() -> None:
    assert letters_of("ﻻ") == "لا"
    assert letters_of("ﬁ") == "ﬁ"


def test_pages_that_name_the_shape_of_their_brackets() -> None:
    assert brackets_are_turned([")أ( النص", ")ب( النص", "(ج) النص"])
    assert not brackets_are_turned(["(أ) النص", "النص) ثم (النص", "(ب)"])
    assert mirrored(")أ(") == "(أ)"


@pytest.mark.parametrize(
    ("text", "expected"), [("المادة 5 UN", True), ("Article 5 المادة", False), ("12", False)]
)
def test_the_direction_of_a_document(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected
