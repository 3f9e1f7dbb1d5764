"""`treatydiff languages FILE...`: the language versions of one text against one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.failures import FoundError
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.lexicons import LexiconOption, read_lexicons
from treatydiff.cli.options import VersionsReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.studies.languages.model import LanguageVersions

LANGUAGES = "treatydiff.studies.languages.model:LanguageVersions"


@command(LANGUAGES)
def languages(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="Two or more versions; the first is what the others are held against."
        ),
    ],
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="Exit 1 on any difference or unreadable file."),
    ] = False,
    lexicon: LexiconOption = None,
    *,
    reading: VersionsReading,
    writing: Writing,
) -> None:
    """Hold language versions against one another: structure, numbers, references, brackets, force."""
    from treatydiff.studies.languages.model import UnreadVersion
    from treatydiff.studies.languages.versions import compare_languages, refuse_single

    refuse_single(files)

    def make(inputs: Inputs) -> LanguageVersions:
        drafts, failed = inputs.readable(files)
        return compare_languages(
            drafts, [UnreadVersion(fault.where or name, fault.what) for name, fault in failed],
            lexicons=read_lexicons(lexicon, inputs.settings),
        )  # fmt: skip

    versions = run_command(LANGUAGES, reading.settings(), writing, make, names=files,
                           beside=lexicon or (), reading=reading)  # fmt: skip
    if exit_code and (any(not each.remark for each in versions.differences) or versions.unread):
        raise FoundError
