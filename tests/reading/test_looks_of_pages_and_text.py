"""Pages that are turned, colours of a house, annotations, caps and the order of furniture: one case a row."""

from __future__ import annotations

from typing import Any

import pytest
from pdfminer.psparser import LIT

from tests.reading.word_files import p, r, read
from treatydiff.errors import ReadError
from treatydiff.model import Block, Run
from treatydiff.reading.docx.package import _check_xml
from treatydiff.reading.house_colour import without_house_colour
from treatydiff.reading.note_calls import set_apart
from treatydiff.reading.pdf.characters import DrawnLine, Glyph, PageCharacters, _turn
from treatydiff.reading.pdf.font_decoding import FontUse, plausible
from treatydiff.reading.pdf.line_numbers import take_line_numbers
from treatydiff.reading.pdf.markings import markings_of
from treatydiff.reading.pdf.rows import GlyphRow, rows_of
from treatydiff.reading.pdf.turned_pages import turned_to_read
from treatydiff.reading.reader import read_bytes
from treatydiff.reading.sniff import sniff_content
from treatydiff.reading.text.layout import TextLine, _Measure
from treatydiff.settings import Settings


def signs(turned: int, count: int, x: float = 100.0, y: float = 700.0) -> list[Glyph]:
    return [Glyph("a", x, y, 6.0, 10.0, 0, 97, turned) for _ in range(count)]


def page(*glyphs: Glyph) -> PageCharacters:
    return PageCharacters(1, 600.0, 800.0, tuple(glyphs), (DrawnLine(0, 90, 300),))


@pytest.mark.parametrize(
    ("glyphs", "size", "places"),
    [
        (signs(0, 3), (600, 800), {(100, 700, 0)}),
        (signs(1, 3), (800, 600), {(700, 500, 0)}),
        (signs(2, 3), (600, 800), {(500, 100, 0)}),
        (signs(3, 3), (800, 600), {(100, 100, 0)}),
        (signs(4, 3), (600, 800), {(100, 700, 4)}),
        # more than half of them
        (signs(1, 2) + signs(0, 2), (600, 800), {(100, 700, 1), (100, 700, 0)}),
        (signs(1, 3) + signs(0, 2), (800, 600), {(700, 500, 0), (700, 500, 3)}),
        (signs(1, 2) + signs(2, 2), (600, 800), {(100, 700, 1), (100, 700, 2)}),
        (signs(2, 3) + signs(4, 1), (600, 800), {(500, 100, 0), (500, 100, 4)}),
        (signs(2, 3) + signs(1, 1), (600, 800), {(500, 100, 0), (500, 100, 3)}),
    ],
)
def test_pages_are_turned_to_read_most_of_them(
    glyphs: list[Glyph], size: tuple[int, int], places: set[tuple[int, int, int]]
) -> None:
    found = turned_to_read(page(*glyphs))
    assert (found.width, found.height) == size
    assert {(glyph.x, glyph.y, glyph.turned) for glyph in found.glyphs} == places
    assert bool(found.drawn) is (found.glyphs == tuple(glyphs))


@pytest.mark.parametrize("flat", [(-1, 0, 0), (1, 0, 0), (0, 0, 0), (1, 0, 1), (0, 0, -1)])
def test_only_what_points_both_ways_down_is_upside_down(flat: tuple[float, float, float]) -> None:
    assert _turn(*flat) == 0


def coloured(*runs: tuple[str, str]) -> tuple[Block, ...]:
    return (Block(0, tuple(Run(text, colour=colour) for text, colour in runs)),)


@pytest.mark.parametrize(
    ("runs", "left"),
    [
        ([("oilx", "blue"), ("tar", "")], ["", ""]),
        ([("oil", "blue"), ("tar", "")], ["blue", ""]),  # a half
        ([("oil", "blue"), ("tarwick", "")], ["blue", ""]),
        ([("oilx", "blue"), ("tar", "red")], ["", "red"]),
        ([("oi", "blue"), ("tar", "red"), ("wi", "green")], ["blue", "red", "green"]),
        ([("oi", "blue"), ("o", "red"), ("il", "blue")], ["", "red", ""]),
        ([("oil", "")], [""]),
        ([], []),
    ],
)
def test_the_colour_of_a_house_is_that_of_most_letters(runs: list[tuple[str, str]], left: list[str]) -> None:
    (block,) = without_house_colour(coloured(*runs))
    assert [run.colour for run in block.runs] == left


