"""The columns of a change list, as spreadsheets and CSV have them."""

from __future__ import annotations

from treatydiff.studies.changes.model import FILLED, ChangeRow

COLUMNS = (
    "No.", "Article", "Relation", "Old text", "New text", "Marked", "Class", "Signals", "Pages", "Citation",
    "Remark", *FILLED, "Key A", "Key B",
)  # fmt: skip
"""The names of the columns; the last two tell a later list which provisions a row speaks of."""

ENDS = ("Agreed text", "Losses", "Cautions")
"""Columns of a CSV where there is something to say in them: the first, and the last ones."""


def cells_of(row: ChangeRow) -> tuple[str, ...]:
    """The cells of a row, parallel to `COLUMNS`; "Marked" shows [-deleted-] and {+inserted+} words."""
    marks = {"delete": ("[-", "-]"), "insert": ("{+", "+}"), "equal": ("", "")}
    marked = "".join(f"{marks[op][0]}{text}{marks[op][1]}" for op, text in row.pieces if text)
    return (
        str(row.number), row.article, row.relation, row.old, row.new, marked, ", ".join(row.classes),
        "; ".join(row.signals), row.pages, row.citation, row.remark, *row.filled, row.key_a, row.key_b,
    )  # fmt: skip
