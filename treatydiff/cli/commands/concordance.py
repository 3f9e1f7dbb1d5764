"""`treatydiff concordance DRAFT...`: which provisions of any number of drafts correspond."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.chain import chain_of
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import ChainArgument, FullReading, Nearing, ReferenceOption, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.studies.chains.model import Concordance

CONCORDANCE = "treatydiff.studies.chains.model:Concordance"


@command(CONCORDANCE)
def concordance(
    drafts: ChainArgument,
    base: Annotated[
        str | None,
        typer.Option(
            "--base", metavar="DRAFT", help="Read the table from this draft: a file's name, or 1, 2, ..."
        ),
    ] = None,
    reference: ReferenceOption = None,
    *,
    reading: FullReading,
    nearing: Nearing,
    writing: Writing,
) -> None:
    """Show which provisions of successive drafts correspond, with relation and consonance at each step."""

    def make(inputs: Inputs) -> Concordance:
        from treatydiff.studies.chains.concordance import concordance_of

        return concordance_of(chain_of(inputs, drafts), base=base)

    settings = reading.settings(reference=reference, nearness=nearing.chosen())
    run_command(CONCORDANCE, settings, writing, make, names=drafts,
                reading=reading)  # fmt: skip
