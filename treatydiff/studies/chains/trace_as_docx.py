"""One provision's history as a Word document: a row a paragraph of every draft, records beside it.

Imports python-docx; import it only where a report is made.
"""

from __future__ import annotations

from typing import Any

from docx.shared import Cm, Pt

from treatydiff.report.kit.word_package import NEUTRAL_DATE, add_page_number, new_document, package_bytes
from treatydiff.report.kit.word_tables import (
    BAND_SHADE,
    QUIET,
    add_cards,
    add_passages,
    add_text,
    headed_table,
    landscape,
    run_right_to_left,
    shade,
    table_line,
)
from treatydiff.report.kit.xml_text import xml_text
from treatydiff.studies.chains.history_view import HistoryEntry, HistoryView
from treatydiff.studies.chains.trace_view import RecordLine

_HEADS = ("Draft, date", "Paragraph, page", "Text, marked against the draft before", "Records and reports")
_SHARES = (0.14, 0.14, 0.5, 0.22)
"""Shares of the page's width; the text has the room of the records where there are none."""


def trace_docx(view: HistoryView) -> bytes:
    """A provision through all drafts, on landscape pages: what is new underlined, what is gone struck.

    Args:
        view: what is said.
    """
    trace = view.trace
    with_records = any(entry.records for entry in view.entries)
    document = new_document(
        title=f"History of {trace.asked}", author="treatydiff", date=NEUTRAL_DATE, language=trace.language
    )
    room = landscape(document.sections[0])
    shares = _SHARES if with_records else (*_SHARES[:2], sum(_SHARES[2:]))
    widths = [Cm(room * share) for share in shares]
    _front(document, view)
    table = headed_table(document, _HEADS[: len(widths)], widths)
    for entry in view.entries:
        _entry(table, entry, widths, right_to_left=trace.language == "ar")
    add_page_number(document.sections[0], f"History of {trace.asked}")
    return package_bytes(document)


def _front(document: Any, view: HistoryView) -> None:
    trace = view.trace
    document.add_paragraph(xml_text(f"History of {trace.asked}"), style="Report Heading")
    add_cards(document, trace.cards)
    document.add_paragraph(
        "Underlined words are new against the draft before, struck words are gone. Dates are those that the "
        "drafts print.",
        style="Report Text",
    )
    document.add_paragraph(trace.tool, style="Report Text")


def _entry(table: Any, entry: HistoryEntry, widths: list[Any], *, right_to_left: bool) -> None:
    head = table_line(table, widths, keep=True)
    for cell in head:
        shade(cell, BAND_SHADE)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    add_text(head[0].paragraphs[0], entry.name, bold=True)
    add_text(head[1].paragraphs[0], entry.date, colour=QUIET)
    title = entry.label or "not in this draft"
    add_text(head[2].paragraphs[0], f"{title}  {entry.heading}".rstrip(), bold=True)
    if entry.told:
        below = head[2].add_paragraph(style="Report Text")
        below.paragraph_format.space_after = Pt(1)
        add_text(below, entry.told, size=8, colour=QUIET)
    if len(widths) == len(_HEADS):
        _records(head[3], entry.records)
    for line in entry.lines:
        cells = table_line(table, widths, keep=False)
        add_text(cells[1].paragraphs[0], ", ".join(part for part in (line.place, line.page) if part))
        if right_to_left:
            run_right_to_left(cells[2].paragraphs[0])
        add_passages(cells[2].paragraphs[0], line.passages, right_to_left=right_to_left)


def _records(cell: Any, records: tuple[RecordLine, ...]) -> None:
    for number, record in enumerate(records):
        paragraph = cell.add_paragraph(style="Report Text") if number else cell.paragraphs[0]
        add_text(paragraph, record.head, bold=True)
        if record.text:
            add_text(paragraph, f"  {record.text}")
