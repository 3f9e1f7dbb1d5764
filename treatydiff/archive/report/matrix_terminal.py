"""A matrix on a terminal: the nearest drafts of each, and the table of shares where it fits.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.archive.model import Matrix
from treatydiff.archive.report.matrix_words import cell_words, completeness
from treatydiff.naming.wording import counted, percent
from treatydiff.report.kit.terminal_parts import QUIET, STRONG, columns, labelled, rendered, safe

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
        yield Text(safe(matrix.drafts[place].entry.name))
        table = columns("right", "right", "right", "fold", limits=(10,))
        for near in matrix.neighbours[place][:_NEAREST_SHOWN]:
            there, back = matrix.cells[place, near.draft], matrix.cells[near.draft, place]
            name = matrix.drafts[near.draft].entry.name + ("" if near.certain else " (others may be nearer)")
            table.add_row(
                Text("  " + percent(near.symmetric)), Text(f"carried {cell_words(there)}", QUIET),
                Text(f"derived {cell_words(back)}", QUIET), Text(safe(name)),
            )  # fmt: skip
        if matrix.neighbours[place]:
            yield table
    if matrix.drafts and _NAME + 4 + (_CELL + 1) * len(matrix.drafts) <= width:
        yield ""
        yield Text("Share of each row’s draft carried in each column’s", STRONG)
        yield Text("\n".join(_table(matrix)))


def _table(matrix: Matrix) -> Iterator[str]:
    yield " " * (_NAME + 4) + " ".join(f"{number:>{_CELL}}" for number in range(1, len(matrix.order) + 1))
    for number, row in enumerate(matrix.order, 1):
        name = safe(matrix.drafts[row].entry.name)
        shown = name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
        cells = []
        for column in matrix.order:
            cell = matrix.cells.get((row, column))
            words = "" if cell is None else cell_words(cell).replace(" %", "").replace("≤ ", "≤")
            cells.append(f"{words:>{_CELL}}")
        yield f"{number:>3} {shown:<{_NAME}}" + " ".join(cells)
