"""How printers set accents, spaced headings and sideways pages, and what a scan is."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.reading.pdf_pages import Sheets, rules_of, texts
from treatydiff.errors import UnreadableTextError
from treatydiff.model import SourceText
from treatydiff.reading.pdf.from_pdf import read_pdf
from treatydiff.settings import Settings

_WIDTH, _HEIGHT = 544.0, 842.0


def _read(canvas: Canvas, file: BytesIO) -> SourceText:
    canvas.save()
    return read_pdf(file.getvalue(), "draft.pdf", Settings())


def _canvas() -> tuple[Canvas, BytesIO]:
    file = BytesIO()
    return Canvas(file, pagesize=(_WIDTH, _HEIGHT), invariant=1), file


def _with_accents(canvas: Canvas, x: float, y: float, text: str, rise: float = 0.0) -> None:
    """Draw a text in which "e'" is an e with an accent printed over it."""
    pieces = text.split("'")
    for at, piece in enumerate(pieces):
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(x, y, piece)
        x += stringWidth(piece, "Times-Roman", 11)
        letter = stringWidth(piece[-1:], "Times-Roman", 11)
        accent = stringWidth("\u00b4", "Times-Roman", 11)
        if at < len(pieces) - 1:
            canvas.drawString(x - letter / 2 - accent / 2, y + rise, "\u00b4")


@pytest.mark.parametrize(
    ("drawn", "rise", "read"),
    [
        ("Le re'gime de la pe'che", 0.0, "Le régime de la péche"),
        ("E'tats co'tiers", 2.5, "États cótiers"),
    ],
)
def test_accents_printed_over_letters_belong_to_them(drawn: str, rise: float, read: str) -> None:
    canvas, file = _canvas()
    _with_accents(canvas, 72, 700, drawn, rise)
    assert texts(_read(canvas, file)) == [read]


def test_signs_beside_letters_stay_what_they_are() -> None:
    assert texts(Sheets().line("a minute is 60\u00b4 and x^2 is ~4 or `so`").read()) == [
        "a minute is 60\u00b4 and x^2 is ~4 or `so`"
    ]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("A R T I C L E  2", "ARTICLE 2"),
        ("P A R T  O N E", "PART ONE"),
        ("C h a p t e r  IV  S c o p e", "Chapter IV Scope"),
        ("A B C", "A B C"),
        ("(a) x y z of a b", "(a) x y z of a b"),
        ("Annex A and B", "Annex A and B"),
    ],
)
def test_letters_that_stand_apart_are_a_word(printed: str, read: str) -> None:
    assert texts(Sheets().line(printed).read()) == [read]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_set_sideways_is_read(turn: int) -> None:
    canvas, file = _canvas()
    canvas.translate(_WIDTH / 2, _HEIGHT / 2)
    canvas.rotate(turn)
    canvas.setFont("Times-Roman", 11)
    for at, line in enumerate(("Article 1", "Each Party shall keep its lights lit.", "Article 2")):
        canvas.drawString(-200, 100 - 14 * at, line)
    assert texts(_read(canvas, file)) == ["Article 1", "Each Party shall keep its lights lit.", "Article 2"]


def _picture() -> ImageReader:
    from PIL import Image

    return ImageReader(Image.new("L", (8, 8), 200))


def _scan(stamps: list[str]) -> SourceText:
    canvas, file = _canvas()
    for stamp in stamps:
        canvas.drawImage(_picture(), 0, 0, _WIDTH, _HEIGHT)
        canvas.drawString(60, 20, stamp)
        canvas.showPage()
    return _read(canvas, file)


@pytest.mark.parametrize(
    "stamps",
    [
        ["Scanned with PortScan"] * 3,
        [f"PortScan, page {n} of 3" for n in (1, 2, 3)],
        ["Scanned with PortScan"],
    ],
)
def test_a_scan_with_a_stamp_is_a_scan(stamps: list[str]) -> None:
    with pytest.raises(UnreadableTextError, match="looks like a scan"):
        _scan(stamps)


def test_a_page_among_others_that_is_a_picture_is_said() -> None:
    canvas, file = _canvas()
    for page in range(1, 4):
        if page == 2:
            canvas.drawImage(_picture(), 0, 0, _WIDTH, _HEIGHT)
        else:
            for line in range(6):
                canvas.drawString(72, 700 - 14 * line, f"{page}{line} Each Party shall keep its lights lit.")
        canvas.showPage()
    said = [(each.code, each.page) for each in _read(canvas, file).diagnostics]
    assert said == [("page_is_picture", 2)]


def _covered(text_pages: int, pictures: int) -> SourceText:
    """A file of some pages of text and pictures behind them."""
    canvas, file = _canvas()
    for page in range(text_pages):
        for line in range(6):
            canvas.drawString(72, 700 - 14 * line, f"{page}{line} Draft convention, submitted by the Chair.")
        canvas.showPage()
    for _ in range(pictures):
        canvas.drawImage(_picture(), 0, 0, _WIDTH, _HEIGHT)
        canvas.showPage()
    return _read(canvas, file)


@pytest.mark.parametrize(("text_pages", "pictures"), [(1, 3), (1, 5), (2, 6)])
def test_a_scan_behind_a_cover_of_text_is_a_scan(text_pages: int, pictures: int) -> None:
    with pytest.raises(UnreadableTextError, match=f"{pictures} pages hold almost no text"):
        _covered(text_pages, pictures)


@pytest.mark.parametrize(
    ("text_pages", "pictures", "severity"), [(3, 1, "warning"), (1, 1, "error"), (2, 3, "error")]
)
def test_pictures_are_an_error_where_they_are_the_most(text_pages: int, pictures: int, severity: str) -> None:
    said = [(each.code, each.severity) for each in _covered(text_pages, pictures).diagnostics]
    assert said == [("page_is_picture", severity)] * pictures


def test_paragraphs_of_one_full_line_may_each_be_one() -> None:
    sheets = Sheets()
    for number in range(1, 5):
        sheets.line(f"{number}. Each Party shall keep the lights of its coast lit at all times of night.")
    for _ in range(3):
        sheets.line("and this goes on without a number, as the words of a paragraph do here.")
    found = sheets.read()
    assert [block.starts_paragraph for block in found.blocks] == [None] * 4 + [False] * 3


@pytest.mark.parametrize(
    ("words", "size", "y"),
    [
        ("DRAFT", 60, 500),
        ("ADVANCE COPY", 44, 473),
        ("NOT FOR QUOTATION", 20, 480),
        ("CONFIDENTIEL", 40, 760 - 140),
    ],
)
@pytest.mark.parametrize("pages", [1, 3])
def test_level_watermarks_behind_the_text_are_furniture(
    words: str, size: float, y: float, pages: int
) -> None:
    sheets = Sheets()
    for page in range(pages):
        sheets.ink(0.8, 0.8, 0.8).put(words, 110, y, size=size, font="Helvetica-Bold").ink(0, 0, 0)
        sheets.centred(f"Article {page + 1}").filled(30 if page < 2 else 3).page()
    found = sheets.read()
    assert rules_of(found) == [("watermark", words)] * pages
    assert all(text.startswith(("Article", "the ")) and text.isprintable() for text in texts(found))
    assert len(texts(found)) == sum(31 if page < 2 else 4 for page in range(pages))


@pytest.mark.parametrize(
    ("large", "x", "y"),
    [("CONVENTION ON LAMPS", 140, 775), ("E", 40, 735), ("IV", 200, 775)],
    ids=["a title", "a letter that opens the text", "a number"],
)
def test_large_letters_beside_the_text_are_no_watermark(large: str, x: float, y: float) -> None:
    found = Sheets().put(large, x, y, size=26).filled(12).read()
    assert rules_of(found) == []
    assert any(large in text for text in texts(found))


_CUT = ("Each Party shall co\u00adoperate with the others in the imple\u00ad", "mentation of this Treaty.")


def test_soft_hyphens_that_a_page_prints_are_hyphens() -> None:
    assert texts(Sheets().line(_CUT[0]).line(_CUT[1]).read()) == [
        "Each Party shall co-operate with the others in the imple-",
        "mentation of this Treaty.",
    ]


def test_text_printed_sideways_beside_other_text_is_said() -> None:
    canvas, file = _canvas()
    canvas.setFont("Times-Roman", 11)
    for at in range(8):
        canvas.drawString(72, 700 - 14 * at, f"The keepers {at} of the coast shall mend their lamps by day.")
    canvas.rotate(90)
    for at in range(3):
        canvas.drawString(100, -100 - 14 * at, f"Keeper {at} of the harbour is paid as the Council decides.")
    assert [(each.code, each.page) for each in _read(canvas, file).diagnostics] == [("sideways_not_read", 1)]


def test_a_long_stamp_at_the_edge_of_one_picture_is_a_stamp() -> None:
    with pytest.raises(UnreadableTextError, match="looks like a scan"):
        _scan(["This copy was scanned by the archive of the port authority for its readers"])
