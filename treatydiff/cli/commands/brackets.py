"""`treatydiff brackets`: how open drafts are, and what became of every bracket and option."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import FullReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.studies.brackets.model import BracketStudy

BRACKETS = "treatydiff.studies.brackets.model:BracketStudy"


@command(BRACKETS)
def brackets(
    drafts: Annotated[
        list[str],
        typer.Argument(metavar="DRAFT...", help="One draft, two, or a chain of them, the earliest first."),
    ],
    article: Annotated[
        str | None, typer.Option("--article", metavar="ID", help="Show one unit only: 'Article 5' or art_5.")
    ] = None,
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """Show how open drafts are, and the fate of every bracket and option from each to the next.

    Brackets are read as they are printed.
    """
    choices: dict[str, str | None] = {"only": None}

    def make(inputs: Inputs) -> BracketStudy:
        from treatydiff.structure.addresses.named_provisions import unit_named
        from treatydiff.studies.brackets.study import study_brackets

        read = inputs.drafts(drafts)
        if article is not None:
            choices["only"] = unit_named(read, article)
        return study_brackets(read, inputs.settings)

    # Weights of words say nothing of brackets; without them two drafts are compared in less time.
    run_command(
        BRACKETS,
        reading.settings(fixed={"brackets": "as-is"}, reference="none"),
        writing,
        make,
        names=drafts,
        reading=reading,
        choices=choices,
    )
