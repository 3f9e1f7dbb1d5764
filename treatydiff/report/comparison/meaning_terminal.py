"""Recurring substitutions, obligation profiles, notes and front matter on the terminal.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.naming.wording import listed
from treatydiff.report.comparison.link_words import lone_sources, moved_clauses
from treatydiff.report.comparison.view_model import ComparisonView
from treatydiff.report.kit.terminal_parts import (
    DELETED,
    INSERTED,
    QUIET,
    STRONG,
    columns,
    indented,
    redline,
    safe,
)


def agreed_parts(view: ComparisonView) -> Iterator[RenderableType]:
    """What changed in text that A prints as agreed, before anything else is said."""
    if view.guard:
        yield ""
        yield Text(safe(view.guard), STRONG)
        for each in view.agreed:
            yield indented(Text(safe(f"{each.label}, {each.words}")))


def meaning_parts(view: ComparisonView) -> Iterator[RenderableType]:
    """What recurs and what binds, each under its heading; nothing where there is nothing."""
    if view.substitutions:
        yield ""
        yield Text("Recurring substitutions", STRONG)
        table = columns("right", "fold")
        for each in view.substitutions:
            words = Text()
            words.append(f"[-{safe(each.old)}-]", DELETED)
            words.append(" ")
            words.append(f"{{+{safe(each.new)}+}}", INSERTED)
            places = [label for _, label in each.places]
            words.append(f"  {', '.join(filter(None, (*places, each.more)))}", QUIET)
            table.add_row(f"{each.count:,} ×", words)
        yield indented(table)
    if view.obligations is not None:
        yield ""
        yield Text("Obligations, where their number changed", STRONG)
        table = columns("fold", *("right" for _ in view.obligations.words))
        table.add_row("", *(Text(word, STRONG) for word in view.obligations.words))
        for row in view.obligations.rows:
            table.add_row(Text(safe(row.label)), *row.counts)
        yield indented(table)


def link_parts(view: ComparisonView) -> Iterator[RenderableType]:
    """The clauses that went from one row to another, and where the words of lone provisions stand."""
    moved = moved_clauses(view.units)
    if moved:
        yield ""
        yield Text("Clauses that went to another article", STRONG)
        yield indented(Text("\n".join(safe(words) for words in moved)))
    sources = lone_sources(view.units)
    if sources:
        yield ""
        yield Text("Without a partner, but not without a source", STRONG)
        yield indented(Text("\n".join(safe(words) for words in sources)))


def aside_parts(view: ComparisonView) -> Iterator[RenderableType]:
    """Positions that notes reserve, then the notes and the front matter that differ."""
    if view.positions:
        yield ""
        yield Text("Reserved positions, as notes print them", STRONG)
        table = columns("left", "fold", "fold")
        for each in view.positions:
            table.add_row(each.side, Text(safe(each.who)), Text(safe(f"{each.text} ({each.citation})")))
        yield indented(table)
    if view.asides:
        yield ""
        yield Text("Notes and front matter that differ", STRONG)
        for aside in view.asides:
            place = f"  {aside.pages}" if aside.pages else ""
            yield indented(Text(safe(aside.label), STRONG) + Text(f"  {aside.change}{place}", QUIET))
            yield indented(redline(aside.passages), 4)


def nothing_shown(view: ComparisonView) -> str:
    """Why no clause is shown."""
    if view.only:
        return f"No clause has a change of the class {listed(view.only, last=' or ')}."
    return "No clause changed in more than typography."
