"""The `treatydiff` command."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from treatydiff.cli.commands import archive, cache, lexicon, reference
from treatydiff.cli.commands.blame import blame
from treatydiff.cli.commands.brackets import brackets
from treatydiff.cli.commands.changes import changes
from treatydiff.cli.commands.check import check
from treatydiff.cli.commands.compare import compare
from treatydiff.cli.commands.concordance import concordance
from treatydiff.cli.commands.consonance import consonance
from treatydiff.cli.commands.corrigendum import corrigendum
from treatydiff.cli.commands.desk.brief import brief
from treatydiff.cli.commands.desk.definitions import definitions
from treatydiff.cli.commands.desk.positions import positions
from treatydiff.cli.commands.desk.terms import terms
from treatydiff.cli.commands.desk.watch import watch
from treatydiff.cli.commands.doctor import doctor
from treatydiff.cli.commands.final_clauses import final_clauses
from treatydiff.cli.commands.languages import languages
from treatydiff.cli.commands.outline import outline, text
from treatydiff.cli.commands.precedents import precedents
from treatydiff.cli.commands.proposals import compilation, proposals
from treatydiff.cli.commands.schema import schema
from treatydiff.cli.commands.trace import trace
from treatydiff.cli.commands.verify import verify
from treatydiff.cli.drafts import STDIN
from treatydiff.cli.failures import guarded
from treatydiff.settings import TRUST_OPTION, TRUST_VARIABLE
from treatydiff.version import __version__

app = typer.Typer(
    name="treatydiff",
    help="Compare drafts of international conventions, clause by clause, and measure their consonance.",
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)


_ANYWHERE = frozenset({"--debug", "--no-cache", TRUST_OPTION})
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
    trust_config: Annotated[
        bool,
        typer.Option(TRUST_OPTION, help="Let the treatydiff.toml of an archive raise caps and set isolate."),
    ] = False,
) -> None:
    """Compare drafts of international conventions, clause by clause, and measure their consonance."""


app.command(short_help="Compare two drafts clause by clause.")(compare)
app.command(short_help="What a draft derives from each of several sources.")(consonance)
app.command(short_help="How a draft is divided into articles and clauses.")(outline)
app.command(short_help="A draft's text, one clause a line.")(text)
app.command(short_help="Broken references, gaps, remarks left inside.")(check)
app.command(name="final-clauses", short_help="Final clauses of drafts side by side.")(final_clauses)
app.command(short_help="Hold language versions against one another.")(languages)
app.command(short_help="Every changed clause in a table to fill in.")(changes)
app.command(short_help="Apply “for X read Y”, or draft it from two texts.")(corrigendum)
app.command(short_help="Prove that a redline holds both drafts.")(verify)
app.command(short_help="Print the JSON Schema of a JSON output.")(schema)
app.command(short_help="How open drafts are; the fate of every bracket.")(brackets)
app.command(short_help="Which provisions of many drafts correspond.")(concordance)
app.command(short_help="Follow a provision through successive drafts.")(trace)
app.command(short_help="The draft in which every word first stood.")(blame)
app.command(short_help="The closest and earliest wording in an archive.")(precedents)
app.command(short_help="Proposals of a compilation, and their fates.")(proposals)
app.command(name="compile", short_help="Write a compilation of proposals.")(compilation)
app.command(short_help="The conference-room sheet, article by article.")(brief)
app.command(short_help="Red lines followed through every draft.")(watch)
app.command(short_help="Deadlines and thresholds, through all drafts.")(terms)
app.command(short_help="Defined terms, and every clause that they reach.")(definitions)
app.command(short_help="Who said what, as the drafts print it.")(positions)
app.command(short_help="Whether all that the tool relies on works here.")(doctor)
_GROUPS = frozenset({"archive", "cache", "lexicon", "reference"})
"""Commands that hold commands, and do nothing by themselves."""
app.add_typer(archive.app, name="archive", short_help="Many drafts: index, matrix, search, checks, site.")
app.add_typer(cache.app, name="cache", short_help="Take away drafts that were kept.")
app.add_typer(lexicon.app, name="lexicon", short_help="Words that answer to one another in two languages.")
app.add_typer(reference.app, name="reference", short_help="Tables of counts that weights come from.")


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
    if TRUST_OPTION in given:
        os.environ[TRUST_VARIABLE] = "1"
    prepared = _asks_for_help(
        [STDIN + word[1:] if word.startswith("-#") else word for word in given if word not in _ANYWHERE]
    )
    sys.exit(guarded(lambda: app(prepared, standalone_mode=False, prog_name="treatydiff"), debug=debug))


def _asks_for_help(words: list[str]) -> list[str]:
    """A command line as the parser takes it: nothing, a bare group and `help COMMAND` all ask for help."""
    if words[:1] == ["help"]:
        return [*words[1:], "--help"]
    if not words or (len(words) == 1 and words[0] in _GROUPS):
        return [*words, "--help"]
    return words


if __name__ == "__main__":
    run()
