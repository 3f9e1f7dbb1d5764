"""Settings from flags, environment and files: flag > environment > treatydiff.toml > pyproject."""

from __future__ import annotations

import dataclasses
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from treatydiff.cli.failures import say
from treatydiff.errors import ReadError, SettingsError
from treatydiff.settings import (
    TRUST_VARIABLE,
    Settings,
    merge_settings,
    refuse_untrusted,
    settings_from_toml,
)

if TYPE_CHECKING:
    from treatydiff.archive.cache import FolderCache

_PREFIX = "TREATYDIFF_"
_LONGEST_FILE = 4 * 1024 * 1024
"""Bytes of a file of settings; it is looked for in whatever folder a command is run in."""
LISTING = "treatydiff.toml"
_FILES = (("pyproject.toml", "tool.treatydiff"), (LISTING, None))


def settings_for(flags: Mapping[str, Any], *, folder: Path | None = None) -> Settings:
    """The settings of this run.

    Args:
        flags: names and values given on the command line; None where not given.
        folder: of an archive, where the settings files are looked for; the working folder if None.

    Raises:
        SettingsError: a name is unknown or a value impossible, or an archive may not give itself a setting.
    """
    layers = [_file_layer(folder, name, table) for name, table in _FILES]
    return merge_settings(*layers, _environment_layer(), flags)


def trusts_archives() -> bool:
    """Whether the user trusts the settings that archives give themselves (--trust-config)."""
    return bool(os.environ.get(TRUST_VARIABLE))


def _file_layer(folder: Path | None, name: str, table: str | None) -> dict[str, Any]:
    """The settings of one file; of an archive's own file those that it may give itself."""
    path = (folder or Path()) / name
    text = _text_of(path, inside=folder)
    if not text:
        return {}
    values = settings_from_toml(text, table=table, where=path.name)
    if not trusts_archives() and (folder is not None or _describes_an_archive(text, name)):
        refuse_untrusted(values, path.name)
    return values


def _describes_an_archive(text: str, name: str) -> bool:
    """Whether a file is the listing of an archive: then the working folder is that archive."""
    return name == LISTING and not {"archive", "draft", "check"}.isdisjoint(tomllib.loads(text))


def file_text(path: Path) -> str:
    """The text of a file that a command names beside its drafts.

    Raises:
        ReadError: it is missing, too long, or no text.
    """
    if not path.is_file():
        raise ReadError("no such file", where=str(path), hint="check the name")
    return _text_of(path, inside=None)


def _text_of(path: Path, *, inside: Path | None) -> str:
    """The text of a file of settings, "" where there is none, or a link of an archive leads elsewhere."""
    try:
        if not path.is_file():
            return ""
        if inside is not None:
            from treatydiff.archive.inside import LEADS_OUT, lies_inside

            if not lies_inside(inside, path):
                raise ReadError(LEADS_OUT, where=path.name)
        if path.stat().st_size > _LONGEST_FILE:
            raise ReadError("is too long for a file of settings", where=path.name)
        return path.read_text(encoding="utf-8")
    except OSError as fault:
        raise ReadError(f"cannot be read: {fault.strerror}", where=path.name) from None
    except UnicodeDecodeError:
        raise ReadError("is no UTF-8 text", where=path.name) from None


def _environment_layer() -> dict[str, Any]:
    names = {field.name for field in dataclasses.fields(Settings)}
    return {
        name: os.environ[_PREFIX + name.upper()]
        for name in sorted(names)
        if os.environ.get(_PREFIX + name.upper())
    }


def draft_cache() -> FolderCache | None:
    """Where drafts that were read are kept: the user's cache folder, unless TREATYDIFF_NO_CACHE is set."""
    from treatydiff.archive.cache import FolderCache

    folder = None if os.environ.get("TREATYDIFF_NO_CACHE") else cache_folder()
    return None if folder is None else FolderCache(folder, tell=_say)


def cache_folder() -> Path | None:
    """The folder of drafts that were read: TREATYDIFF_CACHE_DIR, else `treatydiff` in the user's cache."""
    named = os.environ.get("TREATYDIFF_CACHE_DIR")
    if named:
        return Path(named)
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(home) if home else Path.home() / ".cache") / "treatydiff"
    except RuntimeError:  # nobody says where this user is at home: nothing is kept
        return None


def _say(line: str) -> None:
    say(f"treatydiff: {line}")


def wants_colour(flag: str, *, terminal: bool) -> bool:
    """Whether to write colours: flag, NO_COLOR, a terminal without any, FORCE_COLOR, then the terminal.

    Args:
        flag: "auto", "always" or "never".
        terminal: whether the stream is a terminal.
    """
    if flag != "auto":
        return flag == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if terminal and os.environ.get("TERM") == "dumb":
        return False
    return terminal or bool(os.environ.get("FORCE_COLOR"))


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
