"""Definitions on the terminal. Imports rich; import it only where a report is made."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.desk.definitions.view import DefinitionsView
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


def definitions_terminal(view: DefinitionsView, *, width: int = 80, colour: bool = False) -> str:
    """Defined terms and what they reach, as text for a terminal.

    Args:
        view: what is said.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(view, width), width=width, colour=colour)


def _parts(view: DefinitionsView, width: int) -> Iterator[RenderableType]:
    yield draft_rows(view.cards, width)
    yield ""
    yield Answer(Text(view.headline, STRONG))
    for term in view.terms:
        yield ""
        fate = f"  {term.fate}" if term.fate else ""
        yield Text(safe(term.term), STRONG) + Text(f"{fate}  {term.reach}  ({safe(term.citation)})", QUIET)
        if term.passages:
            yield indented(redline(term.passages))
        if term.uses:
            yield indented(Text(safe("; ".join(term.uses)), QUIET))
        for each in term.through:
            yield indented(Text(safe(each), QUIET))
    if view.unused:
        yield ""
        yield labelled([("Never used", "; ".join(view.unused))])
    if view.undefined:
        yield ""
        yield Text("In capitals, defined nowhere", STRONG)
        yield indented(Text(safe("\n".join(view.undefined)), QUIET))
