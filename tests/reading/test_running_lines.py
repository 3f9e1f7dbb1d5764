"""Running heads that read like headings, and feet that are text after all: pages of invented lines at each bound."""

from __future__ import annotations

import pytest

from treatydiff.reading.lines import PageLine
from treatydiff.reading.page_furniture import find_furniture

HEAD = 760.0


def at(text: str, y: float, *, x1: float = 480.0, size: float = 11.0, column: int = 0) -> PageLine:
    return PageLine(text, 1, x0=72.0, x1=x1, baseline=y, size=size, column=column)


def own(number: int, lines: int = 10, *, column: int = 0) -> list[PageLine]:
    """Lines that no other page has."""
    return [
        at(f"The {'abcdefghijkl'[line]} keepers of {'klmnopqrstuvwxyz'[number]} mend lamps", 700.0 - 14 * line, column=column)
        for line in range(lines)
    ]  # fmt: skip


def taken(pages: list[list[PageLine]]) -> list[tuple[int, str]]:
    """Page and text of what belongs to the pages."""
    return [(page, pages[page][index].text) for page, index in sorted(find_furniture(pages))]


def headed(*pages: int, count: int = 10, text: str = "PART II", y: float = HEAD) -> list[list[PageLine]]:
    """Pages of which some have a head."""
    return [[*([at(text, y, x1=130)] if number in pages else []), *own(number)] for number in range(count)]


def with_heading(pages: list[list[PageLine]], number: int, text: str = "PART II") -> list[list[PageLine]]:
    """The same with a heading in the middle of a page."""
    pages[number].insert(6, at(text, 626.0, x1=130))
    return pages


@pytest.mark.parametrize(
    ("heads", "heading", "expected"),
    [
        ((2, 3, 4), 1, [2, 3, 4]),
        ((2, 3, 4), 2, [2, 3, 4]),
        ((2, 3), 1, []),
        # where it stands nowhere else the first of them is the heading
        ((2, 3, 4), None, [3, 4]),
        ((2, 3, 4), 0, [3, 4]),
        ((2, 3, 4), 3, [3, 4]),
        # with other pages between them
        ((1, 3, 5), 0, [1, 3, 5]),
        ((1, 4, 7), 0, [1, 4, 7]),
        ((1, 5, 9), 0, []),
        ((0, 1, 2), None, [1, 2]),
        ((7, 8, 9), 6, [7, 8, 9]),
        ((0, 1, 2, 6, 7, 8), None, [1, 2, 7, 8]),
    ],
)
def test_heads_that_read_like_headings(
    heads: tuple[int, ...], heading: int | None, expected: list[int]
) -> None:
    pages = headed(*heads)
    if heading is not None:
        with_heading(pages, heading)
    assert [page for page, _ in taken(pages)] == expected


@pytest.mark.parametrize(
    ("heads", "headings", "expected"),
    [
        # heads of short parts, by page, and the pages on which their headings stand
        ({"PART I": (0, 1), "PART II": (2, 3)}, {"PART I": 0, "PART II": 2}, [0, 1, 2, 3]),
        ({"PART I": (0, 1), "PART II": (2,)}, {"PART I": 0, "PART II": 2}, [0, 1, 2]),
        ({"PART I": (0,), "PART II": (1,)}, {"PART I": 0, "PART II": 1}, []),
        # what stands nowhere else is the heading
        ({"PART I": (0, 1), "PART II": (2, 3)}, {}, []),
        ({"PART I": (0, 1), "PART II": (2, 3)}, {"PART I": 0}, []),
        ({"PART I": (0, 1), "PART II": (2, 3), "PART III": (4,)}, {"PART I": 0, "PART II": 2}, [0, 1, 2, 3]),
    ],
)
def test_heads_of_several_short_parts(
    heads: dict[str, tuple[int, ...]], headings: dict[str, int], expected: list[int]
) -> None:
    pages = headed()
    for text, numbers in heads.items():
        for number in numbers:
            pages[number].insert(0, at(text, HEAD, x1=130))
    for text, number in headings.items():
        with_heading(pages, number, text)
    assert [page for page, _ in taken(pages)] == expected


