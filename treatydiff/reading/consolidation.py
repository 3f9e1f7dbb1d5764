"""Markers of a publisher that consolidates amendments (▼M1, ►M1 … ◄): kept in their place, no words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from treatydiff.model import Block, Diagnostic, Run, SourceText
from treatydiff.patterns import pattern_of

_MARKER = pattern_of(r"(?P<opener>[▼►](?:B|[A-Z]{1,2}\d{1,3})(?![^\W_]))\s*|(?P<space>\s?)(?P<closer>◄)")
"""The sign and the code of the amending act: B basic act, M modifier, C corrigendum, A accession."""

_TAKEN_OUT = pattern_of(r"[-–—―]{3,}")
"""What stands behind a marker where the act took the text out; it is no text either."""


def with_markers_apart(text: SourceText) -> SourceText:
    """The text with markers that say which act brought a passage in runs of their own, without text.

    A block that holds nothing else goes; its marker moves to the head of the block behind it.

    Args:
        text: what a reader returned.
    """
    signed = (words for block in text.blocks if "▼" in (words := block.text) or "►" in words)
    if not any(match["opener"] for words in signed for match in _MARKER.finditer(words)):
        return text
    blocks: list[Block] = []
    waiting: tuple[Run, ...] = ()
    count = 0
    for block in text.blocks:
        runs = tuple(piece for run in block.runs for piece in _parted(run))
        markers = tuple(run for run in runs if run.marker)
        count += len(markers)
        kept = _trimmed(runs) if markers else runs
        words = "".join(run.text for run in kept).strip()
        if not block.number and (
            (markers and not words) or ((markers or waiting) and _TAKEN_OUT.fullmatch(words))
        ):
            waiting += markers
            continue
        blocks.append(replace(block, runs=(*waiting, *kept), index=len(blocks)))
        waiting = ()
    if waiting and blocks:
        blocks[-1] = replace(blocks[-1], runs=(*blocks[-1].runs, *waiting))
    said = Diagnostic(
        "consolidation_markers",
        "info",
        f"a consolidated text: {count} markers of the publisher (▼M1, ►M1 … ◄) are marks, no words",
    )
    return replace(text, blocks=tuple(blocks), diagnostics=(*text.diagnostics, said))


def _parted(run: Run) -> Iterator[Run]:
    """A run parted at its markers, each a run of its own."""
    if run.note is not None or not any(sign in run.text for sign in "▼►◄"):
        yield run
        return
    at = 0
    for match in _MARKER.finditer(run.text):
        if match.start() > at:
            yield replace(run, text=run.text[at : match.start()])
        yield Run("", marker=match["opener"] or match["closer"])
        at = match.end()
    if at < len(run.text):
        yield replace(run, text=run.text[at:])


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without the space that stood between a marker and the first word."""

    def kept() -> Iterator[Run]:
        begun = False
        for run in runs:
            text = run.text if begun else run.text.lstrip()
            begun = begun or bool(text)
            if text or run.note is not None or run.marker:
                yield replace(run, text=text)

    return tuple(kept())
