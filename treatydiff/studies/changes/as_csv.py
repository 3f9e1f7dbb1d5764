"""A change list as CSV."""

from __future__ import annotations

from treatydiff.report.kit.csv_text import csv_text
from treatydiff.studies.changes.columns import COLUMNS, ENDS, cells_of
from treatydiff.studies.changes.model import ChangeList


def changes_csv(changes: ChangeList) -> str:
    """A change list as CSV with a header, a row a changed clause.

    What was lost in reading has a last column, what changed in text that A prints as agreed a first one.

    Args:
        changes: the list.
    """
    heads, cells = ENDS[:1] * bool(changes.agreed), changes.agreed[:1]
    tails, losses = ENDS[1:] * bool(changes.losses), "; ".join(changes.losses)
    ends = (losses,) * bool(losses)
    rows = ((*cells, *cells_of(row), *ends) for row in changes.changes)
    return csv_text((*heads, *COLUMNS, *tails), rows)
