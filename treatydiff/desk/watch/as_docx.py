"""Red lines as a Word document. Imports python-docx; import it only where a report is made."""

from __future__ import annotations

from treatydiff.desk.watch.view import WatchView
from treatydiff.report.kit.word_reports import WordCell, WordRow, WordTable, band, table_report


def watch_docx(view: WatchView) -> bytes:
    """Red lines through drafts, the broken ones first: a line a draft, with its places.

    Args:
        view: what is said.
    """
    rows: list[WordRow] = []
    for line in view.lines:
        rows.append(band(f"{line.name}: {line.verdict}", line.asks))
        rows += [
            WordRow(
                (
                    WordCell(text=station.draft),
                    WordCell(text=station.words),
                    WordCell(text="; ".join(station.places), beneath=station.said),
                )
            )
            for station in line.stations
        ]
    return table_report(
        "Red lines",
        cards=view.cards,
        said=(view.headline,),
        tables=(WordTable(("Draft", "Standing", "Places"), (0.2, 0.22, 0.58), tuple(rows)),),
        notes=view.notes,
        tool=view.tool,
        language=view.language,
    )
