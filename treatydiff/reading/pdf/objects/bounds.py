"""Bounds for pdfminer, which believes the sizes that a file states.

A few hundred bytes can name streams that unpack to gigabytes, fonts with billions of widths, cross
reference tables with more objects than the file has bytes, and drawings that draw one another. The
functions that pdfminer calls for these are replaced by bounded ones, which work as before for
everybody who does not read under `bounded`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from io import BytesIO
from types import SimpleNamespace
from typing import Any

from pdfminer import cmapdb, pdffont, pdftypes
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfdocument import PDFDocument, PDFXRefStream
from pdfminer.pdfexceptions import PDFNotImplementedError
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException

from treatydiff.errors import ReadError
from treatydiff.settings import Settings

_MIB = 1024 * 1024
_LEAST_BOMB = 4 * _MIB
"""Streams that unpack to less are no bombs, however well they are packed."""
_MOST_CODES = 20_000_000
"""Codes that all fonts of a file may name in ranges: some 300 fonts of the largest kind."""
_MOST_DRAWINGS = 20_000
"""Drawings (form XObjects) that one page may draw, those within drawings included."""
_CHUNK = 1 * _MIB
_SUM = 4
"""Bytes of the check sum behind a packed stream."""


class _Bounds:
    """The caps under which one file is read."""

    def __init__(self, settings: Settings, label: str) -> None:
        self._settings = settings
        self.label = label
        self.torn = False
        self._codes = 0

    def check(self, unpacked: int, packed: int) -> None:
        """Refuse a stream that has unpacked beyond a cap."""
        if unpacked > self._settings.max_unpacked_mib * _MIB:
            raise self._refusal(
                f"unpacks to more than {self._settings.max_unpacked_mib} MiB", "max_unpacked_mib"
            )
        ratio = self._settings.max_compression_ratio
        if unpacked > max(_LEAST_BOMB, ratio * packed):
            raise self._refusal(f"is packed more than {ratio} to 1", "max_compression_ratio")

    def count_codes(self, count: int) -> None:
        """Refuse fonts that name more codes than can be."""
        self._codes += count
        if self._codes > _MOST_CODES:
            raise ReadError(
                "the fonts of the PDF name more characters than there are",
                where=self.label,
                hint="this is no ordinary draft; print it to a new PDF",
            )

    def _refusal(self, what: str, setting: str) -> ReadError:
        return ReadError(
            f"a stream of the PDF {what}",
            where=self.label,
            hint=f"raise {setting} in the settings if you trust it",
        )


_bounds: ContextVar[_Bounds | None] = ContextVar("bounds", default=None)


@contextmanager
def bounded(settings: Settings, label: str) -> Iterator[None]:
    """Bound what pdfminer does while the block runs.

    Args:
        settings: gives the caps.
        label: the file's name, for errors.
    """
    token = _bounds.set(_Bounds(settings, label))
    try:
        yield
    finally:
        _bounds.reset(token)


class CountedDrawings(PDFPageInterpreter):
    """An interpreter of pages that counts drawings, which may draw one another many times over."""

    drawings: list[int]

    def process_page(self, page: Any) -> None:
        """Interpret a page.

        Args:
            page: the page.
        """
        self.drawings = [0]
        super().process_page(page)

    def subinterp(self) -> Any:
        """The interpreter of a drawing; it counts together with that of the page."""
        inner: Any = super().subinterp()
        inner.drawings = self.drawings
        self.drawings[0] += 1
        if self.drawings[0] > _MOST_DRAWINGS:
            raise ReadError(
                f"a page of the PDF draws more than {_MOST_DRAWINGS} drawings",
                where=_label(),
                hint="this is no ordinary draft; print it to a new PDF",
            )
        return inner


def bound_objects(document: PDFDocument) -> None:
    """Cut the cross-reference streams of a document to the entries that they have bytes for.

    Args:
        document: an opened PDF.
    """
    for xref in document.xrefs:
        if isinstance(xref, PDFXRefStream):
            room = len(xref.data or b"") // xref.entlen if xref.entlen else 0
            kept = []
            for start, count in xref.ranges:
                kept.append((start, max(0, min(count, room))))
                room -= kept[-1][1]
            xref.ranges = kept


def unpacked(stream: PDFStream) -> tuple[bytes, str]:
    """What a stream holds, as much as can be read, and what is wrong with it ("" where it is whole).

    Args:
        stream: a stream of the file.
    """
    if stream.rawdata == b"":
        stated = resolve1(stream.attrs.get("Length"))
        return b"", "" if stated == 0 else "a part of its content is missing"
    bounds = _bounds.get()
    if bounds is not None:
        bounds.torn = False
    try:
        data = stream.get_data()
    except PDFNotImplementedError:
        return b"", "its content is packed in a way that is not known"
    except (PSException, ArithmeticError, AssertionError, LookupError, OSError, TypeError, ValueError):
        return b"", "its content is damaged"
    torn = bounds is not None and bounds.torn
    return data, "its content is cut short or damaged" if torn else ""


def _label() -> str:
    bounds = _bounds.get()
    return bounds.label if bounds is not None else ""


def _inflate(data: bytes, *options: Any) -> bytes:
    bounds = _bounds.get()
    if bounds is None or options:
        return zlib.decompress(data, *options)
    decoder = zlib.decompressobj()
    parts: list[bytes] = []
    size, rest = 0, data
    while rest and not decoder.eof:
        try:
            part = decoder.decompress(rest, _CHUNK)
        except zlib.error:
            bounds.torn = bounds.torn or not _lacks_only_its_sum(data)
            return b"".join([*parts, *_saved(data, size)])
        parts.append(part)
        size += len(part)
        bounds.check(size, len(data))
        rest = decoder.unconsumed_tail
    if not decoder.eof:
        bounds.torn = bounds.torn or not _lacks_only_its_sum(data)
    return b"".join(parts)


def _lacks_only_its_sum(data: bytes) -> bool:
    """Whether a packed stream is whole but for the check sum behind it, which some programs cut off."""
    decoder = zlib.decompressobj(-zlib.MAX_WBITS)
    rest = data[2:]
    try:
        while rest and not decoder.eof:
            decoder.decompress(rest, _CHUNK)
            rest = decoder.unconsumed_tail
    except zlib.error:
        return False
    return decoder.eof and len(decoder.unused_data) < _SUM


def _saved(data: bytes, size: int) -> Iterator[bytes]:
    """What a damaged stream holds beyond `size` bytes; nothing is sure behind the damage."""
    decoder = zlib.decompressobj()
    seen = 0
    try:
        for at in range(0, len(data), 64):
            part = decoder.decompress(data[at : at + 64])
            yield part[max(0, size - seen) :]
            seen += len(part)
    except zlib.error:
        return


def _unpack_lzw(data: bytes) -> bytes:
    return _collected(LZWDecoder(BytesIO(data)).run(), len(data))


def _unpack_runs(data: bytes) -> bytes:
    return _collected(_runs(data), len(data))


def _runs(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data) and data[at] != 128:
        length = data[at]
        if length < 128:
            yield data[at + 1 : at + 2 + length]
            at += 2 + length
        else:
            yield data[at + 1 : at + 2] * (257 - length)
            at += 2


def _collected(parts: Iterable[bytes], packed: int) -> bytes:
    bounds = _bounds.get()
    kept: list[bytes] = []
    size = 0
    for part in parts:
        kept.append(part)
        size += len(part)
        if bounds is not None:
            bounds.check(size, packed)
    return b"".join(kept)


def _range(*ends: int) -> range:
    """The builtin, which counts the codes that the fonts of a file name."""
    codes = range(*ends)
    bounds = _bounds.get()
    if bounds is not None:
        bounds.count_codes(len(codes))
    return codes


def _install() -> None:
    """Put the bounded functions where pdfminer looks for its own."""
    inflating = SimpleNamespace(error=zlib.error, decompress=_inflate, decompressobj=zlib.decompressobj)
    for module, name, function in (
        (pdftypes, "zlib", inflating),
        (pdftypes, "lzwdecode", _unpack_lzw),
        (pdftypes, "rldecode", _unpack_runs),
        (pdffont, "range", _range),
        (cmapdb, "range", _range),
    ):
        setattr(module, name, function)


_install()
