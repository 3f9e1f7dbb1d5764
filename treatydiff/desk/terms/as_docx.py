"""The table of terms as a Word document. Imports python-docx; import it only where a report is made."""

from __future__ import annotations

from itertools import groupby

from treatydiff.desk.terms.view import TermsView
from treatydiff.report.kit.word_reports import WordCell, WordRow, WordTable, band, quoted, table_report

MOST_ON_A4 = 4
"""Drafts whose columns an A4 page has room for."""


def terms_docx(view: TermsView) -> bytes:
    """Deadlines and thresholds by article: a column a draft, what became of each, and its sentence.

    Args:
        view: what is said.
    """
    rows: list[WordRow] = []
    for unit, terms in groupby(view.rows, key=lambda row: row.unit):
        rows.append(band(unit))
        for term in terms:
            cells = [WordCell(text=term.kind), *(quoted(cell) for cell in term.cells)]
            cells.append(WordCell(text=term.change, bold=term.changed))
            sentence = quoted(term.said)
            cells.append(WordCell(sentence.passages, beneath=(term.citation,)))
            rows.append(WordRow(tuple(cells)))
    each = 0.4 / len(view.names)
    return table_report(
        "Deadlines and thresholds",
        cards=view.cards,
        said=(view.headline,),
        tables=(
            WordTable(
                ("Kind", *view.names, "Change", "Sentence, place"),
                (0.1, *[each] * len(view.names), 0.12, 0.38),
                tuple(rows),
            ),
        ),
        tool=view.tool,
        language=view.language,
        wide=len(view.names) > MOST_ON_A4,
    )
