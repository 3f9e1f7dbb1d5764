"""The edits between two texts: what stayed, what was taken out, what was put in, and of which class."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter

from treatydiff.diff.edit_classes import changes_sense, class_of_change
from treatydiff.diff.meaning.signals import with_signals
from treatydiff.diff.renumbering import Renumbering
from treatydiff.diff.stretches import EditStretch, Nature, stretches
from treatydiff.language.figures import figures
from treatydiff.model import Edit, EditClass, EditOp
from treatydiff.patterns import pattern_of

_IN_FIGURES = pattern_of(r"\s*\((\d+)\)\s*")
_LONGEST_NUMBER = 4
"""Words of a number: "one hundred and twenty"."""
_SENTENCE_ENDS = (".", ":", ";", "。", "；", "：")
_MILDER: dict[Nature, EditClass] = {
    "bracket": "bracket", "consequential": "consequential", "reworded": "editorial",
}  # fmt: skip
"""Classes of stretches by their nature, whatever the words between them; but for brackets, only where a
change of references says nothing else."""
_Classed = tuple[EditOp, EditClass | None, str]


def diff_texts(
    text_a: str,
    text_b: str,
    language: str,
    renumbering: Renumbering | None = None,
    terms: Container[str] = frozenset(),
) -> tuple[Edit, ...]:
    """The edits that lead from one text to the other.

    Joining the equal and deleted texts gives A code point for code point, the equal and inserted
    ones B. Edits begin and end at word boundaries; what is replaced is deleted before its replacement
    is inserted; square brackets are edits of their own.

    Args:
        text_a, text_b: canonical texts of two clauses.
        language: code of their language.
        renumbering: what was renumbered between the drafts, so that references which follow it can
            be told from those that do not; without it a changed number is substantive.
        terms: keys of the words of defined terms, whose capital is no matter of style.
    """
    if text_a == text_b:
        return (Edit("equal", text_a),) if text_a else ()
    found = stretches(text_a, text_b, language, renumbering or Renumbering())
    return with_signals(_classed(found, language, terms), language, renumbering)


def _classed(found: Sequence[EditStretch], language: str, terms: Container[str]) -> tuple[Edit, ...]:
    """The stretches with their classes, neighbours of one operation and class made one edit."""
    classed: list[_Classed] = []
    begins = True
    for equal, group in _groups(found):
        if equal:
            classed += ((part.op, None, part.text) for part in group)
        else:
            before = classed[-1][2] if classed else ""
            # The first word of a sentence has a capital whatever it means.
            classed += _classed_change(group, before, language, frozenset() if begins else terms)
        if said := "".join([part.text for part in group]).rstrip():
            begins = said[-1] in _SENTENCE_ENDS
    return tuple(
        Edit(op, "".join([text for _, _, text in same]), class_)
        for (op, class_), same in groupby(classed, key=itemgetter(0, 1))
    )


def _groups(found: Sequence[EditStretch]) -> Iterator[tuple[bool, list[EditStretch]]]:
    """Equal stretches, and those that replace one another; and whether they are equal."""
    for _, group in groupby(found, key=attrgetter("group")):
        members = list(group)
        yield members[0].op == "equal", members


def _classed_change(
    group: Sequence[EditStretch], before: str, language: str, terms: Container[str]
) -> Iterator[_Classed]:
    """The stretches of one change, with the class of what they take and give together."""
    deleted = "".join([part.text for part in group if part.op == "delete" and part.nature != "bracket"])
    inserted = "".join([part.text for part in group if part.op == "insert" and part.nature != "bracket"])
    words = class_of_change(deleted, inserted, language, terms)
    if words == "substantive" and before and _repeats(before, deleted, inserted, language):
        words = "editorial"
    milder: Mapping[Nature, EditClass] = {"bracket": "bracket"}
    if (
        words == "substantive"
        and any(part.nature in _MILDER for part in group)
        and not changes_sense(deleted, inserted, language)
    ):
        milder = _MILDER
    for part in group:
        yield part.op, milder.get(part.nature, words), part.text


def _repeats(before: str, deleted: str, inserted: str, language: str) -> bool:
    """Whether all that came or went is the figure of the number before it: "three (3)"."""
    match = _IN_FIGURES.fullmatch(inserted or deleted)
    if match is None or (deleted and inserted):
        return False
    return figures(" ".join(before.split()[-_LONGEST_NUMBER:]), language)[-1:] == (match[1],)
