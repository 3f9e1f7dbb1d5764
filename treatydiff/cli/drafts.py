"""The drafts that a command line names: paths, `-`, and narrowings behind a `#`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from treatydiff.errors import ReadError, UsageError
from treatydiff.model.progress import Progress

if TYPE_CHECKING:
    from treatydiff.model import Draft
    from treatydiff.settings import Settings

STDIN = "<stdin>"
_STDIN_TYPES = ("pdf", "docx", "md", "html", "txt")


def load_draft(
    name: str, settings: Settings, *, stdin_format: str | None = None, progress: Progress | None = None
) -> Draft:
    """Read, parse and narrow the draft that an argument names.

    An existing path wins over a `#`; otherwise the last `#` splits path and scope.

    Args:
        name: path, `-` for stdin, either with `#id` or `#first-last` behind it.
        settings: how to read.
        stdin_format: what stdin holds ("pdf", "docx", "md", "html", "txt"); sniffed if None.
        progress: where to show how far the reading is.

    Raises:
        ReadError, ScopeError, UsageError: what the name says is not there.
    """
    from treatydiff.cli.configuration import draft_cache
    from treatydiff.pipeline import read_draft, read_draft_bytes
    from treatydiff.structure.narrowing import narrow_draft

    path, scope = split_name(name)
    if path == STDIN:
        if stdin_format is not None and stdin_format not in _STDIN_TYPES:
            raise UsageError(f"stdin cannot be {stdin_format!r}", hint=f"one of {', '.join(_STDIN_TYPES)}")
        data = sys.stdin.buffer.read()
        draft = read_draft_bytes(data, "stdin", settings, media_type=stdin_format)
    else:
        draft = read_draft(Path(path), settings, cache=draft_cache(), progress=progress)
    return narrow_draft(draft, scope) if scope else draft


def split_name(name: str) -> tuple[str, str]:
    """Path and scope of an argument.

    Raises:
        ReadError: the path is empty.
    """
    if name in ("-", STDIN):
        return STDIN, ""
    if Path(name).exists() or "#" not in name:
        return name, ""
    path, _, scope = name.rpartition("#")
    if path in ("-", STDIN):
        return STDIN, scope
    if not path:
        raise ReadError("no file is named before the #", where=name)
    return path, scope


def refuse_two_stdins(names: Iterable[str]) -> None:
    """Stdin can be read once.

    Raises:
        UsageError: more than one argument is `-`.
    """
    if sum(split_name(name)[0] == STDIN for name in names) > 1:
        raise UsageError("stdin can be only one of the drafts")
