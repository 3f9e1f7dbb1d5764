"""Bounds by blocks and candidates by rare runs, held against what each pair says alone."""

from __future__ import annotations

import io
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.archive.block_bounds import BlockTask, bound_block
from treatydiff.archive.candidates import candidate_pairs
from treatydiff.archive.pair_table import CellTable, PairTable, all_pairs
from treatydiff.archive.run_sheets import RunSheet, SheetFile
from treatydiff.language.runs.numbers import word_numbers
from treatydiff.score.grams import clause_grams, covered, offered_grams, stand_in, token_row

Words = list[list[str]]


def sheet(clauses: Words, weights: list[float], *, own: bool = True) -> RunSheet:
    row = token_row([word_numbers(clause) for clause in clauses])
    return RunSheet(row.numbers, row.bounds, np.array(weights), own)


def share(a: RunSheet, b: RunSheet, n: int) -> float:
    """The weight of A's words that lie in a run that B has, as a share of A's: one pair, word by word."""
    runs, offered = clause_grams(a.row(), n), offered_grams(b.row(), n, range(1, n + 1))
    found = covered(len(a.numbers), runs, stand_in(runs.numbers, np.sort(offered.numbers)))
    whole = float(a.weights.sum())
    return float(a.weights[found].sum()) / whole if whole > 0.0 else 0.0


