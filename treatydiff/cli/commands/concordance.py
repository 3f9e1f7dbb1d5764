"""`treatydiff concordance DRAFT...`: which provisions of any number of drafts correspond."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

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
from treatydiff.cli.progress import shown_progress
from treatydiff.errors import ReportError

if TYPE_CHECKING:
    from treatydiff.settings import Settings
    from treatydiff.studies.chains.model import Chain

_FORMATS = ("terminal", "csv", "markdown", "html", "xlsx", "docx", "json")
ChainArgument = Annotated[
    list[str], typer.Argument(metavar="DRAFT...", help="Two drafts or more, the earliest first.")
]
ReferenceOption = Annotated[
    str | None,
    typer.Option("--reference", metavar="auto|none|FILE", help="Where the weights of words come from."),
]


def concordance(
    drafts: ChainArgument,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help=f"{', '.join(_FORMATS[:-1])} or json.")
    ] = "terminal",
    base: Annotated[
        str | None,
        typer.Option(
            "--base", metavar="DRAFT", help="Read the table from this draft: a file's name, or 1, 2, ..."
        ),
    ] = None,
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
    """Show which provisions of successive drafts correspond, with relation and consonance at each step."""
    from treatydiff.cli.configuration import settings_for, wants_colour
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.studies.chains.concordance import concordance_of, draft_position
    from treatydiff.studies.chains.concordance_view import concordance_view

    require_format(form, _FORMATS, "a concordance table")
    settings = settings_for(
        {"language": language, "revisions": revisions, "reference": reference, "brackets": brackets}
    )
    check_target(output)
    chain = load_chain(drafts, settings, stdin_format=stdin_format, quiet=quiet)
    if base is not None:
        draft_position(chain.drafts, base)
    table = concordance_of(chain, base=base)
    if form == "json":
        from treatydiff.studies.chains.concordance_as_json import concordance_json

        write_result(concordance_json(table, settings.changed()), output)
        return
    view = concordance_view(table, text=form in ("html", "xlsx", "docx"))
    if form == "terminal":
        from treatydiff.studies.chains.concordance_as_terminal import concordance_terminal

        coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
        write_result(concordance_terminal(view, width=terminal_width(width), colour=coloured), output)
        return
    from importlib import import_module

    module, function = _RENDERINGS[form]
    write_result(getattr(import_module(module), function)(view), output)


_RENDERINGS = {
    "csv": ("treatydiff.studies.chains.concordance_as_tables", "concordance_csv"),
    "markdown": ("treatydiff.studies.chains.concordance_as_tables", "concordance_markdown"),
    "html": ("treatydiff.studies.chains.concordance_as_html", "concordance_html"),
    "xlsx": ("treatydiff.studies.chains.concordance_as_xlsx", "concordance_xlsx"),
    "docx": ("treatydiff.studies.chains.concordance_as_docx", "concordance_docx"),
}


def require_format(form: str, known: tuple[str, ...], what: str) -> None:
    """Refuse a format that there is not.

    Raises:
        ReportError: `form` is none of those known.
    """
    if form not in known:
        raise ReportError(f"{what} cannot be rendered as {form!r}", hint=f"one of {', '.join(known)}")


def load_chain(
    names: list[str], settings: Settings, *, stdin_format: str | None = None, quiet: bool = False
) -> Chain:
    """Read the drafts of a chain and compare them.

    Args:
        names: paths, `-` for stdin, either narrowed behind a `#`; the earliest first.
        settings: how to read, align and score.
        stdin_format: what stdin holds; sniffed if None.
        quiet: whether to show no progress.

    Raises:
        ReadError, ScopeError, UsageError, LanguageError: what the names say cannot be compared.
    """
    from treatydiff.cli.drafts import load_draft, refuse_two_stdins
    from treatydiff.cli.inputs import reference_table
    from treatydiff.studies.chains.chain import read_chain

    refuse_two_stdins(names)
    with shown_progress(quiet=quiet) as progress:
        read = [load_draft(name, settings, stdin_format=stdin_format, progress=progress) for name in names]
        return read_chain(read, settings, reference_table=reference_table(settings), progress=progress)
