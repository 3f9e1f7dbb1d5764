"""What a PDF may unpack to, name and draw, and what is saved of a damaged stream: at and beside every bound."""

from __future__ import annotations

import zlib
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from pdfminer.pdfdocument import PDFXRefStream
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

from treatydiff.errors import ReadError
from treatydiff.reading.pdf.objects import bounds
from treatydiff.reading.pdf.objects.bounds import CountedDrawings, bound_objects, bounded
from treatydiff.reading.pdf.objects.found_objects import FoundObjects
from treatydiff.settings import Settings

MIB = 1024 * 1024


@pytest.mark.parametrize(
    ("packed", "text"),
    [
        (b"\x02oil\x80", b"oil"),
        (b"\x00o\x01il\x80", b"oil"),
        (b"\xfeo\x80", b"ooo"),
        (b"\xffo\x80", b"oo"),
        (b"\x81o\x80", b"o" * 128),
        (b"\x02oil\xfdf\x02ice", b"oilffffice"),
        (b"\x7f" + b"o" * 128 + b"\x80", b"o" * 128),
        (b"\x80oil", b""),
        (b"", b""),
        (b"\x00o\x80\x00i", b"o"),
        (b"\x05oil", b"oil"),
        (b"\xfe", b""),
    ],
)
def test_runs_of_equal_bytes(packed: bytes, text: bytes) -> None:
    assert bounds._unpack_runs(packed) == text


@pytest.mark.parametrize(
    ("unpacked", "packed", "said"),
    [
        (8 * MIB, 8 * MIB, ""),
        (8 * MIB + 1, 8 * MIB, "unpacks to more than 8 MiB"),
        # four MiB are no bomb, however well they are packed
        (4 * MIB, 1, ""),
        (4 * MIB + 1, 1, "packed more than 50 to 1"),
        (50 * 100_000, 100_000, ""),
        (50 * 100_000 + 1, 100_000, "packed more than 50 to 1"),
    ],
)
def test_how_much_a_stream_may_unpack_to(unpacked: int, packed: int, said: str) -> None:
    caps = bounds._Bounds(Settings(max_unpacked_mib=8, max_compression_ratio=50), "draft.pdf")
    if not said:
        caps.check(unpacked, packed)
        return
    with pytest.raises(ReadError, match=said) as fault:
        caps.check(unpacked, packed)
    assert fault.value.where == "draft.pdf"
    assert "in the settings if you trust it" in fault.value.hint


