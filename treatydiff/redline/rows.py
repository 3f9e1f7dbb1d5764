"""Which rows of two tables, and which paragraphs of two cells, are one that was changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from treatydiff.redline.plan import ItemPartners, are_alike
from treatydiff.redline.word.story import Item, StoryParagraph, StoryRow, StoryTable


def belong_together(one: Item, other: Item, partners: ItemPartners) -> bool:
    """Whether a redline takes two items of a cell for one that was changed."""
    if isinstance(one, StoryParagraph) and partners.paragraphs.get(one) is other:
        return True
    return partners.loose and (one.text == other.text or are_alike(one, other, partners.units))


def row_pairs(base: StoryTable, other: StoryTable) -> dict[int, int]:
    """Which row of the other table each row is: equal ones, then what stands between them, in order."""

    def key(row: StoryRow) -> tuple[str, ...]:
        return tuple("\n".join(item.text for item in cell) for _, cell in row.cells)

    ours, theirs = [key(row) for row in base.rows], [key(row) for row in other.rows]
    pairs: dict[int, int] = {}
    for tag, from_j, to_j, from_i, to_i in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs |= zip(range(from_i, to_i), range(from_j, to_j), strict=True)
        elif tag == "replace":
            pairs |= _near_rows(range(from_i, to_i), range(from_j, to_j), ours, theirs)
    return pairs


def _near_rows(
    here: range, there: range, ours: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]]
) -> dict[int, int]:
    """Changed rows: those that share a cell, or, where as many stand on both sides, the same place."""
    pairs: dict[int, int] = {}
    start = there.start
    for i in here:
        for j in range(start, there.stop):
            alike = len(ours[i]) == len(theirs[j]) and (
                (len(here) == len(there) and i - here.start == j - there.start)
                or any(cell.strip() and cell == theirs[j][n] for n, cell in enumerate(ours[i]))
            )  # fmt: skip
            if alike:
                pairs[i] = j
                start = j + 1
                break
    return pairs


def of_paragraphs(tied: Mapping[Item, Item]) -> dict[StoryParagraph, StoryParagraph]:
    """The pairs of items that are paragraphs on both sides."""
    return {
        one: other
        for one, other in tied.items()
        if isinstance(one, StoryParagraph) and isinstance(other, StoryParagraph)
    }
