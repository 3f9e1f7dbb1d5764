"""`treatydiff consonance DRAFT SOURCE...`: what a draft derives from each source, and where it is new."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

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
from treatydiff.errors import ReportError

_FORMATS = ("terminal", "json", "csv")


def consonance(
    draft: DraftArgument,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="What the draft may derive from, one or more.")
    ],
    ancestors: Annotated[
        list[str] | None,
        typer.Option(
            "--ancestors", metavar="EARLIER", help="An earlier instrument that all may draw on; repeatable."
        ),
    ] = None,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal, json or csv (a row a clause).")
    ] = "terminal",
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="NAME", help="List only the articles that speak of it.")
    ] = None,
    sensitivity: Annotated[
        bool,
        typer.Option("--sensitivity", help="Also for runs of 3 to 7 words, with intervals over the clauses."),
    ] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Leave the articles out on the terminal.")
    ] = False,
    reference: Annotated[
        str | None,
        typer.Option("--reference", metavar="auto|none|FILE", help="Where the weights of words come from."),
    ] = None,
    output: OutputOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    stdin_format: StdinFormatOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """Measure what a draft derives from each of several sources, and what it shares with them all."""
    from treatydiff.cli.configuration import settings_for, wants_colour
    from treatydiff.cli.drafts import load_draft, refuse_two_stdins
    from treatydiff.cli.inputs import load_with_whole, reference_table, themes_text
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.studies.derivation.derive import about_theme_of_draft, derive_draft

    if form not in _FORMATS:
        raise ReportError(f"there is no report {form!r} of consonance", hint=f"one of {', '.join(_FORMATS)}")
    settings = settings_for({"language": language, "revisions": revisions, "reference": reference})
    check_target(output)
    refuse_two_stdins([draft, *sources, *(ancestors or ())])
    with shown_progress(quiet=quiet) as progress:
        target, whole_target = load_with_whole(draft, settings, stdin_format=stdin_format, progress=progress)
        named = [
            load_with_whole(name, settings, stdin_format=stdin_format, progress=progress) for name in sources
        ]
        earlier = [
            load_draft(name, settings, stdin_format=stdin_format, progress=progress)
            for name in ancestors or ()
        ]
        narrowed = target is not whole_target or any(part is not whole for part, whole in named)
        derivation = derive_draft(
            target, [part for part, _ in named], settings, ancestors=earlier,
            wholes=[(whole, whole_target) for _, whole in named] if narrowed else (),
            sensitivity=sensitivity, reference_table=reference_table(settings),
            themes=themes_text(settings), progress=progress,
        )  # fmt: skip
    if theme:
        derivation = about_theme_of_draft(derivation, theme)
    if form == "json":
        from treatydiff.studies.derivation.as_json import derivation_json

        write_result(derivation_json(derivation), output)
    elif form == "csv":
        from treatydiff.studies.derivation.as_csv import derivation_csv

        write_result(derivation_csv(derivation), output)
    else:
        from treatydiff.studies.derivation.as_terminal import derivation_terminal

        coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
        text = derivation_terminal(
            derivation, width=terminal_width(width), colour=coloured, theme=theme or "", articles=not summary
        )
        write_result(text, output)
