"""Which files of a folder are an archive's own: nothing that a link leads to outside it, nothing unnamed."""

from __future__ import annotations

import os
import stat
from fnmatch import fnmatch
from pathlib import Path, PurePath

from treatydiff.archive.model import ReadFailure
from treatydiff.errors import shown

DRAFT_SUFFIXES = frozenset({".pdf", ".docx", ".txt", ".md", ".html", ".htm"})
SITE_MARKER = ".treatydiff-site"
"""Lies in a folder that `archive site` wrote, and lists its files: its pages are no drafts."""
_NO_DRAFTS = ("readme*", "license*", "changelog*", "contributing*")
"""Names in lower case of files that folders hold beside their drafts."""

LEADS_OUT = "a link that leads out of the archive is not followed"
NO_FILE = "it is no regular file"
NO_NAME = "its name is no UTF-8; hint: rename it"


def drafts_below(folder: Path) -> tuple[set[str], tuple[ReadFailure, ...]]:
    """The files of a folder that are taken for drafts, and those that would be but are left aside.

    Hidden files and folders, sites, READMEs and licences are passed over. Of links only those to a file
    that lies in the archive itself are followed.

    Args:
        folder: of the archive.

    Returns:
        Paths inside the folder; and what is left aside, with the reason, by its name as it can be shown.
    """
    found: set[str] = set()
    aside: list[ReadFailure] = []
    for where, folders, names in os.walk(folder):
        if SITE_MARKER in names:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(where).relative_to(folder)
        for name in folders:
            if (Path(where) / name).is_symlink() and not lies_inside(folder, Path(where) / name):
                aside.append(ReadFailure(shown((inside / name).as_posix()), LEADS_OUT))
        for name in names:
            if not _is_called_as_drafts_are(name):
                continue
            file = (inside / name).as_posix()
            reason = reason_against(folder, file)
            if reason:
                aside.append(ReadFailure(shown(file), reason))
            elif (folder / file).is_file():
                found.add(file)
    return found, tuple(aside)


def _is_called_as_drafts_are(name: str) -> bool:
    return (
        not name.startswith(".")
        and PurePath(name).suffix.lower() in DRAFT_SUFFIXES
        and not any(fnmatch(name.lower(), pattern) for pattern in _NO_DRAFTS)
    )


def reason_against(folder: Path, file: str) -> str:
    """Why a file is not read, whatever it holds; "" where nothing speaks against it, or it is not there.

    Args:
        folder: of the archive.
        file: its path inside the folder.
    """
    try:
        file.encode()
    except UnicodeEncodeError:
        return NO_NAME
    path = folder / file
    if not lies_inside(folder, path):
        return LEADS_OUT
    try:
        kind = path.stat().st_mode
    except (OSError, ValueError):  # reading it says what is wrong
        return ""
    return "" if stat.S_ISREG(kind) or stat.S_ISDIR(kind) else NO_FILE


def lies_inside(folder: Path, path: Path) -> bool:
    """Whether a path lies in a folder once every link in it is followed."""
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
    except (OSError, ValueError):
        return True
