"""Results: on stdout, or into a file that is written beside and renamed."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from treatydiff.errors import ReportError, UsageError


def write_result(content: str | bytes, target: Path | None) -> None:
    """Write a rendering to stdout, or to a file that is only replaced once it is whole.

    Args:
        content: the rendering.
        target: the file; stdout if None.

    Raises:
        ReportError: the file cannot be written, or bytes would go to a terminal.
    """
    data = content.encode("utf-8", errors="replace") if isinstance(content, str) else content
    if target is None:
        if isinstance(content, bytes) and sys.stdout.isatty():
            raise ReportError("this format is no text for a terminal", hint="name a file with -o")
        if isinstance(content, str) and not content.endswith("\n"):
            data += b"\n"
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            umask = os.umask(0)
            os.umask(umask)
            Path(beside).chmod(0o666 & ~umask)
            Path(beside).replace(target)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise ReportError(f"cannot be written: {fault.strerror}", where=str(target)) from None


def check_target(target: Path | None) -> None:
    """Refuse a target that cannot work before anything long is done.

    Raises:
        ReportError: its folder is missing, or it is a folder.
    """
    if target is None:
        return
    if target.is_dir():
        raise ReportError("is a folder", where=str(target), hint="name a file")
    if not target.parent.is_dir():
        raise ReportError(f"there is no folder {target.parent}", where=str(target), hint="make it first")


def report_target(text: str) -> tuple[str, Path]:
    """Name and file of a `--report name=file`.

    Raises:
        UsageError: there is no `=`.
    """
    name, sign, file = text.partition("=")
    if not sign or not file:
        raise UsageError(f"--report takes NAME=FILE, not {text!r}", hint="--report html=out.html")
    return name, Path(file)
