"""Two columns, ruled tables with text in their cells, and line numbers in the margin."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.reading.pdf_pages import LEFT, PITCH, RIGHT, Sheets, rules_of, texts

SECOND = 290.0
"""Where the second column begins."""
WORDS = (
    "lamps",
    "harbours",
    "keepers",
    "signals",
    "vessels",
    "towers",
    "storms",
    "charts",
    "pilots",
    "buoys",
)


def column(
    sheets: Sheets, x: float, label: str, *, lines: int = 14, y: float = 700.0, pitch: float = 14.0
) -> None:
    """Lines of one column, all of about one length."""
    for at in range(lines):
        word = WORDS[at % len(WORDS)]
        sheets.put(f"{label}{at} the keepers of the {word} shall mend", x, y - pitch * at)


@pytest.mark.parametrize("pitch", [14.0, 13.0], ids=["same baselines", "own baselines"])
def test_columns_are_read_one_after_the_other(pitch: float) -> None:
    sheets = Sheets().centred("A TITLE OVER BOTH COLUMNS OF THE PAGE, LONG ENOUGH TO CROSS")
    column(sheets, LEFT, "left ")
    column(sheets, SECOND, "right ", pitch=pitch)
    found = texts(sheets.read())
    assert found[0].startswith("A TITLE")
    assert [text.split()[0] for text in found[1:]] == ["left"] * 14 + ["right"] * 14
    assert [int(text.split()[1]) for text in found[1:]] == [*range(14), *range(14)]


@pytest.mark.parametrize("slope", [-0.03, -0.02, 0.01, 0.02, 0.03])
def test_columns_of_a_page_scanned_askew(slope: float) -> None:
    sheets = Sheets().turned(slope)
    column(sheets, LEFT, "left ", lines=40)
    column(sheets, SECOND, "right ", lines=40)
    found = texts(sheets.read())
    assert [text.split()[0] for text in found] == ["left"] * 40 + ["right"] * 40
    assert [int(text.split()[1]) for text in found] == [*range(40), *range(40)]


def test_items_that_hang_in_the_right_column_leave_it_a_column() -> None:
    sheets = Sheets().centred("A TITLE OVER BOTH COLUMNS OF THE PAGE, LONG ENOUGH TO CROSS")
    column(sheets, LEFT, "left ")
    for at in range(14):
        indent = (0, 14, 28)[at % 3]
        sheets.put(
            f"right {at} about the {WORDS[at % 10]} of the c"[: 40 - indent // 7],
            SECOND + indent,
            655 - 14 * at,
        )
    found = [text.split()[0] for text in texts(sheets.read())[1:]]
    assert found == ["left"] * 14 + ["right"] * 14


@pytest.mark.parametrize("first", [True, False], ids=["columns above", "columns below"])
def test_columns_on_a_part_of_the_page(first: bool) -> None:
    sheets = Sheets()
    top = 700.0 if first else 530.0
    column(sheets, LEFT, "left ", lines=10, y=top)
    column(sheets, SECOND, "right ", lines=10, y=top)
    sheets.y = 540.0 if first else 760.0
    sheets.filled(14)
    found = texts(sheets.read())
    kept = [text.split()[0] for text in found if text.split()[0] in ("left", "right")]
    assert kept == ["left"] * 10 + ["right"] * 10
    assert len(found) == 34


def test_text_across_the_page_parts_the_columns() -> None:
    sheets = Sheets()
    column(sheets, LEFT, "left ", lines=8)
    column(sheets, SECOND, "right ", lines=8)
    sheets.put(
        "One line that runs over the whole width of the page and ends the first band of columns", LEFT, 560
    )
    column(sheets, LEFT, "third ", lines=8, y=530)
    column(sheets, SECOND, "last ", lines=8, y=530)
    found = [text.split("the")[0].strip(" 0123456789") for text in texts(sheets.read())]
    assert found == ["left"] * 8 + ["right"] * 8 + ["One line that runs over"] + ["third"] * 8 + ["last"] * 8


@pytest.mark.parametrize("at", [(LEFT + RIGHT) / 2 - 30, SECOND - 12])
def test_short_headings_in_the_middle_part_the_columns(at: float) -> None:
    sheets = Sheets()
    for y, left, right in ((700.0, "left ", "right "), (500.0, "third ", "last ")):
        sheets.put("CHAPTER " + ("I" if y == 700.0 else "II"), at, y + 30)
        column(sheets, LEFT, left, lines=8, y=y)
        column(sheets, SECOND, right, lines=8, y=y)
    found = [text.split("the")[0].strip(" 0123456789") for text in texts(sheets.read())]
    assert found == [
        "CHAPTER I", *["left"] * 8, *["right"] * 8, "CHAPTER II", *["third"] * 8, *["last"] * 8,
    ]  # fmt: skip


def test_a_page_number_in_the_middle_and_a_note_in_one_column() -> None:
    sheets = Sheets()
    for number, word in enumerate("xyz", 1):
        column(sheets, LEFT, f"left {word} ")
        column(sheets, SECOND, f"right {word} ")
        sheets.put("1", LEFT, 486, size=6).put(f"A note about {word}.", LEFT + 6, 482, size=8)
        sheets.rule(LEFT, LEFT + 90, 494)
        sheets.put(f"- {number} -", (LEFT + RIGHT) / 2 - 10, 40).page()
    found = sheets.read()
    assert [rule for rule, _ in rules_of(found)] == ["page_number"] * 3
    assert [note.text for note in found.notes] == [
        "A note about x.",
        "A note about y.",
        "A note about z.",
    ]
    assert [text.split()[0] for text in texts(found)] == (["left"] * 14 + ["right"] * 14) * 3


@pytest.mark.parametrize(
    "right",
    ["12", "Signature", "page 7"],
)
def test_short_entries_on_the_right_are_no_column(right: str) -> None:
    sheets = Sheets()
    for at in range(14):
        sheets.put(f"Entry {at} about the {WORDS[at % 10]} of the coast", LEFT, 700 - 14 * at)
        sheets.put(f"{right} {at}", 400, 700 - 14 * at)
    assert all("Entry" in text for text in texts(sheets.read()))


def test_one_column_of_justified_lines_has_no_gutter() -> None:
    found = texts(Sheets().filled(30).read())
    assert len(found) == 30


def test_a_ruled_table_of_two_texts_is_read_cell_by_cell_and_reported() -> None:
    sheets = Sheets()
    y = 700.0
    for row in range(3):
        sheets.rule(LEFT, RIGHT, y + 12)
        column(sheets, LEFT, f"text {row}.", lines=4, y=y)
        column(sheets, SECOND, f"other {row}.", lines=4, y=y)
        y -= 4 * 14 + 6
    sheets.rule(LEFT, RIGHT, y + 12)
    found = sheets.read()
    assert [(block.cell, block.text.split(".")[0]) for block in found.blocks] == [
        ((1, row + 1, at), f"{name} {row}")
        for row in range(3)
        for at, name in enumerate(("text", "other"))
        for _ in range(4)
    ]
    assert [(each.code, each.page) for each in found.diagnostics] == [("side_by_side", 1)]


def numbered_page(every: int, *, right: bool = False) -> Sheets:
    sheets = Sheets()
    for at in range(1, 26):
        y = 700 - 14 * at
        sheets.put(f"{WORDS[at % 10]} and the words of line that goes on to the margin here", LEFT, y)
        if at % every == 0:
            sheets.put(str(at), RIGHT + 20 if right else LEFT - 24 - 5.5 * len(str(at)), y, size=9)
    return sheets


@pytest.mark.parametrize(("every", "right"), [(1, False), (5, False), (5, True)])
def test_line_numbers_in_the_margin_are_furniture(every: int, right: bool) -> None:
    found = numbered_page(every, right=right).read()
    numbers = " ".join(str(at) for at in range(every, 26, every))
    assert rules_of(found) == [("line_number", numbers)]
    assert all(text.split()[0] in WORDS and text.endswith("here") for text in texts(found))


def test_line_numbers_set_flush_left_are_furniture() -> None:
    sheets = Sheets()
    for number in range(1, 13):
        sheets.put(str(number), LEFT - 30, sheets.y, size=8)
        sheets.filled(1)
    numbers = " ".join(map(str, range(1, 13)))
    assert rules_of(sheets.read()) == [("line_number", numbers)]


def test_paragraph_numbers_without_a_dot_are_no_line_numbers() -> None:
    sheets = Sheets()
    for number in range(1, 10):
        sheets.put(str(number), LEFT, sheets.y)
        sheets.line("A paragraph whose first line hangs behind its number, and goes", LEFT + 30)
        sheets.line("on over a second line of the page, as paragraphs do.", LEFT + 30)
    found = sheets.read()
    assert rules_of(found) == []
    assert [text.split()[0] for text in texts(found)[::2]] == [str(number) for number in range(1, 10)]


def short_articles(sheets: Sheets, x: float, first: int, y: float) -> None:
    """Short articles of a column, their headings in its middle."""
    for number in (first, first + 1):
        for heading in (f"Article {number}", "On lamps"):
            sheets.put(heading, x + (163 - stringWidth(heading, "Times-Roman", 11)) / 2, y)
            y -= PITCH
        sheets.put(f"{number} keepers of the lamps shall mend", x, y).put("them.", x, y - PITCH)
        y -= 2.5 * PITCH
    sheets.put("The keepers of the buoys shall mend", x, y)


@pytest.mark.parametrize("above", [True, False], ids=["at the foot of a page", "at its top"])
def test_short_articles_with_centred_headings_in_columns_at_the_edge_of_a_page(above: bool) -> None:
    sheets = Sheets()
    for x, first in ((LEFT, 1), (SECOND, 3)):
        short_articles(sheets, x, first, 500.0 if above else 760.0)
    sheets.y = 760.0 if above else 600.0
    sheets.filled(16)
    found = [text for text in texts(sheets.read()) if not text.startswith("the ")]
    assert [text for text in found if text.startswith("Article")] == [f"Article {n}" for n in (1, 2, 3, 4)]
    assert len(found) == 18


def test_cells_of_figures_in_the_middle_of_their_columns_are_no_columns_of_text() -> None:
    sheets = Sheets()
    for at in range(8):
        sheets.put(f"{100 + at} t", LEFT + 80, 700 - PITCH * at).put(
            f"{at} days", SECOND + 80, 700 - PITCH * at
        )
    assert len(texts(sheets.read())) == 8
