"""Units that were split, merged or recast, from clauses that are found in another unit.

A clause has left its unit if its pairs of words stand in another unit of the other draft clearly more
than in its own partner. Two units are tied by such clauses only if both directions say so and enough
of either unit has moved; with the one-to-one pairs these ties make the rows of the comparison.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from treatydiff.align.arrays import Floats, Ints
from treatydiff.align.crossings import MIN_WORDS, MIN_WORDS_VERBATIM, only_places
from treatydiff.align.headed.likeness import SIMILAR_HEADING
from treatydiff.align.reassembly import HeldClauses, reassembled
from treatydiff.align.rows import Row, grouped
from treatydiff.align.sides import AlignedSide
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.align.strays import without_strays
from treatydiff.align.unit_pairs import LEAST_CONTENT, MORE_THAN_FORMULAS, UnitPair
from treatydiff.language.number_forms import same_number
from treatydiff.model import Unit
from treatydiff.settings import Settings

CONTAINMENT = 0.3
"""Share of a clause's pairs of words that must stand in the other unit."""
ADVANTAGE = 0.2
"""By how much the other unit must hold more of the clause than its partner does."""
ABSORBED = 0.45
"""Share of a clause's pairs of words that a unit without partner must find in its new home."""
VERBATIM = 0.9
"""Share from which on a clause stands in a unit word for word, or nearly."""
SEAMED = 0.8
"""The same of a clause below twelve words, which may be an item joined to its chapeau: of a definition
that became an article ("For the purposes of this Convention a hive is ...") one pair of words is new."""
PART_SHARE = 0.5
"""How much of a clause must stand in its unit's home, as a share of the best clause's, to count in full.

A unit was split off, or taken in, if clauses with half its words count: however much was reworded, they are
reworded alike, while an article that is new but for one clause has that clause alone. A clause that shares
less counts in proportion: a name or two stand everywhere in a short draft. On seven texts with two of five
words replaced splits are called so with an F1 of .94 and mergers with .97; one split of 95 is lost that .3
finds, which calls an article split off that has one clause and a name from elsewhere.
"""
_ROWS_AT_ONCE = 256
MAJORITY = 0.5
"""Share of a unit's words that, found elsewhere, outweighs a weak pair."""


def unit_rows(drafts: MeasuredPairs, pairs: tuple[UnitPair, ...], settings: Settings) -> tuple[Row, ...]:
    """Every unit of either draft in exactly one row.

    Args:
        drafts: their units, clauses and pairs of words.
        pairs: the one-to-one pairs.
        settings: `move_share`, and `anchor_similarity`, below which a pair yields to moved clauses.

    Returns:
        Rows in the order of their first unit of A, then those that have none.
    """
    ties = _ties(drafts, pairs, settings)
    kept = tuple(pair for pair in pairs if not _overruled(pair, drafts, ties, settings))
    if len(kept) < len(pairs):
        ties = _ties(drafts, kept, settings)
    ties = _more_than_formulas(drafts, kept, ties)
    paired = without_strays(drafts, _with_free_ties(drafts, kept, ties), settings)
    return grouped(drafts.a, drafts.b, paired, ties, _joining(drafts, paired, ties))


def _more_than_formulas(
    drafts: MeasuredPairs, pairs: tuple[UnitPair, ...], ties: Mapping[tuple[int, int], int]
) -> dict[tuple[int, int], int]:
    """The ties without those of a unit without partner that shares formulas alone with the other."""
    forward, backward = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    found = {}
    for (i, j), words in ties.items():
        if i not in forward or j not in backward:
            cosine = float(drafts.content.cosines([i], [j])[0])
            if cosine < LEAST_CONTENT and float(drafts.units.block([i], [j])[0, 0]) < MORE_THAN_FORMULAS:
                continue
        found[i, j] = words
    return found


def _joining(
    drafts: MeasuredPairs, pairs: tuple[UnitPair, ...], ties: Mapping[tuple[int, int], int]
) -> frozenset[tuple[int, int]]:
    """The ties whose unit without a partner was a part of the other unit, or became one.

    Half of it must stand there, or its heading be like the other's ("Interference with data" in "Interference
    with data and systems"). An article new but for one clause was not split off from where that clause stood.
    """
    forward, backward = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    found = set()
    for i, j in ties:
        if i not in forward:
            held, unit, home = drafts.held_in_b, i, j
        elif j not in backward:
            held, unit, home = drafts.held_in_a, j, i
        else:
            continue
        if _alike(drafts.a.headings[i], drafts.b.headings[j]) or _stands_evenly(held, unit, home):
            found.add((i, j))
    return frozenset(found)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    words, others = set(one), set(other)
    return bool(words) and 2 * len(words & others) >= SIMILAR_HEADING * (len(words) + len(others))


