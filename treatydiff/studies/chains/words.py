"""Which words of a clause are which words of the clause that it became, for the one who asks of each word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from treatydiff.diff.word_map import SideWords, map_words
from treatydiff.language.tokenizer import Word
from treatydiff.model import Edit

MOVED_WORDS = 5
"""Words from which on a passage that is struck and written again in one clause is known to be the same."""


def kept_words(edits: Sequence[Edit]) -> tuple[tuple[int, int], ...]:
    """Numbers of the words of B, each with the number of the word of A that it is; each word once.

    Where the same words stand at both ends of an insertion or deletion ("of that State [or against a
    national of that State]"), those inside its brackets or marks are the ones that came or went.

    Args:
        edits: of one pair of clauses.
    """
    side_a, side_b = map_words(edits)
    kept = {
        here: there
        for here, there in side_b.kept.items()
        if side_a.words[there].key == side_b.words[here].key
        or edits[side_b.edit_of[here]].class_ == "typographic"
    }
    kept = _settled(kept, side_b, len(side_a.words))
    kept = _turned(_settled(_turned(kept), side_a, len(side_b.words)))
    taken = set(kept.values())
    for here, there in _moved(edits, side_a, side_b):
        if here not in kept and there not in taken:
            kept[here] = there
    return tuple(sorted(kept.items()))


def _turned(kept: dict[int, int]) -> dict[int, int]:
    return {there: here for here, there in kept.items()}


def _settled(kept: dict[int, int], side: SideWords, others: int) -> dict[int, int]:
    """What was kept, with the words that only one side has shifted to where its marks set them off.

    Args:
        kept: number of a word of the side -> number of the other side's word that it is.
        side: the words of the side.
        others: how many words the other side has.
    """
    result = dict(kept)
    number = len(side.words)
    start = 0
    while start < number:
        if start in result:
            start += 1
            continue
        end = start
        while end < number and end not in result:
            end += 1
        before = result[start - 1] if start else -1
        after = result[end] if end < number else others
        if after == before + 1:
            end = max(end, _shift(result, side, start, end))
        start = end + 1
    return result


def _shift(kept: dict[int, int], side: SideWords, start: int, end: int) -> int:
    """Shift one run of words that are not kept to where it is best set off, and give its new end."""
    length, words_ = end - start, side.words
    left = right = 0
    while start - left > 0 and start - left - 1 in kept and _same(words_, start - left - 1, end - left - 1):
        left += 1
    while end + right < len(words_) and end + right in kept and _same(words_, start + right, end + right):
        right += 1
    places = sorted(range(start - left, start + right + 1), key=lambda place: abs(place - start))
    best = max(places, key=lambda place: _set_off(side, place, place + length))
    for place in range(start, best):
        kept[place] = kept.pop(place + length)
    for place in range(start - 1, best - 1, -1):
        kept[place + length] = kept.pop(place)
    return best + length


def _same(found: Sequence[Word], one: int, other: int) -> bool:
    return found[one].key == found[other].key


def _set_off(side: SideWords, start: int, end: int) -> int:
    """How well marks set a run of words off: brackets around it count more than commas."""
    found = side.words
    before = side.text[found[start - 1].end if start else 0 : found[start].start]
    after = side.text[found[end - 1].end : found[end].start if end < len(found) else len(side.text)]
    opening = 2 if any(sign in before for sign in "[(") else any(sign in before for sign in ",;:")
    closing = 2 if any(sign in after for sign in "])") else any(sign in after for sign in ",;:.")
    return int(opening) + int(closing)


def _moved(edits: Sequence[Edit], side_a: SideWords, side_b: SideWords) -> Iterator[tuple[int, int]]:
    """The words of sentences that moved inside the clause."""
    gone = _passages(edits, "delete", side_a.words, side_a.edit_of)
    for key, places in _passages(edits, "insert", side_b.words, side_b.edit_of).items():
        if len(key) >= MOVED_WORDS and key in gone:
            yield from zip(places, gone[key], strict=True)


def _passages(
    edits: Sequence[Edit], op: str, found: Sequence[Word], edit_of: Sequence[int]
) -> dict[tuple[str, ...], list[int]]:
    """The editorial passages of one side by their words: sentences that moved inside the clause."""
    passages: dict[tuple[str, ...], list[int]] = {}
    for number, places in groupby(range(len(found)), key=lambda place: edit_of[place]):
        if edits[number].op == op and edits[number].class_ == "editorial":
            held = list(places)
            passages.setdefault(tuple(found[place].key for place in held), held)
    return passages
