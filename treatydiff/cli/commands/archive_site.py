"""`treatydiff archive site DIR -o FOLDER`: an archive as pages that any server, or none, can show."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from treatydiff.cli.archive_options import (
    FolderArgument,
    IndexOption,
    JobsOption,
    SchedulerOption,
    archive_settings,
    indexed_archive,
    workers_for,
)
from treatydiff.cli.commands.concordance import ReferenceOption
from treatydiff.cli.options import LanguageOption, QuietOption, RevisionsOption


def site(
    folder: FolderArgument,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="FOLDER", help="Where the pages go: new, empty, or a site."),
    ],
    successive: Annotated[
        bool, typer.Option("--successive", help="Take all drafts of a language for one text, in their order.")
    ] = False,
    reference: ReferenceOption = None,
    jobs: JobsOption = 1,
    scheduler: SchedulerOption = None,
    index: IndexOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write static pages: timeline, all pairs, comparisons, the history of each article, search."""
    from treatydiff.archive.matrix import build_matrix
    from treatydiff.archive.site.site import site_chains, site_pages
    from treatydiff.cli.inputs import reference_table
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.site_folder import check_site_folder, write_site

    settings = archive_settings(folder, language, revisions, reference)
    check_site_folder(output, folder)
    table = reference_table(settings)
    with (
        workers_for(jobs, scheduler) as workers,
        shown_progress(quiet=quiet) as progress,
        indexed_archive(folder, settings, index, workers=workers, progress=progress) as (listed, held, run),
    ):
        matrix = build_matrix(listed, held, settings, table=table, workers=workers, progress=progress)
        drafts, chains = site_chains(listed, held, successive=successive)
        pages = site_pages(
            listed, held, settings, matrix, drafts, chains, table=table, workers=workers, progress=progress
        )
        written = write_site(pages, output)
    if quiet:
        return
    compared = sum(len(chain.drafts) for chain in chains.chains)
    said = f"{written} pages for {len(drafts)} drafts, {compared} of them in {len(chains.chains)} "
    said += "chain" if len(chains.chains) == 1 else "chains"
    typer.echo(f"{said}, {len(chains.apart)} compared with none, {len(run.failures)} not readable")
    typer.echo(f"{(output / 'index.html').as_posix()} is where to begin")
    if len(drafts) > 1 and not chains.chains:
        typer.echo("treatydiff: no drafts are compared one after another, since nothing says which follow "
                   "which; hint: order or revises in treatydiff.toml, or --successive", err=True)  # fmt: skip
