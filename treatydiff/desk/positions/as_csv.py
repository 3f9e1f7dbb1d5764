"""The table of positions as CSV, one row a position."""

from __future__ import annotations

from treatydiff.desk.positions.view import PositionsView
from treatydiff.report.kit.csv_text import csv_text


def positions_csv(view: PositionsView) -> str:
    """Delegations and what drafts print of them, one line each.

    Args:
        view: what is said.
    """
    header = ["delegation", "unit", "position", "draft", "words", "citation"]
    return csv_text(
        header, ((row.who, row.unit, row.said, row.draft, row.words, row.citation) for row in view.rows)
    )
