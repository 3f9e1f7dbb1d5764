"""What changed beside the text, in notes and front matter, and which positions notes reserve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from treatydiff.model import AsideComparison, AsideKind, Edit, Note, Relation
from treatydiff.naming.citations import citation
from treatydiff.naming.sides import Side
from treatydiff.naming.wording import counted
from treatydiff.report.comparison.view_model import AsideView, ReservedPosition
from treatydiff.report.kit.pieces import Passage

KIND_WORDS: dict[AsideKind, tuple[str, str]] = {
    "footnote": ("footnote", "footnotes"),
    "endnote": ("endnote", "endnotes"),
    "comment": ("comment", "comments"),
    "front_matter": ("paragraph of the front matter", "paragraphs of the front matter"),
}
_CHANGES: tuple[tuple[Relation, str], ...] = (
    ("amended", "changed"), ("added", "only in B"), ("deleted", "only in A"),
)  # fmt: skip
_NOTE_KINDS = frozenset({"footnote", "endnote", "comment"})


def aside_views(asides: Iterable[AsideComparison]) -> tuple[AsideView, ...]:
    """The notes and paragraphs of front matter that differ, in their order."""
    words = dict(_CHANGES)
    return tuple(
        AsideView(_label(each), words[each.relation], _passages(each.edits), _pages(each))
        for each in asides
        if each.differs
    )


def aside_counts(asides: Iterable[AsideComparison]) -> tuple[str, ...]:
    """How many differ of each kind, and how: "1 footnote changed", "2 endnotes only in B"."""
    counts = Counter((each.kind, each.relation) for each in asides)
    return tuple(
        f"{counted(counts[kind, relation], *KIND_WORDS[kind])} {words}"
        for kind in KIND_WORDS
        for relation, words in _CHANGES
        if counts[kind, relation]
    )


def _label(aside: AsideComparison) -> str:
    if aside.kind == "front_matter":
        return "Front matter"
    one, other = aside.a or "", aside.b or ""
    number = other or one
    if one and other and one != other:
        number = f"{other} (was {one})"
    return f"{KIND_WORDS[aside.kind][0].capitalize()} {number}".strip()


def _passages(edits: Iterable[Edit]) -> tuple[Passage, ...]:
    return tuple(Passage(edit.op, edit.text, edit.class_) for edit in edits)


def _pages(aside: AsideComparison) -> str:
    sides = (("A", aside.page_a), ("B", aside.page_b))
    return " / ".join(f"{side} p. {page}" for side, page in sides if page is not None)


def reserved_positions(a: Side, b: Side) -> tuple[ReservedPosition, ...]:
    """Notes in which a delegation reserves its position, by the provision that calls them, A's first.

    Args:
        a, b: the drafts of a comparison.
    """
    return (*dict.fromkeys(_positions("A", a)), *dict.fromkeys(_positions("B", b)))


def _positions(letter: str, side: Side) -> Iterator[ReservedPosition]:
    notes = _by_label(side.draft.notes)
    for node in side.draft.walk():
        called = {mark.start: str(dict(mark.attrs).get("label", "")) for mark in node.marks
                  if mark.kind == "note_ref"}  # fmt: skip
        for mark in node.marks:
            attrs = dict(mark.attrs)
            if mark.kind != "attribution" or attrs.get("role") != "reserves":
                continue
            if attrs.get("where") not in _NOTE_KINDS:
                continue
            label = called.get(mark.start, "")
            unit = side.holders.get(node.id, node.id)
            note = notes.get((str(attrs["where"]), label))
            yield ReservedPosition(
                side=letter,
                who=str(attrs.get("who", "")),
                provision=node.id,
                note=label,
                text=note.text if note is not None else "",
                citation=citation(side.name, side.places, unit, node.id),
            )


def _by_label(notes: Iterable[Note]) -> dict[tuple[str, str], Note]:
    found: dict[tuple[str, str], Note] = {}
    for note in notes:
        found.setdefault((note.kind, note.label), note)
    return found
