"""The rows of a table that somebody filled in: the first sheet of a workbook, or a CSV file."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from treatydiff.errors import ReadError
from treatydiff.reading.reader import bytes_of
from treatydiff.settings import Settings

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_COLUMN = re.compile(r"[A-Z]{1,3}")
_MIB = 1024 * 1024
_GUARDED = re.compile(r"'[=+\-@\t]")
"""How a cell begins that a CSV of ours keeps from being a formula."""

TableRow = dict[str, str]


def read_table(path: Path, settings: Settings) -> list[TableRow]:
    """The rows below the head, each by the names of its columns.

    Args:
        path: an .xlsx or .csv file.
        settings: caps on its size.

    Raises:
        ReadError: it is missing, damaged, or no table.
    """
    data = bytes_of(path, settings)
    if data[:2] == b"PK":
        rows = list(_sheet_rows(data, path.name, settings))
    else:
        try:
            rows = [
                [_unguarded(cell) for cell in row]
                for row in csv.reader(io.StringIO(data.decode("utf-8-sig")))
            ]
        except (UnicodeDecodeError, csv.Error) as fault:
            raise ReadError(f"is no table ({fault})", where=path.name, hint="an .xlsx or .csv file") from None
    if not rows:
        raise ReadError("the table is empty", where=path.name)
    head, *others = rows
    return [dict(zip(head, [*row, *[""] * len(head)], strict=False)) for row in others]


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _sheet_rows(data: bytes, label: str, settings: Settings) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            names = set(book.namelist())
            if _SHEET not in names:
                raise ReadError("holds no sheet", where=label, hint="an .xlsx or .csv file")
            wanted = [name for name in (_SHEET, _STRINGS) if name in names]
            if sum(book.getinfo(name).file_size for name in wanted) > settings.max_unpacked_mib * _MIB:
                raise ReadError("unpacks to more than max_unpacked_mib allows", where=label)
            sheet = _parsed(book.read(_SHEET), label)
            strings = _parsed(book.read(_STRINGS), label) if _STRINGS in names else ()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as fault:
        raise ReadError(f"is damaged ({fault})", where=label) from None
    shared = [_text(each) for each in strings]
    for row in sheet.iter(_S + "row"):
        cells: list[str] = []
        for cell in row.iterchildren(_S + "c"):
            at = _column(cell.get("r", ""), len(cells))
            cells += [""] * (at - len(cells))
            cells.append(_said(cell, shared))
        yield cells


def _parsed(content: bytes, label: str) -> Any:
    from lxml import etree

    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise ReadError(f"is damaged ({fault})", where=label) from None


def _column(reference: str, otherwise: int) -> int:
    """The number of a column, from 0: "A5" is in the first."""
    letters = _COLUMN.match(reference)
    if letters is None:
        return otherwise
    number = 0
    for letter in letters[0]:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _said(cell: Any, shared: list[str]) -> str:
    value = cell.find(_S + "v")
    if cell.get("t") == "inlineStr":
        return _text(cell)
    text = "" if value is None else value.text or ""
    if cell.get("t") == "s":
        return shared[int(text)] if text.isdigit() and int(text) < len(shared) else ""
    return text


def _text(element: Any) -> str:
    return "".join(each.text or "" for each in element.iter(_S + "t"))
