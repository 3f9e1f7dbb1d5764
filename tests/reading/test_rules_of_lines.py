"""Plain text and small parts of files: page numbers between lines, columns of text, notes, runs, colours, signs."""

from __future__ import annotations

import pytest

from treatydiff.model import Run
from treatydiff.reading.colour_names import name_of_colour, name_of_ink
from treatydiff.reading.docx.fields import FieldState
from treatydiff.reading.docx.signs import UNKNOWN_SIGN, has_signs, shown_signs, shown_symbol
from treatydiff.reading.runs import joined_runs, trimmed_runs
from treatydiff.reading.sniff import sniff_content
from treatydiff.reading.text.layout import TextLine, blocks_of
from treatydiff.reading.text.notes import take_text_notes
from treatydiff.reading.text.pages import PageMarks, find_page_marks, pages_of_lines

LINE = "The keeper of the lamp lights it at the end of the day, and buys oil"


def sheets(*marks: str, lines: int = 12, foot: bool = True) -> list[str]:
    """Pages of so many lines (68 characters each), with a mark at the foot or the head of each."""
    text = [LINE] * lines
    return [line for mark in marks for line in ((*text, mark) if foot else (mark, *text))]


def numbers(lines: list[str]) -> list[int | None]:
    """The numbers that the page marks print."""
    return [number for _, number in find_page_marks(lines).numbers]


TWENTY = [str(number) for number in range(1, 21)]
MARKS: list[tuple[list[str], list[int | None]]] = [
    (sheets("1/3", "2/3", "3/3"), [1, 2, 3]),
    (sheets("1/3", "2/3"), [1, 2]),
    (sheets("1/3"), []),
    (sheets("2/3", "1/3"), []),
    (sheets("1/3", "1/3"), []),
    (sheets("1/3", "2/4", "3/3"), [1, 3]),
    (sheets("4/3", "2/3", "3/3"), [2, 3]),
    (sheets("Page 1 of 3", "Page 2 of 3"), [1, 2]),
    (sheets("- 1 of 3 -", "- 2 of 3 -"), [1, 2]),
    (sheets("стр. 1 из 3", "стр. 2 из 3"), [1, 2]),
    (sheets("第 1 页，共 3 页", "第 2 页 共 3 页"), [1, 2]),
    (sheets("31-12345 1/3", "2/3 31-12345"), [1, 2]),
    (sheets("Page 1", "Page 2", "Page 3", "Page 4"), [1, 2, 3, 4]),
    (sheets("Page 1", "Page 2", "Page 3"), []),
    (sheets("- 1 -", "- 2 -", "- 3 -", "- 4 -"), [1, 2, 3, 4]),
    (sheets("1", "2", "3", "4"), [1, 2, 3, 4]),
    (sheets("10", "11", "12", "13"), [10, 11, 12, 13]),
    (sheets("11", "12", "13", "14"), []),
    (sheets("1", "2", "3", "5", "6"), [1, 2, 3, 5, 6]),
    (sheets("1", "2", "3", "6", "7"), []),
    (sheets("1", "3", "5", "7"), []),
    (sheets("31-12345 1", "31-12345 2", "3 31-12345", "4 31-12345"), [1, 2, 3, 4]),
    (sheets("1", "2", "3", "4", lines=9), [1, 2, 3, 4]),
    (sheets("1", "2", "3", "4", lines=8), []),
    ([*sheets("i", "ii"), *sheets(*TWENTY)], [None, None, *range(1, 21)]),
    ([*sheets("ii", "iii"), *sheets(*TWENTY)], [None, None, *range(1, 21)]),
    ([*sheets("i"), *sheets(*TWENTY)], [*range(1, 21)]),
    ([*sheets("iii", "iv"), *sheets(*TWENTY)], [*range(1, 21)]),
    ([*sheets("1", "2", "3", "4"), *[LINE] * 100], []),
    ([LINE, "1", LINE, "2", LINE, "3", LINE, "4"], []),
    ([], []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), MARKS)
def test_page_numbers_between_the_lines(lines: list[str], expected: list[int | None]) -> None:
    assert numbers(lines) == expected


