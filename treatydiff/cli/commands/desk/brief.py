"""`treatydiff brief DRAFT --since PREVIOUS`: the conference-room sheet, article by article."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.archives import opened
from treatydiff.cli.commands.desk.watch import watched
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import DraftArgument, FullReading, Indexing, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.archive.model import Precedents
    from treatydiff.desk.brief.model import Brief
    from treatydiff.model import Comparison

BRIEF = "treatydiff.desk.brief.model:Brief"


@command(BRIEF)
def brief(
    draft: DraftArgument,
    since: Annotated[
        str, typer.Option("--since", metavar="DRAFT", help="The text that the instructions were written on.")
    ],
    ours: Annotated[
        str | None, typer.Option("--ours", metavar="DRAFT", help="Our own draft: what became of it.")
    ] = None,
    red_lines: Annotated[
        Path | None, typer.Option("--red-lines", metavar="FILE", help="Our red lines, as for watch.")
    ] = None,
    archive: Annotated[
        Path | None,
        typer.Option("--archive", metavar="DIR", help="Earlier instruments: the closest precedent."),
    ] = None,
    part: Annotated[
        list[str] | None,
        typer.Option("--part", metavar="PART", help="Only this: 'Article 8', 'Chapter II'; repeatable."),
    ] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="The date of a docx.")] = None,
    *,
    indexing: Indexing,
    reading: FullReading,
    writing: Writing,
) -> None:
    """Brief on a draft: what changed since a text, what is open, what became of ours, red lines touched."""
    from treatydiff.cli.configuration import file_text, report_date
    from treatydiff.cli.drafts import split_name

    lines = file_text(red_lines) if red_lines is not None else ""
    draft, named = split_name(draft)  # the whole texts are compared, so that what moved is followed
    parts = [*(part or ()), *([named] if named else ())]
    names = [draft, since, *([ours] if ours else [])]

    def make(inputs: Inputs) -> Brief:
        from treatydiff.desk.brief.briefing import brief_of

        return brief_of(
            _compared(inputs, since, draft),
            parts=parts,
            ours=_compared(inputs, ours, draft) if ours else None,
            watch=watched(inputs, (since, draft), lines, red_lines.name) if red_lines is not None else None,
            precedents=_precedents(inputs, archive, indexing, draft) if archive is not None else None,
        )

    settings = reading.settings()
    run_command(
        BRIEF,
        settings,
        writing,
        make,
        names=names,
        beside=[red_lines],
        reading=reading,
        choices={"date": report_date(date)},
    )


def _compared(inputs: Inputs, a: str, b: str) -> Comparison:
    from treatydiff.pipeline import compare_drafts

    one, other = inputs.drafts((a, b))
    return compare_drafts(
        one, other, inputs.settings, reference_table=inputs.reference_table(), progress=inputs.progress
    )


def _precedents(inputs: Inputs, folder: Path, indexing: Indexing, draft: str) -> Precedents:
    from treatydiff.archive.precedents import find_precedents

    with opened(folder, inputs, indexing) as archive:
        return find_precedents(
            inputs.draft(draft), archive.listed, archive.index, ngram=inputs.settings.ngram,
            progress=inputs.progress,
        )  # fmt: skip
