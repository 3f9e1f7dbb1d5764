"""Precision and recall of article headings in plain text, by line and number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tools.evaluate.corpus import Corpus, fault_text
from tools.evaluate.rows import Row, information, row
from treatydiff.errors import TreatydiffError
from treatydiff.language.numbers import canonical_number
from treatydiff.model import SourceText

NAME = "headings"
FOLDER = "trade"
LEAST_RECALL = 0.98
LEAST_PRECISION = 0.95

_BARE_HEADING = re.compile(r"\W*(?:article|rule)\s+[\divxlc.]+\W*", re.IGNORECASE)
"""A line with nothing but "Article" and a number is a heading, listed or not."""

_OTHER_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")

Place = tuple[int, str]
"""Line, from 1, and canonical number of a heading."""


@dataclass(frozen=True, slots=True)
class Found:
    """Headings of one file: those known, and those found."""

    file: str
    known: frozenset[Place]
    found: frozenset[Place]
    lines: tuple[str, ...]

    @property
    def hits(self) -> int:
        """How many of the known headings were found."""
        return len(self.known & self.found)

    @property
    def bare(self) -> int:
        """How many of the headings that are not listed stand on a line of their own."""
        extra = self.found - self.known
        return sum(_BARE_HEADING.fullmatch(self.lines[line - 1]) is not None for line, _ in extra)

    def details(self) -> list[str]:
        """Every miss and every heading that is not listed, with its line."""
        named = [("missed", place) for place in self.known - self.found]
        named += [("not listed", place) for place in self.found - self.known]
        return [
            f"{self.file}:{line}: {what} {number!r}: {self.lines[line - 1].strip()[:70]!r}"
            for what, (line, number) in sorted(named, key=lambda entry: (entry[1], entry[0]))
        ]


def measure(corpus: Corpus) -> Iterator[Row]:
    """Figures over all files, then the files that fall behind."""
    files = []
    for found_in in files_of_archive(corpus):
        if isinstance(found_in, TreatydiffError):
            yield row(NAME, found_in.where or "a file", "parsed", fault_text(found_in), ok=False)
        else:
            files.append(found_in)
    hits = sum(file.hits for file in files)
    listed, found = sum(len(file.known) for file in files), sum(len(file.found) for file in files)
    bare = sum(file.bare for file in files)
    recall, strict, precision = hits / listed, hits / max(1, found), hits / max(1, found - bare)
    details = [line for file in files for line in file.details()]
    yield information(
        NAME, f"headings listed / found / both, {len(files)} files", f"{listed} / {found} / {hits}"
    )
    yield row(NAME, "recall", f"≥ {LEAST_RECALL}", recall, ok=recall >= LEAST_RECALL, details=details)
    yield information(NAME, "not listed, but alone on their line", bare)
    yield row(
        NAME, "precision, without those", f"≥ {LEAST_PRECISION}", precision, ok=precision >= LEAST_PRECISION
    )
    yield information(NAME, "precision, with those", strict)
    yield information(NAME, "F1, without those", 2 * recall * precision / (recall + precision))
    for file in files:
        missed, extra = len(file.known - file.found), len(file.found - file.known)
        if missed or extra:
            shown = f"{missed} missed, {extra} not listed"
            yield information(NAME, f"{file.file[:60]}: of {len(file.known)}", shown)


def files_of_archive(corpus: Corpus) -> Iterator[Found | TreatydiffError]:
    """The headings of every file whose headings are known, or why there are none."""
    for name, known in sorted(corpus.truth("trade_headings.json")["headings"].items()):
        try:
            yield _of_file(corpus, f"{FOLDER}/{name}", known)
        except TreatydiffError as fault:
            yield fault


def _of_file(corpus: Corpus, name: str, known: list[tuple[int, str]]) -> Found:
    draft, source = corpus.draft(name), corpus.source_text(name)
    lines = tuple(corpus.path(name).read_text(encoding="utf-8-sig", errors="replace").split("\n"))
    line_of = lines_of_blocks(lines, source)
    found = {
        (line_of[node.spans[0].block], _canonical(node.number))
        for node in draft.walk()
        if node.kind in ("article", "rule") and node.spans
    }
    listed = frozenset((line, _canonical(number)) for line, number in known)
    return Found(name.removeprefix(f"{FOLDER}/"), listed, frozenset(found), lines)


def lines_of_blocks(lines: tuple[str, ...], source: SourceText) -> dict[int, int]:
    """The line, from 1, of every block of a plain text.

    Lines that hold nothing and lines set aside as furniture have no block, so the blocks are a
    subsequence of the lines; the furniture that remains is stepped over.

    Args:
        lines: of the file, as cut at newlines.
        source: what the reader made of it.
    """
    pieces = [
        (number, _visible(piece))
        for number, line in enumerate(lines, 1)
        for piece in _OTHER_LINE_ENDS.split(line)
        if _visible(piece)
    ]
    aside = {_visible(piece.text) for piece in source.furniture}
    line_of: dict[int, int] = {}
    at = len(pieces)
    # From the end backwards: contents and mastheads, which repeat headings, stand in front.
    for block in reversed(source.blocks):
        at -= 1
        while pieces[at][1] != _visible(block.text):
            if pieces[at][1] not in aside:
                raise ValueError(f"line {pieces[at][0]} is neither block nor furniture")
            at -= 1
        line_of[block.index] = pieces[at][0]
    return line_of


def _visible(text: str) -> str:
    """The characters that print: a reader may drop or change what does not."""
    return "".join(char for char in text if unicodedata.category(char)[0] not in "CZ")


def _canonical(number: str) -> str:
    last = (number.split() or [""])[-1]
    return canonical_number(last, "article", "en") or last.casefold()
