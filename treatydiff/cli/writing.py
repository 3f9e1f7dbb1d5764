"""Results: on stdout, or into a file that is written beside and renamed; whole, or an error."""

from __future__ import annotations

import os
import select
import stat
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from treatydiff.cli.drafts import STDIN, split_name
from treatydiff.cli.failures import ReaderHasLeftError
from treatydiff.errors import ReportError, TreatydiffError, UsageError
from treatydiff.patterns import pattern_of

_DESCRIPTOR = pattern_of(
    r"/dev/(?:(?P<name>stdin|stdout|stderr)|fd/(?P<number>\d{1,6}))|/proc/self/fd/(\d{1,6})"
)
"""Names of what this process has open already; whatever they lead to, it is written into."""
_STANDARD = ("stdin", "stdout", "stderr")
_PATIENCE = 0.05
"""Seconds between two tries where the system cannot say when a stream takes more."""


def write_result(content: str | bytes, target: Path | None) -> None:
    """Write a rendering to stdout, or to a file that is only replaced once it is whole.

    Devices, named pipes and what the process has open (`/dev/stdout`) are written into; of a link, what it
    leads to is replaced.

    Args:
        content: the rendering.
        target: the file; stdout if None.

    Raises:
        ReportError: not all of it can be written, or bytes would go to a terminal.
        ReaderHasLeftError: whoever reads stdout wants no more.
    """
    data = content.encode("utf-8", errors="replace") if isinstance(content, str) else content
    if target is None:
        if isinstance(content, bytes) and sys.stdout.isatty():
            raise ReportError("this format is no text for a terminal", hint="name a file with -o")
        if isinstance(content, str) and not content.endswith("\n"):
            data += b"\n"
        _write_to_stdout(data)
        return
    try:
        descriptor = _descriptor(target)
        if descriptor is not None:
            with os.fdopen(os.dup(descriptor), "wb", buffering=0) as stream:
                write_whole(stream, data)
        elif _is_stream(target):
            with target.open("wb", buffering=0) as stream:
                write_whole(stream, data)
        else:
            _replace(Path(os.path.realpath(target)), data)
    except BrokenPipeError:
        raise ReportError("cannot be written: whoever read it has left", where=str(target)) from None
    except (OSError, ValueError) as fault:
        raise _refusal(fault, str(target)) from None


def write_whole(stream: IO[bytes], data: bytes) -> None:
    """Write all of it, however few bytes a stream takes at a time; a stream that is full is waited for.

    Args:
        stream: buffered or not, also one that does not block.
        data: what to write.

    Raises:
        OSError: the stream takes no more, for want of space or of a reader.
    """
    left = memoryview(data)
    while left:
        try:
            taken = stream.write(left)
        except BlockingIOError as full:
            taken = full.characters_written
            _wait_for(stream)
        if taken is None:  # a raw stream that would block says so in this way
            taken = 0
            _wait_for(stream)
        left = left[taken:]
    while True:
        try:
            stream.flush()
        except BlockingIOError:
            _wait_for(stream)
        else:
            return


def _write_to_stdout(data: bytes) -> None:
    try:
        sys.stdout.flush()
        write_whole(sys.stdout.buffer, data)
    except BrokenPipeError:
        raise ReaderHasLeftError from None
    except OSError as fault:
        abandon_stdout()
        raise _refusal(fault, "stdout") from None


def abandon_stdout() -> None:
    """Let what stdout still holds go nowhere: Python would complain once more when it flushes at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # it is no file of the system's
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open to the end


def _wait_for(stream: IO[bytes]) -> None:
    """Wait until a stream that does not block takes more."""
    try:
        select.select([], [stream.fileno()], [])
    except (OSError, ValueError):
        time.sleep(_PATIENCE)


def _descriptor(target: Path) -> int | None:
    found = _DESCRIPTOR.fullmatch(os.fspath(target)) if os.name == "posix" else None
    if found is None:
        return None
    return _STANDARD.index(found["name"]) if found["name"] else int(found["number"] or found[3])


def _is_stream(target: Path) -> bool:
    """Whether something stands there that is no regular file: a device, a named pipe."""
    try:
        return not stat.S_ISREG(target.stat().st_mode)
    except FileNotFoundError:
        return False


def _replace(target: Path, data: bytes) -> None:
    """Put a file in the place of another, whose access rights it keeps."""
    handle, beside = tempfile.mkstemp(prefix=f".{target.name[:80]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            write_whole(file, data)
        Path(beside).chmod(_mode(target))
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def _refusal(fault: OSError | ValueError, where: str) -> ReportError:
    return ReportError(f"cannot be written: {getattr(fault, 'strerror', None) or fault}", where=where)


def check_targets(targets: Iterable[Path | None], inputs: Sequence[str]) -> None:
    """Refuse targets that cannot work before anything long is done.

    Args:
        targets: files to write; None for stdout.
        inputs: what is read, as named on the command line: drafts, narrowed or not, and other files.

    Raises:
        ReportError: a folder is missing, a target is a folder, or it is also read.
        UsageError: two results would go to one file.
    """
    named = [target for target in targets if target is not None]
    for target in named:
        check_target(target)
    taken: set[str] = set()
    for target in named:
        if _descriptor(target) is not None or (_exists(target) and _is_stream(target)):
            continue
        place = os.path.realpath(target)
        if place in taken:
            raise UsageError(f"two results would go to {target}", hint="name a file for each")
        taken.add(place)
        for name in inputs:
            if _is_same_file(target, name):
                raise ReportError(
                    "is one of the files that are read", where=str(target), hint="name another file"
                )


def check_target(target: Path | None) -> None:
    """Refuse a target that cannot work before anything long is done.

    Raises:
        ReportError: its folder is missing, or it is a folder.
    """
    if target is None or _descriptor(target) is not None:
        return
    if target.is_dir():
        raise ReportError("is a folder", where=str(target), hint="name a file")
    try:
        folder = Path(os.path.realpath(target)).parent
    except (OSError, ValueError) as fault:
        raise _refusal(fault, str(target)) from None
    if not folder.is_dir():
        raise ReportError(f"there is no folder {target.parent}", where=str(target), hint="make it first")


def _exists(target: Path) -> bool:
    try:
        return target.exists()
    except OSError:
        return False


def _is_same_file(target: Path, name: str) -> bool:
    """Whether a target and an input are one file, under whatever names and links."""
    try:
        path, _ = split_name(name)
        return path != STDIN and target.samefile(path)
    except (OSError, ValueError, TreatydiffError):
        return False


def report_target(text: str) -> tuple[str, Path]:
    """Name and file of a `--report name=file`.

    Raises:
        UsageError: there is no `=`.
    """
    name, sign, file = text.partition("=")
    if not sign or not file:
        raise UsageError(f"--report takes NAME=FILE, not {text!r}", hint="--report html=out.html")
    return name, Path(file)
