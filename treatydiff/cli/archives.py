"""An archive opened for a command: its index brought up to date, and who does the work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from treatydiff.cli.failures import say
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import Indexing
from treatydiff.errors import ReadError, UsageError
from treatydiff.records import dataclass

if TYPE_CHECKING:
    from treatydiff.archive.executors import Workers
    from treatydiff.archive.index import Index
    from treatydiff.archive.listing import ArchiveListing
    from treatydiff.archive.model import IndexRun


_HOLDS = "an archive is a folder of PDF, DOCX, HTML, Markdown or text files"
_REBUILT = "the index was made by another version: every draft is read again"


@dataclass(frozen=True, slots=True)
class OpenArchive:
    """An archive with its index, what indexing did, and who does further work."""

    listed: ArchiveListing
    index: Index
    indexed: IndexRun
    workers: Workers


@contextmanager
def opened(folder: Path, inputs: Inputs, indexing: Indexing) -> Iterator[OpenArchive]:
    """An archive with its index brought up to date; what could not be read is said on stderr.

    Args:
        folder: of the drafts.
        inputs: of the command.
        indexing: where the index is, and who reads.

    Raises:
        ReadError: the folder holds no drafts, about which every answer would be a false assurance.
    """
    from treatydiff.archive.index import Index, index_path
    from treatydiff.archive.indexing import index_archive, is_of_another_version
    from treatydiff.archive.listing import open_archive

    with _workers(indexing) as workers:
        listed = open_archive(folder)
        with Index(index_path(folder, indexing.index)) as index:
            if is_of_another_version(index):
                say(f"treatydiff: {_REBUILT}")
            indexed = index_archive(listed, index, inputs.settings, workers=workers, progress=inputs.progress)
            if not indexed.failures and not index.drafts():
                raise ReadError("holds no drafts", where=folder.as_posix(), hint=_HOLDS)
            for failure in indexed.failures:
                say(f"treatydiff: not read: {failure.file}: {failure.message}")
            yield OpenArchive(listed, index, indexed, workers)


def archive_folder(folder: Path) -> Path | None:
    """The folder whose own treatydiff.toml counts, wherever the command is run."""
    return folder if folder.is_dir() else None


def _workers(indexing: Indexing) -> Workers:
    """Who does the work: this process, some processes, or a Dask cluster."""
    from treatydiff.archive.executors import TlsFiles, dask, processes

    files = [each for each in (indexing.tls_ca, indexing.tls_cert, indexing.tls_key) if each is not None]
    if files and (len(files) < 3 or indexing.scheduler is None):
        raise UsageError("--tls-ca, --tls-cert and --tls-key belong together, and to --scheduler",
                         hint="--scheduler tls://host:8786")  # fmt: skip
    for file in files:
        if not file.is_file():
            raise ReadError("no such file", where=str(file))
    if indexing.scheduler is not None:
        return dask(indexing.scheduler, TlsFiles(*files) if files else None)
    return processes(indexing.jobs)
