"""The `treatydiff` command."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from treatydiff.cli.commands import COMMANDS, GROUPS, command_called
from treatydiff.cli.drafts import STDIN
from treatydiff.cli.failures import guarded
from treatydiff.cli.plain_words import read_plainly
from treatydiff.settings import TRUST_OPTION, TRUST_VARIABLE
from treatydiff.version import __version__

if TYPE_CHECKING:
    import typer

    app: typer.Typer

_VERSION = "--version"
_ALONE = (_VERSION, "--help", "-h")
_ANYWHERE = frozenset({"--debug", "--no-cache", TRUST_OPTION})
"""Options that may stand before or behind the command."""
_COMPLETION = "_TREATYDIFF_COMPLETE"
"""What a shell sets that asks for completions: of any command."""


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """`app`, with all commands, made when it is first asked for."""
        if name != "app":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from treatydiff.cli.typer_app import typer_app

        globals()["app"] = whole = typer_app()
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
    if words == [_VERSION]:
        sys.stdout.write(f"treatydiff {__version__}\n")
        return None
    completing = _COMPLETION in os.environ
    if words[0] in COMMANDS and not completing:
        command = command_called(words[0])
        given = read_plainly(command, words[1:])
        if given is not None:
            return command(**given)
    from treatydiff.cli.typer_app import typer_app

    return typer_app(() if completing else words)(words, standalone_mode=False, prog_name="treatydiff")


def _asks_for_help(words: list[str]) -> list[str]:
    """A command line as the parser takes it: nothing, a bare group and `help COMMAND` all ask for help."""
    if words[:1] == ["help"]:
        return [*words[1:], "--help"]
    if not words or (len(words) == 1 and words[0] in GROUPS):
        return [*words, "--help"]
    return words


if __name__ == "__main__":
    run()
