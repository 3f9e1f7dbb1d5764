"""What unrelated texts share by chance, and how far a share hangs on single clauses."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from tests.score.invented_drafts import make_alignment, make_draft, same_rows
from treatydiff.language.runs.numbers import word_numbers
from treatydiff.model import Tally
from treatydiff.score.consonance import score_drafts
from treatydiff.score.grams import TokenRow, token_row
from treatydiff.score.null_pairs import drawn_pairs, may_be_kin, measure_null_shares
from treatydiff.score.reference import ReferenceTable, read_reference
from treatydiff.score.reference_build import build_reference
from treatydiff.score.sensitivity import bootstrap_interval, measure_sensitivity
from treatydiff.settings import Settings

ALL_BITS = 2**64 - 1


def mixed(number: int) -> int:
    """The finaliser of SplitMix64 (Steele, Lea and Flood 2014), written out."""
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & ALL_BITS
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & ALL_BITS
    return number ^ (number >> 31)


# --- random pairs --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("Convention on lantern oil", "Lantern oil protocol", False),  # "oil" is short: one word
        ("Convention on harbour dues", "Harbour dues protocol", True),
        ("Treaty of 1912 on 1913 matters", "Statute of 1912 and 1913", False),  # years are no words
        ("HARBOUR DUES", "harbour dues", True),
        ("", "Convention", False),
    ],
)
def test_two_longer_words_in_common_make_kin(one: str, other: str, *, kin: bool) -> None:
    assert may_be_kin(one, other) is kin


def test_pairs_can_be_drawn_again_by_anyone() -> None:
    names = ["Lanterns", "Wicks", "Ferries", "Orchards", "Bees"]
    expected = []
    for draw in range(12):
        first = mixed(2 * draw + 1) % 5
        expected.append((first, (first + 1 + mixed(2 * draw + 2) % 4) % 5))
    assert drawn_pairs(names, pairs=12) == expected
    assert all(first != second for first, second in expected)


def test_kin_are_drawn_anew_and_the_draws_end() -> None:
    kin = ["Harbour dues one", "Harbour dues two"]
    assert drawn_pairs(kin, pairs=5) == []
    mixed_names = [*kin, "Bees"]
    pairs = drawn_pairs(mixed_names, pairs=5)
    assert len(pairs) == 5
    assert {frozenset(pair) for pair in pairs} <= {frozenset({0, 2}), frozenset({1, 2})}


def row_of(*clauses: list[str]) -> TokenRow:
    return token_row([word_numbers(clause) for clause in clauses])


def words(name: str, count: int) -> list[str]:
    return [f"{name}{place}" for place in range(count)]


FOUND, LOST = ["pilots", "steer", "ferries"], ["keepers", "trim", "wicks"]


@pytest.mark.parametrize(
    ("before", "both"),
    [
        pytest.param(91, True, id="94 words with the first: the unit goes on"),
        pytest.param(96, True, id="99 words with the first: the unit goes on"),
        pytest.param(97, False, id="100 words with the first: the next clause begins a unit"),
        pytest.param(150, False, id="more"),
    ],
)
def test_clauses_of_a_treaty_are_gathered_into_units_of_a_hundred_words(
    before: int, both: bool, seven_treaties: ReferenceTable
) -> None:
    """Two runs of one clause count together only where one unit of the other treaty has both."""
    ours = row_of([*FOUND, "and", *LOST])
    theirs = row_of([*words("x", before), *FOUND], LOST)
    least, most = sorted(set(measure_null_shares(["Lanterns", "Bees"], [ours, theirs], seven_treaties)))
    assert most == pytest.approx((6 if both else 3) / 7)
    assert least == pytest.approx(6 / (before + 6))  # theirs against ours, which is one unit


def test_shares_of_both_directions_of_every_pair_are_sorted(seven_treaties: ReferenceTable) -> None:
    rows = [row_of(FOUND), row_of(LOST), row_of(words("x", 9)), row_of(FOUND + LOST)]
    shares = measure_null_shares(["Lanterns", "Wicks", "Bees", "Ferries"], rows, seven_treaties)
    assert len(shares) == 500
    assert list(shares) == sorted(shares)
    assert {round(share, 9) for share in shares} == {0.0, 0.5, 1.0}  # none; three of six words; all three
    assert measure_null_shares(["Lanterns"], rows[:1], seven_treaties) == ()


def test_a_treaty_that_shares_nothing_or_has_no_weight_shares_nothing(seven_treaties: ReferenceTable) -> None:
    rows = [row_of(["pilots"]), row_of(["bees"])]
    assert set(measure_null_shares(["Lanterns", "Bees"], rows, seven_treaties)) == {0.0}


@pytest.mark.parametrize(("length", "measured"), [(999, 0), (1000, 500)])
def test_only_treaties_of_a_thousand_words_are_measured(length: int, measured: int) -> None:
    treaties = [(name, [" ".join(words(name, length))]) for name in ("lanterns", "bees")]
    reference = read_reference(build_reference(treaties, reference_id="x", language="en"))
    assert len(reference.table.null_shares) == measured


@pytest.mark.parametrize(("share", "below"), [(None, None), (0.0, 0.0), (0.1, 0.0), (0.2, 0.25), (0.9, 1.0)])
def test_the_percentile_is_the_share_of_pairs_below(
    share: float | None, below: float | None, seven_treaties: ReferenceTable
) -> None:
    table = dataclasses.replace(seven_treaties.table, null_shares=np.array([0.1, 0.2, 0.3, 0.4]))
    assert dataclasses.replace(seven_treaties, table=table).share_of_null_below(share) == below


# --- resampled clauses -----------------------------------------------------------------------------


def interval_by_hand(tallies: list[Tally]) -> tuple[float, float]:
    """1,000 draws of as many clauses as there are, and the values that cut off 2.5 % on either side."""
    count, shares = len(tallies), []
    for draw in range(1000):
        start = (1000 + draw) * count
        drawn = [tallies[mixed((mixed(start + place) + 1) & ALL_BITS) % count] for place in range(count)]
        weight = sum(tally.weight for tally in drawn)
        shares.append(sum(tally.carried for tally in drawn) / weight if weight else 0.0)
    shares.sort()

    def percentile(share: float) -> float:
        at = share * 999
        low = int(at)
        return shares[low] + (at - low) * (shares[low + 1] - shares[low])

    return percentile(0.025), percentile(0.975)


@pytest.mark.parametrize(
    "tallies",
    [
        pytest.param([Tally(1.0, 1.0), Tally(1.0, 0.0)], id="one of two"),
        pytest.param([Tally(1.0 + place, place / 3) for place in range(9)], id="nine of growing weight"),
        pytest.param([Tally(0.0, 0.0), Tally(2.0, 1.5)], id="one without words"),
        pytest.param([Tally(1.0, 0.25)], id="one alone"),
    ],
)
def test_the_interval_can_be_computed_again_by_anyone(tallies: list[Tally]) -> None:
    assert bootstrap_interval(tallies) == pytest.approx(interval_by_hand(tallies))


def test_nothing_has_no_interval() -> None:
    assert bootstrap_interval([]) is None
    assert bootstrap_interval([Tally(0.0, 0.0), Tally(0.0, 0.0)]) is None


def test_shares_by_length_of_run(seven_treaties: ReferenceTable) -> None:
    a = make_draft({"1": ["pilots steer ferries around wrecks while keepers trim wicks"], "2": ["bees"]})
    b = make_draft({"1": ["pilots steer ferries around wrecks as keepers trim wicks"], "2": ["—"]})
    alignment = make_alignment(a, b, *same_rows(a))
    sheet = score_drafts(a, b, alignment, seven_treaties, Settings())
    found = measure_sensitivity(a, b, alignment, seven_treaties, sheet)
    told = [(n, round(10 * (there or 0)), round(9 * (back or 0))) for n, there, back in found.by_ngram]
    # Of ten words of A and nine of B: runs of three find five and three, longer ones the five.
    assert told == [(3, 8, 8), (4, 5, 5), (5, 5, 5), (6, 0, 0), (7, 0, 0)]
    assert found.carried == pytest.approx(interval_by_hand(list(sheet.clauses_a.values())))
    assert found.derived == pytest.approx(interval_by_hand(list(sheet.clauses_b.values())))
    assert (found.draws, found.seed) == (1000, 1)


def test_a_draft_without_words_has_no_shares_by_length(seven_treaties: ReferenceTable) -> None:
    a, b = make_draft({"1": ["—"]}), make_draft({"1": ["pilots steer ferries"]})
    alignment = make_alignment(a, b, *same_rows(a))
    sheet = score_drafts(a, b, alignment, seven_treaties, Settings())
    found = measure_sensitivity(a, b, alignment, seven_treaties, sheet)
    assert [(there, back) for _, there, back in found.by_ngram] == [(None, 0.0)] * 5
    assert found.carried is None