@pytest.mark.parametrize(
    ("lines", "marks", "pages"),
    [
        (["a", "1", "b", "2"], ((1, 1), (3, 2)), [1, 1, 2, 2]),
        (["1", "a", "2", "b"], ((0, 1), (2, 2)), [1, 1, 2, 2]),
        (["a", "2", "b", "3", "c"], ((1, 2), (3, 3)), [1, 2, 2, 3, 3]),
        (["a", "3", "b", "4", "c"], ((1, 3), (3, 4)), [None, 3, 3, 4, 4]),
        (["aaaa", "1", "bbbb", "2", ""], ((1, 1), (3, 2)), [1, 1, 2, 2, None]),
        # much before the first mark and little behind the last: they stand at feet, if the first is that of page 1
        (["a" * 7, "1", "b" * 10, "2", "cc"], ((1, 1), (3, 2)), [1, 1, 2, 2, None]),
        (["a" * 6, "1", "b" * 10, "2", "cc"], ((1, 1), (3, 2)), [None, 1, 1, 2, 2]),
        (["a" * 7, "1", "b" * 10, "2", "ccc"], ((1, 1), (3, 2)), [None, 1, 1, 2, 2]),
        (["a" * 7, "2", "b" * 10, "3", "cc"], ((1, 2), (3, 3)), [1, 2, 2, 3, 3]),
        (
            ["a" * 7, "1", "b" * 10, "2", "c" * 10, "3", "cc"],
            ((1, 1), (3, 2), (5, 3)),
            [1, 1, 2, 2, 3, 3, None],
        ),
        (
            ["a" * 6, "1", "b" * 10, "2", "c" * 10, "3", "cc"],
            ((1, 1), (3, 2), (5, 3)),
            [1, 1, 2, 2, 3, 3, None],
        ),
        (
            ["a" * 5, "1", "b" * 10, "2", "c" * 10, "3", "cc"],
            ((1, 1), (3, 2), (5, 3)),
            [None, 1, 1, 2, 2, 3, 3],
        ),
        # nothing before the first, text behind the last: at heads
        (["", "1", "b" * 99, "2", "c" * 99], ((1, 1), (3, 2)), [None, 1, 1, 2, 2]),
        (["aa", "1", "b" * 99, "2", "c" * 99], ((1, 1), (3, 2)), [None, 1, 1, 2, 2]),
        (["aa", "1", "b" * 97, "2", "c"], ((1, 1), (3, 2)), [1, 1, 2, 2, None]),
        (["a", "i", "b", "1"], ((1, None), (3, 1)), [None, None, 1, 1]),
        (["a", "b"], (), [None, None]),
    ],
)
def test_the_pages_of_lines(
    lines: list[str], marks: tuple[tuple[int, int | None], ...], pages: list[int | None]
) -> None:
    assert pages_of_lines(lines, PageMarks("n", marks)) == pages


# --- the layout of plain text --------------------------------------------------------------------


def text_line(text: str, column: int = 0, blank: int = 0, **more: object) -> TextLine:
    return TextLine(text, column, blank, **more)  # type: ignore[arg-type]


PLAIN = [text_line("x" * 70) for _ in range(24)]


def centred(*lines: TextLine) -> list[bool]:
    """Which of some lines are centred in a text of seventy columns."""
    return [block.centred for block in blocks_of([*PLAIN, *lines])][24:]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (text_line("x" * 10, 30, 1), True),
        (text_line("x" * 10, 32, 1), True),
        (text_line("x" * 10, 33, 1), False),
        (text_line("x" * 10, 28, 1), True),
        (text_line("x" * 10, 27, 1), False),
        (text_line("x" * 10, 30, 0), False),
        (text_line("x" * 56, 7, 1), True),
        (text_line("x" * 57, 7, 1), False),
        (text_line("x" * 10, 30, 0, after_furniture=True), True),
    ],
)
def test_lines_in_the_middle_of_a_text(line: TextLine, expected: bool) -> None:
    assert centred(line) == [expected]


