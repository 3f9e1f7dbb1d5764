"""Language versions on a terminal. Imports rich; import it only where a report is made."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.naming.citations import document_name, places_of
from treatydiff.naming.wording import counted
from treatydiff.report.kit.cards import draft_card
from treatydiff.report.kit.terminal_parts import (
    QUIET,
    STRONG,
    Answer,
    columns,
    draft_rows,
    held,
    indented,
    labelled,
    rendered,
    safe,
)
from treatydiff.studies.languages.model import LanguageVersions
from treatydiff.studies.languages.view import DIFFERENCE_WORDS, difference_counts, difference_places


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
    for each in versions.unread:
        yield labelled([("Not read", f"{safe(each.label)}: {safe(each.reason)}; compared without it")])
    yield ""
    first = versions.drafts[0]
    yield Answer(labelled([("Differences", difference_counts(versions))]))
    yield labelled([
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
            table.add_row(Text(language, QUIET), Text(held(safe(place or "—"))), Text(safe(says)))
        yield indented(table)
