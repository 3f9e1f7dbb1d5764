"""`treatydiff blame FINAL --through DRAFT...`: the draft in which every word of a text first stood."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from treatydiff.cli.commands.concordance import load_chain, require_format
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
from treatydiff.errors import ScopeError, UsageError


def blame(
    final: Annotated[str, typer.Argument(metavar="FINAL", help="The text whose words are traced.")],
    through: Annotated[
        list[str],
        typer.Option("--through", metavar="DRAFT...", help="The drafts before it, the earliest first."),
    ],
    rest: Annotated[
        list[str] | None, typer.Argument(metavar="DRAFT", help="The further drafts of --through.")
    ] = None,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal, json or html.")
    ] = "terminal",
    article: Annotated[
        str | None,
        typer.Option("--article", metavar="ID", help="Show one unit of the final text only: art_5."),
    ] = None,
    output: OutputOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    brackets: BracketsOption = None,
    stdin_format: StdinFormatOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """Say of every word of a final text in which draft it first stood, and what was lost on the way."""
    from treatydiff.cli.configuration import settings_for, wants_colour
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.studies.chains.blame import blame_chain

    require_format(form, ("terminal", "json", "html"), "a blame")
    # What stands behind the option's first draft belongs to it: --through A B C.
    if rest and len(through) > 1:
        raise UsageError(
            "the drafts before the final text are named in two ways",
            hint="FINAL --through A B C, or FINAL --through A --through B --through C",
        )
    # Weights of words say nothing of where words come from; without them a chain is read in less time.
    settings = settings_for(
        {"language": language, "revisions": revisions, "brackets": brackets, "reference": "none"}
    )
    check_target(output)
    chain = load_chain([*through, *(rest or ()), final], settings, stdin_format=stdin_format, quiet=quiet)
    if article is not None and all(unit.id != article for unit in chain.drafts[-1].units()):
        raise ScopeError(
            f"{chain.drafts[-1].source.label} has no unit {article!r}",
            hint="treatydiff outline -f json lists the ids",
        )
    found = blame_chain(chain)
    if form == "json":
        from treatydiff.studies.chains.as_json import blame_json

        write_result(blame_json(found, settings.changed()), output)
        return
    from treatydiff.studies.chains.blame_view import blame_view

    view = blame_view(found, only=(article,) if article else ())
    if form == "html":
        from treatydiff.studies.chains.as_html import blame_html

        write_result(blame_html(view), output)
        return
    from treatydiff.studies.chains.blame_as_terminal import blame_terminal

    coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
    write_result(blame_terminal(view, width=terminal_width(width), colour=coloured), output)
