"""The colour in which a house prints most of its text, which is no convention of drafting."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from treatydiff.model import Block


def without_house_colour(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without the colour in which most of the text is printed: the look of a house.

    Args:
        blocks: of a document.
    """
    letters: Counter[str] = Counter()
    for block in blocks:
        for run in block.runs:
            letters[run.colour] += len(run.text)
    colour, most = max(letters.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if not colour or 2 * most <= letters.total():
        return blocks
    return tuple(
        replace(
            block,
            runs=tuple(replace(run, colour="") if run.colour == colour else run for run in block.runs),
        )
        for block in blocks
    )
