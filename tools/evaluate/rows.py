"""One line of the table of measures, and the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One observation: which measure, of what, what was expected and found.

    `ok` is None where nothing is expected and the figure is information only. `details` are lines
    that help to look into it; they may quote the corpus, so they are printed on request and never
    kept.
    """

    measure: str
    what: str
    expected: str
    found: str
    ok: bool | None
    details: tuple[str, ...] = ()


def row(
    measure: str,
    what: str,
    expected: object,
    found: object,
    ok: bool | None = None,
    *,
    details: Iterable[str] = (),
) -> Row:
    """A row whose `ok` follows from equality unless it is given.

    Args:
        measure: name of the measure.
        what: file, pair or figure.
        expected: the value that is known or asked for.
        found: the value measured.
        ok: whether that is as expected; None compares the two.
        details: lines printed on request.
    """
    same = expected == found if ok is None else ok
    return Row(measure, what, _shown(expected), _shown(found), same, tuple(details))


def information(measure: str, what: str, found: object, *, details: Iterable[str] = ()) -> Row:
    """A row that expects nothing."""
    return Row(measure, what, "", _shown(found), None, tuple(details))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, list | tuple):
        return ", ".join(map(_shown, value)) or "none"
    return str(value)


def as_markdown(rows: Sequence[Row], *, verbose: bool = False) -> str:
    """A table that reads as plain text and as Markdown, with a last line that counts.

    Args:
        rows: in the order in which they are printed.
        verbose: add the details below the table.
    """
    header = ("measure", "what", "expected", "found", "ok")
    cells = [tuple(map(_escaped, (r.measure, r.what, r.expected, r.found, _verdict(r.ok)))) for r in rows]
    widths = [max(len(line[n]) for line in (header, *cells)) for n in range(len(header))]
    lines = [_line(header, widths), "|" + "|".join("-" * (width + 2) for width in widths) + "|"]
    lines += [_line(line, widths) for line in cells]
    judged = [r for r in rows if r.ok is not None]
    if verbose:
        for r in rows:
            if r.details:
                lines += ["", f"{r.measure}: {r.what}", *(f"    {detail}" for detail in r.details)]
    lines += ["", f"{sum(bool(r.ok) for r in judged)} of {len(judged)} as expected"]
    return "\n".join(lines) + "\n"


def _verdict(ok: bool | None) -> str:
    return "–" if ok is None else "yes" if ok else "NO"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return "| " + " | ".join(padded) + " |"
