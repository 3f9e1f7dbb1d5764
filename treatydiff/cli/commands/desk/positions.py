"""`treatydiff positions DRAFT...`: what drafts print of delegations, by delegation and article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import FullReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.desk.positions.model import Positions

POSITIONS = "treatydiff.desk.positions.model:Positions"


@command(POSITIONS)
def positions(
    drafts: Annotated[list[str], typer.Argument(metavar="DRAFT...", help="One draft or more.")],
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """Say who proposed, supported, opposed or reserved what, as the drafts print it, each with its place."""

    def make(inputs: Inputs) -> Positions:
        from treatydiff.desk.positions.collecting import positions_of

        return positions_of(inputs.drafts(drafts))

    settings = reading.settings(fixed={"brackets": "as-is"})
    run_command(POSITIONS, settings, writing, make, names=drafts, reading=reading)
