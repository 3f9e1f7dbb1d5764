"""Values at and just beside the bounds of readers: line numbers, pages of a text, titles, markup; one case a row."""

from __future__ import annotations

import pytest

from tests.reading.word_files import p, r, read
from treatydiff.model import Note, Run
from treatydiff.reading.decoding import decode_text
from treatydiff.reading.docx.colours import colour_name
from treatydiff.reading.docx.fields import FieldState
from treatydiff.reading.lines import PageLine
from treatydiff.reading.pdf import blocks, line_numbers
from treatydiff.reading.pdf.characters import Glyph, _plain_name, _turn
from treatydiff.reading.pdf.layout import Column
from treatydiff.reading.pdf.letter_spacing import close_up
from treatydiff.reading.pdf.line_numbers import _Numbered, take_line_numbers
from treatydiff.reading.pdf.objects.page_tree import PageTree
from treatydiff.reading.pdf.rows import GlyphRow, rows_of
from treatydiff.reading.reader import read_bytes
from treatydiff.reading.text.layout import TextLine
from treatydiff.reading.text.notes import _notes, _with_calls
from treatydiff.reading.text.pages import (
    PageMarks,
    _counts_pages,
    _marks_stand_at_feet,
)
from treatydiff.settings import Settings

# --- line numbers --------------------------------------------------------------------------------


def letters(text: str, x: float, y: float, *, size: float = 10.0) -> list[Glyph]:
    return [Glyph(sign, x + 6 * at, y, 6.0, size, 0, ord(sign), 0) for at, sign in enumerate(text)]


def numbered(*numbers: str, x: float = 40.0, text: float = 100.0, words: str = "lamps") -> list[GlyphRow]:
    """A page of lines, each with what stands in its margin."""
    found: list[GlyphRow] = []
    for at, number in enumerate(numbers):
        found += rows_of([*letters(number, x, 700.0 - 14 * at), *letters(words, text, 700.0 - 14 * at)])
    return found


def counting(first: int, last: int) -> list[str]:
    return [str(number) for number in range(first, last + 1)]


@pytest.mark.parametrize(
    ("rows", "taken"),
    [
        (numbered(*counting(1, 9)), "123456789"),
        (numbered(*counting(1, 8)), "12345678"),
        (numbered(*counting(1, 7)), ""),  # too few
        (numbered(*counting(12, 21)), "12131415161718192021"),
        # every fifth line
        (numbered("5", "", "", "", "", "10", "", "", "", "", "15"), "51015"),
        (numbered("5", "", "", "", "", "10"), ""),
        (numbered("5", "", "", "", "10", "", "", "", "", "15"), ""),
        (numbered("4", "", "", "", "", "9", "", "", "", "", "14"), ""),
        # a number too wide, and one that touches its line
        (numbered(*["12345"] * 9), ""),
        (numbered(*counting(1, 9), text=54.1), "123456789"),
        (numbered(*counting(1, 9), text=53.9), ""),
        # one step of nine, or two, that do not count the lines
        (numbered(*counting(1, 8), "90", "91"), "12345678" + "9091"),
        (numbered("1", "2", "30", "31", "50", "51", "70", "71", "72"), ""),
        (numbered(), ""),
    ],
)  # fmt: skip
def test_line_numbers_of_a_page(rows: list[GlyphRow], taken: str) -> None:
    assert "".join(glyph.text for glyph in take_line_numbers(rows)) == taken


@pytest.mark.parametrize(("inside", "taken"), [(0, True), (1, True), (2, False)])
def test_the_margin_of_line_numbers_holds_hardly_anything_else(inside: int, taken: bool) -> None:
    rows = numbered(*counting(11, 20))
    for at in range(inside):
        (wide,) = rows_of([*letters("x", 30.0, 500.0 - 14 * at), *letters("lamps", 100.0, 500.0 - 14 * at)])
        rows.append(wide)
    assert bool(take_line_numbers(rows)) is taken


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        # right edges of one figure each, of ten in all
        ([40.0] * 10, 10),
        ([40.0] * 8 + [42.0] * 2, 10),
        ([40.0] * 8 + [42.1] * 2, 8),
        ([40.0] * 7 + [43.0] * 3, 0),
        ([38.0] * 2 + [40.0] * 8, 10),
        ([37.9] * 2 + [40.0] * 8, 8),
        ([], 0),
    ],
)
def test_numbers_stand_one_below_the_other(places: list[float], kept: int) -> None:
    found = [
        _Numbered(at, at, (Glyph("1", x, 700.0 - 14 * at, 6.0, 10.0, 0, 49, 0),))
        for at, x in enumerate(places)
    ]
    assert len(line_numbers._one_below_the_other(found)) == kept


