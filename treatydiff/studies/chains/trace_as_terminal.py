"""The way of a provision through a chain, on the terminal.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.naming.wording import ABSENT, counted
from treatydiff.report.comparison.view_model import UnitView
from treatydiff.report.kit.terminal_parts import (
    QUIET,
    STRONG,
    Answer,
    columns,
    draft_rows,
    held,
    indented,
    redline,
    rendered,
    safe,
)
from treatydiff.studies.chains.trace_view import StepRows, TraceView


def trace_terminal(view: TraceView, *, width: int = 80, colour: bool = False) -> str:
    """The way of a provision as text for a terminal.

    Args:
        view: what is said.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(view, width), width=width, colour=colour)


def _parts(view: TraceView, width: int) -> Iterator[RenderableType]:
    yield draft_rows(view.cards, width)
    yield Text()
    way = " → ".join(station.label or ABSENT for station in view.stations)
    yield Answer(Text("Followed: ", STRONG) + Text(f"{safe(view.asked)}\n{held(safe(way))}"))
    yield Text()
    table = columns("left", "left", "fold", limits=(28, 28))
    for station in view.stations:
        style = STRONG if station.asked else ""
        table.add_row(
            Text(safe(station.name), style), Text(safe(station.label) or ABSENT, style),
            Text(safe(station.heading), QUIET),
        )  # fmt: skip
    yield table
    noted = [(station, record) for station in view.stations for record in station.records]
    if noted:
        yield Text()
        yield Text("Records and reports", STRONG)
    for station, record in noted:
        text = Text(safe(f"{station.name}, {record.head}"), QUIET)
        yield indented(text.append(f"  {safe(record.text)}", "") if record.text else text)
    for step in view.steps:
        yield Text()
        yield from _step(step)


def _step(step: StepRows) -> Iterator[RenderableType]:
    returned = "  returns" if step.returned else ""
    yield Text(f"{safe(step.before)} → {safe(step.after)}", STRONG) + Text(returned, STRONG)
    for unit in step.units:
        yield indented(_head(unit, step))
        same = 0
        for clause in unit.clauses:
            if not clause.changed and clause.relation == "identical":
                same += 1
                continue
            label = clause.label + (
                f" ({clause.relation})" if clause.relation in ("added", "deleted") else ""
            )
            text = Text(f"{safe(label)}: " if label else "", QUIET)
            text.append_text(redline(clause.passages))
            yield indented(text, 4)
            if clause.signals:
                yield indented(Text("; ".join(map(safe, clause.signals)), STRONG), 6)
        if same:
            yield indented(Text(f"{counted(same, 'clause', 'clauses')} unchanged", QUIET), 4)


def _head(unit: UnitView, step: StepRows) -> Text:
    between = f"{safe(unit.label_a)} → {safe(unit.label_b)}"
    shares = [f"{name} {share}" for name, share in
              (("carried", unit.shares.carried), ("derived", unit.shares.derived))
              if share and unit.ids_a and unit.ids_b]  # fmt: skip
    told = ", ".join((unit.relation_words, *shares, *unit.signals))
    head = Text(between, STRONG) + Text(f"  {safe(told)}")
    return head.append(f"  ({safe(_pages(unit, step))})", QUIET) if unit.pages else head


def _pages(unit: UnitView, step: StepRows) -> str:
    """Where only one of two drafts has pages, its name stands for the side, which a chain does not have."""
    for side, name in (("A ", step.before), ("B ", step.after)):
        if unit.pages.startswith(side):
            return f"{name}, {unit.pages.removeprefix(side)}"
    return unit.pages
