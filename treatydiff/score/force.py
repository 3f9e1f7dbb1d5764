"""Whether what is carried keeps its force: the three shares of consonance.

A passage is a sentence together with the chapeaux and closing texts that govern it. It is held
against the sentence of the other draft that shares most of its weight in runs, word by word; where a
modal, its bearer, a negation, hedge, carve-out or number was changed between words that both have,
every carried word of the sentence counts as carried with changed force.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from rapidfuzz.distance import Indel, LCSseq

from treatydiff.language.words.force_table import conjunction
from treatydiff.score.draft_words import DraftWords
from treatydiff.score.force_words import ForceKind, ForceWord
from treatydiff.score.grams import Flags, Shares
from treatydiff.score.matching import Found, run_weights
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


_ForceChange: TypeAlias = tuple[int, int, int, int]
"""Words that one draft has where the other has others: start and end of them in A, then in B."""


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
        if passage.parts not in [candidate.parts for candidate in candidates]:
            words = len(passage.keys)
            nearest = candidates[0]
            if len(candidates) > 1:
                nearest = min(candidates, key=lambda candidate: abs(len(candidate.keys) - words))
            changed[sentence] = _known_to_differ(passage, nearest)
    same: Flags = found.tokens & ~changed[own.words.sentence]
    return same


def _counterparts(own: DraftWords, other: DraftWords, found: Found, weights: Shares) -> dict[int, list[int]]:
    """For each sentence that shares runs, the sentences it shares most of their weight with."""
    sentence = other.sentence[found.offered.start]
    run, offered = found.shared_runs(sentence)
    if not len(run):
        return {}
    sentences = int(other.sentence[-1]) + 1
    # A run belongs to one sentence, so that a run and the other's sentence say all of a cell.
    run, theirs = np.divmod(np.unique(run * sentences + sentence[offered]), sentences)
    cell = own.sentence[found.runs.start[run]] * sentences + theirs
    order = np.argsort(cell)
    cell = cell[order]
    first = np.flatnonzero(np.diff(cell, prepend=-1))
    pairs = cell[first]
    # Rounded, so that the order of adding cannot make or break a tie.
    shared = np.round(np.add.reduceat(run_weights(found.runs, weights)[run[order]], first), 9)
    first = np.flatnonzero(np.diff(pairs // sentences, prepend=-1))
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
    if len(words_a) - sum([end - start for start, end, _, _ in changes]) < least:
        return False
    if _conjunctions_differ(changes, a, b):
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
    for start_a, end_a, start_b, end_b in changes:
        gone, come = _said_in(start_a, end_a, in_a), _said_in(start_b, end_b, in_b)
        if gone == come:
            continue
        near = min(end_a - start_a, end_b - start_b) <= REPLACED
        replaced = {slot for _, slot, _ in gone} & {slot for _, slot, _ in come} if near else set()
        lost += _telling(_without(gone, come), end_a - start_a, replaced, quiet)
        gained += _telling(_without(come, gone), end_b - start_b, replaced, quiet)
    if not (lost and gained):
        return bool(lost or gained)
    moved = [said for said in lost if said[0] in _MAY_MOVE]
    # What came back in another place is no change: as many of one kind as were lost and gained.
    moved = _without(moved, _without(moved, gained))
    return bool(_without(lost, moved) or _without(gained, moved))


def _without(said: list[Said], others: list[Said]) -> list[Said]:
    """What is left when for each of `others` one that is equal to it is taken out."""
    if not others:
        return said
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
    for modal in a.force():
        if modal.kind != "modal":
            continue
        partner = at_b.get(_partner(modal, changes))
        if partner is None or partner.value != modal.value:
            continue
        old, new = a.bearer(modal.start), b.bearer(partner.start)
        if old is not None and new is not None and old != new:
            return True
    return False


def _partner(word: ForceWord, changes: Sequence[_ForceChange]) -> int:
    """Where a word of A begins in B; -1 where a change has touched it."""
    moved = 0
    for start_a, end_a, _, end_b in changes:
        if end_a > word.start:
            return -1 if start_a < word.end else word.start + moved
        moved = end_b - end_a
    return word.start + moved


def _conjunctions_differ(changes: Sequence[_ForceChange], a: GovernedSentence, b: GovernedSentence) -> bool:
    """Whether a change is "and" for "or" and nothing else."""
    for start_a, end_a, start_b, end_b in changes:
        if 0 < end_a - start_a <= _LONGEST_CONJUNCTION and 0 < end_b - start_b <= _LONGEST_CONJUNCTION:
            old = conjunction(a.keys[start_a:end_a], a.language)
            if old and conjunction(b.keys[start_b:end_b], a.language) not in ("", old):
                return True
    return False


def _changes(a: Sequence[str], b: Sequence[str]) -> list[_ForceChange]:
    """The stretches between shared words, as runs of either side; lone equal words are no shared words."""
    changes: list[_ForceChange] = []
    at_a = at_b = 0
    for shared in Indel.opcodes(a, b).as_matching_blocks():
        end_a, end_b = shared.a, shared.b
        if end_a > at_a or end_b > at_b:
            start_a, start_b = at_a, at_b
            if changes and at_a - changes[-1][1] < LEAST_SHARED:
                start_a, _, start_b, _ = changes.pop()
            changes.append((start_a, end_a, start_b, end_b))
        at_a, at_b = end_a + shared.size, end_b + shared.size
    return changes


def _said_in(start: int, end: int, words: Sequence[ForceWord]) -> list[Said]:
    """What the words of a stretch say, but for one beside another that stayed: "[shall] [may]" is open."""
    return [
        (word.kind, word.slot, word.value)
        for word in words
        if word.start < end
        and start < word.end
        and not (word.kind in _OFFERED and _stays_beside(word, start, end, words))
    ]


def _stays_beside(word: ForceWord, start: int, end: int, words: Sequence[ForceWord]) -> bool:
    """Whether one of its kind stands right beside a word, outside the stretch."""
    places = word.start, word.end
    return any(
        other.kind == word.kind
        and (other.end <= start or end <= other.start)
        and (other.start in places or other.end in places)
        for other in words
    )


def _telling(said: list[Said], length: int, replaced: set[str], quiet: frozenset[Said]) -> list[Said]:
    """What of it bears on the shared words around: replaced in its slot, or in a stretch of few words."""
    return [each for each in said if each[1] in replaced or (length <= REACH[each[0]] and each not in quiet)]
