"""A draft that a command line names, with the whole that it was narrowed from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.cli.drafts import load_draft, split_name
from treatydiff.model.progress import Progress
from treatydiff.settings import Settings

if TYPE_CHECKING:
    from treatydiff.model import Draft


def load_with_whole(
    name: str, settings: Settings, *, stdin_format: str | None = None, progress: Progress | None = None
) -> tuple[Draft, Draft]:
    """The draft that an argument names, and the whole it was narrowed from (itself, if it was not).

    Args:
        name: path, `-` for stdin, either with `#id` or `#first-last` behind it.
        settings: how to read.
        stdin_format: what stdin holds; sniffed if None.
        progress: where to show how far the reading is.

    Raises:
        ReadError, ScopeError, UsageError: what the name says is not there.
    """
    from treatydiff.structure.narrowing import narrow_draft

    path, scope = split_name(name)
    whole = load_draft(path, settings, stdin_format=stdin_format, progress=progress)
    return (narrow_draft(whole, scope) if scope else whole), whole
