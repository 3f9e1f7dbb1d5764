"""Margins, indents and line distances of invented pages, at and beside each bound."""

from __future__ import annotations

from dataclasses import replace

import pytest

from treatydiff.model import Run
from treatydiff.reading.lines import PageLine
from treatydiff.reading.pdf import blocks, layout
from treatydiff.reading.pdf.layout import Column, layout_of


def line(
    x0: float,
    x1: float,
    y: float = 700.0,
    *,
    size: float = 10.0,
    page: int = 1,
    text: str = "oil lamps",
    **more: object,
) -> PageLine:
    return PageLine(
        text, page, more.pop("runs", (Run(text),)), x0=x0, x1=x1, baseline=y, size=size, page_width=600.0, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def sheet(
    count: int, x0: float = 72.0, x1: float = 500.0, *, page: int = 1, pitch: float = 14.0, **more: object
) -> list[PageLine]:
    return [line(x0, x1, 700 - pitch * at, page=page, **more) for at in range(count)]  # type: ignore[arg-type]


def column(*pages: list[PageLine]) -> list[tuple[float, float]]:
    return [(each.left, each.right) for each in layout_of(pages).columns]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        # a page may differ by twelve points from those like it, on either side
        (sheet(8, 84, 500, page=3), (84, 500)),
        (sheet(8, 84.1, 500, page=3), (72, 500)),
        (sheet(8, 60, 500, page=3), (60, 500)),
        (sheet(8, 59.9, 500, page=3), (72, 500)),
        (sheet(8, 72, 488, page=3), (72, 488)),
        (sheet(8, 72, 487.9, page=3), (72, 500)),
        (sheet(8, 72, 512, page=3), (72, 512)),
        # of seven lines none is judged
        (sheet(7, 84, 500, page=3), (72, 500)),
        # pages of the other hand have margins of their own
        (sheet(8, 100, 528, page=2), (100, 528)),
        (sheet(2, 100, 528, page=2), (100, 528)),
        # nor where its lines are short
        (sheet(8, 84, 426.4, page=3), (72, 500)),
    ],
)  # fmt: skip
def test_margins_of_a_page(second: list[PageLine], expected: tuple[float, float]) -> None:
    assert column(sheet(30), second)[1] == expected


def test_a_page_without_lines() -> None:
    assert column(sheet(9), [])[1] == (0.0, 612.0)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # most lines go on from a full one: the margin is theirs
        ([*sheet(6), *sheet(6, 92, 400)], (72, 500)),
        # lines that are short by more than two fifths say nothing of the right edge
        ([*sheet(6, 72, 500), *sheet(9, 72, 328)], (72, 500)),
        ([*sheet(6, 72, 500), *sheet(9, 72, 329)], (72, 329)),
        # edges a point apart are one
        ([*sheet(4, 72, 500), *sheet(4, 72, 501), *sheet(6, 72, 450)], (72, 500.5)),
        ([*sheet(4, 72, 500), *sheet(4, 72, 502), *sheet(6, 72, 450)], (72, 450)),
    ],
)
def test_edges_of_the_text(lines: list[PageLine], expected: tuple[float, float]) -> None:
    assert column(lines)[0] == expected


@pytest.mark.parametrize(("going", "left"), [(5, 72.0), (4, 92.0)])
def test_lines_that_go_on_tell_the_margin(going: int, left: float) -> None:
    # paragraphs of two lines, the first indented, and more of one line
    two = [
        each for at in range(going) for each in (line(92, 500, 700 - 40 * at), line(72, 250, 686 - 40 * at))
    ]
    one = [line(92, 480, 400 - 30 * at) for at in range(12)]
    assert column([*two, *one])[0][0] == left


@pytest.mark.parametrize(
    ("drop", "left"), [(21.9, 72.0), (22.0, 92.0), (0.1, 72.0), (0.0, 92.0), (-14.0, 92.0)]
)
def test_how_far_below_a_line_goes_on(drop: float, left: float) -> None:
    two = [
        each
        for at in range(6)
        for each in (line(92, 500, 700 - 80 * at), line(72, 250, 700 - drop - 80 * at))
    ]
    one = [line(92, 480, 100 - 30 * at) for at in range(12)]
    assert column([*two, *one])[0][0] == left


@pytest.mark.parametrize(("short", "left"), [(21.4, 72.0), (21.5, 92.0)])
def test_how_full_the_line_above_is(short: float, left: float) -> None:
    # a twentieth of the longest line, which is 428 points long
    two = [
        each
        for at in range(6)
        for each in (line(92, 500 - short, 700 - 80 * at), line(72, 250, 686 - 80 * at))
    ]
    one = [line(92, 500, 100 - 30 * at) for at in range(12)]
    wide = [line(72, 500, 5000.0)]
    assert column([*wide, *two, *one])[0][0] == left


