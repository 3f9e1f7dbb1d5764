"""Settings from flags, environment and files: flag > environment > treatydiff.toml > pyproject."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from treatydiff.cli.failures import say
from treatydiff.errors import ReadError, SettingsError
from treatydiff.model import DraftCache
from treatydiff.settings import Settings, merge_settings, settings_from_toml

_PREFIX = "TREATYDIFF_"
_LONGEST_FILE = 4 * 1024 * 1024
"""Bytes of a file of settings; it is looked for in whatever folder a command is run in."""
_FILES = (("pyproject.toml", "tool.treatydiff"), ("treatydiff.toml", None))


def settings_for(flags: Mapping[str, Any], *, folder: Path | None = None) -> Settings:
    """The settings of this run.

    Args:
        flags: names and values given on the command line; None where not given.
        folder: where the settings files are looked for; the working folder if None.

    Raises:
        SettingsError: a name is unknown or a value impossible.
    """
    layers = [_file_layer((folder or Path()) / name, table) for name, table in _FILES]
    return merge_settings(*layers, _environment_layer(), flags)


def _file_layer(path: Path, table: str | None) -> dict[str, Any]:
    try:
        if not path.is_file():
            return {}
        if path.stat().st_size > _LONGEST_FILE:
            raise ReadError("is too long for a file of settings", where=path.name)
        text = path.read_text(encoding="utf-8")
    except OSError as fault:
        raise ReadError(f"cannot be read: {fault.strerror}", where=path.name) from None
    except UnicodeDecodeError:
        raise ReadError("is no UTF-8 text", where=path.name) from None
    return settings_from_toml(text, table=table, where=path.name)


def _environment_layer() -> dict[str, Any]:
    names = {field.name for field in dataclasses.fields(Settings)}
    return {
        name: os.environ[_PREFIX + name.upper()]
        for name in sorted(names)
        if os.environ.get(_PREFIX + name.upper())
    }


def draft_cache() -> DraftCache | None:
    """Where drafts that were read are kept: the user's cache folder, unless TREATYDIFF_NO_CACHE is set."""
    from treatydiff.archive.cache import FolderCache

    if os.environ.get("TREATYDIFF_NO_CACHE"):
        return None
    named = os.environ.get("TREATYDIFF_CACHE_DIR")
    if named:
        return FolderCache(Path(named), tell=_say)
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        folder = Path(home) if home else Path.home() / ".cache"
    except RuntimeError:  # nobody says where this user is at home: nothing is kept
        return None
    return FolderCache(folder / "treatydiff", tell=_say)


def _say(line: str) -> None:
    say(f"treatydiff: {line}")


def wants_colour(flag: str, *, terminal: bool) -> bool:
    """Whether to write colours: flag, then NO_COLOR, then FORCE_COLOR, then the terminal.

    Args:
        flag: "auto", "always" or "never".
        terminal: whether the stream is a terminal.
    """
    if flag != "auto":
        return flag == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal


def report_date(flag: str | None) -> str | None:
    """The date that a report bears: the flag's, else that of SOURCE_DATE_EPOCH, else None.

    Args:
        flag: as given on the command line.

    Raises:
        SettingsError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if flag is not None or not seconds:
        return flag
    from datetime import UTC, datetime

    try:
        moment = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        raise SettingsError(f"SOURCE_DATE_EPOCH is {seconds!r}", hint="whole seconds since 1970") from None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
