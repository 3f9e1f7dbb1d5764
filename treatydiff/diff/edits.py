"""The edits between two texts: what stayed, what was taken out, what was put in, and of which class."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import groupby

from treatydiff.diff.edit_classes import changes_sense, class_of_change
from treatydiff.diff.meaning.signals import with_signals
from treatydiff.diff.renumbering import Renumbering
from treatydiff.diff.stretches import EditStretch, stretches
from treatydiff.language.figures import figures
from treatydiff.model import Edit, EditClass
from treatydiff.patterns import pattern_of

_IN_FIGURES = pattern_of(r"\s*\((\d+)\)\s*")
_LONGEST_NUMBER = 4
"""Words of a number: "one hundred and twenty"."""
_SENTENCE_ENDS = (".", ":", ";", "。", "；", "：")


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
    return with_signals(_merged(_classed(found, language, terms)), language, renumbering)


def _classed(found: Sequence[EditStretch], language: str, terms: Container[str]) -> list[Edit]:
    edits: list[Edit] = []
    begins = True
    for _, members in groupby(found, key=lambda stretch: (stretch.nature == "equal", stretch.group)):
        group = list(members)
        deleted = "".join(part.text for part in group if part.op == "delete" and part.nature != "bracket")
        inserted = "".join(part.text for part in group if part.op == "insert" and part.nature != "bracket")
        # The first word of a sentence has a capital whatever it means.
        words = class_of_change(deleted, inserted, language, frozenset() if begins else terms)
        if words == "substantive" and edits and _repeats(edits[-1].text, deleted, inserted, language):
            words = "editorial"
        told = changes_sense(deleted, inserted, language)
        edits += (Edit(part.op, part.text, _class(part, words, told=told)) for part in group)
        if said := "".join(part.text for part in group).rstrip():
            begins = said[-1] in _SENTENCE_ENDS
    return edits


def _repeats(before: str, deleted: str, inserted: str, language: str) -> bool:
    """Whether all that came or went is the figure of the number before it: "three (3)"."""
    match = _IN_FIGURES.fullmatch(inserted or deleted)
    if match is None or (deleted and inserted):
        return False
    return figures(" ".join(before.split()[-_LONGEST_NUMBER:]), language)[-1:] == (match[1],)


def _class(part: EditStretch, words: EditClass, *, told: bool) -> EditClass | None:
    if part.nature == "equal":
        return None
    if part.nature == "bracket":
        return "bracket"
    if told:
        return words
    if words == "substantive" and part.nature == "consequential":
        return "consequential"
    if words == "substantive" and part.nature == "reworded":
        return "editorial"
    return words


def _merged(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Neighbours of one operation and class made one."""
    return tuple(
        Edit(op, "".join(edit.text for edit in same), class_)
        for (op, class_), same in groupby(edits, key=lambda edit: (edit.op, edit.class_))
    )
