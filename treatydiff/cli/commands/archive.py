"""`treatydiff archive ...`: many drafts in a folder: index, listing, matrix, search, checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.archives import archive_folder, opened
from treatydiff.cli.commands.archive_site import site
from treatydiff.cli.failures import FoundError, say
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import (
    FolderArgument,
    FolderReading,
    Indexing,
    OutputOption,
    QuietOption,
    ReadingChoices,
    ReferenceOption,
    Writing,
)
from treatydiff.cli.progress import shown_progress
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command
from treatydiff.errors import UsageError

if TYPE_CHECKING:
    from treatydiff.archive.model import ArchiveCheck, Matrix, SearchResult

MATRIX = "treatydiff.archive.model:Matrix"
SEARCH = "treatydiff.archive.model:SearchResult"
CHECK = "treatydiff.archive.model:ArchiveCheck"

app = typer.Typer(help="Many drafts in a folder: index, listing, matrix, search, checks.")


@app.callback()
def _group() -> None:
    """Many drafts in a folder: index, listing, matrix, search, checks."""


@app.command("index")
@command()
def index_command(
    folder: FolderArgument, quiet: QuietOption = False, *, indexing: Indexing, reading: FolderReading
) -> None:
    """Read what is new or changed into the index; a run that was killed is taken up where it ended."""
    settings = reading.settings(folder=archive_folder(folder))
    with (
        shown_progress(quiet=quiet) as progress,
        opened(folder, Inputs(settings, None, progress), indexing) as archive,
    ):
        done = archive.indexed
    if not quiet:
        typer.echo(
            f"{len(done.read)} read, {len(done.unchanged)} unchanged, {len(done.removed)} removed, "
            f"{len(done.failures)} not readable"
        )


@app.command()
@command()
def describe(
    folder: FolderArgument,
    output: OutputOption = None,
    quiet: QuietOption = False,
    *,
    indexing: Indexing,
    reading: FolderReading,
) -> None:
    """Propose a treatydiff.toml from what the drafts print; show symbols that several files claim."""
    from treatydiff.archive.conflicts import conflicts_of, with_differences
    from treatydiff.archive.report.listing_toml import listing_toml
    from treatydiff.cli.writing import check_target, write_result

    check_target(output)
    settings = reading.settings(folder=archive_folder(folder))
    with shown_progress(quiet=quiet) as progress:
        inputs = Inputs(settings, None, progress)
        with opened(folder, inputs, indexing) as archive:
            drafts = archive.index.drafts()
            entries = [archive.listed.entry(each.file, each.printed) for each in drafts]
            claims = conflicts_of([(entry, each.sha256) for entry, each in zip(entries, drafts, strict=True)])
            conflicts = with_differences(claims, archive.index, settings, table=inputs.reference_table())
    for conflict in conflicts:
        say(f"treatydiff: {conflict.symbol} ({conflict.language}) is claimed by files with different "
            f"bytes: {', '.join(conflict.files)}")  # fmt: skip
        for difference in conflict.differences:
            say(f"  {difference}")
    proposed = listing_toml(
        entries, title=archive.listed.called, conflicts=conflicts, failures=archive.indexed.failures
    )
    write_result(proposed, output)


@app.command()
@command(MATRIX)
def matrix(
    folder: FolderArgument,
    threshold: Annotated[
        float,
        typer.Option(
            "--threshold",
            metavar="SHARE",
            min=0.0,
            max=1.0,
            help="Score in full where a share may reach this; 0 scores every pair.",
        ),
    ] = 0.5,
    nearest: Annotated[
        int, typer.Option("--nearest", metavar="K", min=1, help="Nearest drafts of each, found for certain.")
    ] = 1,
    most_pairs: Annotated[
        int, typer.Option("--most-pairs", metavar="N", min=0, help="Limit on pairs scored in full.")
    ] = 5_000,
    reference: ReferenceOption = None,
    *,
    indexing: Indexing,
    reading: FolderReading,
    writing: Writing,
) -> None:
    """Consonance of all pairs in both directions, nearest drafts, and a heat map."""

    def make(inputs: Inputs) -> Matrix:
        from treatydiff.archive.matrix import build_matrix

        with opened(folder, inputs, indexing) as archive:
            return build_matrix(
                archive.listed, archive.index, inputs.settings, table=inputs.reference_table(),
                threshold=threshold, nearest=nearest, most_pairs=most_pairs, workers=archive.workers,
                progress=inputs.progress,
            )  # fmt: skip

    settings = reading.settings(folder=archive_folder(folder), reference=reference)
    run_command(MATRIX, settings, writing, make)


@app.command()
@command(SEARCH)
def search(
    folder: FolderArgument,
    phrase: Annotated[
        str | None, typer.Argument(metavar="PHRASE", help="Words; word* stands for all that begin so.")
    ] = None,
    like: Annotated[
        str | None,
        typer.Option(
            "--like", metavar="DRAFT#ID", help="Instead of words: what is closest to this provision."
        ),
    ] = None,
    draft: Annotated[str, typer.Option("--draft", metavar="FILE|SYMBOL", help="Only in this draft.")] = "",
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Only from this date on.")] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="Only up to this date.")] = "",
    article: Annotated[
        str, typer.Option("--article", metavar="NUMBER|ID", help="Only in this article.")
    ] = "",
    language: Annotated[str, typer.Option("--language", metavar="CODE", help="Only in this language.")] = "",
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, help="Hits to show.")] = 20,
    *,
    indexing: Indexing,
    reading: ReadingChoices,
    writing: Writing,
) -> None:
    """Find clauses by their words, or provisions by their likeness, with citations."""
    if (phrase is None) == (like is None):
        raise UsageError(
            "search takes either words or --like", hint='treatydiff archive search DIR "due regard"'
        )

    def make(inputs: Inputs) -> SearchResult:
        from treatydiff.archive.search import SearchFilter, search_like, search_words

        where = SearchFilter(draft, since, until, article, language)
        with opened(folder, inputs, indexing) as archive:
            if like is not None:
                return search_like(archive.listed, archive.index, inputs.draft(like), where, most=most)
            return search_words(archive.listed, archive.index, phrase or "", where, most=most)

    run_command(SEARCH, reading.settings(folder=archive_folder(folder)), writing, make)


@app.command("check")
@command(CHECK)
def check_command(
    folder: FolderArgument, *, indexing: Indexing, reading: FolderReading, writing: Writing
) -> None:
    """Hold the archive against the rules of its treatydiff.toml; exit 1 if one is broken."""

    def make(inputs: Inputs) -> ArchiveCheck:
        from treatydiff.archive.archive_checks import check_archive

        with opened(folder, inputs, indexing) as archive:
            return check_archive(
                archive.listed, archive.index, inputs.settings, table=inputs.reference_table(),
                themes=inputs.themes(), progress=inputs.progress,
            )  # fmt: skip

    settings = reading.settings(folder=archive_folder(folder))
    found = run_command(CHECK, settings, writing, make, choices={"folder": folder.as_posix()})
    if not found.passed:
        from treatydiff.archive.report.check_reports import verdict

        raise FoundError(f"{folder.name}: {verdict(found)}")


app.command()(site)
