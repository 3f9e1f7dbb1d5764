"""`treatydiff brackets`: how open drafts are, and what became of every bracket and option."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from treatydiff.model import Draft
    from treatydiff.settings import Settings
    from treatydiff.studies.brackets.model import BracketFates
    from treatydiff.studies.brackets.view import BracketsView

_FORMATS = ("terminal", "json", "html", "svg")


def brackets(
    drafts: Annotated[
        list[str],
        typer.Argument(metavar="DRAFT...", help="One draft, two, or a chain of them, the earliest first."),
    ],
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal, json, html or svg.")
    ] = "terminal",
    article: Annotated[
        str | None, typer.Option("--article", metavar="ID", help="Show one unit only: art_5.")
    ] = None,
    output: OutputOption = None,
    report: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="NAME=FILE", help="Write a further report; repeatable."),
    ] = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    stdin_format: StdinFormatOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show how open drafts are, and the fate of every bracket and option from each to the next."""
    from treatydiff.cli.configuration import settings_for, wants_colour
    from treatydiff.cli.drafts import load_draft, refuse_two_stdins
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, report_target, write_result
    from treatydiff.pipeline import compare_drafts
    from treatydiff.studies.brackets.fates import bracket_fates
    from treatydiff.studies.brackets.model import BracketStudy
    from treatydiff.studies.brackets.view import brackets_view

    further = [report_target(text) for text in report or ()]
    for name in (form, *(name for name, _ in further)):
        if name not in _FORMATS:
            raise UsageError(f"brackets cannot be rendered as {name!r}", hint=f"one of {', '.join(_FORMATS)}")
    # Weights of words say nothing of brackets; without them two drafts are compared in less time.
    settings = settings_for(
        {"language": language, "revisions": revisions, "brackets": "as-is", "reference": "none"}
    )
    for target in (output, *(path for _, path in further)):
        check_target(target)
    refuse_two_stdins(drafts)
    with shown_progress(quiet=quiet) as progress:
        read = [load_draft(name, settings, stdin_format=stdin_format, progress=progress) for name in drafts]
        if article is not None and not any(unit.id == article for draft in read for unit in draft.units()):
            hint = "treatydiff outline -f json lists the ids"
            raise ScopeError(f"no draft has a unit {article!r}", hint=hint)
        steps = [bracket_fates(compare_drafts(a, b, settings)) for a, b in itertools.pairwise(read)]
    view = brackets_view(BracketStudy(tuple(read), tuple(steps)), only=article)
    told = _Told(read, steps, view, settings)
    for name, path in further:
        write_result(told.rendered(name, width=terminal_width(width)), path)
    coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
    write_result(told.rendered(form, width=terminal_width(width), colour=coloured), output)


@dataclass(frozen=True, slots=True)
class _Told:
    """What was found, ready to be rendered in any format."""

    drafts: Sequence[Draft]
    steps: Sequence[BracketFates]
    view: BracketsView
    settings: Settings

    def rendered(self, form: str, *, width: int, colour: bool = False) -> str:
        """The findings as "terminal", "json", "html" or "svg"."""
        if form == "json":
            from treatydiff.studies.brackets.as_json import brackets_json
            from treatydiff.studies.brackets.model import BracketStudy

            return brackets_json(BracketStudy(tuple(self.drafts), tuple(self.steps)), self.settings.changed())
        if form == "html":
            from treatydiff.studies.brackets.as_html import brackets_html

            return brackets_html(self.view)
        if form == "svg":
            from treatydiff.studies.brackets.as_svg import brackets_svg

            return brackets_svg(self.view)
        from treatydiff.studies.brackets.as_terminal import brackets_terminal

        return brackets_terminal(self.view, width=width, colour=colour)