@st.composite
def archives(draw: st.DrawFn) -> tuple[list[RunSheet], int]:
    """Drafts that copy stretches of one another: few words, so that runs meet by chance too."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    vocabulary = "abcdefghijklmnopqrstuvwxyz"[: draw(st.integers(2, 26))]
    drafts: list[Words] = []
    for _ in range(draw(st.integers(2, 12))):
        clauses = [[chance.choice(vocabulary) for _ in range(chance.randrange(9))]
                   for _ in range(chance.randrange(7))]  # fmt: skip
        for earlier in chance.sample(drafts, min(len(drafts), chance.randrange(3))):
            clauses += [clause[chance.randrange(3) :] for clause in earlier if chance.random() < 0.6]
        drafts.append(clauses)
    sheets = []
    for clauses in drafts:
        count = sum(map(len, clauses))
        weights = [chance.choice((0.0, 0.05, 0.3, chance.random())) for _ in range(count)]
        sheets.append(sheet(clauses, weights, own=chance.random() < 0.95))
    return sheets, draw(st.integers(1, 4))


@settings(max_examples=150, deadline=None)
@given(archives(), st.floats(0.01, 1.0))
def test_no_pair_that_reaches_the_floor_is_missed(archive: tuple[list[RunSheet], int], floor: float) -> None:
    sheets, n = archive
    pairs = [
        tuple(pair) for row in candidate_pairs(sheets.__getitem__, len(sheets), floor, n) for pair in row
    ]
    assert pairs == sorted(set(pairs))
    assert all(a < b for a, b in pairs)
    for a in range(len(sheets)):
        for b in range(a + 1, len(sheets)):
            if max(share(sheets[a], sheets[b], n), share(sheets[b], sheets[a], n)) >= floor:
                assert (a, b) in pairs
            if not (sheets[a].own and sheets[b].own):
                assert (a, b) in pairs, "weights that depend on the pair are known only with it"


@settings(max_examples=60, deadline=None)
@given(archives())
def test_a_block_says_what_each_pair_says_alone(archive: tuple[list[RunSheet], int]) -> None:
    sheets, n = archive
    pairs = tuple((a, b) for a in range(len(sheets)) for b in range(a + 1, len(sheets)))
    bounds = bound_block(BlockTask(tuple(sheets), pairs, n))
    for (a, b), (bound_a, bound_b, weight_a, weight_b) in zip(pairs, bounds.tolist(), strict=True):
        assert (bound_a, bound_b) == (share(sheets[a], sheets[b], n), share(sheets[b], sheets[a], n))
        assert (weight_a, weight_b) == (float(sheets[a].weights.sum()), float(sheets[b].weights.sum()))


def test_runs_that_all_drafts_have_bring_nobody_together(monkeypatch: pytest.MonkeyPatch) -> None:
    formula = ["each", "party", "shall", "take", "all", "measures", "needed"]
    drafts = [[formula, [f"{draft}-{at}" for at in range(60)]] for draft in range(40)]
    drafts += [[formula, drafts[3][1][:40]]]
    sheets = [sheet(clauses, [1.0] * sum(map(len, clauses))) for clauses in drafts]
    for at_once in (10_000, 100):  # runs sorted in one go, or part by part
        monkeypatch.setattr("treatydiff.archive.candidates.POSTINGS_AT_ONCE", at_once)
        found = np.concatenate(list(candidate_pairs(sheets.__getitem__, len(sheets), 0.5, 3)))
        assert found.tolist() == [[3, 40]]


def test_a_sheet_comes_back_as_it_was_kept() -> None:
    sheets = {"a": sheet([["one", "two"], []], [0.1, 0.7]), "b": sheet([], [], own=False)}
    file = SheetFile(io.BytesIO())
    for content, each in sheets.items():
        file.keep(content, each)
    for content, each in sheets.items():
        back = file.get(content)
        assert (back.numbers.tolist(), back.bounds.tolist(), back.weights.tolist(), back.own) == (
            each.numbers.tolist(), each.bounds.tolist(), each.weights.tolist(), each.own,
        )  # fmt: skip


def test_cells_come_by_row_and_column_and_only_those_of_the_table() -> None:
    table = PairTable(4, all_pairs(["en", "fr", "en", "en"]))
    table.bounds[:] = [[0.1, 0.2, 1.0, 2.0], [0.6, 0.3, 1.0, 2.0], [0.2, 0.9, 4.0, 2.0]]
    table.scores[1] = (2.0, 1.0, 0.5, 10.0, 4.0, 4.0, 1.0, float("nan"), 20.0, 5.0)
    cells = CellTable(table)
    assert list(cells) == [(0, 2), (0, 3), (2, 0), (2, 3), (3, 0), (3, 2)]
    assert cells[3, 0].carried == 0.25
    assert cells[3, 0].same_force is None
    assert cells[0, 3].same_force == 0.25
    assert [cells[pair].bound for pair in ((0, 2), (2, 0), (3, 2))] == [0.1, 0.2, 0.9]
    assert (0, 1) not in cells
    assert (0, 7) not in cells
    assert list(CellTable(table.reaching(0.5))) == [(0, 3), (2, 3), (3, 0), (3, 2)]
    assert CellTable(table.reaching(0.5))[0, 3] == cells[0, 3]


def test_the_nearest_is_sought_as_far_as_a_pair_can_come_near_enough() -> None:
    """Drafts 0 and 1 are near; 2 is near none; bounds of 2 lie above all that is found for it."""
    table = PairTable(3, all_pairs(["en", "en", "en"]))
    table.bounds[:] = [[0.9, 0.9, 1.0, 1.0], [0.2, 0.2, 1.0, 1.0], [0.15, 0.15, 1.0, 1.0]]
    asked = []
    while len(wanted := table.contenders(1, sought=0.25)):
        asked.append([(int(table.a[pair]), int(table.b[pair])) for pair in wanted])
        for pair in wanted.tolist():
            share = 0.8 if pair == 0 else 0.05
            table.scores[pair] = (1.0, share, share, 10.0, 0.0) * 2
    assert asked == [[(0, 1), (0, 2)]]
    near = list(table.neighbours(1, np.zeros(3)))
    assert [(each.draft, each.certain) for (each,) in near] == [(1, True), (0, True), (0, False)]
    assert [(int(table.a[pair]), int(table.b[pair])) for pair in table.contenders(1)] == [(1, 2)]
    assert len(table.contenders(1, sought=0.15)) == 1
