"""A folder of pages: written beside its place, and put there only once it is whole."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from treatydiff.archive.inside import SITE_MARKER
from treatydiff.errors import ReportError
from treatydiff.patterns import pattern_of

_WORK_MARKER = ".treatydiff-work"
"""Lies in a folder in which a site is being written."""


def check_site_folder(target: Path, archive: Path) -> None:
    """Refuse a place for a site that cannot be used, before anything long is done.

    Args:
        target: where the site is to be.
        archive: the folder of drafts.

    Raises:
        ReportError: it is a file, holds the drafts, or holds files that no site wrote.
    """
    if target.exists() and not target.is_dir():
        raise ReportError("is no folder", where=str(target), hint="a site is a folder: name another place")
    if not target.resolve().parent.is_dir():
        raise ReportError(f"there is no folder {target.parent}", where=str(target), hint="make it first")
    if archive.resolve().is_relative_to(target.resolve()):
        raise ReportError("holds the drafts themselves", where=str(target), hint="name a folder of its own")
    if not target.is_dir():
        return
    known = _written_before(target)
    for folder, _, names in os.walk(target):
        for name in sorted(names):
            file = (Path(folder) / name).relative_to(target).as_posix()
            if file not in known:
                raise ReportError(
                    f"holds a file that is no part of a site: {file}",
                    where=str(target),
                    hint="name a new or empty folder, or one that archive site wrote",
                )


def _written_before(target: Path) -> set[str]:
    marker = target / SITE_MARKER
    try:
        return {SITE_MARKER, *marker.read_text(encoding="utf-8").splitlines()}
    except (OSError, UnicodeDecodeError):
        return set()


def write_site(pages: Iterable[tuple[str, str | bytes]], target: Path) -> int:
    """Write pages into a folder that takes the place of what stood there once all are written.

    Args:
        pages: addresses relative to the folder, and contents.
        target: the folder; missing, empty, or a site.

    Returns:
        How many pages there are, files to download not counted.

    Raises:
        ReportError: it cannot be written.
    """
    place = target.resolve()
    try:
        _sweep(place)
        work = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent))
        try:
            with _marked(work):
                beside = work / "new"
                beside.mkdir()
                written = _write_all(pages, beside)
                _put(beside, place, work / "old")
        finally:
            shutil.rmtree(work, ignore_errors=True)
    except OSError as fault:
        raise ReportError(f"cannot be written: {fault.strerror}", where=str(target)) from None
    return written


def _write_all(pages: Iterable[tuple[str, str | bytes]], folder: Path) -> int:
    umask = os.umask(0)
    os.umask(umask)
    folder.chmod(0o777 & ~umask)
    names = []
    for name, content in pages:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", errors="replace"))
        names.append(name)
    (folder / SITE_MARKER).write_text("".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")
    return sum(name.endswith(".html") for name in names)


def _put(beside: Path, place: Path, old: Path) -> None:
    """Put a folder in the place of another one, which is put back if that fails."""
    if not place.exists():
        beside.rename(place)
        return
    place.rename(old)
    try:
        beside.rename(place)
    except BaseException:
        old.rename(place)
        raise


@contextmanager
def _marked(work: Path) -> Iterator[None]:
    """Keep the mark in a folder by which later runs know whether somebody still works in it."""
    with (work / _WORK_MARKER).open("wb") as mark:
        _locked(mark.fileno())
        yield


def _locked(descriptor: int) -> bool:
    """Whether a mark could be locked; nobody else can while the process that did so lives."""
    try:
        import fcntl
    except ImportError:  # Windows removes no file that is open
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sweep(place: Path) -> None:
    """Take away what runs have left that were killed while they wrote: folders with our mark alone."""
    called = pattern_of(rf"\.{re.escape(place.name)}\.[a-z0-9_]{{8}}")
    for folder in place.parent.iterdir():
        if called.fullmatch(folder.name) is None or folder.is_symlink() or not folder.is_dir():
            continue
        try:
            with (folder / _WORK_MARKER).open("rb") as mark:
                if not _locked(mark.fileno()):
                    continue
        except OSError:  # there is no mark: it is not ours
            continue
        shutil.rmtree(folder, ignore_errors=True)
