"""Two drafts side by side in a table, for a briefing: A, B, and what became of the provision.

Imports python-docx; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from treatydiff.naming.wording import ABSENT
from treatydiff.report.comparison.redline.clause_looks import ClauseLook, Piece, pieces
from treatydiff.report.comparison.view_model import ClauseView, ComparisonView, UnitView
from treatydiff.report.kit.pieces import Passage
from treatydiff.report.kit.word_package import run_of
from treatydiff.report.kit.word_tables import run_right_to_left
from treatydiff.report.kit.xml_text import xml_text

_WIDTHS = (Cm(10.6), Cm(10.6), Cm(4.5))
_DELETED, _INSERTED, _QUIET = (
    RGBColor(0xB2, 0x4A, 0x00),
    RGBColor(0x00, 0x5A, 0x96),
    RGBColor(0x55, 0x55, 0x55),
)

Labels = Mapping[str, str]
Looks = Mapping[str, ClauseLook]

_BAND = "E8EDF2"
_SIZE, _NOTE_SIZE = 10, 8
"""Points of the text of clauses and of the notes below them."""
_CELL_MARGIN = 80
"""White space beside the text of a cell, in twentieths of a point."""


def add_columns(
    document: Any, view: ComparisonView, labels: Labels, looks: Looks, *, right_to_left: bool = False
) -> None:
    """Add landscape pages with a row for every clause.

    Args:
        document: a document with the report's styles.
        view: what the report says.
        labels: the numbers that the drafts print, by the anchor of their clause.
        looks: italics and notes of the clauses, by their anchors.
        right_to_left: whether the drafts' script is.
    """
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    document.add_paragraph("Clause by clause", style="Report Label")
    table = document.add_table(rows=0, cols=3)
    table.style = "Table Grid"
    table.autofit = False
    _set_margins(table)
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    head = _row(table, [f"A: {view.a.name}", f"B: {view.b.name}", "What became of it"])
    for cell in head:
        _shade(cell, "D0D7DE")
        cell.paragraphs[0].runs[0].bold = True
    _repeat(table.rows[0])
    group = ""
    for unit in view.units:
        if unit.group != group:
            group = unit.group
            cells = _row(table, [group, "", ""])
            cells[0].merge(cells[2])
        _add_unit(table, unit, labels, looks, right_to_left)


def _add_unit(table: Any, unit: UnitView, labels: Labels, looks: Looks, right_to_left: bool) -> None:
    heading_a = unit.heading_was or (unit.heading if unit.ids_a else "")
    cells = _row(table, [
        _titled(unit.label_a, heading_a), _titled(unit.label_b, unit.heading if unit.ids_b else ""),
        unit.relation_words,
    ])  # fmt: skip
    for cell in cells:
        _shade(cell, _BAND)
        cell.paragraphs[0].runs[0].bold = True
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    for line in (*unit.stated, *unit.signals):
        cells[2].add_paragraph(xml_text(line), style="Report Text")
    for clause in unit.clauses:
        _add_clause(table, clause, labels, looks, right_to_left)


def _titled(label: str, heading: str) -> str:
    return f"{label}  {heading}" if heading else label


def _add_clause(table: Any, clause: ClauseView, labels: Labels, looks: Looks, right_to_left: bool) -> None:
    observed = [] if clause.relation in ("identical", "amended") else [clause.relation_words]
    place = " · ".join(part for part in (clause.label, clause.pages) if part)
    cells = _row(table, ["", "", place])
    if place:
        run = cells[2].paragraphs[0].runs[0]
        run.font.size, run.font.color.rgb = Pt(8), _QUIET
    for words in dict.fromkeys(observed):
        cells[2].add_paragraph(xml_text(words), style="Report Text")
    for signal in clause.signals:
        cells[2].add_paragraph(xml_text(signal), style="Report Text").runs[0].bold = True
    label_a, label_b = labels.get(clause.anchor_a, ""), labels.get(clause.anchor, "")
    _fill(cells[0], label_a, clause.side_a, looks.get(clause.anchor_a), right_to_left)
    _fill(cells[1], label_b, clause.side_b, looks.get(clause.anchor), right_to_left)


def _fill(
    cell: Any, label: str, passages: Sequence[Passage], look: ClauseLook | None, right_to_left: bool
) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Clause 1"
    paragraph.paragraph_format.space_after = Pt(2)
    if not passages:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(ABSENT)
        return
    if right_to_left:
        run_right_to_left(paragraph)
    if label:
        paragraph.add_run(f"{xml_text(label)} ").font.size = Pt(_SIZE)
    for piece in pieces(passages, look):
        _add_piece(paragraph, piece, _SIZE, right_to_left)
    for note in look.notes if look is not None else ():
        below = cell.add_paragraph(style="Report Text")
        below.paragraph_format.space_after = Pt(2)
        if right_to_left:
            run_right_to_left(below)
        _add_piece(below, Piece(Passage("equal", note.label), call=True), _NOTE_SIZE, right_to_left)
        for passage in (Passage("equal", " "), *note.passages):
            _add_piece(below, Piece(passage), _NOTE_SIZE, right_to_left)


def _add_piece(paragraph: Any, piece: Piece, size: float, right_to_left: bool) -> None:
    paragraph._p.append(run_of(piece.passage.text, right_to_left=right_to_left))
    font = paragraph.runs[-1].font
    font.size = Pt(size)
    if piece.call:
        font.superscript = True
    if piece.italic:
        font.italic = font.cs_italic = True
    if piece.passage.op == "delete":
        font.strike, font.color.rgb = True, _DELETED
    elif piece.passage.op == "insert":
        font.underline, font.color.rgb = True, _INSERTED


def _row(table: Any, texts: Sequence[str]) -> Any:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells = row.cells
    for cell, text, width in zip(cells, texts, _WIDTHS, strict=True):
        cell.width = width
        cell.paragraphs[0].style = "Report Text"
        cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        if text:
            cell.paragraphs[0].add_run(xml_text(text))
    return cells


def _repeat(row: Any) -> None:
    """Print the row again at the top of every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _set_margins(table: Any) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(_CELL_MARGIN))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(margins)
    else:
        look.addprevious(margins)
