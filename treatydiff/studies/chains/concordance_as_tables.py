"""A concordance table as CSV and as Markdown."""

from __future__ import annotations

import csv
import io

from treatydiff.naming.wording import ABSENT, counted, encodable, printable
from treatydiff.report.kit.cells import safe_cell
from treatydiff.studies.chains.concordance_view import ConcordanceView, RowView, StepView


def concordance_csv(view: ConcordanceView) -> str:
    """One line a row; for every draft ids, number, heading and page, between drafts relation and shares.

    Args:
        view: what is said.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([_cell(each) for each in header_cells(view)])
    for row in view.rows:
        writer.writerow([_cell(each) for each in row_cells(row)])
    return encodable(file.getvalue())


def header_cells(view: ConcordanceView) -> list[str]:
    """The names of the columns of a flat table."""
    header: list[str] = []
    for at, name in enumerate(view.files):
        if at:
            step = f"{view.files[at - 1]} → {name}"
            header += [f"{what}: {step}" for what in ("relation", "carried", "derived", "links")]
        header += [f"{name}{what}" for what in ("", ": heading", ": page", ": ids")]
    return header


def row_cells(row: RowView) -> list[str | int | float | None]:
    """The cells of one row, under `header_cells`."""
    cells: list[str | int | float | None] = []
    for at, cell in enumerate(row.cells):
        if at:
            step = row.steps[at - 1]
            cells += [step.returned or step.words, step.carried, step.derived, step.links]
        cells += [cell.label, cell.heading, cell.page, " ".join(cell.ids)]
    return cells


def _cell(value: str | int | float | None) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return safe_cell(printable(str(value)).replace("\n", " "))


def concordance_markdown(view: ConcordanceView) -> str:
    """A Markdown table: a column a draft, under each label what became of the draft before.

    Args:
        view: what is said.
    """
    lines = [f"# Concordance table: {_escaped(view.title)}", ""]
    for card in view.cards:
        lines.append(
            f"- {_escaped(card.label)}: {card.headed}, "
            f"{counted(card.words, 'word', 'words')}, sha256 {card.sha256}"
        )
    lines += [
        "",
        f"| {' | '.join(map(_escaped, view.names))} | Heading |",
        "|---" * (len(view.names) + 1) + "|",
    ]
    for row in view.rows:
        cells = [
            "<br>".join(
                part
                for part in (_escaped(cell.label) or ABSENT, _told(row.steps[at - 1]) if at else "")
                if part
            )
            for at, cell in enumerate(row.cells)
        ]
        lines.append(f"| {' | '.join(cells)} | {_escaped(row.heading)} |")
    lines += [
        "",
        f"Percentages are the share of a provision that is taken from the draft before. {view.tool}",
        "",
    ]
    return encodable("\n".join(lines))


def _told(step: StepView) -> str:
    return f"*{_escaped(step.told)}*" if step.relation else ""


def _escaped(text: str) -> str:
    words = " ".join(printable(text).split())
    for sign in "\\`*_[]<>|#":
        words = words.replace(sign, f"\\{sign}")
    return words
