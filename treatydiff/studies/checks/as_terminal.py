"""Terminal renderings of checks and of language versions. Imports rich; import it where needed."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.model import Draft
from treatydiff.naming.citations import document_name
from treatydiff.naming.diagnostic_words import words_for_readers
from treatydiff.report.kit.cards import draft_card
from treatydiff.report.kit.terminal_parts import (
    QUIET,
    STRONG,
    Answer,
    columns,
    draft_rows,
    indented,
    labelled,
    rendered,
    safe,
)
from treatydiff.studies.checks.model import DraftCheck
from treatydiff.studies.checks.view import FindingLine, grouped_lines, severity_counts

_SIGNS = {"error": "error", "warning": "warn", "info": "info"}


def check_terminal(check: DraftCheck, *, width: int = 80, colour: bool = False) -> str:
    """The findings of a check as text for a terminal, grouped, each with its place.

    Args:
        check: the draft and what was found in it.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_check_parts(check, width), width=width, colour=colour)


def _check_parts(check: DraftCheck, width: int) -> Iterator[RenderableType]:
    yield draft_rows((draft_card(check.draft, name=document_name(check.draft)),), width)
    yield ""
    rows = [("Found", severity_counts(check))]
    if check.against is not None:
        rows.append(("Against", check.against.label))
    yield Answer(labelled(rows))
    for words, lines in grouped_lines(check):
        yield ""
        yield Text(words, STRONG)
        for line in lines:
            yield indented(_finding(line, check.draft))


def _finding(line: FindingLine, draft: Draft) -> RenderableType:
    place = line.place or ("the file" if line.page is None else "")
    page = f"p. {line.page}" if line.page is not None else ""
    head = " · ".join(part for part in (place, page) if part)
    table = columns("left", "fold", limits=(5,))
    severity = line.finding.severity
    message = Text(safe(head), STRONG) + Text(f"\n{safe(words_for_readers(line.finding.message, draft))}")
    table.add_row(Text(_SIGNS[severity], STRONG if severity == "error" else QUIET), message)
    return table
