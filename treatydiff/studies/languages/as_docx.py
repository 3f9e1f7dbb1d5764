"""Language versions as a Word document for their editors: landscape, a column a version, differences marked.

Imports python-docx; import it only where a report is made.
"""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from treatydiff.naming.wording import ABSENT
from treatydiff.report.kit.pieces import Passage
from treatydiff.report.kit.word_package import (
    NEUTRAL_DATE,
    add_page_number,
    new_document,
    package_bytes,
)
from treatydiff.report.kit.word_tables import (
    BAND_SHADE,
    DELETED,
    LONGEST_WHOLE,
    QUIET,
    add_card,
    add_passages,
    add_text,
    headed_table,
    landscape,
    run_right_to_left,
    shade,
    table_line,
)
from treatydiff.report.kit.xml_text import xml_text
from treatydiff.studies.languages.table_view import VersionCell, VersionLine, VersionsTable

MOST_ON_A4 = 3
"""Columns of text that an A4 page holds; more need A3."""
DIFFERS_SHADE = "FFF2CC"
_TITLE = "Language versions"


def languages_docx(table: VersionsTable) -> bytes:
    """The versions in columns, a shaded line for every article and a line for every clause.

    Args:
        table: what is said.
    """
    document = new_document(
        title=f"{_TITLE}: {', '.join(table.names)}", author="treatydiff", date=NEUTRAL_DATE,
        language=table.languages[0],
    )  # fmt: skip
    columns = len(table.names)
    room = landscape(document.sections[0], wide=columns > MOST_ON_A4)
    width = Cm(room / columns)
    _front(document, table)
    made = headed_table(document, table.names, [width] * columns)
    for line in table.lines:
        _line(made, line, table, width)
    add_page_number(document.sections[0], _TITLE)
    return package_bytes(document)


def _front(document: Any, table: VersionsTable) -> None:
    document.add_paragraph(xml_text(_TITLE), style="Report Heading")
    for name, card in zip(table.names, table.cards, strict=True):
        add_card(document, card, name)
    for each in table.unread:
        document.add_paragraph(xml_text(f"Not read: {each}"), style="Report Text")
    document.add_paragraph(xml_text(f"Differences: {table.summary}"), style="Report Label")
    document.add_paragraph(
        "Clauses stand beside those in the same place; nothing is translated. Where something differs, as "
        "detected, the cell has a ground of its own and says what it has. A cell without one may still say "
        "something else.",
        style="Report Text",
    )
    document.add_paragraph(xml_text(table.tool), style="Report Text")


def _line(made: Any, line: VersionLine, table: VersionsTable, width: Any) -> None:
    longest = max(sum(len(text) for _, text in cell.clauses) for cell in line.cells)
    places = table_line(made, [width] * len(line.cells), keep=line.heads or longest < LONGEST_WHOLE)
    for cell, place, language in zip(line.cells, places, table.languages, strict=True):
        if cell.remarks:
            shade(place, DIFFERS_SHADE)
        elif line.heads:
            shade(place, BAND_SHADE)
        _fill(place, cell, heads=line.heads, right_to_left=language == "ar")


def _fill(place: Any, cell: VersionCell, *, heads: bool, right_to_left: bool) -> None:
    paragraph = place.paragraphs[0]
    if not cell.clauses and not cell.remarks:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_text(paragraph, ABSENT, colour=QUIET)
    for number, (label, text) in enumerate(cell.clauses):
        if number:
            paragraph = place.add_paragraph(style="Report Text")
            paragraph.paragraph_format.space_after = Pt(2)
        if right_to_left:
            run_right_to_left(paragraph)
        if heads:
            paragraph.paragraph_format.keep_with_next = True
            add_text(paragraph, f"{label}  {text}".rstrip(), bold=True)
            continue
        if label:
            add_text(paragraph, f"{label}  ", size=8, colour=QUIET)
        add_passages(paragraph, [Passage("equal", text)], right_to_left=right_to_left)
    for remark in cell.remarks:
        below = place.add_paragraph(style="Report Text") if cell.clauses else paragraph
        below.paragraph_format.space_after = Pt(1)
        add_text(below, remark, size=8, bold=True, colour=DELETED)
