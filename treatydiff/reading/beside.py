"""What is read beside drafts: a table of reference and themes of one's own, where the settings name files."""

from __future__ import annotations

from pathlib import Path

from treatydiff.errors import ReadError
from treatydiff.reading.reader import bytes_of
from treatydiff.settings import Settings


def reference_table(settings: Settings) -> bytes | None:
    """The bytes of the table that the settings name, where they name a file.

    Raises:
        ReadError: it cannot be read.
    """
    if settings.reference in ("auto", "none"):
        return None
    try:
        return bytes_of(Path(settings.reference), settings)
    except ReadError as fault:
        raise ReadError(f"the reference table cannot be read: {fault.what}", where=settings.reference,
                        hint="treatydiff reference build makes one") from None  # fmt: skip


def themes_text(settings: Settings) -> str | None:
    """The text of the file of themes that the settings name, where they name one.

    Raises:
        ReadError: it cannot be read.
    """
    if not settings.themes:
        return None
    try:
        return bytes_of(Path(settings.themes), settings).decode("utf-8")
    except (ReadError, UnicodeDecodeError) as fault:
        reason = fault.what if isinstance(fault, ReadError) else "it is not UTF-8 text"
        raise ReadError(f"the themes cannot be read: {reason}", where=settings.themes) from None
