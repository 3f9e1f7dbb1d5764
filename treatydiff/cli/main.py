"""The `treatydiff` command."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from treatydiff import __version__
from treatydiff.cli import archive, reference
from treatydiff.cli.blame import blame
from treatydiff.cli.brackets import brackets
from treatydiff.cli.check import check
from treatydiff.cli.compare import compare
from treatydiff.cli.concordance import concordance
from treatydiff.cli.consonance import consonance
from treatydiff.cli.drafts import STDIN
from treatydiff.cli.failures import guarded
from treatydiff.cli.final_clauses import final_clauses
from treatydiff.cli.languages import languages
from treatydiff.cli.outline import outline, text
from treatydiff.cli.precedents import precedents
from treatydiff.cli.proposals import compilation, proposals
from treatydiff.cli.schema import schema
from treatydiff.cli.trace import trace

app = typer.Typer(
    name="treatydiff",
    help="Compare drafts of international conventions, clause by clause, and measure their consonance.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


_ANYWHERE = frozenset({"--debug", "--no-cache"})
"""Options that may stand before or behind the command."""


def _version(value: bool) -> None:
    if value:
        typer.echo(f"treatydiff {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print a traceback with an error.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every file anew.")] = False,
) -> None:
    """Compare drafts of international conventions, clause by clause, and measure their consonance."""


app.command()(compare)
app.command()(consonance)
app.command()(outline)
app.command()(text)
app.command()(check)
app.command(name="final-clauses")(final_clauses)
app.command()(languages)
app.command()(schema)
app.command()(brackets)
app.command()(concordance)
app.command()(trace)
app.command()(blame)
app.command()(precedents)
app.command()(proposals)
app.command(name="compile")(compilation)
app.add_typer(archive.app, name="archive")
app.add_typer(reference.app, name="reference")


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code.

    Args:
        arguments: what follows the command's name; the process's own if None.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    # "-#art_5" (stdin, narrowed) would look like an option to the parser; --debug may stand anywhere.
    if "--no-cache" in given:
        os.environ["TREATYDIFF_NO_CACHE"] = "1"
    prepared = [
        STDIN + word[1:] if word.startswith("-#") else word for word in given if word not in _ANYWHERE
    ]
    sys.exit(guarded(lambda: app(prepared, standalone_mode=False, prog_name="treatydiff"), debug=debug))


if __name__ == "__main__":
    run()
