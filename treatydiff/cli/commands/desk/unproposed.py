"""`treatydiff unproposed COMPILATION BASE LATER`: changes that no proposal accounts for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import FullReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.desk.unproposed.model import Unproposed

UNPROPOSED = "treatydiff.desk.unproposed.model:Unproposed"


@command(UNPROPOSED)
def unproposed(
    compilation: Annotated[
        str, typer.Argument(metavar="COMPILATION", help="Proposals by article and delegation.")
    ],
    base: Annotated[str, typer.Argument(metavar="BASE", help="The draft that they are on.")],
    later: Annotated[str, typer.Argument(metavar="LATER", help="The draft that followed.")],
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """List changes without a matching proposal in the documents given, and words that came in elsewhere.

    Oral and informal proposals are unseen. Brackets are read as they are printed.
    """

    def make(inputs: Inputs) -> Unproposed:
        from treatydiff.desk.unproposed.compilations import refuse_plain_draft
        from treatydiff.desk.unproposed.matching import unproposed_changes
        from treatydiff.isolation.guarded import read_guarded
        from treatydiff.pipeline import compare_drafts
        from treatydiff.studies.proposals.proposals import read_proposals

        text = read_guarded(Path(compilation), inputs.settings)
        if reading.confidential:
            text = replace(text, source=replace(text.source, label="Compilation", named=True))
        a, b = inputs.drafts([base, later])
        comparison = compare_drafts(a, b, inputs.settings, progress=inputs.progress)
        further = inputs.settings.delegations
        proposals = read_proposals(text, a, comparison, further)
        refuse_plain_draft(text, proposals, (a, b), further)
        return unproposed_changes(proposals, comparison)

    settings = reading.settings(fixed={"brackets": "as-is"}, reference="none")
    run_command(
        UNPROPOSED, settings, writing, make, names=[base, later], beside=[Path(compilation)], reading=reading
    )
