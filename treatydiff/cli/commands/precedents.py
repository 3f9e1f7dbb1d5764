"""`treatydiff precedents DRAFT --in DIR`: where the words of each clause stood before."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from treatydiff.cli.archive_options import IndexOption, JobsOption, indexed_archive, one_of, workers_for
from treatydiff.cli.options import (
    ColourOption,
    DraftArgument,
    LanguageOption,
    OutputOption,
    QuietOption,
    RevisionsOption,
    StdinFormatOption,
    WidthOption,
    terminal_width,
)


def precedents(
    draft: DraftArgument,
    folder: Annotated[Path, typer.Option("--in", metavar="DIR", help="An archive of earlier instruments.")],
    before: Annotated[
        str,
        typer.Option(
            "--before", metavar="DATE", help="Only instruments made before it; else the draft's date."
        ),
    ] = "",
    threshold: Annotated[
        float,
        typer.Option(
            "--threshold", metavar="SHARE", min=0.05, max=1.0, help="Share of words that is a precedent."
        ),
    ] = 0.5,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal or json.")
    ] = "terminal",
    output: OutputOption = None,
    jobs: JobsOption = 1,
    index: IndexOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    stdin_format: StdinFormatOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """For every clause, the earliest and the closest passage in earlier instruments."""
    from treatydiff.archive.precedents import find_precedents
    from treatydiff.archive.report.search_reports import precedents_json, precedents_terminal
    from treatydiff.cli.configuration import settings_for, wants_colour
    from treatydiff.cli.drafts import load_draft
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result

    one_of(form, ("terminal", "json"))
    check_target(output)
    settings = settings_for({"language": language, "revisions": revisions})
    with (
        workers_for(jobs) as workers,
        shown_progress(quiet=quiet) as progress,
        indexed_archive(folder, settings, index, workers=workers, progress=progress) as (listed, held, _),
    ):
        parsed = load_draft(draft, settings, stdin_format=stdin_format, progress=progress)
        found = find_precedents(
            parsed, listed, held, before=before, ngram=settings.ngram, threshold=threshold, progress=progress
        )
    if form == "json":
        write_result(precedents_json(found), output)
        return
    coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
    write_result(precedents_terminal(found, width=terminal_width(width), colour=coloured), output)
