"""How well the words of force are told, and so whether a count of them may stand in a headline.

A headline says what a reader may repeat without looking further. A count of the articles in which no force
word changed belongs there only while every kind of force is right in nine of ten of what is said, and said
in nine of ten of what is due.
"""

from __future__ import annotations

from collections.abc import Mapping

from treatydiff.records import dataclass

HEADLINE_LEAST = 0.9
"""Precision and recall that every kind of force must have for the count to stand in headlines."""


@dataclass(frozen=True, slots=True)
class KindMeasured:
    """What a measure found of one kind: what was said rightly, said at all, and due."""

    right: int
    said: int
    due: int

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.right / self.said

    @property
    def recall(self) -> float:
        """The share of what was due that was said."""
        return self.right / self.due


JUDGED: Mapping[str, KindMeasured] = {
    "obligation": KindMeasured(63, 65, 67),
    "right": KindMeasured(27, 27, 32),
    "standard": KindMeasured(37, 37, 39),
    "content": KindMeasured(76, 76, 76),
    "hedge": KindMeasured(60, 62, 60),
    "negation": KindMeasured(25, 26, 26),
}
"""By `python -m tools.evaluate --only judged`, all languages. It says when these figures are no longer so."""
ON_REAL_DRAFTS = KindMeasured(67, 87, 78)
"""All kinds on five pairs of real drafts, the two whole samples that were read last (docs/signals.md).

What was due are the right ones and the silent clauses that should have spoken."""


def counts_in_headlines(
    measured: Mapping[str, KindMeasured] = JUDGED, real: KindMeasured = ON_REAL_DRAFTS
) -> bool:
    """Whether the count of articles without a changed force word may stand in headlines.

    Args:
        measured: by kind of force, on judged sentences.
        real: all kinds, on real drafts.
    """
    return all(
        share >= HEADLINE_LEAST
        for each in (*measured.values(), real)
        for share in (each.precision, each.recall)
    )
