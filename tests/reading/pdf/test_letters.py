"""Letters of one line: spaces between them, letters printed twice, stretched words, and marks over letters."""

from __future__ import annotations

import pytest

from treatydiff.reading.pdf.characters import Font, Glyph, PageCharacters
from treatydiff.reading.pdf.lines import page_lines

FONTS = (Font("Garamond", bold=False, italic=False),)


def line(*placed: tuple[str, float] | Glyph, size: float = 10.0, advance: float = 6.0) -> str:
    """The text of a line of letters, each with the place where it begins; "*" around bold ones."""
    glyphs = [
        each if isinstance(each, Glyph) else Glyph(each[0], each[1], 700.0, advance, size, 0, ord(each[0]), 0)
        for each in placed
    ]
    (found,) = page_lines(PageCharacters(1, 600.0, 800.0, glyphs, ()), FONTS)
    assert found.text == "".join(run.text for run in found.runs)
    return "".join(f"*{run.text}*" if run.bold else run.text for run in found.runs)


@pytest.mark.parametrize(
    ("gap", "apart"),
    [(0.0, "ab"), (-3.0, "ab"), (1.6, "ab"), (1.7, "a b"), (20.0, "a b")],
)
def test_a_gap_of_a_sixth_parts_words(gap: float, apart: str) -> None:
    assert line(("a", 72), ("b", 78 + gap)) == apart


@pytest.mark.parametrize(
    ("gap", "apart"),
    [(0.3, "ab"), (0.5, "a b"), (-2.0, "ab")],
)
def test_a_printed_space_parts_words_unless_the_next_letter_covers_it(gap: float, apart: str) -> None:
    assert line(("a", 72), (" ", 78), ("b", 78 + gap)) == apart


@pytest.mark.parametrize(
    ("space", "gap", "apart"),
    # in type of 25 points: a sixth and a twenty-fifth of the size, to the point
    [(False, 4.0, "ab"), (False, 4.1, "a b"), (True, 1.0, "ab"), (True, 1.1, "a b")],
)
def test_what_parts_words_is_wider_than_its_share_of_the_size(space: bool, gap: float, apart: str) -> None:
    spaces = [(" ", 78.0)] if space else []
    assert line(("a", 72), *spaces, ("b", 78 + gap), size=25.0) == apart


@pytest.mark.parametrize(
    ("left", "right", "space", "gap", "apart"),
    [
        ("灯", "塔", False, 5.9, "灯塔"),
        ("灯", "塔", False, 6.1, "灯 塔"),
        ("灯", "塔", True, 2.9, "灯塔"),
        ("灯", "塔", True, 3.1, "灯 塔"),
        ("灯", "b", False, 1.7, "灯 b"),
        ("b", "灯", False, 1.7, "b 灯"),
        ("（", "灯", False, 1.6, "（灯"),
        ("（", "灯", False, 1.7, "（ 灯"),
        ("灯", "（", False, 5.9, "灯（"),
    ],
)
def test_chinese_characters_stand_wide(left: str, right: str, space: bool, gap: float, apart: str) -> None:
    spaces = [(" ", 78.0)] if space else []
    assert line((left, 72), *spaces, (right, 78 + gap)) == apart


@pytest.mark.parametrize(
    ("step", "rise", "text"),
    [
        (0.0, 0.0, "*o*il"),
        (1.0, 0.0, "*o*il"),
        (1.01, 0.0, "ooil"),
        (0.5, 0.5, "*o*il"),
    ],
)
def test_a_letter_printed_twice_is_bold(step: float, rise: float, text: str) -> None:
    again = Glyph("o", 72 + step, 700.0 + rise, 6.0, 10.0, 0, ord("o"), 0)
    assert line(("o", 72), again, ("i", 78), ("l", 84)) == text


@pytest.mark.parametrize(
    ("advance", "step", "text"),
    [(1.0, 0.5, "*i*"), (1.0, 0.6, "ii"), (0.0, 0.004, "*i*"), (0.0, 0.006, "ii")],
)
def test_narrow_letters_are_printed_twice_in_half_their_width(advance: float, step: float, text: str) -> None:
    assert line(("i", 72), ("i", 72 + step), advance=advance) == text


def test_another_letter_in_the_same_place_stays() -> None:
    other = Glyph("o", 72.5, 700.0, 6.0, 10.0, 0, 999, 0)
    assert line(("o", 72), other) == "oo"
    assert line(("o", 72), ("c", 72.1), ("o", 72.2)) == "*o*c"


def test_only_the_last_three_letters_are_looked_at() -> None:
    behind = [("a", 72.1), ("b", 72.2)]
    assert line(("o", 72), *behind, ("o", 72.3)) == "*o*ab"
    assert line(("o", 72), *behind, ("c", 72.25), ("o", 72.3)) == "oabco"


@pytest.mark.parametrize(
    ("sign", "place", "text"),
    [
        ("\u0301", 72.0, "ńel"),
        ("\u0301", 81.0, "nél"),
        ("\u0301", 83.0, "nél"),
        ("\u0301", 90.0, "neĺ"),
    ],
)
def test_an_accent_joins_the_letter_that_it_stands_over(sign: str, place: float, text: str) -> None:
    mark = Glyph(sign, place, 700.0, 0.0, 10.0, 0, 0x301, 0)
    assert line(("n", 72), ("e", 78), ("l", 84), mark) == text


@pytest.mark.parametrize(
    ("text", "spans"),
    [(["a", "b"], (72.0, 84.0)), (["a"], (72.0, 78.0))],
)
def test_where_a_line_begins_and_ends(text: list[str], spans: tuple[float, float]) -> None:
    glyphs = [Glyph(sign, 72.0 + 6 * at, 700.0, 6.0, 10.0, 0, ord(sign), 0) for at, sign in enumerate(text)]
    (found,) = page_lines(PageCharacters(3, 600.0, 800.0, glyphs, ()), FONTS)
    assert (found.x0, found.x1, found.baseline, found.size) == (*spans, 700.0, 10.0)
    assert (found.page, found.page_width, found.page_height) == (3, 600.0, 800.0)
