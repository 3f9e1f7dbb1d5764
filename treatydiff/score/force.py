"""Whether what is carried keeps its force: the three shares of consonance.

A passage is a sentence together with the chapeaux and closing texts that govern it. It is held
against the sentence of the other draft that shares most of its weight in runs, word by word; where a
modal, its bearer, a negation, hedge, carve-out or number was changed between words that both have,
every carried word of the sentence counts as carried with changed force.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

import numpy as np
from rapidfuzz.distance import Indel, LCSseq

from treatydiff.language.words.force_table import bearer_before, conjunction
from treatydiff.score.draft_words import DraftWords
from treatydiff.score.force_words import ForceKind, ForceLexicon, ForceWord, force_lexicon
from treatydiff.score.grams import Flags, Indices, Shares
from treatydiff.score.matching import Found

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
_Said: TypeAlias = tuple[ForceKind, str, str]
"""Kind, slot and value of a word of force."""


@dataclass(frozen=True, slots=True)
class _ForceChange:
    """Words that one draft has where the other has others: [start, end) on either side."""

    a: tuple[int, int]
    b: tuple[int, int]


class GovernedSentence:
    """A sentence together with the texts that govern it; its words of force are looked for once.

    Args:
        parts: comparison words of the sentence, and of the texts before and behind it.
        lexicon: the words of force of their language.
    """

    __slots__ = ("_force", "_lexicon", "keys", "parts")

    def __init__(self, parts: tuple[tuple[str, ...], ...], lexicon: ForceLexicon) -> None:
        self.parts = parts
        self.keys: list[str] = [key for part in parts for key in part]
        self._lexicon = lexicon
        self._force: tuple[ForceWord, ...] | None = None

    @property
    def language(self) -> str:
        """The code of its language."""
        return self._lexicon.language

    def force(self) -> tuple[ForceWord, ...]:
        """Its words of force, in order."""
        if self._force is None:
            self._force = self._lexicon.found_in(self.parts)
        return self._force


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
            nearest = min(candidates, key=lambda candidate: abs(len(candidate.keys) - words))
            changed[sentence] = force_differs(passage, nearest)
    same: Flags = found.tokens & ~changed[own.words.sentence]
    return same


def _counterparts(own: DraftWords, other: DraftWords, found: Found, weights: Shares) -> dict[int, list[int]]:
    """For each sentence that shares runs, the sentences it shares most of their weight with."""
    run, offered = found.shared_runs(other.sentence[found.offered.start])
    if not len(run):
        return {}
    sentences = int(other.sentence[-1]) + 1
    ours, theirs = own.sentence[found.runs.start[run]], other.sentence[found.offered.start[offered]]
    cells = np.unique(np.stack([run, ours * sentences + theirs]), axis=1)
    sums = np.concatenate([np.zeros(1), np.cumsum(weights)])
    start, size = found.runs.start[cells[0]], found.runs.size[cells[0]]
    pairs, place = np.unique(cells[1], return_inverse=True)
    # Rounded, so that the order of adding cannot make or break a tie.
    shared = np.round(np.bincount(place, (sums[start + size] - sums[start]) / size, len(pairs)), 9)
    most: dict[int, float] = {}
    counterparts: dict[int, list[int]] = {}
    for pair, weight in zip(pairs.tolist(), shared.tolist(), strict=True):
        sentence, counterpart = divmod(pair, sentences)
        if weight > most.get(sentence, -1.0):
            most[sentence], counterparts[sentence] = weight, []
        if weight == most[sentence]:
            counterparts[sentence].append(counterpart)
    return counterparts


class GovernedSentences:
    """The passages of a draft, each put together once, however often asked for.

    Args:
        words: of the draft.
        lexicon: the words of force of its language.
    """

    def __init__(self, words: DraftWords, lexicon: ForceLexicon) -> None:
        self.words = words
        self._lexicon = lexicon
        starts: Indices = np.flatnonzero(np.diff(words.sentence, prepend=-1))
        self.count = len(starts)
        self._starts: list[int] = starts.tolist()
        self._ends: list[int] = [*self._starts[1:], len(words.sentence)]
        self._clauses: list[int] = words.row.clause[starts].tolist()
        self._bounds: list[int] = words.row.bounds.tolist()
        self._passages: dict[int, GovernedSentence] = {}

    def of(self, sentence: int) -> GovernedSentence:
        """The passage of a sentence."""
        passage = self._passages.get(sentence)
        if passage is None:
            start, end, clause = self._starts[sentence], self._ends[sentence], self._clauses[sentence]
            keys, bounds, governing = self.words.keys, self._bounds, self.words.governing[clause]
            before = [keys[bounds[g] : bounds[g + 1]] for g in governing if g < clause]
            after = [keys[bounds[g] : bounds[g + 1]] for g in governing if g > clause]
            passage = GovernedSentence((*before, keys[start:end], *after), self._lexicon)
            self._passages[sentence] = passage
        return passage


def passages_of(a: DraftWords, b: DraftWords) -> tuple[GovernedSentences, GovernedSentences] | None:
    """The passages of two drafts; None where these are in two languages, or words of force are not known.

    Args:
        a, b: words of the drafts.
    """
    lexicon = force_lexicon(a.language) if a.language == b.language else None
    return None if lexicon is None else (GovernedSentences(a, lexicon), GovernedSentences(b, lexicon))


def force_differs(a: GovernedSentence, b: GovernedSentence) -> bool:
    """Whether words of force were changed between the words that two passages share.

    Args:
        a: a passage.
        b: its counterpart, in the same language.
    """
    words_a, words_b = a.keys, b.keys
    least = AKIN * min(len(words_a), len(words_b))
    # No more can be shared than the longest common sequence has: half of all passages end here.
    if words_a == words_b or LCSseq.similarity(words_a, words_b) < least:
        return False
    changes = _changes(words_a, words_b)
    if len(words_a) - sum(change.a[1] - change.a[0] for change in changes) < least:
        return False
    if any(_conjunctions_differ(change, words_a, words_b, a.language) for change in changes):
        return True
    in_a, in_b = a.force(), b.force()
    if not (in_a or in_b):
        return False
    if _bearers_differ(changes, in_a, in_b, (words_a, words_b), a.language):
        return True
    quiet = _quiet(in_a) | _quiet(in_b)
    lost: Counter[_Said] = Counter()
    gained: Counter[_Said] = Counter()
    for change in changes:
        if not (_touched(change.a, in_a) or _touched(change.b, in_b)):
            continue
        gone, come = _said_in(change.a, in_a), _said_in(change.b, in_b)
        near = min(change.a[1] - change.a[0], change.b[1] - change.b[0]) <= REPLACED
        replaced = {slot for _, slot, _ in gone} & {slot for _, slot, _ in come} if near else set()
        lost += _telling(gone - come, change.a, replaced, quiet)
        gained += _telling(come - gone, change.b, replaced, quiet)
    moved = Counter({said: count for said, count in (lost & gained).items() if said[0] in _MAY_MOVE})
    return bool((lost - moved) + (gained - moved))


def _bearers_differ(
    changes: Sequence[_ForceChange],
    in_a: Sequence[ForceWord],
    in_b: Sequence[ForceWord],
    words: tuple[Sequence[str], Sequence[str]],
    language: str,
) -> bool:
    """Whether a modal that stayed binds or entitles somebody else, or a wider or narrower circle."""
    at_b = {word.start: word for word in in_b if word.kind == "modal"}
    for modal in (word for word in in_a if word.kind == "modal"):
        before = [change for change in changes if change.a[1] <= modal.start]
        if any(_touches(modal, change.a) for change in changes):
            continue
        offset = before[-1].b[1] - before[-1].a[1] if before else 0
        partner = at_b.get(modal.start + offset)
        if partner is None or partner.value != modal.value:
            continue
        old = bearer_before(words[0], modal.start, language)
        new = bearer_before(words[1], partner.start, language)
        if old is not None and new is not None and old != new:
            return True
    return False


def _conjunctions_differ(change: _ForceChange, a: Sequence[str], b: Sequence[str], language: str) -> bool:
    """Whether a change is "and" for "or" and nothing else."""
    if change.a[0] == change.a[1] or change.b[0] == change.b[1]:
        return False
    old, new = (conjunction(words[start:end], language)
                for words, (start, end) in ((a, change.a), (b, change.b)))  # fmt: skip
    return bool(old and new) and old != new


def _quiet(words: Sequence[ForceWord]) -> frozenset[_Said]:
    """What says nothing by coming or going alone, as the second "shall" of a series."""
    told = {(word.kind, word.slot, word.value) for word in words if word.lone}
    return frozenset((word.kind, word.slot, word.value) for word in words if not word.lone) - told


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


def _said_in(stretch: tuple[int, int], words: Sequence[ForceWord]) -> Counter[_Said]:
    """The words of force of a stretch, without one beside another that stayed: "[shall] [may]" is open."""
    stayed = [word for word in words if word.kind in _OFFERED and not _touches(word, stretch)]
    beside = {(word.kind, at) for word in stayed for at in (word.start, word.end)}
    return Counter(
        (word.kind, word.slot, word.value)
        for word in words
        if _touches(word, stretch) and beside.isdisjoint(((word.kind, word.start), (word.kind, word.end)))
    )


def _touched(stretch: tuple[int, int], words: Sequence[ForceWord]) -> bool:
    start, end = stretch
    return any(word.start < end and start < word.end for word in words)


def _touches(word: ForceWord, stretch: tuple[int, int]) -> bool:
    return word.start < stretch[1] and stretch[0] < word.end


def _telling(
    said: Counter[_Said], stretch: tuple[int, int], replaced: set[str], quiet: frozenset[_Said]
) -> Counter[_Said]:
    """What of it bears on the shared words around: replaced in its slot, or in a short stretch."""
    length = stretch[1] - stretch[0]
    return Counter({
        each: count
        for each, count in said.items()
        if each[1] in replaced or (length <= REACH[each[0]] and each not in quiet)
    })  # fmt: skip
