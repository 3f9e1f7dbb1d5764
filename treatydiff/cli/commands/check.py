"""`treatydiff check DRAFT`: what to look at before a draft is issued."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from treatydiff.cli.failures import FoundError
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
from treatydiff.errors import UsageError

FORMATS = ("terminal", "json")


def check(
    draft: DraftArgument,
    against: Annotated[
        str | None,
        typer.Option("--against", metavar="PREVIOUS", help="The draft before, to find stale references."),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 if there is any warning or error.")
    ] = False,
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
    """Find broken references, gaps, stray brackets, unused terms and remarks left inside a draft."""
    from treatydiff.cli.configuration import settings_for, wants_colour
    from treatydiff.cli.drafts import load_draft, refuse_two_stdins
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.studies.checks.check import check_draft

    settings = settings_for({"language": language, "revisions": revisions})
    refuse_unknown(form)
    check_target(output)
    refuse_two_stdins([draft, *([against] if against else [])])
    with shown_progress(quiet=quiet) as progress:
        parsed = load_draft(draft, settings, stdin_format=stdin_format, progress=progress)
        before = (
            load_draft(against, settings, stdin_format=stdin_format, progress=progress) if against else None
        )
    found = check_draft(parsed, against=before, settings=settings)
    if form == "json":
        from treatydiff.studies.checks.as_json import check_json

        write_result(check_json(found, settings.changed()), output)
    else:
        from treatydiff.studies.checks.as_terminal import check_terminal

        coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
        write_result(check_terminal(found, width=terminal_width(width), colour=coloured), output)
    if exit_code and found.faults:
        raise FoundError


def refuse_unknown(form: str) -> None:
    """Refuse a format that these commands do not have.

    Raises:
        UsageError: it is none of them.
    """
    if form not in FORMATS:
        raise UsageError(f"there is no format {form!r} here", hint=f"one of {', '.join(FORMATS)}")