def _stands_evenly(held: HeldClauses, unit: int, home: int) -> bool:
    """Whether most of a unit stands in another nearly as much as its best clause does."""
    those = held.side.clauses_of[unit]
    shares = held.in_units(those, [home])[:, 0]
    weights = held.clause_pairs[those.start : those.stop].sums()
    full = max(PART_SHARE * float(shares.max(initial=0.0)), 1e-9)
    return float(weights @ np.minimum(shares / full, 1.0)) >= MAJORITY * float(weights.sum())


def _ties(
    drafts: MeasuredPairs, pairs: tuple[UnitPair, ...], settings: Settings
) -> dict[tuple[int, int], int]:
    """The units tied by moved clauses, with the number of words that moved."""
    a, b = drafts.a, drafts.b
    forward, backward = {pair.a: pair.b for pair in pairs}, {pair.b: pair.a for pair in pairs}
    in_b, in_a = drafts.held_in_b, drafts.held_in_a
    there, back = _departures(in_b, b, forward), _departures(in_a, a, backward)
    ties: dict[tuple[int, int], int] = {}
    for (i, j), words in sorted(there.items()):
        moved = min(words, back.get((j, i), 0))
        if moved and moved >= settings.move_share * min(a.sizes[i], b.sizes[j]):
            ties[i, j] = moved
    for (i, j), words in _absorbed(in_b, in_a, forward, backward).items():
        ties.setdefault((i, j), words)
    for (j, i), words in _absorbed(in_a, in_b, backward, forward).items():
        ties.setdefault((i, j), words)
    tied_a, tied_b = {i for i, _ in ties} | forward.keys(), {j for _, j in ties} | backward.keys()
    for (i, j), words in reassembled(in_b, in_a, tied_a, backward).items():
        ties.setdefault((i, j), words)
    for (j, i), words in reassembled(in_a, in_b, tied_b, forward).items():
        ties.setdefault((i, j), words)
    return ties


def _absorbed(
    here: HeldClauses, there: HeldClauses, partner: Mapping[int, int], partner_there: Mapping[int, int]
) -> dict[tuple[int, int], int]:
    """Units without partner most of which stands in one unit of the other draft, clause by clause.

    Such a unit may say what another unit said beside it, so that its new home need not hold it better
    than that other one; but more of each clause must be found, in both directions, and clauses that
    the home has word for word from its own partner are no evidence, unless the unit stands in an option
    (options often repeat a whole paragraph).

    Args:
        here: a draft's clauses in the other's units.
        there: the other draft's clauses in its units.
        partner: the partners of this draft's units.
        partner_there: the partners of the other's.

    Returns:
        How many words of a unit were found in its new home: (unit, home) to words.
    """
    side, other = here.side, there.side
    found: dict[tuple[int, int], int] = {}
    free = [unit for unit in range(len(side.units)) if unit not in partner and not side.statements[unit]]
    for unit, shares in here.by_unit(free if other.units else ()):
        if shares.max() < ABSORBED:
            continue
        those = side.clauses_of[unit]
        held = _words_held(side, those, shares).sum(axis=0)
        home = int(held.argmax())
        words = int(held[home])
        if not words or words < MAJORITY * side.sizes[unit]:
            continue
        back = other.clauses_of[home]
        returned = _words_held(other, back, there.in_units(back, [unit]))[:, 0]
        if home in partner_there and not _in_option(side.units[unit]):
            returned[there.in_units(back, [partner_there[home]])[:, 0] >= VERBATIM] = 0
        words_back = int(returned.sum())
        if words_back >= MAJORITY * words:
            found[unit, home] = min(words, words_back)
    return found


def _in_option(unit: Unit) -> bool:
    return any(step.startswith("opt_") for step in unit.id.split("__"))


