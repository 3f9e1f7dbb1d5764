from __future__ import annotations

import itertools
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.alignment_drafts import ALL, draft
from treatydiff.align.assignment import beside, beside_all, out_of_order, reading_order
from treatydiff.align.evidence import _longest_by_automaton, longest_common_run
from treatydiff.align.grams import gram_counts
from treatydiff.align.sides import side_of
from treatydiff.align.similarity import measure
from treatydiff.align.texts import amended, brackets_lifted

words = st.lists(st.sampled_from("abc"), max_size=9)


def runs(text: list[str], n: int) -> Counter[tuple[str, ...]]:
    if not text:
        return Counter()
    return Counter(tuple(text[i : i + n]) for i in range(max(1, len(text) - n + 1)))


@given(st.lists(words, max_size=5), st.integers(1, 5))
@settings(deadline=None)
def test_gram_counts_are_those_of_a_plain_count(texts: list[list[str]], n: int) -> None:
    matrix = gram_counts(texts, (n,))[n].dense()
    assert (matrix == gram_counts(texts, (1, 2, 3, 4, 5))[n].dense()).all()
    assert matrix.shape[0] == len(texts)
    for row, text in zip(matrix, texts, strict=True):
        assert sorted(count for count in row if count) == sorted(runs(text, n).values())
    for i, j in itertools.combinations(range(len(texts)), 2):
        shared = sum((runs(texts[i], n) & runs(texts[j], n)).values())
        assert sum(map(min, matrix[i], matrix[j])) == shared


@given(st.permutations(range(6)), st.lists(st.integers(0, 9), min_size=6, max_size=6))
@settings(deadline=None)
def test_the_fewest_and_then_the_lightest_pairs_are_out_of_order(order: list[int], sizes: list[int]) -> None:
    outside = out_of_order(order, sizes)
    kept = [place for i, place in enumerate(order) if i not in outside]
    assert kept == sorted(kept)
    best = max(
        (len(chosen), sum(sizes[i] for i in chosen))
        for count in range(7)
        for chosen in itertools.combinations(range(6), count)
        if all(order[i] < order[j] for i, j in itertools.pairwise(chosen))
    )
    assert (len(kept), sum(sizes) - sum(sizes[i] for i in outside)) == best


@pytest.mark.parametrize(
    ("positions", "sizes", "light", "outside"),
    [
        ([], [], (), set()),
        ([5, 7, 9], [0, 0, 0], (), set()),
        ([2, 0, 1], [1, 50, 50], (), {0}),
        ([2, 0, 1], [1, 50, 50], (1, 2), {1, 2}),  # what is light gives way, however much it is
        ([1, 0], [3, 4], (0, 1), {0}),
        ([0], [0], (0,), set()),
        ([1, 0], [4, 3], (), {1}),
        # Of two as long the first stays.
        ([1, 0], [4, 4], (), {1}),
        ([2, 3, 0, 1], [4, 4, 4, 4], (), {2, 3}),
        ([1, 2, 0], [0, 0, 9], (), {2}),  # the fewest, before the lightest
    ],
)
def test_what_is_out_of_order(positions, sizes, light, outside: set[int]) -> None:
    assert out_of_order(positions, sizes, light) == outside


@pytest.mark.parametrize(
    ("positions", "sizes", "staying", "outside"),
    [
        # Of equally few what kept its number stays, however short it is.
        ([1, 0], [9, 3], (1,), {0}),
        ([3, 2, 1, 0], [9, 9, 3, 9], (2,), {0, 1, 3}),
        ([1, 0], [9, 3], (0, 1), {1}),
        ([1, 2, 0], [3, 3, 9], (2,), {2}),  # the fewest first
        ([2, 3, 0, 1], [4, 4, 4, 4], (2,), {0, 1}),
    ],
)
def test_what_kept_its_number_stays(positions, sizes, staying, outside: set[int]) -> None:
    assert out_of_order(positions, sizes, staying=staying) == outside


@pytest.mark.parametrize(
    ("pairs", "order"),
    [
        ([], []),
        ([(0, 0), (1, None), (None, 1), (2, 2)], [0, 1, 2, 3]),
        ([(0, None), (1, 0)], [0, 1]),
        ([(0, 1), (1, 0), (2, None)], [1, 2, 0]),
        ([(0, None), (1, None), (2, 0)], [0, 1, 2]),
        ([(1, None), (0, None), (2, 0)], [1, 0, 2]),
        ([(3, 2), (1, None), (0, 1), (None, 0), (2, None)], [3, 2, 1, 4, 0]),
    ],
)
def test_reading_order_is_that_of_b_with_deletions_where_they_stood(pairs, order) -> None:
    assert reading_order(pairs) == order


Places = st.integers(0, 5)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(Places, Places, max_size=5), st.lists(st.tuples(Places, Places), max_size=8))
def test_what_is_beside_pairs_is_found_for_all_at_once(
    partner: dict[int, int], candidates: list[tuple[int, int]]
) -> None:
    left, right = (np.asarray([each[side] for each in candidates], np.int64) for side in (0, 1))
    assert beside_all(partner, left, right).tolist() == [beside(partner, i, j) for i, j in candidates]


@given(words, words)
def test_longest_common_run(a: list[str], b: list[str]) -> None:
    length, start = longest_common_run(a, b)
    spans = [
        (j - i, i) for i in range(len(b)) for j in range(i + 1, len(b) + 1)
        if any(a[k : k + j - i] == b[i:j] for k in range(len(a)))
    ]  # fmt: skip
    longest = max((size for size, _ in spans), default=0)
    assert length == longest
    if longest:
        assert start == min(i for size, i in spans if size == longest)
    assert _longest_by_automaton(a, b)[0] == length
    assert not length or _longest_by_automaton(a, b) == (length, start)


def test_similarity_is_one_for_the_same_text_and_symmetric() -> None:
    side = side_of(draft(*ALL))
    units = range(len(side.units))
    block = measure(side, side).units.block(units, units)
    assert block.diagonal() == pytest.approx(1.0)
    assert block == pytest.approx(block.T)
    rows, columns, values = measure(side, side).units.above(0.5)
    assert sorted(zip(rows.tolist(), columns.tolist(), strict=True)) == [(i, i) for i in units]
    assert values == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("a", "b", "is_amended", "is_lifted"),
    [
        ("The Parties shall", "The Parties shall", False, False),
        ("The “Parties” shall", 'The "Parties"  shall', False, False),
        ("The Parties [shall]", "The Parties shall", False, True),
        ("The Parties shall", "The Parties [shall]", True, False),
        ("The [Parties] shall", "The Parties [shall]", True, False),
        ("[shall][may]", "shall", True, False),
        ("the Parties", "The Parties", True, False),
    ],
)
def test_what_amends_a_text(a: str, b: str, is_amended: bool, is_lifted: bool) -> None:
    assert amended(a, b) is is_amended
    assert brackets_lifted(a, b) is is_lifted
