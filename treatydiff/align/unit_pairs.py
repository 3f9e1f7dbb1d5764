"""Which unit of A is which unit of B: anchors first, then greedily from the top, order as a bonus.

Order is never a constraint, because chapters get reordered; and numbers count only together with
headings, because an article inserted at the front renumbers all that follow.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from treatydiff.align.arrays import Floats, Ints, Truths
from treatydiff.align.assignment import Assignment, beside, beside_all, context
from treatydiff.align.headed.likeness import SIMILAR_HEADING, heading_similarities, share_a_rare_word
from treatydiff.align.nearness import nearest_pairs
from treatydiff.align.sides import AlignedSide
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.language.number_forms import number_form
from treatydiff.model import Unit
from treatydiff.records import dataclass
from treatydiff.settings import Settings

HEADING_BONUS = 0.15
"""What equal headings add to a similarity; less in proportion for similar ones."""
NUMBER_BONUS = 0.05
"""What equal numbers add where the headings are similar too."""
SAME_HEADING = 0.8
"""Dice's coefficient of two headings from which on they alone can make a pair."""
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
NEAREST_NAMED = 0.08
"""The same where their headings share a word that no other heading has ("Wrecks", "Removal of wrecks").

On 120 pairs of texts four such pairs: two tables of correspondence, in two languages, an article that its
table sends there, and none that is wrong. Nearest among the units left free alone, without asking the others,
gave three right and four wrong ones more.
"""
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
    possible = content & _possible(candidates, settings.pair_similarity)
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
    known = {(pair.a, pair.b) for pair in found}
    nearest = tuple(pair for pair in nearest if (pair.a, pair.b) not in known)
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
        enough[some] = drafts.content.cosines(candidates.a[some], candidates.b[some]) >= LEAST_CONTENT
    return enough


def _pair_nearest(drafts: MeasuredPairs, assigned: Assignment) -> tuple[UnitPair, ...]:
    """The pairs of units left free that are one another's nearest in either draft.

    A short article rewritten has few runs of three words left, and none of five.
    """
    a, b = drafts.a, drafts.b
    rows, columns = nearest_pairs(drafts.content, NEAREST_NAMED)
    cosines = np.round(drafts.content.cosines(rows, columns), 9)
    free = [
        (i, j)
        for i, j, cosine in zip(rows.tolist(), columns.tolist(), cosines.tolist(), strict=True)
        if i not in assigned.partner
        and j not in assigned.taken
        and not a.statements[i]
        and not b.statements[j]
        and same_role(a.units[i], b.units[j])
        and (cosine >= NEAREST_FREE or share_a_rare_word(a, b, i, j))
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


def _possible(candidates: _Candidates, threshold: float) -> Truths:
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
    width = max(len(b.units), 1)
    left, right, text = drafts.units.above(max(settings.pair_similarity, _FLOOR))
    found = left * width + right
    same_heading, alike_heading = heading_similarities(a, b, width)
    named = np.setdiff1d(np.union1d(same_heading, _same_roles(a, b, width)), found, assume_unique=True)
    pairs = np.append(found, named)
    text = np.append(text, drafts.units.means(named // width, named % width))
    order = np.argsort(pairs)
    pairs, text = pairs[order], text[order]
    i, j = pairs // width, pairs % width
    roles_a, roles_b = _roles(a)[i], _roles(b)[j]
    may_pair = ~(_placeholders(a)[i] | _placeholders(b)[j])
    may_pair &= (roles_a == roles_b) | (text >= settings.anchor_similarity)
    heading = np.zeros(pairs.size)
    heading[np.searchsorted(pairs, same_heading)] = alike_heading
    instruments_a, instruments_b = (np.asarray([unit.instrument for unit in side.units]) for side in (a, b))
    if pairs.size:
        of_one = (roles_a == roles_b) & (roles_a > 0) & (instruments_a[i] == instruments_b[j])
        heading[of_one] = 1.0
    numbers_a, numbers_b = _numbers(a, b)
    number = (numbers_a[i] > 0) & (numbers_a[i] == numbers_b[j])
    bonus = np.where(number & (heading >= SIMILAR_HEADING), NUMBER_BONUS, 0.0)
    score = text + HEADING_BONUS * heading + bonus
    return _Candidates(
        i[may_pair], j[may_pair], text[may_pair], heading[may_pair], number[may_pair], score[may_pair]
    )


_ROLES = {"preamble": 1, "closing": 2}
"""Units that only their like can be the same as; all others are the body, 0."""


def _roles(side: AlignedSide) -> Ints:
    return np.asarray([_ROLES.get(unit.kind, 0) for unit in side.units], np.int64)


def _placeholders(side: AlignedSide) -> Truths:
    return np.asarray([bool(statement) for statement in side.statements], np.bool_)


def _numbers(a: AlignedSide, b: AlignedSide) -> tuple[Ints, Ints]:
    """The numbers of units, equal for equal numbers; 0 where there is none."""
    codes: dict[tuple[str, ...], int] = {(): 0}
    one, other = (
        [codes.setdefault(number_form(unit.provision.number), len(codes)) for unit in side.units]
        for side in (a, b)
    )
    return np.asarray(one, np.int64), np.asarray(other, np.int64)


def _role(unit: Unit) -> str:
    return unit.kind if unit.kind in ("preamble", "closing") else "body"


def same_role(one: Unit, other: Unit) -> bool:
    """Whether both are preambles, both closing formulas, or neither is either."""
    return _role(one) == _role(other)


def _same_roles(a: AlignedSide, b: AlignedSide, width: int) -> Ints:
    """Preambles with preambles and closing formulas with closing formulas, whatever they say.

    Args:
        a, b: the drafts.
        width: a pair (i, j) is given as i * width + j.
    """
    special_a = [i for i, unit in enumerate(a.units) if _role(unit) != "body"]
    special_b = [j for j, unit in enumerate(b.units) if _role(unit) != "body"]
    pairs = [
        i * width + j for i in special_a for j in special_b
        if a.units[i].kind == b.units[j].kind and a.units[i].instrument == b.units[j].instrument
    ]  # fmt: skip
    return np.asarray(pairs, np.int64)
