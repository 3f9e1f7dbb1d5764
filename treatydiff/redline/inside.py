"""Edits inside a paragraph: its runs are parted at their bounds and put into changes where they stand.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from treatydiff.patterns import pattern_of
from treatydiff.reading.docx.styles import W
from treatydiff.redline.changes import Changes, Tag, whole_pieces
from treatydiff.redline.word.fields import WordField, fields_of, unfold, with_whole_references
from treatydiff.redline.word.leaves import Leaf, is_sign, reread, split
from treatydiff.redline.word.story import StoryParagraph
from treatydiff.redline.written import OtherWords

_LAST_WORD = pattern_of(r"\w+|\s|[^\w\s]")


def parted(edits: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Edits of a paragraph before one that is inserted, with deleted words at its end where it grew there.

    LibreOffice takes words put in at the end of a paragraph and the inserted paragraph behind it for one, and
    loses the end of the paragraph between them when it rejects that. The last word is then written anew.

    Args:
        edits: what leads from A to B.
    """
    same = max((at for at, (op, _) in enumerate(edits) if op == "equal"), default=-1)
    before, last = list(edits[: same + 1]), list(edits[same + 1 :])
    if not before or not last or is_sign(before[-1][1][-1]):
        return list(edits)
    if all(op == "insert" for op, _ in last):
        word = _LAST_WORD.findall(before[-1][1])[-1]
        kept = before.pop()[1].removesuffix(word)
        before += [("equal", kept)] if kept else []
        last = [("insert", word + "".join(text for _, text in last)), ("delete", word)]
    return [*before, *sorted(last, key=lambda piece: piece[0] == "delete")]


def apply_edits(
    base: StoryParagraph,
    edits: Sequence[tuple[str, str]],
    words: OtherWords,
    other: StoryParagraph,
    changes: Changes,
    *,
    own: Tag,
    around: Tag | None = None,
) -> None:
    """Mark a paragraph that both drafts have.

    Args:
        base: of the marked file.
        edits: what leads from A to B.
        words: writes the words of the other draft.
        other: the other draft's paragraph.
        changes: makes the marks.
        own: the mark of words that only the marked draft has.
        around: the mark of the words of both, where the paragraph moved; the other draft's words then
            stand at the other place.
    """
    own_op = "insert" if own == "ins" else "delete"
    base.leaves = unfold(base.leaves) if any(op != "equal" for op, _ in edits) else base.leaves
    edits = with_whole_references(edits, fields_of(base.leaves), own_op)
    cuts, at = set[int](), 0
    for op, text in edits:
        cuts.add(at)
        at += len(text) if op in ("equal", own_op) else 0
    cuts.add(at)
    split(base.leaves, cuts)
    leaves = base.leaves = reread(base.element, base.leaves, changes.left_out)
    only: list[tuple[int, int]] = []
    foreign: list[tuple[int, int, int]] = []
    at = at_other = 0
    for op, text in edits:
        if op == own_op:
            only.append((at, at + len(text)))
        elif op != "equal":
            foreign.append((at, at_other, at_other + len(text)))
        at += len(text) if op in ("equal", own_op) else 0
        at_other += len(text) if op != own_op else 0
    tags: dict[Any, Tag] = {}
    for run, start, end in _spans(leaves):
        if any(first <= start and end <= last for first, last in only) and end > start:
            tags[run] = own
        elif around is not None:
            tags[run] = around
    fields = fields_of(leaves)
    for field in (each for each in fields if each.start < each.end):
        tags |= (
            dict.fromkeys(field.runs, own)
            if {tags.get(run) for run in _saying(field, leaves)} == {own}
            else {}
        )
    outer = _wrapped(base.element, tags, changes, whole=around is not None)
    if around is None:
        for place, first, last in reversed(foreign):
            look = _look(leaves, place)
            change = words.part(other, first, last, look, own)
            _put(base.element, leaves, fields, place, change, outer, changes)


def _put(
    paragraph: Any,
    leaves: Sequence[Leaf],
    fields: Sequence[WordField],
    place: int,
    change: Any,
    outer: dict[Any, Any],
    changes: Changes,
) -> None:
    """Put the other draft's words behind what is before a place, and behind the field that this ends."""
    before = next((leaf.run for leaf in reversed(leaves) if leaf.text and leaf.end <= place), None)
    if before is None:
        _put_first(paragraph, leaves, fields, change)
        return
    ended = (each.runs[-1] for each in fields if before in each.runs and each.end <= place)
    before = next(ended, before)
    changes.put_behind(outer.get(before, before), change)


def _saying(field: WordField, leaves: Sequence[Leaf]) -> list[Any]:
    """The runs of a field's result."""
    return [leaf.run for leaf in leaves if leaf.text and leaf.run in field.runs]


def _wrapped(paragraph: Any, tags: dict[Any, Tag], changes: Changes, *, whole: bool) -> dict[Any, Any]:
    """Put runs into changes; of a paragraph that moved, a content control of one kind goes as a whole."""
    outer: dict[Any, Any] = {}
    for piece in list(whole_pieces(paragraph, changes.left_out)) if whole else ():
        inside = [run for run in piece.iter(W + "r") if run in tags]
        if piece not in tags and len({tags[run] for run in inside}) == 1:
            outer |= dict.fromkeys(inside, changes.wrap(piece, tags[inside[0]]))
    return outer | {run: changes.wrap(run, tag) for run, tag in tags.items() if run not in outer}


def _spans(leaves: Sequence[Leaf]) -> list[tuple[Any, int, int]]:
    """Every run with where its characters begin and end."""
    spans: dict[Any, tuple[int, int]] = {}
    for leaf in leaves:
        start, _ = spans.get(leaf.run, (leaf.start, leaf.end))
        spans[leaf.run] = (start, leaf.end)
    return [(run, start, end) for run, (start, end) in spans.items()]


def _look(leaves: Sequence[Leaf], place: int) -> Any:
    """The look of the characters before a place, else behind it; never that of a note's call."""
    texts = [leaf for leaf in leaves if leaf.text and not leaf.note and leaf.run is not leaf.element]
    texts = [leaf for leaf in texts if not is_sign(leaf.text[0])] or texts
    before = [leaf for leaf in texts if leaf.end <= place]
    behind = [leaf for leaf in texts if leaf.start >= place]
    found = before[-1] if before else behind[0] if behind else None
    return None if found is None else found.run.find(W + "rPr")


def _put_first(paragraph: Any, leaves: Sequence[Leaf], fields: Sequence[WordField], change: Any) -> None:
    """Put the other draft's words before the first run, or the field that it is in."""
    first = next((leaf.run for leaf in leaves if leaf.text), None)
    first = next((each.runs[0] for each in fields if first in each.runs), first)
    if first is None:
        paragraph.append(change)
        return
    while first.getparent() is not paragraph:
        first = first.getparent()
    first.addprevious(change)
