"""Fates of real brackets against those judged by reading (bracket_sample.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from treatydiff.archive.bracket_fates import bracket_fates
from treatydiff.pipeline import compare_drafts, read_draft
from treatydiff.settings import Settings


@pytest.mark.corpus
def test_fates_agree_with_those_judged_by_reading(corpus: Path) -> None:
    sample = tomllib.loads((Path(__file__).parent / "bracket_sample.toml").read_text("utf-8"))
    settings = Settings(reference="none")
    a, b = (read_draft(corpus / sample[side], settings) for side in ("a", "b"))
    fates = [
        each
        for each in bracket_fates(compare_drafts(a, b, settings)).fates
        if each.side == "a" and each.what == "bracket"
    ]
    assert len(fates) == 231
    assert all(each.fate is not None for each in fates)
    found = {(each.instrument, each.n): each for each in fates}
    agree = 0
    for row in sample["brackets"]:
        each = found[row["instrument"], row["n"]]
        assert (each.clause, each.start, each.end) == (row["clause"], row["start"], row["end"])
        agree += each.fate == row["fate"]
    assert len(sample["brackets"]) == 40
    assert agree >= 36
