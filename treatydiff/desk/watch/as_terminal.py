"""Red lines on the terminal. Imports rich; import it only where a report is made."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.desk.watch.view import LineView, WatchView
from treatydiff.report.kit.terminal_parts import (
    QUIET,
    STRONG,
    Answer,
    columns,
    draft_rows,
    held,
    indented,
    rendered,
    safe,
)


def watch_terminal(view: WatchView, *, width: int = 80, colour: bool = False) -> str:
    """Red lines through drafts as text for a terminal, the broken ones first.

    Args:
        view: what is said.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(view, width), width=width, colour=colour)


def _parts(view: WatchView, width: int) -> Iterator[RenderableType]:
    yield draft_rows(view.cards, width)
    yield ""
    yield Answer(Text(held(safe(view.headline)), STRONG))
    for line in view.lines:
        yield ""
        yield from _line(line)
    for note in view.notes:
        yield ""
        yield Text(note, QUIET)


def _line(line: LineView) -> Iterator[RenderableType]:
    yield Text(safe(line.name), STRONG)
    yield indented(Text(safe(line.asks), QUIET))
    yield indented(Text(safe(line.verdict), "" if line.holds else STRONG))
    table = columns("left", "left", "fold", limits=(28, 22))
    for station in line.stations:
        own = f"{station.draft}, "
        places = Text(safe("\n".join(place.removeprefix(own) for place in station.places)))
        for words in station.said:
            places.append(("\n" if places.plain else "") + safe(words.removeprefix(own)), QUIET)
        table.add_row(Text(safe(station.draft)), Text(station.words), places)
    yield indented(table, 4)