@pytest.mark.parametrize(("moved", "expected"), [(4.0, [1, 2, 3, 4]), (4.1, [])])
def test_such_heads_stand_in_one_place(moved: float, expected: list[int]) -> None:
    pages = headed(1, 2, 3, 4, count=6)
    pages[3][0] = at("PART II", HEAD - moved, x1=130)
    assert [page for page, _ in taken(with_heading(pages, 0))] == expected


@pytest.mark.parametrize(("above", "found"), [(2, True), (3, False)])
def test_such_heads_are_among_the_first_three_lines(above: int, found: bool) -> None:
    pages = headed(1, 2, 3, 4, count=6)
    for number in (1, 2, 3, 4):
        pages[number][:0] = [
            at(f"The {'klmnop'[number]} lamp {'abc'[line]}", 800.0 - 12 * line) for line in range(above)
        ]
    assert bool(taken(with_heading(pages, 0))) is found


@pytest.mark.parametrize(
    ("heading", "found"),
    [("PART II", True), ("Part II", True), ("PART III", True), ("PART", True), ("Lamps", False)],
)
def test_the_heading_that_a_head_repeats(heading: str, found: bool) -> None:
    pages = with_heading(headed(2, 3, 4, text="PART II"), 1, heading)
    assert ((2, "PART II") in taken(pages)) is (found and heading != "PART III")


@pytest.mark.parametrize(
    ("feet", "found"),
    [
        # one number goes on: the page
        (["Lamps 4", "Lamps 5", "Lamps 6"], True),
        (["L.3/2031 p. 1", "L.3/2031 p. 2", "L.3/2031 p. 3"], True),
        (["7 of 7", "8 of 8", "9 of 9"], True),
        # several do: notes that cite alike
        (["1Lamps, vol. 3, p. 7.", "2Lamps, vol. 4, p. 9.", "3Lamps, vol. 8, p. 2."], False),
        (["1 Lamps, No. 31.", "2 Lamps, No. 44.", "3 Lamps, No. 57."], False),
    ],
)
def test_a_running_foot_differs_in_one_number(feet: list[str], found: bool) -> None:
    pages = [[*own(number), at(text, 60.0, x1=200)] for number, text in enumerate(feet)]
    assert bool(taken(pages)) is found


def test_a_running_head_below_such_a_head() -> None:
    pages = headed(1, 2, 3, 4, count=6)
    for number in range(6):
        pages[number].insert(1 if number in (1, 2, 3, 4) else 0, at("Port Conference", 740.0, x1=150))
    assert [text for page, text in taken(with_heading(pages, 0)) if page == 2] == [
        "PART II",
        "Port Conference",
    ]


def test_a_head_without_a_place_is_no_running_head() -> None:
    pages = [[PageLine("PART II", 1), *own(number)] for number in range(6)]
    assert taken(pages) == []


# --- feet that are text --------------------------------------------------------------------------

LAST = 700.0 - 14 * 11


def footed(
    gap: float, *, x1: float = 480.0, size: float = 11.0, text: str = "and the keepers shall report on it", column: int = 0,
    of_column: int = 0, lines: int = 12,
) -> list[list[PageLine]]:  # fmt: skip
    """Pages that all end in one line, so many points below their own text."""
    last = 700.0 - 14 * (lines - 1)
    return [
        [*own(number, lines, column=of_column), at(text, last - gap, x1=x1, size=size, column=column)]
        for number in range(5)
    ]


@pytest.mark.parametrize(
    ("pages", "is_text"),
    [
        (footed(14.0), True),
        (footed(15.1), True),
        (footed(15.2), False),  # 1.08 of the usual distance
        (footed(29.4, text="2. The keepers shall report on it"), True),
        (footed(29.5, text="2. The keepers shall report on it"), False),  # 2.1 of it
        (footed(29.4, text="(2) The keepers shall report on it"), True),
        (footed(29.4, text="2 The keepers shall report on it"), False),
        # of another size
        (footed(14.0, size=11.2), True),
        (footed(14.0, size=10.8), True),
        (footed(14.0, size=11.4), False),
        (footed(14.0, size=10.6), False),
        # short lines are no text: less than two fifths of the longest
        (footed(14.0, x1=72 + 163.3), True),
        (footed(14.0, x1=72 + 163.1), False),
        # too few lines to know their distance
        (footed(14.0, lines=8), True),
        (footed(14.0, lines=7), False),
        # half of that in a column
        (footed(14.0, x1=72 + 81.7, column=1, of_column=1), True),
        (footed(14.0, x1=72 + 81.5, column=1, of_column=1), False),
        # beside another column
        (footed(14.0, column=1, of_column=2), False),
    ],
)
def test_a_foot_that_runs_on_with_the_text(pages: list[list[PageLine]], is_text: bool) -> None:
    assert (taken(pages) == []) is is_text