def test_the_bounds_hold_while_a_file_is_read_and_no_longer() -> None:
    bomb = zlib.compress(bytes(5 * MIB))
    runs = b"\x81o" * (4 * MIB // 128 + 1)
    with bounded(Settings(max_compression_ratio=10), "draft.pdf"):
        with pytest.raises(ReadError, match="packed more than 10 to 1"):
            bounds._inflate(bomb)
        with pytest.raises(ReadError, match="packed more than 10 to 1"):
            bounds._unpack_runs(runs)
    assert len(bounds._inflate(bomb)) == 5 * MIB
    assert len(bounds._unpack_runs(runs)) == 4 * MIB + 128


TEXT = b"".join(b"Keeper %d lights lamp %d. " % (at, at * 7) for at in range(400))
PACKED = zlib.compress(TEXT)


@pytest.mark.parametrize(
    ("packed", "whole", "torn"),
    [
        (PACKED, True, False),
        (PACKED + b"\r\n", True, False),
        # the check sum was cut off, or is wrong in part
        (PACKED[:-4], True, False),
        (PACKED[:-1], True, False),
        (PACKED[:-5], True, True),
        (PACKED[: len(PACKED) // 2], False, True),
        (PACKED[:400] + b"\xff" * 40 + PACKED[440:], False, True),
        (b"", False, True),
    ],
)
def test_what_is_saved_of_a_stream(packed: bytes, whole: bool, torn: bool) -> None:
    with bounded(Settings(), "draft.pdf"):
        found = bounds._inflate(packed)
        caps = bounds._bounds.get()
    assert caps is not None
    assert caps.torn is torn
    assert (found == TEXT) is whole
    assert found[:300] == TEXT[:300] or not packed


def test_a_whole_stream_behind_a_torn_one_is_whole() -> None:
    def flate(data: bytes, **more: object) -> tuple[bytes, str]:
        return bounds.unpacked(PDFStream({"Filter": LIT("FlateDecode"), **more}, data))

    with bounded(Settings(), "draft.pdf"):
        assert flate(PACKED[: len(PACKED) // 2])[1] == "its content is cut short or damaged"
        assert flate(PACKED) == (TEXT, "")
        assert flate(b"", Length=0) == (b"", "")
        assert flate(b"", Length=7) == (b"", "a part of its content is missing")
    assert flate(PACKED) == (TEXT, "")
    assert bounds.unpacked(PDFStream({"Filter": LIT("Zstd")}, b"oil")) == (
        b"",
        "its content is packed in a way that is not known",
    )
    assert bounds.unpacked(PDFStream({"Filter": LIT("LZWDecode")}, b"oil"))[1] in (
        "",
        "its content is damaged",
    )


def test_what_stands_before_the_damage_of_a_long_stream_is_saved() -> None:
    """More than one piece is whole; of the next what stands before the damage."""
    long = b"".join(b"%d " % (at * at % 99_991) for at in range(400_000))
    packed = bytearray(zlib.compress(long, 1))
    place = len(packed) * 9 // 10
    packed[place : place + 200] = b"\xff" * 200
    with bounded(Settings(), "draft.pdf"):
        found = bounds._inflate(bytes(packed))
    sure = int(0.88 * len(long))
    assert found[:sure] == long[:sure]
    assert found != long


def test_fonts_name_no_more_codes_than_there_are() -> None:
    assert bounds._range(3, 7) == range(3, 7)
    with bounded(Settings(), "draft.pdf"):
        assert len(bounds._range(20_000_000)) == 20_000_000
        with pytest.raises(ReadError, match="name more characters than there are"):
            bounds._range(1)
    with bounded(Settings(), "draft.pdf"):
        assert len(bounds._range(0, 20_000_000)) == 20_000_000
    assert len(bounds._range(20_000_001)) == 20_000_001


def test_a_page_draws_so_many_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "_MOST_DRAWINGS", 3)
    page: Any = CountedDrawings(None, None)  # type: ignore[arg-type]
    page.drawings = [0]
    inner = page.subinterp()
    inner.subinterp().subinterp()
    with pytest.raises(ReadError, match="a page of the PDF draws more than 3 drawings"):
        page.subinterp()


@pytest.mark.parametrize(
    ("size", "length", "stated", "kept"),
    [
        (30, 3, [(0, 10)], [(0, 10)]),
        (30, 3, [(0, 11)], [(0, 10)]),
        (30, 3, [(0, 4), (20, 9)], [(0, 4), (20, 6)]),
        (30, 3, [(0, 10), (20, 9)], [(0, 10), (20, 0)]),
        (30, 3, [(0, 10**9), (20, 9)], [(0, 10), (20, 0)]),
        (30, 3, [(0, -2)], [(0, 0)]),
        (29, 3, [(0, 10)], [(0, 9)]),
        (30, 0, [(0, 10)], [(0, 0)]),
        (0, 3, [(0, 10)], [(0, 0)]),
    ],
)
def test_a_table_of_objects_has_bytes_for_its_entries(
    size: int, length: int, stated: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> None:
    table = PDFXRefStream()
    table.data, table.entlen, table.ranges = bytes(size) or None, length, stated
    bound_objects(SimpleNamespace(xrefs=[object(), table]))  # type: ignore[arg-type]
    assert table.ranges == kept


def found_in(data: bytes) -> FoundObjects:
    found = FoundObjects()
    parser = PDFParser(BytesIO(data + b"\nstartxref\n0\n%%EOF\n"))
    parser.doc = SimpleNamespace(decipher=None)  # type: ignore[assignment]
    found.load(parser)
    return found


def stream(number: int, entries: bytes, content: bytes) -> bytes:
    return b"%d 0 obj <</Length %d %s>> stream\n%s\nendstream endobj\n" % (
        number,
        len(content),
        entries,
        content,
    )


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (b"1 0 obj 5 endobj", {1: (None, 0, 0)}),
        (b"1 0 obj 5 endobj 2 7 obj 6 endobj", {1: (None, 0, 0), 2: (None, 17, 7)}),
        # of several with one number the last
        (b"1 0 obj 5 endobj 1 0 obj 6 endobj", {1: (None, 17, 0)}),
        (b"12 0 obj\n5 endobj", {12: (None, 0, 0)}),
        (b"x1 0 obj 5 endobj", {1: (None, 1, 0)}),
        (b"1 0 object 5", {}),
        (b"1  0   obj 5 endobj", {1: (None, 0, 0)}),
        (b"1     0 obj 5 endobj", {}),
        # what a stream of objects holds, by its place in it
        (
            stream(9, b"/Type/ObjStm/N 2/First 8", b"3 0 4 2 5 6"),
            {9: (None, 0, 0), 3: (9, 0, 0), 4: (9, 1, 0)},
        ),
        (stream(9, b"/Type/ObjStm/N 1/First 4", b"3 0 5"), {9: (None, 0, 0), 3: (9, 0, 0)}),
        (stream(9, b"/Type/ObjStm/N 3/First 8", b"3 0 4 2"), {9: (None, 0, 0), 3: (9, 0, 0), 4: (9, 1, 0)}),
        (stream(9, b"/Type/ObjStm/N 3/First 8", b"3 0 4"), {9: (None, 0, 0), 3: (9, 0, 0)}),
        (stream(9, b"/N 2/First 8", b"3 0 4 2 5 6"), {9: (None, 0, 0)}),
        (b"9 0 obj <</Type/ObjStm>> endobj", {9: (None, 0, 0)}),
        # the type must stand in the object itself
        (b"1 0 obj 5 endobj /ObjStm", {1: (None, 0, 0)}),
    ],
)
def test_objects_of_a_damaged_file(data: bytes, places: dict[int, tuple[int | None, int, int]]) -> None:
    assert found_in(data).offsets == places


@pytest.mark.parametrize(
    ("data", "root"),
    [
        (b"1 0 obj <</Type/Catalog>> endobj", 1),
        (b"1 0 obj <</Type/Catalog>> endobj 2 0 obj <</Type/Catalog>> endobj", 2),
        (b"1 0 obj <</Type/Catalog>> endobj trailer <</Root 7 0 R>>", 7),
        (b"trailer <</Root 7 0 R>> trailer <</Root 8 0 R>>", 8),
        (b"trailers <</Root 7 0 R>>", None),
        (stream(3, b"/Type/XRef/Root 6 0 R/Size 4", b""), 6),
        (b"1 0 obj <</Type/Catalog>> endobj " + stream(3, b"/Type/XRef/Root 6 0 R/Size 4", b""), 6),
        (b"1 0 obj <<" + b" " * 391 + b"/Catalog>> endobj", None),
        (b"1 0 obj <<" + b" " * 389 + b"/Catalog>> endobj", 1),
        (b"1 0 obj 5 endobj 2 0 obj 6", None),
    ],
)
def test_the_catalog_of_a_damaged_file(data: bytes, root: int | None) -> None:
    found = found_in(data).trailer.get("Root")
    assert (found.objid if found is not None else None) == root
