"""A concordance table as a Word document: the drafts side by side on landscape pages, clause by clause.

Imports python-docx; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from treatydiff.naming.wording import ABSENT
from treatydiff.report.kit.word_package import (
    NEUTRAL_DATE,
    add_page_number,
    new_document,
    package_bytes,
)
from treatydiff.report.kit.word_tables import (
    BAND_SHADE,
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
from treatydiff.studies.chains.concordance_view import ConcordanceView, RowView, TextCell

MOST_ON_A4 = 4
"""Columns of text that an A4 page holds; more need A3."""


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
    room = landscape(document.sections[0], wide=len(view.names) > MOST_ON_A4)
    width = Cm(room / len(view.names))
    _front(document, view)
    table = headed_table(document, view.names, [width] * len(view.names))
    for row in view.rows:
        _provision(table, row, width, right_to_left=view.language == "ar")
    add_page_number(document.sections[0], "Concordance table")
    return package_bytes(document)


def _front(document: Any, view: ConcordanceView) -> None:
    document.add_paragraph(xml_text(view.title), style="Report Heading")
    order = view.base or view.names[-1]
    document.add_paragraph(xml_text(f"Concordance table in the order of {order}"), style="Report Label")
    for name, card in zip(view.names, view.cards, strict=True):
        add_card(document, card, name)
    document.add_paragraph(
        "Under a provision stands what became of the draft before it, and the share of its weight that is "
        "taken from there. Underlined words are new against the draft before, struck words are gone.",
        style="Report Text",
    )
    document.add_paragraph(view.tool, style="Report Text")


def _provision(table: Any, row: RowView, width: Any, *, right_to_left: bool) -> None:
    cells = table_line(table, [width] * len(table.columns), keep=True)
    for at, (cell, place) in enumerate(zip(row.cells, cells, strict=True)):
        shade(place, BAND_SHADE)
        first = place.paragraphs[0]
        first.paragraph_format.keep_with_next = True
        add_text(first, cell.label or ABSENT, bold=True)
        if cell.heading:
            add_text(first, f"  {cell.heading}", bold=True)
        step = row.steps[at - 1] if at else None
        if step is not None and step.relation:
            below = place.add_paragraph(style="Report Text")
            below.paragraph_format.space_after = Pt(1)
            below.paragraph_format.keep_with_next = True
            add_text(below, step.told, size=8, colour=QUIET)
    for text in row.texts:
        longest = max(sum(len(part.text) for cell in held for part in cell.passages) for held in text.cells)
        places = table_line(table, [width] * len(table.columns), keep=longest < LONGEST_WHOLE)
        for held, place in zip(text.cells, places, strict=True):
            _fill(place, held, right_to_left=right_to_left)


def _fill(place: Any, held: Sequence[TextCell], *, right_to_left: bool) -> None:
    paragraph = place.paragraphs[0]
    if not held:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_text(paragraph, ABSENT, colour=QUIET)
    for number, cell in enumerate(held):
        if number:
            paragraph = place.add_paragraph(style="Report Text")
            paragraph.paragraph_format.space_after = Pt(2)
        if right_to_left:
            run_right_to_left(paragraph)
        if cell.label:
            add_text(paragraph, f"{cell.label}  ", size=8, colour=QUIET)
        add_passages(paragraph, cell.passages, right_to_left=right_to_left)
