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
from treatydiff.align.headings import SIMILAR_HEADING
from treatydiff.align.reassembly import reassembled, shares_by_unit, shares_held
from treatydiff.align.rows import Row, grouped
from treatydiff.align.sides import AlignedSide
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.align.sparse.rows import SparseRows
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
            part = drafts.pairs_a, drafts.a.clauses_of[i], drafts.unit_pairs_b[[j]]
        elif j not in backward:
            part = drafts.pairs_b, drafts.b.clauses_of[j], drafts.unit_pairs_a[[i]]
        else:
            continue
        clauses, those, home = part
        named = _alike(drafts.a.headings[i], drafts.b.headings[j])
        if named or _stands_evenly(clauses[those.start : those.stop], home):
            found.add((i, j))
    return frozenset(found)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    words, others = set(one), set(other)
    return bool(words) and 2 * len(words & others) >= SIMILAR_HEADING * (len(words) + len(others))


def _stands_evenly(clauses: SparseRows, home: SparseRows) -> bool:
    """Whether most of a unit stands in another nearly as much as its best clause does."""
    shares = shares_held(clauses, home.turned()).reshape(-1)
    weights = clauses.sums()
    full = max(PART_SHARE * float(shares.max(initial=0.0)), 1e-9)
    return float(weights @ np.minimum(shares / full, 1.0)) >= MAJORITY * float(weights.sum())


def _ties(
    drafts: MeasuredPairs, pairs: tuple[UnitPair, ...], settings: Settings
) -> dict[tuple[int, int], int]:
    """The units tied by moved clauses, with the number of words that moved."""
    a, b = drafts.a, drafts.b
    forward, backward = {pair.a: pair.b for pair in pairs}, {pair.b: pair.a for pair in pairs}
    there = _departures(a, b, drafts.pairs_a, drafts.unit_pairs_b, forward)
    back = _departures(b, a, drafts.pairs_b, drafts.unit_pairs_a, backward)
    ties: dict[tuple[int, int], int] = {}
    for (i, j), words in sorted(there.items()):
        moved = min(words, back.get((j, i), 0))
        if moved and moved >= settings.move_share * min(a.sizes[i], b.sizes[j]):
            ties[i, j] = moved
    own, opposite = (drafts.pairs_a, drafts.unit_pairs_a), (drafts.pairs_b, drafts.unit_pairs_b)
    for (i, j), words in _absorbed((a, own), (b, opposite), forward, backward).items():
        ties.setdefault((i, j), words)
    for (j, i), words in _absorbed((b, opposite), (a, own), backward, forward).items():
        ties.setdefault((i, j), words)
    tied_a, tied_b = {i for i, _ in ties} | forward.keys(), {j for _, j in ties} | backward.keys()
    for (i, j), words in reassembled((a, own), (b, opposite), tied_a, backward).items():
        ties.setdefault((i, j), words)
    for (j, i), words in reassembled((b, opposite), (a, own), tied_b, forward).items():
        ties.setdefault((i, j), words)
    return ties


def _absorbed(
    here: tuple[AlignedSide, tuple[SparseRows, SparseRows]],
    there: tuple[AlignedSide, tuple[SparseRows, SparseRows]],
    partner: Mapping[int, int],
    partner_there: Mapping[int, int],
) -> dict[tuple[int, int], int]:
    """Units without partner most of which stands in one unit of the other draft, clause by clause.

    Such a unit may say what another unit said beside it, so that its new home need not hold it better
    than that other one; but more of each clause must be found, in both directions, and clauses that
    the home has word for word from its own partner are no evidence, unless the unit stands in an option
    (options often repeat a whole paragraph).

    Args:
        here: a draft and the pairs of words of its clauses and units.
        there: the other draft and its pairs of words.
        partner: the partners of this draft's units.
        partner_there: the partners of the other's.

    Returns:
        How many words of a unit were found in its new home: (unit, home) to words.
    """
    (side, (clause_pairs, unit_pairs)), (other, (clause_pairs_there, unit_pairs_there)) = here, there
    homes = unit_pairs_there.turned()
    found: dict[tuple[int, int], int] = {}
    free = [unit for unit in range(len(side.units)) if unit not in partner and not side.statements[unit]]
    for unit, shares in shares_by_unit(side, free if other.units else (), clause_pairs, homes):
        those = side.clauses_of[unit]
        held = _words_held(side, those, shares).sum(axis=0)
        home = int(held.argmax())
        words = int(held[home])
        if not words or words < MAJORITY * side.sizes[unit]:
            continue
        back = other.clauses_of[home]
        block = clause_pairs_there[back.start : back.stop]
        returned = _words_held(other, back, shares_held(block, unit_pairs[[unit]].turned()))[:, 0]
        if home in partner_there and not _in_option(side.units[unit]):
            kept = shares_held(block, unit_pairs[[partner_there[home]]].turned()).reshape(-1) >= VERBATIM
            returned[kept] = 0
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
    side: AlignedSide,
    other: AlignedSide,
    clause_pairs: SparseRows,
    unit_pairs: SparseRows,
    partner: Mapping[int, int],
) -> dict[tuple[int, int], int]:
    """How many words of a unit are found in another unit than its partner's: (unit, unit) to words."""
    verbatim = {one: other.unit_of[there] for one, there in only_places(side, other).items()}
    homes = unit_pairs.turned()
    blocked = np.fromiter((statement is not None for statement in other.statements), np.bool_)
    found: dict[tuple[int, int], int] = {}
    speaking = [unit for unit in range(len(side.units)) if not side.statements[unit]]
    for unit, contained in shares_by_unit(side, speaking if other.units else (), clause_pairs, homes):
        those = side.clauses_of[unit]
        contained[:, blocked] = 0.0
        own = contained[:, partner[unit]].copy() if unit in partner else np.zeros(len(those))
        if unit in partner:
            contained[:, partner[unit]] = 0.0
        for row, clause in enumerate(those):
            words = side.clause_sizes[clause]
            home = verbatim.get(clause) if words < MIN_WORDS else int(contained[row].argmax())
            if home is None or home == partner.get(unit):
                continue
            share = float(contained[row, home])
            if share >= CONTAINMENT and share >= own[row] + ADVANTAGE:
                found[unit, home] = found.get((unit, home), 0) + words
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
