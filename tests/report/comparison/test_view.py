from __future__ import annotations

from dataclasses import replace

import pytest

from tests.report.report_factories import FIRST, SECOND, article, empty_comparison, lighthouses, tally
from treatydiff.model import (
    ArticleCount,
    Comparison,
    Consonance,
    Diagnostic,
    Edit,
    Pairing,
    Provision,
    ScoreSheet,
    Signal,
)
from treatydiff.report.comparison.changes import changes_by_class, reading_order
from treatydiff.report.comparison.view import comparison_view


def with_scores(comparison: Comparison, **fields: object) -> Comparison:
    return replace(comparison, scores=replace(comparison.scores, **fields))  # type: ignore[arg-type]


def unmeasured_force(scores: ScoreSheet) -> Consonance:
    a, b = scores.document.a, scores.document.b
    return Consonance(replace(a, carried_same_force=None), replace(b, carried_same_force=None))


def test_the_headline_is_a_count_and_force_a_remark_below_it() -> None:
    view = comparison_view(lighthouses())
    assert view.headline == "4 of 5 articles of B share at least half of their (weighted) wording with A."
    assert view.force_remark == "Remark: in 4 of these 4 articles no force word changed (as detected)."


def test_the_headline_counts_force_where_that_is_measured_well_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("treatydiff.report.comparison.headline.counts_in_headlines", lambda: True)
    view = comparison_view(lighthouses())
    assert view.headline.endswith("; in 4 of them no force word changed (as detected).")
    assert view.force_remark == ""


def test_the_headline_is_silent_on_force_that_was_not_measured() -> None:
    comparison = lighthouses()
    unmeasured = with_scores(
        comparison,
        document=unmeasured_force(comparison.scores),
        articles_derived=(ArticleCount(0.5, 4, None, 5),),
    )
    view = comparison_view(unmeasured)
    assert view.headline == "4 of 5 articles of B share at least half of their (weighted) wording with A."
    assert (view.shares.carried_same_force, view.shares.carried_changed_force) == ("", "")


@pytest.mark.parametrize(
    ("half", "headline"),
    [
        (0, "0 of 5 articles of B share at least half of their (weighted) wording with A."),
        (
            1,
            "1 of 5 articles of B shares at least half of its (weighted) wording with A.",
        ),
    ],
)
def test_the_headline_agrees_with_its_number(half: int, headline: str) -> None:
    counts = (ArticleCount(0.25, 3, 3, 5), ArticleCount(0.5, half, half, 5))
    assert comparison_view(with_scores(lighthouses(), articles_derived=counts)).headline == headline


def test_the_same_draft_is_called_identical() -> None:
    comparison = lighthouses()
    rows = tuple(row for row in comparison.units if row.pairing.relation == "identical")
    assert comparison_view(replace(comparison, units=rows)).headline.startswith("The drafts are identical")


def test_drafts_without_provisions_are_said_to_have_none() -> None:
    assert (
        comparison_view(empty_comparison()).headline == "A and B have no provisions that could be compared."
    )


def test_the_three_shares_of_the_view_name_the_whole() -> None:
    shares = comparison_view(lighthouses()).shares
    assert (shares.carried_same_force, shares.carried_changed_force, shares.not_carried) == (
        "58 %",
        "19 %",
        "23 %",
    )


def test_what_only_a_has_stands_where_it_stood() -> None:
    labels = [unit.label_a + " → " + unit.label_b for unit in comparison_view(lighthouses()).units]
    assert labels == [
        "Preamble → Preamble", "Art. 1 → Art. 1", "— → Art. 2", "Art. 2 → Art. 3", "Art. 3 → Art. 4+5",
        "Art. 4 → —",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        ([("1", "1"), ("2", ""), ("3", "2")], [0, 1, 2]),
        ([("", "2"), ("1", "1"), ("2", "")], [1, 2, 0]),
        ([("1", ""), ("2", "1")], [0, 1]),
        ([("1", "2"), ("2", "1")], [1, 0]),
    ],
)
def test_rows_follow_b(rows: list[tuple[str, str]], order: list[int]) -> None:
    pairings = [Pairing(tuple(a), tuple(b), "amended") for a, b in rows]
    places = {str(at): at for at in range(5)}
    assert list(reading_order(pairings, places, places)) == order


