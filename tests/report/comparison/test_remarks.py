"""Signals of a kind that is too often wrong are remarks in every report, and JSON says so."""

from __future__ import annotations

import json

import pytest

from tests.report.comparison.test_as_json import validated
from tests.report.comparison.test_formats_agree import TEXTS
from treatydiff.model import Comparison
from treatydiff.pipeline import compare_drafts, parse_source
from treatydiff.reading.text.from_text import read_text
from treatydiff.report.comparison.as_json import comparison_json
from treatydiff.settings import Settings

SETTINGS = Settings(language="en")
DUTY = "1. The port State shall inspect lamps within {} days."


def comparison(before: str, after: str) -> Comparison:
    drafts = (
        parse_source(
            read_text(f"Lamp Convention\n\nArticle 1\n\nLamps\n\n{words}\n".encode(), name, SETTINGS),
            SETTINGS,
        )
        for words, name in ((before, "a.txt"), (after, "b.txt"))
    )
    return compare_drafts(*drafts, SETTINGS)


BEARER = comparison(DUTY.format(30), DUTY.format(20).replace("port", "flag"))


@pytest.mark.parametrize("text_format", sorted(TEXTS))
def test_a_bearer_is_a_remark_in_every_report(text_format: str) -> None:
    text = TEXTS[text_format](BEARER)
    assert text.count("bearer changed") == text.count("remark: bearer changed")


@pytest.mark.parametrize("text_format", ["terminal", "html", "markdown"])
def test_a_remark_is_not_kept_silent(text_format: str) -> None:
    assert "remark: bearer changed" in TEXTS[text_format](BEARER)
    assert "number lowered" in TEXTS[text_format](BEARER)
    assert "remark: number" not in TEXTS[text_format](BEARER)


def test_json_marks_a_remark_and_says_what_a_number_measures() -> None:
    unit = validated(comparison_json(BEARER))["units"][0]
    signals = [each for edit in unit["clauses"][0]["edits"] for each in edit.get("signals", ())]
    assert signals == [
        {"kind": "bearer", "direction": "changed", "text": "The port State → The flag State", "remark": True},
        {"kind": "number", "direction": "lowered", "text": "30 → 20", "quantity": "duration"},
    ]
    assert "remark" not in json.dumps(signals[1])