def test_the_size_of_most_type_tells_the_margins() -> None:
    title = sheet(3, 200, 400, size=16.0)
    assert column([*title, *sheet(12)])[0] == (72, 500)
    # less than eight lines of the size in which most is printed are no text
    assert column([*sheet(7, 92, 480), *sheet(12, 72, 500, size=7.0, text="oil")])[0] == (72, 500)
    assert column([*sheet(8, 92, 480), *sheet(12, 72, 500, size=7.0, text="oil")])[0] == (92, 480)


@pytest.mark.parametrize(
    ("distances", "expected"),
    [
        ([14.0, 14.0, 14.0], 14.0),
        ([14.0, 14.0], 11.5),  # two say nothing: the usual share of the size
        ([14.0, 14.0, 12.0], 14.0),
        ([8.0, 8.0, 8.0], 8.0),
        ([7.9, 7.9, 7.9], 11.5),
        ([32.0, 32.0, 32.0], 32.0),
        ([32.1, 32.1, 32.1], 11.5),
        ([14.0, 14.0, 12.0, 12.0], 12.0),
    ],
)
def test_the_usual_distance_of_lines(distances: list[float], expected: float) -> None:
    heights = [700.0]
    for each in distances:
        heights.append(heights[-1] - each)
    assert layout_of([[line(72, 500, y) for y in heights]]).line_distance(0, 10.0) == pytest.approx(expected)


@pytest.mark.parametrize(("x1", "expected"), [(457.2, 14.0), (457.1, 20.0)])
def test_only_full_lines_tell_the_distance(x1: float, expected: float) -> None:
    close = [each for at in range(4) for each in (line(72, x1, 600 - 50 * at), line(72, 200, 586 - 50 * at))]
    apart = [line(72, 500, 2000 - 20 * at) for at in range(4)]
    full = [line(72, 500, 9000.0 + 100 * at) for at in range(9)]
    found = layout_of([[*full, *apart, *close]])
    assert found.line_distance(0, 10.0) == expected


@pytest.mark.parametrize(
    ("distances", "own"),
    [
        ([18.0] * 5, True),
        ([18.0] * 4, False),
        ([18.0] * 6 + [12.0, 13.0, 15.0, 16.0], True),
        ([18.0] * 5 + [12.0, 13.0, 15.0, 16.0], False),
        ([18.0] * 5 + [18.4, 12.0, 13.0, 15.0, 16.0], True),
        ([18.0] * 5 + [18.5, 12.0, 13.0, 15.0, 16.0], False),
    ],
)
def test_a_page_with_a_distance_of_its_own(distances: list[float], own: bool) -> None:
    heights = [700.0]
    for each in distances:
        heights.append(heights[-1] - each)
    found = layout_of([sheet(40), [line(72, 500, y, page=3) for y in heights]])
    assert found.line_distance(1, 10.0) == (18.0 if own else 14.0)
    assert found.line_distance(0, 10.0) == 14.0


def test_sizes_are_told_apart_by_half_points() -> None:
    assert [layout.size_key(size) for size in (10.0, 10.2, 10.3, 10.74, 10.8)] == [
        10.0,
        10.0,
        10.5,
        10.5,
        11.0,
    ]
    found = layout_of([[*sheet(5), *sheet(5, size=8.0, pitch=10.0)]])
    assert (found.line_distance(0, 8.2), found.line_distance(0, 10.2)) == (10.0, 14.0)


def test_lines_without_a_place() -> None:
    bare = PageLine("oil", 1)
    assert (layout.left_of(bare), layout.right_of(bare), layout.size_of(bare)) == (0.0, 0.0, 10.0)
    assert layout.drop(bare, line(72, 500, 5.0)) == -5.0
    assert layout.drop(line(72, 500, 5.0), bare) == 5.0
    assert Column(72.0, 500.0).width == 428.0


@pytest.mark.parametrize(("x1", "usual"), [(500.0, True), (497.0, True), (496.9, False)])
def test_only_full_lines_tell_the_usual_indents(x1: float, usual: bool) -> None:
    lines = [*sheet(12), *sheet(3, 100, x1)]
    assert (28 in layout_of([lines]).indents) is usual


# --- centred lines -------------------------------------------------------------------------------

LAYOUT = layout_of([sheet(12)])
TEXT = Column(72.0, 500.0)


@pytest.mark.parametrize(
    ("x0", "x1", "centred"),
    [
        (87.0, 485.0, True),
        (86.9, 485.1, False),  # .035 of the column must be clear on either side
        (86.9, 484.0, False),
        (88.0, 485.1, False),
        (236.0, 336.0, True),
        (244.5, 344.5, True),  # a fiftieth of it off the middle
        (264.0, 353.0, True),
        (260.0, 358.5, False),
        # the middle of the page, 300, will do
        (255.0, 345.0, True),
        (263.0, 353.0, True),
        (264.0, 354.0, False),
    ],
)
def test_a_centred_line(x0: float, x1: float, centred: bool) -> None:
    assert blocks._centred(line(x0, x1), TEXT, LAYOUT) is centred