RED = '<w:color w:val="FF0000"/>'


@pytest.mark.parametrize(
    ("content", "colours"),
    [
        (r("oil burns ") + r("tar", RED), ["", "red"]),
        (r("oil burns ") + f'<w:hyperlink w:anchor="x">{r("tar", RED)}</w:hyperlink>', [""]),
        (r("oil burns ") + r("tar", '<w:highlight w:val="yellow"/>'), ["", ""]),
        (r("oil burns ") + r("tar", '<w:color w:val="auto"/>'), [""]),
    ],
)
def test_colours_of_links_are_no_convention_of_drafting(content: str, colours: list[str]) -> None:
    (block,) = read(p(content)).blocks
    assert block.text == "oil burns tar"
    assert [run.colour for run in block.runs] == colours


def annotation(kind: str = "Highlight", **more: Any) -> dict[str, Any]:
    return {
        "Subtype": LIT(kind),
        "QuadPoints": [100, 710, 160, 710, 100, 700, 160, 700],
        "C": [1, 0, 0],
        **more,
    }


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        (annotation(), ["ground"]),
        (annotation("Underline"), ["underline"]),
        (annotation("Squiggly"), ["underline"]),
        (annotation("StrikeOut"), ["strike"]),
        (annotation("Text"), []),
        *((annotation(F=flags), ["ground"]) for flags in (0, 1, 4, 8, 16, 64)),
        *((annotation(F=flags), []) for flags in (2, 32, 33, 34, 6)),
    ],
)
def test_annotations_that_mark_words(said: dict[str, Any], kinds: list[str]) -> None:
    found = markings_of(said)
    assert [area.kind for area in found] == kinds
    assert all((area.x0, area.x1, area.y0, area.y1) == (100, 160, 700, 710) for area in found)


def letters(text: str, x: float, y: float) -> list[Glyph]:
    return [Glyph(sign, x + 6 * at, y, 6.0, 10.0, 0, ord(sign), 0) for at, sign in enumerate(text)]


def right_numbered(wide: int) -> list[GlyphRow]:
    """Twenty lines with numbers at the right, and more lines that reach beyond them."""
    found = [
        row
        for at in range(20)
        for row in rows_of(
            [*letters("lamps", 100, 700 - 14 * at), *letters(str(at + 10), 500, 700 - 14 * at)]
        )
    ]
    for at in range(wide):
        found += rows_of(letters("x" * 71, 100, 400 - 14 * at))
    return found


@pytest.mark.parametrize(("wide", "taken"), [(0, 40), (2, 40), (3, 0)])
def test_numbers_at_the_right_have_a_margin_of_their_own(wide: int, taken: int) -> None:
    assert len(take_line_numbers(right_numbered(wide))) == taken


@pytest.mark.parametrize(("elements", "refused"), [(20, False), (21, True)])
def test_a_document_of_too_many_elements(elements: int, refused: bool) -> None:
    members = {"a.xml": b"<" * 11, "b.xml": b"<" * (elements - 11)}
    if not refused:
        _check_xml(members, "a.docx", Settings(max_xml_elements=10))
        return
    with pytest.raises(ReadError, match="more than 10 elements"):
        _check_xml(members, "a.docx", Settings(max_xml_elements=10))


