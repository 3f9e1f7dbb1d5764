"""Which unit of A is which unit of B: anchors first, then greedily from the top, order as a bonus.

Order is never a constraint, because chapters get reordered; and numbers count only together with
headings, because an article inserted at the front renumbers all that follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from treatydiff.align.arrays import Floats, Ints, Truths
from treatydiff.align.assignment import Assignment, beside, beside_all, context
from treatydiff.align.nearness import nearest_pairs
from treatydiff.align.sides import AlignedSide
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.language.number_forms import number_form
from treatydiff.model import Unit
from treatydiff.settings import Settings

HEADING_BONUS = 0.15
"""What equal headings add to a similarity; less in proportion for similar ones."""
NUMBER_BONUS = 0.05
"""What equal numbers add where the headings are similar too."""
SIMILAR_HEADING = 0.5
"""Dice's coefficient of the words of two headings from which on they count as similar."""
SAME_HEADING = 0.8
"""Dice's coefficient of two headings from which on they alone can make a pair."""
BETWEEN_ALLOWANCE = 0.03
"""By how much less a pair must be alike if both of its neighbours are anchors in step with it."""
CONTEXT_WEIGHT = 0.05
"""Weight of the neighbours' similarity in the order of the candidates; it settles ties."""
LEAST_CONTENT = 0.12
"""Cosine of content below which two texts without similar headings share formulas alone.

Of pairs below it that fifteen official tables know, one of four is theirs; above .16 nine of ten. On a
convention and its protocol it takes apart five offences that were paired by their formulas.
"""
MORE_THAN_FORMULAS = 0.35
"""Similarity of texts from which on nobody asks what of them is formula."""
NEAREST_FREE = 0.15
"""Cosine of content from which on two free units that are one another's nearest are a pair."""
_FLOOR = 0.005
_ROWS_AT_ONCE = 4_096


