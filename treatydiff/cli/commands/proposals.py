"""`treatydiff proposals` and `treatydiff compile`: what delegations propose, read and written."""

from __future__ import annotations

import sys
from pathlib import Path
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
from treatydiff.errors import UsageError

_FORMATS = ("terminal", "json")
_COMPILE_FORMATS = ("terminal", "markdown", "docx")


def proposals(
    compilation: Annotated[
        str, typer.Argument(metavar="COMPILATION", help="Proposals by article and delegation.")
    ],
    base: Annotated[str, typer.Argument(metavar="BASE", help="The draft that they are on.")],
    later: Annotated[
        str | None, typer.Argument(metavar="LATER", help="A later draft, for what became of them.")
    ] = None,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal or json.")
    ] = "terminal",
    output: OutputOption = None,
    language: LanguageOption = None,
    stdin_format: StdinFormatOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """List the proposals of a compilation, and whether a later draft took them up."""
    from treatydiff.cli.configuration import settings_for, wants_colour
    from treatydiff.cli.drafts import load_draft, refuse_two_stdins
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.isolation.guarded import read_guarded
    from treatydiff.pipeline import compare_drafts
    from treatydiff.studies.proposals.proposals import read_proposals

    if form not in _FORMATS:
        raise UsageError(f"proposals cannot be rendered as {form!r}", hint=f"one of {', '.join(_FORMATS)}")
    settings = settings_for({"language": language, "brackets": "as-is", "reference": "none"})
    check_target(output)
    refuse_two_stdins([name for name in (base, later) if name is not None])
    with shown_progress(quiet=quiet) as progress:
        source_text = read_guarded(Path(compilation), settings)
        draft = load_draft(base, settings, stdin_format=stdin_format, progress=progress)
        comparison = None
        if later is not None:
            after = load_draft(later, settings, stdin_format=stdin_format, progress=progress)
            comparison = compare_drafts(draft, after, settings, progress=progress)
        found = read_proposals(source_text, draft, comparison, settings.delegations)
    if form == "json":
        from treatydiff.studies.proposals.as_json import proposals_json

        write_result(proposals_json(found, settings.changed()), output)
        return
    from treatydiff.studies.proposals.as_terminal import proposals_terminal

    coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
    write_result(proposals_terminal(found, width=terminal_width(width), colour=coloured), output)


def compilation(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The base text.")],
    proposed: Annotated[
        list[str],
        typer.Argument(metavar="PROPOSAL...", help="A text that a delegation proposes; NAME=FILE names it."),
    ],
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal, markdown or docx.")
    ] = "terminal",
    output: OutputOption = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="Of a docx; else SOURCE_DATE_EPOCH, else a fixed one."),
    ] = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    stdin_format: StdinFormatOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write an article-by-article compilation: the base, and what each delegation changes in it."""
    from treatydiff.cli.configuration import report_date, settings_for, wants_colour
    from treatydiff.cli.drafts import load_draft, refuse_two_stdins
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.pipeline import compare_drafts
    from treatydiff.studies.proposals.compilation_view import compilation_view
    from treatydiff.studies.proposals.model import Compilation

    if form not in _COMPILE_FORMATS:
        raise UsageError(
            f"a compilation cannot be rendered as {form!r}", hint=f"one of {', '.join(_COMPILE_FORMATS)}"
        )
    settings = settings_for(
        {"language": language, "revisions": revisions, "brackets": "as-is", "reference": "none"}
    )
    check_target(output)
    named = [_name_and_path(word) for word in proposed]
    refuse_two_stdins([draft, *(path for _, path in named)])
    with shown_progress(quiet=quiet) as progress:
        base = load_draft(draft, settings, stdin_format=stdin_format, progress=progress)
        texts = [
            load_draft(path, settings, stdin_format=stdin_format, progress=progress) for _, path in named
        ]
        names = [name or text.source.label for (name, _), text in zip(named, texts, strict=True)]
        compared = [
            (name, compare_drafts(base, text, settings, progress=progress))
            for name, text in zip(names, texts, strict=True)
        ]
    view = compilation_view(Compilation(base, tuple(compared)))
    if form == "docx":
        from treatydiff.studies.proposals.compilation_as_docx import compilation_docx

        write_result(compilation_docx(view, date=report_date(date)), output)
    elif form == "markdown":
        from treatydiff.studies.proposals.compilation_as_text import compilation_markdown

        write_result(compilation_markdown(view), output)
    else:
        from treatydiff.studies.proposals.compilation_as_text import compilation_terminal

        coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
        write_result(compilation_terminal(view, width=terminal_width(width), colour=coloured), output)


def _name_and_path(word: str) -> tuple[str, str]:
    """The delegation's name, "" if none, and the path; an existing path with "=" in it is a path."""
    name, sign, path = word.partition("=")
    if not sign or not name.strip() or Path(word).exists():
        return "", word
    if not path:
        raise UsageError(f"no file is named after {name!r}", hint="NAME=FILE")
    return name.strip(), path
