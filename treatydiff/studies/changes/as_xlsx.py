"""A change list as a workbook, with columns for a delegation's position, instruction, fallback and remarks.

Imports XlsxWriter; import it only where a report is made.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from treatydiff.model import Comparison
from treatydiff.naming.wording import encodable, printable
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.link_sheet import write_links
from treatydiff.report.kit.marking import CONFIDENTIAL
from treatydiff.studies.changes.columns import COLUMNS, cells_of
from treatydiff.studies.changes.model import ChangeList, ChangeRow

NEUTRAL_DATE = datetime(2000, 1, 1)
"""When the workbook says that it was made: never the clock's time, so that the bytes do not change."""
LONGEST_CELL = 16_000
"""Characters of a cell; spreadsheets hold 32,767 halves of the rarest, which take two."""
_WIDTHS = (6, 22, 16, 44, 44, 50, 14, 22, 12, 26, 22, 26, 26, 26, 26, 4, 4)
_MARKED = COLUMNS.index("Marked")
_HIDDEN = tuple(COLUMNS.index(name) for name in ("Key A", "Key B"))
_FORBIDDEN = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})


def changes_xlsx(changes: ChangeList, *, confidential: bool = False) -> bytes:
    """A change list as an Excel workbook: frozen head, filters, every cell text; the same bytes every time.

    A sheet of its own says which provisions share clauses.

    Where B changed text that A prints as agreed, it opens on the sheet that says so.

    Args:
        changes: the list.
        confidential: whether every sheet bears that mark, on its tab and where it is printed.
    """
    held = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    with xlsxwriter.Workbook(held, options) as book:
        book.set_properties({"title": "Change list", "author": "treatydiff", "comments": TOOL,
                             "created": NEUTRAL_DATE})  # fmt: skip
        for name, fill in (("Changes", _fill), ("Links", _links), ("About", _about)):
            sheet = book.add_worksheet(f"{CONFIDENTIAL} {name}" if confidential else name)
            fill(book, sheet, changes)
            if changes.agreed and fill is _about:
                sheet.activate()
            if confidential:
                sheet.set_header(f"&C&B{CONFIDENTIAL}")
    return held.getvalue()


def comparison_xlsx(comparison: Comparison, *, confidential: bool = False) -> bytes:
    """The change list of a comparison as an Excel workbook.

    Args:
        comparison: the result of the pipeline.
        confidential: as for a change list.
    """
    from treatydiff.studies.changes.list_changes import list_changes

    return changes_xlsx(list_changes(comparison), confidential=confidential)


def _fill(book: Any, sheet: Any, changes: ChangeList) -> None:
    lined = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#D0D0D0", "font_size": 10}
    head = book.add_format(lined | {"bold": True, "bg_color": "#D0D7DE"})
    cell = book.add_format(lined)
    looks = {
        "equal": book.add_format({"font_size": 10}),
        "delete": book.add_format({"font_strikeout": True, "font_color": "#B24A00", "font_size": 10}),
        "insert": book.add_format({"underline": 1, "font_color": "#005A96", "font_size": 10}),
    }
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width, None, {"hidden": column in _HIDDEN})
        sheet.write_string(0, column, name, head)
    for line, row in enumerate(changes.changes, start=1):
        for column, text in enumerate(cells_of(row)):
            if column == 0:
                sheet.write_number(line, 0, row.number, cell)
            elif column == _MARKED:
                _marked(sheet, line, row, looks, cell)
            else:
                sheet.write_string(line, column, _clean(text), cell)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(1, len(changes.changes)), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _links(book: Any, sheet: Any, changes: ChangeList) -> None:
    write_links(book, sheet, changes.links, ("A", "B"))


def _marked(sheet: Any, line: int, row: ChangeRow, looks: dict[str, Any], cell: Any) -> None:
    """Both texts in one cell, what was deleted struck and what was inserted underlined."""
    parts: list[Any] = []
    room = LONGEST_CELL
    for op, words in row.pieces:
        text = _clean(words)[:room]
        room -= len(text)
        if text:
            parts += [looks[op], text]
    if len(parts) > 2:
        sheet.write_rich_string(line, _MARKED, *parts, cell)
    elif len(parts) == 2 and len(parts[1]) > 1:
        # A rich text needs two fragments.
        sheet.write_rich_string(line, _MARKED, parts[0], parts[1][:-1], parts[0], parts[1][-1], cell)
    else:
        sheet.write_string(line, _MARKED, parts[1] if parts else "", cell)


def _about(book: Any, sheet: Any, changes: ChangeList) -> None:
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 100)
    lines = [("Agreed text", line) for line in changes.agreed]
    lines += [("Tool", TOOL), ("A", f"{changes.a.label}, sha256 {changes.a.sha256}"),
             ("B", f"{changes.b.label}, sha256 {changes.b.sha256}")]  # fmt: skip
    lines += [("Error", loss) for loss in changes.losses]
    lines += [("Caution", caution) for caution in changes.cautions]
    lines += [(f"Note: {each.fate}", f"{each.article} (no. {each.row})") for each in changes.carried]
    for line, (name, said) in enumerate(lines):
        sheet.write_string(line, 0, _clean(name), bold)
        sheet.write_string(line, 1, _clean(said))


def _clean(text: str) -> str:
    clean = encodable(printable(text)).translate(_FORBIDDEN)
    return clean if len(clean) <= LONGEST_CELL else f"{clean[:LONGEST_CELL]}… (cut: the cell is full)"
