"""The table of final clauses on the terminal. Imports rich; import it where needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from treatydiff.report.kit.terminal_parts import LABEL_WIDTH, QUIET, STRONG, columns, rendered, safe
from treatydiff.studies.final_clauses.model import FinalClauses, FinalClausesSideBySide
from treatydiff.studies.final_clauses.view import NO_CLAUSE, FinalClauseCell, final_clause_table

_LABEL = LABEL_WIDTH + 8


def final_clauses_terminal(found: FinalClausesSideBySide, *, width: int = 80, colour: bool = False) -> str:
    """The final clauses of some drafts, one column a draft, as text for a terminal.

    Args:
        found: the final clauses of each.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(found.drafts, width), width=width, colour=colour)


def _parts(drafts: Sequence[FinalClauses], width: int) -> Iterator[RenderableType]:
    view = final_clause_table(drafts)
    if not view.rows:
        yield Text("No final clause was found.")
        return
    each = max(14, (width - _LABEL) // max(1, len(view.labels)) - 2)
    table = columns("left", *("left" for _ in view.labels), limits=(_LABEL, *(each for _ in view.labels)))
    table.add_row("", *(Text(safe(label), STRONG, overflow="fold") for label in view.labels))
    for words, cells in view.rows:
        table.add_row("")
        table.add_row(Text(words, STRONG), *(_shown(cell) for cell in cells))
    yield table


def _shown(cell: FinalClauseCell | None) -> Text:
    if cell is None:
        return Text(NO_CLAUSE, QUIET)
    text = Text(safe("\n".join(cell.terms)))
    text.append(("\n" if cell.terms else "") + safe(cell.place), QUIET)
    return text
