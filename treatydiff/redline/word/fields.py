"""The fields of a paragraph, which come and go as a whole.

LibreOffice works out what a cross-reference, a date or a page number prints, and takes marks inside its
result for plain words.
Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from treatydiff.reading.docx.styles import W
from treatydiff.records import dataclass
from treatydiff.redline.word.leaves import Leaf

_WORKED_OUT = frozenset({"REF", "PAGEREF", "NOTEREF", "DATE", "TIME", "PAGE", "NUMPAGES"})
"""Fields whose result LibreOffice does not take from the file."""


@dataclass(frozen=True, slots=True)
class WordField:
    """A field: its runs from its beginning to its end, where its result begins and ends, its first word."""

    runs: tuple[Any, ...]
    start: int
    end: int
    kind: str


def fields_of(leaves: Sequence[Leaf]) -> list[WordField]:
    """The fields that begin and end in a paragraph and are in no other one.

    Args:
        leaves: its pieces, in order.
    """
    found: list[WordField] = []
    opened: list[tuple[int, list[str]]] = []
    for at, leaf in enumerate(leaves):
        kind = leaf.element.get(W + "fldCharType") if leaf.element.tag == W + "fldChar" else None
        if kind == "begin":
            opened.append((at, []))
        elif leaf.element.tag in (W + "instrText", W + "delInstrText") and opened:
            opened[-1][1].append(leaf.element.text or "")
        elif kind == "end" and opened:
            first, asked = opened.pop()
            runs = tuple(dict.fromkeys(each.run for each in leaves[first : at + 1]))
            alone = all(each.run not in runs for each in (*leaves[:first], *leaves[at + 1 :]))
            if not opened and alone:
                kind_of = next(iter("".join(asked).split()), "").upper()
                found.append(WordField(runs, leaves[first].start, leaf.end, kind_of))
    return found


def unfold(leaves: list[Leaf]) -> list[Leaf]:
    """Write worked-out fields that are one element as fields of several, so that a change can hold them.

    Args:
        leaves: the pieces of a paragraph; those with what the fields now are.
    """
    for simple in dict.fromkeys(leaf.run.getparent() for leaf in leaves):
        if simple.tag != W + "fldSimple" or _kind(simple) not in _WORKED_OUT:
            continue
        own = [at for at, leaf in enumerate(leaves) if leaf.run.getparent() is simple]
        asked = etree.Element(W + "instrText")
        asked.text = simple.get(W + "instr")
        before = [_mark("begin"), asked, _mark("separate")]
        start, end = leaves[own[0]].start, leaves[own[-1]].end
        last = [Leaf("", end, each, _run(each)) for each in (_mark("end"),)]
        first = [Leaf("", start, each, _run(each)) for each in before]
        for run in [*(leaf.run for leaf in first), *list(simple), *(leaf.run for leaf in last)]:
            simple.addprevious(run)
        simple.getparent().remove(simple)
        leaves = [*leaves[: own[0]], *first, *leaves[own[0] : own[-1] + 1], *last, *leaves[own[-1] + 1 :]]
    return leaves


def with_whole_references(
    edits: Sequence[tuple[str, str]], fields: Sequence[WordField], own_op: str
) -> list[tuple[str, str]]:
    """Edits in which the result of a worked-out field that changed is taken out and put in as a whole.

    Args:
        edits: what leads from A to B.
        fields: of the paragraph of the marked file.
        own_op: the operation of words that only the marked draft has.
    """
    told = list(edits)
    for field in fields:
        if field.kind in _WORKED_OUT:
            told = _whole(told, field, own_op)
    return told


def _whole(edits: Sequence[tuple[str, str]], field: WordField, own_op: str) -> list[tuple[str, str]]:
    parts: tuple[list[tuple[str, str]], ...] = ([], [], [])
    at = 0
    for op, text in edits:
        if op not in ("equal", own_op):
            parts[(at > field.start) + (at >= field.end and at > field.start)].append((op, text))
            continue
        for start, end, place in (
            (0, field.start, 0),
            (field.start, field.end, 1),
            (field.end, at + len(text), 2),
        ):
            piece = text[max(0, start - at) : max(0, end - at)]
            if piece:
                parts[place].append((op, piece))
        at += len(text)
    before, inside, behind = parts
    if all(op == "equal" for op, _ in inside):
        return list(edits)
    foreign_op = "delete" if own_op == "insert" else "insert"
    theirs = "".join(text for op, text in inside if op != own_op)
    ours = "".join(text for op, text in inside if op in ("equal", own_op))
    return [*before, *([(foreign_op, theirs)] if theirs else []), (own_op, ours), *behind]


def _kind(simple: Any) -> str:
    return next(iter(simple.get(W + "instr", "").split()), "").upper()


def _mark(kind: str) -> Any:
    return etree.Element(W + "fldChar", {W + "fldCharType": kind})


def _run(piece: Any) -> Any:
    run = etree.Element(W + "r")
    run.append(piece)
    return run
