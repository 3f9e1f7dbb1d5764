"""`treatydiff schema`: the JSON Schemas of what `-f json` prints."""

from __future__ import annotations

from typing import Annotated

import typer

from treatydiff.cli.options import OutputOption


def schema(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="comparison, derivation, draft, check, ...")
    ] = "comparison",
    output: OutputOption = None,
) -> None:
    """Print the JSON Schema of a JSON output."""
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.report.kit.schema import schema_text

    check_target(output)
    write_result(schema_text(name), output)
