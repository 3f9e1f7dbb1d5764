"""`treatydiff corrigendum DRAFT CORR`: applies "for X read Y"; `--write` drafts one from two texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.failures import FoundError
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import FullReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.studies.corrigenda.model import CorrectedDraft, Corrigendum

CORRECTED = "treatydiff.studies.corrigenda.model:CorrectedDraft"
CORRIGENDUM = "treatydiff.studies.corrigenda.model:Corrigendum"


@command(CORRECTED)
def corrigendum(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The draft that is corrected.")],
    other: Annotated[
        str, typer.Argument(metavar="CORR", help="The corrigendum; with --write, the text that is meant.")
    ],
    write: Annotated[
        bool, typer.Option("--write", help="Draft the corrigendum that leads from DRAFT to the other text.")
    ] = False,
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """Apply the entries of a corrigendum; exit 1 where one does not match the draft."""
    settings = reading.settings()

    def make(inputs: Inputs) -> CorrectedDraft:
        from treatydiff.isolation.guarded import read_guarded
        from treatydiff.studies.corrigenda.correct import correct_draft
        from treatydiff.studies.corrigenda.entries import read_entries

        corrected = inputs.draft(draft)
        text = read_guarded(Path(other), settings)
        lines = (line for block in text.blocks for line in block.text.splitlines())
        return correct_draft(corrected, read_entries(lines, corrected.language), text.source)

    def drafted(inputs: Inputs) -> Corrigendum:
        from treatydiff.pipeline import compare_drafts
        from treatydiff.studies.corrigenda.write import write_corrigendum

        earlier, later = inputs.drafts([draft, other])
        return write_corrigendum(compare_drafts(earlier, later, inputs.settings, progress=inputs.progress))

    if write:
        run_command(CORRIGENDUM, settings, writing, drafted, names=[draft, other],
                    reading=reading)  # fmt: skip
        return
    done = run_command(CORRECTED, settings, writing, make, names=[draft], beside=[Path(other)],
                       reading=reading)  # fmt: skip
    if not done.corrections:
        raise FoundError("the corrigendum holds no entry that can be read")
    if done.refused:
        raise FoundError(f"{len(done.refused)} of {len(done.corrections)} entries do not match the draft")
