"""Which words of a clause its Word file sets in italics; the tree of provisions does not keep them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from treatydiff.model import Block, Draft, Provision
from treatydiff.reading.reader import read_bytes
from treatydiff.report.comparison.redline.clause_looks import Ranges
from treatydiff.settings import Settings


def italics_of(data: bytes, draft: Draft, settings: Settings) -> dict[str, Ranges]:
    """What stands in italics, by the ids of the clauses; a clause whose words are not found has none.

    Args:
        data: the Word file that the draft was read from.
        draft: the whole draft.
        settings: how it was read.

    Raises:
        ReadError: the file is damaged.
    """
    text = read_bytes(data, draft.source.label, replace(settings, isolate="never"))
    blocks = {block.index: block for block in text.blocks}
    found = {node.id: _ranges(node, blocks) for node in draft.walk() if node.text and not node.children}
    return {id_: ranges for id_, ranges in found.items() if ranges}


def _ranges(node: Provision, blocks: dict[int, Block]) -> Ranges:
    if not any(run.italic for span in node.spans if span.block in blocks for run in blocks[span.block].runs):
        return ()
    printed = [
        (character, italic)
        for span in node.spans
        if span.block in blocks
        for character, italic in _characters(blocks[span.block])[span.start : span.end]
        if not character.isspace()
    ]
    places = [at for at, character in enumerate(node.text) if not character.isspace()]
    start = "".join(each for each, _ in printed).find("".join(node.text[at] for at in places))
    if start < 0:
        return ()
    italic = [printed[start + at][1] for at in range(len(places))]
    return tuple(_stretches(places, italic))


def _characters(block: Block) -> list[tuple[str, bool]]:
    """Every character of a block with its look; what calls a note stands as white space."""
    return [
        (" " if run.note is not None else character, run.italic)
        for run in block.runs
        for character in run.text
    ]


def _stretches(places: Sequence[int], italic: Sequence[bool]) -> Iterator[tuple[int, int]]:
    for slanted, group in groupby(zip(places, italic, strict=True), key=lambda each: each[1]):
        members = [at for at, _ in group]
        if slanted:
            yield members[0], members[-1] + 1
