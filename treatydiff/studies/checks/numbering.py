"""Numbers that are missing, repeated or out of order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from treatydiff.model import CONTAINER_KINDS, Draft, Provision
from treatydiff.structure.label_positions import _SUFFIX, label_positions
from treatydiff.structure.targets import number_of
from treatydiff.studies.checks.model import Finding

_SEEN_BY_STRUCTURE = ("number_gap", "number_repeat", "number_jump")
_ROWS = frozenset({"subparagraph", "point", "annex"}) | CONTAINER_KINDS


def check_numbering(draft: Draft) -> Iterator[Finding]:
    """A finding for each number of an article, paragraph, subparagraph, point, part or annex at fault.

    Articles and paragraphs are judged where the draft is parsed; the rows of smaller and larger
    provisions are judged here, and only where they begin with the first number.

    Args:
        draft: the draft.
    """
    for doubt in draft.diagnostics:
        if doubt.code in _SEEN_BY_STRUCTURE:
            yield Finding(doubt.code, doubt.message, doubt.page, doubt.provision)
    for instrument in draft.instruments:
        yield from _rows(instrument.provisions)
        for node in instrument.walk():
            yield from _rows(node.children)


def _rows(nodes: Sequence[Provision]) -> Iterator[Finding]:
    """Findings in the rows of numbered provisions that stand side by side."""
    for kind, run in groupby(nodes, key=lambda node: node.kind):
        row = [node for node in run if node.number]
        if kind in _ROWS and row and 1 in label_positions(row[0].number):
            yield from _in_row(row)


def _in_row(row: Sequence[Provision]) -> Iterator[Finding]:
    last = 1
    for before, node in pairwise(row):
        positions = label_positions(node.number)
        if not positions:
            return
        if _SUFFIX.search(node.number) or last + 1 in positions:
            last = last + 1 if last + 1 in positions and not _SUFFIX.search(node.number) else last
            continue
        if last in positions and number_of(node)[-1] == number_of(before)[-1]:
            message = f"{node.kind} {node.number} occurs twice in a row"
            yield Finding("number_repeat", message, node.page, node.id)
            continue
        nearest = min(positions, key=lambda value: abs(value - last))
        if nearest > last:
            message = f"{node.kind} {node.number} follows {before.number}"
            yield Finding("number_gap", message, node.page, node.id)
        elif nearest == 1:  # a list that begins anew: two lists that the reader did not tell apart
            pass
        else:
            message = f"{node.kind} {node.number} follows {before.number}"
            yield Finding("number_jump", message, node.page, node.id)
        last = nearest