def test_a_centred_line_carries_the_next() -> None:
    assert centred(text_line("x" * 10, 30, 1), text_line("x" * 12, 29, 0)) == [True, True]


@pytest.mark.parametrize(("middle", "expected"), [(6, True), (5, False)])
def test_a_column_in_which_lines_are_indented_centres_none(middle: int, expected: bool) -> None:
    lines = [text_line("x" * 10, 30, 1)] * middle + [text_line("x" * 30, 30, 1)] * (10 - middle)
    assert centred(*lines)[0] is expected


@pytest.mark.parametrize(
    ("lines", "width", "expected"),
    [(20, 70, True), (19, 70, False), (24, 40, True), (24, 39, False), (24, 130, True), (24, 131, False)],
)
def test_a_text_that_was_set_to_a_measure(lines: int, width: int, expected: bool) -> None:
    text = [text_line("x" * width)] * (lines - 1) + [text_line("x" * 10, width // 2 - 5, 1)]
    assert blocks_of(text)[-1].centred is expected


def test_blocks_of_a_text() -> None:
    found = blocks_of([text_line("oil"), text_line("fog", 4, 0), text_line("ice", 2, 2, page=3, calls=((1, 2, "1"),)),
                       text_line("dew", 0, 3, after_furniture=True)])  # fmt: skip
    assert [(block.text, block.x0, block.x1, block.gap, block.starts_paragraph, block.page) for block in found] == [
        ("oil", 0.0, 18.0, 0.0, True, None), ("fog", 24.0, 42.0, 0.0, None, None), ("ice", 12.0, 30.0, 2.0, True, 3),
        ("dew", 0.0, 18.0, 0.0, None, None),
    ]  # fmt: skip
    assert [(run.text, run.note) for run in found[2].runs] == [("i", None), ("c", "1"), ("e", None)]


@pytest.mark.parametrize(
    ("spaced", "ended", "gap"), [(24, 0, 0.0), (22, 0, 0.0), (21, 0, 1.0), (24, 9, 0.0), (24, 10, 1.0)]
)
def test_a_text_with_an_empty_line_between_all_lines(spaced: int, ended: int, gap: float) -> None:
    lines = [
        text_line("x" * 69 + ("." if at < ended else "x"), blank=1 if 0 < at <= spaced else 0)
        for at in range(25)
    ]
    assert blocks_of(lines)[1].gap == gap


# --- notes of plain text -------------------------------------------------------------------------


def noted(*lines: TextLine) -> tuple[list[str], list[str], list[str]]:
    """What stays of a page, its notes, and the rows drawn above them."""
    kept, notes, rows = take_text_notes(lines)
    return (
        [line.text for line in kept],
        [f"{note.label} {note.text}" for note in notes],
        [row.text for row in rows],
    )


def on_page(text: str, blank: int = 0, page: int | None = 1) -> TextLine:
    return TextLine(text, 0, blank, page)


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        ([on_page("The lamp1 is lit."), on_page("1 See it.", 1)], ["1 See it."]),
        ([on_page("The lamp¹ is lit."), on_page("1 See it.", 1)], ["1 See it."]),
        ([on_page("The lamp"), on_page("1"), on_page("is lit."), on_page("1 See it.", 1)], ["1 See it."]),
        ([on_page("The lamp1/ is lit."), on_page("1/ See it.", 1)], ["1 See it."]),
        ([on_page("The lamp1 is lit."), on_page("1 See it.", 0)], []),
        ([on_page("The lamp1 is lit."), on_page("_____"), on_page("1 See it.", 0)], ["1 See it."]),
        ([on_page("The lamp1 is lit."), on_page("____"), on_page("1 See it.", 0)], []),
        ([on_page("The lamp is lit."), on_page("1 See it.", 1)], []),
        ([on_page("The lamp2 is lit."), on_page("1 See it.", 1)], []),
        ([on_page("The lamp1 is lit.", page=None), on_page("1 See it.", 1, page=None)], []),
        ([on_page("The lamp1 and oil2 are."), on_page("1 See it.", 1), on_page("2 And it.")], ["1 See it.", "2 And it."]),
        ([on_page("The lamp1 and oil2 are."), on_page("1 See it.", 1), on_page("on it."), on_page("2 And it.")], ["1 See it. on it.", "2 And it."]),
        ([on_page("The lamp1 and oil3 are."), on_page("1 See it.", 1), on_page("3 And it.")], []),
        ([on_page("5 m2 of the lamp."), on_page("2 See it.", 1)], []),
        ([on_page("5 lm2 of the lamp."), on_page("2 See it.", 1)], ["2 See it."]),
    ],
)  # fmt: skip
def test_notes_at_the_foot_of_a_page_of_text(lines: list[TextLine], notes: list[str]) -> None:
    assert noted(*lines)[1] == notes


