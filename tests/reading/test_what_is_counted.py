"""What readers count and name beside the text, and values at the edges of small rules: one case a row."""

from __future__ import annotations

import random
import zlib
from types import SimpleNamespace
from typing import Any

import pytest
from pdfminer.pdftypes import PDFObjRef
from pdfminer.psexceptions import PSException
from pdfminer.psparser import LIT

from tests.reading.word_files import deleted, ins, p, r, read, word_package
from treatydiff.errors import ReadError
from treatydiff.reading.decoding import decode_text
from treatydiff.reading.docx.signs import shown_symbol
from treatydiff.reading.pdf.accents import accents_over_letters
from treatydiff.reading.pdf.annotations import unread_annotations
from treatydiff.reading.pdf.characters import Glyph
from treatydiff.reading.pdf.objects import bounds, page_tree
from treatydiff.reading.pdf.objects.bounds import bounded
from treatydiff.reading.reader import read_bytes
from treatydiff.reading.right_to_left import reading_order
from treatydiff.settings import Settings

# --- Word ----------------------------------------------------------------------------------------

OBJECT = "<w:r><w:object/></w:r>"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (p("oil", ins(r("lamp"))), "tracked changes by 1 author: 1 insertions, 0 deletions"),
        (p("oil", deleted("lamp")), "tracked changes by 1 author: 0 insertions, 1 deletions"),
        (p("oil", ins(r("lamp"), author="")), "tracked changes: 1 insertions, 0 deletions"),
        (p("oil", OBJECT), "1 embedded objects are not read"),
        (p("oil", OBJECT, OBJECT), "2 embedded objects are not read"),
        (p("oil", r("a", "<w:vanish/>"), r("bc", "<w:vanish/>")), "3 characters of hidden text"),
        (p("oil", '<w:r><w:sym w:font="Symbol" w:char="F0FF"/></w:r>' * 2), "2 signs of a symbol font"),
        (p("oil") + '<w:altChunk r:id="x"/>' * 2, "2 embedded documents are not read"),
    ],
)
def test_what_a_word_document_is_said_to_hold(body: str, said: str) -> None:
    (found,) = read(body).diagnostics
    assert found.message.startswith(said)


@pytest.mark.parametrize(
    ("reference", "margins"),
    [
        ('<w:headerReference r:id="header1"/>', ["Port Conference"]),
        ('<w:headerReference r:id="header1"/>' * 2, ["Port Conference"]),
        ('<w:headerReference r:id="header9"/>', []),
        ("<w:headerReference/>", []),
    ],
)
def test_margins_that_the_package_lacks_are_passed_over(reference: str, margins: list[str]) -> None:
    text = read(p("oil") + f"<w:sectPr>{reference}</w:sectPr>", header1=p("Port Conference"))
    assert [piece.text for piece in text.furniture] == margins


def flagged(data: bytes, bit: int) -> bytes:
    """A package whose members all have a bit of their flags set, in the directory and at their places."""
    found = bytearray(data)
    for sign, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = found.find(sign)
        while at >= 0:
            found[at + place] |= bit
            at = found.find(sign, at + 4)
    return bytes(found)


def test_a_member_that_is_locked_and_one_that_is_packed_tightly() -> None:
    data = word_package(p("Ships report."))
    assert [block.text for block in read_bytes(flagged(data, 2), "a.docx", Settings()).blocks] == [
        "Ships report."
    ]
    with pytest.raises(ReadError, match="locked with a password"):
        read_bytes(flagged(data, 1), "a.docx", Settings())


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ("2D 44 53 61 62 64 67 6D", "−ΔΣαβδγµ"),
        ("A3 B0 B1 B3 B4 B7 B9 D7", "≤°±≥×•≠·"),
        ("2C 2E 43 45 52 54 60 63 65 66 68 6C 6E A2 A4 AF B2 B5 B6 B8 BA D6 D8", "\ufffd" * 23),
    ],
)
def test_the_symbol_font(places: str, shown: str) -> None:
    assert "".join(shown_symbol(f"F0{place}", "Symbol") for place in places.split()) == shown


# --- text ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "text"),
    [
        # pairs of bytes that Chinese has too, but no Chinese characters
        (b"by \xa7a of it", "by §a of it"),
        (b"by \xa7a and \xa7b of it", "by §a and §b of it"),
    ],
)
def test_signs_that_could_be_chinese_are_none(data: bytes, text: str) -> None:
    assert decode_text(data)[0] == text


