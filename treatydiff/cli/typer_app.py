"""The command line as typer has it: it explains, completes and refuses, and reads what is not plain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from treatydiff.cli.commands import COMMANDS, GROUPS, command_called, group_called
from treatydiff.cli.signatures import tell_typer
from treatydiff.settings import TRUST_OPTION
from treatydiff.version import __version__


def _version(value: bool) -> None:
    if value:
        typer.echo(f"treatydiff {__version__}")
        raise typer.Exit


def _main(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print a traceback with an error.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every file anew.")] = False,
    trust_config: Annotated[
        bool,
        typer.Option(TRUST_OPTION, help="Let the treatydiff.toml of an archive raise caps and set isolate."),
    ] = False,
) -> None:
    """Compare drafts of international conventions, clause by clause, and measure their consonance."""


def typer_app(words: Sequence[str] = ()) -> typer.Typer:
    """The command line; where its first word is a command, with this one alone.

    All others need not be loaded for it: that would take a tenth of a second of every run.

    Args:
        words: what follows the command's name.
    """
    app = typer.Typer(
        name="treatydiff",
        help="Compare drafts of international conventions, clause by clause, and measure their consonance.",
        epilog="To begin: treatydiff compare A.docx B.pdf; --open shows it as a page. "
        "treatydiff help COMMAND says what a command takes.",
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode=None,
    )
    app.callback()(_main)
    known = COMMANDS.keys() | GROUPS.keys()
    asked = known & set(words[:1]) or known
    for name, (*_, line) in COMMANDS.items():
        if name in asked:
            app.command(name=name, short_help=line)(command_called(name))
    for name, (_, line) in GROUPS.items():
        if name in asked:
            app.add_typer(group_called(name), name=name, short_help=line)
    tell_typer(app)
    return app
