"""Terminal reports: what was read, the answer, the table, the clauses. Words carry the meaning, colour adds.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from treatydiff.model import Comparison, EditClass
from treatydiff.naming.wording import ABSENT
from treatydiff.report.comparison.consonance_words import share_lines
from treatydiff.report.comparison.meaning_terminal import (
    agreed_parts,
    aside_parts,
    meaning_parts,
    nothing_shown,
)
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import (
    ClauseView,
    ComparisonView,
    ContainerView,
    Shares,
    UnitView,
)
from treatydiff.report.kit.pieces import Passage
from treatydiff.report.kit.terminal_parts import (
    LABEL_WIDTH,
    QUIET,
    STRONG,
    columns,
    diagnostic_rows,
    draft_rows,
    flowed,
    indented,
    labelled,
    redline,
    rendered,
    safe,
)

SPLIT_FROM = 76
"""Columns from which the tables have room for the three shares."""
SPLIT_LEGEND = "Split: no force word changed / one changed (as detected) / not from A, in percent."
WIDE = 60
"""Columns from which the tables have room for a last column of signals or headings."""


def comparison_terminal(
    comparison: Comparison,
    *,
    width: int = 80,
    colour: bool = False,
    clauses: bool = True,
    only: Collection[EditClass] = (),
) -> str:
    """A comparison as text for a terminal.

    Args:
        comparison: the result of the pipeline.
        width: columns.
        colour: whether to write ANSI colours; deletions and insertions are marked in text anyway.
        clauses: whether the changed clauses follow the tables.
        only: the classes of edits whose clauses are shown; all but typographic ones if empty.
    """
    view = comparison_view(comparison, only=only)
    return rendered(_comparison_parts(view, width, clauses=clauses), width=width, colour=colour)


def _comparison_parts(view: ComparisonView, width: int, *, clauses: bool) -> Iterator[RenderableType]:
    yield draft_rows((view.a, view.b), width)
    yield from agreed_parts(view)
    if view.loss:
        yield Text(view.loss, STRONG)
    yield ""
    yield labelled(_answer(view, width - LABEL_WIDTH))
    for statement in view.statements:
        yield ""
        yield Text(f"{statement.side}  “{safe(statement.text)}” ({safe(statement.citation)})")
    if view.units:
        yield ""
        yield from _tables(view.units, width)
    if view.containers:
        yield ""
        yield from _tables(view.containers, width)
    if width >= SPLIT_FROM and any(split_cell(row.shares) for row in view.units):
        yield Text(SPLIT_LEGEND, QUIET)
    if view.themes:
        yield from _theme_parts(view)
    yield from meaning_parts(view)
    if clauses:
        for unit in view.units:
            if unit.shown:
                yield from _unit_parts(unit)
        if view.units and not any(unit.shown for unit in view.units):
            yield ""
            yield Text(nothing_shown(view))
        yield from aside_parts(view)
    if view.diagnostics:
        yield ""
        yield Text("Diagnostics", STRONG)
        yield indented(diagnostic_rows(view.diagnostics))


def _answer(view: ComparisonView, room: int) -> list[tuple[str, str]]:
    rows = [("Consonance", view.headline), ("", "\n".join(share_lines(view.shares))), ("", view.whole)]
    rows += [("", view.articles_by_share), ("", " ".join(view.beside))]
    if view.ancestry:
        rows.append(("Ancestry", flowed([f"{each.share} {each.words}" for each in view.ancestry], room)))
    rows.append(("Readings", " ".join(view.readings)))
    if view.theme:
        rows.append(
            ("Theme", f"{view.theme}: only the rows that speak of it follow; the shares are of the whole")
        )
    rows.append((view.units_name, flowed([count.words for count in view.counts], room) or "none"))
    if view.other_counts:
        rows.append(("Other units", flowed([count.words for count in view.other_counts], room)))
    nothing = "nothing in the provisions that both drafts have"
    rows.append(("To read", flowed(view.changes, room) or nothing))
    if view.signals:
        rows.append(("", flowed(view.signals, room)))
    if view.aside_counts:
        rows.append(("Beside it", flowed(view.aside_counts, room)))
    rows.append(("Computed", " ".join(view.basis)))
    return [row for row in rows if row[1]]


def split_cell(shares: Shares) -> str:
    """Derived with the same force, with changed force, and not derived, in bare percents."""
    if not shares.derived_same_force:
        return ""
    parts = (shares.derived_same_force, shares.derived_changed_force, shares.not_derived)
    return "/".join(part.removesuffix(" %") for part in parts)


def _theme_parts(view: ComparisonView) -> Iterator[RenderableType]:
    yield ""
    yield Text("Themes: clauses that name them; little of the clauses “only there” is in the other", STRONG)
    table = columns("left", "fold")
    for theme in view.themes:
        table.add_row(Text(safe(theme.title)), Text(theme.summary))
        if view.theme:
            for side, places in (("A", theme.places_a), ("B", theme.places_b)):
                said = [f"{place.label} ({place.share})" if place.share else place.label for place in places]
                if said:
                    table.add_row(Text(side, QUIET), Text(safe("; ".join(said))))
    yield indented(table)


def _tables(rows: Sequence[UnitView | ContainerView], width: int) -> Iterator[RenderableType]:
    """The rows of a comparison, one table for each instrument."""
    signals = {id(row): "; ".join(row.signals) for row in rows if isinstance(row, UnitView) and row.signals}
    for at, (group, members) in enumerate(groupby(rows, key=lambda row: row.group)):
        if at:
            yield ""
        if group:
            yield Text(safe(group), STRONG, no_wrap=True, overflow="ellipsis")
        split = width >= SPLIT_FROM and any(split_cell(row.shares) for row in rows)
        kinds = ("left", "left", "left", "right", *(("right",) if split else ()),
                 *(("fold" if signals else "cut",) if width >= WIDE else ()))  # fmt: skip
        table = columns(*kinds, limits=_limits(rows, width, signals=bool(signals)))
        last = "Signals" if signals else "Heading"
        names = ("A", "B", "Relation", "Derived", *(("Split",) if split else ()), last)
        table.add_row(*(Text(name, STRONG) for name in names[: len(kinds)]))
        for row in members:
            style = QUIET if row.relation == "identical" else ""
            said = signals.get(id(row), "") if signals else row.heading
            indent = "  " * row.depth if isinstance(row, ContainerView) else ""
            labels = [indent + label if label != ABSENT else label for label in (row.label_a, row.label_b)]
            parts = (split_cell(row.shares),) if split else ()
            cells = (*labels, row.relation_words, row.shares.derived, *parts, said)[: len(kinds)]
            table.add_row(*(Text(safe(cell), style) for cell in cells))
        yield table


def _limits(rows: Sequence[UnitView | ContainerView], width: int, *, signals: bool) -> tuple[int, int, int]:
    """The greatest widths of labels and relations that leave the last column room."""
    if not signals or width < WIDE:
        return width * 3 // 10, width * 3 // 10, width // 4
    widest = max(cell_len(label) for row in rows for label in (row.label_a, row.label_b))
    return width // 5, width // 5, width // 4 if widest <= width * 3 // 20 else width * 3 // 20


def _unit_parts(unit: UnitView) -> Iterator[RenderableType]:
    if unit.heading_was and len(unit.ids_a) == len(unit.ids_b) == 1:
        yield ""
        was = f" (was {unit.was})" if unit.was else ""
        yield Text(safe(f"{unit.label}{was}, heading"), STRONG)
        yield indented(redline((Passage("delete", unit.heading_was), Passage("insert", unit.heading))))
    for clause in unit.clauses:
        if not clause.shown:
            continue
        yield ""
        yield _clause_heading(clause)
        yield indented(redline(clause.passages))
        for note in clause.notes:
            yield indented(Text(f"Note: {safe(note)}", QUIET))


def _clause_heading(clause: ClauseView) -> RenderableType:
    """Where a clause stands and what its article is called; its pages where the drafts have any."""
    place, heading = Text(safe(clause.title), STRONG), Text(safe(clause.heading), QUIET)
    pages = [clause.pages] if clause.pages else []
    table = columns("left", "cut", *("right" for _ in pages))
    table.add_row(place, heading, *pages)
    return table
