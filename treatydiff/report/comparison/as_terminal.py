"""Terminal reports: what was read, the answer, the table, the clauses. Words carry the meaning, colour adds.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.model import Comparison, EditClass
from treatydiff.naming.wording import ANCESTRY_HINT, ANCESTRY_NOT_EXAMINED, CAUTION
from treatydiff.report.comparison.consonance_words import share_lines
from treatydiff.report.comparison.meaning_terminal import (
    agreed_parts,
    aside_parts,
    link_parts,
    meaning_parts,
    nothing_shown,
)
from treatydiff.report.comparison.terminal_table import row_tables
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import (
    ClauseView,
    ComparisonView,
    UnitView,
)
from treatydiff.report.kit.pieces import Passage
from treatydiff.report.kit.terminal_parts import (
    LABEL_WIDTH,
    QUIET,
    STRONG,
    Answer,
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

_WITH_THE_HEADLINE = (CAUTION, ANCESTRY_NOT_EXAMINED)
"""What stands beside the shares; what is measured besides comes last."""


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
    for caution in view.cautions:
        yield Text(safe(caution), STRONG)
    yield ""
    room = width - LABEL_WIDTH
    yield Answer(labelled(_answer(view, room)), again=labelled(_short_answer(view, room)))
    for statement in view.statements:
        yield ""
        yield Text(f"{statement.side}  “{safe(statement.text)}” ({safe(statement.citation)})")
    if view.units:
        yield ""
        yield from row_tables(view.units, width)
    if view.containers:
        yield ""
        yield from row_tables(view.containers, width)
    yield from link_parts(view)
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
    if measures := _measures(view):
        yield ""
        yield labelled(measures)
    if view.diagnostics:
        yield ""
        yield Text("Diagnostics", STRONG)
        yield indented(diagnostic_rows(view.diagnostics))


def _short_answer(view: ComparisonView, room: int) -> list[tuple[str, str]]:
    """The answer once more, for whoever reads from the end."""
    rows = [
        ("Consonance", "\n".join((*view.cautions, view.headline))),
        (view.units_name, flowed([count.words for count in view.counts], room)),
        ("To read", flowed(view.changes, room)),
        ("", flowed(view.signals, room)),
    ]
    return [row for row in rows if row[1]]


def _answer(view: ComparisonView, room: int) -> list[tuple[str, str]]:
    cautions = [each for each in view.beside if each in _WITH_THE_HEADLINE]
    hints = [ANCESTRY_HINT] if ANCESTRY_NOT_EXAMINED in cautions else []
    rows = [("Consonance", view.headline), ("", "\n".join(share_lines(view.shares))), ("", view.whole)]
    rows.append(("", " ".join([*cautions, *hints])))
    if view.ancestry:
        rows.append(("Ancestry", flowed([f"{each.share} {each.words}" for each in view.ancestry], room)))
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
    return [row for row in rows if row[1]]


def _measures(view: ComparisonView) -> list[tuple[str, str]]:
    """What is measured besides, and how: behind the clauses, so that it does not bury the answer."""
    measures = [each for each in view.beside if each not in _WITH_THE_HEADLINE]
    rows = [
        ("Measures", " ".join(each for each in (view.articles_by_share, *measures) if each)),
        ("Readings", " ".join(view.readings)),
        ("Computed", " ".join(view.basis)),
    ]
    return [row for row in rows if row[1]]


def _theme_parts(view: ComparisonView) -> Iterator[RenderableType]:
    yield ""
    yield Text("Themes: clauses that name them; little of the clauses “only there” is in the other", STRONG)
    for theme in view.themes:
        yield indented(Text(safe(theme.title)))
        yield indented(Text(theme.summary), 4)
        for words, labels in theme.changed:
            yield indented(Text(f"{words}: {safe('; '.join(labels))}", QUIET), 4)
        if view.theme:
            for side, places in (("A", theme.places_a), ("B", theme.places_b)):
                said = [f"{place.label} ({place.share})" if place.share else place.label for place in places]
                if said:
                    yield indented(Text(f"{side}  ", QUIET).append(safe("; ".join(said)), ""), 4)


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
