"""The table of terms on the terminal. Imports rich; import it only where a report is made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from treatydiff.desk.terms.view import TermsView
from treatydiff.report.kit.terminal_parts import (
    QUIET,
    STRONG,
    Answer,
    columns,
    draft_rows,
    indented,
    rendered,
    safe,
)


def terms_terminal(view: TermsView, *, width: int = 80, colour: bool = False) -> str:
    """Deadlines and thresholds by article as text for a terminal.

    Args:
        view: what is said.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(view, width), width=width, colour=colour)


def _parts(view: TermsView, width: int) -> Iterator[RenderableType]:
    yield draft_rows(view.cards, width)
    yield ""
    yield Answer(Text(view.headline, STRONG))
    for unit, rows in groupby(view.rows, key=lambda row: row.unit):
        yield ""
        yield Text(safe(unit), STRONG)
        listed = list(rows)
        for row, behind in zip(listed, [*listed[1:], None], strict=True):
            table = columns("left", "fold", "left", limits=(20, width, 24))
            said = " → ".join(row.cells)
            table.add_row(
                Text(row.kind, QUIET), Text(safe(said)), Text(row.change, STRONG if row.changed else QUIET)
            )
            yield indented(table)
            if behind is None or behind.said != row.said:
                yield indented(Text(safe(row.said), QUIET), 4)
