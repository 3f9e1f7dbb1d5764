"""`treatydiff final-clauses DRAFT...`: consent, entry into force, reservations and the rest, side by side."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from treatydiff.cli.options import (
    ColourOption,
    LanguageOption,
    OutputOption,
    QuietOption,
    RevisionsOption,
    StdinFormatOption,
    WidthOption,
    terminal_width,
)


def final_clauses(
    drafts: Annotated[list[str], typer.Argument(metavar="DRAFT...", help="One or more drafts.")],
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal or json.")
    ] = "terminal",
    output: OutputOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    stdin_format: StdinFormatOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show the final clauses of drafts side by side, one column a draft."""
    from treatydiff.cli.commands.check import refuse_unknown
    from treatydiff.cli.configuration import settings_for, wants_colour
    from treatydiff.cli.drafts import load_draft, refuse_two_stdins
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.studies.final_clauses.clauses import final_clauses as find_final_clauses

    settings = settings_for({"language": language, "revisions": revisions})
    refuse_unknown(form)
    check_target(output)
    refuse_two_stdins(drafts)
    with shown_progress(quiet=quiet) as progress:
        read = [load_draft(name, settings, stdin_format=stdin_format, progress=progress) for name in drafts]
    found = find_final_clauses(read)
    if form == "json":
        from treatydiff.studies.final_clauses.as_json import final_clauses_json

        write_result(final_clauses_json(found, settings.changed()), output)
        return
    from treatydiff.studies.final_clauses.as_terminal import final_clauses_terminal

    coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
    write_result(final_clauses_terminal(found, width=terminal_width(width), colour=coloured), output)
