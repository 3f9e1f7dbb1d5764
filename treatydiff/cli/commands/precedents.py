"""`treatydiff precedents DRAFT --in DIR`: where the words of each clause stood before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.archives import opened
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import DraftArgument, FullReading, Indexing, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.archive.model import Precedents

PRECEDENTS = "treatydiff.archive.model:Precedents"


@command(PRECEDENTS)
def precedents(
    draft: DraftArgument,
    folder: Annotated[Path, typer.Option("--in", metavar="DIR", help="An archive of earlier instruments.")],
    before: Annotated[
        str,
        typer.Option(
            "--before", metavar="DATE", help="Only instruments made before it; else the draft's date."
        ),
    ] = "",
    threshold: Annotated[
        float,
        typer.Option(
            "--threshold", metavar="SHARE", min=0.05, max=1.0, help="Share of words that is a precedent."
        ),
    ] = 0.5,
    *,
    indexing: Indexing,
    reading: FullReading,
    writing: Writing,
) -> None:
    """For every clause, the earliest and the closest passage in earlier instruments."""

    def make(inputs: Inputs) -> Precedents:
        from treatydiff.archive.precedents import find_precedents

        with opened(folder, inputs, indexing) as archive:
            return find_precedents(
                inputs.draft(draft), archive.listed, archive.index, before=before,
                ngram=inputs.settings.ngram, threshold=threshold, progress=inputs.progress,
            )  # fmt: skip

    run_command(PRECEDENTS, reading.settings(), writing, make, names=[draft],
                reading=reading)  # fmt: skip
