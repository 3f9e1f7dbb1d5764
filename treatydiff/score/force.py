"""Whether what is carried keeps its force: the three shares of consonance.

A passage is a sentence together with the chapeaux and closing texts that govern it. It is held
against the sentence of the other draft that shares most of its weight in runs, word by word; where a
modal, its bearer, a negation, hedge, carve-out or number was changed between words that both have,
every carried word of the sentence counts as carried with changed force.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import cast

import numpy as np
from rapidfuzz.distance import Indel, LCSseq

from treatydiff.language.words.force_table import conjunction
from treatydiff.records import dataclass
from treatydiff.score.draft_words import DraftWords
from treatydiff.score.force_words import ForceKind, ForceWord
from treatydiff.score.grams import Flags, Shares
from treatydiff.score.matching import Found
from treatydiff.score.passages import GovernedSentence, GovernedSentences, Said

REACH: dict[ForceKind, int] = {
    "modal": 4, "standard": 4, "content": 4, "negation": 4, "number": 8, "hedge": 16, "condition": 16,
    "carve_out": 60,
}  # fmt: skip
"""In a longer stretch of new words, a word of force bears on the new words and not on the shared ones."""
REPLACED = 12
"""Where both drafts have longer stretches of their own, the one's modal does not replace the other's."""
_OFFERED: frozenset[ForceKind] = frozenset({"modal", "number"})
"""What stands side by side in brackets, to be chosen from: what is settled is no change of force."""
AKIN = 1 / 3
"""Passages that share less of the shorter one are about different things, and no force can have changed."""
LEAST_SHARED = 3
"""Fewer equal words in a row, between changes, are chance."""
_MAY_MOVE: frozenset[ForceKind] = frozenset({"hedge", "carve_out", "condition", "number", "content"})
"""What has only moved inside a passage is no change; a modal or negation that moved is one."""
_LONGEST_CONJUNCTION = 2
"""Words; of Chinese, characters."""
_KNOWN_PAIRS = 65_536
"""So many pairs of passages are kept with their answer: a quarter of those of an archive are met again."""


@dataclass(frozen=True, slots=True)
class _ForceChange:
    """Words that one draft has where the other has others: [start, end) on either side."""

    a: tuple[int, int]
    b: tuple[int, int]


def same_force(own: GovernedSentences, other: GovernedSentences, found: Found, weights: Shares) -> Flags:
    """Which of the tokens found in the other draft are carried without a change of force.

    Args:
        own: the passages of the draft whose tokens were looked for.
        other: those of the draft they were looked for in, in the same language.
        found: what was found there.
        weights: of the tokens of `own`.
    """
    changed = np.zeros(own.count, dtype=bool)
    for sentence, counterparts in _counterparts(own.words, other.words, found, weights).items():
        passage = own.of(sentence)
        candidates = [other.of(counterpart) for counterpart in counterparts]
        if all(candidate.parts != passage.parts for candidate in candidates):
            words = len(passage.keys)
            nearest = candidates[0]
            if len(candidates) > 1:
                nearest = min(candidates, key=lambda candidate: abs(len(candidate.keys) - words))
            changed[sentence] = _known_to_differ(passage, nearest)
    same: Flags = found.tokens & ~changed[own.words.sentence]
    return same


def _counterparts(own: DraftWords, other: DraftWords, found: Found, weights: Shares) -> dict[int, list[int]]:
    """For each sentence that shares runs, the sentences it shares most of their weight with."""
    run, offered = found.shared_runs(other.sentence[found.offered.start])
    if not len(run):
        return {}
    sentences = int(other.sentence[-1]) + 1
    # A run belongs to one sentence, so that a run and the other's sentence say all of a cell.
    run, theirs = np.divmod(
        np.unique(run * sentences + other.sentence[found.offered.start[offered]]), sentences
    )
    sums = np.concatenate([np.zeros(1), np.cumsum(weights)])
    start, size = found.runs.start[run], found.runs.size[run]
    pairs, place = np.unique(own.sentence[start] * sentences + theirs, return_inverse=True)
    # Rounded, so that the order of adding cannot make or break a tie.
    shared = np.round(np.bincount(place, (sums[start + size] - sums[start]) / size, len(pairs)), 9)
    sentence = pairs // sentences
    first = np.flatnonzero(np.diff(sentence, prepend=-1))
    most = np.repeat(np.maximum.reduceat(shared, first), np.diff(first, append=len(pairs)))
    counterparts: dict[int, list[int]] = {}
    for pair in pairs[shared == most].tolist():
        counterparts.setdefault(pair // sentences, []).append(pair % sentences)
    return counterparts


def force_differs(a: GovernedSentence, b: GovernedSentence) -> bool:
    """Whether words of force were changed between the words that two passages share.

    Args:
        a: a passage.
        b: its counterpart, in the same language.
    """
    words_a, words_b = (a.letters, b.letters) if a.letters and b.letters else (a.keys, b.keys)
    least = AKIN * min(len(words_a), len(words_b))
    # No more can be shared than the longest common sequence has: half of all passages end here.
    if words_a == words_b or LCSseq.similarity(words_a, words_b) < least:
        return False
    changes = _changes(words_a, words_b)
    if len(words_a) - sum(change.a[1] - change.a[0] for change in changes) < least:
        return False
    if any(_conjunctions_differ(change, a.keys, b.keys, a.language) for change in changes):
        return True
    if not (a.force() or b.force()):
        return False
    return _bearers_differ(changes, a, b) or _said_differs(changes, a, b)


_known_to_differ = lru_cache(maxsize=_KNOWN_PAIRS)(force_differs)


def _said_differs(changes: Sequence[_ForceChange], a: GovernedSentence, b: GovernedSentence) -> bool:
    """Whether the changes took words of force out, or put some in, that bear on the words around them."""
    in_a, in_b = a.force(), b.force()
    quiet = a.quiet() | b.quiet()
    lost: list[Said] = []
    gained: list[Said] = []
    for change in changes:
        gone, come = _said_in(change.a, in_a), _said_in(change.b, in_b)
        if gone == come:
            continue
        near = min(change.a[1] - change.a[0], change.b[1] - change.b[0]) <= REPLACED
        replaced = {slot for _, slot, _ in gone} & {slot for _, slot, _ in come} if near else set()
        lost += _telling(_without(gone, come), change.a, replaced, quiet)
        gained += _telling(_without(come, gone), change.b, replaced, quiet)
    if not (lost and gained):
        return bool(lost or gained)
    moved = [said for said in lost if said[0] in _MAY_MOVE]
    # What came back in another place is no change: as many of one kind as were lost and gained.
    moved = _without(moved, _without(moved, gained))
    return bool(_without(lost, moved) or _without(gained, moved))


def _without(said: list[Said], others: list[Said]) -> list[Said]:
    """What is left when for each of `others` one that is equal to it is taken out."""
    left = list(others)
    rest = []
    for each in said:
        if each in left:
            left.remove(each)
        else:
            rest.append(each)
    return rest


def _bearers_differ(changes: Sequence[_ForceChange], a: GovernedSentence, b: GovernedSentence) -> bool:
    """Whether a modal that stayed binds or entitles somebody else, or a wider or narrower circle."""
    at_b = {word.start: word for word in b.force() if word.kind == "modal"}
    if not at_b:
        return False
    for modal in (word for word in a.force() if word.kind == "modal"):
        before = [change for change in changes if change.a[1] <= modal.start]
        if any(_touches(modal, change.a) for change in changes):
            continue
        offset = before[-1].b[1] - before[-1].a[1] if before else 0
        partner = at_b.get(modal.start + offset)
        if partner is None or partner.value != modal.value:
            continue
        old, new = a.bearer(modal.start), b.bearer(partner.start)
        if old is not None and new is not None and old != new:
            return True
    return False


def _conjunctions_differ(change: _ForceChange, a: Sequence[str], b: Sequence[str], language: str) -> bool:
    """Whether a change is "and" for "or" and nothing else."""
    lengths = change.a[1] - change.a[0], change.b[1] - change.b[0]
    if not min(lengths) or max(lengths) > _LONGEST_CONJUNCTION:
        return False
    old, new = (conjunction(words[start:end], language)
                for words, (start, end) in ((a, change.a), (b, change.b)))  # fmt: skip
    return bool(old and new) and old != new


def _changes(a: Sequence[str], b: Sequence[str]) -> list[_ForceChange]:
    """The stretches between shared words, as runs of either side; lone equal words are no shared words."""
    changes: list[tuple[int, int, int, int]] = []
    codes = cast("list[tuple[str, int, int, int, int]]", Indel.opcodes(a, b).as_list())
    for tag, start_a, end_a, start_b, end_b in codes:
        if tag == "equal":
            continue
        if changes and start_a - changes[-1][1] < LEAST_SHARED:
            changes[-1] = (changes[-1][0], end_a, changes[-1][2], end_b)
        else:
            changes.append((start_a, end_a, start_b, end_b))
    return [_ForceChange(each[:2], each[2:]) for each in changes]


def _said_in(stretch: tuple[int, int], words: Sequence[ForceWord]) -> list[Said]:
    """The words of force of a stretch, without one beside another that stayed: "[shall] [may]" is open."""
    start, end = stretch
    inside = [word for word in words if word.start < end and start < word.end]
    if not inside:
        return []
    stayed = [word for word in words if word.kind in _OFFERED and not _touches(word, stretch)]
    beside = {(word.kind, at) for word in stayed for at in (word.start, word.end)}
    return [
        (word.kind, word.slot, word.value)
        for word in inside
        if (word.kind, word.start) not in beside and (word.kind, word.end) not in beside
    ]


def _touches(word: ForceWord, stretch: tuple[int, int]) -> bool:
    return word.start < stretch[1] and stretch[0] < word.end


def _telling(
    said: list[Said], stretch: tuple[int, int], replaced: set[str], quiet: frozenset[Said]
) -> list[Said]:
    """What of it bears on the shared words around: replaced in its slot, or in a short stretch."""
    length = stretch[1] - stretch[0]
    return [each for each in said if each[1] in replaced or (length <= REACH[each[0]] and each not in quiet)]
