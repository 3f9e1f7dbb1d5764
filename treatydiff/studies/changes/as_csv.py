"""A change list as CSV."""

from __future__ import annotations

from treatydiff.report.kit.csv_text import csv_text
from treatydiff.studies.changes.columns import COLUMNS, cells_of
from treatydiff.studies.changes.model import ChangeList


def changes_csv(changes: ChangeList) -> str:
    """A change list as CSV with a header, a row a changed clause; what was lost in reading has a last column.

    Args:
        changes: the list.
    """
    if not changes.losses:
        return csv_text(COLUMNS, map(cells_of, changes.changes))
    losses = "; ".join(changes.losses)
    return csv_text((*COLUMNS, "Losses"), ((*cells_of(row), losses) for row in changes.changes))
