"""`treatydiff brackets`: how open drafts are, and what became of every bracket and option."""

from __future__ import annotations

import itertools
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
from treatydiff.errors import ScopeError, UsageError

_FORMATS = ("terminal", "json", "html")


def brackets(
    drafts: Annotated[
        list[str],
        typer.Argument(metavar="DRAFT...", help="One draft, two, or a chain of them, the earliest first."),
    ],
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal, json or html.")
    ] = "terminal",
    article: Annotated[
        str | None, typer.Option("--article", metavar="ID", help="Show one unit only: art_5.")
    ] = None,
    output: OutputOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    stdin_format: StdinFormatOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show how open drafts are, and the fate of every bracket and option from each to the next."""
    from treatydiff.archive.bracket_fates import bracket_fates
    from treatydiff.cli.configuration import settings_for, wants_colour
    from treatydiff.cli.drafts import load_draft, refuse_two_stdins
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.pipeline import compare_drafts
    from treatydiff.report.brackets_view import brackets_view

    if form not in _FORMATS:
        raise UsageError(f"brackets cannot be rendered as {form!r}", hint=f"one of {', '.join(_FORMATS)}")
    # Weights of words say nothing of brackets; without them two drafts are compared in less time.
    settings = settings_for(
        {"language": language, "revisions": revisions, "brackets": "as-is", "reference": "none"}
    )
    check_target(output)
    refuse_two_stdins(drafts)
    with shown_progress(quiet=quiet) as progress:
        read = [load_draft(name, settings, stdin_format=stdin_format, progress=progress) for name in drafts]
        if article is not None and not any(unit.id == article for draft in read for unit in draft.units()):
            hint = "treatydiff outline -f json lists the ids"
            raise ScopeError(f"no draft has a unit {article!r}", hint=hint)
        steps = [bracket_fates(compare_drafts(a, b, settings)) for a, b in itertools.pairwise(read)]
    view = brackets_view(read, steps, only=article)
    if form == "json":
        from treatydiff.report.brackets_json import brackets_json

        write_result(brackets_json(read, steps, view, settings.changed()), output)
    elif form == "html":
        from treatydiff.report.brackets_html import brackets_html

        write_result(brackets_html(view), output)
    else:
        from treatydiff.report.brackets_terminal import brackets_terminal

        coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
        write_result(brackets_terminal(view, width=terminal_width(width), colour=coloured), output)
