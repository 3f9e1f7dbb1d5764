"""Columns on a part of a page, ruled cells, gutters beside spaces: invented boxes at and beside each bound."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from treatydiff.reading.pdf import columns, lines
from treatydiff.reading.pdf import rows as row_rules
from treatydiff.reading.pdf.characters import DrawnLine, Font, Glyph, PageCharacters
from treatydiff.reading.pdf.rows import GlyphRow, rows_of
from treatydiff.reading.right_to_left import ELONGATION

PAGE = PageCharacters(1, 600.0, 800.0, (), ())


def boxes(y: float, *spans: tuple[float, float]) -> GlyphRow:
    """A row of boxes."""
    glyphs = [Glyph("x", x0, y, x1 - x0, 10.0, 0, 1, 0) for x0, x1 in spans]
    return GlyphRow(y, 10.0, min(x0 for x0, _ in spans), max(x1 for _, x1 in spans), glyphs, [])


def across(y: float) -> GlyphRow:
    return boxes(y, (72, 528))


def both(y: float, left: float = 280, right: float = 320) -> GlyphRow:
    """A row of two columns."""
    return boxes(y, (72, left), (right, 528))


def shape(strips: list[columns.Strip]) -> list[tuple[int, int]]:
    """Column and number of rows of every strip."""
    return [(strip.column, len(strip.rows)) for strip in strips]


def page_of(text: str) -> list[GlyphRow]:
    """Rows from the top: "-" runs across, "=" is of two columns, "l" and "r" of one of them, "." is short."""
    kinds = {"-": across, "=": both, "l": lambda y: boxes(y, (72, 280)), "r": lambda y: boxes(y, (320, 528)),
             ".": lambda y: boxes(y, (72, 150))}  # fmt: skip
    return [kinds[kind](700.0 - 14 * at) for at, kind in enumerate(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-" * 9, [(0, 9)]),
        ("----.---.--", [(0, 11)]),
        ("=" * 6, [(1, 6), (2, 6)]),
        ("---======", [(0, 3), (1, 6), (2, 6)]),
        ("======---", [(1, 6), (2, 6), (0, 3)]),
        ("======---=", [(1, 6), (2, 6), (0, 3), (1, 1), (2, 1)]),
        # four lines are a band where most of a page runs across
        ("--------====--", [(0, 8), (1, 4), (2, 4), (0, 2)]),
        ("--------===--", [(0, 13)]),
        ("--------====--====-", [(0, 8), (1, 4), (2, 4), (0, 2), (1, 4), (2, 4), (0, 1)]),
        ("--------====.----", [(0, 8), (1, 5), (2, 4), (0, 4)]),
        # a side without lines of its own
        ("llllll------", [(0, 12)]),
        ("lllrrr======", [(1, 9), (2, 9)]),
        ("", []),
    ],
)
def test_bands_of_columns(text: str, expected: list[tuple[int, int]]) -> None:
    assert shape(columns.strips_of(PAGE, page_of(text))) == expected


@pytest.mark.parametrize(("across_them", "found"), [(4, True), (5, False)])
def test_how_many_rows_may_cross_three_columns(across_them: int, found: bool) -> None:
    three = [boxes(700 - 14 * at, (72, 210), (230, 370), (390, 528)) for at in range(6)]
    rows = [*three, *(across(600 - 14 * at) for at in range(across_them))]
    assert (columns._two_gutters(rows) == (219.5, 379.5)) is found


@pytest.mark.parametrize(("count", "found"), [(6, True), (5, False)])
def test_three_columns_have_so_many_lines(count: int, found: bool) -> None:
    three = [boxes(700 - 14 * at, (72, 210), (230, 370), (390, 528)) for at in range(count)]
    assert (columns._two_gutters(three) == (219.5, 379.5)) is found
    assert shape(columns.strips_of(PAGE, three)) == (
        [(1, count), (2, count), (3, count)] if found else [(0, count)]
    )


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([both(700 - 14 * at) for at in range(6)], True),
        ([both(700 - 14 * at) for at in range(5)], False),
        # the columns stand beside one another for half of the shorter one at least
        ([*(boxes(700 - 10 * at, (72, 280)) for at in range(9)), *(boxes(660 - 10 * at, (320, 528)) for at in range(9))], True),
        ([*(boxes(700 - 10 * at, (72, 280)) for at in range(9)), *(boxes(659 - 10 * at, (320, 528)) for at in range(9))], False),
        # neither is narrower than three tenths of the text
        ([both(700 - 14 * at, 208.8, 228) for at in range(6)], True),
        ([both(700 - 14 * at, 208.7, 228) for at in range(6)], False),
        ([both(700 - 14 * at, 380, 391.2) for at in range(6)], True),
        ([both(700 - 14 * at, 380, 391.3) for at in range(6)], False),
        # the usual line fills more than half of its column
        ([both(700), *(boxes(690 - 14 * at, (72, 186.4), (320, 528)) for at in range(6))], True),
        ([both(700), *(boxes(690 - 14 * at, (72, 186.3), (320, 528)) for at in range(6))], False),
    ],
)  # fmt: skip
def test_what_two_columns_are(rows: list[GlyphRow], found: bool) -> None:
    gutter = 218.0 if rows[0].shown()[0].advance < 150 else 385.0 if rows[0].shown()[-1].x > 350 else 300.0
    assert columns._are_columns(rows, gutter, 6) is found


@pytest.mark.parametrize(
    ("edges", "running"),
    [
        # headings in the middle are left out where enough runs from the margin
        ([(0, 200)] * 3 + [(60, 140)] * 6, 3),
        ([(0, 200)] * 3 + [(60, 140)] * 7, 10),
        ([(0, 200)] * 2 + [(60, 140)], 3),
        # what leaves a tenth of the column free on either side
        ([(0, 200)] * 3 + [(20, 180)], 3),
        ([(0, 200)] * 3 + [(19.9, 180.1)], 4),
        # and is off the middle by three points at most
        ([(0, 200)] * 3 + [(60, 134)], 3),
        ([(0, 200)] * 3 + [(60, 133.9)], 4),
        ([(0, 200)] * 3 + [(54, 140)], 3),
        ([(0, 200)] * 3 + [(53.9, 140)], 4),
    ],
)
def test_lines_of_a_column_that_are_no_headings(edges: list[tuple[float, float]], running: int) -> None:
    assert len(columns._running(edges, 0.0, 200.0)) == running


@pytest.mark.parametrize(
    ("spaces", "gutter_width", "wider"),
    [
        ((10.0,), 14.0, True),
        ((10.0,), 13.9, False),
        ((5.0, 10.0), 14.0, True),
        ((), 14.0, True),
        ((1.5,), 2.05, False),
        ((0.9,), 1.0, True),  # less than a point is no space
    ],
)
def test_a_gutter_is_wider_than_spaces(spaces: tuple[float, ...], gutter_width: float, wider: bool) -> None:
    spans, x = [], 100.0
    for space in (*spaces, gutter_width):
        spans.append((x, x + 30))
        x += 30 + space
    row = boxes(700, *spans, (x, x + 100))
    assert columns._is_wider_than_spaces([row], x - gutter_width / 2) is wider


@pytest.mark.parametrize(("narrow", "wider"), [(2, True), (3, False)])
def test_most_lines_have_a_wider_gutter(narrow: int, wider: bool) -> None:
    def spaced(space: float) -> GlyphRow:
        return boxes(700, (100, 150), (150 + space, 290), (310, 400))

    rows = [spaced(5.0)] * (5 - narrow) + [spaced(30.0)] * narrow
    assert columns._is_wider_than_spaces(rows, 300.0) is wider


def letters(text: str, x: float, y: float) -> list[Glyph]:
    return [Glyph(sign, x + 6 * at, y, 6.0, 10.0, 0, ord(sign), 0) for at, sign in enumerate(text)]


def test_ruled_cells_are_read_one_after_the_other() -> None:
    glyphs = [
        *letters("oil", 72, 700), *letters("fog", 320, 700), *letters("ice", 72, 686), *letters("dew", 320, 650),
    ]  # fmt: skip
    found = columns._columns_of(rows_of(glyphs), (300.0,), [740.0, 670.0, 600.0])
    assert [
        (strip.column, strip.cell, ["".join(g.text for g in row.shown()) for row in strip.rows])
        for strip in found
    ] == [(1, (1, 0), ["oil", "ice"]), (2, (1, 1), ["fog"]), (2, (2, 1), ["dew"])]
    plain = columns._columns_of(rows_of(glyphs), (300.0,), [])
    assert [(strip.column, strip.cell, len(strip.rows)) for strip in plain] == [(1, None, 2), (2, None, 2)]
    assert columns._columns_of([], (300.0,), []) == []


@pytest.mark.parametrize(("rule", "row"), [(703.1, 1), (703.0, 0)])
def test_a_rule_through_the_middle_of_a_letter_is_above_it(rule: float, row: int) -> None:
    (found,) = columns._columns_of(rows_of(letters("oil", 72, 700)), (300.0,), [rule])
    assert found.cell == (row, 0)


def test_columns_of_arabic_are_read_from_the_right() -> None:
    glyphs = [*letters("باب", 72, 700), *letters("تاج", 320, 700)]
    found = columns._columns_of(rows_of(glyphs), (300.0,), [])
    assert [strip.rows[0].x0 for strip in found] == [320.0, 72.0]


def read(*glyphs: Glyph) -> list[str]:
    page = PageCharacters(1, 600.0, 800.0, glyphs, ())
    return [line.text for line in lines.page_lines(page, [Font("F", bold=False, italic=False)])]


def test_a_stroke_that_lengthens_a_word_fills_its_gap() -> None:
    word = [*letters("بتث", 100, 700), Glyph("ج", 138, 700, 6.0, 10.0, 0, 9, 0)]
    stroke = Glyph(ELONGATION, 118, 700, 20.0, 10.0, 0, 8, 0)
    assert read(*word) == ["ج ثتب"]
    assert read(*word[:3], stroke, word[3]) == ["جثتب"]


@pytest.mark.parametrize(
    ("x", "text"), [(103.0, "e\u0301a"), (106.0, "e\u0301a"), (105.9, "e\u0301a"), (109.0, "ea\u0301")]
)
def test_an_accent_joins_the_letter_that_it_stands_over(x: float, text: str) -> None:
    mark = Glyph("\u0301", x, 703.0, 0.0, 10.0, 0, 7, 0)
    (found,) = read(*letters("ea", 100, 700), mark)
    assert unicodedata.normalize("NFD", found) == text


def test_line_numbers_are_a_line_of_their_own() -> None:
    found = lines._line_numbers([*letters("21", 40, 700), *letters("22", 40, 686)], PAGE)
    assert (found.text, found.rule, found.baseline, found.page) == ("21 22", "line_number", 686.0, 1)


@pytest.mark.parametrize(("drawn", "row"), [(DrawnLine(60, 540, 700.0), 3), (DrawnLine(320, 540, 700.0), 0)])
def test_rules_of_one_side_make_no_table(drawn: DrawnLine, row: int) -> None:
    rows = [both(700.0 - 20 * at) for at in range(8)]
    ruled = [drawn._replace(y=720.0 - 50 * at) for at in range(3)]
    assert len(columns._rules_across(ruled, 300.0, rows)) == row


def test_an_accent_between_a_sign_and_a_letter_is_the_letter_s() -> None:
    mark = Glyph("\u0301", 106.0, 703.0, 0.0, 10.0, 0, 7, 0)
    assert [unicodedata.normalize("NFD", each) for each in read(*letters("(e", 100, 700), mark)] == [
        "(e\u0301"
    ]
    assert [unicodedata.normalize("NFD", each) for each in read(*letters("e(", 100, 700), mark)] == [
        "e\u0301("
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("باـبا", "بابا"), ("بـت.", "بت."), ("هـ", "هـ"), ("هـ.", "هـ."), ("هـ 5", "هـ 5"), ("بـت", "بت")],
)
def test_strokes_within_words_are_no_letters(text: str, expected: str) -> None:
    kept = lines._without_elongations([lines._Letter(sign, None, 0.0, 1.0) for sign in text])  # type: ignore[arg-type]
    assert "".join(letter.text for letter in kept) == expected


def test_radicals_are_han_characters_too() -> None:
    wide = [Glyph(sign, x, 700, 10.0, 10.0, 0, ord(sign), 0) for sign, x in (("灯", 100), ("⺀", 112))]
    assert read(*wide) == ["灯⺀"]


@pytest.mark.parametrize(
    ("left", "right", "found"), [(210, 222, True), (375, 387, True), (160, 172, False), (430, 442, False)]
)
def test_where_a_gutter_may_lie(left: float, right: float, found: bool) -> None:
    gutter = columns.find_gutter([both(700.0 - 14 * at, left, right) for at in range(8)])
    assert (gutter is not None) is found
    assert gutter is None or left < gutter < right


@pytest.mark.parametrize(("rule", "cells"), [((72, 300), True), ((300, 528), False)])
def test_rules_across_the_first_of_two_gutters_make_a_table(rule: tuple[float, float], cells: bool) -> None:
    rows = [boxes(700 - 14 * at, (72, 210), (230, 370), (390, 528)) for at in range(8)]
    ruled = replace(PAGE, drawn=tuple(DrawnLine(*rule, 720.0 - 50 * at) for at in range(3)))
    assert all((strip.cell is not None) is cells for strip in columns.strips_of(ruled, rows))


def test_a_sign_raised_above_another_joins_the_line() -> None:
    raised = [Glyph("1", 130, 704, 6.0, 7.0, 0, 1, 0), Glyph("2", 136, 706.5, 6.0, 7.0, 0, 2, 0)]
    assert [
        "".join(g.text for g in row.shown()) for row in rows_of([*letters("lamps", 100, 700), *raised])
    ] == ["lamps12"]


@pytest.mark.parametrize("printed", ["(اب)", ")اب("])
def test_brackets_of_arabic_are_read_by_what_they_enclose(printed: str) -> None:
    assert read(*letters(printed, 100, 700)) == ["(با)"]


def test_a_wide_accent_stands_over_the_letter_at_its_middle() -> None:
    mark = Glyph("\u0301", 102.0, 703.0, 6.0, 10.0, 0, 7, 0)
    assert [unicodedata.normalize("NFD", each) for each in read(*letters("ea", 100, 700), mark)] == [
        "e\u0301a"
    ]


@pytest.mark.parametrize(
    "spans", [((100, 280), (298.5, 299.5), (301, 400)), ((100, 299), (300.5, 301.5), (320, 400))]
)
def test_a_space_beside_the_gutter_is_none_of_its_white(spans: tuple[tuple[float, float], ...]) -> None:
    assert columns._is_wider_than_spaces([boxes(700, *spans)], 300.0) is False


@pytest.mark.parametrize("letter", [(298.4, 301.6), (298.6, 301.4)])
def test_a_line_with_a_letter_on_the_gutter_tells_nothing_of_its_width(letter: tuple[float, float]) -> None:
    assert columns._is_wider_than_spaces([boxes(700, (100, 280), letter, (304, 400))], 300.0) is True


@pytest.mark.parametrize(("y", "underlined"), [(699.0, True), (690.0, False), (680.0, False)])
def test_a_line_drawn_under_letters(y: float, underlined: bool) -> None:
    page = replace(PAGE, glyphs=tuple(letters("oil", 100, 700)), drawn=(DrawnLine(100.0, 118.0, y),))
    (found,) = lines.page_lines(page, [Font("F", bold=False, italic=False)])
    assert found.runs[0].underline is underlined


@pytest.mark.parametrize(("y", "size", "note"), [(704.0, 7.0, "1"), (700.0, 10.0, None)])
def test_only_raised_figures_call_notes(y: float, size: float, note: str | None) -> None:
    sign = Glyph("1", 118.0, y, 4.0, size, 0, 9, 0)
    page = replace(PAGE, glyphs=(*letters("oil", 100, 700), sign))
    (found,) = lines.page_lines(page, [Font("F", bold=False, italic=False)])
    assert [run.note for run in found.runs] == ([None, note] if note else [None])


def test_sizes_that_hardly_differ_are_one_size_of_a_row() -> None:
    def sized(sizes: list[float]) -> list[Glyph]:
        return [Glyph("x", 100.0 + 6 * at, 700.0, 6.0, size, 0, at, 0) for at, size in enumerate(sizes)]

    (found,) = rows_of(sized([10.04] * 3 + [9.96] * 3 + [9.0] * 5))
    assert found.size == 10.0


@pytest.mark.parametrize(
    ("spans", "gap"),
    [(((72, 296), (304, 528)), True), (((72, 296), (303.9, 528)), False), (((72, 178), (194, 528)), True), (((72, 177), (193.9, 528)), False)],
)  # fmt: skip
def test_a_row_that_leaves_a_gap_in_the_middle(spans: tuple[tuple[float, float], ...], gap: bool) -> None:
    assert columns._has_gap_between(boxes(700, *spans), (186.0, 414.0), 72.0, 528.0) is gap


@pytest.mark.parametrize(
    ("heights", "count"),
    [((700.0, 699.45), 1), ((700.0, 699.35), 2), ((700.0, 699.45, 698.9), 1), ((700.0, 699.45, 698.75), 2), ((700.0, 699.45, 698.9, 698.4), 2)],
)  # fmt: skip
def test_letters_whose_heights_differ_a_little(heights: tuple[float, ...], count: int) -> None:
    assert len(row_rules._rows([Glyph("x", 100, y, 6.0, 10.0, 0, 1, 0) for y in heights])) == count
