"""Where columns lie, which letters are parted, what a raised sign calls: invented boxes at and beside each bound."""

from __future__ import annotations

import pytest

from treatydiff.reading.pdf import columns, lines
from treatydiff.reading.pdf.characters import Font, Glyph, PageCharacters
from treatydiff.reading.pdf.rows import GlyphRow, rows_of

FONTS = [Font("F", bold=False, italic=False)]


def put(text: str, x: float, y: float, *, step: float = 6.0, size: float = 10.0) -> list[Glyph]:
    """A line of letters, each of the same width; spaces are not printed."""
    return [
        Glyph(sign, x + step * at, y, step, size, 0, ord(sign), 0)
        for at, sign in enumerate(text)
        if sign != " "
    ]


def page(*glyphs: Glyph) -> PageCharacters:
    return PageCharacters(1, 600.0, 800.0, glyphs, ())


def read(*glyphs: Glyph) -> list[str]:
    """The lines of a page."""
    return [line.text for line in lines.page_lines(page(*glyphs), FONTS)]


def two(
    left: int = 8, right: int = 8, *, at: float = 320.0, text: str = "the keepers mend the lamps all day"
) -> list[Glyph]:
    """Two columns of so many lines; the right one begins at a place."""
    return [
        *(each for line in range(left) for each in put(text, 72, 700 - 14 * line)),
        *(each for line in range(right) for each in put(text, at, 700 - 14 * line)),
    ]


def gutter(glyphs: list[Glyph]) -> bool:
    """Whether a page has a gutter."""
    return columns.find_gutter(rows_of(glyphs)) is not None


@pytest.mark.parametrize(
    ("glyphs", "found"),
    [
        (two(), True),
        (two(6, 6), True),
        (two(5, 5), False),
        (two(8, 6), True),
        (two(8, 5), False),
        # right edge of the left column is 276
        (two(at=285.0), True),
        (two(at=283.0), False),
        # lines across
        ([*two(6, 6), *(each for at in range(4) for each in put("x" * 60, 72, 600 - 14 * at))], True),
        ([*two(6, 6), *(each for at in range(5) for each in put("x" * 60, 72, 600 - 14 * at))], False),
        # a narrow left side is that of labels
        ([each for at in range(9) for each in (*put("lampslamps", 72, 700 - 14 * at), *put("x" * 40, 160, 700 - 14 * at))], False),
        # cells of figures fill nothing
        ([each for at in range(9) for each in (*put("12" if at else "x" * 34, 72, 700 - 14 * at), *put("34" if at else "x" * 34, 320, 700 - 14 * at))],
         False),
        # one above the other
        ([each for at in range(9) for each in (*put("x" * 34, 72, 700 - 14 * at), *put("x" * 34, 320, 500 - 14 * at))], False),
    ],
)  # fmt: skip
def test_a_page_of_two_columns(glyphs: list[Glyph], found: bool) -> None:
    assert gutter(glyphs) is found


def test_columns_are_numbered_and_read_one_after_the_other() -> None:
    across = put("x" * 80, 72, 740)
    found = columns.strips_of(page(*across, *two()), rows_of([*across, *two()]))
    assert [(strip.column, len(strip.rows)) for strip in found] == [(0, 1), (1, 8), (2, 8)]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 4)], (1, [(0, 4)])),
        ([(0, 4), (2, 6)], (2, [(2, 4)])),
        ([(0, 2), (4, 6)], (1, [(0, 2), (4, 6)])),
        ([(0, 2), (2, 4)], (1, [(0, 2), (2, 4)])),
        ([], (0, [])),
    ],
)
def test_where_most_spans_lie(
    spans: list[tuple[int, int]], expected: tuple[int, list[tuple[int, int]]]
) -> None:
    assert columns._most_covered(spans) == expected


@pytest.mark.parametrize(
    ("runs", "median"),
    [
        ([(0, 1)], 0.0),
        ([(0, 2)], 0.5),
        ([(0, 3)], 1.0),
        ([(0, 2), (10, 12)], 5.5),
        ([(0, 1), (10, 12)], 10.0),
    ],
)
def test_the_middle_of_whole_numbers(runs: list[tuple[int, int]], median: float) -> None:
    assert columns._median_of(runs) == median


@pytest.mark.parametrize(
    ("starts", "found"),
    [
        ([72.0] * 10, True),
        ([72.0] * 10 + [100.0 + 20 * at for at in range(10)], True),
        ([72.0] * 9 + [100.0 + 20 * at for at in range(11)], False),
        ([72.0] * 3 + [90.0] * 2 + [110.0] * 2 + [140, 160, 180], True),
        ([72.0] * 3 + [90.0] * 2 + [110.0] + [140, 160, 180, 200], False),
        ([72.0] + [75.0] * 9 + [100.0 + 20 * at for at in range(10)], True),
        ([72.0] * 5 + [75.1] * 5 + [100.0 + 20 * at for at in range(10)], False),
        ([], False),
    ],
)
def test_lines_of_a_column_begin_at_few_places(starts: list[float], found: bool) -> None:
    assert columns._begin_at_few_places(starts) is found


def gap_row(*spans: tuple[float, float]) -> GlyphRow:
    """A row of boxes."""
    glyphs = [Glyph("x", x0, 700.0, x1 - x0, 10.0, 0, 1, 0) for x0, x1 in spans]
    return GlyphRow(700.0, 10.0, min(x0 for x0, _ in spans), max(x1 for _, x1 in spans), glyphs, [])