@pytest.mark.parametrize(
    ("left", "right", "parted"),
    [
        ("oil", "tar", True),
        ("\u2e80", "tar", False), ("\u2e7f", "tar", False), ("\u9fff", "tar", False), ("\ua000", "tar", True),
        ("oil", "\uf900", False), ("oil", "\ufaff", False), ("oil", "\uff21", False), ("oil", "灯", False),
        ("oil", "7", True), ("7", "7", False), ("7", "oil", True), ("oil.", "Tar", True), ("]", "tar", False),
    ],
)  # fmt: skip
def test_a_call_parts_words_but_no_chinese(left: str, right: str, parted: bool) -> None:
    runs = set_apart([Run(left), Run("1", note="1"), Run(right)])
    assert runs[2].text == (f" {right}" if parted else right)


@pytest.mark.parametrize(
    ("counts", "likely"),
    [
        ({"e": 90, None: 10}, True),
        ({"e": 89, None: 11}, False),
        ({"e": 9}, True),
        ({"e": 3, "/": 7}, True),
        ({"e": 29, "/": 71}, False),
        ({"e": 59, "/": 140}, False),
        ({"e": 50, "ĳ": 50}, True),
        ({"e": 49, "ĳ": 51}, False),
        ({"的": 80, "龘": 20}, True),
        ({"的": 79, "龘": 21}, False),
        ({"о": 50, "ѣ": 50}, True),
        ({"о": 49, "ѣ": 51}, False),
        ({"e": 50, "о": 50}, False),
        ({}, True),
    ],
)
def test_characters_as_often_as_language_has_them(counts: dict[str | None, int], likely: bool) -> None:
    assert plausible(counts) is likely


@pytest.mark.parametrize(
    ("texts", "unknown"), [(["a", "b"], False), (["a", ""], True), ([""], True), ([], False)]
)
def test_a_page_with_glyphs_that_are_not_known(texts: list[str], unknown: bool) -> None:
    glyphs = [Glyph(text, 100.0, 700.0, 6.0, 10.0, 0, at, 0) for at, text in enumerate(texts)]
    assert FontUse().see(page(*glyphs)) is unknown


@pytest.mark.parametrize(
    ("column", "length", "centred"),
    [
        # between the columns 10 and 70 the middle is 40
        (30, 20, True), (28, 20, True), (27, 20, False), (32, 20, True), (33, 20, False), (16, 48, True),
        (15, 48, False), (16, 49, False),
    ],
)  # fmt: skip
def test_lines_in_the_middle_of_a_measure(column: int, length: int, centred: bool) -> None:
    assert _Measure(10, 70.0).centres(TextLine("x" * length, column, 0)) is centred


@pytest.mark.parametrize("byte", [0x01, 0x02, 0x07, 0x0B, 0x0E, 0x0F, 0x10, 0x19, 0x1A, 0x1E, 0x1F, 0x7F])
def test_control_characters_are_no_text(byte: int) -> None:
    found = sniff_content(b"\xe4 lamp " + bytes([byte]) * 3, "a.txt").name
    shown = byte in (0x0B, 0x1A, 0x1E, 0x7F)
    assert found == ("a plain text" if shown else "binary data of an unknown kind")


def test_furniture_of_a_text_stands_in_the_order_of_its_pages() -> None:
    def body(number: int) -> str:
        return "\n".join(f"The {word} keepers of harbour {number * 7} mend lamps" for word in "abcdef")

    text = "\f".join(f"PORT CONFERENCE\n{body(number)}\n- {number} -" for number in range(1, 5))
    found = read_bytes(text.encode(), "a.txt", Settings())
    assert [piece.page for piece in found.furniture] == sorted(piece.page or 0 for piece in found.furniture)
    assert {piece.text for piece in found.furniture} >= {f"- {number} -" for number in range(1, 5)}


@pytest.mark.parametrize(("most", "refused"), [(4, False), (3, True)])
def test_a_text_of_too_many_pages(most: int, refused: bool) -> None:
    data = "\f".join(["Oil", "Tar", "Wick", "Lamp"]).encode()
    if not refused:
        assert read_bytes(data, "a.txt", Settings(max_pages=most)).source.pages == 4
        return
    with pytest.raises(ReadError, match="more than 3 pages"):
        read_bytes(data, "a.txt", Settings(max_pages=most))
