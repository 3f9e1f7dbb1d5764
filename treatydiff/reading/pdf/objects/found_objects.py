"""The objects of a PDF whose own table of them is damaged, looked for in the whole file.

pdfminer's search ends at the first trailer and sees only objects that begin a line, so that what an
editor added, and much of a damaged file, is lost.
"""

from __future__ import annotations

import re
from typing import Any

from pdfminer import pdfdocument
from pdfminer.pdfdocument import PDFXRefFallback
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, int_value
from pdfminer.psexceptions import PSEOF, PSException

from treatydiff.patterns import pattern_of

_HEAD = pattern_of(rb"(?<![0-9])(\d{1,10})[ \t\r\n]{1,4}(\d{1,5})[ \t\r\n]{1,4}obj\b")
"""The head of an object, wherever it stands."""
_TELLING = pattern_of(rb"/(ObjStm|XRef|Catalog)\b")
_NEAR = 400
"""The type of an object stands within so many bytes of its head."""
_MOST_TRAILERS = 50
"""Of more trailers the last ones count."""
_OF_TRAILERS = ("Root", "Encrypt", "ID", "Info")
_FAULTS = (PSException, AssertionError, AttributeError, LookupError, TypeError, ValueError)


class FoundObjects(PDFXRefFallback):
    """A table of every object whose head stands in the file; of several with one number, the last."""

    def load(self, parser: PDFParser) -> None:
        """Look for the objects.

        Args:
            parser: reads the file.
        """
        parser.fp.seek(0)
        data = parser.fp.read()
        catalog = None
        for head in _HEAD.finditer(data):
            number = int(head[1])
            self.offsets[number] = (None, head.start(), int(head[2]))
            kind = _TELLING.search(data, head.end(), head.end() + _NEAR)
            if kind is None or b"endobj" in data[head.end() : kind.start()]:
                continue
            if kind[1] == b"Catalog":
                catalog = number
                continue
            found = _object_at(parser, head.start())
            if kind[1] == b"ObjStm":
                self._unfold(number, found)
            elif isinstance(found, PDFStream):
                self.trailer.update({key: found[key] for key in _OF_TRAILERS if key in found.attrs})
        for place in [found.start() for found in re.finditer(rb"\btrailer\b", data)][-_MOST_TRAILERS:]:
            try:
                parser.seek(place)
                self.load_trailer(parser)
            except _FAULTS:
                continue
        if "Root" not in self.trailer and catalog is not None:
            self.trailer["Root"] = PDFObjRef(parser.doc, catalog)

    def _unfold(self, number: int, stream: Any) -> None:
        """The objects that a stream of objects holds."""
        if not isinstance(stream, PDFStream):
            return
        numbers: list[int] = []
        try:
            inner = PDFStreamParser(stream.get_data())
            for _ in range(2 * int_value(stream["N"])):
                numbers.append(int_value(inner.nextobject()[1]))
        except (*_FAULTS, PSEOF):
            pass
        for index, held in enumerate(numbers[: len(numbers) // 2 * 2 : 2]):
            self.offsets[held] = (number, index, 0)


def _object_at(parser: PDFParser, place: int) -> Any:
    try:
        parser.seek(place)
        return parser.nextobject()[1]
    except _FAULTS:
        return None


def _install() -> None:
    """Put our search where pdfminer looks for its own."""
    pdfdocument.PDFXRefFallback = FoundObjects  # type: ignore[misc]


_install()
