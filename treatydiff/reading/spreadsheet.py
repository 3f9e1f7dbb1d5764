"""The rows of a table that somebody filled in: a sheet of a workbook, a Word table, or a CSV file."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from treatydiff.errors import ReadError
from treatydiff.patterns import pattern_of
from treatydiff.reading.reader import bytes_of
from treatydiff.settings import Settings

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHEETS = pattern_of(r"xl/worksheets/[^/]{1,40}\.xml")
_STRINGS = "xl/sharedStrings.xml"
_DOCUMENT = "word/document.xml"
_COLUMN = pattern_of(r"[A-Z]{1,3}")
_MOST_COLUMNS = 63
"""Columns of a Word table."""
_HIGHEST_HEAD = 20
"""Rows of a sheet among which the head of a table is looked for."""
_MIB = 1024 * 1024
_KNOWN = "an .xlsx, .docx or .csv file"
_FEWEST_COLUMNS = 2
_GUARDED = pattern_of(r"'[=+\-@\t]")
"""How a cell begins that a CSV of ours keeps from being a formula."""

TableRow = dict[str, str]


def read_table(path: Path, settings: Settings, columns: Collection[str] = ()) -> list[TableRow]:
    """The rows below the head, each by the names of its columns.

    Args:
        path: an .xlsx, .docx or .csv file; a CSV may be parted by commas, semicolons or tabs.
        settings: caps on its size.
        columns: names that the head must have, in whatever case. It is then looked for on every sheet, and
            below what somebody wrote above it; where none has them all, the first row is the head.

    Raises:
        ReadError: it is missing, damaged, or no table.
    """
    data = bytes_of(path, settings)
    if data[:2] == b"PK":
        tables = list(_packed_tables(data, path.name, settings))
    else:
        try:
            tables = [_typed_rows(_decoded(data))]
        except (UnicodeDecodeError, csv.Error) as fault:
            raise ReadError(f"is no table ({fault})", where=path.name, hint=_KNOWN) from None
    tables = [rows for rows in tables if rows]
    if not tables:
        raise ReadError("the table is empty", where=path.name)
    wanted = {_plain(name): name for name in columns}
    rows, at = next(
        ((rows, at) for rows in tables for at, row in enumerate(rows[:_HIGHEST_HEAD])
         if columns and wanted.keys() <= {_plain(name) for name in row}),
        (tables[0], 0),
    )  # fmt: skip
    if len(rows[at]) < _FEWEST_COLUMNS:
        raise ReadError("is no table: its first line has one column", where=path.name, hint=_KNOWN)
    head = [wanted.get(_plain(name), name) for name in rows[at]]
    return [dict(zip(head, [*row, *[""] * len(head)], strict=False)) for row in rows[at + 1 :]]


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _decoded(data: bytes) -> str:
    """The text of a CSV file as spreadsheets write it.

    Raises:
        UnicodeDecodeError: it is in none of their encodings.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\x00" in data:
            raise
        return data.decode("cp1252")  # what Excel writes as plain CSV in western countries


def _typed_rows(text: str) -> list[list[str]]:
    """The rows of a CSV text, parted by the sign that parts its first line most often."""
    first = text.partition("\n")[0]
    sign = max((",", ";", "\t"), key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    return [[_unguarded(cell) for cell in row] for row in rows]


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _packed_tables(data: bytes, label: str, settings: Settings) -> Iterator[list[list[str]]]:
    """The rows of every sheet of a workbook, or of the table of a Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
            sheets = sorted(filter(_SHEETS.fullmatch, names), key=lambda name: (len(name), name))
            parts = sheets or [name for name in (_DOCUMENT,) if name in names]
            if not parts:
                raise ReadError("holds no table", where=label, hint=_KNOWN)
            wanted = [*parts, *(name for name in (_STRINGS,) if sheets and name in names)]
            if sum(packed.getinfo(name).file_size for name in wanted) > settings.max_unpacked_mib * _MIB:
                raise ReadError("unpacks to more than max_unpacked_mib allows", where=label)
            roots = {name: _parsed(packed.read(name), label) for name in wanted}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as fault:
        raise ReadError(f"is damaged ({fault})", where=label) from None
    for name in parts:
        rows = _sheet_rows(roots[name], roots.get(_STRINGS, ())) if sheets else _document_rows(roots[name])
        yield list(rows)


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