def test_lines_of_one_height_tell_no_distance() -> None:
    pages = [[*(at("oil", line.baseline or 0.0) for line in own(0, 12)), *page] for page in footed(14.0)]
    assert taken(pages) == []


def test_feet_below_feet_that_run_on_are_text_too() -> None:
    pages = footed(14.0)
    for page in pages:
        page.append(at("that the lamps of every harbour be lit", LAST - 28))
    assert taken(pages) == []
    for page in pages:
        page.append(at("Port Conference", 40.0, x1=150))
    assert {text for _, text in taken(pages)} == {"Port Conference"}


def test_a_foot_beside_the_number_of_the_page_is_no_text() -> None:
    pages = footed(14.0)
    for number, page in enumerate(pages):
        page.insert(-1, at(f"{number + 5} / 9", LAST - 14, x1=90))
    assert len(taken(pages)) == 10


def test_a_head_that_runs_on_with_the_text_below_it() -> None:
    pages = [[at("that the keepers of every harbour report", 714.0), *own(number, 12)] for number in range(5)]
    assert taken(pages) == []
    pages = [[at("that the keepers of every harbour report", 715.3), *own(number, 12)] for number in range(5)]
    assert len(taken(pages)) == 5


def test_a_running_heading_above_a_line_of_text_stays_the_page_s() -> None:
    pages = [
        [at("PART II", 728.0), at("that the keepers of every harbour report", 714.0), *own(number, 12)]
        for number in range(5)
    ]
    assert taken(with_heading(pages, 0)) == [(number, "PART II") for number in range(5)]


# --- page numbers --------------------------------------------------------------------------------


def numbered(*texts: str, count: int = 0) -> list[list[PageLine]]:
    """Pages with something at the foot, at a different height each."""
    count = count or len(texts)
    return [
        [*own(number), *([at(texts[number], 60.0 - 6 * number, x1=90)] if number < len(texts) and texts[number] else [])]
        for number in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (numbered("5", "6", "7"), ["5", "6", "7"]),
        (numbered("5", "6"), ["5", "6"]),
        (numbered("5", "7"), []),
        (numbered("5", "", "7"), ["5", "7"]),
        (numbered("5", "6", "20"), ["5", "6", "20"]),
        (numbered("[5]", "[6]"), ["[5]", "[6]"]),
        (numbered("ii", "iii"), []),
        (numbered("ii", "iii", "3", "4"), ["ii", "iii", "3", "4"]),
        (numbered("II", "3", "4"), ["3", "4"]),
        # a quarter of the pages
        (numbered("5", "6", count=8), ["5", "6"]),
        (numbered("5", "6", count=9), []),
        (numbered("12345", "12346"), []),
    ],
)
def test_lone_numbers_that_count_the_pages(pages: list[list[PageLine]], expected: list[str]) -> None:
    assert [text for _, text in taken(pages)] == expected


def test_only_one_lone_number_of_an_edge_is_that_of_the_page() -> None:
    pages = numbered("5", "6", "7", "8")
    for page in pages:
        page.insert(-1, at("12", 190.0 - 9 * pages.index(page), x1=90))
    assert {text for _, text in taken(pages)} == {"5", "6", "7", "8"}


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [("A/LAMP/31/5", "A/LAMP/32/6", True), ("A/LAMP", "A/LAMP", False), ("A/lamp/31", "A/lamp/31", False)],
)
def test_symbols_on_all_pages_but_the_first(first: str, second: str, found: bool) -> None:
    pages = [[at(first, 790.0, x1=140), *own(0)], [at(second, 760.0, x1=140), *own(1)], own(2)]
    assert taken(pages) == ([(1, second)] if found else [])
