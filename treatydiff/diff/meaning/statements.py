"""Sentences that are new, or gone, although their modal stood, or stands, elsewhere in the clause.

Where one sentence is rewritten into another, a word diff finds the "shall" of both and calls it kept; the
duty is another one all the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from treatydiff.diff.meaning.phrase_changes import PhraseSides
from treatydiff.diff.meaning.phrases import Phrase
from treatydiff.diff.word_map import SideWords
from treatydiff.language.force import RIGHT
from treatydiff.model import Signal
from treatydiff.patterns import pattern_of

_LEAST = 8
"""Fewer words are no statement that could be told from another."""
_LEAST_SHARED = 6
_SHARED_SHORT = 2 / 3
"""The share for sentences of fewer words, of which half stands in many; of still fewer it is a formula."""
_NEW = 0.34
"""Share of its words that stayed at their place, below which a sentence may be another one."""
_SHARED = 0.5
"""Share of the shorter of two sentences that both have, from which they are one, in other words.

Both chosen on forty rewritten sentences of five pairs of drafts: by the first measure alone one in three
of those told was the old sentence, shortened or spun out.
"""
_ENDS = pattern_of(r"[.;!?。；؛؟]")


def statement_signals(sides: PhraseSides, told: Sequence[Signal]) -> Iterator[tuple[int, Signal]]:
    """Duties and rights of sentences that came or went, unless they are told already.

    Args:
        sides: both texts of a clause.
        told: what was observed on modals.
    """
    for side, other, direction in ((sides.a, sides.b, "removed"), (sides.b, sides.a, "added")):
        modals = [each for each in sides.phrases(side, "modal") if each.lone]
        theirs = [*sentences_of(other)] if modals else []
        if len(theirs) == 1 and theirs[0][1] - theirs[0][0] < _LEAST:
            continue
        for first, last in sentences_of(side) if modals else ():
            own = next((each for each in modals if first <= each.first < last), None)
            if own is None or last - first < _LEAST:
                continue
            edit = _edit_of_new(side, first, last)
            if edit is None or _is_told(own, direction, told):
                continue
            said = Counter(side.keys[first:last])
            if any(_is_one(said, Counter(other.keys[slice(*each)])) for each in theirs):
                continue
            yield (
                edit,
                Signal("obligation" if own.force > RIGHT or own.operative else "right", direction, own.name),
            )


def _is_one(a: Counter[str], b: Counter[str]) -> bool:
    """Whether two sentences of some length say one thing, as far as words tell."""
    shorter = min(a.total(), b.total())
    shared = (a & b).total()
    return shared >= (_SHARED if shorter >= _LEAST else _SHARED_SHORT) * max(shorter, _LEAST_SHARED)


def _is_told(modal: Phrase, direction: str, told: Sequence[Signal]) -> bool:
    """Whether something was said of this modal already, or of its becoming another."""
    return any(
        signal.direction not in ("added", "removed")
        or (signal.direction == direction and signal.text == modal.name)
        for signal in told
    )


def _edit_of_new(side: SideWords, first: int, last: int) -> int | None:
    """The edit that wrote most of a sentence; None where the other text has much of it."""
    new = side.new[bisect_left(side.new, first) : bisect_left(side.new, last)]
    kept = last - first - len(new)
    return side.edit_of[new[0]] if new and kept < _NEW * (last - first) else None


def sentences_of(side: SideWords) -> Iterator[tuple[int, int]]:
    """First and last (excluded) words of every sentence.

    Args:
        side: words of a text.
    """
    ends = [word.end for word in side.words]
    first = 0
    for mark in _ENDS.finditer(side.text):
        behind = bisect_right(ends, mark.start())
        if first < behind < len(ends) and mark.start() < side.words[behind].start:
            yield first, behind
            first = behind
    if first < len(ends):
        yield first, len(ends)
