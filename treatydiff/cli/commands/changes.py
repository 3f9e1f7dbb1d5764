"""`treatydiff changes A B`: a row a changed clause, with room for a delegation's own notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.failures import say
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import FullReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.studies.changes.model import ChangeList

CHANGES = "treatydiff.studies.changes.model:ChangeList"


@command(CHANGES)
def changes(
    a: Annotated[str, typer.Argument(metavar="A", help="The earlier draft.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The later draft.")],
    carry: Annotated[
        Path | None,
        typer.Option(
            "--carry",
            metavar="OLD.xlsx|docx",
            help="A filled change list (xlsx, docx or csv), whose notes come forward onto this one.",
        ),
    ] = None,
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """List every changed clause, with columns for position, instruction, fallback and remarks."""
    settings = reading.settings()

    def make(inputs: Inputs) -> ChangeList:
        from treatydiff.pipeline import compare_drafts
        from treatydiff.reading.spreadsheet import read_table
        from treatydiff.studies.changes.list_changes import NEEDED, list_changes, not_carried
        from treatydiff.studies.changes.list_changes import carry as brought_forward

        table = read_table(carry, settings, NEEDED) if carry is not None else []
        earlier, later = inputs.drafts([a, b])
        comparison = compare_drafts(earlier, later, inputs.settings, progress=inputs.progress)
        listed = list_changes(comparison)
        if carry is None:
            return listed
        brought = brought_forward(comparison, listed, table)
        for name in not_carried(table):
            say(f"treatydiff: {carry.name}: the column {name!r} is not brought forward")
        return brought

    run_command(CHANGES, settings, writing, make, names=[a, b], beside=[carry], reading=reading)
