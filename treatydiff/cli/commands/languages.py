"""`treatydiff languages FILE...`: the language versions of one text against one another."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from treatydiff.cli.commands.check import refuse_unknown
from treatydiff.cli.failures import FoundError
from treatydiff.cli.options import (
    ColourOption,
    OutputOption,
    QuietOption,
    RevisionsOption,
    StdinFormatOption,
    WidthOption,
    terminal_width,
)


def languages(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="Two or more versions; the first is what the others are held against."
        ),
    ],
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 if there is any difference.")
    ] = False,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal or json.")
    ] = "terminal",
    output: OutputOption = None,
    revisions: RevisionsOption = None,
    stdin_format: StdinFormatOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """Hold language versions against one another: structure, numbers, references, brackets."""
    from treatydiff.cli.configuration import settings_for, wants_colour
    from treatydiff.cli.drafts import load_draft, refuse_two_stdins
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.studies.languages.versions import compare_languages, refuse_single

    settings = settings_for({"revisions": revisions})
    refuse_unknown(form)
    refuse_single(files)
    check_target(output)
    refuse_two_stdins(files)
    with shown_progress(quiet=quiet) as progress:
        drafts = [load_draft(name, settings, stdin_format=stdin_format, progress=progress) for name in files]
    versions = compare_languages(drafts)
    if form == "json":
        from treatydiff.studies.languages.as_json import languages_json

        write_result(languages_json(versions, settings.changed()), output)
    else:
        from treatydiff.studies.languages.as_terminal import languages_terminal

        coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
        write_result(languages_terminal(versions, width=terminal_width(width), colour=coloured), output)
    if exit_code and versions.differences:
        raise FoundError
