"""A brief on the terminal. Imports rich; import it only where a report is made."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.desk.brief.view import BriefView, ChangeLine, SheetView
from treatydiff.naming.wording import counted
from treatydiff.report.kit.terminal_parts import (
    QUIET,
    STRONG,
    Answer,
    draft_rows,
    held,
    indented,
    labelled,
    redline,
    rendered,
    safe,
)


def brief_terminal(view: BriefView, *, width: int = 80, colour: bool = False) -> str:
    """A brief as text for a terminal.

    Args:
        view: what is said.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(view, width), width=width, colour=colour)


def _parts(view: BriefView, width: int) -> Iterator[RenderableType]:
    yield draft_rows(view.cards, width)
    for caution in view.cautions:
        yield Text(safe(caution), STRONG)
    yield ""
    yield Answer(Text(held(safe(view.headline)), STRONG))
    for number, line in enumerate(view.front, 1):
        yield ""
        yield from _change(line, f"{number}. ")
    if view.gone:
        yield ""
        yield labelled([("Gone", "; ".join(view.gone))])
    yield ""
    yield Text(view.rule, QUIET)
    for sheet in view.sheets:
        yield ""
        yield from _sheet(sheet)
    if view.untouched:
        yield ""
        yield Text(safe(view.untouched), QUIET)


def _change(line: ChangeLine, number: str = "") -> Iterator[RenderableType]:
    yield Text(f"{number}{safe(line.title)}", STRONG) + Text(f"  {safe(line.why)}", QUIET)
    yield indented(redline(line.passages))


def _sheet(sheet: SheetView) -> Iterator[RenderableType]:
    yield Text(safe(f"{sheet.label}  {sheet.heading}  "), STRONG) + Text(sheet.relation, QUIET)
    for line in sheet.changes:
        yield indented(Text(safe(f"{line.title.partition(':')[0]}: {line.why}"), QUIET))
        yield indented(redline(line.passages), 4)
    if sheet.more:
        yield indented(Text(f"and {counted(sheet.more, 'more change', 'more changes')}", QUIET))
    rows = [
        (name, "\n".join(lines))
        for name, lines in (
            ("Open", sheet.open), ("Ours", sheet.ours), ("Precedent", sheet.precedent),
            ("Red lines", sheet.red),
        )
        if lines
    ]  # fmt: skip
    if rows:
        yield indented(labelled(rows))
