"""A page that cannot be read whole is said to be so, with its number; what is whole is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.damaged_pdf import DAMAGES, PAGES, ten_pages
from treatydiff.errors import ReadError
from treatydiff.model import SourceText
from treatydiff.reading.pdf.from_pdf import read_pdf
from treatydiff.settings import Settings


def _read(data: bytes) -> SourceText:
    return read_pdf(data, "draft.pdf", Settings())


def _said(text: SourceText) -> list[tuple[str, str, int | None]]:
    return [(each.code, each.severity, each.page) for each in text.diagnostics]


def _headings(text: SourceText) -> list[tuple[str, int | None]]:
    return [(block.text, block.page) for block in text.blocks if block.text.startswith("Article")]


def test_a_whole_file_is_read_without_a_word() -> None:
    text = _read(ten_pages())
    assert _said(text) == []
    assert _headings(text) == [(f"Article {page}", page) for page in range(1, PAGES + 1)]


@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_to_page_5_is_said(kind: str) -> None:
    text = _read(ten_pages(DAMAGES[kind]))
    assert _said(text) == [("page_incomplete", "error", 5)]
    assert "page 5 cannot be read whole" in text.diagnostics[0].message
    assert text.source.pages == PAGES
    whole = [page for page in range(1, PAGES + 1) if page != 5]
    assert [at for at in _headings(text) if at[1] != 5] == [(f"Article {page}", page) for page in whole]


def test_what_stands_before_a_cut_is_read() -> None:
    text = _read(ten_pages(DAMAGES["stream cut"]))
    assert ("Article 5", 5) in _headings(text)


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("the check sum cut off", lambda packed: packed[:-4]),
        ("bytes behind the end", lambda packed: packed + b"\r\n"),
    ],
)
def test_what_takes_no_text_away_is_no_damage(kind: str, change: Callable[[bytes], bytes]) -> None:
    def damage(objects: dict[int, bytes]) -> None:
        _, _, rest = objects[21].partition(b"stream\n")
        packed = change(rest.removesuffix(b"\nendstream"))
        objects[21] = b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream"

    assert _said(_read(ten_pages(damage))) == [], kind


def test_an_empty_page_is_no_damage() -> None:
    def damage(objects: dict[int, bytes]) -> None:
        objects[20] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>"
        objects[23] = b"<</Length 0/Filter/FlateDecode>>stream\n\nendstream"

    assert _said(_read(ten_pages(damage))) == []


def test_pages_below_a_lost_branch_keep_the_numbers_of_the_others() -> None:
    def damage(objects: dict[int, bytes]) -> None:
        others = " ".join(f"{10 + 2 * page} 0 R" for page in (6, 7, 8, 9, 10))
        objects[2] = f"<</Type/Pages/Kids[12 0 R 14 0 R 80 0 R {others}]/Count 10>>".encode()

    text = _read(ten_pages(damage))
    assert _said(text) == [("page_incomplete", "error", page) for page in (3, 4, 5)]
    assert _headings(text)[-1] == ("Article 10", 10)


def test_a_tree_that_states_more_pages_than_it_names() -> None:
    def damage(objects: dict[int, bytes]) -> None:
        objects[2] = objects[2].replace(b"20 0 R ", b"")

    text = _read(ten_pages(damage))
    assert _said(text) == [("pages_missing", "error", None)]
    assert "10 pages" in text.diagnostics[0].message
    assert "9 were found" in text.diagnostics[0].message


def test_a_tree_that_is_lost_leaves_the_pages_in_doubt() -> None:
    text = _read(ten_pages(lambda objects: objects.pop(2)))
    assert _said(text)[0] == ("pages_unordered", "error", None)
    assert len(_headings(text)) == PAGES


def _no_place_of_the_table(data: bytes) -> bytes:
    return data.replace(b"startxref\n", b"startxref\n9")


@pytest.mark.parametrize(
    ("kind", "cut"),
    [
        ("a wrong place of page 5", lambda data: data.replace(b"%010d 0" % data.index(b"20 0 obj"), b"0000000001 0")),
        ("no place of the table", _no_place_of_the_table),
        ("a trailer before the pages", lambda data: data.replace(b"7\n", b"7\ntrailer<</Root 1 0 R>>\n", 1)),
        ("heads within lines", lambda data: _no_place_of_the_table(data.replace(b"\nendobj\n", b"\nendobj "))),
        ("no table and no trailer", lambda data: data[: data.rindex(b"xref\n0 ")]),
    ],
)  # fmt: skip
def test_objects_are_found_where_the_table_is_wrong(kind: str, cut: Callable[[bytes], bytes]) -> None:
    text = _read(ten_pages(cut=cut))
    assert _said(text) == [("pdf_rebuilt", "warning", None)], kind
    assert len(_headings(text)) == PAGES


def test_a_file_without_one_whole_page_is_refused() -> None:
    def damage(objects: dict[int, bytes]) -> None:
        for page in range(1, PAGES + 1):
            objects[11 + 2 * page] = b"<</Length 9/Filter/Zstd>>stream\nxxxxxxxxx\nendstream"

    with pytest.raises(ReadError, match="damaged"):
        _read(ten_pages(damage))


def test_layers_switched_off_are_not_read_and_said() -> None:
    def damage(objects: dict[int, bytes]) -> None:
        objects[1] = b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[60 0 R 61 0 R]/D<</OFF[61 0 R]>>>>>>"
        objects[60] = b"<</Type/OCG/Name(English)>>"
        objects[61] = b"<</Type/OCG/Name(Notes)>>"
        objects[62] = b"<</Type/OCMD/OCGs[60 0 R 61 0 R]/P/AllOn>>"
        content = (
            b"BT /F1 11 Tf 72 700 Td 15 TL /OC /L0 BDC (Article 5) Tj T* (Each Party shall act here.) Tj EMC"
            b" T* /OC /L1 BDC /Span BMC (Secret) Tj EMC EMC T* /OC /L2 BDC (Member) Tj EMC T* (Shown.) Tj ET"
        )
        objects[20] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 21 0 R/Resources<</Font<</F1 3 0 R>>"
            b"/Properties<</L0 60 0 R/L1 61 0 R/L2 62 0 R>>>>>>"
        )
        objects[21] = b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream"

    text = _read(ten_pages(damage))
    assert _said(text) == [("layer_not_read", "warning", 5)]
    assert [block.text for block in text.blocks if block.page == 5] == [
        "Article 5", "Each Party shall act here.", "Shown.",
    ]  # fmt: skip
    assert [piece.text for piece in text.furniture if piece.rule == "layer_off"] == ["SecretMember"]


def test_fields_and_annotations_that_are_not_read_are_said() -> None:
    def damage(objects: dict[int, bytes]) -> None:
        objects[20] = objects[20][:-2] + b"/Annots[60 0 R 61 0 R 62 0 R 63 0 R 64 0 R 65 0 R]>>"
        objects[60] = b"<</Type/Annot/Subtype/FreeText/Contents(add: without delay)>>"
        objects[61] = b"<</Type/Annot/Subtype/StrikeOut>>"
        objects[62] = b"<</Type/Annot/Subtype/Widget/FT/Tx/V(thirty days)>>"
        objects[63] = b"<</Type/Annot/Subtype/Widget/FT/Tx>>"
        objects[64] = b"<</Type/Annot/Subtype/Link>>"
        objects[65] = b"<</Type/Annot/Subtype/StrikeOut/F 2>>"

    text = _read(ten_pages(damage))
    assert _said(text) == [("annotations_not_read", "warning", 5)]
    assert text.diagnostics[0].message.endswith("1 text box, 1 strike-out, 1 form field")
