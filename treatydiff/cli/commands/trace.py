"""`treatydiff trace PROVISION DRAFT...`: a provision followed through successive drafts."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from treatydiff.cli.commands.concordance import ChainArgument, ReferenceOption, load_chain, require_format
from treatydiff.cli.options import (
    BracketsOption,
    ColourOption,
    LanguageOption,
    OutputOption,
    QuietOption,
    RevisionsOption,
    StdinFormatOption,
    WidthOption,
    terminal_width,
)


def trace(
    provision: Annotated[
        str,
        typer.Argument(
            metavar="PROVISION", help="Its id: art_6, art_6__para_2, chp_II; or an article's number."
        ),
    ],
    drafts: ChainArgument,
    draft: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar="DRAFT",
            help="Whose provision it is: a file's name, or 1, 2, ...; else the last draft that has it.",
        ),
    ] = None,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal, json or html.")
    ] = "terminal",
    reference: ReferenceOption = None,
    output: OutputOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    brackets: BracketsOption = None,
    stdin_format: StdinFormatOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """Follow a provision through successive drafts, forward and back, with the changes at each step."""
    from treatydiff.cli.configuration import settings_for, wants_colour
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.studies.chains.trace import trace_provision

    require_format(form, ("terminal", "json", "html"), "a trace")
    settings = settings_for(
        {"language": language, "revisions": revisions, "reference": reference, "brackets": brackets}
    )
    check_target(output)
    chain = load_chain(drafts, settings, stdin_format=stdin_format, quiet=quiet)
    way = trace_provision(chain, provision, draft=draft)
    if form == "json":
        from treatydiff.studies.chains.as_json import trace_json

        write_result(trace_json(way, settings.changed()), output)
        return
    from treatydiff.studies.chains.trace_view import trace_view

    if form == "html":
        from treatydiff.studies.chains.as_html import trace_html

        write_result(trace_html(trace_view(way)), output)
        return
    from treatydiff.studies.chains.trace_as_terminal import trace_terminal

    coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
    write_result(trace_terminal(trace_view(way), width=terminal_width(width), colour=coloured), output)
