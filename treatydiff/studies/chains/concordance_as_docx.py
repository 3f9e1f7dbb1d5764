"""A concordance table as a Word document: the drafts side by side on landscape pages, clause by clause.

Imports python-docx; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from treatydiff.naming.wording import ABSENT, counted
from treatydiff.report.kit.word_package import (
    NEUTRAL_DATE,
    add_page_number,
    new_document,
    package_bytes,
    run_of,
)
from treatydiff.report.kit.xml_text import xml_text
from treatydiff.studies.chains.concordance_view import ConcordanceView, RowView, TextCell

_A4, _A3 = (29.7, 21.0), (42.0, 29.7)
_MARGIN = 1.6
"""Centimetres."""
MOST_ON_A4 = 4
"""Columns of text that an A4 page holds; more need A3."""
LONGEST_WHOLE = 1_200
"""Characters of a clause from which on it may break across pages."""
_DELETED, _INSERTED, _QUIET = (
    RGBColor(0xB2, 0x4A, 0x00),
    RGBColor(0x00, 0x5A, 0x96),
    RGBColor(0x55, 0x55, 0x55),
)
_HEAD, _BAND = "D0D7DE", "E8EDF2"


def concordance_docx(view: ConcordanceView) -> bytes:
    """The drafts in columns, a shaded line for every provision and a line for every clause.

    Words that are new against the draft before are underlined, words of it that are gone are struck.

    Args:
        view: what is said, with the text of the clauses.
    """
    document = new_document(
        title=view.file_title,
        author="treatydiff",
        date=NEUTRAL_DATE,
        language=view.language,
    )
    width = _page(document, len(view.names))
    _front(document, view)
    table = document.add_table(rows=0, cols=len(view.names))
    table.style = "Table Grid"
    table.autofit = False
    for column in table.columns:
        column.width = width
    head = _line(table, width, keep=True)
    for cell, name in zip(head, view.names, strict=True):
        _shade(cell, _HEAD)
        _add(cell.paragraphs[0], name, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in view.rows:
        _provision(table, row, width, right_to_left=view.language == "ar")
    add_page_number(document.sections[0], "Concordance table")
    return package_bytes(document)


def _page(document: Any, columns: int) -> Any:
    """Turn the page, and give the width of a column."""
    across, down = _A4 if columns <= MOST_ON_A4 else _A3
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(across), Cm(down)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin = section.bottom_margin = Cm(_MARGIN)
    return Cm((across - 2 * _MARGIN) / columns)


def _front(document: Any, view: ConcordanceView) -> None:
    document.add_paragraph(xml_text(view.title), style="Report Heading")
    order = view.base or view.names[-1]
    document.add_paragraph(xml_text(f"Concordance table in the order of {order}"), style="Report Label")
    for name, card in zip(view.names, view.cards, strict=True):
        figures = f"{card.headed}, {counted(card.words, 'word', 'words')}"
        text = f"{name}: {card.label}, {figures}, sha256 {card.sha256}"
        document.add_paragraph(xml_text(text), style="Report Text")
    document.add_paragraph(
        "Under a provision stands what became of the draft before it, and the share of its weight that is "
        "taken from there. Underlined words are new against the draft before, struck words are gone.",
        style="Report Text",
    )
    document.add_paragraph(view.tool, style="Report Text")


def _provision(table: Any, row: RowView, width: Any, *, right_to_left: bool) -> None:
    cells = _line(table, width, keep=True)
    for at, (cell, place) in enumerate(zip(row.cells, cells, strict=True)):
        _shade(place, _BAND)
        first = place.paragraphs[0]
        first.paragraph_format.keep_with_next = True
        _add(first, cell.label or ABSENT, bold=True)
        if cell.heading:
            _add(first, f"  {cell.heading}", bold=True)
        step = row.steps[at - 1] if at else None
        if step is not None and step.relation:
            below = place.add_paragraph(style="Report Text")
            below.paragraph_format.space_after = Pt(1)
            below.paragraph_format.keep_with_next = True
            _add(below, step.told, size=8, colour=_QUIET)
    for text in row.texts:
        longest = max(sum(len(part.text) for cell in held for part in cell.passages) for held in text.cells)
        places = _line(table, width, keep=longest < LONGEST_WHOLE)
        for held, place in zip(text.cells, places, strict=True):
            _fill(place, held, right_to_left=right_to_left)


def _fill(place: Any, held: Sequence[TextCell], *, right_to_left: bool) -> None:
    paragraph = place.paragraphs[0]
    if not held:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add(paragraph, ABSENT, colour=_QUIET)
    for number, cell in enumerate(held):
        if number:
            paragraph = place.add_paragraph(style="Report Text")
            paragraph.paragraph_format.space_after = Pt(2)
        if right_to_left:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        if cell.label:
            _add(paragraph, f"{cell.label}  ", size=8, colour=_QUIET)
        for passage in cell.passages:
            paragraph._p.append(run_of(passage.text, right_to_left=right_to_left))
            run = paragraph.runs[-1]
            run.font.size = Pt(9)
            if passage.op == "delete":
                run.font.strike, run.font.color.rgb = True, _DELETED
            elif passage.op == "insert":
                run.font.underline, run.font.color.rgb = True, _INSERTED


def _add(paragraph: Any, text: str, *, size: float = 9, bold: bool = False, colour: Any = None) -> None:
    run = paragraph.add_run(xml_text(text))
    run.font.size, run.bold = Pt(size), bold
    if colour is not None:
        run.font.color.rgb = colour


def _line(table: Any, width: Any, *, keep: bool) -> Any:
    """A new line of the table; `keep` says that it may not break across pages."""
    row = table.add_row()
    if keep:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells = row.cells
    for cell in cells:
        cell.width = width
        cell.paragraphs[0].style = "Report Text"
        cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    return cells


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)
