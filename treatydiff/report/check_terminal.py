"""Terminal renderings of checks and of language versions. Imports rich; import it where needed."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.findings import DraftCheck, LanguageVersions
from treatydiff.report.check_view import (
    DIFFERENCE_WORDS,
    FindingLine,
    difference_counts,
    difference_places,
    grouped_lines,
    severity_counts,
)
from treatydiff.report.citations import document_name, places_of
from treatydiff.report.terminal_parts import (
    QUIET,
    STRONG,
    columns,
    draft_rows,
    indented,
    labelled,
    rendered,
    safe,
)
from treatydiff.report.view import draft_card
from treatydiff.report.wording import counted

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
    yield labelled(rows)
    for words, lines in grouped_lines(check):
        yield ""
        yield Text(words, STRONG)
        for line in lines:
            yield indented(_finding(line))


def _finding(line: FindingLine) -> RenderableType:
    place = line.place or ("the file" if line.page is None else "")
    page = f"p. {line.page}" if line.page is not None else ""
    head = " · ".join(part for part in (place, page) if part)
    table = columns("left", "fold", limits=(5,))
    severity = line.finding.severity
    message = Text(safe(head), STRONG) + Text(f"\n{safe(line.finding.message)}")
    table.add_row(Text(_SIGNS[severity], STRONG if severity == "error" else QUIET), message)
    return table


def languages_terminal(versions: LanguageVersions, *, width: int = 80, colour: bool = False) -> str:
    """The differences between language versions as text for a terminal.

    Args:
        versions: the versions and their differences.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_languages_parts(versions, width), width=width, colour=colour)


def _languages_parts(versions: LanguageVersions, width: int) -> Iterator[RenderableType]:
    yield draft_rows([draft_card(draft, name=document_name(draft)) for draft in versions.drafts], width)
    yield ""
    first = versions.drafts[0]
    yield labelled([
        ("Differences", difference_counts(versions)),
        ("Against", f"{first.source.label} ({first.language}), "
                    f"{counted(versions.compared, 'pair of clauses', 'pairs of clauses')}"),
    ])  # fmt: skip
    if versions.differences:
        yield labelled([("", "Each is a corrigendum waiting to happen, or a misreading of this program.")])
    places = {draft.source.label: places_of(draft) for draft in versions.drafts}
    for difference in versions.differences:
        yield ""
        yield Text(f"{DIFFERENCE_WORDS[difference.code]}: {difference.message}", STRONG)
        table = columns("left", "fold", "fold")
        for language, place, says in difference_places(difference, versions, places):
            table.add_row(Text(language, QUIET), Text(safe(place or "—")), Text(safe(says)))
        yield indented(table)
