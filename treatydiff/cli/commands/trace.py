"""`treatydiff trace PROVISION DRAFT...`: a provision followed through successive drafts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.chain import chain_of
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import ChainArgument, FullReading, Nearing, ReferenceOption, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.studies.chains.model import Trace

TRACE = "treatydiff.studies.chains.model:Trace"


@command(TRACE)
def trace(
    provision: Annotated[
        str,
        typer.Argument(
            metavar="PROVISION", help="Article 6, 'art. 6(2)', 'Chapter II', 6; or its id: art_6__para_2."
        ),
    ],
    drafts: ChainArgument,
    draft: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar="DRAFT",
            help="Whose provision it is: a file's name, or 1, 2, ...; else the last draft that has it.",
        ),
    ] = None,
    records: Annotated[
        Path | None,
        typer.Option(
            "--records",
            metavar="FILE.csv",
            help="Meeting records and reports on provisions: columns draft, provision, source, kind, text.",
        ),
    ] = None,
    reference: ReferenceOption = None,
    *,
    reading: FullReading,
    nearing: Nearing,
    writing: Writing,
) -> None:
    """Follow a provision through successive drafts, forward and back, with the changes at each step."""

    def make(inputs: Inputs) -> Trace:
        from treatydiff.reading.spreadsheet import read_table
        from treatydiff.studies.chains.records import with_records
        from treatydiff.studies.chains.trace import trace_provision

        table = read_table(records, settings) if records is not None else []
        trace = trace_provision(chain_of(inputs, drafts), provision, draft=draft)
        return with_records(trace, table, where=records.name) if records is not None else trace

    settings = reading.settings(reference=reference, nearness=nearing.chosen())
    run_command(TRACE, settings, writing, make, names=drafts, beside=[records], reading=reading)
