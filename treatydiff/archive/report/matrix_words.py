"""What a report of a matrix says in words: names, shares and bounds, how complete it is."""

from __future__ import annotations

from collections import Counter

from treatydiff.archive.model import Cell, Matrix
from treatydiff.naming.wording import counted, percent


def cell_words(cell: Cell) -> str:
    """A share, or what it cannot exceed: "62 %", "≤ 12 %"."""
    return percent(cell.carried) if cell.measured else f"≤ {percent(cell.bound)}"


def cell_figure(cell: Cell) -> str:
    """A share in the least room: "62", "≤12"; the figures are percents."""
    return cell_words(cell).replace(" %", "").replace("≤ ", "≤")


def draft_names(matrix: Matrix) -> tuple[str, ...]:
    """What drafts are called: symbol, else file; both where several have one symbol."""
    names = Counter(each.entry.name for each in matrix.drafts)
    return tuple(
        each.entry.name if names[each.entry.name] == 1 else f"{each.entry.name} ({each.entry.file})"
        for each in matrix.drafts
    )


def cell_title(matrix: Matrix, row: int, column: int) -> str:
    """A cell in a sentence: "a.pdf in b.pdf: 62 % carried, 55 % with no force word changed"."""
    cell = matrix.cells[row, column]
    called = draft_names(matrix)
    names = f"{called[row]} in {called[column]}"
    if not cell.measured:
        return f"{names}: at most {percent(cell.bound)} carried (not scored in full)"
    force = f", {percent(cell.same_force)} with no force word changed" if cell.same_force is not None else ""
    return f"{names}: {percent(cell.carried)} carried{force}"


def completeness(matrix: Matrix) -> tuple[str, ...]:
    """How much of the matrix was scored in full, and what the rest shows."""
    listed = len(matrix.cells) // 2
    rest = listed - matrix.measured
    said = [f"{matrix.measured:,} of {counted(matrix.pairs, 'pair', 'pairs')} scored in full"]
    if rest:
        said.append(
            f"of the other {rest:,} the figure is a bound, marked ≤: no share of theirs reaches "
            f"{percent(matrix.threshold)}" if not matrix.limited else
            f"of the other {rest:,} the figure is a bound, marked ≤: the limit on full scores was reached"
        )  # fmt: skip
    if listed < matrix.pairs:
        said.append(f"{matrix.pairs - listed:,} pairs are not listed: no share of theirs reaches "
                    f"{percent(matrix.floor)}")  # fmt: skip
    uncertain = sum(not near[0].certain for near in matrix.neighbours if near)
    if uncertain:
        nearer = "a pair left unscored may be nearer than the nearest given"
        below = f" (both stay below {percent(matrix.sought)}; --floor 0 scores them)"
        said.append(f"for {counted(uncertain, 'draft', 'drafts')} {nearer}{'' if matrix.limited else below}")
    elif any(not each.certain for near in matrix.neighbours for each in near):
        said.append("the nearest draft of each is certain, those after it the nearest of the pairs scored")
    languages = {draft.language for draft in matrix.drafts}
    if len(languages) > 1:
        said.append("drafts in different languages are not compared")
    if matrix.failures:
        said.append(f"{counted(len(matrix.failures), 'file', 'files')} could not be read")
    return tuple(said)
