"""`treatydiff blame FINAL --through DRAFT...`: the draft in which every word of a text first stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.chain import chain_of
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import FullReading, Nearing, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command
from treatydiff.errors import UsageError

if TYPE_CHECKING:
    from treatydiff.studies.chains.model import Blame

BLAME = "treatydiff.studies.chains.model:Blame"


@command(BLAME)
def blame(
    final: Annotated[str, typer.Argument(metavar="FINAL", help="The text whose words are traced.")],
    through: Annotated[
        list[str],
        typer.Option("--through", metavar="DRAFT...", help="The drafts before it, the earliest first."),
    ],
    rest: Annotated[
        list[str] | None, typer.Argument(metavar="DRAFT", help="The further drafts of --through.")
    ] = None,
    article: Annotated[
        str | None,
        typer.Option(
            "--article", metavar="ID", help="Show one unit of the final text only: 'Article 5' or art_5."
        ),
    ] = None,
    *,
    reading: FullReading,
    nearing: Nearing,
    writing: Writing,
) -> None:
    """Say of every word of a final text in which draft it first stood, and what was lost on the way."""
    # What stands behind the option's first draft belongs to it: --through A B C.
    if rest and len(through) > 1:
        raise UsageError(
            "the drafts before the final text are named in two ways",
            hint="FINAL --through A B C, or FINAL --through A --through B --through C",
        )
    names = [*through, *(rest or ()), final]
    choices: dict[str, tuple[str, ...] | None] = {"only": None}

    def make(inputs: Inputs) -> Blame:
        from treatydiff.structure.addresses.named_provisions import unit_named
        from treatydiff.studies.chains.blame import blame_chain

        chain = chain_of(inputs, names)
        if article is not None:
            choices["only"] = (unit_named(chain.drafts[-1:], article),)
        return blame_chain(chain)

    # Weights of words say nothing of where words come from; without them a chain is read in less time.
    run_command(
        BLAME,
        reading.settings(reference="none", nearness=nearing.chosen()),
        writing,
        make,
        names=names,
        reading=reading,
        choices=choices,
    )
