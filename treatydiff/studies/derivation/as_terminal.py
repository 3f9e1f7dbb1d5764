"""What a draft derives from several sources, on the terminal.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from treatydiff.naming.force_standing import counts_in_headlines
from treatydiff.naming.wording import AS_DETECTED
from treatydiff.report.comparison.consonance_words import split_words
from treatydiff.report.kit.terminal_parts import (
    LABEL_WIDTH,
    QUIET,
    STRONG,
    Answer,
    columns,
    draft_rows,
    flowed,
    held,
    indented,
    labelled,
    rendered,
    safe,
)
from treatydiff.studies.derivation.model import Derivation
from treatydiff.studies.derivation.view import DerivationView, ProvisionOrigins, SourceView, derivation_view

MOST_COLUMNS = 5
"""Origins beyond so many are left to JSON and CSV."""


def derivation_terminal(
    derivation: Derivation, *, width: int = 80, colour: bool = False, theme: str = "", articles: bool = True
) -> str:
    """A derivation as text for a terminal.

    Args:
        derivation: what a draft derives from its sources.
        width: columns.
        colour: whether to write ANSI colours.
        theme: name of the theme whose articles alone are listed; "" for all.
        articles: whether the table of articles follows.
    """
    view = derivation_view(derivation, theme)
    return rendered(_parts(view, width, articles=articles), width=width, colour=colour)


def _parts(view: DerivationView, width: int, *, articles: bool) -> Iterator[RenderableType]:
    yield Text("Draft", STRONG)
    yield draft_rows((view.draft,), width)
    yield Text("Sources", STRONG)
    yield draft_rows([each.card for each in view.sources], width)
    if view.ancestors:
        yield Text("Ancestors", STRONG)
        yield draft_rows(view.ancestors, width)
    yield ""
    yield Answer(Text("\n".join(held(safe(_answer(source))) for source in view.sources), STRONG))
    yield ""
    shares = [f"{share} {name}" for name, share in zip(view.origin_names, view.origins, strict=False)]
    rows = [("Origin", flowed(shares, width - LABEL_WIDTH) or "nothing has weight")]
    yield labelled([*rows, ("", " ".join(view.ancestry))])
    if view.themes:
        yield ""
        yield from _theme_parts(view)
    if articles and view.units:
        yield ""
        yield from _tables(view, width)
    for source in view.sources:
        yield ""
        yield from _source_parts(source, named=len(view.sources) > 1)
    yield ""
    yield from (Text(note, QUIET) for note in view.notes)


def _answer(source: SourceView) -> str:
    """How much of the draft one source accounts for, in a sentence."""
    derived = source.shares.derived
    share = f"; derived {derived}" if derived else ""
    return f"{source.headline[0].upper()}{source.headline[1:]}{share}."


def _source_parts(source: SourceView, *, named: bool) -> Iterator[RenderableType]:
    """What else is measured of a source."""
    shares = source.shares
    derived = split_words(shares.derived, shares.derived_same_force, shares.derived_changed_force,
                          shares.not_derived)  # fmt: skip
    carried = split_words(shares.carried, shares.carried_same_force, shares.carried_changed_force,
                          shares.not_carried)  # fmt: skip
    yield Text("Measures" + (f", {safe(source.name)}" if named else ""), STRONG)
    lines = [
        f"derived {derived}" if derived else "nothing to derive",
        f"of the source, carried {carried}" if carried else "",
    ]
    if source.counts and source.counts[0].of:
        floors = " / ".join(f"{100 * count.at_least:.0f}" for count in source.counts)
        lines.append(
            f"articles at least {floors} % derived: "
            + " / ".join(str(count.articles) for count in source.counts)
        )
        same = [str(count.same_force) for count in source.counts if count.same_force is not None]
        if same and not counts_in_headlines():
            lines.append(f"remark: in {' / '.join(same)} of these {AS_DETECTED}")
    lines += [source.above_chance, *source.sensitivity, source.whole]
    yield indented(Text("\n".join(held(safe(line)) for line in lines if line)))


def _theme_parts(view: DerivationView) -> Iterator[RenderableType]:
    yield Text("Themes: clauses of the draft that name them, and what of these is in each source", STRONG)
    table = columns("left", "right", *("right",) * len(view.sources))
    heads = [chr(ord("a") + at) if at < 26 else str(at + 1) for at in range(len(view.sources))]
    table.add_row("", "clauses", *heads)
    for row in view.themes:
        table.add_row(safe(row.title), str(row.clauses), *row.derived)
    yield indented(table)
    named = " · ".join(f"{head}: {source.name}" for head, source in zip(heads, view.sources, strict=True))
    yield indented(Text(safe(named), QUIET))
    if len(view.themes) == 1:
        yield indented(Text(safe("In " + ", ".join(view.themes[0].places))))


def _tables(view: DerivationView, width: int) -> Iterator[RenderableType]:
    """Chapters and articles by origin; columns are numbered, with their names above."""
    shown = min(len(view.origin_names), MOST_COLUMNS)
    last = len(view.origin_names) - 1
    places = [*range(shown - 1), last] if shown else []
    named = [f"{at + 1}: {view.origin_names[place]}" for at, place in enumerate(places)]
    yield Text(safe(flowed(named, width)))
    left = len(view.origin_names) - len(places)
    if left:
        yield Text(f"{left} further origins stand in the JSON and CSV.", QUIET)
    for rows in (view.containers, view.units):
        if rows:
            yield ""
            yield _table(rows, places, width)


def _table(rows: Sequence[ProvisionOrigins], places: Sequence[int], width: int) -> RenderableType:
    table = columns("left", *("right",) * len(places), "cut", limits=(width * 3 // 10,))
    table.add_row(
        Text("Provision", STRONG),
        *(Text(str(at + 1), STRONG) for at in range(len(places))),
        Text("Heading", STRONG),
    )
    for row in rows:
        cells = [row.origins[place] if row.origins else "" for place in places]
        table.add_row(safe(row.label), *cells, safe(row.heading))
    return table
