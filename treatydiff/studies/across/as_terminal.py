"""A comparison across languages on a terminal. Imports rich; import it only where a report is made."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

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
    rendered,
    safe,
)
from treatydiff.studies.across.view import AcrossView, ClauseBeside


def across_terminal(view: AcrossView, *, width: int = 80, colour: bool = False, clauses: bool = True) -> str:
    """A comparison of two drafts in different languages as text for a terminal.

    Args:
        view: what is said.
        width: columns.
        colour: whether to write ANSI colours.
        clauses: whether the clauses that do not match follow the table.
    """
    return rendered(_parts(view, width, clauses=clauses), width=width, colour=colour)


def _parts(view: AcrossView, width: int, *, clauses: bool) -> Iterator[RenderableType]:
    room = width - LABEL_WIDTH
    yield draft_rows(view.cards, width)
    yield ""
    yield Answer(labelled([
        ("Coverage", view.coverage[0]),
        ("", view.coverage[1]),
        ("Rows", flowed(view.relations, room)),
        ("To read", flowed(view.to_read, room) or "no clause without a counterpart, and none in which "
                    "numbers, references, brackets or words of force differ, as detected"),
        ("Lexicon", view.lexicon),
        ("", view.note),
    ]))  # fmt: skip
    if view.rows:
        yield ""
        yield _table(view)
    if clauses:
        for row in view.rows:
            for clause in row.shown:
                yield ""
                yield from _clause(clause)
    if view.diagnostics:
        yield ""
        yield Text("Diagnostics", STRONG)
        yield indented(diagnostic_rows(view.diagnostics))


def _table(view: AcrossView) -> RenderableType:
    table = columns("left", "left", "fold", "left", limits=(14, 14))
    table.add_row(*(Text(each, QUIET) for each in ("A", "B", "Heading", "Relation")))
    for row in view.rows:
        said = row.heading_b or row.heading_a
        remark = indented(Text(row.brief)) if row.brief else None
        parts = [each for each in (Text(safe(said)) if said else None, remark) if each is not None]
        table.add_row(Text(safe(row.a)), Text(safe(row.b)), Group(*parts), Text(row.relation))
    return table


def _clause(clause: ClauseBeside) -> Iterator[RenderableType]:
    pages = [f"p. {page}" if page else "" for page in (clause.page_a, clause.page_b)]
    labels = [
        f"{safe(label)}{', ' + page if page else ''}"
        for label, page in zip((clause.label_a, clause.label_b), pages, strict=True)
    ]
    yield Text(" / ".join(labels), STRONG)
    table = columns("left", "fold")
    for each in clause.mismatches:
        table.add_row(Text(each.kind, QUIET), Text(f"{safe(each.a)}  /  {safe(each.b)}"))
    for side, text in (("A", clause.text_a), ("B", clause.text_b)):
        table.add_row(Text(side, STRONG), Text(" ".join(safe(text).split()) or "no counterpart found"))
    yield indented(table)
