"""Which units and clauses become pairs, from how alike they are alone: the bounds, at them and just beside."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from treatydiff.align.across import clause_pairs
from treatydiff.align.across.clause_pairs import ClauseMatch, pair_clauses_across
from treatydiff.align.across.sides import MeasuredAcross
from treatydiff.align.across.unit_pairs import PairAcross, pair_units_across
from treatydiff.align.arrays import Floats

Rows = list[list[float]]


def _units(
    rows: Rows, *, headings: Rows | None = None, sizes: tuple[list[int], list[int]] | None = None,
    kinds: tuple[list[str], list[str]] | None = None, stated: tuple[int, ...] = (),
) -> MeasuredAcross:  # fmt: skip
    scores = np.array(rows)
    sides = [
        SimpleNamespace(
            units=[SimpleNamespace(kind=kinds[at][n] if kinds else "article") for n in range(many)],
            sizes=sizes[at] if sizes else [10] * many,
            statements=["deleted" if at == 0 and n in stated else None for n in range(many)],
        )
        for at, many in enumerate(scores.shape)
    ]
    return cast("MeasuredAcross", SimpleNamespace(
        a=sides[0], b=sides[1], units=scores,
        headings=np.array(headings) if headings else np.zeros(scores.shape),
    ))  # fmt: skip


def _paired(measured: MeasuredAcross) -> list[tuple[int, int]]:
    return [(pair.a, pair.b) for pair in pair_units_across(measured)]


def _diagonal(*values: float, other: float = 0.03) -> Rows:
    rows = np.full((len(values), len(values)), other)
    np.fill_diagonal(rows, values)
    return cast("Rows", rows.tolist())


IN_STEP = [(n, n) for n in range(6)]


@pytest.mark.parametrize(
    ("rows", "pairs"),
    [
        (_diagonal(*[0.6] * 6), IN_STEP),
        # between pairs in step little is enough, at either end more
        (_diagonal(0.6, 0.6, 0.04, 0.6, 0.6, 0.6, other=0.0), IN_STEP),
        (_diagonal(0.6, 0.6, 0.039, 0.6, 0.6, 0.6, other=0.0), [(0, 0), (1, 1), (3, 3), (4, 4), (5, 5)]),
        (_diagonal(0.6, 0.6, 0.6, 0.6, 0.6, 0.02, other=0.02), [*IN_STEP[:5]]),
        (_diagonal(0.3, 0.3, other=0.3), []),
        (_diagonal(0.02, 0.02, other=0.0), []),
        (_diagonal(0.5, 0.5, other=0.5), [(0, 0), (1, 1)]),  # enough alone
        (_diagonal(0.499, 0.499, other=0.499), []),
        # what stands in another place is found there
        ([[0.0, 0.6, 0.0], [0.6, 0.0, 0.0], [0.0, 0.0, 0.6]], [(0, 1), (1, 0), (2, 2)]),
        # of two that are like one, the better; of two as good, the one in step with its neighbours
        ([[0.6, 0.0], [0.5, 0.05], [0.0, 0.6]], [(0, 0), (2, 1)]),
        ([[0.6, 0.0, 0.0], [0.0, 0.55, 0.0], [0.0, 0.0, 0.6], [0.0, 0.56, 0.0]], [(0, 0), (1, 1), (2, 2)]),
        # and before any is a pair, the one whose neighbours are alike
        ([[0.3, 0.3, 0.0], [0.0, 0.0, 0.31], [0.0, 0.0, 0.31]], [(0, 1), (1, 2)]),
        # what is hardly more like one than like the others is none of them
        ([[0.3, 0.25, 0.0, 0.25], [0.0, 0.0, 0.3, 0.25], [0.0, 0.0, 0.3, 0.25], [0.0, 0.3, 0.0, 0.25]],
         [(0, 0), (1, 2), (3, 1)]),
        ([[0.1, 0.1, 0.0, 0.0], [0.0, 0.3, 0.0, 0.0], [0.1, 0.25, 0.0, 0.3], [0.3, 0.0, 0.3, 0.0]],
         [(1, 1), (2, 3), (3, 2)]),
    ],
)  # fmt: skip
def test_units_by_their_scores(rows: Rows, pairs: list[tuple[int, int]]) -> None:
    assert _paired(_units(rows)) == pairs


@pytest.mark.parametrize(("score", "paired"), [(0.25, True), (0.249, False)])
def test_a_unit_that_stands_alone_among_some_like_it_wants_a_score_of_a_quarter(
    score: float, paired: bool
) -> None:
    rows = np.full((7, 5), 0.02)
    rows[3], rows[:, 2] = 0.0, 0.0
    rows[3, 1], rows[2, 2], rows[6, 2], rows[3, 2] = score - 0.06, score - 0.06, score - 0.01, score
    rows[0, 0], rows[6, 4] = 0.9, 0.9
    assert ((3, 2) in _paired(_units(cast("Rows", rows.tolist())))) is paired


@pytest.mark.parametrize(("score", "paired"), [(0.1, True), (0.099, False)])
def test_a_unit_that_stands_out_wants_a_score_of_a_tenth(score: float, paired: bool) -> None:
    rows = np.zeros((7, 5))
    rows[3, 2], rows[0, 0], rows[6, 4] = score, 0.9, 0.9
    assert ((3, 2) in _paired(_units(cast("Rows", rows.tolist())))) is paired


@pytest.mark.parametrize(
    ("lengths", "filled"),
    [((10, 10), True), ((20, 10), True), ((10, 20), True), ((23, 10), False), ((10, 23), False)],
)
def test_what_stands_in_a_gap_says_as_much(lengths: tuple[int, int], filled: bool) -> None:
    values = [0.6] * 12
    values[5] = 0.0
    sizes = [[10] * 12, [10] * 12]
    for side, length in zip(sizes, lengths, strict=True):
        side[5] = length
        side[0] += 10 - length  # the whole drafts are as long
    found = _paired(_units(_diagonal(*values, other=0.0), sizes=(sizes[0], sizes[1])))
    assert ((5, 5) in found) is filled
    assert len(found) == 11 + filled


@pytest.mark.parametrize(("missing", "filled"), [(1, 10), (2, 8)])
def test_gaps_are_filled_where_nine_in_ten_are_pairs(missing: int, filled: int) -> None:
    values = [0.6] * 10
    for at in range(missing):
        values[3 + 4 * at] = 0.0
    assert len(_paired(_units(_diagonal(*values, other=0.0)))) == filled


def test_a_placeholder_fills_no_gap() -> None:
    values = [0.6] * 11
    values[4] = 0.0
    assert (4, 4) in _paired(_units(_diagonal(*values, other=0.0)))
    assert (4, 4) not in _paired(_units(_diagonal(*values, other=0.0), stated=(4,)))


@pytest.mark.parametrize(
    ("kinds", "pairs"),
    [
        ((["preamble", "article"], ["preamble", "article"]), [(0, 0), (1, 1)]),  # a preamble whatever it says
        ((["preamble", "article"], ["article", "article"]), [(1, 1)]),  # and with no article
        ((["article", "closing"], ["article", "closing"]), [(0, 0), (1, 1)]),
        ((["annex", "article"], ["article", "article"]), [(0, 0), (1, 1)]),
    ],
)
def test_preambles_and_closing_formulas_go_together(
    kinds: tuple[list[str], list[str]], pairs: list[tuple[int, int]]
) -> None:
    first = 0.0 if "preamble" in kinds[0][0] else 0.6
    second = 0.0 if kinds[0][1] == "closing" else 0.6
    assert _paired(_units([[first, 0.0], [0.0, second]], kinds=kinds)) == pairs


def test_headings_add_a_quarter_to_a_score() -> None:
    (pair,) = pair_units_across(_units([[0.2]], headings=[[1.0]]))
    assert pair == PairAcross(0, 0, 0.2, 1.0, pytest.approx(0.45))


@pytest.mark.parametrize(
    ("score", "found"), [(0.34, IN_STEP), (0.35, [(0, 0), (1, 1), (2, 5), (3, 3), (4, 4)])]
)
def test_a_weak_pair_out_of_order_gives_way_to_one_in_step(
    score: float, found: list[tuple[int, int]]
) -> None:
    rows = np.full((6, 6), 0.02)
    for at in (0, 1, 3, 4):
        rows[at, at] = 0.7
    rows[2, 5], rows[2, 2], rows[5, 5] = score, 0.2, 0.28
    assert _paired(_units(cast("Rows", rows.tolist()))) == found


def test_weak_pairs_out_of_order_that_are_in_step_stay() -> None:
    rows = np.full((8, 8), 0.02)
    for at in range(6):
        rows[at, at + 2] = 0.6
    rows[6, 0], rows[7, 1] = 0.3, 0.3
    assert _paired(_units(cast("Rows", rows.tolist())))[-2:] == [(6, 0), (7, 1)]


# --- clauses -----------------------------------------------------------------------------------------


def _clauses(
    rows: Rows, ids: tuple[list[str], list[str]], *, units: tuple[list[int], list[int]] | None = None,
    words: tuple[list[int], list[int]] | None = None, languages: tuple[str, str] = ("en", "fr"),
) -> MeasuredAcross:  # fmt: skip
    scores = np.array(rows)

    def clauses(of_a: list[int], of_b: list[int]) -> Floats:
        return scores[np.ix_(list(of_a), list(of_b))]

    sides = []
    for at, many in enumerate(scores.shape):
        unit_of = units[at] if units else [0] * many
        starts = [unit_of.index(unit) for unit in sorted(set(unit_of))]
        sides.append(SimpleNamespace(
            unit_of=unit_of, language=languages[at], clauses=[SimpleNamespace(id=id_) for id_ in ids[at]],
            clause_sizes=[words[at][n] if words else 20 for n in range(many)],
            clauses_of=[range(one, two) for one, two in zip(starts, [*starts[1:], many], strict=True)],
        ))  # fmt: skip
    return cast("MeasuredAcross", SimpleNamespace(a=sides[0], b=sides[1], clauses=clauses))


def _ids(*labels: str) -> list[str]:
    return [f"art_1__para_{label}" for label in labels]


ONE = (PairAcross(0, 0, 0.5, 0.0, 0.5),)


def _matches(measured: MeasuredAcross, pairs: tuple[PairAcross, ...] = ONE) -> list[tuple[int, int, bool]]:
    return [(each.a, each.b, each.moved) for each in pair_clauses_across(measured, pairs)]


@pytest.mark.parametrize(
    ("rows", "labels", "pairs"),
    [
        ([[0.0]], (_ids("1"), _ids("7")), [(0, 0)]),  # two articles of one clause, whatever it says
        ([[0.0, 0.0], [0.0, 0.0]], (_ids("1", "2"), _ids("1", "2")), [(0, 0), (1, 1)]),  # by their labels
        ([[0.0, 0.0], [0.0, 0.0]], (_ids("1", "2"), _ids("7", "8")), []),  # the place is not enough
        ([[0.06, 0.0], [0.0, 0.06]], (_ids("1", "2"), _ids("7", "8")), [(0, 0), (1, 1)]),  # with a little text
        ([[0.05, 0.0], [0.0, 0.05]], (_ids("1", "2"), _ids("7", "8")), []),
        ([[0.0, 0.18], [0.18, 0.0]], (_ids("1", "2"), _ids("7", "8")), [(0, 1), (1, 0)]),
        ([[0.0, 0.17], [0.17, 0.0]], (_ids("1", "2"), _ids("7", "8")), []),
        ([[0.0, 0.5], [0.5, 0.0]], (_ids("1", "2"), _ids("1", "2")), [(0, 1), (1, 0)]),  # what it says first
        ([[0.0, 0.3], [0.3, 0.0]], (_ids("1", "2"), _ids("1", "2")), [(0, 0), (1, 1)]),
        ([[0.3, 0.0, 0.0], [0.0, 0.3, 0.0]], (_ids("1", "2"), _ids("7", "8", "9")), [(0, 0), (1, 1)]),
        ([[0.3], [0.31]], (_ids("1", "2"), _ids("7")), [(1, 0)]),
        # of two as good, the one behind the counterpart of the clause before
        ([[0.5, 0.0, 0.0], [0.0, 0.3, 0.27]], (_ids("1", "2"), _ids("7", "8", "9")), [(0, 0), (1, 1)]),
    ],
)  # fmt: skip
def test_clauses_by_their_scores(
    rows: Rows, labels: tuple[list[str], list[str]], pairs: list[tuple[int, int]]
) -> None:
    assert _matches(_clauses(rows, labels)) == [(*pair, False) for pair in pairs]


def test_a_pair_bears_how_alike_the_texts_are_without_labels_and_places() -> None:
    assert pair_clauses_across(_clauses([[0.4]], (_ids("1"), _ids("1"))), ONE) == (ClauseMatch(0, 0, 0.4),)
    two = _clauses([[0.4, 0.0], [0.0, 0.3]], (_ids("1", "2"), _ids("1", "2")))
    assert [each.similarity for each in pair_clauses_across(two, ONE)] == [0.4, 0.3]


def test_units_without_clauses_hold_no_pairs() -> None:
    measured = _clauses([[0.4]], (_ids("1"), _ids("1")))
    measured.a.clauses_of[0] = range(0)  # type: ignore[index]
    assert _matches(measured) == []


TWO = (PairAcross(0, 0, 0.5, 0.0, 0.5), PairAcross(1, 1, 0.5, 0.0, 0.5))
OWN = (_ids("1", "2", "1", "2"), _ids("1", "2", "1", "2"))


def _going(far: float, near: float, *, words: int = 20, language: str = "fr") -> list[tuple[int, int, bool]]:
    """Two articles of two clauses; the second of the first is like the first of the other article."""
    rows = np.array([[0.5, 0.0, 0.0, 0.0], [0.0, near, far, 0.0], [0.0, 0.0, 0.1, 0.0], [0.0, 0.0, 0.0, 0.5]])
    measured = _clauses(
        cast("Rows", rows.tolist()), OWN, units=([0, 0, 1, 1], [0, 0, 1, 1]),
        words=([20, words, 20, 20], [20] * 2 + [words] + [20]), languages=("en", language),
    )  # fmt: skip
    return _matches(measured, TWO)


STAYS = [(0, 0, False), (1, 1, False), (2, 2, False), (3, 3, False)]
GOES = [(0, 0, False), (1, 2, True), (3, 3, False)]


@pytest.mark.parametrize(
    ("far", "near", "found"),
    [
        (0.42, 0.0, GOES), (0.41, 0.0, STAYS),
        (0.5, 0.37, GOES), (0.5, 0.39, STAYS),  # by so much more like the other one
        (0.5, 0.5, STAYS),
    ],
)  # fmt: skip
def test_a_clause_that_is_more_like_one_of_another_article(
    far: float, near: float, found: list[tuple[int, int, bool]]
) -> None:
    assert _going(far, near) == found


@pytest.mark.parametrize(
    ("words", "language", "goes"),
    [(12, "fr", True), (11, "fr", False), (24, "zh", True), (23, "zh", False)],
)
def test_only_long_clauses_are_looked_for_elsewhere(words: int, language: str, goes: bool) -> None:
    assert _going(0.6, 0.0, words=words, language=language) == (GOES if goes else STAYS)


def test_a_clause_that_is_nearest_to_another_one_stays() -> None:
    rows = np.array([[0.5, 0.0, 0.0, 0.0], [0.0, 0.0, 0.6, 0.0], [0.0, 0.0, 0.7, 0.0], [0.0, 0.0, 0.0, 0.5]])
    measured = _clauses(cast("Rows", rows.tolist()), OWN, units=([0, 0, 1, 1], [0, 0, 1, 1]))
    assert _matches(measured, TWO) == STAYS


@pytest.mark.parametrize("at_once", [1, 2, 512])
def test_clauses_are_looked_for_a_few_at_a_time(at_once: int) -> None:
    kept = clause_pairs._AT_ONCE
    clause_pairs._AT_ONCE = at_once
    try:
        assert _going(0.6, 0.0) == GOES
    finally:
        clause_pairs._AT_ONCE = kept


@pytest.mark.parametrize(
    ("many", "one", "two", "expected"),
    [
        (40_000, ["art_1__para_1", "art_1__para_2"], ["art_2__para_2", "art_2__para_b"], [[0, 0], [1, 1]]),
        (3, ["art_1__para_1", "art_1__para_2"], ["art_2__para_2", "art_2__para_b"], [[0, 0], [1, 0]]),
        (4, ["art_1__para_1", "art_1__para_2"], ["art_2__para_2", "art_2__para_b"], [[0, 0], [1, 1]]),
        (0, ["art_1", "art_1__para_2"], ["art_2", "art_2__para_2"], [[0, 0], [0, 1]]),
        (40_000, ["art_1", "art_1__para_2"], ["art_2", "art_2__para_2"], [[0, 0], [0, 1]]),
        (40_000, ["art_1__para_2__point_i"], ["art_9__para_2__point_1"], [[1]]),
        (40_000, ["art_1__para_2__point_i"], ["art_9__para_3__point_1"], [[0]]),
    ],
)  # fmt: skip
def test_labels_of_the_same_place(
    many: int, one: list[str], two: list[str], expected: list[list[int]]
) -> None:
    measured = _clauses([[0.0] * len(two)] * len(one), (one, two))
    kept, clause_pairs._MANY = clause_pairs._MANY, many
    try:
        found = clause_pairs._labels(measured, range(len(one)), range(len(two)))
    finally:
        clause_pairs._MANY = kept
    assert found.tolist() == expected


def test_how_near_the_places_of_clauses_are() -> None:
    assert clause_pairs._places(range(1), range(3)) == pytest.approx(np.array([[1 / 3, 1.0, 1 / 3]]))
    assert clause_pairs._places(range(2), range(2)) == pytest.approx(np.array([[1.0, 0.0], [0.0, 1.0]]))
    assert clause_pairs._places(range(4, 6), range(7, 11)) == pytest.approx(
        np.array([[0.75, 0.75, 0.25, 0.0], [0.0, 0.25, 0.75, 0.75]])
    )
