"""What is read beside drafts where files are named: a table of reference, themes, a legend of colours."""

from __future__ import annotations

import tomllib
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


def legend_text(path: Path) -> str:
    """The legend of colours that a TOML file holds, as the setting `legend` writes it.

    Args:
        path: a file with lines such as `green = "agreed"`, at its top or in a table [colours].

    Raises:
        ReadError: it cannot be read, or holds something else.
    """
    try:
        data = tomllib.loads(bytes_of(path, Settings()).decode("utf-8"))
        entries = data.get("colours", data)
        pairs = [(name, entries[name]) for name in entries]
    except (ReadError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError, TypeError) as fault:
        reason = fault.what if isinstance(fault, ReadError) else "it is not TOML"
        raise ReadError(
            f"the legend cannot be read: {reason}", where=path.name, hint='lines such as green = "agreed"'
        ) from None
    if not pairs or any(not isinstance(says, str) or ";" in says for _, says in pairs):
        raise ReadError('the legend holds no lines such as green = "agreed"', where=path.name)
    return "; ".join(f"{name} = {says}" for name, says in pairs)
