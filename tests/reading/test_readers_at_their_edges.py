"""What readers seldom meet: kinds of files by their first bytes, odd structure, hand-made damage; one case a row."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from lxml import html
from pdfminer.psparser import LIT

from tests.reading.word_files import NAMES, abstract, level, num, p, r, read, shown, word_package
from treatydiff.errors import ReadError
from treatydiff.model import Run, SourceText
from treatydiff.reading.decoding import decode_text
from treatydiff.reading.docx.body import _stripped
from treatydiff.reading.html.lists import item_labels
from treatydiff.reading.html.look import visible_text
from treatydiff.reading.html.losses import _shows_a_page
from treatydiff.reading.number_formats import format_number
from treatydiff.reading.pdf import watermarks
from treatydiff.reading.pdf.characters import Glyph
from treatydiff.reading.pdf.content import _name
from treatydiff.reading.pdf.glyph_texts import text_and_width
from treatydiff.reading.pdf.notes import _are_notes
from treatydiff.reading.pdf.objects import page_tree
from treatydiff.reading.reader import read_bytes
from treatydiff.reading.sniff import sniff_content
from treatydiff.reading.text.from_text import _page_diagnostics
from treatydiff.reading.text.layout import TextLine
from treatydiff.settings import Settings


def page(body: str) -> SourceText:
    return read_bytes(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "a.html", Settings())


def markdown(text: str) -> list[str]:
    return [block.text for block in read_bytes(text.encode(), "a.md", Settings()).blocks]


AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body>{}</body></act></akomaNtoso>'


@pytest.mark.parametrize(
    ("data", "label"),
    [
        (b"<!DOCTYPE html><html><body><p>Oil</p></body></html>", "a.html"),
        (b"# Oil\n\nLamp\n", "a.md"),
        (b"Oil\n", "a.txt"),
        (word_package(p("Oil")), "a.docx"),
        (b'<?xml version="1.0"?>' + AKN.format("<article><num>1</num><content><p>Oil</p></content></article>").encode(), "a.xml"),
    ],
)  # fmt: skip
def test_each_reader_says_when_it_is_done(data: bytes, label: str) -> None:
    told: list[tuple[int, int]] = []
    read_bytes(data, label, Settings(), progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 1)]


@pytest.mark.parametrize(
    ("data", "label", "said"),
    [
        (b"<!DOCTYPE html><html><body></body></html>", "a.html", "the page holds no text"),
        (b"<html>", "a.html", "the page holds no text"),
        (b"\n\n", "a.md", "no text"),
        (b"[oil]: http://lamp.example\n", "a.md", "the file holds no text"),
        (word_package("", raw_document=f"<w:document {NAMES}/>"), "a.docx", "the Word document has no body"),
        (b'<?xml version="1.0"?>' + AKN.format("").encode(), "a.xml", "the document holds no text"),
    ],
)
def test_files_without_text_are_refused(data: bytes, label: str, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read_bytes(data, label, Settings())


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG image"), (b"GIF89a", "a GIF image"), (b"II*\x00", "a TIFF image"),
        (b"MM\x00*", "a TIFF image"), (b"RIFF\0\0\0\0WEBP", "a WebP image"), (b"AT&TFORM", "a DjVu document"),
        (b"%!PS-Adobe", "a PostScript file"), (b"\x1f\x8b\x08", "a gzip archive"), (b"BZh9", "a bzip2 archive"),
        (b"\xfd7zXZ\x00", "an xz archive"), (b"7z\xbc\xaf\x27\x1c", "a 7z archive"), (b"Rar!\x1a\x07\0", "a RAR archive"),
        (b"\x7fELF\x02", "a program"), (b"MZ\x90\x00", "a Windows program"), (b"SQLite format 3\x00", "an SQLite database"),
        (b"\xffWPC", "a WordPerfect document"), (b"oil BZh9 GIF89a", "a plain text"),
    ],
)  # fmt: skip
def test_the_first_bytes_tell_the_kind(data: bytes, kind: str) -> None:
    assert sniff_content(data, "a").name == kind


def test_bytes_beyond_ascii_count_from_the_first() -> None:
    assert decode_text(b"\x80 abc\xe0")[0] == "Ђ abcа"  # Cyrillic


# --- Word ----------------------------------------------------------------------------------------


def alternatives(*branches: str) -> str:
    return f"<mc:AlternateContent>{''.join(branches)}</mc:AlternateContent>"


def choice(body: str) -> str:
    return f'<mc:Choice Requires="w14">{body}</mc:Choice>'


def fallback(body: str) -> str:
    return f"<mc:Fallback>{body}</mc:Fallback>"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (p("Oil") + alternatives(choice(p("Tar")), fallback(p("Wick"))), ["Oil", "Tar"]),
        (p("Oil") + alternatives(choice("<w:p/>"), fallback(p("Wick"))), ["Oil", "Wick"]),
        (p("Oil") + alternatives(choice("<w:p/>"), fallback("<w:p/>")), ["Oil"]),
        (p("Oil") + alternatives(), ["Oil"]),
        (p("Oil", alternatives()), ["Oil"]),
        (p("Oil", alternatives(choice(r(" tar")), fallback(r(" wick")))), ["Oil tar"]),
        (f'<w:customXml w:element="x">{p("Oil")}</w:customXml>', ["Oil"]),
        (f'<w:sdt><w:sdtContent>{p("Oil")}</w:sdtContent></w:sdt>', ["Oil"]),
        (p("Tar") + f'<w:ins w:id="1" w:author="A">{p("Oil")}</w:ins>', ["Tar", "Oil"]),
        (p("Tar") + f'<w:del w:id="1" w:author="A">{p("Oil")}</w:del>', ["Tar"]),
        # a mark that is left out joins what stands behind it; before a table nothing does
        (p("Oil ", properties='<w:rPr><w:del w:id="3" w:author="A"/></w:rPr>') + p("burns"), ["Oil burns"]),
        (p("Oil", properties='<w:rPr><w:del w:id="3" w:author="A"/></w:rPr>')
         + f"<w:tbl><w:tr><w:tc>{p('Tar')}</w:tc></w:tr></w:tbl>", ["Oil", "Tar"]),
        (p("Oil", properties='<w:rPr><w:del w:id="3" w:author="A"/></w:rPr>'), ["Oil"]),
        (p(" ", "Oil ", " "), ["Oil"]),
        (p('<w:fldSimple w:instr=" PAGE ">' + r("7") + "</w:fldSimple>", "Oil"), ["7Oil"]),
    ],
)  # fmt: skip
def test_what_a_body_holds(body: str, texts: list[str]) -> None:
    assert shown(read(body)) == texts


@pytest.mark.parametrize(
    ("texts", "stripped"),
    [
        ([" "], []),
        ([], []),
        ([" ", " oil"], ["oil"]),
        (["  ", "\t", " oil ", " lamp ", " "], ["oil ", " lamp"]),
        ([" oil "], ["oil"]),
        (["oil", "lamp "], ["oil", "lamp"]),
        ([" oil", "lamp"], ["oil", "lamp"]),
    ],
)
def test_white_space_at_the_ends_of_a_paragraph_goes(texts: list[str], stripped: list[str]) -> None:
    assert [run.text for run in _stripped(tuple(Run(text) for text in texts))] == stripped


@pytest.mark.parametrize(
    ("notes", "stripped"),
    [
        # what a run says and whether it calls a note
        ([("", True)], [""]),
        ([(" ", False), ("", True), (" ", False)], [""]),
        ([("", True), (" oil ", False)], ["", " oil"]),
        ([(" oil ", False), ("", True)], ["oil ", ""]),
    ],
)
def test_calls_of_notes_are_kept_at_the_ends(notes: list[tuple[str, bool]], stripped: list[str]) -> None:
    runs = tuple(Run(text, note="1" if calls else None) for text, calls in notes)
    assert [run.text for run in _stripped(runs)] == stripped


@pytest.mark.parametrize(
    ("body", "lists", "texts"),
    [
        (p("Oil", num=(1, 0)), abstract(0, level(0, "decimal", "%1.")) + num(1, 0), ["1. Oil"]),
        # lists that are not defined
        (p("Oil", num=(7, 0)), abstract(0, level(0, "decimal", "%1.")) + num(1, 0), ["Oil"]),
        (p("Oil", num=(1, 0)), num(1, 9), ["Oil"]),
        # a style that no definition has
        (p("Oil", num=(1, 0)), abstract(0, more='<w:numStyleLink w:val="Lamps"/>') + num(1, 0), None),
        (p("Oil", num=(1, 0)),
         abstract(0, more='<w:numStyleLink w:val="Lamps"/>')
         + abstract(1, level(0, "decimal", "%1)"), more='<w:styleLink w:val="Lamps"/>') + num(1, 0), ["1) Oil"]),
    ],
)  # fmt: skip
def test_lists_and_their_definitions(body: str, lists: str, texts: list[str] | None) -> None:
    found = shown(read(body, numbering=lists))
    assert found == texts if texts else found[0].endswith("Oil")


@pytest.mark.parametrize(
    ("number_format", "value", "shown_as"),
    [
        ("lowerLetter", 1, "a"), ("lowerLetter", 26, "z"), ("lowerLetter", 27, "aa"), ("lowerLetter", 0, "0"),
        ("upperLetter", 53, "AAA"), ("upperLetter", -1, "-1"), ("ordinal", 11, "11th"), ("ordinal", 21, "21st"),
        ("ordinal", 112, "112th"), ("ordinal", 3, "3rd"), ("ordinal", 4, "4th"), ("chineseCounting", 12, "十二"),
    ],
)  # fmt: skip
def test_numbers_at_the_edges_of_their_formats(number_format: str, value: int, shown_as: str) -> None:
    assert format_number(value, number_format) == shown_as


# --- web pages and Markdown ----------------------------------------------------------------------


def test_captions_of_tables_are_read() -> None:
    rows = "<tr><td>Oil</td><td>Tar</td></tr><tr><td>Wick</td><td>Lamp</td></tr>"
    text = page(f"<table><caption>What is carried</caption>{rows}</table>")
    assert [(block.text, block.cell) for block in text.blocks] == [
        ("What is carried", None), ("Oil", (0, 0, 0)), ("Tar", (0, 0, 1)), ("Wick", (0, 1, 0)), ("Lamp", (0, 1, 1)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("span", "column"),
    [("", 1), ("2", 2), ("12", 12), ("999", 999), ("1000", 1), ("0", 1), ("x", 1), ("٣", 1)],
)
def test_cells_that_span_columns(span: str, column: int) -> None:
    said = f' colspan="{span}"' if span else ""
    text = page(f"<table><tr><td{said}>Oil</td><td>Tar</td></tr><tr><td>Wick</td></tr></table>")
    assert [block.cell for block in text.blocks][:2] == [(0, 0, 0), (0, 0, column)]


@pytest.mark.parametrize(
    ("item_list", "labels"),
    [
        ("<ol><li>Oil<li>Tar</ol>", ["1.", "2."]),
        ("<ol start='4'><li>Oil<li value='9'>Tar<li>Wick</ol>", ["4.", "9.", "10."]),
        ("<ol reversed><li>Oil<li>Tar</ol>", ["2.", "1."]),
        ("<ol start='x'><li>Oil</ol>", ["1."]),
        ("<ol style='list-style: disc'><li>Oil<li>Tar</ol>", ["•", "•"]),
        ("<ol type='circle'><li>Oil</ol>", ["•"]),
        ("<ol type='square'><li>Oil</ol>", ["•"]),
        ("<ol type='a'><li>Oil<li>Tar</ol>", ["a.", "b."]),
        ("<ul><li>Oil</ul>", ["•"]),
        ("<ul style='list-style-type:none'><li>Oil</ul>", []),
        ("<ol><li>(a) Oil<li>(b) Tar<li>Wick</ol>", []),
        ("<ol><li>(a) Oil<li>Tar</ol>", ["1.", "2."]),
    ],
)
def test_labels_of_items(item_list: str, labels: list[str]) -> None:
    assert list(item_labels(html.fromstring(item_list)).values()) == labels


def test_the_text_that_an_element_shows() -> None:
    shown_as = "<div>Oil and<script>wick</script> lamps<br>burn<p>on</p>deck</div>"
    assert visible_text(html.fromstring(shown_as)).split() == ["Oil", "and", "lamps", "burn", "on", "deck"]


@pytest.mark.parametrize(
    ("frame", "page_shown"),
    [
        ("<iframe src='lamps.html'></iframe>", True),
        ("<iframe srcdoc='Lamps'></iframe>", True),
        ("<iframe></iframe>", False),
        ("<iframe src='about:blank'></iframe>", False),
        ("<iframe src='javascript:x'></iframe>", False),
        ("<iframe src='lamps.html' width='1'></iframe>", False),
        ("<iframe src='lamps.html' height='0px'></iframe>", False),
        ("<iframe src='lamps.html' width='2'></iframe>", True),
        ("<object data='lamps.pdf'></object>", True),
        ("<object data='lamps.png'></object>", False),
        ("<object data='lamps' type='image/png'></object>", False),
    ],
)
def test_frames_that_show_a_page(frame: str, page_shown: bool) -> None:
    assert _shows_a_page(html.fromstring(frame)) is page_shown


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Oil {:.wide} burns\n", ["Oil burns"]),
        ("Oil{:.wide}\n", ["Oil"]),
        ("Oil {wide} burns\n", ["Oil {wide} burns"]),
        ("Oil\\ burns\n", ["Oil burns"]),
        ("*Oil* burns\n", ["Oil burns"]),
    ],
)
def test_what_only_a_renderer_reads_goes(text: str, blocks: list[str]) -> None:
    assert [" ".join(block.split()) for block in markdown(text)] == blocks


@pytest.mark.parametrize("depth", [1, 2, 3, 4, 5, 6])
def test_headings_of_tags(depth: int) -> None:
    text = read_bytes(f"<h{depth}>Oil</h{depth}>\n\nLamp\n".encode(), "a.md", Settings())
    assert [(block.text, block.style) for block in text.blocks] == [("Oil", f"Heading {depth}"), ("Lamp", "")]


def text_line(page_number: int | None) -> TextLine:
    return TextLine("Oil", 0, 0, page_number, False)


@pytest.mark.parametrize(
    ("pages", "said"),
    [([1, 2, 3], 0), ([1, 1], 0), ([2, 1], 1), ([1, None, 2], 0), ([2, None, 1, 3, 2], 1), ([], 0)],
)
def test_pages_of_a_text_rise(pages: list[int | None], said: int) -> None:
    assert len(_page_diagnostics([text_line(number) for number in pages])) == said


# --- PDF -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (b"Oil", "Oil"),
        (b"Oil#20Lamp", "Oil Lamp"),
        (b"Oil#2", "Oil#2"),
        ("Öl".encode(), "Öl"),
        (b"#D6l", b"\xd6l"),
    ],
)
def test_names_in_a_page(printed: bytes, name: object) -> None:
    assert _name(printed) is LIT(name)


def font(text: str, width: float = 0.5) -> Any:
    return SimpleNamespace(to_unichr=lambda cid: text, char_width=lambda cid: width)


@pytest.mark.parametrize(
    ("text", "width", "read_as"),
    [
        ("a", 0.5, "a"), ("", 0.5, None), ("(cid:7)", 0.5, ""), ("\ufffd", 0.5, ""), ("\x07", 0.5, ""), ("\t", 0.5, "\t"),
        (" ", 0.5, " "), ("\u00ad", 0.5, "-"), ("\u00ad", 0.0, None),
    ],
)  # fmt: skip
def test_what_a_glyph_stands_for(text: str, width: float, read_as: str | None) -> None:
    assert text_and_width(font(text, width), 5) == (read_as, width)


@pytest.mark.parametrize("goes_on", [True, False])
def test_no_lines_are_no_notes(goes_on: bool) -> None:
    assert _are_notes([], 10.0, goes_on=goes_on) is False


@pytest.mark.parametrize(
    ("node", "found"), [({"Kids": []}, {"Kids": []}), ([], None), (None, None), (7, None)]
)
def test_a_node_of_the_pages(node: object, found: object) -> None:
    assert page_tree._dictionary(node) == found


def test_the_first_letter_tells_where_a_watermark_stands() -> None:
    letters = [Glyph(sign, 100.0 + 24 * at, y, 24.0, size, 0, at, 0)
               for at, (sign, y, size) in enumerate([("O", 650.3, 40.0), ("I", 650.0, 40.04), ("L", 649.7, 39.96)])]  # fmt: skip
    found = watermarks._watermark(letters)
    assert (found.text, found.size, found.y) == ("OIL", 40.0, 650.3)

    def covered(middle: float) -> bool:
        text = [Glyph("x", 100.0 + 6 * at, middle - 5.0, 6.0, 10.0, 0, 1, 0) for at in range(12)]
        return watermarks._has_text_over_it(letters, text)

    assert (covered(650.3), covered(650.2), covered(650.31)) == (True, False, True)
