"""How alike the headings of two drafts are. Imports numpy."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import numpy as np

from treatydiff.align.arrays import Floats, Ints
from treatydiff.align.sides import AlignedSide

SIMILAR_HEADING = 0.5
"""Dice's coefficient of the words of two headings from which on they count as similar."""


def heading_similarities(a: AlignedSide, b: AlignedSide, width: int) -> tuple[Ints, Floats]:
    """Dice's coefficient of the words of headings, where they count as similar at all.

    A heading that several units of a draft bear ("Scope" in every chapter) says less: its similarity
    is divided by how many do. What is alone of its kind in either draft counts as headed alike.

    Args:
        a, b: the drafts.
        width: a pair (i, j) is given as i * width + j.
    """
    bearers_a, bearers_b = _bearers(a), _bearers(b)
    words_b = [(set(heading), units) for heading, units in bearers_b.items()]
    with_word: dict[str, list[int]] = {}
    for place, (words, _) in enumerate(words_b):
        for word in words:
            with_word.setdefault(word, []).append(place)
    pairs, values = [np.zeros(0, np.int64)], [np.zeros(0)]
    for heading, units_a in bearers_a.items():
        words = set(heading)
        shared = Counter(chain.from_iterable(with_word.get(word, ()) for word in words))
        for place, common in shared.items():
            others, units_b = words_b[place]
            dice = 2.0 * common / (len(words) + len(others))
            if dice >= SIMILAR_HEADING:
                pairs.append((units_a[:, None] * width + units_b[None, :]).reshape(-1))
                alike = dice / max(len(units_a), len(units_b))
                values.append(np.full(len(units_a) * len(units_b), alike))
    of_a_kind = [i * width + j for i, j in alone_of_a_kind(a, b)]
    return np.concatenate([*pairs, of_a_kind]).astype(np.int64), np.concatenate(
        [*values, np.ones(len(of_a_kind))]
    )


def _bearers(side: AlignedSide) -> dict[tuple[str, ...], Ints]:
    """The units that bear each heading."""
    bearers: dict[tuple[str, ...], list[int]] = {}
    for unit, heading in enumerate(side.headings):
        bearers.setdefault(heading, []).append(unit)
    return {heading: np.asarray(units, np.int64) for heading, units in bearers.items()}


def alone_of_a_kind(a: AlignedSide, b: AlignedSide) -> list[tuple[int, int]]:
    """Units whose headings share no word but name the same kind of clause, which either draft has once.

    "Denunciation" of one draft and "Withdrawal" of the next are such units.
    """
    of_a, of_b = _alone(a), _alone(b)
    found = {(of_a[kind], of_b[kind]) for kind in of_a.keys() & of_b.keys()}
    return sorted((i, j) for i, j in found if not set(a.headings[i]) & set(b.headings[j]))


def _alone(side: AlignedSide) -> dict[str, int]:
    """The kinds of clause that one heading of a draft names, with its unit."""
    named: dict[str, list[int]] = {}
    for unit, kinds in enumerate(side.kinds):
        for kind in kinds:
            named.setdefault(kind, []).append(unit)
    return {kind: units[0] for kind, units in named.items() if len(units) == 1}


def share_a_rare_word(a: AlignedSide, b: AlignedSide, i: int, j: int) -> bool:
    """Whether two headings have a word in common, by its stem, that no other heading of either draft has."""
    shared = a.heading_stems[i] & b.heading_stems[j]
    return any(
        all(sum(stem in stems for stems in side.heading_stems) == 1 for side in (a, b)) for stem in shared
    )
