"""`treatydiff definitions DRAFT [--since PREVIOUS]`: defined terms, and every clause that they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import DraftArgument, FullReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.desk.definitions.model import Definitions

DEFINITIONS = "treatydiff.desk.definitions.model:Definitions"


@command(DEFINITIONS)
def definitions(
    draft: DraftArgument,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DRAFT", help="The draft before: what was redefined since."),
    ] = None,
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """Show defined terms (redefined, new, gone, never used) and every clause that they reach."""

    def make(inputs: Inputs) -> Definitions:
        from treatydiff.desk.definitions.rippling import definitions_of
        from treatydiff.pipeline import compare_drafts

        if since is None:
            return definitions_of(inputs.draft(draft))
        before, now = inputs.drafts((since, draft))
        return definitions_of(now, compare_drafts(before, now, inputs.settings, progress=inputs.progress))

    names = [draft, *([since] if since else [])]
    run_command(DEFINITIONS, reading.settings(reference="none"), writing, make, names=names, reading=reading)
