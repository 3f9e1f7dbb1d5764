"""The `treatydiff` command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

from treatydiff.cli.drafts import STDIN
from treatydiff.cli.failures import guarded
from treatydiff.settings import TRUST_OPTION, TRUST_VARIABLE
from treatydiff.version import __version__

COMMANDS: dict[str, tuple[str, str, str]] = {
    "compare": ("compare", "compare", "Compare two drafts clause by clause."),
    "consonance": ("consonance", "consonance", "What a draft derives from each of several sources."),
    "outline": ("outline", "outline", "How a draft is divided into articles and clauses."),
    "text": ("outline", "text", "A draft's text, one clause a line."),
    "check": ("check", "check", "Broken references, gaps, remarks left inside."),
    "final-clauses": ("final_clauses", "final_clauses", "Final clauses of drafts side by side."),
    "languages": ("languages", "languages", "Hold language versions against one another."),
    "glossary": ("glossary", "glossary", "Defined terms and their counterparts."),
    "changes": ("changes", "changes", "Every changed clause in a table to fill in."),
    "corrigendum": ("corrigendum", "corrigendum", "Apply “for X read Y”, or draft it from two texts."),
    "verify": ("verify", "verify", "Prove that a redline holds both drafts."),
    "schema": ("schema", "schema", "Print the JSON Schema of a JSON output."),
    "brackets": ("brackets", "brackets", "How open drafts are; the fate of every bracket."),
    "concordance": ("concordance", "concordance", "Which provisions of many drafts correspond."),
    "trace": ("trace", "trace", "Follow a provision through successive drafts."),
    "blame": ("blame", "blame", "The draft in which every word first stood."),
    "precedents": ("precedents", "precedents", "The closest and earliest wording in an archive."),
    "proposals": ("proposals", "proposals", "Proposals of a compilation, and their fates."),
    "compile": ("proposals", "compilation", "Write a compilation of proposals."),
    "brief": ("desk.brief", "brief", "The conference-room sheet, article by article."),
    "watch": ("desk.watch", "watch", "Red lines followed through every draft."),
    "terms": ("desk.terms", "terms", "Deadlines and thresholds, through all drafts."),
    "definitions": ("desk.definitions", "definitions", "Defined terms, and every clause that they reach."),
    "positions": ("desk.positions", "positions", "Who said what, as the drafts print it."),
    "unproposed": ("desk.unproposed", "unproposed", "Changes without a matching proposal."),
    "doctor": ("doctor", "doctor", "Whether all that the tool relies on works here."),
}  # fmt: skip
"""Name of each command -> its module among the commands, its function there, and the line of help."""
GROUPS: dict[str, tuple[str, str]] = {
    "archive": ("archive", "Many drafts: index, matrix, search, checks, site."),
    "cache": ("cache", "Take away drafts that were kept."),
    "lexicon": ("lexicon", "Words that answer to one another in two languages."),
    "reference": ("reference", "Tables of counts that weights come from."),
}  # fmt: skip
"""Commands that hold commands, and do nothing by themselves: module and line of help."""

if TYPE_CHECKING:
    app: typer.Typer

_VERSION = "--version"
_ALONE = (_VERSION, "--help", "-h")
_ANYWHERE = frozenset({"--debug", "--no-cache", TRUST_OPTION})
"""Options that may stand before or behind the command."""


def _version(value: bool) -> None:
    if value:
        typer.echo(f"treatydiff {__version__}")
        raise typer.Exit


def _main(
    version: Annotated[
        bool, typer.Option(_VERSION, help="Print the version.", callback=_version, is_eager=True)
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print a traceback with an error.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every file anew.")] = False,
    trust_config: Annotated[
        bool,
        typer.Option(TRUST_OPTION, help="Let the treatydiff.toml of an archive raise caps and set isolate."),
    ] = False,
) -> None:
    """Compare drafts of international conventions, clause by clause, and measure their consonance."""


def _app(words: Sequence[str] = ()) -> typer.Typer:
    """The command line; where its first word is a command, with this one alone, with none for the version.

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
    asked = set(words[:1]) & {*known, _VERSION}
    if _COMPLETION in os.environ or not asked:
        asked = set(known)
    for name, (module, function, line) in COMMANDS.items():
        if name in asked:
            app.command(name=name, short_help=line)(getattr(_module(module), function))
    for name, (module, line) in GROUPS.items():
        if name in asked:
            app.add_typer(_module(module).app, name=name, short_help=line)
    return app


def _module(name: str) -> Any:
    return import_module(f"treatydiff.cli.commands.{name}")


_COMPLETION = "_TREATYDIFF_COMPLETE"
"""What a shell sets that asks for completions: of any command."""


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """`app`, with all commands, made when it is first asked for."""
        if name != "app":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()["app"] = whole = _app()
        return whole


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
    sys.exit(guarded(lambda: _run(prepared), debug=debug))


def _run(words: list[str]) -> object:
    if words[0] not in COMMANDS and words[0] not in GROUPS and words[0] not in _ALONE:
        from treatydiff.cli.mistyped import refuse_no_command

        refuse_no_command(words, COMMANDS.keys() | GROUPS.keys())
    return _app(words)(words, standalone_mode=False, prog_name="treatydiff")


def _asks_for_help(words: list[str]) -> list[str]:
    """A command line as the parser takes it: nothing, a bare group and `help COMMAND` all ask for help."""
    if words[:1] == ["help"]:
        return [*words[1:], "--help"]
    if not words or (len(words) == 1 and words[0] in GROUPS):
        return [*words, "--help"]
    return words


if __name__ == "__main__":
    run()
