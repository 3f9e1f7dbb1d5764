"""A change list as CSV."""

from __future__ import annotations

from treatydiff.report.kit.csv_text import csv_text
from treatydiff.studies.changes.columns import COLUMNS, ENDS, cells_of
from treatydiff.studies.changes.model import ChangeList


def changes_csv(changes: ChangeList) -> str:
    """A change list as CSV with a header, a row a changed clause.

    What was lost in reading and what must be known first have last columns; what changed in text that A
    prints as agreed has a first one.

    Args:
        changes: the list.
    """
    heads, cells = ENDS[:1] * bool(changes.agreed), changes.agreed[:1]
    said = list(zip(ENDS[1:], ("; ".join(changes.losses), " ".join(changes.cautions)), strict=True))
    tails = tuple(name for name, words in said if words)
    ends = tuple(words for _, words in said if words)
    rows = ((*cells, *cells_of(row), *ends) for row in changes.changes)
    return csv_text((*heads, *COLUMNS, *tails), rows)
