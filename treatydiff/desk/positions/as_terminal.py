"""The table of positions on the terminal. Imports rich; import it only where a report is made."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.desk.positions.view import PositionsView
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


def positions_terminal(view: PositionsView, *, width: int = 80, colour: bool = False) -> str:
    """Delegations and what drafts print of them, as text for a terminal.

    Args:
        view: what is said.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(view, width), width=width, colour=colour)


def _parts(view: PositionsView, width: int) -> Iterator[RenderableType]:
    yield draft_rows(view.cards, width)
    yield ""
    yield Answer(Text(view.headline, STRONG))
    for who, rows in view.groups:
        yield ""
        yield Text(safe(who), STRONG)
        table = columns("left", "left", "fold", limits=(20, 24))
        for row in rows:
            words = Text(safe(row.words))
            words.append(f"\n{safe(row.citation)}", QUIET)
            table.add_row(Text(safe(row.unit)), Text(row.said), words)
        yield indented(table)
    if view.groups:
        yield ""
        yield Text(view.note, QUIET)
