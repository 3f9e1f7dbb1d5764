"""A file is read once: its draft is kept under a hash of its content, the settings and the code."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import replace
from pathlib import Path

from treatydiff.errors import ReadError, shown
from treatydiff.isolation.draft_key import draft_key
from treatydiff.isolation.guarded import begin_draft
from treatydiff.isolation.several import Reading
from treatydiff.model import Draft, DraftCache
from treatydiff.model.progress import StepProgress
from treatydiff.reading.reader import digest_of
from treatydiff.records import dataclass
from treatydiff.settings import Settings


@dataclass(frozen=True, slots=True)
class DraftBytes:
    """The content of a file that is no file of its own: stdin, a member of something else.

    `label` is what it is called in reports and messages; `media_type` is None where it is sniffed.
    """

    data: bytes
    label: str
    media_type: str | None = None


def begin_known(source: Path | DraftBytes, settings: Settings, cache: DraftCache | None) -> Reading:
    """Begin to read and parse one file, unless the cache keeps its draft.

    Args:
        source: the file, or its content.
        settings: how to read it.
        cache: where parsed drafts are kept, if anywhere.

    Raises:
        ReadError: the file is missing, a folder or too big.
    """
    if isinstance(source, DraftBytes):
        return begin_draft(source.data, settings, label=source.label, media_type=source.media_type)
    digest = _digest_of(source, settings) if cache is not None else None
    if cache is None or digest is None:
        return begin_draft(source, settings)
    key = _cache_key(digest, source, settings)
    kept = cache.get(key)
    if kept is not None:
        return _Kept(replace(kept, source=replace(kept.source, label=shown(source.name))))
    return _ToKeep(begin_draft(source, settings), cache, key, digest)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A draft that was read by an earlier run."""

    draft: Draft
    is_under_way: bool = False

    def result(self, progress: object = None) -> Draft:  # noqa: ARG002 - as every reading
        return self.draft

    def end(self) -> None:
        """Nothing runs."""


@dataclass(frozen=True, slots=True)
class _ToKeep:
    """A reading whose draft is put into the cache."""

    reading: Reading
    cache: DraftCache
    key: str
    digest: str

    @property
    def is_under_way(self) -> bool:
        return self.reading.is_under_way

    def result(self, progress: StepProgress | None = None) -> Draft:
        draft = self.reading.result(progress)
        if draft.source.sha256 == self.digest:  # the file has not changed meanwhile
            self.cache.put(self.key, draft)
        return draft

    def end(self) -> None:
        self.reading.end()


def _digest_of(path: Path, settings: Settings) -> str | None:
    """The SHA-256 of a file's content; None where it cannot be read, or only once."""
    try:
        return digest_of(path, settings) if stat.S_ISREG(path.stat().st_mode) else None
    except (OSError, ValueError, ReadError):
        return None


def _cache_key(content: str, path: Path, settings: Settings) -> str:
    return hashlib.sha256(f"{content};{path.suffix.lower()};{draft_key(settings)}".encode()).hexdigest()
