"""A file is read in a process of its own, so that a bad one cannot take this process down.

Damaged and hostile files can make any parser loop, exhaust the memory or crash. The worker is a
plain Python process that is started for one file and ended with it; it takes about a fifth of a
second to start, so short plain texts, which no parser stands behind, are read right here. It is run
through `subprocess`, since `multiprocessing` would import the caller's main module once more.
"""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import treatydiff
from treatydiff.errors import ReadError
from treatydiff.isolation.worker import Request, read_frame, write_frame
from treatydiff.model import SourceText
from treatydiff.model.progress import StepProgress
from treatydiff.reading import sniff
from treatydiff.reading.reader import bytes_of, read_bytes, read_file
from treatydiff.settings import Settings

_SMALL = 2 * 1024 * 1024
"""Bytes up to which a plain text is read in this process."""
_PARSED = frozenset({sniff.PDF, sniff.DOCX, sniff.HTML, sniff.AKN})
_LOOK = 0.2
"""Seconds between two looks at the clock; an interrupt is noticed at the latest then."""
_PATIENCE = 5 if find_spec("resource") else 1
"""The system counts the worker's seconds of work; on a busy machine they take longer by the clock.

Where it does not (Windows), the clock alone counts.
"""
_START_SECONDS = 30.0
"""What a worker may take to start on a busy machine, beyond the seconds for reading."""


def read_guarded(
    source: Path | bytes,
    settings: Settings,
    *,
    label: str = "",
    media_type: str | None = None,
    progress: StepProgress | None = None,
) -> SourceText:
    """Read one file under limits of time and memory.

    Args:
        source: the file, or its content.
        settings: how to read; `isolate` says when a process of its own does it.
        label: what to call bytes in reports and messages; a file goes by its name.
        media_type: media type or short name ("md") where it is known; None looks at the content.
        progress: told (pages done, pages in all).

    Raises:
        ReadError: the file cannot be read, or a limit was hit: the message names it, the hint says
            which setting raises it.
        UsageError: `media_type` is unknown.
    """
    path = source if isinstance(source, Path) else None
    name = path.name if path is not None else label
    try:
        if path is not None and settings.isolate == "never":
            return read_file(path, settings, media_type=media_type, progress=progress)
        data = source if isinstance(source, bytes) else None
        if path is not None and not _is_long(path):
            data = bytes_of(path, settings)
        if data is not None and not _isolated(data, name, settings, media_type):
            return read_bytes(data, name, settings, media_type=media_type, progress=progress)
    except MemoryError:
        raise ReadError(
            "reading needs more memory than there is", where=name, hint="read it on a larger machine"
        ) from None
    worker = _Worker(Request(path if data is None else None, data or b"", name, settings, media_type))
    try:
        return worker.text(progress)
    finally:
        worker.end()


def _is_long(path: Path) -> bool:
    """Whether this is a file, no pipe, past the size up to which its content decides where it is read."""
    try:
        return path.is_file() and path.stat().st_size > _SMALL
    except (OSError, ValueError):
        return False


def _isolated(data: bytes, label: str, settings: Settings, media_type: str | None) -> bool:
    if settings.isolate != "auto":
        return settings.isolate == "always"
    if not sys.executable or getattr(sys, "frozen", False):  # no Python to start
        return False
    named = sniff.MEDIA_TYPES_BY_SHORT_NAME.get((media_type or "").lower().lstrip("."), media_type)
    kinds = {sniff.sniff_content(data, label).media_type, named}
    # Readers of other packages may be known to this process alone.
    return bool(kinds & _PARSED) or (len(data) > _SMALL and sniff.TEXT in kinds | {sniff.MARKDOWN})


class _Worker:
    """The process that reads one file."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._settings = request.settings
        self._frames: queue.SimpleQueue[tuple[Any, ...]] = queue.SimpleQueue()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "treatydiff.isolation.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(_import_path())},
                start_new_session=True,
            )
        except OSError as fault:
            raise self._refusal(
                f"no process can be started to read the file ({fault.strerror})",
                'set isolate to "never" to read it without one, if you trust it',
            ) from None
        threading.Thread(target=self._exchange, daemon=True).start()

    def text(self, progress: StepProgress | None) -> SourceText:
        """What the worker reads; raises what it raises."""
        parts: dict[str, list[Any]] = {"blocks": [], "notes": [], "furniture": []}
        patience = _PATIENCE * self._settings.max_read_seconds
        ends = time.monotonic() + _START_SECONDS + patience
        while True:
            kind, *content = self._next_frame(ends)
            if kind == "began":
                ends = time.monotonic() + patience
            elif kind == "progress":
                if progress is not None:
                    progress(*content)
            elif kind in parts:
                parts[kind] += content[0]
            elif kind == "read":
                text: SourceText = content[0]
                blocks, notes, furniture = (tuple(items) for items in parts.values())
                return replace(text, blocks=blocks, notes=notes, furniture=furniture)
            else:
                raise self._fault(kind, content)

    def end(self) -> None:
        """End the process and those that it started at once, and close the pipes."""
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _exchange(self) -> None:
        """Send the request and collect the answers; in a thread, since pipes wait without a clock."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        try:
            write_frame(stdin, self._request)
            while True:
                self._frames.put(read_frame(stdout))
        except (EOFError, OSError, ValueError):  # the worker has gone, or `end` has closed the pipes
            self._frames.put(("gone",))

    def _next_frame(self, ends: float) -> tuple[Any, ...]:
        while (left := ends - time.monotonic()) > 0:
            try:
                return self._frames.get(timeout=min(left, _LOOK))
            except queue.Empty:
                continue
        return ("time",)

    def _fault(self, kind: str, content: list[Any]) -> Exception:
        if kind == "refused":
            fault: Exception = content[0]
            return fault
        if kind == "gone":
            kind = self._cause_of_death()
        if kind == "time":
            return self._refusal(
                f"reading takes longer than {self._settings.max_read_seconds} seconds",
                "raise max_read_seconds in the settings if you trust it",
            )
        if kind == "memory":
            return self._refusal(
                f"reading needs more than {self._settings.max_memory_mib} MiB of memory",
                "raise max_memory_mib in the settings if you trust it",
            )
        if kind == "failed":
            refusal = self._refusal(
                f"the file makes the reader fail ({content[0]})",
                "it is damaged in a way not foreseen; please report it",
            )
            refusal.add_note(content[1])
            return refusal
        return self._refusal(
            f"the file makes the reader crash ({kind})",
            "it is damaged or hostile; max_memory_mib in the settings gives the reader more memory",
        )

    def _cause_of_death(self) -> str:
        code = self._process.wait()
        if code == -getattr(signal, "SIGXCPU", 0):
            return "time"
        if code >= 0:
            return f"exit code {code}"
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"

    def _refusal(self, what: str, hint: str) -> ReadError:
        return ReadError(what, where=self._request.label, hint=hint)


def _import_path() -> list[str]:
    """Where the worker finds modules: as here, without the working folder, which may hold anything."""
    package = str(Path(treatydiff.__file__).resolve().parent.parent)
    given = [entry for entry in sys.path if entry]
    return given if package in given else [*given, package]
