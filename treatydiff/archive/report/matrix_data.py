"""A matrix as CSV (one line a pair and direction) and as JSON of the schema `treatydiff/matrix/1`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from treatydiff.archive.model import Cell, Matrix
from treatydiff.naming.wording import encodable, printable
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.cells import safe_cell
from treatydiff.report.kit.json_text import Pairs, dumped

_BEGINNING, _END = "{\n", "\n}\n"
"""How an object begins and ends as JSON text."""
_AT_ONCE = 500


def matrix_csv(matrix: Matrix) -> str:
    """Every ordered pair of drafts of one language: what of `a` is carried in `b`.

    `carried`, `same_force` and `verbatim` are empty where only the bound was computed.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("a", "b", "bound", "carried", "same_force", "verbatim"))
    for (row, column), cell in matrix.cells.items():
        names = (matrix.drafts[place].entry.file for place in (row, column))
        figures = (cell.bound, cell.carried, cell.same_force, cell.verbatim)
        writer.writerow((*(safe_cell(printable(name)) for name in names), *map(_figure, figures)))
    return encodable(file.getvalue())


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}"


def matrix_json(matrix: Matrix, settings: Pairs = ()) -> str:
    """A matrix as JSON; pairs once, `a` the earlier draft, with both directions.

    Args:
        matrix: all pairs.
        settings: names and values of the settings that differ from the defaults.
    """
    listed = {"floor": matrix.floor, "looked_at": matrix.looked_at, "listed": len(matrix.cells) // 2}
    before = dumped({
        "schema": "treatydiff/matrix/1",
        "tool": TOOL,
        "settings": dict(settings),
        "summary": {"drafts": len(matrix.drafts), "pairs": matrix.pairs, "scored": matrix.measured,
                    "threshold": matrix.threshold, "limited": matrix.limited, "nearest_from": matrix.sought,
                    **(listed if matrix.floor > 0.0 else {})},
        "drafts": [
            {"file": each.entry.file, "symbol": each.entry.symbol or None,
             "date": each.entry.known_date or None, "language": each.language, "articles": each.articles,
             "words": each.words,
             "nearest": [{"file": matrix.drafts[near.draft].entry.file, "symmetric": near.symmetric,
                          "certain": near.certain} for near in matrix.neighbours[place]]}
            for place, each in enumerate(matrix.drafts)
        ],
        "order": [matrix.drafts[place].entry.file for place in matrix.order],
    })  # fmt: skip
    after = dumped({"failures": [{"file": each.file, "message": each.message} for each in matrix.failures]})
    pairs = ",\n".join(_pairs(matrix))
    listing = f"[\n{pairs}\n ]" if pairs else "[]"
    return f'{before.removesuffix(_END)},\n "pairs": {listing},\n{after.removeprefix(_BEGINNING)}'


def _pairs(matrix: Matrix) -> Iterator[str]:
    """The pairs as they stand in the list, some hundreds at a time: a large matrix holds a million."""
    pairs = (
        {"a": matrix.drafts[row].entry.file, "b": matrix.drafts[column].entry.file,
         "carried": _cell(cell), "derived": _cell(matrix.cells[column, row])}
        for (row, column), cell in matrix.cells.items() if row < column
    )  # fmt: skip
    while some := list(islice(pairs, _AT_ONCE)):
        yield dumped({"pairs": some}).removeprefix(f'{_BEGINNING} "pairs": [\n').removesuffix(f"\n ]{_END}")


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "scored": cell.measured,
        "bound": cell.bound,
        "share": cell.carried,
        "same_force": cell.same_force,
        "verbatim": cell.verbatim,
    }
