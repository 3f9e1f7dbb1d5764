"""Where the column of a page begins and ends, by its lines: at and beside every bound."""

from __future__ import annotations

import pytest

from treatydiff.reading.lines import PageLine
from treatydiff.reading.pdf.layout import Column, _column, _of_usual_size, _usual_edge, layout_of


def at(
    x0: float, x1: float, y: float, *, size: float = 10.0, page: int = 1, text: str = "The keepers mend"
) -> PageLine:
    return PageLine(text, page, x0=x0, x1=x1, baseline=y, size=size, page_width=600.0, page_height=800.0)


def down(*edges: tuple[float, float], step: float = 12.0, page: int = 1) -> list[PageLine]:
    """Lines below one another."""
    return [at(x0, x1, 700.0 - step * number, page=page) for number, (x0, x1) in enumerate(edges)]


@pytest.mark.parametrize(
    ("values", "leftmost", "edge"),
    [
        ([72, 72, 90], True, 72),
        ([72, 90, 90], True, 90),
        # of several as usual the outermost
        ([72, 90], True, 72),
        ([72, 90], False, 90),
        # what lies within a point and a half counts together
        ([72.0, 73.0, 73.0, 90, 90], True, 73.0),
        ([71, 72, 73, 90, 90], True, 72),
        ([70, 72, 90, 90], True, 90),
        ([72.0, 73.5, 73.6], True, 73.55),
    ],
)  # fmt: skip
def test_the_usual_edge(values: list[float], leftmost: bool, edge: float) -> None:
    assert _usual_edge(values, leftmost=leftmost) == edge


FULL, LAST, FIRST = (72.0, 500.0), (72.0, 300.0), (92.0, 500.0)


@pytest.mark.parametrize(
    ("lines", "usual_left", "column"),
    [
        # five lines that go on from full ones tell the margin, though most lines are indented
        (down(*[FIRST, FULL] * 5, *[FIRST, LAST] * 2), None, (72, 500)),
        (down(*[FIRST] * 12, FULL, FULL), None, (92, 500)),
        (down(*[FIRST, LAST] * 5), None, (72, 500)),
        # too few go on: the edge that is known, else the most common one
        (down(*[FIRST, LAST] * 4), 60.0, (60, 500)),
        (down(LAST, LAST, LAST), 60.0, (60, 300)),
        (down((72, 500), (72, 90), (72, 90), (72, 90)), 60.0, (60, 500)),
        (down((72, 500), (72, 90), (72, 90), (72, 90)), None, (72, 500)),
        # lines of six tenths of the longest show the right edge
        (down(*[(72, 500)] * 2, *[(72, 329)] * 9), None, (72, 329)),
        (down(*[(72, 500)] * 2, *[(72, 328)] * 9), None, (72, 500)),
        # lines that stand far apart do not go on
        (down(*[FIRST, FULL] * 6, step=21.9), 60.0, (72, 500)),
        (down(*[FIRST, FULL] * 6, step=22.0), 60.0, (60, 500)),
        # a full line ends within a twentieth of the longest of the right edge
        (down(*[(92.0, 480.0), FULL] * 6), 60.0, (72, 500)),
        (down(*[(92.0, 478.5), FULL] * 6), 60.0, (92, 500)),
    ],
)
def test_the_column_of_some_lines(
    lines: list[PageLine], usual_left: float | None, column: tuple[float, float]
) -> None:
    found = _column(lines, usual_left)
    assert (found.left, found.right) == column


def test_a_ragged_right_edge_is_that_of_the_longest_but_few() -> None:
    """Where fewer than 15 of 100 lines end alike, 97 of 100 end before the edge."""
    ragged = down(*((72.0, 400.0 + 4 * number) for number in range(34)))
    assert _column(ragged).right == 528.0
    flush = down(*((72.0, 400.0 + 4 * number) for number in range(28)), *[(72.0, 460.0)] * 5)
    assert _column(flush).right == 460.0


@pytest.mark.parametrize(("usual", "kept"), [(8, {10.0}), (7, {10.0, 14.0})])
def test_mastheads_keep_other_margins(usual: int, kept: set[float]) -> None:
    lines = [*down(*[FULL] * usual), at(72, 500, 100, size=14.0, text="Lamps")]
    assert {line.size for line in _of_usual_size(lines)} == kept


def test_the_size_in_which_most_is_printed_is_usual() -> None:
    small = [at(72, 500, 700.0 - 12 * n, size=8.0, text="oil") for n in range(20)]
    large = [at(72, 500, 400.0 - 12 * n, size=10.0, text="oil" * 9) for n in range(9)]
    assert {line.size for line in _of_usual_size([*small, *large])} == {10.0}
    assert {line.size for line in _of_usual_size([*small, *large[:2]])} == {8.0}


@pytest.mark.parametrize(
    ("shift", "lines", "left", "right"),
    [
        (12.0, 8, 84.0, 512.0),
        (12.5, 8, 72.0, 500.0),
        (-12.0, 8, 60.0, 488.0),
        (12.0, 7, 72.0, 500.0),
        (0.0, 8, 72.0, 500.0),
    ],
)
def test_a_page_may_be_moved_a_little(shift: float, lines: int, left: float, right: float) -> None:
    usual = [down(*[FULL] * 20, page=number) for number in (1, 3, 5)]
    moved = down(*[(72.0 + shift, 500.0 + shift)] * lines, page=7)
    assert layout_of([*usual, moved]).columns[3] == Column(left, right)


def test_left_and_right_pages_have_columns_of_their_own_and_empty_ones_the_usual() -> None:
    pages = [down(*[(72.0 if number % 2 else 90.0, 500.0)] * 12, page=number) for number in (1, 2, 3, 4)]
    assert [column.left for column in layout_of(pages).columns] == [72.0, 90.0, 72.0, 90.0]
    assert layout_of([[], *pages]).columns[0] == Column(0.0, 612.0)
