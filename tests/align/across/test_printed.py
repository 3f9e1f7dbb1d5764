"""What a version prints anywhere, however it was read."""

from __future__ import annotations

from collections import Counter

import pytest

from treatydiff.align.across.printed import prints_gaps, unprinted_numbers, unprinted_steps


@pytest.mark.parametrize(
    ("step", "other", "language", "missing"),
    [
        (("point", "b"), "in (b) and (c)", "en", False),
        (("point", "b"), "au point b, de l’annexe", "fr", False),
        (("point", "b"), "au point b de l’annexe", "fr", True),  # a letter of its own is a word
        (("point", "b"), "to be or to burn", "en", True),
        (("point", "b"), "(ab)", "en", True),
        (("point", "B"), "annexe I, partie B", "fr", False),
        (("annex", "IV"), "annexe 4", "fr", False),
        (("annex", "4"), "annex IV", "en", False),
        (("annex", "4"), "annex V", "en", True),
        (("annex", "iv"), "annex 4", "en", True),  # small letters are of a list
        (("paragraph", "6"), "пункт 6 е", "ru", False),
        (("point", "e"), "пункт 6 е", "ru", False),
        (("point", "e"), "пункт 6 а", "ru", True),
        (("paragraph", "1"), "premier alinéa", "fr", False),
        (("paragraph", "2"), "premier alinéa", "fr", True),
        (("paragraph", "3"), "paragraphs 2 to 4", "en", False),
        (("paragraph", "2"), "paragraphs 2 to 4", "en", False),
        (("paragraph", "5"), "paragraphs 2 to 4", "en", True),
        (("point", "b"), "points (a) to (c)", "en", False),
        (("point", "d"), "points (a) to (c)", "en", True),
        (("point", "iii"), "points (i) to (iv)", "en", False),
        (("point", "v"), "points (ii) to (iv)", "en", True),
        (("point", "b"), "lié à c", "fr", True),  # a word is no end of a range
        (("point", "b"), "a à lié", "fr", True),
        (("point", "b"), "the Charter shall be Vain", "en", True),  # and no part of a word is a word
        (("paragraph", "3"), "第二至四款：2至4", "zh", False),
        (("paragraph", "3"), "paragraphs 2–4", "en", False),
        (("chapter", "VII"), "under Chapter Vll.", "en", False),
        (("chapter", "VII"), "under Chapter Vl.", "en", True),
        (("chapter", "II"), "under Chapter Ill", "en", True),
        (("chapter", "III"), "under Chapter Ill", "en", False),
        (("article", "14"), "the years 13 to 15", "en", False),  # a number between two numbers
        (("article", "7a"), "article 7 bis", "en", True),
        (("article", "31"), "1131 or 312", "en", True),
    ],
)
def test_steps_of_references(step: tuple[str, str], other: str, language: str, missing: bool) -> None:
    assert unprinted_steps([step], other, language) == ((step,) if missing else ())


@pytest.mark.parametrize(
    ("more", "own", "other", "missing"),
    [
        ({"32": 1}, "32 lamps", "article 32", {}),
        ({"32": 1}, "32 lamps and 32 wicks", "32 lampes", {"32": 1}),  # twice here and once there
        ({"32": 1}, "thirty-two lamps", "32 lampes", {}),
        ({"32": 1}, "thirty-two lamps", "des lampes", {"32": 1}),
        ({"32": 1}, "32 lamps", "132 lampes", {"32": 1}),
        ({"10": 1}, "the Ten Elsen Society", "la société Ten Elsen", {}),  # a name left as it is
        ({"10": 1}, "ten societies", "la société", {"10": 1}),
        ({"3": 2, "5": 1}, "3 lamps, 3 wicks, 5 oils", "3 lampes, 3 mèches", {"5": 1}),
        ({"June": 1}, "3 June", "le 3 juin", {}),
        ({"June": 1}, "3 June", "le 3 juillet", {"June": 1}),
    ],
)
def test_numbers(more: dict[str, int], own: str, other: str, missing: dict[str, int]) -> None:
    assert unprinted_numbers(Counter(more), own, other, "en", "fr") == Counter(missing)


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("in Annex ,;", True),
        ("in Annex ,", False),
        ("3,; 4", True),
        ("oil,, lamps", True),
        ("oil, lamps", False),
    ],
)
def test_stops_between_which_a_number_is_lost(text: str, gaps: bool) -> None:
    assert prints_gaps(text) is gaps
