"""Tables of a Word document: lines that keep together, shaded cells, marked words, turned pages.

Imports python-docx; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from treatydiff.naming.wording import counted
from treatydiff.report.kit.pieces import DraftCard, Passage
from treatydiff.report.kit.word_package import run_of
from treatydiff.report.kit.xml_text import xml_text

DELETED, INSERTED, QUIET = (
    RGBColor(0xB2, 0x4A, 0x00),
    RGBColor(0x00, 0x5A, 0x96),
    RGBColor(0x55, 0x55, 0x55),
)
HEAD_SHADE, BAND_SHADE = "D0D7DE", "E8EDF2"
LONGEST_WHOLE = 1_200
"""Characters of a clause from which on its line may break across pages."""
_A4, _A3 = (29.7, 21.0), (42.0, 29.7)
_MARGIN = 1.6
"""Centimetres."""
_SIZE = 9.0
"""Points of the text in cells."""
_BEHIND_DIRECTION = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
    "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
"""What Word's schema wants behind the direction of a paragraph."""


def landscape(section: Any, *, wide: bool = False) -> float:
    """Turn the pages of a section, and give the centimetres between its margins.

    Args:
        section: of the document.
        wide: whether the paper is A3 instead of A4.
    """
    across, down = _A3 if wide else _A4
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(across), Cm(down)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin = section.bottom_margin = Cm(_MARGIN)
    return across - 2 * _MARGIN


def table_line(table: Any, widths: Sequence[Any], *, keep: bool) -> Any:
    """A new line of a table, as its cells.

    Args:
        table: to be continued.
        widths: of the cells.
        keep: whether the line may not break across pages.
    """
    row = table.add_row()
    if keep:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells = row.cells
    for cell, width in zip(cells, widths, strict=True):
        cell.width = width
        cell.paragraphs[0].style = "Report Text"
        cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    return cells


def add_card(document: Any, card: DraftCard, name: str) -> None:
    """One draft that was read, as a paragraph: what it is called here, its file, size and hash.

    Args:
        document: where it goes.
        card: the draft.
        name: what it is called here; "" where that is the name of its file.
    """
    figures = f"{card.headed}, {counted(card.words, 'word', 'words')}"
    text = f"{name + ': ' if name else ''}{card.label}, {figures}, sha256 {card.sha256}"
    document.add_paragraph(xml_text(text), style="Report Text")


def add_cards(document: Any, cards: Sequence[DraftCard]) -> None:
    """The drafts that were read, and what of them could not be.

    Args:
        document: where they go.
        cards: the drafts.
    """
    for card in cards:
        add_card(document, card, card.name if card.name != card.label else "")
        for loss in card.losses:
            document.add_paragraph(xml_text(f"Error: {loss}"), style="Report Text")


def empty_table(document: Any, widths: Sequence[Any]) -> Any:
    """A new table of a document without a line, with columns of fixed widths."""
    table = document.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return table


def headed_table(document: Any, heads: Sequence[str], widths: Sequence[Any]) -> Any:
    """A new table of a document, with a shaded line of heads that stands on each of its pages."""
    table = empty_table(document, widths)
    for cell, head in zip(table_line(table, widths, keep=True), heads, strict=True):
        shade(cell, HEAD_SHADE)
        add_text(cell.paragraphs[0], head, bold=True)
    repeat_head(table)
    return table


def repeat_head(table: Any) -> None:
    """Have the first line of a table stand on each of its pages."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def add_text(
    paragraph: Any, text: str, *, size: float = _SIZE, bold: bool = False, colour: Any = None
) -> None:
    """Words of ours at the end of a paragraph; size in points."""
    run = paragraph.add_run(xml_text(text))
    run.font.size, run.bold = Pt(size), bold
    if colour is not None:
        run.font.color.rgb = colour


def add_passages(
    paragraph: Any, passages: Sequence[Passage], *, right_to_left: bool = False, size: float = _SIZE
) -> None:
    """Words of a draft: those that are gone struck, those that are new underlined; size in points."""
    for passage in passages:
        paragraph._p.append(run_of(passage.text, right_to_left=right_to_left))
        run = paragraph.runs[-1]
        run.font.size = Pt(size)
        if passage.op == "delete":
            run.font.strike, run.font.color.rgb = True, DELETED
        elif passage.op == "insert":
            run.font.underline, run.font.color.rgb = True, INSERTED


def run_right_to_left(paragraph: Any) -> None:
    """Have a paragraph begin at the right."""
    paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_BEHIND_DIRECTION)


def shade(cell: Any, colour: str) -> None:
    """Give a cell a ground, as six hexadecimal digits."""
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        ground.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(ground)
