"""Articles known by what another lost, and the shares that say so."""

from __future__ import annotations

import numpy as np
import pytest

from tests.align.alignment_drafts import draft
from tests.align.test_going_elsewhere import measured
from tests.align.test_ties import both, made, shares
from treatydiff.align import reassembly, splits
from treatydiff.align.reassembly import shares_held
from treatydiff.align.sides import side_of
from treatydiff.align.sparse.rows import SparseRows


def test_shares_worked_by_hand() -> None:
    texts = SparseRows(np.asarray([1.0, 3.0, 2.0]), np.asarray([0, 1, 1]), np.asarray([0, 2, 2, 3]), 3)
    units = SparseRows(np.ones(2), np.asarray([0, 1]), np.asarray([0, 1, 2, 2]), 2)
    with np.errstate(all="raise"):
        found = shares_held(texts, units)
    assert found.tolist() == [[0.25, 0.75], [0.0, 0.0], [0.0, 1.0]]


@pytest.mark.parametrize(
    ("least", "ahead", "held", "home"),
    [
        # The bounds, how much of an article each of the other draft holds, and which is likely its home.
        (0.5, 1.5, (0.5, 0.25), 0),
        (0.5, 1.5, (0.25, 0.5), 1),
        (0.5, 2.0, (0.5, 0.25), 0),  # just twice as much
        (0.5, 2.1, (0.5, 0.25), None),
        (0.51, 1.5, (0.5, 0.25), None),
        (0.5, 1.5, (0.5, 0.5), None),
        (0.5, 1.5, (0.5,), 0),
        (0.5, 1.5, (0.25, 0.25, 0.5), 2),
        (0.5, 1.5, (), None),
    ],
)
def test_which_article_is_likely_the_home(
    least: float, ahead: float, held: tuple[float, ...], home: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reassembly, "LEAST_SHARE", least)
    monkeypatch.setattr(reassembly, "AHEAD", ahead)
    assert reassembly._likely_homes([1], np.asarray([held])) == ([] if home is None else [(1, home)])


@pytest.mark.parametrize(("above", "known"), [(0.0, True), (1e-9, False)])
def test_how_much_of_what_a_home_lost_must_come_back(
    above: float, known: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = measured(made("g10 n20", "k30"), made(["k30", "g10 m20"]))
    here, there = both(drafts)
    back = shares_held(drafts.held_in_a.clause_pairs, drafts.held_in_a.homes[[0]].turned())[1, 0]
    monkeypatch.setattr(reassembly, "LEAST_RETURNED", float(back) + above)
    assert bool(reassembly.reassembled(here, there, {1}, {0: 1})) is known


@pytest.mark.parametrize("at_once", [1, 2, 3, 256])
def test_shares_of_many_articles_are_those_of_each(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reassembly, "_ROWS_AT_ONCE", at_once)
    monkeypatch.setattr(reassembly, "KEPT_CELLS", at_once)
    drafts = measured(made("g20", [], ["h9", "k9", "l9"], "m9", []), made("h9", "g20 m9"))
    for wanted in ([0, 1, 2, 3, 4], [2, 3], [1], [3], []):
        found = list(drafts.held_in_b.by_unit(wanted))
        assert [unit for unit, _ in found] == [unit for unit in wanted if len(drafts.a.clauses_of[unit])]
        for unit, held in found:
            those = drafts.a.clauses_of[unit]
            assert held.tolist() == [shares(drafts)[clause] for clause in those]


def test_evidence_is_counted_clause_by_clause() -> None:
    side = side_of(draft(*made(["g11", "h12", "k30"], "l14")))
    half = np.full((3, 1), 0.5)
    assert splits._words_held(side, side.clauses_of[0], half).tolist() == [[0], [12], [30]]
    assert splits._words_held(side, side.clauses_of[1], half[:1]).tolist() == [[14]]
