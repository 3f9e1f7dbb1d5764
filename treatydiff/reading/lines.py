"""A printed line, with or without a place on the page: what the page rules look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from treatydiff.model import Run
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page, top to bottom.

    `page` counts from 1 and is None where the source has no pages. Geometry is in points from the
    lower left corner of the page and None in plain text: `x0` and `x1` are the edges of the visible
    characters, `baseline` their height, `size` the size of most of them. `runs` is empty where the
    line has one look only. `hang` is where the text goes on after a label and a tab ("4.    Each").
    `column` is 0 on the whole width, else the number of the column; `cell` is (table, row, column) in
    a ruled table; `rule` names the furniture rule that took the line while the page was read.
    """

    text: str
    page: int | None = None
    runs: tuple[Run, ...] = ()
    x0: float | None = None
    x1: float | None = None
    baseline: float | None = None
    size: float | None = None
    page_width: float | None = None
    page_height: float | None = None
    hang: float | None = None
    column: int = 0
    cell: tuple[int, int, int] | None = None
    rule: str = ""

    @property
    def look(self) -> tuple[Run, ...]:
        """The runs of the line, or its text as one plain run."""
        return self.runs or (Run(self.text),)


def pages_of(lines: Iterable[PageLine]) -> list[list[PageLine]]:
    """The lines grouped by page, in order; lines without a page make one group.

    Args:
        lines: lines in reading order.
    """
    return [list(group) for _, group in groupby(lines, key=lambda line: line.page)]


def sheets_of(pages: Iterable[Sequence[PageLine]]) -> list[list[PageLine]]:
    """The lines grouped by column or cell of a page, in reading order; a page of one column is one.

    Args:
        pages: the lines of each page.
    """
    return [
        list(group)
        for lines in pages
        for _, group in groupby(lines, key=lambda line: (line.column, line.cell))
    ]
