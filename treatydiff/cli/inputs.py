"""What a command reads beside its drafts: the whole of a narrowed draft, the reference table, themes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from treatydiff.cli.drafts import load_drafts
from treatydiff.cli.progress import Progress
from treatydiff.errors import ReadError
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
    named = load_drafts([name], settings, stdin_format=stdin_format, progress=progress)[0]
    return named.draft, named.whole


def reference_table(settings: Settings) -> bytes | None:
    """The bytes of the table that the settings name, where they name a file.

    Raises:
        ReadError: it cannot be read.
    """
    if settings.reference in ("auto", "none"):
        return None
    path = Path(settings.reference)
    try:
        return path.read_bytes()
    except OSError as fault:
        raise ReadError(f"the reference table cannot be read: {fault.strerror}", where=str(path),
                        hint="treatydiff reference build makes one") from None  # fmt: skip


def themes_text(settings: Settings) -> str | None:
    """The text of the file of themes that the settings name, where they name one.

    Raises:
        ReadError: it cannot be read.
    """
    if not settings.themes:
        return None
    try:
        return Path(settings.themes).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        reason = getattr(fault, "strerror", None) or "it is not UTF-8 text"
        raise ReadError(f"the themes cannot be read: {reason}", where=settings.themes) from None
