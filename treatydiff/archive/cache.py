"""A folder of parsed drafts and of comparisons: a file is read once, and two drafts are compared once."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from treatydiff.archive.private import make_private
from treatydiff.errors import ReadError
from treatydiff.model import Comparison, Draft
from treatydiff.model.comparison_codec import decode_comparison, encode_comparison
from treatydiff.model.draft_codec import CODEC_VERSION, decode_draft, encode_draft
from treatydiff.patterns import pattern_of
from treatydiff.version import __version__

if TYPE_CHECKING:
    from treatydiff.archive.model import ClearedCache

_SUFFIX = ".draft"
_COMPARISON = ".comparison"
_ENTRY = pattern_of(r"[0-9a-f]{64}((?:-[^-]+)?-\d+)\.(?:draft|comparison)")
"""The name of an entry: its key, the version that wrote it (which older ones left out), that of the codec."""
_HALF_WRITTEN = pattern_of(r"\.[a-z0-9_]{8}\.part")
_BEGINNINGS = (b"draft ", b"comparison ")
"""How everything begins that was written here, also what was written by half."""
_NUMBERS = pattern_of(r"\d+")


class FolderCache:
    """Keeps drafts and comparisons under their keys in one folder, bounded in size.

    The least recently used go first.

    Safe for several runs at once: an entry is written beside and renamed, and an entry that cannot be
    read counts as absent. A folder that cannot be written to makes the cache do nothing. What an older
    version kept is taken away, and said, since no key of this one finds it.

    Args:
        folder: where to keep them; made when first needed.
        most_bytes: bound on the sum of the entries' sizes.
        tell: told in a line that the drafts of an older version are gone.
    """

    def __init__(
        self,
        folder: Path,
        most_bytes: int = 256 * 1024 * 1024,
        *,
        tell: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._take_older_away(tell)

    def get(self, key: str) -> Draft | None:
        """The draft kept under `key`, or None."""
        path = self._path(key)
        try:
            draft = decode_draft(path.read_bytes())
            os.utime(path)
        except (OSError, ValueError):
            return None
        return draft

    def put(self, key: str, draft: Draft) -> None:
        """Keep `draft` under `key`."""
        self._write(self._path(key), encode_draft(draft))

    def comparison(self, key: str, a: Draft, b: Draft) -> Comparison | None:
        """The comparison kept under `key`, of these drafts, or None."""
        path = self._path(key, _COMPARISON)
        try:
            comparison = decode_comparison(path.read_bytes(), a, b)
            os.utime(path)
        except (OSError, ValueError):
            return None
        return comparison

    def keep(self, key: str, comparison: Comparison) -> None:
        """Keep `comparison` under `key`, if it can be written."""
        with suppress(ValueError):
            self._write(self._path(key, _COMPARISON), encode_comparison(comparison))

    def _write(self, path: Path, content: bytes) -> None:
        try:
            make_private(self._folder)
            handle, beside = tempfile.mkstemp(prefix=".", suffix=".part", dir=self._folder)
        except OSError:
            return
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(beside).replace(path)
        except OSError:
            Path(beside).unlink(missing_ok=True)
            return
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
        self._shrink()

    def probe(self) -> tuple[int, int]:
        """How many drafts are kept, and their bytes, after a file was written and taken away.

        Raises:
            OSError: the folder cannot be written to.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=".", suffix=".part", dir=self._folder)
        os.close(handle)
        Path(beside).unlink()
        entries = self._entries()
        drafts = sum(path.suffix == _SUFFIX for path in entries)
        return drafts, sum(path.stat().st_size for path in entries)

    def _take_older_away(self, tell: Callable[[str], object]) -> None:
        ours = _numbers(f"{__version__}-{CODEC_VERSION}")
        try:
            older = [path for path in self._entries() if _written_by(path) < ours]
            for path in older:
                path.unlink(missing_ok=True)
        except OSError:
            return
        if older:
            tell("the drafts that an older version kept are taken away: each is read again")

    def _entries(self) -> list[Path]:
        return [path for path in self._folder.glob("*.*") if _is_entry(path)]

    def _path(self, key: str, suffix: str = _SUFFIX) -> Path:
        return self._folder / f"{key}-{__version__}-{CODEC_VERSION}{suffix}"

    def _shrink(self) -> None:
        """Take the entries away that were not used for longest, until the bound holds."""
        entries = []
        for path in self._entries():
            try:
                status = path.stat()
            except OSError:
                continue
            entries.append((status.st_mtime_ns, status.st_size, path))
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries, key=lambda entry: (entry[0], entry[2].name)):
            if total <= self._most_bytes:
                return
            path.unlink(missing_ok=True)
            total -= size


def clear_cache(folder: Path) -> ClearedCache:
    """Take away all that is kept, of whatever version, and what was written by half; nothing else.

    Args:
        folder: where they are kept; it stays.

    Raises:
        ReadError: something of it cannot be taken away.
    """
    drafts = size = left = 0
    try:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if not (_is_entry(path) or _is_half_written(path)):
                left += 1
                continue
            drafts += path.suffix == _SUFFIX
            size += path.stat().st_size
            path.unlink()
    except OSError as fault:
        raise ReadError(f"cannot be taken away: {fault.strerror}", where=str(fault.filename)) from None
    from treatydiff.archive.model import ClearedCache  # every run that keeps drafts loads this module

    return ClearedCache(folder.as_posix(), drafts, size, left)


def _is_entry(path: Path) -> bool:
    """Whether a file is an entry; whatever else lies in the folder is not ours to touch."""
    return _ENTRY.fullmatch(path.name) is not None and path.is_file() and not path.is_symlink()


def _is_half_written(path: Path) -> bool:
    """Whether a run that was killed has left a file."""
    if _HALF_WRITTEN.fullmatch(path.name) is None or path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(max(map(len, _BEGINNINGS)))
    return any(head[: len(beginning)] == beginning[: len(head)] for beginning in _BEGINNINGS)


def _written_by(path: Path) -> tuple[int, ...]:
    """The version that wrote an entry; of one that does not say so it is older than any."""
    match = _ENTRY.fullmatch(path.name)
    numbers = match[1].removeprefix("-") if match else ""
    return _numbers(numbers) if "-" in numbers else ()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in _NUMBERS.findall(version))