@pytest.mark.parametrize(
    ("spans", "gaps"),
    [
        ([(100, 500)], [(92, 100), (500, 508)]),
        ([(100, 200), (208, 500)], [(92, 100), (200, 208), (500, 508)]),
        ([(100, 200), (207.9, 500)], [(92, 100), (500, 508)]),
        ([(108, 500)], [(92, 108), (500, 508)]),
        ([(100, 300), (150, 200)], [(92, 100), (300, 508)]),
    ],
)
def test_the_white_of_a_row(spans: list[tuple[float, float]], gaps: list[tuple[float, float]]) -> None:
    assert columns._gaps(gap_row(*spans), 100.0, 500.0) == gaps


@pytest.mark.parametrize(
    ("spans", "crosses"),
    [
        ([(100, 290), (310, 500)], False),
        ([(100, 299), (310, 500)], False),
        ([(100, 299.1), (310, 500)], True),
        ([(100, 290), (301, 500)], False),
        ([(100, 290), (300.9, 500)], True),
        ([(100, 296), (304, 500)], False),
        ([(100, 296.1), (303.9, 500)], True),
        ([(100, 296.1), (304, 500)], False),
        ([(100, 298)], False),
        ([(302, 500)], False),
    ],
)
def test_what_stands_on_a_gutter(spans: list[tuple[float, float]], crosses: bool) -> None:
    assert columns._crosses(gap_row(*spans), 300.0) is crosses


@pytest.mark.parametrize(("second", "text"), [(106.0, "ab"), (107.6, "ab"), (107.7, "a b"), (120.0, "a b")])
def test_a_gap_parts_words(second: float, text: str) -> None:
    assert read(*put("a", 100, 700), *put("b", second, 700)) == [text]


@pytest.mark.parametrize(("second", "text"), [(106.3, "ab"), (106.5, "a b")])
def test_a_printed_space_parts_words_where_there_is_room(second: float, text: str) -> None:
    space = Glyph(" ", 106.0, 700.0, 3.0, 10.0, 0, 32, 0)
    assert read(*put("a", 100, 700), space, *put("b", second, 700)) == [text]


@pytest.mark.parametrize(
    ("second", "printed", "text"),
    [(116.0, False, "灯塔"), (116.1, False, "灯 塔"), (113.0, True, "灯塔"), (113.1, True, "灯 塔")],
)
def test_han_characters_stand_apart(second: float, printed: bool, text: str) -> None:
    space = [Glyph(" ", 110.0, 700.0, 3.0, 10.0, 0, 32, 0)] if printed else []
    assert read(*put("灯", 100, 700, step=10), *space, *put("塔", second, 700, step=10)) == [text]


@pytest.mark.parametrize(
    ("dx", "dy", "text"), [(1.0, 0.0, "a"), (1.1, 0.0, "aa"), (0.0, 0.5, "a"), (-1.0, 0.0, "a")]
)
def test_a_letter_printed_twice_is_a_fat_one(dx: float, dy: float, text: str) -> None:
    first, again = put("a", 100, 700), put("a", 100 + dx, 700 + dy)
    found = lines.page_lines(page(*first, *again, *put("bcd", 107, 700)), FONTS)
    assert [line.text for line in found][-1].replace(" ", "").startswith(text + "b")
    assert found[-1].runs[0].bold is (text == "a")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1", "1"), ("123", "123"), ("1234", None), ("*", "*"), ("****", "****"), ("*****", None), ("a", "a"), ("A", None),
        ("ab", None), ("12/", "12"), ("(3)", "3"), ("[3]", "3"), ("3,", "3"), ("", None), ("†", "†"), ("é", "é"),
    ],
)  # fmt: skip
def test_what_a_raised_sign_calls(text: str, label: str | None) -> None:
    assert lines.note_label(text) == label


@pytest.mark.parametrize(
    ("text", "raised", "parts"),
    [
        ("3, 4", True, ["3, ", "4"]), ("3-5", True, ["3-", "5"]), ("3", True, ["3"]), ("3, 4", False, ["3, 4"]), ("1,2,3", True, ["1,", "2,", "3"]),
        ("1 2", True, ["1 2"]),
    ],
)  # fmt: skip
def test_several_calls_in_one(text: str, raised: bool, parts: list[str]) -> None:
    assert lines._calls(raised, text) == parts


def hang(label: str, second: float, rest: str = "Oil") -> float | None:
    """Where the text of a line goes on behind its label."""
    (found,) = lines.page_lines(page(*put(label, 100, 700), *put(rest, second, 700)), FONTS)
    return found.hang


@pytest.mark.parametrize(
    ("label", "gap", "hangs"),
    [
        ("4.", 6.1, True), ("4.", 6.0, False), ("(a)", 8.0, True), ("4", 8.0, True), ("–", 8.0, True), ("oil", 8.0, False), ("oilers.", 8.0, False),
        ("[4.]", 8.0, True), ("“4.", 8.0, True), ("abcde.", 8.0, True), ("a", 8.0, False), ("1234", 8.0, False),
    ],
)  # fmt: skip
def test_text_behind_a_label_and_a_tab(label: str, gap: float, hangs: bool) -> None:
    second = 100 + 6 * len(label) + gap
    assert hang(label, second) == (second if hangs else None)


def test_text_that_stands_in_no_line_is_told() -> None:
    sideways = Glyph("s", 100.0, 500.0, 6.0, 10.0, 0, 1, 1)
    outside = Glyph("o", 700.0, 500.0, 6.0, 10.0, 0, 2, 0)
    assert lines.stray_text(page(*put("abc", 100, 700), sideways, outside)) == {
        "sideways": "s",
        "off_page": "o",
    }
    assert lines.stray_text(page(*put("abc", 100, 700))) == {}
