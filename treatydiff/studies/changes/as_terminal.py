"""A change list for the terminal."""

from __future__ import annotations

import textwrap

from treatydiff.naming.wording import counted, printable
from treatydiff.studies.changes.columns import COLUMNS, cells_of
from treatydiff.studies.changes.model import ChangeList

_MARKED = COLUMNS.index("Marked")
_INDENT = "    "
_SCREEN = 24
"""Lines from which on the number of changes is said once more at the end."""


def changes_terminal(changes: ChangeList, width: int = 80, *, colour: bool = False) -> str:  # noqa: ARG001 - as all
    """The changed clauses one below another, then what became of notes that were carried forward.

    Args:
        changes: the list.
        width: columns of the terminal.
        colour: whether to write colours; the words carry the meaning.
    """
    lines = [*changes.agreed, *([""] if changes.agreed else [])]
    lines += [f"A  {changes.a.label}", f"B  {changes.b.label}", ""]
    lines += [f"error: {loss}" for loss in changes.losses]
    lines += changes.cautions
    lines += [counted(len(changes.changes), "change", "changes"), ""]
    for row in changes.changes:
        cells = cells_of(row)
        head = " · ".join(part for part in (f"{row.number}. {row.article}", row.relation, row.pages) if part)
        lines += textwrap.wrap(printable(head), width, subsequent_indent=_INDENT)
        lines += textwrap.wrap(
            printable(cells[_MARKED]), width - 4, initial_indent="    ", subsequent_indent="    "
        )
        lines += [f"{_INDENT}{signal}" for signal in row.signals]
        lines.append("")
    lines += [f"note on {each.article}: {each.fate} (no. {each.row})" for each in changes.carried]
    if len(lines) > _SCREEN:
        lines += [*([""] if changes.carried else []), counted(len(changes.changes), "change", "changes")]
    return "".join(f"{printable(line)}\n" for line in lines)
