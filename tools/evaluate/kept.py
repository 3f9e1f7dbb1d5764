"""Drafts and lexicons kept between runs of a measure, as long as the code that makes them is the same."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import treatydiff
from tools.evaluate.corpus import Corpus
from treatydiff.align.across.lexicon import Lexicon, decode_lexicon, encode_lexicon
from treatydiff.archive.cache import FolderCache
from treatydiff.model import Draft

_PACKAGE = Path(treatydiff.__file__).parent
_READING = ("model", "language", "reading", "structure", "isolation")
"""The packages that make a draft of a file."""
_LEARNING = ("align/across/learning.py", "align/across/lengths.py", "align/across/lexicon.py",
             "align/across/parallel.py")  # fmt: skip
"""What makes a lexicon of drafts."""


class Kept:
    """A folder of what earlier runs made; another version of the code finds nothing of it.

    Args:
        folder: where it lies; `TREATYDIFF_EVAL_CACHE` or a folder of the system's temporary files if None.
    """

    def __init__(self, folder: Path | None = None) -> None:
        named = os.environ.get("TREATYDIFF_EVAL_CACHE", "")
        self._folder = folder or Path(named or Path(tempfile.gettempdir()) / "treatydiff-eval")
        self._drafts = FolderCache(self._folder)

    def draft(self, corpus: Corpus, name: str) -> Draft:
        """A draft of the corpus.

        Args:
            corpus: the texts.
            name: of the file.
        """
        key = _digest(code_digest(_READING), name, corpus.path(name).read_bytes())
        found = self._drafts.get(key)
        if found is None:
            found = corpus.draft(name)
            self._drafts.put(key, found)
        return found

    def lexicon(self, about: str, make: Callable[[], Lexicon]) -> Lexicon:
        """A lexicon.

        Args:
            about: its language and the texts that it is learned from.
            make: learns it, if it is not there.
        """
        path = self._folder / f"{_digest(code_digest((*_READING, *_LEARNING)), about, b'')}.lexicon"
        if path.is_file():
            return decode_lexicon(path.read_bytes(), where=path.name)
        made = make()
        self._folder.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".part")
        beside.write_bytes(encode_lexicon(made))
        beside.replace(path)
        return made


@cache
def code_digest(parts: tuple[str, ...]) -> str:
    """A digest of the sources of some parts of the package.

    Args:
        parts: folders and files below the package.
    """
    total = hashlib.sha256()
    for part in parts:
        for path in sorted([_PACKAGE / part] if part.endswith(".py") else (_PACKAGE / part).rglob("*.*")):
            if path.is_file() and path.suffix != ".pyc":
                total.update(str(path.relative_to(_PACKAGE)).encode() + path.read_bytes())
    return total.hexdigest()


def _digest(code: str, name: str, data: bytes) -> str:
    return hashlib.sha256(b"\0".join((code.encode(), name.encode(), data))).hexdigest()
