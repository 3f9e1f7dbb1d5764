"""Drafts a corrigendum: the entries that lead from one text to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.model import ClauseDiff, Comparison, Edit
from treatydiff.naming.sides import Side, sides_of
from treatydiff.patterns import pattern_of
from treatydiff.studies.corrigenda.correct import correct_draft
from treatydiff.studies.corrigenda.model import CorrectionEntry, Corrigendum

_WORD = pattern_of(r"\w+|[^\w\s]|\s+")
_PLACE = (("Arts. ", "Articles "), ("Art. ", "Article "), ("para. ", "paragraph "))
"""What reports shorten and a corrigendum writes out."""


def write_corrigendum(comparison: Comparison) -> Corrigendum:
    """The entries that lead from A to B, each with as many words as tell its place in its clause.

    Every entry is applied to A before it is given; one that does not fit there alone is left over.

    Args:
        comparison: the result of the pipeline.
    """
    a, _ = sides_of(comparison)
    entries: list[CorrectionEntry] = []
    left: list[str] = []
    for unit in comparison.units:
        for clause in unit.clauses:
            if not any(edit.op != "equal" for edit in clause.edits):
                continue
            pairing = clause.pairing
            place = _place(a, pairing.a)
            own = list(_entries(place, clause)) if pairing.a and pairing.b else []
            if own and not correct_draft(comparison.a, own, comparison.b.source).refused:
                entries += own
            else:
                left.append(f"{place or pairing.b[0]}: {pairing.relation}")
    return Corrigendum(
        comparison.a.source, comparison.b.source, comparison.a.language, tuple(entries), tuple(left)
    )


def _place(side: Side, ids: tuple[str, ...]) -> str:
    place = side.standing(ids).whole if ids else ""
    for short, long in _PLACE:
        place = place.replace(short, long)
    return place


def _entries(place: str, clause: ClauseDiff) -> Iterator[CorrectionEntry]:
    """One entry for every changed stretch, widened word by word until its old words stand there once."""
    whole = "".join(edit.text for edit in clause.edits if edit.op != "insert")
    at = 0
    for group in _groups(clause.edits):
        old = "".join(edit.text for edit in group if edit.op == "delete")
        new = "".join(edit.text for edit in group if edit.op == "insert")
        if group[0].op == "equal":
            at += len(group[0].text)
            continue
        left, right = whole[:at], whole[at + len(old) :]
        at += len(old)
        yield CorrectionEntry(place, *_widened(old, new, left, right, whole))


def _groups(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    group: list[Edit] = []
    for edit in edits:
        if group and (edit.op == "equal" or group[0].op == "equal"):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _widened(old: str, new: str, left: str, right: str, whole: str) -> tuple[str, str]:
    before, behind = _WORD.findall(left), _WORD.findall(right)
    while (not old.strip() or not new.strip() or whole.count(old) > 1) and (before or behind):
        if before:
            piece = before.pop()
            old, new = piece + old, piece + new
        if behind:
            piece = behind.pop(0)
            old, new = old + piece, new + piece
    # White space that both begin or end with tells nothing.
    while old and new and old[0] == new[0] and old[0].isspace():
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1] and old[-1].isspace():
        old, new = old[:-1], new[:-1]
    return old, new