def test_tables_rows_and_columns_of_markdown_are_counted() -> None:
    table = b"| oil | wick |\n|---|---|\n| tar | lamp |\n"
    text = read_bytes(table + b"\nThe keepers report.\n\n" + table, "a.md", Settings())
    assert [block.cell for block in text.blocks] == [
        (0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), None, (1, 0, 0), (1, 0, 1), (1, 1, 0), (1, 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("5-7 با", "اب 5-7"),
        # a sign that touches a figure on one side alone goes the way of the line
        ("5 -7 با", "اب 7- 5"),
        ("5- 7 با", "اب 7 -5"),
        ("5.-7 با", "اب 7-.5"),
    ],
)
def test_signs_between_figures_of_an_arabic_line(printed: str, read_as: str) -> None:
    assert "".join(reading_order(list(printed), str)) == read_as


# --- PDF -----------------------------------------------------------------------------------------


def put_on(*kinds: str, **more: object) -> SimpleNamespace:
    return SimpleNamespace(annots=[{"Subtype": LIT(kind), **more} for kind in kinds])


@pytest.mark.parametrize(
    ("page", "named"),
    [
        (put_on("FreeText"), "1 text box"),
        (put_on("FreeText", "FreeText"), "2 text boxes"),
        (put_on("Stamp", "Stamp", "Caret", "Redact", "Redact", "Redact"), "2 stamps, 1 insertion, 3 redactions"),
        (put_on("Text", "StrikeOut"), "1 comment, 1 strike-out"),
        (put_on("Widget", FT=LIT("Tx"), V=b"oil"), "1 form field"),
        (put_on("Widget", FT=LIT("Ch"), V=b"oil"), "1 form field"),
        (put_on("Widget", FT=LIT("Btn"), V=b"oil"), None),
        (put_on("Widget", FT=LIT("Tx"), V=b"\xfe\xff"), None),
        (put_on("Widget", Parent={"FT": LIT("Tx"), "V": b"oil"}), "1 form field"),
        (put_on("Widget", V=b" ", Parent={"FT": LIT("Tx"), "V": b"oil"}), None),
        (put_on("Text", F=1), "1 comment"),
        (put_on("Text", F=2), None),
        (put_on("Text", F=3), None),
        (put_on("Text", F=4), "1 comment"),
        (put_on("Link"), None),
        (SimpleNamespace(annots=None), None),
    ],
)  # fmt: skip
def test_annotations_are_counted(page: Any, named: str | None) -> None:
    found = unread_annotations(page, 3)
    assert (found.message.partition(": ")[2] if found else None) == named
    assert found is None or found.page == 3


class Torn:
    """A file none of whose objects can be read."""

    def getobj(self, number: int) -> object:
        raise PSException(number)


@pytest.mark.parametrize(
    ("count", "pages"), [(3, 3), (1, 1), (0, 0), (-1, 0), (2.0, 0), (PDFObjRef(Torn(), 7), 0)]
)
def test_the_number_of_pages_of_a_node(count: object, pages: int) -> None:
    assert page_tree._count({"Count": count}) == pages


def test_what_is_saved_of_a_stream_goes_on_where_whole_pieces_end() -> None:
    long = random.Random(5).randbytes(bounds._CHUNK * 3 // 5).hex().encode()
    packed = bytearray(zlib.compress(long, 1))
    place = len(packed) * 97 // 100
    packed[place : place + 200] = b"\xff" * 200
    with bounded(Settings(), "draft.pdf"):
        found = bounds._inflate(bytes(packed))
    sure = len(long) * 96 // 100
    assert sure > bounds._CHUNK
    assert found[:sure] == long[:sure]


@pytest.mark.parametrize(
    ("x", "advance", "over"),
    [
        (102.0, 0.4, True),
        (102.0, 0.0, False),
        (99.8, 0.4, True),  # half of it
        (99.7, 0.4, False),
        (104.0, 4.0, True),
        (104.1, 4.0, False),
    ],
)
def test_accents_stand_over_letters(x: float, advance: float, over: bool) -> None:
    letter = Glyph("e", 100.0, 700.0, 6.0, 10.0, 0, 1, 0)
    accent = Glyph("´", x, 700.0, advance, 10.0, 0, 2, 0)
    assert [each.text for each in accents_over_letters([accent], [letter])] == ["\u0301"] * over
