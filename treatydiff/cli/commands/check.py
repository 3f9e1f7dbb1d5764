"""`treatydiff check DRAFT`: what to look at before a draft is issued."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.failures import FoundError
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import DraftArgument, FullReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.studies.checks.model import DraftCheck

CHECK = "treatydiff.studies.checks.model:DraftCheck"


@command(CHECK)
def check(
    draft: DraftArgument,
    against: Annotated[
        str | None,
        typer.Option("--against", metavar="PREVIOUS", help="The draft before, to find stale references."),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 if there is any warning or error.")
    ] = False,
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """Find broken references, gaps, stray brackets, unused terms and remarks left inside a draft."""
    names = [draft, *([against] if against else [])]

    def make(inputs: Inputs) -> DraftCheck:
        from treatydiff.studies.checks.check import check_draft

        parsed, *before = inputs.drafts(names)
        return check_draft(parsed, against=before[0] if before else None, settings=inputs.settings)

    found = run_command(CHECK, reading.settings(), writing, make, names=names,
                        reading=reading)  # fmt: skip
    if exit_code and found.faults:
        raise FoundError
