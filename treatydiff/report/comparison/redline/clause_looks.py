"""How the words of a clause look in its draft: which are in italics, and which notes they call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from treatydiff.model import Comparison, Draft, Note
from treatydiff.records import dataclass
from treatydiff.report.kit.pieces import Passage

_CALLED = ("footnote", "endnote")

Ranges = tuple[tuple[int, int], ...]
"""Stretches of code points of a text, in order."""


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A note below its clause: what calls it, and its words with what changed in them.

    `passages` are empty where several notes of the draft bear one label, so that nobody knows which it is.
    """

    label: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseLook:
    """The look of one clause. `italics` and the places of `calls` are code points of `text`."""

    text: str
    italics: Ranges = ()
    calls: tuple[tuple[int, str], ...] = ()
    notes: tuple[NoteShown, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one look, or what calls a note."""

    passage: Passage
    italic: bool = False
    call: bool = False


def clause_looks(
    comparison: Comparison, italics: Mapping[str, Mapping[str, Ranges]]
) -> dict[str, ClauseLook]:
    """The looks of the clauses of both drafts by their anchors ("a--art_1" for A).

    Args:
        comparison: the result of the pipeline.
        italics: what stands in italics, by side ("a", "b") and the id of the clause.
    """
    found: dict[str, ClauseLook] = {}
    for side, prefix, draft in (("a", "a--", comparison.a), ("b", "", comparison.b)):
        notes = _notes(comparison, draft, side)
        slanted = italics.get(side, {})
        for node in draft.walk():
            calls = tuple(
                (mark.start, str(dict(mark.attrs).get("label", "")))
                for mark in node.marks
                if mark.kind == "note_ref"
            )
            if node.children or not (calls or node.id in slanted):
                continue
            own = tuple(
                notes.get(label, NoteShown(label)) for label in dict.fromkeys(each for _, each in calls)
            )
            found[prefix + node.id] = ClauseLook(node.text, slanted.get(node.id, ()), calls, own)
    return found


def _notes(comparison: Comparison, draft: Draft, side: str) -> dict[str, NoteShown]:
    """The notes of a draft whose label is theirs alone, with the changes between both drafts."""
    gone = "insert" if side == "a" else "delete"
    edited = {
        (row.kind, row.a if side == "a" else row.b): row.edits for row in comparison.asides if row.differs
    }
    found: dict[str, NoteShown] = {}
    held: dict[str, list[Note]] = {}
    for note in draft.notes:
        if note.kind in _CALLED:
            held.setdefault(note.label, []).append(note)
    for label, notes in held.items():
        if len({note.text for note in notes}) > 1:
            continue
        edits = edited.get((notes[0].kind, label), ())
        passages = tuple(Passage(edit.op, edit.text) for edit in edits if edit.op != gone)
        found[label] = NoteShown(label, passages or (Passage("equal", notes[0].text),))
    return found


def pieces(passages: Sequence[Passage], look: ClauseLook | None) -> Iterator[Piece]:
    """Passages of one side, parted where the look changes or a note is called.

    Args:
        passages: of the clause.
        look: of it in this draft; passed over where the passages say other words.
    """
    if look is None or "".join(each.text for each in passages) != look.text:
        yield from (Piece(each) for each in passages)
        return
    bounds = {place for pair in look.italics for place in pair} | {at for at, _ in look.calls}
    calls = list(look.calls)
    start = 0
    for passage in passages:
        end = start + len(passage.text)
        cuts = [start, *sorted(each for each in bounds if start < each < end), end]
        for left, right in pairwise(cuts):
            yield from _called(calls, left)
            part = replace(passage, text=passage.text[left - start : right - start])
            yield Piece(part, italic=any(one <= left < other for one, other in look.italics))
        start = end
    yield from _called(calls, start)


def _called(calls: list[tuple[int, str]], at: int) -> Iterator[Piece]:
    while calls and calls[0][0] <= at:
        yield Piece(Passage("equal", calls.pop(0)[1]), call=True)
