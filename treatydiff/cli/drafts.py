"""The drafts that a command line names: paths, `-`, and narrowings behind a `#`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from treatydiff.errors import ReadError, UsageError
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

if TYPE_CHECKING:
    from treatydiff.isolation.kept import DraftBytes
    from treatydiff.model import Draft
    from treatydiff.model.progress import Progress
    from treatydiff.settings import Settings

STDIN = "<stdin>"
_ADDRESS = pattern_of(r"[A-Za-z]{2,10}://")
_HOST = pattern_of(
    r"(?:www\.[\w.-]{1,100}|[\w-]{1,60}(?:\.[\w-]{1,60}){0,5}\.(?:org|int|com|net|edu|gov|eu))(?:/|$)"
)
_STDIN_TYPES = ("pdf", "docx", "md", "html", "txt")


@dataclass(frozen=True, slots=True)
class NamedDraft:
    """The draft that an argument names, and the whole that it was narrowed from (itself, if it was not)."""

    draft: Draft
    whole: Draft

    def called(self, name: str) -> NamedDraft:
        """The same draft under the name that the user gives it."""
        draft = _called(self.draft, name)
        return NamedDraft(draft, draft if self.whole is self.draft else _called(self.whole, name))


def _called(draft: Draft, name: str) -> Draft:
    return replace(draft, source=replace(draft.source, label=name, named=True))


def load_drafts(
    names: Sequence[str],
    settings: Settings,
    *,
    stdin_format: str | None = None,
    keep: bool = True,
    progress: Progress | None = None,
) -> tuple[NamedDraft, ...]:
    """Read, parse and narrow the drafts that arguments name; they are read at once.

    An existing path wins over a `#`; otherwise the last `#` splits path and scope.

    Args:
        names: paths, `-` for stdin, any with `#id` or `#first-last` behind it.
        settings: how to read.
        stdin_format: what stdin holds ("pdf", "docx", "md", "html", "txt"); sniffed if None.
        keep: whether drafts that an earlier run kept are taken, and these are kept.
        progress: where to show how far the reading is.

    Raises:
        ReadError, ScopeError, UsageError: what a name says is not there; the first of them speaks.
    """
    from treatydiff.cli.configuration import draft_cache
    from treatydiff.pipeline import read_drafts

    if stdin_format is not None and stdin_format not in _STDIN_TYPES:
        raise UsageError(f"stdin cannot be {stdin_format!r}", hint=f"one of {', '.join(_STDIN_TYPES)}")
    parted = [split_name(name) for name in names]
    sources = [_stdin(stdin_format, settings) if path == STDIN else Path(path) for path, _ in parted]
    wholes = read_drafts(sources, settings, cache=draft_cache() if keep else None, progress=progress)
    return tuple(
        NamedDraft(_narrowed(whole, scope) if scope else whole, whole)
        for whole, (_, scope) in zip(wholes, parted, strict=True)
    )


def _narrowed(draft: Draft, scope: str) -> Draft:
    from treatydiff.structure.addresses.narrowing import narrow_draft

    return narrow_draft(draft, scope)


def _stdin(stdin_format: str | None, settings: Settings) -> DraftBytes:
    from treatydiff.isolation.kept import DraftBytes
    from treatydiff.reading.reader import stream_bytes

    if sys.stdin is None:
        raise ReadError("stdin is closed", where="-", hint="name a file, or pipe a draft in")
    return DraftBytes(stream_bytes(sys.stdin.buffer, "stdin", settings), "stdin", stdin_format)


def word_file(name: str, settings: Settings) -> bytes | None:
    """The bytes of the Word file that an argument names; None where it is none, or stdin.

    Args:
        name: as given on the command line.
        settings: caps against files that are too big.
    """
    from treatydiff.reading.reader import bytes_of
    from treatydiff.reading.sniff import DOCX, sniff_content

    path, _ = split_name(name)
    if path == STDIN or not Path(path).is_file():
        return None
    data = bytes_of(Path(path), settings)
    return data if sniff_content(data, Path(path).name).media_type == DOCX else None


def split_name(name: str) -> tuple[str, str]:
    """Path and scope of an argument.

    Raises:
        ReadError: the path is empty, or an address of the web.
    """
    if name in ("-", STDIN):
        return STDIN, ""
    if is_address(name):
        raise ReadError("nothing is fetched from the web", where=name, hint="download the file and name it")
    if Path(name).exists() or "#" not in name:
        return name, ""
    path, _, scope = name.rpartition("#")
    if path in ("-", STDIN):
        return STDIN, scope
    if not path:
        raise ReadError("no file is named before the #", where=name)
    return path, scope


def is_address(name: str) -> bool:
    """Whether an argument is an address of the web, with its scheme or without ("www.example.org/a.pdf").

    Args:
        name: as given on the command line.
    """
    if _ADDRESS.match(name):
        return True
    return _HOST.match(name) is not None and not Path(name.partition("/")[0]).exists()


def refuse_two_stdins(names: Iterable[str]) -> None:
    """Stdin can be read once.

    Raises:
        UsageError: more than one argument is `-`.
    """
    if sum(split_name(name)[0] == STDIN for name in names) > 1:
        raise UsageError("stdin can be only one of the drafts")
