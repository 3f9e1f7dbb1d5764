"""The edges of the rules that go by points: what lies over what, how far, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from treatydiff.model import Run
from treatydiff.reading.lines import PageLine
from treatydiff.reading.pdf import blocks, calls_in_place, columns, levelling, rows, watermarks
from treatydiff.reading.pdf.characters import DrawnLine, Glyph, PageCharacters
from treatydiff.reading.pdf.layout import Column, layout_of
from treatydiff.reading.pdf.letter_spacing import close_up
from treatydiff.reading.pdf.rows import GlyphRow


def glyph(text: str, x: float, y: float = 700.0, *, advance: float = 6.0, size: float = 10.0) -> Glyph:
    return Glyph(text, x, y, advance, size, 0, ord(text[0]) if text else 0, 0)


def words(text: str, x: float, y: float, *, size: float = 10.0, step: float = 6.0) -> list[Glyph]:
    return [glyph(sign, x + step * at, y, advance=step, size=size) for at, sign in enumerate(text)]


def page(*glyphs: Glyph, drawn: tuple[DrawnLine, ...] = ()) -> PageCharacters:
    return PageCharacters(1, 600.0, 800.0, tuple(glyphs), drawn)


BODY = [each for line in range(8) for each in words("the keepers mend the lamps", 72, 700 - 14 * line)]
"""Eight lines of text in type of ten points, from 700 down to 602."""


@pytest.mark.parametrize(
    ("y", "x", "taken"),
    [
        (650, 80, True),  # behind the text
        (300, 80, False),  # beneath it
        (701, 80, True),  # letters begin below the middle of the line at 700
        (708, 80, False),  # above it
        (650, 300, False),  # to the right of all words
    ],
)
def test_a_watermark_has_text_over_it(y: float, x: float, taken: bool) -> None:
    large = words("DRAFT", x, y, size=40, step=24)
    kept, found = watermarks.without_watermarks(page(*BODY, *large))
    assert ([each.text for each in found] == ["DRAFT"]) is taken
    assert (len(kept.glyphs) == len(BODY)) is taken


@pytest.mark.parametrize(
    ("x", "advance", "over"),
    [
        (100, 6, True),
        (100, 4, False),  # its right edge is the letter's first fifth
        (100, 4.1, True),
        (116, 6, False),  # it begins where the last fifth does
        (115.9, 6, True),
        (90, 6, False),
    ],
)
def test_what_reaches_into_a_large_letter(x: float, advance: float, over: bool) -> None:
    letter = glyph("D", 100, advance=20, size=40)
    assert watermarks._is_over(glyph("t", x, advance=advance), letter) is over


@pytest.mark.parametrize(
    ("text", "size", "y", "same"),
    [
        ("DRAFT", 40, 300, True),
        ("D R A F T", 41, 304, True),
        ("DRAFT", 41.1, 300, False),
        ("DRAFT", 40, 304.1, False),
        ("DRAFTS", 40, 300, False),
    ],
)
def test_a_watermark_of_another_page(text: str, size: float, y: float, same: bool) -> None:
    assert watermarks.Watermark("DRAFT", 40, 300).stands_as(text, size, y) is same


def test_letters_of_one_watermark_are_told_by_size_and_height() -> None:
    large = [*words("DRA", 80, 650.2, size=40.04, step=24), *words("FT", 152, 649.8, size=39.96, step=24)]
    _, found = watermarks.without_watermarks(page(*BODY, *large))
    assert [each.text for each in found] == ["DRAFT"]
    two = [*words("DRA", 80, 650, size=40.4, step=24), *words("FT", 152, 650, size=39.6, step=24)]
    _, found = watermarks.without_watermarks(page(*BODY, *two))
    assert [each.text for each in found] == ["DRA"]  # two letters alone are no watermark


@pytest.mark.parametrize("slope", [0.02, -0.02])
def test_drawn_lines_are_levelled_with_the_text(slope: float) -> None:
    askew = [
        each._replace(x=each.x - slope * each.y, y=each.y + slope * (each.x - slope * each.y))
        for each in BODY
    ]
    rule = DrawnLine(100.0, 300.0, 500.0)
    level = levelling.levelled(page(*askew, drawn=(rule,)))
    assert max(abs(one.y - other.y) for one, other in zip(level.glyphs, BODY, strict=True)) < 0.4
    assert level.drawn == (DrawnLine(100 + slope * 500, 300 + slope * 500, 500 - slope * 200),)


@pytest.mark.parametrize(("slope", "moved"), [(0.005, False), (0.007, True), (-0.007, True)])
def test_a_page_that_is_hardly_askew_stays(slope: float, moved: bool) -> None:
    askew = page(*(each._replace(y=each.y + slope * each.x) for each in BODY))
    assert (levelling.levelled(askew) is not askew) is moved


@dataclass
class Letter:
    text: str
    x0: float
    x1: float
    glyph: object


def spaced(text: str, gap: float = 4.0) -> list[Letter]:
    letters: list[Letter] = []
    at = 0.0
    for sign in text:
        width = gap if sign == " " else (2 * gap if sign == "_" else 6.0)
        letters.append(Letter(sign.replace("_", " "), at, at + width, None if sign in " _" else sign))
        at += width
    return letters


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("R U L E", "RULE"),
        ("A R T", "A R T"),  # three letters may be initials
        ("R U L E_O N E", "RULE ONE"),
        ("the A B C D of it", "the ABCD of it"),
        ("R u L e", "R u L e"),  # of two cases
        ("a b c d", "abcd"),
    ],
)
def test_words_set_with_spaces(printed: str, read: str) -> None:
    assert "".join(letter.text for letter in close_up(spaced(printed))) == read


@pytest.mark.parametrize(
    ("x", "advance", "covers"),
    [
        (100, 4, True),
        (105.5, 4, False),  # half a point of it
        (104.9, 4, True),  # more than a tenth of the size
        (106, 4, False),
        (97, 4, False),
        (97, 4.1, True),
    ],
)
def test_a_raised_sign_over_a_letter(x: float, advance: float, covers: bool) -> None:
    row = GlyphRow(700, 10, 100, 200, [], [])
    letter = glyph("e", 100)
    assert calls_in_place._covers_letter(glyph("3", x, 704, advance=advance), [letter], row) is covers


def line(text: str, x0: float, x1: float, y: float = 700.0, **more: object) -> PageLine:
    return PageLine(
        text, 1, (Run(text),), x0=x0, x1=x1, baseline=y, size=11.0, page_width=544.0, **more,  # type: ignore[arg-type]
    )  # fmt: skip


COLUMN = Column(72.0, 472.0)


@pytest.mark.parametrize(
    ("x0", "x1", "text", "centred"),
    [
        (200, 344, "CHAPTER TWO", True),
        (207, 351, "CHAPTER TWO", True),  # seven points off the middle of both
        (209, 353, "CHAPTER TWO", False),  # nine are more than a fiftieth of the column
        (72, 472, "a line from margin to margin", False),
        (73, 471, "a line that nearly fills its column", False),
    ],
)
def test_which_lines_are_centred(x0: float, x1: float, text: str, centred: bool) -> None:
    layout = layout_of([[line("x", 72, 472, 700 - 14 * at) for at in range(12)]])
    assert blocks._centred(line(text, x0, x1), COLUMN, layout) is centred


@pytest.mark.parametrize(
    ("x0", "x1", "y", "belongs"),
    [
        (100, 444, 686, True),
        (102, 446, 686, True),  # two points off the middle of the line above
        (103, 447, 686, False),
        (100, 444, 682.5, True),  # a size and six tenths below
        (100, 444, 682, False),
        (72.5, 471.5, 686, False),  # not clear of the margins
        (73, 471, 686, True),
    ],
)
def test_a_wide_line_of_a_title(x0: float, x1: float, y: float, belongs: bool) -> None:
    title = line("OF THE LAMPS", 200, 344)
    assert blocks._belongs_to_title(
        line("AND OF THE SIGNALS THAT KEEPERS GIVE", x0, x1, y), title, COLUMN
    ) is (belongs)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("keepers mend", 7 / 12 * 120),
        ("船舶应当", 1 / 4 * 120),
        ("a灯 b", 2 / 4 * 120),
        ("", 0.0),
        ("lamps", 120.0),
    ],
)
def test_the_width_of_a_first_word(text: str, width: float) -> None:
    assert blocks._first_word_width(line(text, 100, 220)) == pytest.approx(width)


def test_edges_of_blocks_are_given_to_a_tenth_of_a_point() -> None:
    (block,) = blocks.blocks_of([[line("The keepers mend the lamps.", 72.04, 200.06)]])
    assert (block.x0, block.x1) == (72.0, 200.1)
    (block,) = blocks.blocks_of([[line("يصلح الحراس المصابيح", 72.46, 200.06)]])
    assert (block.x0, block.x1) == (72.5, 200.1)


@pytest.mark.parametrize(
    ("x", "joins"), [(99, True), (98.9, False), (150, True), (201, True), (201.1, False)]
)
def test_a_mark_belongs_to_a_row_that_it_stands_over(x: float, joins: bool) -> None:
    mark = Glyph("\u0301", x, 705.0, 0.0, 10.0, 0, 9, 0)
    (row,) = rows.rows_of([glyph("a", 100), glyph("b", 195, advance=5), mark])
    assert (row.marks == [mark]) is joins


@pytest.mark.parametrize(
    ("line_x0", "line_x1", "counts"),
    [
        (200, 260, True),
        (200, 248, False),  # no longer than three times sixteen points
        (200, 248.1, True),
        (246, 300, False),  # it begins beyond the gutter
        (245.9, 300, True),
        (150, 214, False),  # it ends before it
        (150, 214.1, True),
    ],
)
def test_ruled_lines_across_a_gutter(line_x0: float, line_x1: float, counts: bool) -> None:
    text = [GlyphRow(y, 10, 72, 472, [], []) for y in (700, 600, 500)]
    drawn = [DrawnLine(line_x0, line_x1, y) for y in (740.0, 650.0, 460.0)]
    assert columns._rules_across(drawn, 230, text) == ([740.0, 650.0, 460.0] if counts else [])


@pytest.mark.parametrize(
    ("heights", "found"),
    [
        ((740, 650, 460), [740.0, 650.0, 460.0]),  # forty points above and below are still the table's
        ((741, 650, 600), []),
        ((700, 650, 459), []),
        ((700, 697, 650, 600), [700.0, 650.0, 600.0]),  # two strokes of one rule
        ((700, 696, 650), [700.0, 696.0, 650.0]),
        ((700, 650), []),
    ],
)
def test_which_rules_make_a_table(heights: tuple[float, ...], found: list[float]) -> None:
    text = [GlyphRow(y, 10, 72, 472, [], []) for y in (700, 600, 500)]
    drawn = [DrawnLine(150, 300, float(y)) for y in heights]
    assert columns._rules_across(drawn, 230, text) == found


def placed(*letters: tuple[str, float, float], size: float = 10.0, y: float = 700.0) -> GlyphRow:
    """A row of letters, each with its place and width."""
    found = rows._row([glyph(sign, x, y, advance=width, size=size) for sign, x, width in letters])
    assert found is not None
    return found


HOST = placed(("a", 100, 10), ("b", 110, 10))


@pytest.mark.parametrize(
    ("x", "width", "over"),
    [
        (98, 10, False),  # its middle is where the first third of "a" ends
        (98.1, 10, True),
        (101.9, 10, True),
        (102, 10, False),
        (108, 10, False),
        (108.1, 10, True),
        (112, 10, False),
        (90, 10, False),
        (130, 10, False),
    ],
)
def test_halves_of_a_line_do_not_stand_over_one_another(x: float, width: float, over: bool) -> None:
    assert rows._overlaps(placed(("c", x, width)), HOST) is over


@pytest.mark.parametrize(
    ("text", "x", "y", "touches"),
    [
        # right beside a letter: six tenths of the type size, or all of it before the first
        ("c", 126.0, 704, True),
        ("c", 126.1, 704, False),
        ("c", 84.0, 704, True),
        ("c", 83.9, 704, False),
        ("c", 104.0, 704, True),
        # the raised label of a note may stand a tab before its text
        ("1", 40.0, 704, True),
        ("1", 40.0, 700, False),
        ("1", 40.0, 696, False),
        ("12", 40.0, 704, True),
        ("1234", 40.0, 704, False),
        ("*", 40.0, 704, True),
        ("x", 40.0, 704, False),
        ("1", 140.0, 704, False),
    ],
)
def test_a_small_row_beside_a_line(text: str, x: float, y: float, touches: bool) -> None:
    small = placed(*((sign, x + 6 * at, 6) for at, sign in enumerate(text)), size=6.0, y=y)
    assert rows._touches(small, HOST) is touches


@pytest.mark.parametrize(
    ("size", "rise", "letters", "belongs"),
    [
        # small letters, raised by up to three quarters of the type size or lowered by two fifths
        (8.4, 7.5, "c", True),
        (8.4, 7.6, "c", False),
        (8.4, -4.0, "c", True),
        (8.4, -4.1, "c", False),
        # letters of full size, a quarter up or down, no more than the line has
        (8.5, 2.5, "c", True),
        (8.5, 2.6, "c", False),
        (8.5, -2.5, "c", True),
        (8.5, -2.6, "c", False),
        (8.5, 0.0, "cd", True),
        (8.5, 0.0, "cde", False),
    ],
)
def test_what_belongs_to_a_line(size: float, rise: float, letters: str, belongs: bool) -> None:
    row = placed(*((sign, 121.0 + 6 * at, 6) for at, sign in enumerate(letters)), size=size, y=700.0 + rise)
    assert rows._belongs(row, HOST) is belongs


@pytest.mark.parametrize(
    ("heights", "found"),
    [
        ([700.0], [1]),
        ([700.0, 700.0], [2]),
        ([700.0, 699.5], [2]),  # half of an eighth of the type size, nearly
        ([700.0, 699.3], [1, 1]),
        ([700.0, 699.5, 699.0, 698.85], [4]),
        ([700.0, 699.5, 699.0, 698.75], [3, 1]),
        ([700.0, 650.0, 700.0], [2, 1]),
    ],
)
def test_letters_of_one_height_are_a_row(heights: list[float], found: list[int]) -> None:
    letters = [glyph("a", 72.0 + 6 * at, y) for at, y in enumerate(heights)]
    assert [len(row.glyphs) for row in rows._rows(letters)] == found
