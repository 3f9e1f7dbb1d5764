"""Pictures that stand alone: well formed, without variables or requests, true to the figures."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.report.comparison.test_meaning import with_meaning
from tests.report.report_factories import compared, empty_comparison, lighthouses
from tests.structure.drafting import draft_of
from treatydiff.model import Comparison, Edit
from treatydiff.naming.sides import sides_of
from treatydiff.report.comparison.openness_views import open_place_views
from treatydiff.report.comparison.pictures.as_svg import comparison_svg
from treatydiff.report.comparison.pictures.pair_bars import (
    LONGEST,
    chapter_bars,
    open_place_bars,
    profile_bars,
)
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import OpenPlaceView
from treatydiff.report.kit.page_parts import plot_style
from treatydiff.studies.brackets.as_svg import brackets_svg
from treatydiff.studies.brackets.model import BracketStudy
from treatydiff.studies.brackets.view import brackets_view

SVG = "{http://www.w3.org/2000/svg}"
OPEN = """
CHAPTER I
LIGHTS

Article 1

Lamps

1. States [shall][should] trim their lamps every [third] day.

CHAPTER II
OIL

Article 2

Oil

1. Oil shall be clean.
"""


def drawn(text: str) -> ElementTree.Element:
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    return root


def opened() -> Comparison:
    """A draft of two chapters, one with brackets, against itself without them."""
    a = draft_of(OPEN)
    b = draft_of(OPEN.replace("[shall][should]", "shall").replace("[third]", "third"))
    return replace(empty_comparison(), a=a, b=b)


@pytest.mark.parametrize("comparison", [lighthouses(), with_meaning(), empty_comparison(), opened()])
def test_it_is_a_picture_that_needs_nothing_beside_it(comparison: Comparison) -> None:
    text = comparison_svg(comparison)
    root = drawn(text)
    assert [each.tag for each in root.iter() if each.tag in (f"{SVG}script", f"{SVG}image", f"{SVG}a")] == []
    for unwanted in ("var(", "url(", "http://www.w3.org/1999/xlink", "@import", "None"):
        assert unwanted not in text
    assert text == comparison_svg(comparison)


def test_the_style_has_light_and_dark_colours() -> None:
    style = plot_style()
    assert style.count("@media (prefers-color-scheme: dark)") == 1
    assert style.count("{") == style.count("}")


def test_the_words_of_a_draft_are_only_words() -> None:
    hostile = "</svg><script>alert(1)</script>"
    comparison = compared("Lamps burn.", Edit("equal", "Lamps burn."), b_text="Lamps burn.")
    source = replace(comparison.b.source, label=hostile)
    text = comparison_svg(replace(comparison, b=replace(comparison.b, source=source)))
    assert "<script" not in text
    assert hostile in "".join(drawn(text).itertext())


def test_bars_are_as_long_as_the_shares_that_they_show() -> None:
    view = comparison_view(lighthouses())
    whole, *chapters = chapter_bars(view).rows
    carried, derived = whole.bars
    assert view.shares.carried_share is not None
    assert carried.length == pytest.approx(LONGEST * view.shares.carried_share, abs=0.01)
    assert carried.inner == pytest.approx(carried.length * 0.75, abs=0.01)
    assert (carried.words[:12], derived.words[:12]) == ("carried 77 %", "derived 80 %")
    assert [row.name for row in chapters] == ["Part I", "Part II"]


def test_words_of_obligation_are_counted_in_either_draft() -> None:
    rows = profile_bars(comparison_view(with_meaning()).profile or ()).rows
    assert [(row.name, [bar.words for bar in row.bars]) for row in rows] == [
        ("shall", ["A 5", "B 4"]),
        ("may", ["A 1", "B 2"]),
    ]
    assert rows[0].bars[1].length == pytest.approx(LONGEST * 4 / 5)


def test_openness_stands_chapter_beside_chapter() -> None:
    rows = open_place_views(opened(), *sides_of(opened()))
    assert [(row.label, row.words_a, row.words_b) for row in rows] == [
        ("Whole draft", "3 brackets, 23 %", "none"),
        ("Chapter I (A)", "3 brackets, 33 %", "—"),
    ]
    bars = open_place_bars(rows).rows[1].bars
    assert (bars[0].length, bars[1].length) == (pytest.approx(LONGEST / 3, abs=0.01), 0.0)


def test_where_too_much_is_open_the_rest_is_one_row() -> None:
    many = "\n".join(f"Article {n}\n\nLamps\n\n1. States [shall] trim lamp {n}.\n" for n in range(1, 41))
    comparison = replace(empty_comparison(), a=draft_of(many))
    rows = open_place_views(comparison, *sides_of(comparison))
    assert len(rows) == 32
    assert rows[-1] == OpenPlaceView("10 others", "10 brackets, 20 %", "none", 0.2, 0.0)


def test_the_brackets_of_a_chain_and_of_one_draft() -> None:
    both = opened()
    chain = drawn(brackets_svg(brackets_view(BracketStudy((both.a, both.b), ()))))
    assert len(list(chain.iter(f"{SVG}polyline"))) == 1
    said = " ".join(" ".join(chain.itertext()).split())
    assert "Convergence" in said
    assert "23 % of words" in said
    assert "3 open brackets, 0 options, 23 % of the words in brackets" in said
    alone = drawn(brackets_svg(brackets_view(BracketStudy((both.a,), ()))))
    assert not list(alone.iter(f"{SVG}polyline"))
