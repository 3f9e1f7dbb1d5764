from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.report.report_factories import compared, lighthouses
from treatydiff.model import ClauseDiff, Comparison, Edit, ObligationCount, Obligations, Signal, Substitution
from treatydiff.report.comparison.as_html import comparison_html
from treatydiff.report.comparison.as_json import comparison_json
from treatydiff.report.comparison.as_terminal import comparison_terminal
from treatydiff.report.comparison.view import comparison_view


def with_meaning() -> Comparison:
    return replace(
        lighthouses(),
        substitutions=(
            Substitution("the Light Charter", "this Convention", 4, ("art_3__para_1", "art_4__para_u1")),
        ),
        obligations=Obligations(
            ("shall", "may"),
            (ObligationCount("", "", (5, 1), (4, 2)), ObligationCount("part_I", "part_I", (2, 0), (2, 0))),
        ),
    )


def test_a_recurring_substitution_is_told_once_with_its_count() -> None:
    assert "4 ×  [-the Light Charter-] {+this Convention+}" in comparison_terminal(with_meaning())
    page = comparison_html(with_meaning())
    assert "Recurring substitutions" in page
    assert "<del>the Light Charter</del> <ins>this Convention</ins>" in page
    assert json.loads(comparison_json(with_meaning()))["substitutions"] == [
        {"old": "the Light Charter", "new": "this Convention", "count": 4,
         "places": ["art_3__para_1", "art_4__para_u1"]}
    ]  # fmt: skip


def test_the_obligation_profile_is_told_where_it_changed() -> None:
    table = comparison_view(with_meaning()).obligations
    assert table is not None
    assert [(row.label, row.counts) for row in table.rows] == [("Whole draft", ("5 → 4", "1 → 2"))]
    assert "5 → 4" in comparison_terminal(with_meaning())
    assert "5 → 4" in comparison_html(with_meaning())


def test_nothing_recurring_and_no_profile_take_no_room() -> None:
    text = comparison_terminal(lighthouses())
    assert "Recurring" not in text
    assert "Obligations, where" not in text


EDITORIAL = compared(
    "Lamps burn colza oil.", Edit("equal", "Lamps burn "), Edit("delete", "colza", "editorial"),
    Edit("insert", "Colza", "editorial"), Edit("equal", " oil."), b_text="Lamps burn Colza oil.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("only", "shown"), [((), True), (("editorial",), True), (("substantive",), False), (("bracket",), False)]
)
def test_only_the_classes_asked_for_are_laid_open(only: tuple[str, ...], shown: bool) -> None:
    view = comparison_view(EDITORIAL, only=only)  # type: ignore[arg-type]
    assert view.units[0].clauses[0].shown is shown
    assert view.units[0].clauses[0].changed
    assert ("[-colza-]" in comparison_terminal(EDITORIAL, only=only)) is shown  # type: ignore[arg-type]
    collapsed = "Changes of other classes only" in comparison_html(EDITORIAL, only=only)  # type: ignore[arg-type]
    assert collapsed is not shown


def test_a_stale_reference_is_noted_though_no_word_changed() -> None:
    one = compared("See article 4.", Edit("equal", "See article 4."), b_text="See article 4.")
    stale = Signal("reference", "stale", "article 4, now article 5")
    clauses = tuple(ClauseDiff(each.pairing, each.edits, (stale,)) for each in one.units[0].clauses)
    comparison = replace(one, units=(replace(one.units[0], clauses=clauses),))
    assert "Note: reference stale (article 4, now article 5)" in comparison_terminal(comparison)
    assert "reference stale (article 4, now article 5)" in comparison_html(comparison)
    unit = json.loads(comparison_json(comparison))["units"][0]
    assert unit["clauses"][0]["signals"] == [
        {"kind": "reference", "direction": "stale", "text": "article 4, now article 5"}
    ]
