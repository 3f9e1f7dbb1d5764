"""`treatydiff schema`: the JSON Schemas of what `-f json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command
from treatydiff.settings import Settings

if TYPE_CHECKING:
    from treatydiff.report.kit.schema import Contract

CONTRACT = "treatydiff.report.kit.schema:Contract"


@command(CONTRACT, form="json")
def schema(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="comparison, derivation, draft, check, ...")
    ] = "comparison",
    *,
    writing: Writing,
) -> None:
    """Print the JSON Schema of a JSON output."""

    def make(_: Inputs) -> Contract:
        from treatydiff.report.kit.schema import Contract, schema_text

        return Contract(schema_text(name))

    run_command(CONTRACT, Settings(), writing, make)
