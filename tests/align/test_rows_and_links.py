"""Which units make a row and what its links say, at the very edges: on articles of so many words."""

from __future__ import annotations

import numpy as np
import pytest

from tests.align.alignment_drafts import article, draft
from tests.align.test_splits import pair, words
from treatydiff.align.align import match_drafts
from treatydiff.align.assignment import Assignment, beside, context
from treatydiff.align.clause_pairs import ClausePair
from treatydiff.align.links import row_links
from treatydiff.align.rows import Row, grouped
from treatydiff.align.sides import AlignedSide, side_of
from treatydiff.settings import Settings


def sized(*sizes: int, voice: str = "w") -> AlignedSide:
    """Articles of one paragraph, of so many words each."""
    return side_of(
        draft(*(article(str(n), "", words(size, f"{voice}{n}")) for n, size in enumerate(sizes, 1)))
    )


@pytest.mark.parametrize(
    ("moved", "words_moved", "of_b"),
    [
        # The clause that went has ten words in A and twelve in B; what ties the articles may be more.
        (4, 10, 12),
        (11, 11, 12),
        (15, 15, 15),
        (35, 30, 35),  # no more than the article has
        (99, 30, 40),
    ],
)
def test_a_link_says_the_words_of_its_clauses_or_of_the_tie(moved: int, words_moved: int, of_b: int) -> None:
    a = side_of(draft(article("1", "", words(20, "g"), words(10, "h"))))
    b = side_of(draft(article("1", "", words(20, "g")), article("2", "", words(12, "h"), words(28, "k"))))
    tie = (0, 1, moved)
    rows = (Row((0,), (0,), (pair(0, 0, 1.0),), outside=(tie,)), Row((), (1,), outside=(tie,)))
    found = row_links(a, b, rows, ((ClausePair(0, 0, 1.0),), (ClausePair(1, 1, 0.9),)))
    own = found[0][0]
    assert (own.a, own.b, own.kind, own.words) == ("art_1", "art_1", "pair", 20)
    assert (own.share_a, own.share_b) == (pytest.approx(20 / 30), 1.0)
    went = found[0][1]
    assert (went.a, went.b, went.kind, went.words) == ("art_1", "art_2", "moved", words_moved)
    assert (went.share_a, went.share_b) == (pytest.approx(words_moved / 30), pytest.approx(of_b / 40))
    assert found[1] == (went,)


def test_a_link_between_articles_without_words_has_no_share() -> None:
    empty = side_of(draft(article("1", "Lamps")))
    ((link,),) = row_links(empty, empty, (Row((0,), (0,), (pair(0, 0, 1.0),)),), ((),))
    assert (link.words, link.share_a, link.share_b) == (0, None, None)


def test_a_clause_in_two_places_is_linked_to_both() -> None:
    a, b = sized(10), side_of(draft(article("1", "", words(10, "w1")), article("2", "", words(10, "w1"))))
    rows = (Row((0,), (0,), (pair(0, 0, 1.0),)), Row((), (1,)))
    found = row_links(a, b, rows, ((ClausePair(0, 0, 1.0),), ()), copies=((0, 1),))
    assert [(link.b, link.kind, link.words) for link in found[1]] == [("art_2", "copy", 10)]


@pytest.mark.parametrize(
    ("pairs", "ties", "joining", "rows"),
    [
        # Pairs as (A, B); ties as (A, B): words; the articles of A and B of each row that is found.
        (((0, 0), (1, 1)), {}, (), [((0,), (0,)), ((1,), (1,))]),
        (((0, 0),), {}, (), [((0,), (0,)), ((1,), ()), ((), (1,))]),
        # Article 2 of B joins the row that it is tied to, if that tie may join.
        (((0, 0),), {(0, 1): 20}, ((0, 1),), [((0,), (0, 1)), ((1,), ())]),
        (((0, 0),), {(0, 1): 20}, (), [((0,), (0,)), ((1,), ()), ((), (1,))]),
        # Tied to two rows it joins the one that gave more.
        (((0, 0), (1, 1)), {(0, 2): 20, (1, 2): 21}, ((0, 2), (1, 2)), [((0,), (0,)), ((1,), (1, 2))]),
        (((0, 0), (1, 1)), {(0, 2): 21, (1, 2): 20}, ((0, 2), (1, 2)), [((0,), (0, 2)), ((1,), (1,))]),
        (((0, 0), (1, 1)), {(0, 2): 20, (1, 2): 20}, ((0, 2), (1, 2)), [((0,), (0, 2)), ((1,), (1,))]),
        # A pair takes in articles of one draft only, those that bring more.
        (((0, 0),), {(0, 1): 20, (1, 0): 30}, ((0, 1), (1, 0)), [((0, 1), (0,)), ((), (1,))]),
        (((0, 0),), {(0, 1): 30, (1, 0): 20}, ((0, 1), (1, 0)), [((0,), (0, 1)), ((1,), ())]),
        # Neither of two pairs keeps half of its forty words: what they exchanged makes them one.
        (((0, 0), (1, 1)), {(0, 1): 21, (1, 0): 21}, (), [((0, 1), (0, 1))]),
        (((0, 0), (1, 1)), {(0, 1): 20, (1, 0): 20}, (), [((0,), (0,)), ((1,), (1,))]),
        (((0, 0), (1, 1)), {(0, 1): 21, (1, 0): 20}, (), [((0,), (0,)), ((1,), (1,))]),
        (((0, 0), (1, 1)), {(0, 1): 21}, (), [((0,), (0,)), ((1,), (1,))]),
    ],
)
def test_which_articles_make_a_row(pairs, ties, joining, rows) -> None:
    height = 2
    width = 1 + max([1, *(j for _, j in ties)])
    a, b = sized(*[40] * height), sized(*[40] * width, voice="v")
    found = grouped(a, b, tuple(pair(i, j, 1.0) for i, j in pairs), ties, joining)
    assert [(row.a, row.b) for row in found] == rows
    kept = {(i, j) for row in found for i, j, _ in (*row.moved, *row.outside)}
    assert kept == ties.keys()
    for row in found:
        assert all(i in row.a and j in row.b for i, j, _ in row.moved)
        assert all((i in row.a) != (j in row.b) for i, j, _ in row.outside)
        assert all(words_moved == ties[i, j] for i, j, words_moved in (*row.moved, *row.outside))


