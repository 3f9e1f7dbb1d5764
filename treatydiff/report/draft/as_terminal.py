"""The outline of a draft on a terminal. Imports rich; import it only where a report is made."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.model import Draft
from treatydiff.naming.wording import thousands
from treatydiff.report.draft.view import draft_view
from treatydiff.report.draft.view_model import DraftView, InstrumentOutline
from treatydiff.report.kit.terminal_parts import (
    QUIET,
    STRONG,
    columns,
    diagnostic_rows,
    draft_rows,
    indented,
    rendered,
    safe,
)


def draft_terminal(draft: Draft, *, width: int = 80, colour: bool = False, receipt: bool = False) -> str:
    """The outline of a draft as text for a terminal.

    Args:
        draft: the draft.
        width: columns.
        colour: whether to write ANSI colours.
        receipt: whether to account for every character of the source.
    """
    return rendered(_draft_parts(draft_view(draft), width, receipt=receipt), width=width, colour=colour)


def _draft_parts(view: DraftView, width: int, *, receipt: bool) -> Iterator[RenderableType]:
    yield draft_rows((view.card,), width)
    for instrument in view.instruments:
        yield ""
        yield from _instrument_parts(instrument)
    if not view.instruments:
        yield ""
        yield Text("No instrument was found in this file.")
    yield ""
    yield Text(f"{view.notes} · {view.brackets}")
    if receipt:
        yield ""
        yield Text("Receipt: characters of the source, spaces not counted", STRONG)
        table = columns("right", "right", "left")
        for row in view.receipt:
            table.add_row(thousands(row.characters), row.share, row.words)
        total = sum(row.characters for row in view.receipt)
        table.add_row(thousands(total), "", "in all")
        yield indented(table)
        if view.furniture:
            yield ""
            yield Text("Furniture by the rule that took it", STRONG)
            table = columns("right", "right", "left", "right")
            for each in view.furniture:
                regions = f"{each.regions:,} region{'s' if each.regions != 1 else ''}"
                table.add_row(thousands(each.characters), each.share, each.rule, regions)
            yield indented(table)
    if view.diagnostics:
        yield ""
        yield Text("Diagnostics", STRONG)
        yield indented(diagnostic_rows(view.diagnostics, first=3))


def _instrument_parts(instrument: InstrumentOutline) -> Iterator[RenderableType]:
    if instrument.title:
        yield Text(safe(instrument.title), STRONG)
    if instrument.caption:
        yield Text(instrument.caption, QUIET)
    yield Text(instrument.counts)
    yield ""
    is_open = any(row.open for row in instrument.rows)
    table = columns("fold", "right", "right", *(("right",) if is_open else ()))
    for row in instrument.rows:
        style = STRONG if row.kind not in ("article", "rule", "paragraph") else ""
        line = columns("left", "fold")
        line.add_row(Text("  " * row.depth + safe(row.label), style), Text(safe(row.heading)))
        paragraphs = f"{row.paragraphs} para{'s' if row.paragraphs != 1 else ''}" if row.paragraphs else ""
        page = f"p. {row.page}" if row.page is not None else ""
        table.add_row(line, *((Text(row.open, QUIET),) if is_open else ()), paragraphs, page)
    yield table
