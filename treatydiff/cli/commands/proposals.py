"""`treatydiff proposals` and `treatydiff compile`: what delegations propose, read and written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.drafts import word_file
from treatydiff.cli.failures import say
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import FullReading, Writing
from treatydiff.cli.run import makes_word, run_command
from treatydiff.cli.signatures import command
from treatydiff.errors import UsageError

if TYPE_CHECKING:
    from treatydiff.studies.proposals.model import Compilation, Proposals

PROPOSALS = "treatydiff.studies.proposals.model:Proposals"
COMPILATION = "treatydiff.studies.proposals.model:Compilation"
_AS_PRINTED = {"brackets": "as-is"}


@command(PROPOSALS)
def proposals(
    compilation: Annotated[
        str, typer.Argument(metavar="COMPILATION", help="Proposals by article and delegation.")
    ],
    base: Annotated[str, typer.Argument(metavar="BASE", help="The draft that they are on.")],
    later: Annotated[
        str | None, typer.Argument(metavar="LATER", help="A later draft, for what became of them.")
    ] = None,
    delegation: Annotated[
        str | None,
        typer.Option("--delegation", metavar="NAME", help="Only the proposals of one delegation."),
    ] = None,
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """List the proposals of a compilation, and whether a later draft took them up.

    Brackets are read as they are printed.
    """
    names = [name for name in (base, later) if name is not None]

    def make(inputs: Inputs) -> Proposals:
        from treatydiff.isolation.guarded import read_guarded
        from treatydiff.pipeline import compare_drafts
        from treatydiff.studies.proposals.proposals import of_delegation, read_proposals

        source_text = read_guarded(Path(compilation), inputs.settings)
        if reading.confidential:
            source = replace(source_text.source, label="Compilation", named=True)
            source_text = replace(source_text, source=source)
        draft, *after = inputs.drafts(names)
        comparison = (
            compare_drafts(draft, after[0], inputs.settings, progress=inputs.progress) if after else None
        )
        found = read_proposals(source_text, draft, comparison, inputs.settings.delegations)
        return of_delegation(found, delegation) if delegation else found

    settings = reading.settings(fixed=_AS_PRINTED, reference="none")
    run_command(PROPOSALS, settings, writing, make, names=names, reading=reading)


@command(COMPILATION)
def compilation(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The base text.")],
    proposed: Annotated[
        list[str],
        typer.Argument(metavar="PROPOSAL...", help="A text that a delegation proposes; NAME=FILE names it."),
    ],
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="Of a docx; else SOURCE_DATE_EPOCH, else a fixed one."),
    ] = None,
    layout: Annotated[
        str | None,
        typer.Option(
            "--layout",
            metavar="own|articles",
            help="What a docx is: the base's own file with everybody's changes tracked in it (the default "
            "where all texts are Word files), or provision by provision.",
        ),
    ] = None,
    scrub: Annotated[
        bool,
        typer.Option(
            "--scrub",
            help="Take who made the base's file out of a docx in it, and leave comments of the copies out.",
        ),
    ] = False,
    *,
    reading: FullReading,
    writing: Writing,
) -> None:
    """Write an article-by-article compilation: the base, and what each delegation changes in it.

    Brackets are read as they are printed.
    """
    from treatydiff.cli.configuration import report_date

    named = [_name_and_path(word) for word in proposed]
    settings = reading.settings(fixed=_AS_PRINTED, reference="none")
    choices: dict[str, object] = {"date": report_date(date), "layout": layout, "scrub": scrub, "tell": _tell}

    def make(inputs: Inputs) -> Compilation:
        from treatydiff.studies.proposals.compile import compile_proposals

        base, *texts = inputs.drafts([draft, *(path for _, path in named)])
        called = [(name or text.source.label, text) for (name, _), text in zip(named, texts, strict=True)]
        if makes_word(writing):
            choices["files"] = tuple(
                word_file(name, settings) for name in (draft, *(path for _, path in named))
            )
        return compile_proposals(base, called, inputs.settings, progress=inputs.progress)

    run_command(
        COMPILATION,
        settings,
        writing,
        make,
        names=[draft, *(path for _, path in named)],
        reading=reading,
        choices=choices,
    )


def _tell(line: str) -> None:
    say(f"treatydiff: {line}")


def _name_and_path(word: str) -> tuple[str, str]:
    """The delegation's name, "" if none, and the path; an existing path with "=" in it is a path."""
    name, sign, path = word.partition("=")
    if not sign or not name.strip() or Path(word).exists():
        return "", word
    if not path:
        raise UsageError(f"no file is named after {name!r}", hint="NAME=FILE")
    return name.strip(), path
