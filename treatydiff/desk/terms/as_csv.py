"""The table of terms as CSV, one row a quantity."""

from __future__ import annotations

from treatydiff.desk.terms.view import TermsView
from treatydiff.report.kit.csv_text import csv_text


def terms_csv(view: TermsView) -> str:
    """Deadlines and thresholds, one line each.

    Args:
        view: what is said.
    """
    header = ["unit", "kind", "actor", *view.names, "change", "sentence", "citation"]
    rows = [
        [row.unit, row.kind, row.actor, *row.cells, row.change, row.sentence, row.citation]
        for row in view.rows
    ]
    return csv_text(header, rows)
