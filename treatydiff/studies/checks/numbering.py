"""Numbers that are missing, repeated or out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from treatydiff.language.across.label_positions import _SUFFIX, label_positions
from treatydiff.model import CONTAINER_KINDS, Diagnostic, Draft, Provision
from treatydiff.patterns import pattern_of
from treatydiff.structure.addresses.answering import number_of
from treatydiff.studies.checks.model import Finding
from treatydiff.studies.checks.printed import PrintedHeadings

_SEEN_BY_STRUCTURE = ("number_gap", "number_repeat", "number_jump")
_GAP = pattern_of(r"^(?P<kind>\w+) (?P<first>\d{1,4})(?: to (?P<last>\d{1,4}))? (?:is|are) missing")
_FAR = 10
"""Paragraphs missing in a row from which on the number after them is none of a paragraph."""
_LOST = 3
"""Faults of one row from which on they are faults of its reading."""
_ROMAN_L = 49
_ROWS = frozenset({"subparagraph", "point", "annex"}) | CONTAINER_KINDS


def check_numbering(draft: Draft) -> Iterator[Finding]:
    """A finding for each number of an article, paragraph, subparagraph, point, part or annex at fault.

    Articles and paragraphs are judged where the draft is parsed; the rows of smaller and larger
    provisions are judged here, and only where they begin with the first number.

    Args:
        draft: the draft.
    """
    printed = PrintedHeadings(draft)
    before = _before(draft)
    for doubt in draft.diagnostics:
        if doubt.code in _SEEN_BY_STRUCTURE and not _misread(doubt, before, printed):
            yield Finding(doubt.code, doubt.message, doubt.page, doubt.provision)
    for instrument in draft.instruments:
        yield from _rows(instrument.provisions)
        for node in instrument.walk():
            yield from _rows(node.children)


def _before(draft: Draft) -> dict[str, Provision | None]:
    """What stands before every provision in the order of the text."""
    nodes = list(draft.walk())
    return {node.id: nodes[at - 1] if at else None for at, node in enumerate(nodes)}


def _misread(doubt: Diagnostic, before: Mapping[str, Provision | None], printed: PrintedHeadings) -> bool:
    """Whether a doubt of the structure tells of its reading rather than of the draft.

    A paragraph far beyond the one before is a number inside a sentence; articles count anew in the
    hundreds of the next chapter; what bears a number twice stands in options; and a heading that is
    printed inside a clause is not missing.
    """
    gap = _GAP.search(doubt.message)
    if gap is not None:
        first, last = int(gap["first"]), int(gap["last"] or gap["first"])
        following = last + 1
        if gap["kind"] in ("article", "rule"):
            return (following // 100 > first // 100 and following % 100 <= 1) or all(
                printed.has(gap["kind"], str(number)) for number in range(first, min(last, first + 20) + 1)
            )
        return last - first + 1 >= _FAR
    last_read = before.get(doubt.provision or "")
    return doubt.code == "number_repeat" and last_read is not None and last_read.kind == "option"


def _rows(nodes: Sequence[Provision]) -> Iterator[Finding]:
    """Findings in the rows of numbered provisions that stand side by side."""
    for kind, run in groupby(nodes, key=lambda node: node.kind):
        row = [node for node in run if node.number]
        if kind in _ROWS and row and 1 in label_positions(row[0].number):
            yield from _in_row(row)


def _in_row(row: Sequence[Provision]) -> Iterator[Finding]:
    found = list(_faults_of_row(row))
    told = found[:1] if len(found) == 2 and found[1].code == "number_jump" else found
    # Several faults in one row show a list that was not read as it is printed.
    if len(told) < _LOST and _of_one_sort(row):
        yield from told


def _of_one_sort(row: Sequence[Provision]) -> bool:
    """Whether a row that counts in Roman numerals does so to its end: "(iv)", "(l)" is two rows."""
    labels = [re.sub(r"[\W_]", "", node.number).casefold() for node in row]
    if not any(label in ("ii", "iii") for label in labels):
        return True
    return all(re.match(r"[ivxl]", label) for label in labels) and not any(
        label == "l" and at < _ROMAN_L for at, label in enumerate(labels)
    )


def _faults_of_row(row: Sequence[Provision]) -> Iterator[Finding]:
    last = also = 1
    for before, node in pairwise(row):
        positions = label_positions(node.number)
        if not positions:
            return
        if _SUFFIX.search(node.number) or {last + 1, also + 1} & positions:
            if not _SUFFIX.search(node.number):
                last = also = last + 1 if last + 1 in positions else also + 1
            continue
        if last in positions and number_of(node)[-1] == number_of(before)[-1]:
            message = f"{node.kind} {node.number} occurs twice in a row"
            yield Finding("number_repeat", message, node.page, node.id)
            also = last + 1  # (ii) printed for (iii): (iv) follows
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
        last = also = nearest