def _words_held(side: AlignedSide, clauses: range, shares: Floats) -> Ints:
    """The words of each clause that are evidence of its standing in each home, clauses x homes; 0 for none.

    Args:
        side: the draft of the clauses.
        clauses: some of it.
        shares: how much of each clause's pairs of words stands in each home, clauses x homes.
    """
    sizes = np.asarray(side.clause_sizes[clauses.start : clauses.stop], np.int64)[:, np.newaxis]
    held = (sizes >= MIN_WORDS) & (shares >= ABSORBED) | (sizes >= MIN_WORDS_VERBATIM) & (shares >= SEAMED)
    return np.where(held, sizes, 0)


def _departures(
    here: HeldClauses, other: AlignedSide, partner: Mapping[int, int]
) -> dict[tuple[int, int], int]:
    """How many words of a unit are found in another unit than its partner's: (unit, unit) to words."""
    side = here.side
    verbatim = only_places(side, other)
    blocked = np.fromiter((statement is not None for statement in other.statements), np.bool_)
    found: dict[tuple[int, int], int] = {}
    speaking = [
        clause for clause, unit in enumerate(side.unit_of if other.units else ()) if not side.statements[unit]
    ]
    for start in range(0, len(speaking), _ROWS_AT_ONCE):
        some = speaking[start : start + _ROWS_AT_ONCE]
        shares = np.where(blocked, 0.0, here.shares(some))
        partners = np.asarray([partner.get(side.unit_of[clause], -1) for clause in some])
        paired = np.flatnonzero(partners >= 0)
        own = np.zeros(len(some))
        own[paired] = shares[paired, partners[paired]]
        shares[paired, partners[paired]] = 0.0
        homes = shares.argmax(axis=1)
        for row, clause in enumerate(some):
            if side.clause_sizes[clause] < MIN_WORDS:
                homes[row] = other.unit_of[verbatim[clause]] if clause in verbatim else -1
        share = shares[np.arange(len(some)), homes]
        gone = (homes >= 0) & (homes != partners) & (share >= CONTAINMENT) & (share >= own + ADVANTAGE)
        for row in np.flatnonzero(gone).tolist():
            tie = side.unit_of[some[row]], int(homes[row])
            found[tie] = found.get(tie, 0) + side.clause_sizes[some[row]]
    return found


def _overruled(
    pair: UnitPair, drafts: MeasuredPairs, ties: Mapping[tuple[int, int], int], settings: Settings
) -> bool:
    """Whether a weak pair must yield, because most of either unit belongs elsewhere.

    A pair is weak if its texts, with what equal headings add, are not alike enough for an anchor, and if
    it does not bear a name of its own. Its units belong elsewhere if ties to others hold at least half of
    the words of one of them.
    """
    if pair.score >= settings.anchor_similarity or _same_name(pair, drafts):
        return False
    gone = sum(words for (i, j), words in ties.items() if i == pair.a and j != pair.b)
    come = sum(words for (i, j), words in ties.items() if j == pair.b and i != pair.a)
    size_a, size_b = drafts.a.sizes[pair.a], drafts.b.sizes[pair.b]
    return bool(gone and gone >= MAJORITY * size_a) or bool(come and come >= MAJORITY * size_b)


def _same_name(pair: UnitPair, drafts: MeasuredPairs) -> bool:
    """Whether a pair has the same heading, which no other unit bears or which bears the same number."""
    one, other = drafts.a.headings[pair.a], drafts.b.headings[pair.b]
    return bool(one) and one == other and (pair.heading >= 1.0 or pair.number)


def _with_free_ties(
    drafts: MeasuredPairs, pairs: tuple[UnitPair, ...], ties: Mapping[tuple[int, int], int]
) -> tuple[UnitPair, ...]:
    """The pairs, and the heaviest ties between units that have no partner, as pairs of their own."""
    forward, backward = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    found = list(pairs)
    for (i, j), _ in sorted(ties.items(), key=lambda entry: (-entry[1], entry[0])):
        if i not in forward and j not in backward:
            text = float(drafts.units.block([i], [j])[0, 0])
            one, other = drafts.a.units[i].provision, drafts.b.units[j].provision
            found.append(UnitPair(i, j, text, 0.0, bool(one.number) and same_number(one, other), 0, text))
            forward.add(i)
            backward.add(j)
    return tuple(sorted(found, key=lambda pair: pair.a))
