"""`treatydiff archive ...`: many drafts in a folder: index, listing, matrix, search, checks."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
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
    ReadingChoices,
    ReferenceOption,
    Writing,
)
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command
from treatydiff.errors import UsageError

if TYPE_CHECKING:
    from treatydiff.archive.model import ArchiveCheck, DescribedArchive, IndexRun, Matrix, SearchResult

RUN = "treatydiff.archive.model:IndexRun"
LISTING = "treatydiff.archive.model:DescribedArchive"
MATRIX = "treatydiff.archive.model:Matrix"
SEARCH = "treatydiff.archive.model:SearchResult"
CHECK = "treatydiff.archive.model:ArchiveCheck"

app = typer.Typer(help="Many drafts in a folder: index, listing, matrix, search, checks.")


@app.callback()
def _group() -> None:
    """Many drafts in a folder: index, listing, matrix, search, checks."""


@app.command("index", short_help="Read what is new or changed into the index.")
@command(RUN)
def index_command(
    folder: FolderArgument, *, indexing: Indexing, reading: FolderReading, writing: Writing
) -> None:
    """Read what is new or changed into the index; a run that was killed is taken up where it ended."""

    def make(inputs: Inputs) -> IndexRun:
        with opened(folder, inputs, indexing) as archive:
            return archive.indexed

    silent = writing.quiet and writing.output is None and writing.form == "terminal"
    if silent:  # the line says how far the run went, and that is what -q leaves out
        writing = replace(writing, output=Path(os.devnull))
    run_command(RUN, reading.settings(folder=archive_folder(folder)), writing, make)


@app.command(short_help="Propose a treatydiff.toml from what is printed.")
@command(LISTING, form="toml")
def describe(folder: FolderArgument, *, indexing: Indexing, reading: FolderReading, writing: Writing) -> None:
    """Propose a treatydiff.toml from what the drafts print; show symbols that several files claim."""

    def make(inputs: Inputs) -> DescribedArchive:
        from treatydiff.archive.conflicts import conflicts_of, with_differences
        from treatydiff.archive.model import DescribedArchive

        with opened(folder, inputs, indexing) as archive:
            drafts = archive.index.drafts()
            entries = tuple(archive.listed.entry(each.file, each.printed) for each in drafts)
            claims = conflicts_of([(entry, each.sha256) for entry, each in zip(entries, drafts, strict=True)])
            conflicts = with_differences(
                claims, archive.index, inputs.settings, table=inputs.reference_table()
            )
        return DescribedArchive(
            archive.listed.called, entries, tuple(conflicts), archive.indexed.failures
        )  # fmt: skip

    described = run_command(LISTING, reading.settings(folder=archive_folder(folder)), writing, make)
    for conflict in described.conflicts:
        say(f"treatydiff: {conflict.symbol} ({conflict.language}) is claimed by files with different "
            f"bytes: {', '.join(conflict.files)}")  # fmt: skip
        for difference in conflict.differences:
            say(f"  {difference}")


@app.command(short_help="Consonance of all pairs, nearest drafts, heat map.")
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
        int,
        typer.Option(
            "--nearest", metavar="K", min=1, help="Nearest drafts of each, found for certain (see --floor)."
        ),
    ] = 1,
    most_pairs: Annotated[
        int, typer.Option("--most-pairs", metavar="N", min=0, help="Limit on pairs scored in full.")
    ] = 5_000,
    floor: Annotated[
        float | None,
        typer.Option(
            "--floor",
            metavar="SHARE",
            min=0.0,
            max=1.0,
            help="List pairs, and seek the nearest, only where a share may reach this"
            " (default: list all up to 200 drafts, seek from 0.25 on).",
        ),
    ] = None,
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
                threshold=threshold, nearest=nearest, most_pairs=most_pairs, floor=floor,
                workers=archive.workers, progress=inputs.progress,
            )  # fmt: skip

    settings = reading.settings(folder=archive_folder(folder), reference=reference)
    run_command(MATRIX, settings, writing, make)


@app.command(short_help="Find clauses by words, provisions by likeness.")
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
        str,
        typer.Option("--article", metavar="NUMBER|ID", help="Only in this article: 8, 'Article 8', art_8."),
    ] = "",
    language: Annotated[str, typer.Option("--language", metavar="CODE", help="Only in this language.")] = "",
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, help="Hits to show.")] = 20,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit 1 where nothing is found.")] = False,
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

    found = run_command(SEARCH, reading.settings(folder=archive_folder(folder)), writing, make)
    if exit_code and not found.hits:
        raise FoundError


@app.command("check", short_help="Hold the archive against its own rules.")
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

        raise FoundError(f"{found.title}: {verdict(found)}")


app.command(short_help="Write static pages of the whole archive.")(site)
