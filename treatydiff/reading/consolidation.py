"""Markers of a publisher that consolidates amendments (▼M1, ►M1 … ◄): set aside, they are no words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from treatydiff.model import Block, Diagnostic, Furniture, Run, SourceText

RULE = "consolidation marker"
_OPENER = re.compile(r"[▼►](?:B|[A-Z]{1,2}\d{1,3})(?![^\W_])\s*")
"""The sign and the code of the amending act: B basic act, M modifier, C corrigendum, A accession."""
_CLOSER = re.compile(r"(?<!\s)\s*+◄")


def without_markers(text: SourceText) -> SourceText:
    """The text without markers that say which act brought a passage.

    A block that holds nothing else goes; markers inside a line are cut out of it. All are furniture.

    Args:
        text: what a reader returned.
    """
    if not any(_OPENER.search(block.text) for block in text.blocks):
        return text
    blocks: list[Block] = []
    markers: list[Furniture] = []
    for block in text.blocks:
        found: list[str] = []
        runs = tuple(_cleared(run, found) for run in block.runs)
        markers += [Furniture(RULE, marker, block.page) for marker in found]
        kept = replace(block, runs=_trimmed(runs) if found else runs)
        if not found or kept.text.strip() or kept.number:
            blocks.append(replace(kept, index=len(blocks)))
    said = Diagnostic(
        "consolidation_markers",
        "info",
        f"{len(markers)} markers of the publisher (▼M1, ►M1 … ◄) are set aside: a consolidated text",
    )
    return replace(
        text,
        blocks=tuple(blocks),
        furniture=(*text.furniture, *markers),
        diagnostics=(*text.diagnostics, said),
    )


def _cleared(run: Run, found: list[str]) -> Run:
    """The run without its markers, which are added to `found`."""
    if run.note is not None or not any(sign in run.text for sign in "▼►◄"):
        return run

    def take(match: re.Match[str]) -> str:
        found.append(match.group().strip())
        return ""

    return replace(run, text=_CLOSER.sub(take, _OPENER.sub(take, run.text)))


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs that are left, without the space that stood between a marker and the first word."""

    def kept() -> Iterator[Run]:
        begun = False
        for run in runs:
            text = run.text if begun else run.text.lstrip()
            begun = begun or bool(text)
            if text or run.note is not None:
                yield replace(run, text=text)

    return tuple(kept())
