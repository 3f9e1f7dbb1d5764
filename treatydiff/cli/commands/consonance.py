"""`treatydiff consonance DRAFT SOURCE...`: what a draft derives from each source, and where it is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import DraftArgument, FullReading, Nearing, ReferenceOption, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.studies.derivation.model import Derivation

DERIVATION = "treatydiff.studies.derivation.model:Derivation"


@command(DERIVATION)
def consonance(
    draft: DraftArgument,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="What the draft may derive from, one or more.")
    ],
    ancestors: Annotated[
        list[str] | None,
        typer.Option(
            "--ancestors", metavar="EARLIER", help="An earlier instrument that all may draw on; repeatable."
        ),
    ] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="NAME", help="List only the articles that speak of it.")
    ] = None,
    sensitivity: Annotated[
        bool,
        typer.Option("--sensitivity", help="Also for runs of 3 to 7 words, with intervals over the clauses."),
    ] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Leave the articles out on the terminal.")
    ] = False,
    reference: ReferenceOption = None,
    *,
    reading: FullReading,
    nearing: Nearing,
    writing: Writing,
) -> None:
    """Measure what a draft derives from each of several sources, and what it shares with them all."""

    def make(inputs: Inputs) -> Derivation:
        from treatydiff.studies.derivation.derive import about_theme_of_draft, derive_draft

        target, *others = inputs.with_wholes([draft, *sources, *(ancestors or ())])
        named, earlier = others[: len(sources)], others[len(sources) :]
        narrowed = any(each.draft is not each.whole for each in (target, *named))
        derivation = derive_draft(
            target.draft, [each.draft for each in named], inputs.settings,
            ancestors=[each.draft for each in earlier],
            wholes=[(each.whole, target.whole) for each in named] if narrowed else (),
            sensitivity=sensitivity, reference_table=inputs.reference_table(), themes=inputs.themes(),
            progress=inputs.progress,
        )  # fmt: skip
        return about_theme_of_draft(derivation, theme) if theme else derivation

    run_command(
        DERIVATION,
        reading.settings(reference=reference, nearness=nearing.chosen()),
        writing,
        make,
        names=[draft, *sources, *(ancestors or ())],
        reading=reading,
        choices={"theme": theme, "articles": not summary},
    )