def test_the_row_above_the_notes_and_the_calls() -> None:
    kept, _, rows = noted(
        on_page("The lamp"), on_page("1"), on_page("is lit."), on_page("_____"), on_page("1 See it.")
    )
    assert (kept, rows) == (["The lamp1", "is lit."], ["_____"])
    lines, _, _ = take_text_notes([on_page("The lamp1 is lit."), on_page("1 See it.", 1)])
    assert lines[0].calls == ((8, 9, "1"),)


# --- small parts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("runs", "joined", "trimmed"),
    [
        ([Run("a"), Run("b")], ["ab"], ["ab"]),
        ([Run("a"), Run("b", bold=True)], ["a", "b"], ["a", "b"]),
        ([Run("1", note="1"), Run("1", note="1")], ["1", "1"], ["1", "1"]),
        ([Run(" a"), Run(""), Run("b ")], [" ab "], ["ab"]),
        ([Run("  "), Run("a", bold=True), Run(" ")], ["  ", "a", " "], ["a"]),
        ([Run("  ")], ["  "], []),
        ([], [], []),
    ],
)
def test_runs_of_one_look(runs: list[Run], joined: list[str], trimmed: list[str]) -> None:
    assert [run.text for run in joined_runs(runs)] == joined
    assert [run.text for run in trimmed_runs(runs)] == trimmed


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ((1, 0, 0), "red"), ((1, 1, 0), "yellow"), ((0, 1, 0), "green"), ((0, 0, 1), "blue"), ((0.5, 0, 0.5), "purple"), ((1, 0, 0.2), "red"),
        ((0, 0, 0), ""), ((1, 1, 1), ""), ((0.5, 0.5, 0.5), ""), ((1, 0.75, 0.75), "red"), ((1, 0.76, 0.76), ""), ((0.25, 0, 0), "red"),
        ((0.24, 0, 0), ""),
    ],
)  # fmt: skip
def test_names_of_colours(colour: tuple[float, float, float], name: str) -> None:
    assert name_of_colour(*colour) == name


@pytest.mark.parametrize(
    ("ink", "name"),
    [
        ((1.0, 0.0, 0.0), "red"), ((2.0, -1.0, 0.0), "red"), ((0.0, 1.0, 1.0, 0.0), "red"), ((0.0, 1.0, 1.0, 0.8), ""), ((1.0, 0.0, 1.0, 0.0), "green"),
        ((0.5,), ""), ((1.0, 0.0), ""), ("red", ""), ((1.0, "x", 0.0), ""), (None, ""),
    ],
)  # fmt: skip
def test_names_of_inks(ink: object, name: str) -> None:
    assert name_of_ink(ink) == name


@pytest.mark.parametrize(
    ("code", "font", "shown"),
    [
        ("F0B7", "Symbol", "•"), ("F061", "Symbol", "α"), ("F0FF", "Symbol", UNKNOWN_SIGN), ("F0A7", "Wingdings", "•"), ("F0A7", "Webdings", "•"),
        ("0041", "Arial", "A"), ("0020", "Arial", " "), ("001F", "Arial", UNKNOWN_SIGN), ("D7FF", "Arial", "\ud7ff"), ("D800", "Arial", UNKNOWN_SIGN),
        ("E000", "Arial", "\ue000"), ("10FFFF", "Arial", "\U0010ffff"), ("110000", "Arial", UNKNOWN_SIGN), ("F000", "Wingdings", "•"),
        ("F100", "Wingdings", "\uf100"), ("EFFF", "Wingdings", "\uefff"), ("zz", "Symbol", UNKNOWN_SIGN),
    ],
)  # fmt: skip
def test_signs_of_symbol_fonts(code: str, font: str, shown: str) -> None:
    assert shown_symbol(code, font) == shown


