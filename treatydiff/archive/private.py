"""Folders that hold what drafts say are their owner's alone."""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o700
_OURS = frozenset(("treatydiff", ".treatydiff"))
"""Names of folders that nobody but this tool makes; one of another name keeps the rights that it has."""


def make_private(folder: Path) -> None:
    """Make a folder that only its owner may enter; one of ours that others may enter is closed to them.

    Args:
        folder: where drafts or an index are kept.

    Raises:
        OSError: it cannot be made.
    """
    folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    if folder.name in _OURS and not folder.is_symlink() and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        with suppress(OSError):  # it is somebody else's
            folder.chmod(OWNER_ONLY)
