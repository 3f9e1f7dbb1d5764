"""`treatydiff archive ...`: many drafts in a folder: index, listing, matrix, search, checks."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from treatydiff.cli.archive_options import (
    FolderArgument,
    IndexOption,
    JobsOption,
    SchedulerOption,
    archive_settings,
    indexed_archive,
    one_of,
    workers_for,
)
from treatydiff.cli.commands.archive_site import site
from treatydiff.cli.failures import FoundError
from treatydiff.cli.options import (
    ColourOption,
    LanguageOption,
    OutputOption,
    QuietOption,
    RevisionsOption,
    WidthOption,
    terminal_width,
)
from treatydiff.errors import UsageError

app = typer.Typer(
    help="Many drafts in a folder: index, listing, matrix, search, checks.", no_args_is_help=True
)

_MATRIX_FORMATS = ("terminal", "csv", "json", "html", "svg")
_CHECK_FORMATS = ("terminal", "junit", "github", "markdown", "json")
_TEXT_FORMATS = ("terminal", "json")


@app.callback()
def _group() -> None:
    """Many drafts in a folder: index, listing, matrix, search, checks."""


@app.command("index")
def index_command(
    folder: FolderArgument,
    jobs: JobsOption = 1,
    scheduler: SchedulerOption = None,
    index: IndexOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    quiet: QuietOption = False,
) -> None:
    """Read what is new or changed into the index; a run that was killed is taken up where it ended."""
    from treatydiff.cli.progress import shown_progress

    settings = archive_settings(folder, language, revisions)
    with (
        workers_for(jobs, scheduler) as workers,
        shown_progress(quiet=quiet) as progress,
        indexed_archive(folder, settings, index, workers=workers, progress=progress) as (_, _, run),
    ):
        summary = run
    if not quiet:
        typer.echo(
            f"{len(summary.read)} read, {len(summary.unchanged)} unchanged, {len(summary.removed)} removed, "
            f"{len(summary.failures)} not readable"
        )


@app.command()
def describe(
    folder: FolderArgument,
    output: OutputOption = None,
    jobs: JobsOption = 1,
    scheduler: SchedulerOption = None,
    index: IndexOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    quiet: QuietOption = False,
) -> None:
    """Propose a treatydiff.toml from what the drafts print; show symbols that several files claim."""
    from treatydiff.archive.conflicts import conflicts_of, with_differences
    from treatydiff.archive.report.listing_toml import listing_toml
    from treatydiff.cli.inputs import reference_table
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result

    check_target(output)
    settings = archive_settings(folder, language, revisions)
    with (
        workers_for(jobs, scheduler) as workers,
        shown_progress(quiet=quiet) as progress,
        indexed_archive(folder, settings, index, workers=workers, progress=progress) as (listed, held, run),
    ):
        drafts = held.drafts()
        entries = [listed.entry(each.file, each.printed) for each in drafts]
        claims = conflicts_of([(entry, each.sha256) for entry, each in zip(entries, drafts, strict=True)])
        conflicts = with_differences(claims, held, settings, table=reference_table(settings))
    for conflict in conflicts:
        typer.echo(f"treatydiff: {conflict.symbol} ({conflict.language}) is claimed by files with different "
                   f"bytes: {', '.join(conflict.files)}", err=True)  # fmt: skip
        for difference in conflict.differences:
            typer.echo(f"  {difference}", err=True)
    title = listed.title or folder.resolve().name
    write_result(listing_toml(entries, title=title, conflicts=conflicts, failures=run.failures), output)


@app.command()
def matrix(
    folder: FolderArgument,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal, csv, json, html or svg.")
    ] = "terminal",
    output: OutputOption = None,
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
    reference: Annotated[
        str | None,
        typer.Option("--reference", metavar="auto|none|FILE", help="Where the weights of words come from."),
    ] = None,
    jobs: JobsOption = 1,
    scheduler: SchedulerOption = None,
    index: IndexOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """Consonance of all pairs in both directions, nearest drafts, and a heat map."""
    from treatydiff.archive.matrix import build_matrix
    from treatydiff.cli.configuration import wants_colour
    from treatydiff.cli.inputs import reference_table
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result

    one_of(form, _MATRIX_FORMATS)
    check_target(output)
    settings = archive_settings(folder, language, revisions, reference)
    with (
        workers_for(jobs, scheduler) as workers,
        shown_progress(quiet=quiet) as progress,
        indexed_archive(folder, settings, index, workers=workers, progress=progress) as (
            listed,
            held,
            _,
        ),
    ):
        found = build_matrix(
            listed, held, settings, table=reference_table(settings), threshold=threshold, nearest=nearest,
            most_pairs=most_pairs, workers=workers, progress=progress,
        )  # fmt: skip
    if form == "terminal":
        from treatydiff.archive.report.matrix_terminal import matrix_terminal

        coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
        write_result(matrix_terminal(found, width=terminal_width(width), colour=coloured), output)
    elif form == "html":
        from treatydiff.archive.report.matrix_html import matrix_html

        write_result(matrix_html(found, listed.title or folder.resolve().name), output)
    elif form == "svg":
        from treatydiff.archive.report.matrix_svg import matrix_svg

        write_result(matrix_svg(found), output)
    else:
        from treatydiff.archive.report.matrix_data import matrix_csv, matrix_json

        write_result(matrix_csv(found) if form == "csv" else matrix_json(found, settings.changed()), output)


@app.command()
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
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal or json.")
    ] = "terminal",
    output: OutputOption = None,
    jobs: JobsOption = 1,
    index: IndexOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """Find clauses by their words, or provisions by their likeness, with citations."""
    from treatydiff.archive.report.search_reports import search_json, search_terminal
    from treatydiff.archive.search import SearchFilter, search_like, search_words
    from treatydiff.cli.configuration import wants_colour
    from treatydiff.cli.drafts import load_draft
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result

    one_of(form, _TEXT_FORMATS)
    check_target(output)
    if (phrase is None) == (like is None):
        raise UsageError(
            "search takes either words or --like", hint='treatydiff archive search DIR "due regard"'
        )
    settings = archive_settings(folder, None, None)
    where = SearchFilter(draft, since, until, article, language)
    with (
        workers_for(jobs) as workers,
        shown_progress(quiet=quiet) as progress,
        indexed_archive(folder, settings, index, workers=workers, progress=progress) as (listed, held, _),
    ):
        if like is not None:
            found = search_like(listed, held, load_draft(like, settings, progress=progress), where, most=most)
        else:
            found = search_words(listed, held, phrase or "", where, most=most)
    if form == "json":
        write_result(search_json(found), output)
        return
    coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
    write_result(search_terminal(found, width=terminal_width(width), colour=coloured), output)


@app.command("check")
def check_command(
    folder: FolderArgument,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal, junit, github, markdown or json.")
    ] = "terminal",
    output: OutputOption = None,
    jobs: JobsOption = 1,
    index: IndexOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """Hold the archive against the rules of its treatydiff.toml; exit 1 if one is broken."""
    from treatydiff.archive.archive_checks import check_archive
    from treatydiff.archive.report import check_reports as reports
    from treatydiff.cli.configuration import wants_colour
    from treatydiff.cli.inputs import reference_table, themes_text
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result

    one_of(form, _CHECK_FORMATS)
    check_target(output)
    settings = archive_settings(folder, language, revisions)
    with (
        workers_for(jobs) as workers,
        shown_progress(quiet=quiet) as progress,
        indexed_archive(folder, settings, index, workers=workers, progress=progress) as (listed, held, _),
    ):
        found = check_archive(
            listed, held, settings, table=reference_table(settings), themes=themes_text(settings),
            progress=progress,
        )  # fmt: skip
    if form == "terminal":
        from treatydiff.archive.report.check_terminal import archive_check_terminal

        coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
        write_result(archive_check_terminal(found, width=terminal_width(width), colour=coloured), output)
    elif form == "github":
        write_result(reports.archive_check_annotations(found, folder.as_posix()), output)
    else:
        render = {"junit": reports.archive_check_junit, "markdown": reports.archive_check_markdown,
                  "json": reports.archive_check_json}[form]  # fmt: skip
        write_result(render(found), output)
    if not found.passed:
        raise FoundError(f"{folder.name}: {reports.verdict(found)}")


app.command()(site)
