"""Notes and front matter of two drafts, paired by their words: what changed in them beside the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from treatydiff.diff.edits import diff_texts
from treatydiff.language.tokenizer import words
from treatydiff.language.typography import fold
from treatydiff.model import AsideComparison, AsideKind, Draft, Edit, Relation
from treatydiff.records import dataclass

LEAST_LIKENESS = 0.4
"""Two notes that share less of their words (Dice) are two notes, unless they bear one label.

Of the 18 footnotes of a negotiating text, all of unlike content, one pair shares .69 (two that quote one
sentence) and the next .37, .34, .34.
"""
SAME_LABEL_LIKENESS = 0.2
"""Under one label a note may have been rewritten further."""
_LABEL_BONUS = 0.1


@dataclass(frozen=True, slots=True)
class _Aside:
    """A note or a paragraph; `words` are its comparison words with their counts."""

    label: str
    text: str
    page: int | None
    folded: str
    words: Counter[str]


def compare_asides(a: Draft, b: Draft) -> tuple[AsideComparison, ...]:
    """What became of the notes of every kind, then of the front matter, in the order of B.

    What only A has stands behind what B has of the same kind. Notes that are not called inside a part to
    which a draft was narrowed are left out, and so is the front matter then.

    Args:
        a, b: the drafts, in one language.
    """
    kinds: tuple[AsideKind, ...] = ("footnote", "endnote", "comment")
    found = [row for kind in kinds for row in _compared(kind, _notes(a, kind), _notes(b, kind), b.language)]
    if a.source.scope is None and b.source.scope is None:
        found += _compared("front_matter", _front_matter(a), _front_matter(b), b.language)
    return tuple(found)


def _notes(draft: Draft, kind: AsideKind) -> list[_Aside]:
    notes = [note for note in draft.notes if note.kind == kind]
    if draft.source.scope is not None:
        called = {dict(mark.attrs).get("label") for node in draft.walk() for mark in node.marks
                  if mark.kind in ("note_ref", "comment")}  # fmt: skip
        notes = [note for note in notes if note.label in called]
    return [_aside(note.label, note.text, note.page) for note in notes]


def _front_matter(draft: Draft) -> list[_Aside]:
    return [_aside(str(at), each.text, each.page)
            for at, each in enumerate(draft.front_matter, start=1)]  # fmt: skip


def _aside(label: str, text: str, page: int | None) -> _Aside:
    return _Aside(label, text, page, " ".join(fold(text).split()), Counter(word.key for word in words(text)))


def _compared(
    kind: AsideKind, left: Sequence[_Aside], right: Sequence[_Aside], language: str
) -> Iterable[AsideComparison]:
    partner = _partners(left, right, labelled=kind != "front_matter")
    taken = set(partner.values())
    for at_b, other in enumerate(right):
        if at_b not in partner:
            yield AsideComparison(kind, None, other.label, "added", _whole("insert", other), None, other.page)
            continue
        one = left[partner[at_b]]
        edits = diff_texts(one.text, other.text, language)
        relation = _relation(one, other, edits, labelled=kind != "front_matter")
        yield AsideComparison(kind, one.label, other.label, relation, edits, one.page, other.page)
    for at_a, one in enumerate(left):
        if at_a not in taken:
            yield AsideComparison(kind, one.label, None, "deleted", _whole("delete", one), one.page, None)


def _relation(one: _Aside, other: _Aside, edits: Sequence[Edit], *, labelled: bool) -> Relation:
    if any(edit.class_ not in (None, "typographic") for edit in edits):
        return "amended"
    return "renumbered" if labelled and one.label != other.label else "identical"


def _whole(op: str, aside: _Aside) -> tuple[Edit, ...]:
    if not aside.text:
        return ()
    return (Edit("insert" if op == "insert" else "delete", aside.text, "substantive"),)


def _partners(left: Sequence[_Aside], right: Sequence[_Aside], *, labelled: bool) -> dict[int, int]:
    """Which of A each of B is: equal words first and in order, then what shares most words, one to one."""
    partner: dict[int, int] = {}
    free: dict[str, list[int]] = {}
    for at, one in enumerate(left):
        free.setdefault(one.folded, []).append(at)
    for at, other in enumerate(right):
        if free.get(other.folded):
            partner[at] = free[other.folded].pop(0)
    taken = set(partner.values())
    likely = []
    for at_b, other in enumerate(right):
        if at_b in partner:
            continue
        for at_a, one in enumerate(left):
            same = labelled and one.label == other.label
            likeness = _dice(one.words, other.words) if at_a not in taken else 0.0
            if likeness >= (SAME_LABEL_LIKENESS if same else LEAST_LIKENESS):
                likely.append((-likeness - _LABEL_BONUS * same, abs(at_a - at_b), at_b, at_a))
    for _, _, at_b, at_a in sorted(likely):
        if at_b not in partner and at_a not in taken:
            partner[at_b] = at_a
            taken.add(at_a)
    return partner


def _dice(one: Counter[str], other: Counter[str]) -> float:
    length_a, length_b = one.total(), other.total()
    # No overlap can lift two notes of very unlike length over the bar.
    if not length_a or 2 * min(length_a, length_b) < SAME_LABEL_LIKENESS * (length_a + length_b):
        return 0.0
    return 2 * (one & other).total() / (length_a + length_b)