def steps(*values: int) -> list[_Numbered]:
    return [_Numbered(at, value, ()) for at, value in enumerate(values)]


@pytest.mark.parametrize(
    ("found", "rows", "count"),
    [
        (steps(*range(11)), 11, True),
        (steps(*range(9), 20, 30), 11, True),  # eight of ten steps
        (steps(*range(8), 20, 30, 40), 11, False),
        (steps(*range(9)), 15, True),  # of fifteen rows nine have a number
        (steps(*range(9)), 16, False),
        (steps(*range(8)), 8, True),
        (steps(*range(7)), 7, False),
        ([_Numbered(0, 5, ()), _Numbered(5, 10, ()), _Numbered(10, 15, ())], 20, True),
        ([_Numbered(0, 5, ()), _Numbered(5, 10, ()), _Numbered(10, 16, ())], 20, False),
        ([_Numbered(0, 5, ()), _Numbered(5, 10, ())], 20, False),
    ],
)
def test_numbers_that_count_the_lines(found: list[_Numbered], rows: int, count: bool) -> None:
    assert line_numbers._count_lines(found, rows) is count


# --- other rules of pages ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("matrix", "turned"),
    [
        ((1, 0, 1), 0), ((-1, 0, -1), 2), ((-1, 0, 1), 0), ((1, 0, -1), 0), ((0, 1, 0), 1), ((0, -1, 0), 3),
        ((1, 1, 1), 4), ((0, 0, -1), 0),
    ],
)  # fmt: skip
def test_where_a_baseline_runs(matrix: tuple[float, float, float], turned: int) -> None:
    assert _turn(*matrix) == turned


@pytest.mark.parametrize(
    ("fontname", "plain"),
    [
        ("ABCDEF+Garamond", "Garamond"),
        ("ABCDE+Garamond", "ABCDE+Garamond"),
        (b"ABCDEF+Oil", "Oil"),
        ("Oil", "Oil"),
    ],
)
def test_names_of_fonts(fontname: object, plain: str) -> None:
    assert _plain_name(fontname) == plain


class Letter:
    def __init__(self, text: str, x0: float, x1: float) -> None:
        self.text, self.x0, self.x1 = text, x0, x1
        self.glyph = None if text == " " else text


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [("R U L E ", "RULE"), ("R U L E s", "R U L E s"), ("oil R U L E ", "oil RULE"), (" ", " "), ("", "")],
)  # fmt: skip
def test_spaces_behind_a_stretched_word(printed: str, read_as: str) -> None:
    found = close_up([Letter(sign, 6.0 * at, 6.0 * at + 6.0) for at, sign in enumerate(printed)])
    assert "".join(letter.text for letter in found).rstrip() == read_as.rstrip()


def test_a_tree_of_pages_is_whole_until_it_is_known_better() -> None:
    tree = PageTree()
    assert (tree.leaves, tree.stated, tree.flat, tree.rebuilt) == ([], 0, False, False)


def line(x0: float, x1: float, y: float = 700.0, *, size: float = 10.0, bold: bool = False) -> PageLine:
    return PageLine(
        "Lamps", 1, (Run("Lamps", bold=bold),), x0=x0, x1=x1, baseline=y, size=size, page_width=600.0
    )


@pytest.mark.parametrize(
    ("wide", "belongs"),
    [
        (line(73, 527, 714), True),
        (line(72.9, 527.1, 714), False),  # less than a point from the margins
        (line(73, 531, 714), False),
        (line(75, 527, 714), True),  # its middle a point away
        (line(77, 527, 714), True),  # two
        (line(77.1, 527, 714), False),
        (line(73, 527, 716), True),
        (line(73, 527, 716.1), False),  # more than 1.6 sizes above
        (line(73, 527, 714, size=10.2), True),
        (line(73, 527, 714, size=10.4), False),
        (line(73, 527, 714, bold=True), False),
    ],
)
def test_a_wide_line_beside_a_centred_one(wide: PageLine, belongs: bool) -> None:
    assert blocks._belongs_to_title(wide, line(200, 400), Column(72.0, 528.0)) is belongs