@dataclass(frozen=True, slots=True)
class UnitPair:
    """One unit of A and one of B, by index, with what spoke for them.

    `text` is the similarity of their texts, `heading` that of their headings (0 to 1), `number`
    whether they bear the same number, `beside` how many neighbours are pairs in step with them, and
    `score` the similarity with what headings and numbers add.
    """

    a: int
    b: int
    text: float
    heading: float
    number: bool
    beside: int
    score: float


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Candidate pairs as columns, in document order of A and then of B."""

    a: Ints
    b: Ints
    text: Floats
    heading: Floats
    number: Truths
    score: Floats


def pair_units(drafts: MeasuredPairs, settings: Settings) -> tuple[UnitPair, ...]:
    """The pairs of corresponding units, at most one to a unit, in the order of A.

    Args:
        drafts: their units and the similarities of these.
        settings: thresholds and the neighbour bonus.
    """
    candidates = _candidates(drafts, settings)
    left, right, score = candidates.a, candidates.b, candidates.score
    rank = score + CONTEXT_WEIGHT * context(left, right, score, len(drafts.b.units))
    assigned = Assignment()
    content = _with_content(drafts, candidates)
    assigned.take(left, right, rank, (score >= settings.anchor_similarity) & content)
    near = beside_all(assigned.partner, left, right)
    possible = content & _possible(candidates, settings.pair_similarity - BETWEEN_ALLOWANCE * (near == 2))
    bonus = settings.neighbour_bonus * np.minimum(near, 1)
    assigned.take(left, right, rank + bonus, possible)
    partner = assigned.partner
    nearest = _pair_nearest(drafts, assigned)
    bare = _pair_bare(drafts, assigned)
    found = tuple(
        UnitPair(i, j, float(text), float(heading), bool(number), beside(partner, i, j), float(score))
        for i, j, text, heading, number, score in zip(
            candidates.a.tolist(),
            candidates.b.tolist(),
            candidates.text,
            candidates.heading,
            candidates.number,
            candidates.score,
            strict=True,
        )
        if partner.get(i) == j
    )
    return tuple(sorted(found + nearest + bare, key=lambda pair: pair.a))


def pair_placeholders(a: AlignedSide, b: AlignedSide) -> Iterator[UnitPair]:
    """Placeholders of one id that say the same ("[Deleted]", "(deleted)"): nothing was deleted there.

    Args:
        a, b: the drafts as alignment sees them.
    """
    at_b = {unit.id: j for j, unit in enumerate(b.units) if b.statements[j]}
    for i, unit in enumerate(a.units):
        says, j = a.statements[i], at_b.get(unit.id)
        if says is not None and j is not None and (there := b.statements[j]) and there.name == says.name:
            yield UnitPair(i, j, 1.0, 0.0, bool(unit.provision.number), 0, 1.0)


def _with_content(drafts: MeasuredPairs, candidates: _Candidates) -> Truths:
    """Which candidates are alike in more than formulas, or by their headings, or nearly throughout."""
    enough = (candidates.text >= MORE_THAN_FORMULAS) | (candidates.heading >= SIMILAR_HEADING)
    doubtful = np.flatnonzero(~enough)
    for start in range(0, doubtful.size, _ROWS_AT_ONCE):
        some = doubtful[start : start + _ROWS_AT_ONCE]
        left, right = drafts.content_a[candidates.a[some]], drafts.content_b[candidates.b[some]]
        cosine = np.asarray(left.multiply(right).sum(axis=1)).reshape(-1)
        enough[some] = cosine >= LEAST_CONTENT
    return enough


def _pair_nearest(drafts: MeasuredPairs, assigned: Assignment) -> tuple[UnitPair, ...]:
    """The pairs of units left free that are one another's nearest in either draft.

    A short article rewritten has few runs of three words left, and none of five.
    """
    a, b = drafts.a, drafts.b
    rows, columns = nearest_pairs(drafts, NEAREST_FREE)
    free = [
        (i, j)
        for i, j in zip(rows.tolist(), columns.tolist(), strict=True)
        if i not in assigned.partner
        and j not in assigned.taken
        and not a.statements[i]
        and not b.statements[j]
        and same_role(a.units[i], b.units[j])
    ]
    measured = drafts.units.components([i for i, _ in free], [j for _, j in free])
    found = []
    for (i, j), parts in zip(free, measured, strict=True):
        assigned.partner[i], assigned.taken[j] = j, i
        number = bool(a.units[i].provision.number) and (
            number_form(a.units[i].provision.number) == number_form(b.units[j].provision.number)
        )
        found.append(UnitPair(i, j, parts.mean, 0.0, number, beside(assigned.partner, i, j), parts.mean))
    return tuple(found)


def _pair_bare(drafts: MeasuredPairs, assigned: Assignment) -> tuple[UnitPair, ...]:
    """The pairs of units that have neither words nor a heading, by their place after a paired unit."""
    a, b = drafts.a, drafts.b
    bare_a, bare_b = (
        {
            index
            for index, unit in enumerate(side.units)
            if not side.sizes[index] and not unit.provision.heading and not side.clauses_of[index]
        }
        for side in (a, b)
    )
    found = []
    for i in sorted(bare_a - assigned.partner.keys()):
        j = assigned.partner.get(i - 1, -1) + 1 if i else 0
        if j not in bare_b or j in assigned.taken or _role(a.units[i]) != _role(b.units[j]):
            continue
        assigned.partner[i], assigned.taken[j] = j, i
        number = number_form(a.units[i].provision.number) == number_form(b.units[j].provision.number)
        found.append(UnitPair(i, j, 0.0, 0.0, number, beside(assigned.partner, i, j), 0.0))
    return tuple(found)


def _possible(candidates: _Candidates, threshold: Floats) -> Truths:
    """Which candidates may be pairs at all.

    Their texts must be alike enough, or else their headings must be (nearly) the same, or similar
    with the same number.
    """
    named = (candidates.heading >= SAME_HEADING) | (
        candidates.number & (candidates.heading >= SIMILAR_HEADING)
    )
    return (candidates.text >= threshold) | (named & (candidates.score >= threshold))


def _candidates(drafts: MeasuredPairs, settings: Settings) -> _Candidates:
    """The pairs that could be taken, with the similarities of texts and headings."""
    a, b = drafts.a, drafts.b
    floor = max(settings.pair_similarity - BETWEEN_ALLOWANCE, _FLOOR)
    left, right, text = drafts.units.above(floor)
    found = {(i, j): value for i, j, value in zip(left.tolist(), right.tolist(), text.tolist(), strict=True)}
    headings = _heading_similarities(a, b)
    named = sorted((headings.keys() | _same_role(a, b)) - found.keys())
    components = drafts.units.components([i for i, _ in named], [j for _, j in named])
    found.update({pair: parts.mean for pair, parts in zip(named, components, strict=True)})
    numbers_a, numbers_b = ([number_form(unit.provision.number) for unit in side.units] for side in (a, b))
    rows: list[tuple[int, int, float, float, bool, float]] = []
    for (i, j), alike in sorted(found.items()):
        role_a, role_b = _role(a.units[i]), _role(b.units[j])
        if a.statements[i] or b.statements[j]:
            continue
        if role_a != role_b and alike < settings.anchor_similarity:
            continue
        heading = headings.get((i, j), 0.0)
        if role_a == role_b != "body" and a.units[i].instrument == b.units[j].instrument:
            heading = 1.0
        number = bool(numbers_a[i]) and numbers_a[i] == numbers_b[j]
        bonus = NUMBER_BONUS if number and heading >= SIMILAR_HEADING else 0.0
        rows.append((i, j, alike, heading, number, alike + HEADING_BONUS * heading + bonus))
    columns = list(zip(*rows, strict=True)) if rows else [()] * 6
    return _Candidates(
        np.asarray(columns[0], np.int64),
        np.asarray(columns[1], np.int64),
        np.asarray(columns[2], np.float64),
        np.asarray(columns[3], np.float64),
        np.asarray(columns[4], np.bool_),
        np.asarray(columns[5], np.float64),
    )


def _role(unit: Unit) -> str:
    return unit.kind if unit.kind in ("preamble", "closing") else "body"


def same_role(one: Unit, other: Unit) -> bool:
    """Whether both are preambles, both closing formulas, or neither is either."""
    return _role(one) == _role(other)


def _same_role(a: AlignedSide, b: AlignedSide) -> set[tuple[int, int]]:
    """Preambles with preambles and closing formulas with closing formulas, whatever they say."""
    special_a = [i for i, unit in enumerate(a.units) if _role(unit) != "body"]
    special_b = [j for j, unit in enumerate(b.units) if _role(unit) != "body"]
    return {
        (i, j) for i in special_a for j in special_b
        if a.units[i].kind == b.units[j].kind and a.units[i].instrument == b.units[j].instrument
    }  # fmt: skip


def _heading_similarities(a: AlignedSide, b: AlignedSide) -> dict[tuple[int, int], float]:
    """Dice's coefficient of the words of headings, where they count as similar at all.

    A heading that several units of a draft bear ("Scope" in every chapter) says less: its similarity
    is divided by how many do.
    """
    bearers: dict[str, list[int]] = {}
    for j, words in enumerate(b.headings):
        for word in dict.fromkeys(words):
            bearers.setdefault(word, []).append(j)
    copies_a, copies_b = _copies(a), _copies(b)
    found: dict[tuple[int, int], float] = {}
    for i, words in enumerate(a.headings):
        shared: dict[int, int] = {}
        for word in set(words):
            for j in bearers.get(word, ()):
                shared[j] = shared.get(j, 0) + 1
        for j, common in shared.items():
            dice = 2.0 * common / (len(set(words)) + len(set(b.headings[j])))
            if dice >= SIMILAR_HEADING:
                found[i, j] = dice / max(copies_a[words], copies_b[b.headings[j]])
    return found


def _copies(side: AlignedSide) -> dict[tuple[str, ...], int]:
    counts: dict[tuple[str, ...], int] = {}
    for words in side.headings:
        counts[words] = counts.get(words, 0) + 1
    return counts
