"""The fixture drafts that show every kind of bracket and every fate, against their truth file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from treatydiff.pipeline import compare_drafts, read_draft
from treatydiff.settings import Settings
from treatydiff.studies.brackets.abbreviations import stand_for_one
from treatydiff.studies.brackets.fates import bracket_fates
from treatydiff.studies.brackets.model import BracketFates

FOLDER = Path(__file__).parents[3] / "fixtures" / "brackets"
QUICK = Settings(reference="none", isolate="never")


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "truth.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def found() -> BracketFates:
    a, b = (read_draft(FOLDER / name, QUICK) for name in ("1-negotiating-text.txt", "2-revised-text.txt"))
    return bracket_fates(compare_drafts(a, b, QUICK))


def test_every_bracket_has_its_role_and_fate(truth: dict[str, Any], found: BracketFates) -> None:
    brackets = [each for each in found.fates if each.side == "a" and each.what == "bracket"]
    assert [(each.clause, each.role, each.fate) for each in brackets] == [
        (row["clause"], row["role"], row.get("fate")) for row in truth["brackets"]
    ]
    for each, row in zip(brackets, truth["brackets"], strict=True):
        assert each.text.startswith(row["text"])


def test_every_option_has_its_fate(truth: dict[str, Any], found: BracketFates) -> None:
    options = [each for each in found.fates if each.what == "option"]
    assert [(each.clause, each.fate, each.role == "no text") for each in options] == [
        (row["id"], row["fate"], row.get("no_text", False)) for row in truth["options"]
    ]


def test_what_is_new_in_brackets_is_named(truth: dict[str, Any], found: BracketFates) -> None:
    new = [each for each in found.fates if each.side == "b"]
    assert [(each.clause, each.text) for each in new] == [
        (row["clause"], row["text"]) for row in truth["newly_bracketed"]
    ]
    assert {each.fate for each in new} == {"newly bracketed"}


def test_the_fixture_shows_every_fate_and_role(truth: dict[str, Any]) -> None:
    rows = truth["brackets"]
    assert {row["fate"] for row in rows if "fate" in row} == {"adopted", "dropped", "kept open", "reworded"}
    assert {row["role"] for row in rows} == {
        "text", "alternative", "undetermined", "reserve", "placeholder", "status", "attribution", "remark",
    }  # fmt: skip


def test_names_and_remarks_are_marked(truth: dict[str, Any], found: BracketFates) -> None:
    marks = [(node.id, mark) for node in found.a.walk() for mark in node.marks]
    names = [(id_, dict(mark.attrs)) for id_, mark in marks if mark.kind == "attribution"]
    assert [(id_, attrs["who"], attrs["role"]) for id_, attrs in names] == [
        (row["clause"], row["who"], row["role"]) for row in truth["attributions"]
    ]
    remarks = [(id_, dict(mark.attrs)["form"]) for id_, mark in marks if mark.kind == "comment"]
    assert remarks == [(row["clause"], row["form"]) for row in truth["remarks"]]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("CSW", "Commission on Shared Wells", True),
        ("Commission on Shared Wells", "CSW", True),
        ("COTP", "Conference of the Parties", True),
        ("COP", "Conference of the Parties", True),
        ("COP", "Commission of the Wells", False),
        ("CO", "Conference of the Parties", False),
        ("C", "Conference", False),
        ("cop", "Conference of the Parties", False),
    ],
)
def test_short_forms(one: str, other: str, expected: bool) -> None:
    assert stand_for_one(one, other) is expected
