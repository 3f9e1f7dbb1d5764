"""The corpus, with every file read, parsed and compared at most once."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from treatydiff.errors import TreatydiffError
from treatydiff.model import Comparison, Draft, Provision, SourceText
from treatydiff.pipeline import compare_drafts, parse_source
from treatydiff.reading.reader import read_file
from treatydiff.settings import Settings

SUFFIXES = frozenset({".pdf", ".docx", ".txt", ".md"})
SETTINGS = Settings()


class UnforeseenError(TreatydiffError):
    """A stage raised something that no user should ever see."""


class Corpus:
    """A folder of texts; keeps what it has read, and how long that took.

    Args:
        folder: where the texts lie, with a folder `truth` beside them.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seconds: dict[tuple[str, ...], float] = {}
        self._kept: dict[tuple[str, ...], Any] = {}

    def path(self, name: str) -> Path:
        """The path of a file.

        Args:
            name: path inside the corpus, with slashes.
        """
        return self.folder / name

    def files(self) -> list[str]:
        """Every text of the corpus, by name."""
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.suffix in SUFFIXES and path.name != "README.md"
        )

    def truth(self, name: str) -> Any:
        """What is known, from a file of the folder `truth`."""
        return json.loads((self.folder / "truth" / name).read_text(encoding="utf-8"))

    def source_text(self, name: str) -> SourceText:
        """A file as the reader gives it.

        Raises:
            TreatydiffError: as the reader raised it.
        """
        found: SourceText = self._once(("read", name), lambda: read_file(self.path(name), SETTINGS))
        return found

    def draft(self, name: str) -> Draft:
        """A file as a draft.

        Raises:
            TreatydiffError: as the reader or the parser raised it.
        """
        text = self.source_text(name)
        found: Draft = self._once(("parse", name), lambda: parse_source(text, SETTINGS))
        return found

    def comparison(self, a: str, b: str) -> Comparison:
        """The comparison of two files, the earlier first.

        Raises:
            TreatydiffError: as any stage raised it.
        """
        left, right = self.draft(a), self.draft(b)
        found: Comparison = self._once(("compare", a, b), lambda: compare_drafts(left, right, SETTINGS))
        return found

    def _once(self, key: tuple[str, ...], make: Any) -> Any:
        if key not in self._kept:
            began = time.perf_counter()
            try:
                self._kept[key] = make()
            except TreatydiffError as fault:
                self._kept[key] = fault
            except Exception as fault:  # noqa: BLE001 - one broken file must not hide the others
                self._kept[key] = UnforeseenError(f"{type(fault).__name__}: {fault}", where=key[-1])
            self.seconds[key] = time.perf_counter() - began
        kept = self._kept[key]
        if isinstance(kept, TreatydiffError):
            raise kept
        return kept


PAIRS: tuple[tuple[str, str], ...] = (
    ("crime/UNTOC_2000_en.txt", "crime/UNCAC_2003_en.txt"),
    ("crime/budapest_ETS185_2001_en.txt", "crime/UNCAC_2003_en.txt"),
    ("crime/UNTOC_protocol_trafficking_en.txt", "crime/UNTOC_protocol_smuggling_en.txt"),
    ("crime/budapest_ETS185_2001_en.txt", "crime/budapest_protocol_ETS189_2003_en.txt"),
    ("paris/2015-10-05.pdf", "paris/2015-10-23.pdf"),
    ("paris/2015-10-23.pdf", "paris/2015-10-23.md"),
    ("bbnj/draft_2022-06-01.txt", "bbnj/draft_2022-12-12.txt"),
    ("bbnj/draft_2022-12-12.txt", "bbnj/BBNJ_Agreement_2023_en.pdf"),
    ("bbnj/BBNJ_Agreement_2023_en.txt", "bbnj/BBNJ_Agreement_2023_en.pdf"),
    ("unfccc/decision_draft_2024-11-14.docx", "unfccc/decision_final_4-CMA.6.txt"),
    ("charter/un_charter_en.txt", "charter/un_charter_en.pdf"),
    ("trade/1977-01-18_ec-syria-interim-agreement-of-1977.txt", "trade/1977-01-18_eu-syria.txt"),
    ("trade/1997-02-24_eu-palestinian-authority.txt", "trade/2001-06-25_eu-egypt.txt"),
)
"""Successive drafts, related instruments, and one text from two kinds of file."""


def label(name: str) -> str:
    """The short name of a file in the table."""
    stem = Path(name).name
    return stem if len(stem) <= 44 else f"{stem[:30]}…{stem[-12:]}"


def pair_label(a: str, b: str) -> str:
    """The short name of a pair in the table."""
    return f"{label(a)} → {label(b)}"


def fault_text(fault: Exception) -> str:
    """What a row says about a fault: the type and the first line, cut short."""
    lines = str(fault).splitlines() or [""]
    return f"{type(fault).__name__}: {lines[0][:110]}"


def is_unsupported_language(fault: Exception) -> bool:
    """Whether a fault says that a language has no grammar yet."""
    return isinstance(fault, TreatydiffError) and "no grammar for language" in fault.what


def main_provisions(draft: Draft) -> tuple[Provision, ...]:
    """The top-level provisions of a draft's main instrument; none where it holds nothing."""
    return next((i.provisions for i in draft.instruments if i.main), ())


def main_articles(draft: Draft) -> list[Provision]:
    """The articles of the main instrument outside annexes, in text order."""
    return [
        node
        for top in main_provisions(draft)
        if top.kind != "annex"
        for node in top.walk()
        if node.kind == "article"
    ]
