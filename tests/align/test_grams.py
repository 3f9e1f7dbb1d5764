"""Runs of words and the measures made of them, against plain counts and figures worked by hand."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.alignment_drafts import article, draft
from tests.align.test_going_elsewhere import phrase
from treatydiff.align import grams, similarity
from treatydiff.align.grams import damped, inverse_frequencies
from treatydiff.align.runs.in_both import InBoth, shared_runs, weighed_together
from treatydiff.align.runs.of_draft import draft_runs
from treatydiff.align.sides import AlignedSide, side_of
from treatydiff.align.similarity import Components, MeasuredPairs, measure
from treatydiff.align.sparse.rows import SparseRows, from_entries

Texts = Sequence[Sequence[str]]


def runs_of(text: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    """The runs of n words of a text, or the text where it is shorter."""
    return Counter(tuple(text[i : i + n]) for i in range(max(1, len(text) - n + 1))) if text else Counter()


def every_texts() -> Iterable[list[tuple[str, ...]]]:
    """All pairs of texts of up to three words, and all triples of up to two, of two words."""
    for count, longest in ((2, 3), (3, 2)):
        texts = [text for size in range(longest + 1) for text in itertools.product("ab", repeat=size)]
        yield from map(list, itertools.product(texts, repeat=count))


def test_words_are_numbered_in_the_order_of_their_letters() -> None:
    found = grams.word_numbers([["b", "a", "b"], [], ["c", "a"]])
    assert found.words.words.tolist() == [2, 1, 2, 3, 1]
    assert found.words.sizes.tolist() == [3, 0, 2]
    assert found.words.owners().tolist() == [0, 0, 0, 2, 2]
    assert found.words.ends().tolist() == [3, 3, 3, 5, 5]
    assert found.vocabulary == ("a", "b", "c")


def plain_runs(texts: Texts, n: int) -> list[tuple[str, ...]]:
    """The runs of n words that begin at the words of texts, cut off at their ends, in the order of their words."""
    return sorted({tuple(text[at : at + n]) for text in texts for at in range(len(text))})


@settings(max_examples=60, deadline=None)
@given(*[st.lists(st.lists(st.sampled_from("abcd"), max_size=8), max_size=4)] * 2)
def test_two_drafts_share_the_runs_that_both_have(a: list[list[str]], b: list[list[str]]) -> None:
    runs = [draft_runs(grams.word_numbers(texts), [0] * len(texts), 1, [0] * len(texts)) for texts in (a, b)]
    found = shared_runs(*runs)
    words = [{word for (word,) in plain_runs(texts, 1)} for texts in (a, b)]
    vocabularies = [sorted(each) for each in words]
    assert [vocabularies[0][number - 1] for number in found.words.a] == sorted(words[0] & words[1])
    assert [vocabularies[1][number - 1] for number in found.words.b] == sorted(words[0] & words[1])
    for n, shared in ((2, found.pairs), (3, found.threes), (5, found.fives)):
        own, other = plain_runs(a, n), plain_runs(b, n)
        both = sorted({*own} & {*other})
        assert [own[number] for number in shared.a] == [other[number] for number in shared.b] == both


def test_runs_are_counted_as_one_counts_them_on_paper() -> None:
    for texts in every_texts():
        counts, begin = grams.run_counts(grams.word_numbers(texts).words, (1, 2, 3))
        if not any(texts):
            assert {n: matrix.shape for n, matrix in counts.items()} == dict.fromkeys(
                (1, 2, 3), (len(texts), 1)
            )
            assert {n: at_words.tolist() for n, at_words in begin.items()} == {n: [] for n in (1, 2, 3)}
            continue
        begun: dict[int, set[tuple[str, ...]]] = {}
        for n, matrix in counts.items():
            begun[n] = {tuple(text[at : at + n]) for text in texts for at in range(len(text))}
            assert matrix.shape == (len(texts), len(begun[n]) + (n == 1))  # words count from 1
            for text, row in zip(texts, matrix.dense(), strict=True):
                assert sorted(row[row > 0]) == sorted(runs_of(text, n).values())
            shared = [
                matrix.dense()[i] @ matrix.dense()[j] for i, j in itertools.combinations(range(len(texts)), 2)
            ]
            assert shared == [
                sum(runs_of(one, n)[run] * runs_of(other, n)[run] for run in runs_of(one, n))
                for one, other in itertools.combinations(texts, 2)
            ]
        for n, at_words in begin.items():
            begins = [tuple(text[at : at + n]) for text in texts for at in range(len(text))]
            numbers = {run: number for number, run in enumerate(plain_runs(texts, n), n == 1)}
            assert at_words.tolist() == [numbers[run] for run in begins]


def test_runs_of_a_length_alone_are_those_found_beside_others() -> None:
    texts = [list("abcab"), list("ab"), [], list("cabca")]
    for n in (1, 2, 3, 5):
        alone = grams.gram_counts(texts, (n,))
        assert alone.keys() == {n}
        assert alone[n].dense().tolist() == grams.gram_counts(texts, (1, 2, 3, 5))[n].dense().tolist()


@pytest.mark.parametrize("most", [1, 30, 200, 5_000])
def test_runs_are_the_same_however_many_words_fit_into_a_number(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = grams.word_numbers([list("abcabdab"), list("ab"), [], list("cabcadc")]).words
    right, begin = grams.run_counts(texts, (1, 2, 3, 5))
    monkeypatch.setattr(grams, "_MOST", most)
    found, begin_found = grams.run_counts(texts, (1, 2, 3, 5))
    assert {n: each.tolist() for n, each in begin_found.items()} == {
        n: each.tolist() for n, each in begin.items()
    }
    assert {n: each.dense().tolist() for n, each in found.items()} == {
        n: each.dense().tolist() for n, each in right.items()
    }


def rows(*entries: tuple[int, int], shape: tuple[int, int]) -> SparseRows:
    return from_entries(*(np.asarray(column, np.int64) for column in zip(*entries, strict=True)), shape)


def test_counts_of_clauses_are_summed_by_unit() -> None:
    counts = rows((0, 0), (0, 1), (1, 1), (1, 1), (2, 2), shape=(3, 3))
    assert grams.gathered(counts, [0, 0, 2], 3).dense().tolist() == [[1, 3, 0], [0, 0, 0], [0, 0, 1]]


def test_weights_worked_by_hand() -> None:
    # Three texts, two of A and one of B; of four terms the first stands in all, the second in two, the third and the
    # fourth in one; the fourth B has nowhere.
    a = rows((0, 0), (1, 0), (0, 1), (0, 1), (1, 3), shape=(2, 4))
    b = rows((0, 0), (0, 1), (0, 2), shape=(1, 3))
    both = InBoth(np.asarray([0, 1, 2]), np.asarray([0, 1, 2]))
    assert inverse_frequencies(3) == pytest.approx([math.log(4 / (1 + seen)) + 1 for seen in range(4)])
    own, other = weighed_together(damped(a), damped(b), both)
    twice, once, rare = (1 + math.log(2)) * (1 + math.log(4 / 3)), 1 + math.log(4 / 3), 1 + math.log(2)
    assert own.dense().tolist() == [
        pytest.approx([1 / math.hypot(1, twice), twice / math.hypot(1, twice), 0]),
        pytest.approx([1 / math.hypot(1, rare), 0, 0]),  # what A alone has counts for the length
    ]
    length = math.hypot(1, once, rare)
    assert other.dense().tolist() == [pytest.approx([1 / length, once / length, rare / length])]


def test_a_text_without_terms_weighs_nothing() -> None:
    with np.errstate(all="raise"):
        one, other = weighed_together(
            damped(rows((1, 0), shape=(3, 2))), damped(rows((0, 0), shape=(1, 2))),
            InBoth(np.arange(2), np.arange(2)),
        )  # fmt: skip
    assert one.dense().tolist() == [[0, 0], [1, 0], [0, 0]]
    assert other.dense().tolist() == [[1, 0]]


A = (("g6 h3", "g2"), ("k7",), ("g4", "k3 m5"), ())
B = (("g5", "h3 g6"), ("k7", "m2"), ("g2",), (), ("n9",))


def sides() -> tuple[AlignedSide, AlignedSide]:
    a, b = (
        side_of(draft(*(article(str(n), "Lamps", *map(phrase, texts)) for n, texts in enumerate(each, 1))))
        for each in (A, B)
    )
    return a, b


def clause_texts(side: AlignedSide) -> list[list[list[str]]]:
    return [[phrase_words] for phrase_words in (list(side.keys(c)) for c in range(len(side.clauses)))]


def unit_texts(side: AlignedSide) -> list[list[list[str]]]:
    return [[list(side.keys(c)) for c in those] for those in side.clauses_of]


def counted(text: list[list[str]], *lengths: int) -> Counter[tuple[str, ...]]:
    """The runs of a text of several clauses, of some lengths; they never cross a clause."""
    found: Counter[tuple[str, ...]] = Counter()
    for clause in text:
        for n in lengths:
            found.update({(str(n), *run): count for run, count in runs_of(clause, n).items()})
    return found


def plain(here: list[list[list[str]]], there: list[list[list[str]]]) -> list[list[Components]]:
    """The three measures of every pair of texts, as the definition has them."""
    terms = [counted(text, 1, 2) for text in (*here, *there)]
    seen = Counter(term for each in terms for term in each)
    vectors = [
        {term: (1 + math.log(count)) * (math.log((1 + len(terms)) / (1 + seen[term])) + 1) for term, count in each.items()}
        for each in terms
    ]  # fmt: skip

    def cosine(one: dict[tuple[str, ...], float], other: dict[tuple[str, ...], float]) -> float:
        length = math.hypot(*one.values()) * math.hypot(*other.values())
        return sum(weight * other.get(term, 0.0) for term, weight in one.items()) / length if length else 0.0

    def dice(one: list[list[str]], other: list[list[str]], n: int) -> float:
        first, second = set(counted(one, n)), set(counted(other, n))
        return 2 * len(first & second) / (len(first) + len(second) or 1)

    return [
        [
            Components(cosine(vectors[i], vectors[len(here) + j]), dice(one, other, 3), dice(one, other, 5))
            for j, other in enumerate(there)
        ]
        for i, one in enumerate(here)
    ]


@pytest.mark.parametrize("texts", [unit_texts, clause_texts])
@pytest.mark.parametrize("at_once", [1, 3, 256])
def test_similarities_are_those_of_the_definition(
    texts, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(similarity, "_ROWS_AT_ONCE", at_once)
    monkeypatch.setattr(similarity, "_CELLS_AT_ONCE", at_once)
    monkeypatch.setattr(similarity, "SMALL", at_once)
    a, b = sides()
    drafts = measure(a, b)
    measured = drafts.units if texts is unit_texts else drafts.clauses
    monkeypatch.setattr(similarity, "KEPT_CELLS", at_once)
    measured.keep(at_once)
    right = plain(texts(a), texts(b))
    height, width = len(right), len(right[0])
    every = [(i, j) for i in range(height) for j in range(width)]
    found = measured.components([i for i, _ in every], [j for _, j in every])
    for (i, j), parts in zip(every, found, strict=True):
        expected = right[i][j]
        assert (parts.cosine, parts.dice_3, parts.dice_5) == pytest.approx(
            (expected.cosine, expected.dice_3, expected.dice_5)
        )
        assert parts.mean == pytest.approx((expected.cosine + expected.dice_3 + expected.dice_5) / 3)
    one, other = np.asarray(every).T
    assert measured.means(one, other).tolist() == [parts.mean for parts in found]
    means = np.asarray([[parts.mean for parts in row] for row in right])
    assert measured.block(range(height), range(width)) == pytest.approx(means)
    assert measured.block([2, 0], [1]) == pytest.approx(means[[2, 0]][:, [1]])
    several: list[tuple[Sequence[int], Sequence[int]]] = [
        ([2, 0], [1]), ([1], [0, 1]), ([], [1]), (range(height), range(width)), ([0], [0]),
    ]  # fmt: skip
    for (these, those), block in zip(several, measured.blocks(several), strict=True):
        assert block.tolist() == measured.block(these, those).tolist()
    assert measured.cosines(range(height), [1, 0]) == pytest.approx(
        np.asarray([[row[1].cosine, row[0].cosine] for row in right])
    )
    for floor in (0.05, float(means[0, 0])):
        left, place, alike = measured.above(floor)
        assert sorted(zip(left.tolist(), place.tolist(), strict=True)) == [
            (i, j) for i, j in every if measured.block([i], [j])[0, 0] >= floor
        ]
        assert alike == pytest.approx(means[left, place])


def test_the_same_text_is_alike_by_one_and_no_more() -> None:
    texts = tuple(article(str(n), "", phrase(f"g{n} h{40 - n} k{n}")) for n in range(1, 40))
    drafts = measure(side_of(draft(*texts)), side_of(draft(*texts)))
    every = range(len(texts))
    for found in (drafts.units.block(every, every), drafts.units.cosines(every, every)):
        assert found.max() <= 1.0
        assert found.diagonal() == pytest.approx(1.0)
    assert max(parts.cosine for parts in drafts.units.components(every, every)) <= 1.0


def test_drafts_without_texts_have_no_pairs() -> None:
    empty, one = side_of(draft()), side_of(draft(article("1", "", phrase("g9"))))
    for a, b in ((empty, empty), (empty, one), (one, empty)):
        assert [each.tolist() for each in measure(a, b).units.above(0.1)] == [[], [], []]
    bare = side_of(draft(article("1", "Lamps")))
    assert measure(bare, bare).units.block([0], [0]).tolist() == [[0.0]]


def pair_weights(drafts: MeasuredPairs) -> tuple[list[float], list[float]]:
    return drafts.held_in_b.clause_pairs.sums().tolist(), drafts.held_in_a.clause_pairs.sums().tolist()


def test_pairs_of_words_weigh_by_how_many_units_have_them() -> None:
    drafts = measure(*sides())
    units = [*unit_texts(drafts.a), *unit_texts(drafts.b)]
    seen = Counter(run for text in units for run in counted(text, 2))

    def weight(clause: tuple[str, ...]) -> float:
        return sum(
            math.log((1 + len(units)) / (1 + seen[run])) + 0.05 for run in counted([list(clause)], 2)
        )  # fmt: skip

    for side, found in zip((drafts.a, drafts.b), pair_weights(drafts), strict=True):
        assert found == pytest.approx([weight(side.keys(c)) for c in range(len(side.clauses))])
    for side, held in ((drafts.a, drafts.held_in_a.homes), (drafts.b, drafts.held_in_b.homes)):
        assert held.sums().tolist() == [len(counted(text, 2)) for text in unit_texts(side)]
        assert set(held.values.tolist()) == {1.0}
