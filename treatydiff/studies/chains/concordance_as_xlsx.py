"""A concordance table as a workbook: the table, the text clause by clause, the links, and what was compared.

Imports XlsxWriter; import it only where a report is made.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from unicodedata import east_asian_width

import xlsxwriter

from treatydiff.naming.wording import ABSENT, encodable, printable
from treatydiff.records import dataclass
from treatydiff.report.kit.link_sheet import write_links
from treatydiff.report.kit.marking import CONFIDENTIAL
from treatydiff.studies.chains.concordance_view import ConcordanceView, RowView, StepView, TextCell

NEUTRAL_DATE = datetime(2000, 1, 1)
"""When the workbook says that it was made: never the clock's time, so that the bytes do not change."""

LONGEST_CELL = 16_000
"""Characters of a cell; spreadsheets hold 32,767 halves of the rarest, which take two."""
_FORBIDDEN = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})
_LABEL, _RELATION, _SHARE, _TEXT = 26, 22, 9, 44
"""Widths of columns, in characters."""
_LINE, _TALLEST = 13.5, 405.0
"""Points of a line of text, and of the tallest row that there can be."""
_COLOURS = {
    "added": "#0072B2", "deleted": "#D55E00", "returned": "#B4668E", "moved": "#B4668E", "split": "#B4668E",
    "merged": "#B4668E", "recast": "#B4668E", "amended": "#00695A",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of a workbook."""

    head: Any
    label: Any
    quiet: Any
    share: Any
    band: Any
    cell: Any
    plain: Any
    deleted: Any
    inserted: Any
    place: Any
    relations: dict[str, Any]


def concordance_xlsx(view: ConcordanceView, *, confidential: bool = False) -> bytes:
    """A concordance table as an Excel workbook; the same bytes for the same table.

    Every cell is written as text or number, never as a formula or link.

    Args:
        view: what is said, with the text of the clauses.
        confidential: whether every sheet bears that mark, on its tab and where it is printed.
    """
    held = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(held, options) as book:
        book.set_properties({
            "title": _clean(view.file_title)[:250], "author": "treatydiff",
            "comments": _clean(view.tool), "created": NEUTRAL_DATE,
        })  # fmt: skip
        looks = _looks(book)
        for name in ("Concordance", "Text", "Links", "About"):
            sheet = book.add_worksheet(f"{CONFIDENTIAL} {name}" if confidential else name)
            if name == "Links":
                write_links(book, sheet, view.links, _ends(view))
            else:
                {"Concordance": _table, "Text": _text, "About": _about}[name](sheet, view, looks)
            if confidential:
                sheet.set_header(f"&C&B{CONFIDENTIAL}")
    return held.getvalue()


def _ends(view: ConcordanceView) -> tuple[str, str]:
    """What the head of the links calls the drafts: by name, or one after the other where there are more."""
    return (view.names[0], view.names[1]) if len(view.names) == 2 else ("Earlier draft", "Later draft")


def _looks(book: Any) -> _Looks:
    base = {"valign": "top", "text_wrap": True, "font_name": "Calibri", "font_size": 10}
    lined = base | {"border": 1, "border_color": "#D0D0D0"}
    return _Looks(
        head=book.add_format(lined | {"bold": True, "bg_color": "#D0D7DE"}),
        label=book.add_format(lined | {"bold": True}),
        quiet=book.add_format(lined | {"font_color": "#555555"}),
        share=book.add_format(lined | {"num_format": "0%", "align": "right"}),
        band=book.add_format(lined | {"bold": True, "bg_color": "#E8EDF2"}),
        cell=book.add_format(lined | {"indent": 1}),
        plain=book.add_format({"font_name": "Calibri", "font_size": 10}),
        deleted=book.add_format({"font_strikeout": True, "font_color": "#B24A00", "font_size": 10}),
        inserted=book.add_format({"underline": 1, "font_color": "#005A96", "font_size": 10}),
        place=book.add_format({"italic": True, "font_color": "#555555", "font_size": 9}),
        relations={
            name: book.add_format(lined | {"font_color": colour}) for name, colour in _COLOURS.items()
        },
    )


def _table(sheet: Any, view: ConcordanceView, looks: _Looks) -> None:
    """One line a row: label and heading of every draft, relation and shares between them."""
    heads: list[tuple[str, int]] = []
    for at, name in enumerate(view.names):
        if at:
            heads += [(f"{view.names[at - 1]} → {name}", _RELATION), ("carried", _SHARE), ("derived", _SHARE)]
        heads.append((name, _LABEL))
    _heads(sheet, heads, len(view.rows), looks)
    for line, row in enumerate(view.rows, 1):
        column = 0
        for at, cell in enumerate(row.cells):
            if at:
                column = _step(sheet, line, column, row.steps[at - 1], looks)
            parts = [looks.label, cell.label, looks.plain, f"\n{cell.heading}" if cell.heading else ""]
            _rich(sheet, line, column, parts if cell.label else [looks.quiet, ABSENT], looks.cell)
            column += 1
        sheet.set_row(line, _height([
            *((f"{cell.label}\n{cell.heading}", _LABEL) for cell in row.cells),
            *((step.returned or step.words, _RELATION) for step in row.steps),
        ]))  # fmt: skip


def _step(sheet: Any, line: int, column: int, step: StepView, looks: _Looks) -> int:
    name = "returned" if step.returned else step.relation
    look = looks.relations.get(name, looks.quiet)
    sheet.write_string(line, column, _clean(step.returned or step.words), look)
    for offset, share in enumerate((step.carried, step.derived), 1):
        if share is None:
            sheet.write_blank(line, column + offset, None, looks.cell)
        else:
            sheet.write_number(line, column + offset, share, looks.share)
    return column + 3


def _text(sheet: Any, view: ConcordanceView, looks: _Looks) -> None:
    """One line a clause; the words of a draft are marked against the draft before it."""
    heads = [("Provision", _LABEL), ("Last change", _RELATION), *((name, _TEXT) for name in view.names)]
    _heads(sheet, heads, sum(max(1, len(row.texts)) for row in view.rows), looks)
    line = 1
    for row in view.rows:
        label = _named(row)
        step = next((each for each in reversed(row.steps) if each.relation), StepView())
        for text in row.texts:
            sheet.write_string(line, 0, _clean(label), looks.quiet)
            sheet.write_string(line, 1, _clean(step.told), looks.quiet)
            for at, cells in enumerate(text.cells):
                _rich(sheet, line, 2 + at, _parts(cells, looks), looks.cell)
            said = ["".join(_parts(cells, looks)[1::2]) for cells in text.cells]
            sheet.set_row(
                line,
                _height([(label, _LABEL), (step.told, _RELATION), *((words, _TEXT) for words in said)]),
            )
            line += 1
        if not row.texts:
            sheet.write_string(line, 0, _clean(label), looks.quiet)
            line += 1


def _named(row: RowView) -> str:
    label = next((cell.label for cell in reversed(row.cells) if cell.label), "")
    return f"{label}  {row.heading}" if row.heading else label


def _parts(cells: Sequence[TextCell], looks: _Looks) -> list[Any]:
    if not cells:
        return [looks.quiet, ABSENT]
    parts: list[Any] = []
    for number, cell in enumerate(cells):
        before = "\n" if number else ""
        if cell.label:
            parts += [looks.place, f"{before}{cell.label}\n"]
        for passage in cell.passages:
            look = {"delete": looks.deleted, "insert": looks.inserted}.get(passage.op, looks.plain)
            parts += [look, passage.text]
    return parts


def _rich(sheet: Any, line: int, column: int, parts: Sequence[Any], look: Any) -> None:
    """Write fragments of one look each, given as look and text in turn."""
    room = LONGEST_CELL
    kept: list[Any] = []
    for at in range(0, len(parts), 2):
        text = _clean(parts[at + 1])
        if len(text) > room:
            text = f"{text[:room]}… (cut: the cell is full)" if room else ""
            room = 0
        else:
            room -= len(text)
        if text:
            kept += [parts[at], text]
    if len(kept) == 2 and len(kept[1]) > 1:
        # A rich text needs two fragments.
        kept = [kept[0], kept[1][:-1], kept[0], kept[1][-1]]
    if len(kept) > 2:
        sheet.write_rich_string(line, column, *kept, look)
    elif kept:
        sheet.write_string(line, column, kept[1], look)
    else:
        sheet.write_blank(line, column, None, look)


def _height(cells: Sequence[tuple[str, int]]) -> float:
    """Points that the tallest of some cells needs: spreadsheets do not measure rich text on their own.

    Args:
        cells: texts, and the widths of their columns in characters.
    """
    lines = max(
        sum(1 + _columns(part) // max(1, width - 2) for part in text.rstrip("\n").split("\n"))
        for text, width in cells
    )
    return min(_TALLEST, _LINE * max(1, lines) + 2)


def _columns(text: str) -> int:
    """Columns of a line of text; an ideograph takes two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _heads(sheet: Any, heads: Sequence[tuple[str, int]], rows: int, looks: _Looks) -> None:
    """The first line: it stays on the screen and on every printed page, and filters."""
    for column, (name, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, _clean(name), looks.head)
    sheet.set_row(0, _height(heads))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, rows), len(heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(8 if len(heads) > 6 else 9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _about(sheet: Any, view: ConcordanceView, looks: _Looks) -> None:
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 100)
    lines = [("Tool", view.tool), ("Order of rows", view.base or view.names[-1])]
    lines += [
        (name, f"{card.label}: {card.headed}, {card.words:,} words, sha256 {card.sha256}")
        for name, card in zip(view.names, view.cards, strict=True)
    ]
    lines += [
        ("carried", "share of the weight of the earlier draft's provision that is in the later one"),
        ("derived", "share of the weight of the later draft's provision that is from the earlier one"),
        ("Links", "which provision shares clauses with which, by how many of the earlier one's words"),
        ("Text", "struck words stood in the draft before, underlined words are new against it"),
    ]
    for line, (name, said) in enumerate(lines):
        sheet.write_string(line, 0, _clean(name), looks.label)
        sheet.write_string(line, 1, _clean(said), looks.cell)


def _clean(text: str) -> str:
    return encodable(printable(text)).translate(_FORBIDDEN)
