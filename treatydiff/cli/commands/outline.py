"""`treatydiff outline` and `treatydiff text`: one draft as the tool understands it."""

from __future__ import annotations

from typing import Annotated

import typer

from treatydiff.cli.options import DraftArgument, FullReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

DRAFT = "treatydiff.model.draft:Draft"


@command(DRAFT)
def outline(
    draft: DraftArgument,
    receipt: Annotated[
        bool, typer.Option("--receipt", help="Account for every character of the source.")
    ] = False,
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """Show how a draft is divided into instruments, articles and paragraphs."""
    _shown(draft, reading, writing, receipt=receipt)


@command(DRAFT, form="text")
def text(draft: DraftArgument, *, reading: FullReading, writing: Writing) -> None:
    """Print a draft's numbers, headings and text, one clause a line, without notes and furniture."""
    _shown(draft, reading, writing)


def _shown(draft: str, reading: FullReading, writing: Writing, *, receipt: bool = False) -> None:
    run_command(
        DRAFT,
        reading.settings(),
        writing,
        lambda inputs: inputs.draft(draft),
        names=[draft],
        reading=reading,
        choices={"receipt": receipt},
    )