INDENTED = layout_of([[*sheet(12), *sheet(3, 100.0, 500.0)]])


@pytest.mark.parametrize(
    ("x0", "x1", "text", "centred"),
    [
        (100.0, 472.0, "OIL LAMPS", True),
        (100.0, 473.5, "OIL LAMPS", True),
        (100.0, 473.6, "OIL LAMPS", False),
        (100.0, 472.0, "oil lamps.", False),
        (100.0, 472.0, "oil lamps,", False),
        (101.0, 473.6, "OIL LAMPS", False),
        (101.6, 474.0, "OIL LAMPS", True),
        (98.4, 477.0, "OIL LAMPS", True),
        (99.0, 477.0, "OIL LAMPS", False),
    ],
)
def test_a_line_at_a_usual_indent_is_centred_only_if_exactly_so(
    x0: float, x1: float, text: str, centred: bool
) -> None:
    assert blocks._centred(line(x0, x1, text=text), TEXT, INDENTED) is centred


def test_a_line_with_a_tab_at_a_usual_indent_is_not_centred() -> None:
    assert blocks._centred(line(100.0, 472.0, hang=120.0), TEXT, INDENTED) is False


@pytest.mark.parametrize(
    ("bold", "italic", "size", "alike"),
    [(True, False, 10.0, True), (False, False, 10.0, False), (True, True, 10.0, False), (True, False, 10.2, True), (True, False, 10.4, False)],
)  # fmt: skip
def test_lines_of_a_title_look_alike(bold: bool, italic: bool, size: float, alike: bool) -> None:
    title = line(200, 372, runs=(Run("OIL LAMPS", bold=True), Run("1", note="1"), Run(" ")))
    second = line(80, 492, 686, size=size, runs=(Run("AND WHO MENDS THEM", bold=bold, italic=italic),))
    assert blocks._belongs_to_title(second, title, TEXT) is alike


def test_wide_lines_of_a_title_are_centred_by_those_beside_them() -> None:
    narrow, wide = (236.0, 336.0), (80.0, 492.0)
    for order in ((narrow, wide, wide), (wide, narrow, wide), (wide, wide, narrow)):
        lines = [line(*edges, 700 - 14 * at) for at, edges in enumerate(order)]
        assert blocks._centred_lines(lines, TEXT, LAYOUT) == [True, True, True]
    assert blocks._centred_lines([line(*wide), line(*wide, 686)], TEXT, LAYOUT) == [False, False]


# --- blocks and margins once more ----------------------------------------------------------------


def test_pages_of_another_width_have_margins_of_their_own() -> None:
    wide = [replace(each, page_width=842.0) for each in sheet(4, 100, 742, page=3)]
    assert column(sheet(30), wide) == [(72, 500), (100, 742)]


def test_right_edges_that_never_meet() -> None:
    ragged = [line(72, 500 - 5.0 * at, 700 - 14 * at) for at in range(20)]
    assert column(ragged)[0] == (72, 495)


def test_of_two_right_edges_the_further_one_counts() -> None:
    assert column([*sheet(4, 72, 450), *sheet(4, 72, 500)])[0] == (72, 500)


@pytest.mark.parametrize(("drop", "gap"), [(14.0, 0.0), (19.0, 0.36), (12.0, 0.0), (28.0, 1.0)])
def test_white_space_above_a_block(drop: float, gap: float) -> None:
    last = 700 - 14 * 11
    found = blocks.blocks_of([[*sheet(12), line(72, 500, last - drop)]])
    assert found[-1].gap == gap
    assert found[0].gap is None


def test_an_indented_line_is_judged_by_the_line_below_it() -> None:
    def starts(*indents: float) -> bool | None:
        lines = [
            *sheet(12),
            *(line(72 + indent, 500, 700 - 14 * (12 + at)) for at, indent in enumerate(indents)),
        ]
        return blocks.blocks_of([lines])[12].starts_paragraph

    assert starts(20, 0) is True
    assert starts(20, 20) is None


def test_lines_of_arabic_are_judged_in_their_mirror() -> None:
    text = "يصلح الحراس المصابيح كل ليلة"
    lines = [
        *sheet(12, text=text),
        line(300, 500, 700 - 14 * 12, text=text),
        *(line(72, 500, 700 - 14 * at, text=text) for at in (13, 14)),
    ]
    assert [block.starts_paragraph for block in blocks.blocks_of([lines])[12:]] == [False, True, False]
