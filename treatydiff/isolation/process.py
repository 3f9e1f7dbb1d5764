"""The worker as the process that waits for it sees it: started, listened to, ended."""

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

_LOOK = 0.2
"""Seconds between two looks at the clock; an interrupt is noticed at the latest then."""
_PATIENCE = 5 if find_spec("resource") else 1
"""The system counts the worker's seconds of work; on a busy machine they take longer by the clock.

Where it does not (Windows), the clock alone counts.
"""
_START_SECONDS = 30.0
"""What a worker may take to start on a busy machine, beyond the seconds for reading."""


class Worker:
    """A process that reads one file, and parses it where a draft is wanted; it starts at once.

    Args:
        request: what to read, and what is wanted of it.

    Raises:
        ReadError: no process can be started.
    """

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
        self._patience = _PATIENCE * self._settings.max_read_seconds
        self._ends = time.monotonic() + _START_SECONDS + self._patience
        threading.Thread(target=self._exchange, daemon=True).start()

    def draft(self, progress: StepProgress | None) -> bytes:
        """The draft that the file holds, as `encode_draft` writes it; raises what the worker raises."""
        encoded: bytes = self._answer(("draft",), progress)[1]
        return encoded

    def text(self, progress: StepProgress | None) -> SourceText:
        """The text that the file holds; raises what the worker raises."""
        parts: dict[str, list[Any]] = {"blocks": [], "notes": [], "furniture": []}
        while True:
            kind, content = self._answer((*parts, "read"), progress)
            if kind == "read":
                text: SourceText = content
                blocks, notes, furniture = (tuple(items) for items in parts.values())
                return replace(text, blocks=blocks, notes=notes, furniture=furniture)
            parts[kind] += content

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

    def _answer(self, kinds: tuple[str, ...], progress: StepProgress | None) -> tuple[str, Any]:
        """Kind and content of the next frame of one of these kinds; progress is told on the way."""
        while True:
            kind, *content = self._next_frame()
            if kind == "began":
                self._ends = time.monotonic() + self._patience
            elif kind == "progress":
                if progress is not None:
                    progress(*content)
            elif kind in kinds:
                return kind, content[0]
            else:
                raise self._fault(kind, content)

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

    def _next_frame(self) -> tuple[Any, ...]:
        while True:
            left = self._ends - time.monotonic()
            try:
                # What has come is looked at first: it may have waited here while another file was read.
                return self._frames.get(timeout=min(max(left, 0.0), _LOOK))
            except queue.Empty:
                if left <= 0:
                    return ("time",)

    def _fault(self, kind: str, content: list[Any]) -> Exception:
        if kind == "refused":
            fault: Exception = content[0]
            return fault
        if kind == "gone":
            kind = self._cause_of_death()
        if kind == "time":
            return takes_too_long(self._request.label, self._settings.max_read_seconds)
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


def takes_too_long(label: str, seconds: int) -> ReadError:
    """What is said of a file that hits the limit of time, wherever it is read."""
    return ReadError(
        f"reading takes longer than {seconds} second{'s' if seconds > 1 else ''}", where=label,
        hint="raise max_read_seconds in the settings if you trust it",
    )  # fmt: skip


def _import_path() -> list[str]:
    """Where the worker finds modules: as here, without the working folder, which may hold anything."""
    package = str(Path(treatydiff.__file__).resolve().parent.parent)
    given = [entry for entry in sys.path if entry]
    return given if package in given else [*given, package]
