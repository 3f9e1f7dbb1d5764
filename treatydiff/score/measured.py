"""What was measured of every word of a draft, and the sums and stretches that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

import numpy as np

from treatydiff.model import ArticleCount, Draft, Stretch, Tally
from treatydiff.records import dataclass
from treatydiff.score.draft_words import DraftWords, articles_outside_annexes
from treatydiff.score.force import same_force
from treatydiff.score.grams import Flags, Indices, Shares
from treatydiff.score.matching import Found, Partners, find_in_partners, tokens_found_anywhere
from treatydiff.score.passages import GovernedSentences, passages_of
from treatydiff.score.reference import ReferenceTable
from treatydiff.score.weights import token_weights
from treatydiff.settings import Settings

COUNTED_SHARES = (0.25, 0.5, 0.75)
"""Articles are counted that have at least so much of their weight in the other draft."""
ROUNDING = 1e-12
"""A share that is a half but for rounding counts as a half."""


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A draft seen from itself: for every word its weight and whether it is found in the other draft.

    `same` says which found words keep their force (None: not measured); `in_brackets` which are
    found only inside brackets; `verbatim` which lie in long runs that stand anywhere in the other.
    """

    words: DraftWords
    weights: Shares
    found: Flags
    same: Flags | None
    in_brackets: Flags
    verbatim: Flags

    def tallies(self) -> list[Tally]:
        """The sums of every clause, in text order."""
        clauses = len(self.words.clauses)
        clause = self.words.row.clause

        def summed(values: Shares | Flags) -> list[float]:
            sums: list[float] = np.bincount(clause, values, clauses).tolist()
            return sums

        columns = zip(
            summed(self.weights),
            summed(self.weights * self.found),
            [None] * clauses if self.same is None else summed(self.weights * self.same),
            summed(self.weights * self.in_brackets),
            self.words.row.lengths().tolist(),
            summed(self.verbatim),
            strict=True,
        )
        return [
            Tally(weight, carried, same, bracketed, words, int(copied))
            for weight, carried, same, bracketed, words, copied in columns
        ]

    def stretches(self) -> dict[str, tuple[Stretch, ...]]:
        """The words of every clause by id, cut where carried words begin or end or force changes."""
        if not len(self.found):
            return {}
        state = self.found.astype(np.int64) + (0 if self.same is None else self.same)
        clause = self.words.row.clause
        breaks = (np.diff(state) != 0) | (np.diff(clause) != 0)
        first = np.concatenate([np.zeros(1, dtype=np.int64), np.flatnonzero(breaks) + 1])
        last = np.concatenate([first[1:], np.array([len(state)])]) - 1
        sums = np.concatenate([np.zeros(1), np.cumsum(self.weights)])
        columns = zip(
            clause[first].tolist(),
            self.words.starts[first].tolist(),
            self.words.ends[last].tolist(),
            (last - first + 1).tolist(),
            (sums[last + 1] - sums[first]).tolist(),
            state[first].tolist(),
            strict=True,
        )
        found: dict[str, list[Stretch]] = {}
        for place, start, end, words, weight, kind in columns:
            force = None if self.same is None or kind == 0 else kind == 2
            stretch = Stretch(start, end, words, weight, kind > 0, force)
            found.setdefault(self.words.clauses[place], []).append(stretch)
        return {clause: tuple(stretches) for clause, stretches in found.items()}


def measure_both(
    a: DraftWords, b: DraftWords, partners: Partners, reference: ReferenceTable, settings: Settings
) -> tuple[Measured, Measured]:
    """Measure two drafts against one another, force included where its words are known.

    Args:
        a, b: the drafts.
        partners: who is whose partner, seen from `a`.
        reference: where the weights come from.
        settings: lengths of the runs of words.
    """
    passages = passages_of(a, b)
    turned = None if passages is None else passages[::-1]
    return (
        measure(a, b, partners, reference, passages, settings),
        measure(b, a, partners.turned(), reference, turned, settings),
    )


def measure(
    own: DraftWords,
    other: DraftWords,
    partners: Partners,
    reference: ReferenceTable,
    passages: tuple[GovernedSentences, GovernedSentences] | None,
    settings: Settings,
) -> Measured:
    """Measure every word of a draft against another.

    Args:
        own: the draft whose words are looked for.
        other: the draft they are looked for in.
        partners: who is whose partner, seen from `own`.
        reference: where the weights come from.
        passages: those of `own` and `other`; None where force is not measured.
        settings: lengths of the runs of words.
    """
    weights = token_weights(own.row, reference)
    found = find_in_partners(own, other, partners, weights, settings.ngram)
    return Measured(
        words=own,
        weights=weights,
        found=found.tokens,
        same=None if passages is None else same_force(*passages, found, weights),
        in_brackets=found.tokens & ~found.tokens_by(_outside_brackets(other, found)),
        verbatim=tokens_found_anywhere(own, other, settings.verbatim_ngram),
    )


def _outside_brackets(other: DraftWords, found: Found) -> Flags:
    """The offered runs that have no word inside brackets."""
    before: Indices = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(other.bracketed)])
    start, size = found.offered.start, found.offered.size
    outside: Flags = before[start + size] == before[start]
    return outside


def sum_of(tallies: Iterable[Tally]) -> Tally:
    """The tally of some clauses together; of none, zeros that count as measured."""
    return reduce(Tally.__add__, tallies, Tally(carried_same_force=0.0, carried_in_brackets=0.0))


def sum_below(ids: Iterable[str], extent: Mapping[str, tuple[int, int]], tallies: Sequence[Tally]) -> Tally:
    """The tally of the clauses below some provisions.

    Args:
        ids: of provisions.
        extent: the clauses below every provision.
        tallies: of all clauses.
    """
    ranges = (extent[id_] for id_ in ids)
    return sum_of(tally for first, end in ranges for tally in tallies[first:end])


def article_counts(draft: Draft, words: DraftWords, tallies: Sequence[Tally]) -> tuple[ArticleCount, ...]:
    """How many articles have at least 25, 50 and 75 % of their weight in the other draft.

    Args:
        draft: the draft whose articles are counted.
        words: its words.
        tallies: of its clauses.
    """
    sums = [sum_below((node.id,), words.extent, tallies) for node in articles_outside_annexes(draft)]
    return tuple(_article_count(share, sums) for share in COUNTED_SHARES)


def _article_count(share: float, sums: Sequence[Tally]) -> ArticleCount:
    measured = all(tally.carried_same_force is not None for tally in sums)
    same = sum(_reaches(share, tally.carried_same_force, tally.weight) for tally in sums)
    found = sum(_reaches(share, tally.carried, tally.weight) for tally in sums)
    return ArticleCount(share, found, same if measured else None, sum(tally.weight > 0.0 for tally in sums))


def _reaches(share: float, part: float | None, weight: float) -> bool:
    return part is not None and weight > 0.0 and part >= (share - ROUNDING) * weight
