"""Which words of one text stayed which words of the other, and in which edits the others stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter

from treatydiff.language.tokenizer import Word, words
from treatydiff.model import Edit
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class SideWords:
    """The words of one side of a diff.

    Args:
        text: the side's text.
        words: its words, in order.
        kept: number of a word -> number of the word of the other side that it stayed.
        edit_of: for every word, the number of the edit in which it stands.
        keys: the comparison keys of the words.
        new: numbers of the words that did not stay.
    """

    text: str
    words: tuple[Word, ...]
    kept: Mapping[int, int]
    edit_of: tuple[int, ...]
    keys: tuple[str, ...]
    new: tuple[int, ...]


def map_words(edits: Sequence[Edit]) -> tuple[SideWords, SideWords]:
    """The words of both sides of some edits, each tied to the one that it stayed.

    Words of equal text stay what they were; so do those of editorial and typographic replacements
    that have as many words on both sides.
    """
    text_a = "".join(edit.text for edit in edits if edit.op != "insert")
    text_b = "".join(edit.text for edit in edits if edit.op != "delete")
    words_a, words_b = words(text_a), words(text_b)
    in_edits_a, in_edits_b = _in_edits(words_a, edits, "insert"), _in_edits(words_b, edits, "delete")
    kept: dict[int, int] = {}
    for number, edit in enumerate(edits):
        partner = number
        if edit.op == "delete" and edit.class_ in ("editorial", "typographic"):
            partner = number + 1
        elif edit.op != "equal":
            continue
        here, there = in_edits_a[number], in_edits_b[partner] if partner < len(edits) else range(0)
        if len(here) == len(there):
            kept.update(zip(here, there, strict=True))
    back = {j: i for i, j in kept.items()}
    return _side(text_a, words_a, kept, in_edits_a), _side(text_b, words_b, back, in_edits_b)


def _in_edits(found: Sequence[Word], edits: Sequence[Edit], absent: str) -> list[range]:
    """For every edit, the numbers of the words whose last character it holds."""
    ends = [*map(attrgetter("end"), found)]
    held: list[range] = []
    end = first = 0
    for edit in edits:
        if edit.op != absent:
            end += len(edit.text)
        last = bisect_right(ends, end, first)
        held.append(range(first, last))
        first = last
    return held


def _side(
    text: str, found: tuple[Word, ...], kept: Mapping[int, int], in_edits: Sequence[range]
) -> SideWords:
    edit_of = tuple(number for number, held in enumerate(in_edits) for _ in held)
    keys = tuple([word.key for word in found])
    return SideWords(
        text, found, kept, edit_of, keys, tuple([at for at in range(len(found)) if at not in kept])
    )
