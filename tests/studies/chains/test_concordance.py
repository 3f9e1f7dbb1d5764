from __future__ import annotations

import tomllib

import pytest

from tests.studies.chains.chains import FOLDER, articles, chain_of, fixture_chain
from treatydiff.errors import ScopeError, UsageError
from treatydiff.settings import Settings
from treatydiff.studies.chains.chain import read_chain
from treatydiff.studies.chains.concordance import concordance_of, draft_position
from treatydiff.studies.chains.model import Concordance

TRUTH = tomllib.loads((FOLDER / "truth.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def table() -> Concordance:
    return concordance_of(fixture_chain())


def test_every_unit_is_in_one_row(table: Concordance) -> None:
    for at, draft in enumerate(table.chain.drafts):
        held = [id_ for row in table.correspondences for id_ in row.cells[at]]
        assert sorted(held) == sorted(unit.id for unit in draft.units())


def test_every_row_of_every_comparison_is_in_one_row(table: Concordance) -> None:
    for at, step in enumerate(table.chain.steps):
        held = sorted(number for row in table.correspondences for number in row.rows[at])
        assert held == list(range(len(step.units)))


def test_rows_follow_the_last_draft(table: Concordance) -> None:
    last = [id_ for row in table.correspondences for id_ in row.cells[-1]]
    assert last == [unit.id for unit in table.chain.drafts[-1].units()]


def test_pairs_of_the_truth_stand_in_one_row_and_no_others(table: Concordance) -> None:
    links = {
        (at, a, b)
        for at, pair in enumerate(TRUTH["pairs"])
        for unit in pair["units"] for a in unit["a"] for b in unit["b"]
    }  # fmt: skip
    found = {
        (at, a, b)
        for row in table.correspondences
        for at, numbers in enumerate(row.rows)
        for number in numbers
        for a in table.chain.steps[at].units[number].pairing.a
        for b in table.chain.steps[at].units[number].pairing.b
    }
    assert found == links


@pytest.mark.parametrize(
    "cells",
    [
        (("art_7", "art_8"), ("art_7",), ("art_7",), ("art_8",)),
        (("art_19",), ("art_15", "art_19"), ("art_15", "art_19"), ("art_15",)),
        (("art_21",), ("art_17",), ("art_17", "art_17bis"), ("art_17", "art_18")),
        ((), ("art_18",), ("art_5bis",), ("art_6",)),
        (("art_13",), (), ("art_11bis",), ()),
    ],
)
def test_rows_worked_out_from_the_truth(table: Concordance, cells: tuple[tuple[str, ...], ...]) -> None:
    assert cells in [row.cells for row in table.correspondences]


def test_what_returns_is_the_truths_and_is_marked(table: Concordance) -> None:
    found = [
        (each.gone, table.chain.drafts[each.end].source.label, each.back) for each in table.chain.returns
    ]
    truth = TRUTH["returns"][0]
    assert found == [((truth["unit"],), f"{truth['comes_back_in']}.docx", (truth["as"],))]
    assert [row.cells[0] for row in table.correspondences if row.returns] == [("art_13",)]


def test_deleted_provisions_stand_behind_what_they_stood_behind(table: Concordance) -> None:
    order = [row.cells for row in table.correspondences]
    reserve = next(at for at, cells in enumerate(order) if cells[2] == ("art_11bis",))
    assert order[reserve - 1][2] == ("art_11",)
    national = next(at for at, cells in enumerate(order) if cells[0] == ("art_5",))
    assert order[national - 1][0] == ("art_4",)


def test_clauses_of_a_row_are_each_in_one_line(table: Concordance) -> None:
    for row in table.correspondences:
        for at, draft in enumerate(table.chain.drafts):
            held = [id_ for line in row.clauses for id_ in line.cells[at]]
            units = [unit for unit in draft.units() if unit.id in row.cells[at]]
            assert sorted(held) == sorted(leaf.id for unit in units for leaf in unit.clauses())


def test_read_from_a_base_draft_there_is_a_row_for_each_of_its_units() -> None:
    chain = fixture_chain()
    table = concordance_of(chain, base="2-chairs-text")
    units = [unit.id for unit in chain.drafts[1].units()]
    assert [row.cells[1][0] for row in table.correspondences if row.cells[1]] == units
    assert all(len(row.cells[1]) < 2 for row in table.correspondences)
    nineteen = next(row.cells for row in table.correspondences if row.cells[1] == ("art_19",))
    assert nineteen == ((), ("art_19",), ("art_19",), ("art_15",))


@pytest.mark.parametrize(
    ("name", "at"),
    [("1", 0), ("4", 3), ("3-revised-text.docx", 2), ("3-revised-text", 2), ("drafts/2-chairs-text.pdf", 1)],
)
def test_drafts_are_named_by_file_or_number(name: str, at: int) -> None:
    assert draft_position(fixture_chain().drafts, name) == at


def test_a_draft_of_no_such_name_is_refused() -> None:
    with pytest.raises(ScopeError, match="no draft is called '5'"):
        draft_position(fixture_chain().drafts, "5")


def test_one_draft_is_no_chain() -> None:
    with pytest.raises(UsageError, match="two drafts or more"):
        read_chain(fixture_chain().drafts[:1], Settings())


LIGHTS = "Each State Party shall keep the lights of its harbours lit from dusk until dawn in every season."
PILOTS = "Vessels of more than one thousand tons shall take a pilot on board before they enter a harbour."
DUES = "Harbour dues shall be moderate, shall be published every year and shall not depend on any flag."


def test_a_provision_may_return_after_several_drafts() -> None:
    full = articles(f"1 Lights: {LIGHTS}", f"2 Pilots: {PILOTS}", f"3 Dues: {DUES}")
    without = articles(f"1 Lights: {LIGHTS}", f"2 Dues: {DUES}")
    chain = chain_of(full, without, without, full)
    assert [(each.start, each.end, each.gone, each.back) for each in chain.returns] == [
        (0, 3, ("art_2",), ("art_2",))
    ]
    rows = [row.cells for row in concordance_of(chain).correspondences]
    assert (("art_2",), (), (), ("art_2",)) in rows


def test_what_never_left_does_not_return() -> None:
    full = articles(f"1 Lights: {LIGHTS}", f"2 Pilots: {PILOTS}", f"3 Dues: {DUES}")
    assert chain_of(full, full, full).returns == ()
