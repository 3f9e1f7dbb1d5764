"""The rows of a table that somebody filled in: the first sheet of a workbook, a Word table, or a CSV file."""

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
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_DOCUMENT = "word/document.xml"
_COLUMN = re.compile(r"[A-Z]{1,3}")
_MOST_COLUMNS = 63
"""Columns of a Word table."""
_MIB = 1024 * 1024
_KNOWN = "an .xlsx, .docx or .csv file"
_FEWEST_COLUMNS = 2
_GUARDED = re.compile(r"'[=+\-@\t]")
"""How a cell begins that a CSV of ours keeps from being a formula."""

TableRow = dict[str, str]


def read_table(path: Path, settings: Settings) -> list[TableRow]:
    """The rows below the head, each by the names of its columns.

    Args:
        path: an .xlsx, .docx or .csv file.
        settings: caps on its size.

    Raises:
        ReadError: it is missing, damaged, or no table.
    """
    data = bytes_of(path, settings)
    if data[:2] == b"PK":
        rows = list(_packed_rows(data, path.name, settings))
    else:
        try:
            rows = [
                [_unguarded(cell) for cell in row]
                for row in csv.reader(io.StringIO(data.decode("utf-8-sig")))
            ]
        except (UnicodeDecodeError, csv.Error) as fault:
            raise ReadError(f"is no table ({fault})", where=path.name, hint=_KNOWN) from None
    if not rows:
        raise ReadError("the table is empty", where=path.name)
    head, *others = rows
    if len(head) < _FEWEST_COLUMNS:
        raise ReadError("is no table: its first line has one column", where=path.name, hint=_KNOWN)
    return [dict(zip(head, [*row, *[""] * len(head)], strict=False)) for row in others]


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _packed_rows(data: bytes, label: str, settings: Settings) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
            parts_known = (_SHEET, _STRINGS) if _SHEET in names else (_DOCUMENT,)
            wanted = [name for name in parts_known if name in names]
            if not wanted:
                raise ReadError("holds no table", where=label, hint=_KNOWN)
            if sum(packed.getinfo(name).file_size for name in wanted) > settings.max_unpacked_mib * _MIB:
                raise ReadError("unpacks to more than max_unpacked_mib allows", where=label)
            parts = [_parsed(packed.read(name), label) for name in wanted]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as fault:
        raise ReadError(f"is damaged ({fault})", where=label) from None
    return _document_rows(parts[0]) if wanted == [_DOCUMENT] else _sheet_rows(*parts)


def _sheet_rows(sheet: Any, strings: Any = ()) -> Iterator[list[str]]:
    shared = [_text(each) for each in strings]
    for row in sheet.iter(_S + "row"):
        cells: list[str] = []
        for cell in row.iterchildren(_S + "c"):
            at = _column(cell.get("r", ""), len(cells))
            cells += [""] * (at - len(cells))
            cells.append(_said(cell, shared))
        yield cells


def _document_rows(root: Any) -> Iterator[list[str]]:
    """The rows of the widest table of a Word file, and of others as wide, as somebody may have parted it.

    Tracked changes are read as accepted; a head that stands again is left out.
    """
    tables = [
        [_row_cells(row) for row in _own(table, "tr") if _stays(row)] for table in root.iter(_W + "tbl")
    ]
    width = max((len(rows[0]) for rows in tables if rows), default=0)
    head: list[str] | None = None
    for row in (row for rows in tables if rows and len(rows[0]) == width for row in rows):
        if row != head:
            yield row
        head = head or row


def _own(holder: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row that are its own, and not those of a table inside it."""
    for each in holder.iter(_W + name):
        if next(each.iterancestors(holder.tag), None) is holder:
            yield each


def _stays(row: Any) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is None


def _row_cells(row: Any) -> list[str]:
    """What the cells of a row say; one that was joined with the next ones leaves theirs empty."""
    cells: list[str] = []
    for cell in _own(row, "tc"):
        lines = ("".join(_characters(each)) for each in cell.iter(_W + "p"))
        cells.append("\n".join(lines).strip())
        joined = cell.find(f"{_W}tcPr/{_W}gridSpan")
        span = "" if joined is None else joined.get(_W + "val", "")
        cells += [""] * (min(int(span), _MOST_COLUMNS) - 1 if span.isdecimal() else 0)
    return cells


def _characters(paragraph: Any) -> Iterator[str]:
    for each in paragraph.iter(_W + "t", _W + "tab", _W + "br"):
        if next(each.iterancestors(_W + "del", _W + "moveFrom"), None) is None:
            yield each.text or "" if each.tag == _W + "t" else "\t" if each.tag == _W + "tab" else "\n"


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
