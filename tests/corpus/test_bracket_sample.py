"""Fates of real brackets against those judged by reading (bracket_sample.toml, bracket_sample_2.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from treatydiff.pipeline import compare_drafts, read_draft
from treatydiff.settings import Settings
from treatydiff.studies.brackets.fates import bracket_fates
from treatydiff.studies.brackets.model import BracketFate

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def fates(corpus: Path) -> list[BracketFate]:
    sample = tomllib.loads((HERE / "bracket_sample.toml").read_text("utf-8"))
    settings = Settings(reference="none")
    a, b = (read_draft(corpus / sample[side], settings) for side in ("a", "b"))
    found = bracket_fates(compare_drafts(a, b, settings)).fates
    return [each for each in found if each.side == "a" and each.what == "bracket"]


@pytest.mark.corpus
def test_every_bracket_has_a_fate(fates: list[BracketFate]) -> None:
    assert len(fates) == 231
    assert all(each.fate is not None for each in fates)


@pytest.mark.corpus
@pytest.mark.parametrize(("name", "least"), [("bracket_sample.toml", 36), ("bracket_sample_2.toml", 36)])
def test_fates_agree_with_those_judged_by_reading(name: str, least: int, fates: list[BracketFate]) -> None:
    sample = tomllib.loads((HERE / name).read_text("utf-8"))
    found = {(each.instrument, each.n): each for each in fates}
    agree = 0
    for row in sample["brackets"]:
        each = found[row["instrument"], row["n"]]
        assert (each.clause, each.start, each.end) == (row["clause"], row["start"], row["end"])
        agree += each.fate == row["fate"]
    assert len(sample["brackets"]) == 40
    assert agree >= least
