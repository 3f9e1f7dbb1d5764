"""`treatydiff verify REDLINE A B`: whether a redline holds both drafts."""

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
    from treatydiff.redline.model import Verification

VERIFICATION = "treatydiff.redline.model:Verification"


@command(VERIFICATION)
def verify(
    redline: Annotated[
        str, typer.Argument(metavar="REDLINE", help="A Word file with tracked changes, by whatever program.")
    ],
    a: Annotated[str, typer.Argument(metavar="A", help="The earlier draft.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The later draft.")],
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """Prove a redline: accepting all changes must give B, rejecting all A; exit 1 where it does not."""
    settings = reading.settings()

    def make(inputs: Inputs) -> Verification:
        from treatydiff.redline.verify import verify_redline

        return verify_redline(Path(redline), Path(a), Path(b), inputs.settings)

    found = run_command(VERIFICATION, settings, writing, make, names=[redline, a, b],
                        reading=reading)  # fmt: skip
    if not found.holds:
        raise FoundError
