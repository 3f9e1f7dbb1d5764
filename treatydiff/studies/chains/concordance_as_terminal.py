"""A concordance table on the terminal: a column a draft, under each label what became of it.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.naming.wording import ABSENT, counted
from treatydiff.report.kit.terminal_parts import QUIET, STRONG, Answer, columns, draft_rows, rendered, safe
from treatydiff.studies.chains.concordance_view import ConcordanceView, RowView

_WIDEST, _NARROWEST, _HEADING = 18, 11, 16
"""Columns of a draft at most and at least, and of the headings at least."""
_LONGEST = 60
"""Characters of a heading."""
_SAME_WORDS = frozenset({"identical", "renumbered"})
"""Relations that say already that all of the words are taken over."""


def concordance_terminal(view: ConcordanceView, *, width: int = 80, colour: bool = False) -> str:
    """A concordance table as text for a terminal.

    Args:
        view: what is said.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(view, width), width=width, colour=colour)


def _parts(view: ConcordanceView, width: int) -> Iterator[RenderableType]:
    yield draft_rows(view.cards, width)
    yield Text()
    said = [counted(len(view.rows), "row", "rows"),
            f"in the order of {view.base or view.names[-1]}"]  # fmt: skip
    if view.returns:
        said.append(counted(view.returns, "provision returns", "provisions return"))
    yield Answer(Text(" · ".join(map(safe, said))))
    yield Text(
        "Under each provision: what became of the draft before it, and the share taken from there.", QUIET
    )
    yield Text()
    number = len(view.names)
    beside = width - _HEADING >= number * (_NARROWEST + 2)
    room = (width - (_HEADING if beside else 0)) // number - 2
    each = max(_NARROWEST, min(_WIDEST, room))
    table = columns(*["left"] * number, "fold", limits=(each,) * number)
    heads = [_folded(safe(name), each) for name in view.names]
    table.add_row(*(Text(head, STRONG) for head in heads), Text("Heading" if beside else "", QUIET))
    for row in view.rows:
        heading = Text(
            textwrap.shorten(safe(row.heading), _LONGEST, placeholder=" …") if beside else "", QUIET
        )
        table.add_row(*(_cell(row, at) for at in range(number)), heading)
    yield table


def _folded(name: str, room: int) -> str:
    """A file's name in lines that end where its parts do."""
    lines = [""]
    for part in re.findall(r"[^-_. ]*[-_. ]*", name):
        if lines[-1] and len(lines[-1]) + len(part) > room:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _cell(row: RowView, at: int) -> Text:
    cell = row.cells[at]
    text = Text(safe(cell.label) or ABSENT)
    step = row.steps[at - 1] if at else None
    if step is not None and step.relation:
        share = "" if step.relation in _SAME_WORDS else step.share.replace(" ", "\u00a0")
        text.append("\n" + " ".join(part for part in (step.short, share) if part), QUIET)
    return text
