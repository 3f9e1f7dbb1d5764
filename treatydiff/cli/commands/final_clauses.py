"""`treatydiff final-clauses DRAFT...`: consent, entry into force, reservations and the rest, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import FullReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.studies.final_clauses.model import FinalClausesSideBySide

FINAL_CLAUSES = "treatydiff.studies.final_clauses.model:FinalClausesSideBySide"


@command(FINAL_CLAUSES)
def final_clauses(
    drafts: Annotated[list[str], typer.Argument(metavar="DRAFT...", help="One or more drafts.")],
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """Show the final clauses of drafts side by side, one column a draft."""

    def make(inputs: Inputs) -> FinalClausesSideBySide:
        from treatydiff.studies.final_clauses import clauses

        return clauses.final_clauses(inputs.drafts(drafts))

    run_command(FINAL_CLAUSES, reading.settings(), writing, make, names=drafts,
                reading=reading)  # fmt: skip
