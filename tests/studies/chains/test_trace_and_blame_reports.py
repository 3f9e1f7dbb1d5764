from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.studies.chains.chains import articles, chain_of, fixture_chain
from treatydiff.report.kit.schema import schema_text
from treatydiff.studies.chains.as_html import blame_html, trace_html
from treatydiff.studies.chains.as_json import blame_json, trace_json
from treatydiff.studies.chains.blame import blame_chain
from treatydiff.studies.chains.blame_as_terminal import blame_terminal
from treatydiff.studies.chains.blame_view import BlameView, blame_view, whole_percents
from treatydiff.studies.chains.trace import trace_provision
from treatydiff.studies.chains.trace_as_terminal import trace_terminal
from treatydiff.studies.chains.trace_view import trace_view


@pytest.fixture(scope="module")
def view() -> BlameView:
    return blame_view(blame_chain(fixture_chain()))


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((1, 1, 1), ("34 %", "33 %", "33 %")),
        ((2, 1), ("67 %", "33 %")),
        ((999, 1), ("100 %", "<1 %")),
        ((0, 7), ("0 %", "100 %")),
        ((0, 0), ("", "")),
    ],
)
def test_whole_percents(counts: tuple[int, ...], said: tuple[str, ...]) -> None:
    assert whole_percents(counts) == said


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=8).filter(any))
def test_whole_percents_add_up_to_a_hundred(counts: list[int]) -> None:
    said = [each.replace("<1 %", "0 %") for each in whole_percents(counts)]
    assert sum(int(each.removesuffix(" %")) for each in said) == 100


def test_shares_of_every_unit_add_up(view: BlameView) -> None:
    for unit in view.units:
        assert sum(share.words for share in unit.shares) == unit.words
    assert sum(share.share for share in view.shares) == pytest.approx(1)
    assert [share.key for share in view.shares] == ["1", "2", "3", "FINAL"]


def test_blame_on_the_terminal(view: BlameView) -> None:
    text = blame_terminal(view, width=80)
    assert max(map(len, text.splitlines())) <= 80
    folded = " ".join(text.split())
    assert "paragraph 3: <1> States Parties <3> shall <FINAL> endeavour to <1> cooperate in" in folded
    assert "“three quarters” not in 4-final-text" in folded


def test_blame_as_json_keeps_its_schema() -> None:
    value = json.loads(blame_json(blame_chain(fixture_chain())))
    Draft202012Validator(json.loads(schema_text("blame"))).validate(value)
    assert sum(each["share"] for each in value["shares"]) == pytest.approx(1)
    assert sum(each["words"] for each in value["shares"]) == value["words"]
    assert value["shares"][-1]["name"] == "FINAL"


def test_blame_as_a_page(view: BlameView) -> None:
    page = blame_html(view)
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert '<span class="run ground-3" title="4-final-text, paragraph 3' not in page
    assert re.search(r'ground-3" title="4-final-text, [^"]*"><sup>FINAL</sup>endeavour to', page)


def test_text_of_drafts_is_escaped() -> None:
    chain = chain_of(
        articles("1 Lights: Each State shall <b>keep</b> them lit."),
        articles("1 Lights: Each State may <b>keep</b> them lit."),
    )
    for page in (
        blame_html(blame_view(blame_chain(chain))),
        trace_html(trace_view(trace_provision(chain, "1"))),
    ):
        assert "<b>keep" not in page
        assert "&lt;b&gt;" in page


def test_a_trace_says_whose_provision_was_followed() -> None:
    last = trace_terminal(trace_view(trace_provision(fixture_chain(), "art_8")))
    named = trace_terminal(trace_view(trace_provision(fixture_chain(), "art_8", draft="1")))
    gone = trace_terminal(trace_view(trace_provision(fixture_chain(), "art_11bis")))
    heading = "Interference with data and information systems"
    assert f"Followed: Art. 8 ({heading}) of 4-final-text" in " ".join(last.split())
    assert "Followed: Art. 8 (Interference with information systems) of 1-national-draft\n" in named
    assert "of A/AC.999/7, the last draft that has it" in " ".join(gone.split())
    assert max(map(len, last.splitlines())) <= 80


def test_a_trace_says_whose_page_it_gives() -> None:
    text = " ".join(trace_terminal(trace_view(trace_provision(fixture_chain(), "art_8"))).split())
    assert "(A/AC.999/3, p. 6)" in text
    assert " A p. " not in text
    assert " B p. " not in text


def test_a_trace_shows_the_redline_of_every_step() -> None:
    text = " ".join(trace_terminal(trace_view(trace_provision(fixture_chain(), "art_11__para_3"))).split())
    assert "[-shall-] {+should+} cooperate [-closely-] in" in text
    assert "{+endeavour to+} cooperate" in text
    assert "calls for" not in text


def test_a_trace_marks_a_return() -> None:
    text = trace_terminal(trace_view(trace_provision(fixture_chain(), "art_11bis")))
    assert "1-national-draft → A/AC.999/7  returns" in text
    assert "2-chairs-text → 3-revised-text" not in text


@pytest.mark.parametrize("provision", ["art_8", "art_11bis", "art_4__para_4", "chp_II"])
def test_traces_as_json_keep_their_schema(provision: str) -> None:
    value = json.loads(trace_json(trace_provision(fixture_chain(), provision)))
    Draft202012Validator(json.loads(schema_text("trace"))).validate(value)
    assert value["provision"] == provision
