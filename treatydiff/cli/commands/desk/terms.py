"""`treatydiff terms DRAFT...`: deadlines and thresholds, through all drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.chain import chain_of
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import FullReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.desk.terms.model import TermTable

TERMS = "treatydiff.desk.terms.model:TermTable"


@command(TERMS)
def terms(
    drafts: Annotated[
        list[str], typer.Argument(metavar="DRAFT...", help="One draft or more, the earliest first.")
    ],
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """Time limits, majorities, sums and numbers with actor and place: tightened, loosened, new, gone."""

    def make(inputs: Inputs) -> TermTable:
        from treatydiff.desk.terms.table import term_table, terms_alone

        if len(drafts) == 1:
            return terms_alone(inputs.draft(drafts[0]))
        return term_table(chain_of(inputs, drafts))

    run_command(TERMS, reading.settings(reference="none"), writing, make, names=drafts, reading=reading)
