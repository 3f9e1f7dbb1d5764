"""CSV as every report writes it: no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from treatydiff.model import Link
from treatydiff.naming.wording import encodable, printable

CsvValue = str | int | float | None


_STEERING = ("=", "+", "-", "@", "\t")
"""A spreadsheet takes a cell that begins so for a formula."""


def csv_text(header: Iterable[str], rows: Iterable[Sequence[CsvValue]]) -> str:
    """Header and rows as CSV text, each line ended by a line feed."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([_cell(name) for name in header])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return encodable(file.getvalue())


def _cell(value: CsvValue) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    text = printable(str(value)).replace("\n", " ")
    return f"'{text}" if text.startswith(_STEERING) else text


def links_cell(links: tuple[Link, ...]) -> str:
    """The links of a row in one cell: "art_5>art_6 pair 120; art_5>art_9 moved 40", words last."""
    return "; ".join(f"{link.a}>{link.b} {link.kind} {link.words}" for link in links)