# --- plain text ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"L\0", "L"),
        (b"\0L", "L"),
        (b"L\0a\0m\0p\0", "Lamp"),
        (b"\0L\0a", "La"),
        (b"Lamp\0", "Lamp\0"),
        (b"\0", "\0"),
    ],
)
def test_two_bytes_a_letter(data: bytes, text: str) -> None:
    assert decode_text(data)[0] == text


def texts(*lines: str) -> list[TextLine]:
    return [TextLine(words, 0, 0, 3, False) for words in lines]


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        (["1 See the Charter."], [("1", "See the Charter.")]),
        (["1 See the", "Charter."], [("1", "See the Charter.")]),
        (["1 See it.", "2 See oil.", "and tar."], [("1", "See it."), ("2", "See oil. and tar.")]),
        (["1 See vol.", "7 of it."], [("1", "See vol. 7 of it.")]),
        (["Oil", "4 See it."], [("4", "See it.")]),
        ([], []),
    ],
)
def test_notes_of_lines(lines: list[str], notes: list[tuple[str, str]]) -> None:
    found = _notes(texts(*lines))
    assert found == [Note(label, text, 3, "footnote") for label, text in notes]


@pytest.mark.parametrize(
    ("lines", "labels", "kept"),
    [
        (["Oil burns", "1", "and tar"], {"1"}, [("Oil burns1", ((9, 10, "1"),)), ("and tar", ())]),
        (["Oil burns", "1", "2"], {"1", "2"}, [("Oil burns12", ((9, 10, "1"), (10, 11, "2")))]),
        (["1", "Oil burns"], {"1"}, [("1", ()), ("Oil burns", ())]),
        (["Oil burns", "3"], {"1"}, [("Oil burns", ()), ("3", ())]),
    ],
)
def test_calls_on_lines_of_their_own(lines: list[str], labels: set[str], kept: list[object]) -> None:
    assert [(each.text, each.calls) for each in _with_calls(texts(*lines), labels)] == kept


def sheet(*sizes: int) -> tuple[list[str], list[tuple[int, int]]]:
    """A text with numbers between stretches of so many characters, and where the numbers stand."""
    lines: list[str] = []
    chain: list[tuple[int, int]] = []
    for number, size in enumerate(sizes):
        if number:
            chain.append((len(lines), number))
            lines.append(str(number))
        lines.append("x" * size)
    return lines, chain


@pytest.mark.parametrize(
    ("sizes", "pages"),
    [
        ((1000,) * 5, True),
        ((1000,) * 4, False),  # three numbers
        ((1000, 1000, 2000, 1000, 2000, 1000, 1000), True),
        ((1000, 1000, 2001, 1000, 2001, 1000, 1000), False),
        ((1000, 1000, 300, 1000, 300, 1000, 1000), True),
        ((1000, 1000, 299, 1000, 299, 1000, 1000), False),
        ((5, 5, 5, 5, 5), False),
        ((9000, 1000, 1000, 1000, 1000), False),  # most of the text stands before them
    ],
)
def test_numbers_as_far_apart_as_pages(sizes: tuple[int, ...], pages: bool) -> None:
    assert _counts_pages(*sheet(*sizes)) is pages


@pytest.mark.parametrize(
    ("sizes", "at_feet"),
    [
        ((1000, 1000, 1000, 0), True),
        ((0, 1000, 1000, 1000), False),
        ((0, 1000, 1000, 0), False),
        ((1000, 1000, 1000, 19), True),
        ((600, 1000, 1000, 100), True),
        ((400, 1000, 1000, 100), False),
        ((600, 1000, 1000, 300), False),
    ],
)
def test_marks_at_the_feet_of_pages(sizes: tuple[int, ...], at_feet: bool) -> None:
    lines, chain = sheet(*sizes)
    assert _marks_stand_at_feet(lines, PageMarks("lone", tuple(chain))) is at_feet


# --- Word, Akoma Ntoso, Markdown -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "name"),
    [("FF0000", "red"), ("0000FF", "blue"), ("00FF00", "green"), ("000000", ""), ("FFFFFF", ""), ("808080", ""), ("auto", ""), ("FF00", "")],
)  # fmt: skip
def test_colours_of_letters(value: str, name: str) -> None:
    assert colour_name(value) == name


