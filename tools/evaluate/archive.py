"""Sixty trade agreements as an archive: all read, no share above its bound, and who is nearest to whom."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.evaluate.corpus import Corpus
from tools.evaluate.rows import Row, information, row
from treatydiff.archive.executors import processes
from treatydiff.archive.index import Index
from treatydiff.archive.indexing import index_archive
from treatydiff.archive.listing import open_archive
from treatydiff.archive.matrix import build_matrix
from treatydiff.archive.model import Matrix
from treatydiff.settings import Settings

NAME = "archive"
_ROUNDING = 1e-12


def measure(corpus: Corpus) -> Iterator[Row]:
    """Index the folder and build its matrix, in a place of their own."""
    folder = corpus.folder / "trade"
    with tempfile.TemporaryDirectory() as beside, processes(2) as workers:
        archive = open_archive(folder)
        with Index(Path(beside) / "archive.sqlite") as index:
            run = index_archive(archive, index, Settings(), workers=workers)
            yield row(NAME, "drafts read", len(archive.files), len(run.read) - len(run.failures))
            matrix = build_matrix(archive, index, Settings(), workers=workers)
    yield from _of(matrix)


def _of(matrix: Matrix) -> Iterator[Row]:
    above = sum(
        cell.carried is not None and cell.carried > cell.bound + _ROUNDING for cell in matrix.cells.values()
    )
    yield row(NAME, "shares above their bound", 0, above)
    yield row(NAME, "drafts whose nearest is not certain", 0,
              sum(not near[0].certain for near in matrix.neighbours if near))  # fmt: skip
    yield information(NAME, "pairs scored in full", f"{matrix.measured:,} of {matrix.pairs:,}")
    for place in matrix.order:
        near = matrix.neighbours[place][0]
        cells = matrix.cells[place, near.draft], matrix.cells[near.draft, place]
        shares = f"carried {cells[0].value:.2f}, derived {cells[1].value:.2f}"
        there = Path(matrix.drafts[near.draft].entry.file).stem
        yield information(
            NAME, f"nearest to {Path(matrix.drafts[place].entry.file).stem}", f"{there}: {shares}"
        )
