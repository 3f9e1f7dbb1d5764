"""Positions as a Word document. Imports python-docx; import it only where a report is made."""

from __future__ import annotations

from treatydiff.desk.positions.view import PositionsView
from treatydiff.report.kit.word_reports import WordCell, WordRow, WordTable, band, quoted, table_report


def positions_docx(view: PositionsView) -> bytes:
    """Delegations in alphabetical order, and what drafts print of each, a line a position.

    Args:
        view: what is said.
    """
    rows: list[WordRow] = []
    for who, held in view.groups:
        rows.append(band(who))
        rows += [
            WordRow(
                (
                    WordCell(text=each.unit),
                    WordCell(text=each.said),
                    quoted(each.words),
                    WordCell(text=each.citation),
                )
            )
            for each in held
        ]
    return table_report(
        "Who said what",
        cards=view.cards,
        said=(view.headline,),
        tables=(WordTable(("Article", "Position", "Words", "Place"), (0.14, 0.16, 0.46, 0.24), tuple(rows)),),
        notes=(view.note,),
        tool=view.tool,
        language=view.language,
    )