def test_a_replaced_word_is_one_change() -> None:
    keepers = next(row for row in lighthouses().units if row.pairing.b == ("art_3",))
    assert changes_by_class(keepers.clauses[0]) == {"substantive": 1}
    edits = (
        Edit("delete", "[", "bracket"),
        Edit("delete", "two", "substantive"),
        Edit("insert", "six", "substantive"),
        Edit("equal", " "),
        Edit("insert", "more", "substantive"),
        Edit("insert", " oil", "substantive"),
    )
    assert changes_by_class(replace(keepers.clauses[0], edits=edits)) == {"bracket": 1, "substantive": 2}


def test_an_observation_on_an_edit_and_on_its_unit_counts_once() -> None:
    view = comparison_view(lighthouses())
    assert view.signals == ("towards less binding wording", "number changed")
    keepers = next(unit for unit in view.units if unit.label_b == "Art. 3")
    assert keepers.signals == ("towards less binding wording", "number changed")


def test_an_observation_on_a_unit_alone_counts_too() -> None:
    comparison = lighthouses()
    moved = replace(comparison.units[1], signals=(Signal("placement", "from part II to annex I"),))
    view = comparison_view(replace(comparison, units=(comparison.units[0], moved, *comparison.units[2:])))
    assert "placement from part II to annex I" in view.signals


def test_drafts_of_one_symbol_are_told_apart_by_their_files() -> None:
    a = replace(FIRST, instruments=(replace(FIRST.instruments[0], symbol="LIGHT/CONF/2"),))
    view = comparison_view(replace(lighthouses(), a=a))
    assert (view.a.name, view.b.name) == ("first-draft.pdf", "second-draft.pdf")
    same = comparison_view(replace(lighthouses(), b=replace(SECOND, source=a.source), a=a))
    assert (same.a.name, same.b.name) == ("A: first-draft.pdf", "B: first-draft.pdf")


def test_diagnostics_are_grouped_errors_first() -> None:
    found = (
        Diagnostic("gap", "info", "one"),
        Diagnostic("bad", "error", "two", 4),
        Diagnostic("gap", "warning", "three"),
    )
    groups = comparison_view(replace(lighthouses(), diagnostics=found)).diagnostics
    assert [(group.side, group.code, group.severity, group.messages) for group in groups] == [
        ("", "bad", "error", ("p. 4: two",)),
        ("", "gap", "warning", ("one", "three")),
        ("A", "number_gap", "warning", ("p. 3, Art. 4: Article 5 is missing",)),
    ]


def test_an_instrument_without_articles_is_counted_by_units() -> None:
    comparison = lighthouses()
    first = comparison.b.instruments[0]
    loose = replace(comparison.b, instruments=(replace(first, provisions=first.provisions[:1]),))
    tallies = {"preamble__rec_1": tally(2.0, 2.0), "preamble__rec_2": tally(1.0, 1.0)}
    counts = (ArticleCount(0.5, 0, 0, 0),)
    view = comparison_view(
        with_scores(replace(comparison, b=loose), clauses_b=tallies, articles_derived=counts)
    )
    assert view.headline.startswith("1 of 1 unit of B shares at least half of its (weighted) wording with A")


def test_articles_of_annexes_are_counted_apart_as_the_headline_does() -> None:
    annexed = article("9", "Signals", "Blink.", prefix="annex__")
    annex = Provision("annex", "annex", "", "Codes", children=(annexed,))
    comparison = lighthouses()
    first = comparison.b.instruments[0]
    b = replace(comparison.b, instruments=(replace(first, provisions=(*first.provisions, annex)),))
    row = replace(comparison.units[1], pairing=Pairing((), ("annex__art_9",), "added"), clauses=())
    view = comparison_view(replace(comparison, b=b, units=(*comparison.units, row)))
    assert [count.words for count in view.other_counts] == ["1 identical", "1 added"]
    assert sum(count.number for count in view.counts) == 5
