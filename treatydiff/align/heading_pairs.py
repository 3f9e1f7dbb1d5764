"""How like the headings of drafts of one text are: by their words, or as names of one kind of clause."""

from __future__ import annotations

from collections import Counter

import numpy as np

from treatydiff.align.arrays import Floats, Ints
from treatydiff.align.kinds import heading_kinds
from treatydiff.align.sides import AlignedSide

SIMILAR_HEADING = 0.5
"""Dice's coefficient of the words of two headings from which on they count as similar."""


def heading_similarities(a: AlignedSide, b: AlignedSide, width: int) -> tuple[Ints, Floats]:
    """Dice's coefficient of the words of headings, where they count as similar at all.

    A heading that several units of a draft bear ("Scope" in every chapter) says less: its similarity
    is divided by how many do. Headings without a word in common are as like as equal ones where they name
    the same kind of clause, which either draft has once ("Denunciation" and "Withdrawal").

    Args:
        a, b: the drafts.
        width: a pair (i, j) is given as i * width + j.
    """
    bearers_a, bearers_b = _bearers(a), _bearers(b)
    with_word: dict[str, list[tuple[str, ...]]] = {}
    for heading in bearers_b:
        for word in dict.fromkeys(heading):
            with_word.setdefault(word, []).append(heading)
    pairs, values = [np.zeros(0, np.int64)], [np.zeros(0)]
    for heading, units_a in bearers_a.items():
        words = set(heading)
        shared = Counter(other for word in words for other in with_word.get(word, ()))
        for other, common in shared.items():
            dice = 2.0 * common / (len(words) + len(set(other)))
            if dice >= SIMILAR_HEADING:
                units_b = bearers_b[other]
                pairs.append((units_a[:, None] * width + units_b[None, :]).reshape(-1))
                alike = dice / max(len(units_a), len(units_b))
                values.append(np.full(len(units_a) * len(units_b), alike))
    of_a_kind = _of_a_kind(a, b, width)
    return np.concatenate([*pairs, of_a_kind]), np.concatenate([*values, np.ones(of_a_kind.size)])


def _of_a_kind(a: AlignedSide, b: AlignedSide, width: int) -> Ints:
    """Units whose headings share no word, and alone in either draft name the same kind of clause."""
    of_a, of_b = _only_ones(a), _only_ones(b)
    found = {
        (of_a[kind], of_b[kind])
        for kind in of_a.keys() & of_b.keys()
        if not set(a.headings[of_a[kind]]) & set(b.headings[of_b[kind]])
    }
    return np.asarray([i * width + j for i, j in sorted(found)], np.int64)


def _only_ones(side: AlignedSide) -> dict[str, int]:
    """The kinds of clause that one heading of a draft names, with its unit."""
    named: dict[str, list[int]] = {}
    for unit, provision in enumerate(side.units):
        for kind in heading_kinds(provision, side.language):
            named.setdefault(kind, []).append(unit)
    return {kind: units[0] for kind, units in named.items() if len(units) == 1}


def _bearers(side: AlignedSide) -> dict[tuple[str, ...], Ints]:
    """The units that bear each heading."""
    bearers: dict[tuple[str, ...], list[int]] = {}
    for unit, heading in enumerate(side.headings):
        bearers.setdefault(heading, []).append(unit)
    return {heading: np.asarray(units, np.int64) for heading, units in bearers.items()}
