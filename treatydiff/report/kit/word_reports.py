"""A report of headed tables as a Word document: what was read, what is said, then a table or several.

Imports python-docx; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.shared import Cm

from treatydiff.records import dataclass
from treatydiff.report.kit.pieces import DraftCard, Passage
from treatydiff.report.kit.word_package import NEUTRAL_DATE, add_page_number, new_document, package_bytes
from treatydiff.report.kit.word_tables import (
    BAND_SHADE,
    LONGEST_WHOLE,
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


@dataclass(frozen=True, slots=True)
class WordCell:
    """What one cell says.

    Attributes:
        passages: words of a draft with their changes; the draft's script runs as it does there.
        text: words of ours, before them.
        bold: whether those are bold.
        beneath: quiet lines below.
    """

    passages: tuple[Passage, ...] = ()
    text: str = ""
    bold: bool = False
    beneath: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordRow:
    """A line of a table; a band is one cell across it, shaded, that stands with the line behind it."""

    cells: tuple[WordCell, ...]
    band: bool = False


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table: its title if it needs one, heads, the share of the page that each column takes, lines."""

    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[WordRow, ...]
    title: str = ""


def quoted(text: str) -> WordCell:
    """A cell of words of a draft of which nothing is marked."""
    return WordCell((Passage("equal", text, None),) if text else ())


def band(text: str, *beneath: str) -> WordRow:
    """A shaded line across a table, with quiet lines below its words."""
    return WordRow(
        (WordCell(text=text, bold=True, beneath=tuple(each for each in beneath if each)),), band=True
    )


def table_report(
    title: str,
    *,
    cards: Sequence[DraftCard],
    said: Sequence[str],
    tables: Sequence[WordTable],
    notes: Sequence[str] = (),
    tool: str,
    language: str,
    wide: bool = False,
) -> bytes:
    """A report as a Word document on landscape A4, the heads of a table on each of its pages.

    Args:
        title: of the report.
        cards: what was read.
        said: the answer, one paragraph each.
        tables: in their order; those without lines are left out.
        notes: what stands below them.
        tool: name and version.
        language: code of the drafts' language.
        wide: whether the paper is A3.
    """
    document = new_document(title=title, author=tool, date=NEUTRAL_DATE, language=language)
    room = landscape(document.sections[0], wide=wide)
    add_page_number(document.sections[0], title)
    document.add_paragraph(xml_text(title), style="Report Heading")
    add_cards(document, cards)
    for each in said:
        document.add_paragraph(xml_text(each), style="Report Label")
    for table in tables:
        if table.rows:
            _table(document, table, room, right_to_left=language == "ar")
    for note in notes:
        document.add_paragraph(xml_text(note), style="Report Text")
    document.add_paragraph(tool, style="Report Text")
    return package_bytes(document)


def _table(document: Any, table: WordTable, room: float, *, right_to_left: bool) -> None:
    if table.title:
        head = document.add_paragraph(xml_text(table.title), style="Report Label")
        head.paragraph_format.keep_with_next = True
    widths = [Cm(room * share) for share in table.shares]
    made = headed_table(document, table.heads, widths)
    for row in table.rows:
        length = sum(len(passage.text) for cell in row.cells for passage in cell.passages)
        cells = table_line(made, widths, keep=length < LONGEST_WHOLE)
        if row.band:
            merged = cells[0].merge(cells[-1])
            for extra in merged.paragraphs[1:]:
                extra._p.getparent().remove(extra._p)
            shade(merged, BAND_SHADE)
            _fill(merged, row.cells[0], right_to_left=right_to_left)
            for paragraph in merged.paragraphs:
                paragraph.paragraph_format.keep_with_next = True
            continue
        for place, cell in zip(cells, row.cells, strict=True):
            _fill(place, cell, right_to_left=right_to_left)


def _fill(place: Any, cell: WordCell, *, right_to_left: bool) -> None:
    paragraph = place.paragraphs[0]
    if cell.text:
        add_text(paragraph, cell.text, bold=cell.bold)
    if cell.passages:
        words = place.add_paragraph(style="Report Text") if cell.text else paragraph
        if right_to_left:
            run_right_to_left(words)
        add_passages(words, cell.passages, right_to_left=right_to_left)
    for at, line in enumerate(cell.beneath):
        below = (
            paragraph if not (at or cell.text or cell.passages) else place.add_paragraph(style="Report Text")
        )
        add_text(below, line, size=8, colour=QUIET)