def test_fields_of_one_element_begin_and_end() -> None:
    state = FieldState()
    state.begin(" TOC \\o ")
    assert (state.in_instruction, state.in_contents) == (True, False)
    state.begin_result()
    assert (state.in_instruction, state.in_contents) == (False, True)
    assert state.end() is False
    assert (state.in_instruction, state.in_contents) == (False, False)
    state.begin("listnum x")
    assert state.end() is True
    assert (state.end(), state.in_instruction) == (False, False)


@pytest.mark.parametrize(
    ("inside", "blocks_left", "aside"),
    [
        ('<w:fldSimple w:instr=" TOC \\o ">' + r("Article 1") + "</w:fldSimple>", ["Oil"], ["Article 1"]),
        ('<w:fldSimple w:instr=" REF x ">' + r("Article 1") + "</w:fldSimple>", ["Article 1", "Oil"], []),
    ],
)
def test_contents_that_one_element_makes(inside: str, blocks_left: list[str], aside: list[str]) -> None:
    text = read(p(inside) + p("Oil"))
    assert [block.text for block in text.blocks] == blocks_left
    assert [piece.text for piece in text.furniture] == aside


@pytest.mark.parametrize(
    ("kind", "default", "bold"),
    [
        ("paragraph", "1", True), ("paragraph", "true", True), ("paragraph", "0", False), ("paragraph", "false", False),
        ("character", "1", False), ("table", "1", False),
    ],
)  # fmt: skip
def test_the_style_of_paragraphs_without_one(kind: str, default: str, bold: bool) -> None:
    style = (
        f'<w:style w:type="{kind}" w:default="{default}" w:styleId="Lamp"><w:name w:val="Lamp"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    assert [run.bold for run in read(p("Oil"), styles=style).blocks[0].runs] == [bold]


def act(body: str) -> list[tuple[str, str]]:
    data = (
        '<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
        f"<act><body>{body}</body></act></akomaNtoso>"
    )
    return [(block.number, block.text) for block in read_bytes(data.encode(), "a.xml", Settings()).blocks]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<paragraph><num>1.</num><content><p>Oil<!-- tar --> burns</p></content></paragraph>", [("1.", "Oil burns")]),
        ("<article><num>Article 1</num><heading>Lamps</heading><content><p>Oil</p></content></article>",
         [("", "Article 1"), ("", "Lamps"), ("", "Oil")]),
        ("<paragraph><num>1.</num><subparagraph><num>(a)</num><content><p>Oil</p></content></subparagraph></paragraph>",
         [("", "1. (a) Oil")]),
        # labels without words
        ("<paragraph><num>1.</num></paragraph><article><num>Article 2</num><content><p>Oil</p></content></article>",
         [("1.", ""), ("", "Article 2"), ("", "Oil")]),
        ('<paragraph><num>1.</num></paragraph><hcontainer name="option"><num>Option 1</num><content><p>Oil</p></content></hcontainer>',
         [("1.", ""), ("", "Option 1:"), ("", "Oil")]),
        ('<hcontainer name="option"><num>Option 1</num><heading>paragraphs 1 and 2</heading><content><p>Oil</p></content></hcontainer>',
         [("", "Option 1 (paragraphs 1 and 2):"), ("", "Oil")]),
        ("<paragraph><content><p>Oil<eol/> burns</p><p> </p></content></paragraph>", [("", "Oil burns")]),
    ],
)  # fmt: skip
def test_what_an_act_says(body: str, found: list[tuple[str, str]]) -> None:
    assert act(body) == found


@pytest.mark.parametrize(
    ("text", "said", "aside"),
    [
        ("Oil\n\n<!-- tar\nwick -->\n\nburns\n", ["Oil", "burns"], [("<!-- tar", 2), ("wick -->", 3)]),
        ("<!-- a -->\n<!-- b -->\n\nOil\n\n<!-- c -->\n", ["Oil"], [("<!-- a -->", 0), ("<!-- b -->", 1), ("<!-- c -->", 5)]),
        ("Oil <!-- tar\n", ["Oil <!-- tar"], []),
        ("---\ntitle: Oil\n---\n\nLamp\n", ["Lamp"], [("title: Oil", 1)]),
        ("---\ntitle: Oil\n...\n\nLamp\n", ["Lamp"], [("title: Oil", 1)]),
    ],
)  # fmt: skip
def test_markup_that_nobody_sees_is_set_aside(
    text: str, said: list[str], aside: list[tuple[str, int]]
) -> None:
    found = read_bytes(text.encode(), "a.md", Settings())
    assert [block.text for block in found.blocks] == said
    assert [piece.text for piece in found.furniture] == [words for words, _ in aside]
