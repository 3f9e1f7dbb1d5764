"""A change list as a Word table, with columns for a delegation's position, instruction, fallback and remarks.

Imports python-docx; import it only where a report is made.
"""

from __future__ import annotations

from typing import Any

from docx.shared import Cm, Pt

from treatydiff.naming.wording import printable
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.pieces import Passage
from treatydiff.report.kit.word_package import NEUTRAL_DATE, add_page_number, new_document, package_bytes
from treatydiff.report.kit.word_tables import (
    BAND_SHADE,
    HEAD_SHADE,
    add_passages,
    add_text,
    empty_table,
    landscape,
    repeat_head,
    run_right_to_left,
    shade,
    table_line,
)
from treatydiff.report.kit.xml_text import xml_text
from treatydiff.studies.changes.columns import COLUMNS, cells_of
from treatydiff.studies.changes.model import FILLED, ChangeList, ChangeRow

_WIDTHS = (1.0, 2.5, 2.2, 4.2, 4.2, 4.8, 2.4, 2.3, 1.4, 2.3, 2.0, 2.2, 2.2, 2.2, 2.2, 0.35, 0.35)
"""Centimetres of the columns on A3 paper, parallel to `COLUMNS`."""
_SIZE = 8.0
"""Points of the text in cells: seventeen columns leave no room for more."""
_MARKED = COLUMNS.index("Marked")
_KEYS = tuple(COLUMNS.index(name) for name in ("Key A", "Key B"))
_FILLED = tuple(COLUMNS.index(name) for name in FILLED)
LONGEST_WHOLE = 1_200
"""Characters of a change from which on its line may break across pages."""


def changes_docx(changes: ChangeList) -> bytes:
    """A change list as a Word document: one table on landscape pages, with the columns of the workbook.

    The last two columns, which name the provision and the file of every row, are hidden text.

    Args:
        changes: the list.
    """
    document = new_document(
        title="Change list", author="treatydiff", date=NEUTRAL_DATE, language=changes.language
    )
    landscape(document.sections[0], wide=True)
    document.add_paragraph("Change list", style="Report Heading")
    for line in _front(changes):
        document.add_paragraph(xml_text(line), style="Report Text")
    widths = [Cm(width) for width in _WIDTHS]
    table = empty_table(document, widths)
    for at, (cell, name) in enumerate(zip(table_line(table, widths, keep=True), COLUMNS, strict=True)):
        shade(cell, HEAD_SHADE)
        _say(cell, name, bold=True, hidden=at in _KEYS)
    repeat_head(table)
    for row in changes.changes:
        _line(table, row, widths, right_to_left=changes.language == "ar")
    for line in _behind(changes):
        document.add_paragraph(xml_text(line), style="Report Text")
    add_page_number(document.sections[0], "Change list")
    return package_bytes(document)


def _front(changes: ChangeList) -> list[str]:
    drafts = [
        f"{letter}: {source.label}, sha256 {source.sha256}"
        for letter, source in (("A", changes.a), ("B", changes.b))
    ]
    return [*changes.agreed, *drafts, *(f"Error: {loss}" for loss in changes.losses), *changes.cautions, TOOL]


def _behind(changes: ChangeList) -> list[str]:
    return [f"Note on {each.article}: {each.fate} (no. {each.row})" for each in changes.carried]


def _line(table: Any, row: ChangeRow, widths: list[Any], *, right_to_left: bool) -> None:
    texts = cells_of(row)
    cells = table_line(table, widths, keep=len(texts[_MARKED]) < LONGEST_WHOLE)
    for at, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        paragraph = cell.paragraphs[0]
        if right_to_left and COLUMNS[at] in ("Old text", "New text", "Marked"):
            run_right_to_left(paragraph)
        if at == _MARKED:
            passages = [Passage(op, _clean(words)) for op, words in row.pieces if words]
            add_passages(paragraph, passages, right_to_left=right_to_left, size=_SIZE)
        else:
            _say(cell, text, hidden=at in _KEYS)
        if at in _FILLED:
            shade(cell, BAND_SHADE)


def _say(cell: Any, text: str, *, bold: bool = False, hidden: bool = False) -> None:
    if not text:
        return
    paragraph = cell.paragraphs[0]
    for number, line in enumerate(_clean(text).split("\n")):
        if number:
            paragraph = cell.add_paragraph(style="Report Text")
            paragraph.paragraph_format.space_after = Pt(2)
        add_text(paragraph, line, size=_SIZE, bold=bold)
        if hidden:
            paragraph.runs[-1].font.hidden = True


def _clean(text: str) -> str:
    return printable(text)
