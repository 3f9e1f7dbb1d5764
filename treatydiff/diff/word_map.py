"""Which words of one text stayed which words of the other, and in which edits the others stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    """

    text: str
    words: tuple[Word, ...]
    kept: Mapping[int, int]
    edit_of: tuple[int, ...]
    keys: tuple[str, ...]


def map_words(edits: Sequence[Edit]) -> tuple[SideWords, SideWords]:
    """The words of both sides of some edits, each tied to the one that it stayed.

    Words of equal text stay what they were; so do those of editorial and typographic replacements
    that have as many words on both sides.
    """
    text_a = "".join(edit.text for edit in edits if edit.op != "insert")
    text_b = "".join(edit.text for edit in edits if edit.op != "delete")
    words_a, words_b = words(text_a), words(text_b)
    edit_of_a = _edit_of(words_a, edits, "insert")
    edit_of_b = _edit_of(words_b, edits, "delete")
    by_edit_a, by_edit_b = _by_edit(edit_of_a), _by_edit(edit_of_b)
    kept: dict[int, int] = {}
    for number, edit in enumerate(edits):
        partner = number
        if edit.op == "delete" and edit.class_ in ("editorial", "typographic"):
            partner = number + 1
        elif edit.op != "equal":
            continue
        here, there = by_edit_a.get(number, []), by_edit_b.get(partner, [])
        if len(here) == len(there):
            kept.update(zip(here, there, strict=True))
    back = {j: i for i, j in kept.items()}
    keys_a, keys_b = (tuple(word.key for word in found) for found in (words_a, words_b))
    return (
        SideWords(text_a, words_a, kept, edit_of_a, keys_a),
        SideWords(text_b, words_b, back, edit_of_b, keys_b),
    )


def _edit_of(found: Sequence[Word], edits: Sequence[Edit], absent: str) -> tuple[int, ...]:
    """For every word, the edit that holds its last character."""
    numbers: list[int] = []
    end = 0
    spans = []
    for number, edit in enumerate(edits):
        if edit.op != absent:
            end += len(edit.text)
            spans.append((end, number))
    at = 0
    for word in found:
        while spans[at][0] < word.end:
            at += 1
        numbers.append(spans[at][1])
    return tuple(numbers)


def _by_edit(edit_of: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index, number in enumerate(edit_of):
        found.setdefault(number, []).append(index)
    return found
