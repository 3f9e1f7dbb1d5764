"""A file is read and parsed in a process of its own, so that a bad one cannot take this process down.

Damaged and hostile files can make any parser loop, exhaust the memory or crash, and a line that nobody
foresaw can keep a grammar busy for ever. The worker is a plain Python process that is started for one
file and ended with it; it takes about a fifth of a second to start, so short plain texts, which no
parser of a format stands behind, are read right here, under an alarm. It is run through `subprocess`,
since `multiprocessing` would import the caller's main module once more.
"""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, Literal, TypeVar

from treatydiff.errors import ReadError
from treatydiff.isolation.alarm import TimeIsUpError, bounded_seconds, can_ring
from treatydiff.isolation.process import Worker, takes_too_long
from treatydiff.isolation.worker import Request
from treatydiff.model import Draft, SourceText
from treatydiff.model.draft_codec import decode_draft
from treatydiff.model.progress import StepProgress
from treatydiff.reading import sniff
from treatydiff.reading.reader import bytes_of, read_bytes, refuse_oversize
from treatydiff.settings import Settings

Result = TypeVar("Result")

_SMALL = 256 * 1024
"""Bytes up to which a plain text is read in this process.

Measured: a text of this length is read and parsed in about a second, a worker starts in a quarter of
one; and a search of quadratic cost that no alarm interrupts ends after some twenty seconds.
"""
_PARSED = frozenset({sniff.PDF, sniff.DOCX, sniff.HTML, sniff.AKN})


class FileReading(Generic[Result]):
    """A file that is being read: by a worker that is under way, or right here once it is asked for.

    Made by `begin_draft` and `begin_text`; `end` it in any case.
    """

    def __init__(
        self, label: str, work: Callable[[StepProgress | None], Result], worker: Worker | None
    ) -> None:
        self._label = label
        self._work = work
        self._worker = worker

    @property
    def is_under_way(self) -> bool:
        """Whether a worker reads it, so that this process may do something else meanwhile."""
        return self._worker is not None

    def result(self, progress: StepProgress | None = None) -> Result:
        """What the file holds.

        Args:
            progress: told (pages done, pages in all).

        Raises:
            ReadError: the file cannot be read, or a limit was hit: the message names it, the hint says
                which setting raises it.
            LanguageError: a draft is wanted and there is no grammar for its language.
            UsageError: the media type named is unknown.
        """
        try:
            with _enough_memory(self._label):
                return self._work(progress)
        finally:
            self.end()

    def end(self) -> None:
        """End the worker, if one reads."""
        if self._worker is not None:
            self._worker.end()


def begin_draft(
    source: Path | bytes, settings: Settings, *, label: str = "", media_type: str | None = None
) -> FileReading[Draft]:
    """Begin to read and parse one file under limits of time and memory.

    Args:
        source: the file, or its content.
        settings: how to read; `isolate` says when a process of its own does it.
        label: what to call bytes in reports and messages; a file goes by its name.
        media_type: media type or short name ("md") where it is known; None looks at the content.

    Raises:
        ReadError: the file is missing, a folder or too big, or no worker can be started.
    """

    def here(data: bytes, name: str, progress: StepProgress | None) -> Draft:
        from treatydiff.structure.parse import parse

        return parse(read_bytes(data, name, settings, media_type=media_type, progress=progress), settings)

    def there(worker: Worker, progress: StepProgress | None) -> Draft:
        return decode_draft(worker.draft(progress))

    return _begin(source, settings, label, media_type, "draft", here, there)


def begin_text(
    source: Path | bytes, settings: Settings, *, label: str = "", media_type: str | None = None
) -> FileReading[SourceText]:
    """Begin to read one file, without parsing it; as `begin_draft` otherwise."""

    def here(data: bytes, name: str, progress: StepProgress | None) -> SourceText:
        return read_bytes(data, name, settings, media_type=media_type, progress=progress)

    return _begin(source, settings, label, media_type, "text", here, Worker.text)


def read_guarded(
    source: Path | bytes,
    settings: Settings,
    *,
    label: str = "",
    media_type: str | None = None,
    progress: StepProgress | None = None,
) -> SourceText:
    """Read one file under limits of time and memory, without parsing it.

    Args:
        source: the file, or its content.
        settings: how to read; `isolate` says when a process of its own does it.
        label: what to call bytes in reports and messages; a file goes by its name.
        media_type: media type or short name ("md") where it is known; None looks at the content.
        progress: told (pages done, pages in all).

    Raises:
        ReadError: the file cannot be read, or a limit was hit.
        UsageError: `media_type` is unknown.
    """
    return begin_text(source, settings, label=label, media_type=media_type).result(progress)


def _begin(
    source: Path | bytes,
    settings: Settings,
    label: str,
    media_type: str | None,
    wants: Literal["draft", "text"],
    here: Callable[[bytes, str, StepProgress | None], Result],
    there: Callable[[Worker, StepProgress | None], Result],
) -> FileReading[Result]:
    path = source if isinstance(source, Path) else None
    name = path.name if path is not None else label
    data = source if isinstance(source, bytes) else None
    if path is not None and (settings.isolate == "never" or not _is_long(path, settings)):
        with _enough_memory(name):
            data = bytes_of(path, settings)
    if data is not None and not _isolated(data, name, settings, media_type):
        content = data
        return FileReading(name, lambda progress: _bounded(here, content, name, settings, progress), None)
    worker = Worker(Request(path if data is None else None, data or b"", name, settings, media_type, wants))
    return FileReading(name, lambda progress: there(worker, progress), worker)


def _bounded(
    here: Callable[[bytes, str, StepProgress | None], Result],
    data: bytes,
    name: str,
    settings: Settings,
    progress: StepProgress | None,
) -> Result:
    try:
        with bounded_seconds(settings.max_read_seconds):
            return here(data, name, progress)
    except TimeIsUpError:
        raise takes_too_long(name, settings.max_read_seconds) from None


@contextmanager
def _enough_memory(label: str) -> Iterator[None]:
    try:
        yield
    except MemoryError:
        raise ReadError(
            "reading needs more memory than there is", where=label, hint="read it on a larger machine"
        ) from None


def _is_long(path: Path, settings: Settings) -> bool:
    """Whether this is a file, no pipe, past the size up to which its content decides where it is read.

    Raises:
        ReadError: it is bigger than any file may be.
    """
    try:
        status = path.stat()
    except (OSError, ValueError):
        return False
    if not stat.S_ISREG(status.st_mode) or status.st_size <= _SMALL:
        return False
    refuse_oversize(status.st_size, path.name, settings)
    return True


def _isolated(data: bytes, label: str, settings: Settings, media_type: str | None) -> bool:
    if settings.isolate != "auto":
        return settings.isolate == "always"
    if not sys.executable or getattr(sys, "frozen", False):  # no Python to start
        return False
    named = sniff.MEDIA_TYPES_BY_SHORT_NAME.get((media_type or "").lower().lstrip("."), media_type)
    kinds = {sniff.sniff_content(data, label).media_type, named}
    if kinds & _PARSED:
        return True
    # Readers of other packages may be known to this process alone.
    return bool(kinds & {sniff.TEXT, sniff.MARKDOWN}) and (len(data) > _SMALL or not can_ring())
