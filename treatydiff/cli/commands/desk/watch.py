"""`treatydiff watch REDLINES DRAFT...`: what must stay in, or stay out, through every draft."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.chain import chain_of
from treatydiff.cli.drafts import split_name
from treatydiff.cli.failures import FoundError
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import ChainArgument, FullReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.desk.watch.model import Watch

WATCH = "treatydiff.desk.watch.model:Watch"


@command(WATCH)
def watch(
    red_lines: Annotated[
        str,
        typer.Argument(
            metavar="REDLINES", help="A TOML file: [[keep]] and [[keep_out]], words or provisions."
        ),
    ],
    drafts: ChainArgument,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 where the last draft does not respect a red line.")
    ] = False,
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """Follow red lines through drafts: in the text, weakened, in brackets, in the preamble, or not found."""
    from treatydiff.cli.configuration import file_text

    text = file_text(Path(red_lines))

    def make(inputs: Inputs) -> Watch:
        return watched(inputs, drafts, text, Path(red_lines).name)

    found = run_command(
        WATCH,
        reading.settings(reference="none"),
        writing,
        make,
        names=drafts,
        beside=[Path(red_lines)],
        reading=reading,
    )
    if exit_code and found.broken:
        raise FoundError


def watched(inputs: Inputs, names: Sequence[str], text: str, where: str) -> Watch:
    """The red lines of a file in some drafts; provisions are looked for in the whole of narrowed ones.

    Args:
        inputs: of the command.
        names: of the drafts, the earliest first.
        text: of the file of red lines.
        where: its name, for messages.
    """
    from treatydiff.desk.watch.red_lines import red_lines as read_lines
    from treatydiff.desk.watch.watching import watch_lines

    lines = read_lines(text, where=where)
    narrowed = any(line.provision for line in lines) and any(split_name(name)[1] for name in names)
    return watch_lines(
        chain_of(inputs, names), lines, whole=chain_of(inputs, names, whole=True) if narrowed else None
    )
