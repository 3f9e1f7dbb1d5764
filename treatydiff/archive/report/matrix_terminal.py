"""A matrix on a terminal: the nearest drafts of each, and the table of shares where it fits.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from treatydiff.archive.model import Matrix
from treatydiff.archive.report.matrix_words import cell_figure, cell_words, completeness, draft_names
from treatydiff.naming.wording import counted, percent
from treatydiff.report.kit.terminal_parts import QUIET, STRONG, Answer, columns, labelled, rendered, safe

_NEAREST_SHOWN = 3
_CELL = 5
_NAME = 24


def matrix_terminal(matrix: Matrix, *, width: int = 80, colour: bool = False) -> str:
    """The matrix as text.

    Args:
        matrix: all pairs.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(matrix, width), width=width, colour=colour)


def _parts(matrix: Matrix, width: int) -> Iterator[RenderableType]:
    names = draft_names(matrix)
    if found := _nearest(matrix):
        first, second, share = found
        carried = [cell_words(matrix.cells[pair]) for pair in ((first, second), (second, first))]
        said = f"{names[first]} and {names[second]} share {percent(share)} of their weight"
        yield Answer(labelled([("Nearest", f"{said} (carried {carried[0]}, derived {carried[1]})")]))
    yield labelled([
        ("Drafts", counted(len(matrix.drafts), "draft", "drafts")),
        ("Pairs", "; ".join(completeness(matrix))),
    ])  # fmt: skip
    for failure in matrix.failures:
        yield labelled([("Not read", f"{failure.file}: {failure.message}")])
    yield ""
    yield Text("Nearest drafts, by the weight that both share", STRONG)
    for place in matrix.order:
        yield ""
        yield Text(safe(names[place]))
        table = columns("right", "right", "right", "fold", limits=(10,))
        for near in matrix.neighbours[place][:_NEAREST_SHOWN]:
            there, back = matrix.cells[place, near.draft], matrix.cells[near.draft, place]
            name = names[near.draft] + ("" if near.certain else " (others may be nearer)")
            table.add_row(
                Text("  " + percent(near.symmetric)), Text(f"carried {cell_words(there)}", QUIET),
                Text(f"derived {cell_words(back)}", QUIET), Text(safe(name)),
            )  # fmt: skip
        if matrix.neighbours[place]:
            yield table
    if not matrix.drafts:
        return
    yield ""
    yield Text("Share of each row’s draft carried in each column’s, in percent, in order of date", STRONG)
    room = max(1, (width - _NAME - 4) // (_CELL + 1))
    for start in range(0, len(matrix.order), room):
        yield Text("\n".join(_table(matrix, names, range(start, min(start + room, len(matrix.order))))))


def _nearest(matrix: Matrix) -> tuple[int, int, float] | None:
    """The two drafts that are nearest to one another, in order of date, with the weight that both share."""
    pairs = [
        (-near.symmetric, place, near.draft)
        for place in matrix.order
        for near in matrix.neighbours[place][:1]
        if near.symmetric is not None
    ]
    if not pairs:
        return None
    share, one, other = min(pairs)
    first, second = sorted((one, other), key=matrix.order.index)
    return first, second, -share


def _table(matrix: Matrix, names: Sequence[str], shown: range) -> Iterator[str]:
    """The rows with those columns that fit."""
    yield " " * (_NAME + 4) + " ".join(f"{number + 1:>{_CELL}}" for number in shown)
    for number, row in enumerate(matrix.order, 1):
        name = safe(names[row])
        called = name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
        cells = []
        for column in (matrix.order[at] for at in shown):
            cell = matrix.cells.get((row, column))
            cells.append(f"{cell_figure(cell) if cell is not None else '':>{_CELL}}")
        yield f"{number:>3} {called:<{_NAME}}" + " ".join(cells)
