"""Changes without a matching proposal on the terminal. Imports rich; import it only where needed."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.desk.unproposed.view import UnproposedView
from treatydiff.report.kit.terminal_parts import (
    QUIET,
    STRONG,
    Answer,
    draft_rows,
    indented,
    labelled,
    redline,
    rendered,
    safe,
)


def unproposed_terminal(view: UnproposedView, *, width: int = 80, colour: bool = False) -> str:
    """Changes that no proposal accounts for, as text for a terminal.

    Args:
        view: what is said.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(view, width), width=width, colour=colour)


def _parts(view: UnproposedView, width: int) -> Iterator[RenderableType]:
    yield draft_rows(view.cards, width)
    yield labelled([("Proposals", view.source)])
    yield ""
    yield Answer(Text("\n".join(filter(None, (view.headline, view.settled))), STRONG))
    yield Text(view.note, QUIET)
    for change in view.changes:
        yield ""
        yield Text(safe(change.citation), STRONG)
        yield indented(redline(change.passages))
        if change.words:
            yield indented(Text(safe(change.words), QUIET), 4)
    if view.elsewhere:
        yield ""
        yield Text("Proposals whose words came in elsewhere", STRONG)
    for each in view.elsewhere:
        yield ""
        yield Text(safe(f"{each.who}, on {each.article}: {each.fate}, {each.citation}"))
        yield indented(Text(safe(each.text), QUIET))
