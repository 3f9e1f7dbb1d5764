"""A PDF of ten pages, an article on each, with one kind of damage done to page 5."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping

PAGES = 10
_FONT, _FIRST = 3, 10


_SUBJECTS = ("record", "harbour", "beacon", "ferry", "pilot", "anchor", "buoy", "lantern", "quay", "tide")
_ACTS = ("keep", "inspect", "report", "repair", "lend", "survey", "license", "protect")


def _drawn(page: int) -> bytes:
    lines = [f"Article {page}"] + [
        f"{number}. Each Party shall {act} every {_SUBJECTS[page - 1]} of its coast within {page + number} months."
        for number, act in enumerate(_ACTS, 1)
    ]
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    return f"BT /F1 11 Tf 72 720 Td 15 TL {shown} ET\n".encode()


def _stream(data: bytes, more: str = "/Filter/FlateDecode", length: int | None = None) -> bytes:
    stated = "" if length == -1 else f"/Length {len(data) if length is None else length}"
    return f"<<{more}{stated}>>stream\n".encode() + data + b"\nendstream"


def _page(content: str, more: str = "") -> bytes:
    return (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {content}"
        f"/Resources<</Font<</F1 {_FONT} 0 R>>{more}>>>>"
    ).encode()


def ten_pages(
    damage: Callable[[dict[int, bytes]], None] | None = None, *, cut: Callable[[bytes], bytes] | None = None
) -> bytes:
    """The file.

    Args:
        damage: changes the objects; page n is object 10 + 2n, its content the next one.
        cut: changes the finished file.
    """
    kids = " ".join(f"{_FIRST + 2 * page} 0 R" for page in range(1, PAGES + 1))
    objects: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {PAGES}>>".encode(),
        _FONT: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    }
    for page in range(1, PAGES + 1):
        at = _FIRST + 2 * page
        objects[at] = _page(f"{at + 1} 0 R")
        objects[at + 1] = _stream(zlib.compress(_drawn(page)))
    if damage is not None:
        damage(objects)
    data = _written(objects)
    return data if cut is None else cut(data)


def _written(objects: Mapping[int, bytes]) -> bytes:
    data = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start, size = len(data), max(objects) + 1
    data += b"xref\n0 %d\n" % size
    for number in range(size):
        free = number not in places
        data += b"%010d %05d %s \n" % (places.get(number, 0), 65535 if free else 0, b"f" if free else b"n")
    return bytes(data + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start))


_AT = _FIRST + 10


def _put(number: int, content: bytes) -> Callable[[dict[int, bytes]], None]:
    def damage(objects: dict[int, bytes]) -> None:
        objects[number] = content

    return damage


def _without(number: int) -> Callable[[dict[int, bytes]], None]:
    def damage(objects: dict[int, bytes]) -> None:
        del objects[number]

    return damage


_PACKED = zlib.compress(_drawn(5))
_MIDDLE = len(_PACKED) // 2

DAMAGES: dict[str, Callable[[dict[int, bytes]], None]] = {
    "stream cut": _put(_AT + 1, _stream(_PACKED[:_MIDDLE])),
    "stream overwritten": _put(_AT + 1, _stream(_PACKED[:_MIDDLE] + bytes(20) + _PACKED[_MIDDLE + 20 :])),
    "stream not packed as it says": _put(_AT + 1, _stream(_drawn(5))),
    "plain stream cut": _put(_AT + 1, _stream(_drawn(5)[:300], "")),
    "plain stream cut between two operators": _put(_AT + 1, _stream(_drawn(5).rpartition(b"(8.")[0], "")),
    "stream without its length": _put(_AT + 1, _stream(_drawn(5), "", length=-1)),
    "stream absent": _without(_AT + 1),
    "one of two streams absent": _put(_AT, _page(f"[{_AT + 1} 0 R 90 0 R]")),
    "filter unknown": _put(_AT + 1, _stream(_PACKED, "/Filter/ZstdDecode")),
    "filter not supported": _put(_AT + 1, _stream(_PACKED, "/Filter[/Crypt/FlateDecode]")),
    "operators overwritten": _put(
        _AT + 1, _stream(_drawn(5).replace(b"Tj T*", b"T# X?").replace(b"ET", b"") + b" ET", "")
    ),
    "drawing absent": _put(_AT + 1, _stream(_drawn(5) + b"/X9 Do\n", "")),
    "page absent": _without(_AT),
    "page is no page": _put(_AT, b"(nothing)"),
}
"""What is done to page 5, by what it is called."""