@pytest.mark.parametrize(
    ("size_a", "size_b", "exchanged", "recast"),
    [
        (40, 40, 21, True),
        (60, 40, 25, False),  # A's keep more than half
        (40, 60, 25, False),
        (30, 40, 20, False),  # B's keep just half
        (40, 30, 20, False),
    ],
)
def test_what_exchanged_more_than_half_on_either_side_is_one_row(
    size_a: int, size_b: int, exchanged: int, recast: bool
) -> None:
    a, b = sized(size_a, size_a), sized(size_b, size_b, voice="v")
    pairs = pair(0, 0, 1.0), pair(1, 1, 1.0)
    rows = grouped(a, b, pairs, {(0, 1): exchanged, (1, 0): exchanged})
    assert (len(rows) == 1) is recast


def test_a_tie_of_a_pair_to_itself_is_none() -> None:
    found = grouped(sized(40), sized(40), (pair(0, 0, 1.0),), {(0, 0): 30})
    assert (found[0].moved, found[0].outside) == ((), ())


@pytest.mark.parametrize(
    ("candidates", "taken"),
    [
        # Each candidate by its place in A and in B, its rank, and whether it may be taken.
        ([(0, 0, 0.5, True), (0, 1, 0.6, True)], {0: 1}),
        ([(0, 0, 0.5, True), (0, 1, 0.6, False)], {0: 0}),
        ([(0, 1, 0.6, True), (1, 1, 0.5, True)], {0: 1}),
        ([(0, 1, 0.5, True), (1, 1, 0.5, True)], {1: 1}),  # alike: the one that stands nearer to its place
        ([(0, 1, 0.5, True), (2, 1, 0.5, True)], {0: 1}),  # as near: the first of A
        ([(1, 0, 0.5, True), (1, 2, 0.5, True)], {1: 0}),
        ([(0, 0, 0.5, True), (0, 1, 0.5 + 1e-12, True)], {0: 0}),  # a rounding place decides nothing
    ],
)
def test_pairs_are_taken_from_the_top(candidates, taken: dict[int, int]) -> None:
    assigned = Assignment()
    left, right, rank, allowed = (np.asarray(column) for column in zip(*candidates, strict=True))
    assigned.take(left, right, rank, allowed)
    assert assigned.partner == taken
    assert assigned.taken == {j: i for i, j in taken.items()}


@pytest.mark.parametrize(
    ("partner", "i", "j", "count"),
    [({0: 0, 2: 2}, 1, 1, 2), ({0: 0}, 1, 1, 1), ({2: 2}, 1, 1, 1), ({0: 1, 2: 0}, 1, 1, 0), ({}, 1, 1, 0),
     ({0: 4, 2: 6}, 1, 5, 2)],
)  # fmt: skip
def test_neighbours_in_step(partner: dict[int, int], i: int, j: int, count: int) -> None:
    assert beside(partner, i, j) == count


def test_what_stands_beside_a_candidate_counts_by_its_square() -> None:
    left, right = np.asarray([0, 1, 1, 2]), np.asarray([0, 1, 2, 2])
    score = np.asarray([0.4, 0.6, 0.2, 0.8])
    found = context(left, right, score, 3)
    assert found == pytest.approx([0.36 / 2, (0.16 + 0.64) / 2, 0.0, 0.36 / 2])
    assert context(left[:0], right[:0], score[:0], 3).tolist() == []


def test_what_is_matched_of_a_draft_and_itself() -> None:
    one = draft(
        article("1", "Lamps", words(8), words(9, "v")), article("2", "Nets"), article("", "", words(7, "u"))
    )
    rows = match_drafts(one, one, Settings())
    assert [(row.a, row.b) for row in rows] == [
        (("art_1",), ("art_1",)), (("art_2",), ("art_2",)), (("art_",), ("art_",)),
    ]  # fmt: skip
    assert rows[0].clauses == (("art_1__para_1", "art_1__para_1"), ("art_1__para_2", "art_1__para_2"))