@pytest.mark.parametrize(
    ("text", "has", "shown"),
    [("a\uf0b7", True, "a•"), ("a", False, "a"), ("\uf020", True, UNKNOWN_SIGN), ("\uf01f", False, "\uf01f")],
)
def test_signs_in_a_text(text: str, has: bool, shown: str) -> None:
    assert has_signs(text) is has
    assert shown_signs(text, "Symbol") == shown


def test_fields_and_their_results() -> None:
    fields = FieldState()
    assert not fields.in_instruction
    fields.begin("TOC")
    fields.instruct(" \\o")
    assert fields.in_instruction
    assert not fields.in_contents
    fields.begin_result()
    assert not fields.in_instruction
    assert fields.in_contents
    fields.begin("")
    fields.instruct("ref x")
    assert fields.in_instruction
    fields.begin_result()
    fields.begin_result()
    fields.instruct("more")
    assert not fields.in_instruction
    assert fields.end() is False
    assert fields.in_contents
    assert fields.end() is False
    assert not fields.in_contents
    assert fields.end() is False
    fields.begin("autonum x")
    assert fields.end() is True
    fields.begin("REF x")
    assert fields.end() is False
    assert not fields.in_instruction
    fields.begin("TOC")
    fields.begin_result()
    fields.begin("")
    fields.give_up()
    assert not fields.in_instruction
    assert not fields.in_contents


@pytest.mark.parametrize(
    ("data", "label", "name"),
    [
        (b"%PDF-1.4", "a.txt", "a PDF document"),
        (b" " * 1019 + b"%PDF-", "a", "a PDF document"),
        (b" " * 1020 + b"%PDF-", "a", "a plain text"),
        (b"\xff\xd8\xff\xe0", "a", "a JPEG image"),
        (b"RIFF0000WEBP", "a", "a WebP image"),
        (b"0000ftypmp42", "a", "an image or video in an MP4 container"),
        (b"{\\rtf1", "a", "an RTF document"),
        (b"PK\x03\x04word/", "a", "a damaged Word document"),
        (b"PK\x03\x04oil/", "a", "a damaged ZIP archive"),
        (b"PK\x05\x06" + b"\0" * 18, "a", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a", "a Word document of the old .doc format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a", "an Office document locked with a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a", "an Office document of an old format"),
        (b"\x01\x02\x03\x04" * 20 + b"\xff", "a", "binary data of an unknown kind"),
        (b"oil\0lamp", "a", "binary data of an unknown kind"),
        ("oil lamp".encode("utf-16-le"), "a", "a plain text"),
        ("oil lamp".encode("utf-16"), "a", "a plain text"),
        (b"x" * 1000 + b"\x01\x01", "a", "a plain text"),
        (b"\xe4" * 1000 + b"\x01\x01\x01", "a", "binary data of an unknown kind"),
        (b"<html><body>", "a.txt", "an HTML page"),
        (b"<!-- x --><!DOCTYPE html>", "a.txt", "an HTML page"),
        (b"<p>Oil</p>", "a.html", "an HTML page"),
        (b"<p>Oil</p>", "a.txt", "a plain text"),
        (b"Oil", "a.md", "a Markdown text"),
        (b"Oil", "md", "a plain text"),
        (b'<?xml version="1.0"?><akomaNtoso/>', "a", "an Akoma Ntoso document"),
        (b'<?xml version="1.0"?><lamp/>', "a", "XML of a kind that is not known here"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "a", "a web archive (MHT)"),
        (b"Oil: lamps\nContent: oil", "a", "a plain text"),
    ],
)  # fmt: skip
def test_what_a_file_is(data: bytes, label: str, name: str) -> None:
    assert sniff_content(data, label).name == name
