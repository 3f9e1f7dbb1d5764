"""What the commands over archives share: their options, who does the work, the index brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.errors import UsageError

if TYPE_CHECKING:
    from treatydiff.archive.executors import Workers
    from treatydiff.archive.index import Index
    from treatydiff.archive.listing import Archive
    from treatydiff.archive.model import IndexRun
    from treatydiff.model.progress import Progress
    from treatydiff.settings import Settings

FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of drafts.")]
IndexOption = Annotated[
    Path | None,
    typer.Option("--index", metavar="FILE", help="The index, instead of DIR/.treatydiff/archive.sqlite."),
]
JobsOption = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", help="Processes that share the work.", min=1)
]
SchedulerOption = Annotated[
    str | None, typer.Option("--scheduler", metavar="ADDRESS", help="A Dask scheduler: tcp://host:8786.")
]


def one_of(form: str, known: tuple[str, ...]) -> None:
    """Refuse a format that a command does not have.

    Raises:
        UsageError: it is none of them.
    """
    if form not in known:
        raise UsageError(f"there is no format {form!r} here", hint=f"one of {', '.join(known)}")


def workers_for(jobs: int, scheduler: str | None = None) -> Workers:
    """Who does the work: this process, some processes, or a Dask cluster."""
    from treatydiff.archive.executors import dask, processes

    if scheduler is not None:
        return dask(scheduler)
    return processes(jobs)


@contextmanager
def indexed_archive(
    folder: Path,
    settings: Settings,
    index_file: Path | None,
    *,
    workers: Workers | None = None,
    progress: Progress | None = None,
) -> Iterator[tuple[Archive, Index, IndexRun]]:
    """An archive with its index brought up to date; what could not be read is said on stderr.

    Args:
        folder: of the drafts.
        settings: how to read.
        index_file: the index, where another place than the folder is wanted.
        workers: who reads; this process if None.
        progress: where to show how far the reading is.
    """
    from treatydiff.archive.index import Index, index_path
    from treatydiff.archive.indexing import index_archive
    from treatydiff.archive.listing import open_archive

    listed = open_archive(folder)
    with Index(index_path(folder, index_file)) as index:
        run = index_archive(listed, index, settings, workers=workers, progress=progress)
        for failure in run.failures:
            typer.echo(f"treatydiff: not read: {failure.file}: {failure.message}", err=True)
        yield listed, index, run


def archive_settings(
    folder: Path, language: str | None, revisions: str | None, reference: str | None = None
) -> Settings:
    """Settings of the archive: its own treatydiff.toml counts, wherever the command is run."""
    from treatydiff.cli.configuration import settings_for

    flags = {"language": language, "revisions": revisions, "reference": reference}
    return settings_for(flags, folder=folder if folder.is_dir() else None)
