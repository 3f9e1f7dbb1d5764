"""A change list as CSV."""

from __future__ import annotations

from treatydiff.report.kit.csv_text import csv_text
from treatydiff.studies.changes.columns import COLUMNS, cells_of
from treatydiff.studies.changes.model import ChangeList


def changes_csv(changes: ChangeList) -> str:
    """A change list as CSV with a header, a row a changed clause.

    Args:
        changes: the list.
    """
    return csv_text(COLUMNS, map(cells_of, changes.changes))
