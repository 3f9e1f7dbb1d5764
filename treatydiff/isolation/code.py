"""A fingerprint of the code that decides what is kept."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from treatydiff.version import __version__


@cache
def code_of(rooms: tuple[str, ...]) -> str:
    """A hash of the version and of the code and data of some rooms of the package.

    It goes by content, so that it is the same on every machine and whenever the files were put there; for
    what reads drafts that takes 2 ms.

    Args:
        rooms: packages or files of the package, by their paths inside it.
    """
    digest = hashlib.sha256(__version__.encode())
    package = Path(__file__).parents[1]
    for file in (file for room in rooms for file in _files_of(package / room)):
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files_of(room: Path) -> Iterator[Path]:
    if room.is_file():
        yield room
    for folder, below, names in os.walk(room):
        below[:] = sorted(name for name in below if name != "__pycache__")
        yield from (Path(folder, name) for name in sorted(names) if not name.endswith(".pyc"))
