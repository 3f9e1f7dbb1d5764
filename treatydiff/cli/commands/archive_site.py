"""`treatydiff archive site DIR -o FOLDER`: an archive as pages that any server, or none, can show."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from treatydiff.cli.archives import archive_folder, opened
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import FolderArgument, FolderReading, Indexing, QuietOption, ReferenceOption
from treatydiff.cli.progress import shown_progress
from treatydiff.cli.signatures import command


@command()
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
    quiet: QuietOption = False,
    *,
    indexing: Indexing,
    reading: FolderReading,
) -> None:
    """Write static pages: timeline, all pairs, comparisons, the history of each article, search."""
    from treatydiff.archive.matrix import build_matrix
    from treatydiff.archive.site.site import site_chains, site_pages
    from treatydiff.cli.site_folder import check_site_folder, write_site

    settings = reading.settings(folder=archive_folder(folder), reference=reference)
    check_site_folder(output, folder)
    with shown_progress(quiet=quiet) as progress:
        inputs = Inputs(settings, None, progress)
        table = inputs.reference_table()
        with opened(folder, inputs, indexing) as archive:
            listed, index, workers = archive.listed, archive.index, archive.workers
            matrix = build_matrix(listed, index, settings, table=table, workers=workers, progress=progress)
            drafts, chains = site_chains(listed, index, successive=successive)
            pages = site_pages(
                listed, index, settings, matrix, drafts, chains, table=table, workers=workers,
                progress=progress,
            )  # fmt: skip
            written = write_site(pages, output)
            failures = len(archive.indexed.failures)
    if quiet:
        return
    compared = sum(len(chain.drafts) for chain in chains.chains)
    said = f"{written} pages for {len(drafts)} drafts, {compared} of them in {len(chains.chains)} "
    said += "chain" if len(chains.chains) == 1 else "chains"
    typer.echo(f"{said}, {len(chains.apart)} compared with none, {failures} not readable")
    typer.echo(f"{(output / 'index.html').as_posix()} is where to begin")
    if len(drafts) > 1 and not chains.chains:
        typer.echo("treatydiff: no drafts are compared one after another, since nothing says which follow "
                   "which; hint: order or revises in treatydiff.toml, or --successive", err=True)  # fmt: skip
